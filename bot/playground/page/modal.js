// The modal on top of those that are open: its blocks, its errors, and what sends it off.

import { drawBlocks } from "./blocks/blocks.js";
import { valuesOf } from "./forms.js";
import { h, icon } from "./dom.js";
import { act, store } from "./store.js";

export function drawModal() {
  const dialog = document.getElementById("modal");
  const top = store.seen.modals.at(-1);
  if (!top) {
    dialog.drawn = null;
    if (dialog.open) dialog.close();
    return;
  }
  const said = JSON.stringify(top);
  if (dialog.drawn !== said) draw(dialog, top, said);
  if (!dialog.open) dialog.showModal();
}

function draw(dialog, top, said) {
  const { view } = top;
  const another = dialog.showing !== top.id;
  const held = document.activeElement?.id;
  Object.assign(dialog, { drawn: said, showing: top.id });
  dialog.dataset.view = top.id;
  const leave = () => act("close", { view_id: top.id });
  const send = (event) => {
    event.preventDefault();
    const button = event.target.querySelector(".primary");
    button.disabled = true;
    act("submit", { view_id: top.id, state: valuesOf({ view: top.id }, view.blocks) }).finally(() => (button.disabled = false));
  };
  dialog.oncancel = (event) => (event.preventDefault(), leave());
  dialog.replaceChildren(h("form", { onsubmit: send, novalidate: true },
    h("header", {}, h("h2", { id: "modal-title" }, view.title?.text ?? ""), h("button", { type: "button", class: "quiet", "aria-label": "Close", onclick: leave }, icon("close"))),
    h("div", { class: "modal-body", tabindex: "-1" }, drawBlocks(view.blocks, { place: { view: top.id }, errors: top.errors })),
    h("footer", {}, h("button", { type: "button", onclick: leave }, view.close?.text ?? (view.submit ? "Cancel" : "Close")), view.submit && h("button", { type: "submit", class: "primary" }, view.submit.text))));
  const wrong = dialog.querySelector("[aria-invalid=true]");
  const first = dialog.querySelector(".modal-body :is(input, textarea, select, button)");
  requestAnimationFrame(() => (wrong ?? (another ? first : document.getElementById(held)))?.focus());
}
