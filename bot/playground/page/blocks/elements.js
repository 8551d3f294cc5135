// The elements that something is done with: buttons, menus, and (in inputs.js and select.js) what is filled in.

import { h, icon } from "../dom.js";
import { valuesOf } from "../forms.js";
import { menu } from "../menu.js";
import { act, store } from "../store.js";
import { confirmed } from "./confirm.js";
import { INPUTS } from "./inputs.js";
import { SELECTS } from "./select.js";
import { textOf } from "./text.js";

const KINDS = { button, overflow, feedback_buttons: feedback, icon_button: iconButton, workflow_button: button, ...INPUTS, ...SELECTS };

const shown = ({ place }) => {
  if (!place.view) return store.seen.messages.find((each) => each.ts === place.ts && each.channel === place.channel)?.blocks ?? [];
  return [store.seen.home, ...store.seen.modals].find((each) => each?.id === place.view)?.view.blocks ?? [];
};

/** An element of a block. Its `dispatch` tells the app what was done, after a confirmation if one is asked for. */
export function drawElement(element, block, where) {
  const dispatch = async (what) => {
    if (element.confirm && !(await confirmed(element.confirm))) return;
    const action = { type: element.type, block_id: block.block_id, action_id: element.action_id, ...what };
    await act("press", { place: where.place, action, state: valuesOf(where.place, shown(where)) });
  };
  const draw = KINDS[element.type];
  if (!draw) return h("span", { class: "unknown" }, `The playground cannot show the element “${element.type}”.`);
  return draw(element, { ...where, block, dispatch, tells: block.type !== "input" || block.dispatch_action });
}

const given = ({ text, value }) => ({ text, ...(value !== undefined && { value }) });

function button(element, { dispatch }) {
  const look = { class: element.style ?? "", type: "button", "aria-label": element.accessibility_label };
  if (element.url) {
    return h("a", { class: "button", href: /^https?:/.test(element.url) ? element.url : "#", target: "_blank", rel: "noopener noreferrer", onclick: () => dispatch(given(element)) }, textOf(element.text));
  }
  const once = async (event) => {
    const pressed = event.currentTarget;
    pressed.setAttribute("aria-busy", "true");
    await dispatch(given(element));
    pressed.removeAttribute("aria-busy");
  };
  return h("button", { ...look, onclick: once }, textOf(element.text));
}

function overflow(element, { dispatch }) {
  const entries = () => element.options.map((option) => ({ label: option.text.text, hint: option.description?.text, act: () => choose(option) }));
  const choose = (option) => {
    if (option.url && /^https?:/.test(option.url)) open(option.url, "_blank", "noopener");
    return dispatch({ selected_option: option });
  };
  return menu({ label: "More", icon: "more", class: "overflow" }, entries);
}

const chosen = new Map(); // the last feedback for each message

function feedback(element, { dispatch, place }) {
  const key = `${place.channel}/${place.ts}/${element.action_id}`;
  const one = (part, drawing) =>
    h("button", { type: "button", class: "feedback", "aria-label": part.accessibility_label ?? part.text.text, title: part.text.text, "aria-pressed": String(chosen.get(key) === part.value), onclick: (event) => press(part, event.currentTarget) }, icon(drawing));
  const press = (part, pressed) => {
    chosen.set(key, part.value);
    for (const each of pressed.parentElement.children) each.setAttribute("aria-pressed", String(each === pressed));
    dispatch({ text: part.text, value: part.value });
  };
  return h("span", { class: "feedback-buttons", role: "group", "aria-label": "Was this useful?" }, one(element.positive_button, "up"), one(element.negative_button, "down"));
}

function iconButton(element, { dispatch }) {
  return h("button", { type: "button", class: "tool", title: element.text.text, "aria-label": element.accessibility_label ?? element.text.text, onclick: () => dispatch(given(element)) }, icon(element.icon));
}
