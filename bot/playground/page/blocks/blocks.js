// Every kind of block, each drawn by one function. `where` is { place, exchange, errors }.

import { h } from "../dom.js";
import { drawElement } from "./elements.js";
import { richText } from "./rich_text.js";
import { table } from "./table.js";
import { mrkdwn, textOf } from "./text.js";

const KINDS = {
  section,
  rich_text: (block) => h("div", { class: "text" }, richText(block)),
  header: (block) => h("h3", { class: "header" }, textOf(block.text)),
  divider: () => h("hr"),
  context: (block) => h("div", { class: "context" }, block.elements.map((each) => (each.type === "image" ? image(each, "small") : h("span", {}, textOf(each))))),
  actions: (block, where) => h("div", { class: "actions" }, block.elements.map((each) => drawElement(each, block, where))),
  context_actions: (block, where) => h("div", { class: "actions context-actions" }, block.elements.map((each) => drawElement(each, block, where))),
  image: (block) => h("figure", {}, block.title && h("figcaption", {}, textOf(block.title)), image(block, "large")),
  markdown: (block) => h("div", { class: "text" }, mrkdwn(block.text.replaceAll("**", "*"))),
  input,
  table,
};

/** Blocks as elements; one of a kind that is not known here is told, not left out. */
export function drawBlocks(blocks, where) {
  return h("div", { class: "blocks" }, blocks.map((block) => {
    const draw = KINDS[block.type];
    const drawn = draw ? draw(block, where) : h("p", { class: "unknown" }, `The playground cannot show the block “${block.type}”.`);
    drawn.classList.add("block");
    return drawn;
  }));
}

function section(block, where) {
  const fields = block.fields && h("div", { class: "fields" }, block.fields.map((each) => h("div", {}, textOf(each))));
  const aside = block.accessory && (block.accessory.type === "image" ? image(block.accessory, "beside") : drawElement(block.accessory, block, where));
  return h("div", { class: aside ? "section with-aside" : "section" }, h("div", { class: "text" }, block.text && textOf(block.text), fields), aside);
}

function image(given, size) {
  return h("img", { class: `image ${size}`, src: given.image_url, alt: given.alt_text ?? "" });
}

let labels = 0;

/** An input with its label, its hint and what is wrong with it. */
function input(block, where) {
  const id = `input-${++labels}`;
  const error = where.errors?.[block.block_id];
  const described = [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const element = drawElement(block.element, block, { ...where, id, described, invalid: Boolean(error), label: block.label.text });
  const label = [textOf(block.label), block.optional && h("span", { class: "optional" }, " (optional)")];
  const group = element.matches("fieldset");
  if (group) element.prepend(h("legend", {}, label));
  return h("div", { class: "input" },
    !group && h("label", { for: id }, label), element,
    error && h("p", { class: "error", id: `${id}-error` }, error),
    block.hint && h("p", { class: "hint", id: `${id}-hint` }, textOf(block.hint)));
}
