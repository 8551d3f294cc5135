// Menus one chooses in: options that are given, people, channels, or what the app offers for what is typed.

import { h, icon } from "../dom.js";
import { fill, valueOf } from "../forms.js";
import { act, store } from "../store.js";

const LATE = 200; // milliseconds after the last key before the app is asked
let lists = 0;

/** A field with a list below it (a combobox, as ARIA names it). `shape` says where the options come from and go to. */
function select(shape) {
  return (element, where) => {
    const { block, place } = where;
    const many = element.type.startsWith("multi_");
    const id = where.id ?? `select-${++lists}`;
    let chosen = shape.start(element, valueOf(place, block.block_id, element.action_id));
    let offered = [];
    let at = -1;
    let waiting = 0;
    remember(false);

    const field = h("input", {
      id, type: "text", role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list`,
      "aria-describedby": where.described || null, "aria-invalid": where.invalid ? "true" : null, "aria-label": where.id ? null : (element.placeholder?.text ?? "Choose"),
      placeholder: element.placeholder?.text, value: many ? "" : (chosen[0]?.text.text ?? ""), oninput: look, onclick: look, onkeydown: key, onblur: left,
    });
    const list = h("div", { id: `${id}-list`, class: "options", role: "listbox", "aria-label": "Options", hidden: true });
    const chips = h("span", { class: "chips" });
    const holder = h("span", { class: "select" }, many && chips, field, icon("choose"), list);
    if (many) drawChips();

    function look() {
      clearTimeout(waiting);
      const typed = !many && field.value === chosen[0]?.text.text ? "" : field.value;
      const least = element.min_query_length ?? 3;
      if (element.type.endsWith("external_select") && typed.length < least) return say(least ? `Type ${least} or more characters` : "Type to search");
      if (element.type.endsWith("external_select")) waiting = setTimeout(() => ask(typed), LATE);
      else offer(shape.options(element).filter((each) => each.text.text.toLowerCase().includes(typed.toLowerCase())));
    }

    async function ask(typed) {
      const said = await act("options", { place, block: block.block_id, action: element.action_id, typed });
      const options = said?.options ?? (said?.option_groups ?? []).flatMap((group) => group.options.map((each) => ({ ...each, group: group.label.text })));
      if (document.activeElement === field) offer(options);
    }

    function offer(options) {
      offered = options;
      at = -1;
      list.replaceChildren(...options.flatMap((option, number) => [
        option.group && option.group !== options[number - 1]?.group && h("div", { class: "group", role: "presentation" }, option.group),
        h("div", { id: `${id}-${number}`, role: "option", "aria-selected": "false", onmousedown: (event) => (event.preventDefault(), take(number)) }, option.text.text, option.description && h("small", {}, option.description.text)),
      ]).filter(Boolean));
      if (options.length) show();
      else say("Nothing found");
    }

    function say(words) {
      offered = [];
      list.replaceChildren(h("div", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, words));
      show();
    }

    function show() {
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
    }

    function shut() {
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }

    function left() {
      clearTimeout(waiting);
      shut();
      if (!many && field.value === "" && chosen.length) ((chosen = []), remember(true));
      field.value = many ? "" : (chosen[0]?.text.text ?? "");
    }

    function take(number) {
      const { group: _, ...option } = offered[number];
      chosen = many ? [...chosen.filter((each) => each.value !== option.value), option] : [option];
      field.value = many ? "" : option.text.text;
      shut();
      if (many) drawChips();
      remember(true);
    }

    function remember(tell) {
      const value = shape.value(chosen, many);
      fill(place, block.block_id, element.action_id, { type: element.type, ...value });
      if (tell && where.tells) where.dispatch(value);
    }

    function drawChips() {
      const drop = (option) => ((chosen = chosen.filter((each) => each !== option)), drawChips(), remember(true), field.focus());
      chips.replaceChildren(...chosen.map((each) => h("button", { type: "button", class: "chip", "aria-label": `Remove ${each.text.text}`, onclick: () => drop(each) }, each.text.text, icon("close"))));
    }

    function key(event) {
      const open = !list.hidden;
      if (event.key === "ArrowDown" && !open) look();
      else if (!open || !["ArrowDown", "ArrowUp", "Enter", "Escape"].includes(event.key)) return;
      else if (event.key === "Escape") shut();
      else if (event.key === "Enter") offered.length && take(Math.max(at, 0));
      else move((at + (event.key === "ArrowDown" ? 1 : -1) + offered.length) % (offered.length || 1));
      event.preventDefault();
      event.stopPropagation();
    }

    function move(to) {
      if (!offered.length) return;
      at = to;
      list.querySelectorAll("[role=option]").forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
      const option = document.getElementById(`${id}-${at}`);
      option?.scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", `${id}-${at}`);
    }

    return holder;
  };
}

/** Options that are option objects to Slack. */
const given = {
  options: (element) => element.options ?? (element.option_groups ?? []).flatMap((group) => group.options.map((each) => ({ ...each, group: group.label.text }))),
  start: (element, before) => (before ? (before.selected_options ?? [before.selected_option]) : (element.initial_options ?? [element.initial_option])).filter(Boolean),
  value: (chosen, many) => (many ? { selected_options: chosen } : { selected_option: chosen[0] ?? null }),
};

/** Options that are ids to Slack: `name` is "user", "channel" or "conversation". */
const ids = (name, all) => ({
  options: () => all().map((each) => ({ text: { text: each.name }, value: each.id })),
  start(element, before) {
    const held = before ? (before[`selected_${name}s`] ?? [before[`selected_${name}`]]) : (element[`initial_${name}s`] ?? [element[`initial_${name}`]]);
    return this.options().filter((each) => held.includes(each.value));
  },
  value: (chosen, many) => (many ? { [`selected_${name}s`]: chosen.map((each) => each.value) } : { [`selected_${name}`]: chosen[0]?.value ?? null }),
});

const rooms = () => store.seen.channels.filter((each) => each.kind === "channel");
const shapes = { static: given, external: given, users: ids("user", () => store.seen.people), channels: ids("channel", rooms), conversations: ids("conversation", () => store.seen.channels) };

export const SELECTS = Object.fromEntries(
  Object.entries(shapes).flatMap(([name, shape]) => [[`${name}_select`, select(shape)], [`multi_${name}_select`, select(shape)]]));
