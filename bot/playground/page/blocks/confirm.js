// "Are you sure?", as an element may ask before it does something.

import { h } from "../dom.js";
import { textOf } from "./text.js";

/** Whether the reader confirms. */
export function confirmed({ title, text, confirm, deny, style }) {
  const dialog = document.getElementById("confirm");
  return new Promise((settle) => {
    const end = (answer) => () => (dialog.close(), settle(answer));
    dialog.oncancel = () => settle(false);
    dialog.replaceChildren(
      h("header", {}, h("h2", { id: "confirm-title" }, textOf(title))),
      h("div", { class: "modal-body" }, text && h("p", {}, textOf(text))),
      h("footer", {}, h("button", { onclick: end(false) }, deny?.text ?? "Cancel"), h("button", { class: style === "danger" ? "danger" : "primary", onclick: end(true) }, confirm?.text ?? "Yes")));
    dialog.showModal();
  });
}
