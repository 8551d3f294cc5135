// What is offered while one types: slash commands at the start, names after an @, channels after a #.

import { h } from "./dom.js";
import { announce, store } from "./store.js";

let lists = 0;

/** A list for a text area. `key(event)` takes the keys that are meant for the list. `commands()`: whether they work here. */
export function completions(area, commands) {
  const id = `completion-${++lists}`;
  const element = h("div", { id, class: "completion", role: "listbox", "aria-label": "Suggestions", hidden: true });
  let offered = [];
  let at = 0;
  const attributes = { "aria-autocomplete": "list", "aria-controls": id, "aria-haspopup": "listbox" }; // of several lines, it cannot be a combobox
  for (const [name, value] of Object.entries(attributes)) area.setAttribute(name, value);

  function look() {
    offered = offers(area, commands);
    at = 0;
    element.replaceChildren(...offered.map((offer, number) =>
      h("div", { id: `${id}-${number}`, role: "option", onmousedown: (event) => (event.preventDefault(), take(number)) }, h("strong", {}, offer.name), h("span", {}, offer.hint))));
    mark();
  }

  function mark() {
    element.hidden = offered.length === 0;
    [...element.children].forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    if (offered.length) {
      area.setAttribute("aria-activedescendant", `${id}-${at}`);
      announce(`${offered[at].name}, ${at + 1} of ${offered.length}`);
    } else area.removeAttribute("aria-activedescendant");
  }

  function take(number) {
    const { from, text } = offered[number];
    area.setRangeText(text, from, area.selectionStart, "end");
    shut();
    area.focus();
    area.dispatchEvent(new Event("input"));
    shut();
  }

  function shut() {
    offered = [];
    mark();
  }

  function key(event) {
    if (!offered.length) return false;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + offered.length }[event.key];
    if (to !== undefined) ((at = to % offered.length), mark());
    else if (event.key === "Tab" || event.key === "Enter") take(at);
    else if (event.key === "Escape") shut();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  area.addEventListener("input", look);
  area.addEventListener("blur", shut);
  return { element, key };
}

function offers(area, commands) {
  const before = area.value.slice(0, area.selectionStart);
  if (commands() && /^\/\S*$/.test(before)) {
    return store.seen.promised.commands
      .filter((each) => each.command.startsWith(before))
      .map((each) => ({ name: `${each.command} ${each.usage_hint ?? ""}`, hint: each.description, from: 0, text: `${each.command} ` }));
  }
  const word = /(?:^|\s)([@#])([^\s@#]*)$/.exec(before);
  if (!word) return [];
  const from = before.length - word[2].length - 1;
  const names = word[1] === "@"
    ? [store.seen.app, ...store.seen.people].map((each) => ({ name: each.name, hint: each === store.seen.app ? "App" : "" }))
    : store.seen.channels.filter((each) => each.kind === "channel").map((each) => ({ name: each.name, hint: "Channel" }));
  return names
    .filter((each) => each.name.toLowerCase().startsWith(word[2].toLowerCase()))
    .map((each) => ({ ...each, from, text: `${word[1]}${each.name} ` }));
}
