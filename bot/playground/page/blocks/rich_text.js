// Rich text: sections, lists, quotes and preformatted text, out of runs in a style.

import { h } from "../dom.js";
import { channel, named } from "../store.js";
import { emojiNamed } from "./emoji.js";
import { link, mention } from "./text.js";

export const richText = (block) => block.elements.map((each) => PARTS[each.type]?.(each) ?? runs(each));

const PARTS = {
  rich_text_section: (part) => h("div", { class: "rich-section" }, runs(part)),
  rich_text_preformatted: (part) => h("pre", {}, runs(part)),
  rich_text_quote: (part) => h("blockquote", {}, runs(part)),
  rich_text_list: (part) => h(part.style === "ordered" ? "ol" : "ul", { class: `indent-${part.indent ?? 0}` }, part.elements.map((each) => h("li", {}, runs(each)))),
};

const runs = (part) => (part.elements ?? []).map((run) => styled(RUNS[run.type]?.(run) ?? run.text ?? "", run.style));

const RUNS = {
  text: (run) => run.text,
  link: (run) => link(run.url, run.text ?? run.url),
  emoji: (run) => emojiNamed(run.name),
  user: (run) => mention(`@${named(run.user_id)}`),
  usergroup: (run) => mention(`@${run.usergroup_id}`),
  channel: (run) => mention(`#${channel(run.channel_id)?.name ?? run.channel_id}`),
  broadcast: (run) => mention(`@${run.range}`),
  date: (run) => run.fallback ?? new Date(run.timestamp * 1000).toLocaleDateString(),
  color: (run) => h("code", {}, run.value),
};

const STYLES = { bold: "strong", italic: "em", strike: "s", code: "code", underline: "u" };

function styled(content, style) {
  return Object.entries(STYLES).reduce((inside, [name, tag]) => (style?.[name] ? h(tag, {}, inside) : inside), content);
}
