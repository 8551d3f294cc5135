// Slack's mrkdwn, and its plain text, as nodes.

import { h } from "../dom.js";
import { channel, named } from "../store.js";
import { emoji } from "./emoji.js";

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
export const unescaped = (text) => text.replace(/&(?:lt|gt|amp);/g, (found) => ENTITIES[found]);

/** A text object. */
export const textOf = (object) => (object.type === "mrkdwn" ? mrkdwn(object.text) : plain(object.text, object.emoji !== false));

/** Text in which nothing formats. */
export const plain = (text, withEmoji = true) => [withEmoji ? emoji(unescaped(text)) : unescaped(text)];

/** Text in which * _ ~ ` > and angle brackets mean something. */
export function mrkdwn(text) {
  return text.split(/```/).flatMap((part, number) => (number % 2 ? [h("pre", {}, unescaped(part))] : paragraphs(part)));
}

function paragraphs(text) {
  const nodes = [];
  for (const line of text.split("\n")) {
    const quoted = /^&gt;\s?/.exec(line);
    if (quoted) nodes.push(h("blockquote", {}, inline(line.slice(quoted[0].length))));
    else nodes.push(...(nodes.length && !(nodes.at(-1) instanceof HTMLQuoteElement) ? ["\n"] : []), ...inline(line));
  }
  return nodes;
}

const RUN = /<([^<>]+)>|`([^`\n]+)`|(?<![\w*])\*(?=\S)([^*\n]*[^*\s])\*(?![\w*])|(?<![\w_])_(?=\S)([^_\n]*[^_\s])_(?![\w_])|(?<![\w~])~(?=\S)([^~\n]*[^~\s])~(?![\w~])/g;

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(RUN)) {
    const [whole, angled, code, bold, italic, struck] = found;
    nodes.push(...plain(text.slice(from, found.index)));
    from = found.index + whole.length;
    if (angled) nodes.push(reference(angled));
    else if (code) nodes.push(h("code", {}, unescaped(code)));
    else if (bold) nodes.push(h("strong", {}, inline(bold)));
    else if (italic) nodes.push(h("em", {}, inline(italic)));
    else nodes.push(h("s", {}, inline(struck)));
  }
  return [...nodes, ...plain(text.slice(from))];
}

/** What stands in angle brackets: someone, a channel, a date, a special word or a link. */
function reference(angled) {
  const [target, label] = angled.split(/\|(.*)/s);
  if (target.startsWith("@")) return mention(`@${named(target.slice(1))}`);
  if (target.startsWith("#")) return mention(`#${channel(target.slice(1))?.name ?? label ?? target.slice(1)}`);
  if (target.startsWith("!date^")) return label ?? target;
  if (target.startsWith("!")) return mention(`@${target.slice(1).split("^")[0]}`);
  return link(unescaped(target), unescaped(label ?? target));
}

export const mention = (text) => h("span", { class: "mention" }, text);

/** A link that leads out of the page; words alone if it leads nowhere that it should. */
export function link(url, words) {
  if (!/^(https?|mailto|tel):/i.test(url)) return words;
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, words);
}
