// What is filled in by typing, ticking or picking a day.

import { h } from "../dom.js";
import { fill, valueOf } from "../forms.js";
import { textOf } from "./text.js";

/** How every input remembers its value, and tells it at once where the app wants that. */
function kept(element, where) {
  const { block, place } = where;
  const before = valueOf(place, block.block_id, element.action_id);
  const set = (value, tell = true) => {
    fill(place, block.block_id, element.action_id, { type: element.type, ...value });
    if (tell && where.tells) where.dispatch(value);
  };
  return { before, set };
}

const marks = ({ id, described, invalid, label }) => ({
  id, "aria-describedby": described || null, "aria-invalid": invalid ? "true" : null, "aria-label": id ? null : label,
});

function written(tag, type) {
  return (element, where) => {
    const { before, set } = kept(element, where);
    const start = before ? before.value : (element.initial_value ?? null);
    set({ value: start }, false);
    const many = element.multiline || tag === "textarea";
    const field = h(many ? "textarea" : "input", {
      ...marks(where), ...(many ? { rows: 4 } : { type }), value: start ?? "", placeholder: element.placeholder?.text,
      maxlength: element.max_length, minlength: element.min_length, step: type === "number" ? (element.is_decimal_allowed ? "any" : "1") : null, autofocus: element.focus_on_load,
    });
    const now = () => ({ value: field.value === "" ? null : field.value });
    const on = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
    field.addEventListener("input", () => set(now(), on.includes("on_character_entered")));
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || field.tagName === "TEXTAREA" || !where.tells || !on.includes("on_enter_pressed")) return;
      event.preventDefault();
      set(now());
    });
    return field;
  };
}

function picked(type, name, toSlack = (value) => value, toField = (value) => value) {
  return (element, where) => {
    const { before, set } = kept(element, where);
    const start = before ? before[name] : (element[`initial_${name.replace("selected_", "")}`] ?? null);
    set({ [name]: start }, false);
    const field = h("input", { ...marks(where), "aria-label": where.id ? null : (element.placeholder?.text ?? name), type, value: start === null ? "" : toField(start) });
    field.addEventListener("change", () => set({ [name]: field.value ? toSlack(field.value) : null }));
    return field;
  };
}

const same = (one, other) => one?.value === other?.value;

let groups = 0;

function ticked(type) {
  return (element, where) => {
    const { before, set } = kept(element, where);
    const many = type === "checkbox";
    const [name, initial] = many ? ["selected_options", element.initial_options ?? []] : ["selected_option", element.initial_option ?? null];
    const start = before ? before[name] : initial;
    set({ [name]: start }, false);
    const group = `group-${++groups}`;
    const boxes = element.options.map((option) => {
      const checked = many ? start.some((each) => same(each, option)) : same(start, option);
      const box = h("input", { type, name: group, checked, onchange: () => set({ [name]: many ? now() : option }) });
      return h("label", { class: "tick" }, box, h("span", {}, textOf(option.text), option.description && h("small", {}, textOf(option.description))));
    });
    const now = () => element.options.filter((_, number) => boxes[number].firstElementChild.checked);
    return h("fieldset", { "aria-describedby": where.described || null }, boxes);
  };
}

const seconds = (value) => Math.floor(new Date(value).getTime() / 1000);
const local = (value) => new Date(value * 1000).toISOString().slice(0, 16);

export const INPUTS = {
  plain_text_input: written("input", "text"),
  email_text_input: written("input", "email"),
  url_text_input: written("input", "url"),
  number_input: written("input", "number"),
  rich_text_input: written("textarea", "text"),
  datepicker: picked("date", "selected_date"),
  timepicker: picked("time", "selected_time"),
  datetimepicker: picked("datetime-local", "selected_date_time", seconds, local),
  radio_buttons: ticked("radio"),
  checkboxes: ticked("checkbox"),
};
