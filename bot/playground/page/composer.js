// The field one types in, with its completion of commands and names, and its menu of shortcuts.

import { completions } from "./completion.js";
import { h, icon } from "./dom.js";
import { menu } from "./menu.js";
import { act, channel, store } from "./store.js";

/** The field at the foot of a channel or a thread. */
export function composer({ id, channel: where, thread = null, label }) {
  const send = (text) => act("say", { channel: where, text, ...(thread && { thread }) });
  const { element, area } = field({ label, send, complete: () => !thread, tools: (area) => tools(area, where) });
  area.id = id;
  const hint = h("p", { class: "hint" });
  const hear = () => (hint.textContent = unheard(area.value, where));
  area.addEventListener("input", hear);
  return h("div", { class: "composer" }, element, hint);
}

/** A channel is heard only where the app is mentioned: said to whoever forgets it. */
function unheard(text, where) {
  const { app } = store.seen;
  const here = channel(where);
  if (here.kind === "im" || text.trim().length < 8 || text.startsWith("/")) return "";
  if (!here.joined) return `${app.name} is not in this channel and will not hear this.`;
  return text.includes(`@${app.name}`) ? "" : `In a channel ${app.name} hears only what mentions it: type @ to mention it.`;
}

function tools(area, where) {
  const global = () => store.seen.promised.shortcuts.filter((each) => each.type === "global");
  const insert = (text) => (area.setRangeText(text, area.selectionStart, area.selectionEnd, "end"), area.focus(), area.dispatchEvent(new Event("input")));
  const entries = () => [
    ...global().map((each) => ({ label: each.name, hint: each.description, act: () => act("shortcut", { callback_id: each.callback_id }) })),
    ...store.seen.promised.commands.map((each) => ({ label: each.command, hint: each.description, act: () => ((area.value = ""), insert(`${each.command} `)) })),
  ];
  const mention = () => insert(`@${store.seen.app.name} `);
  return [
    menu({ label: "Shortcuts", icon: "plus", class: "tool round" }, entries),
    channel(where).joined && h("button", { type: "button", class: "tool", title: `Mention ${store.seen.app.name}`, "aria-label": `Mention ${store.seen.app.name}`, onclick: mention }, icon("at")),
  ];
}

/** A field that grows, sends with Enter and breaks the line with Shift and Enter. */
export function field({ label, value = "", send, sendLabel = null, cancel = null, complete = () => false, tools = () => [] }) {
  const area = h("textarea", { rows: 1, "aria-label": label, placeholder: label, maxlength: 12000, value });
  const button = h("button", { type: "submit", class: sendLabel ? "primary" : "send", "aria-label": sendLabel ?? "Send" }, sendLabel ?? icon("send"));
  const form = h("form", { class: "field" }, area,
    h("div", { class: "field-row" }, tools(area), cancel && h("button", { type: "button", onclick: cancel }, "Cancel"), button));
  const list = completions(area, complete);
  form.prepend(list.element);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = area.value.trim();
    if (!text) return;
    area.value = "";
    area.dispatchEvent(new Event("input"));
    send(text);
  });
  area.addEventListener("input", grow);
  area.addEventListener("keydown", (event) => {
    if (list.key(event) || event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) (event.preventDefault(), form.requestSubmit());
    if (event.key === "Escape" && cancel) (event.preventDefault(), cancel());
  });

  function grow() {
    button.disabled = !area.value.trim();
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, 240)}px`;
  }
  requestAnimationFrame(grow);
  return { element: form, area };
}
