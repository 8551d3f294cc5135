// A button with a menu below it: by mouse, or by keyboard as menus are (arrows, Escape, Enter).

import { h, icon } from "./dom.js";

/** `entries()` gives { label, hint, danger, act } when the menu is opened. */
export function menu(look, entries) {
  const holder = h("span", { class: "menu-holder" });
  const button = h("button", { class: look.class ?? "", type: "button", title: look.label, "aria-label": look.label, "aria-haspopup": "menu", "aria-expanded": "false", onclick: () => (holder.querySelector("[role=menu]") ? close() : open()) }, icon(look.icon));
  holder.append(button);

  function open() {
    const items = entries().map((entry) =>
      h("button", { type: "button", role: "menuitem", tabindex: "-1", class: entry.danger ? "danger" : "", onclick: () => (close(), entry.act()) }, entry.label, entry.hint && h("small", {}, entry.hint)));
    const list = h("div", { role: "menu", "aria-label": look.label, onkeydown: keys, onfocusout: left }, items);
    holder.append(list);
    button.setAttribute("aria-expanded", "true");
    const { bottom } = list.getBoundingClientRect();
    list.classList.toggle("upwards", bottom > innerHeight);
    items[0]?.focus();
  }

  function close() {
    const list = holder.querySelector("[role=menu]");
    if (list?.contains(document.activeElement)) button.focus(); // first: to remove what has the focus would close twice
    list?.remove();
    button.setAttribute("aria-expanded", "false");
  }

  const left = (event) => holder.contains(event.relatedTarget) || close();

  function keys(event) {
    const items = [...event.currentTarget.children];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape") close();
    else if (to !== undefined) items.at(to % items.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return holder;
}
