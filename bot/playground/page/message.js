// One message: who, when, what, and what can be done with it.

import { drawBlocks } from "./blocks/blocks.js";
import { mrkdwn, plain } from "./blocks/text.js";
import { typed } from "./blocks/typed.js";
import { field } from "./composer.js";
import { h, icon } from "./dom.js";
import { inspect, openThread } from "./go.js";
import { menu } from "./menu.js";
import { act, named, store, ui } from "./store.js";
import { dateOf } from "./time.js";

export function drawMessage(message) {
  const own = message.user === ui.person;
  const time = dateOf(message.ts).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
  const body = h("div", { class: "body" }, said(message), message.edited && h("span", { class: "edited" }, "(edited)"));
  const content = h("div", { class: "content" },
    message.follows ? null : h("div", { class: "by" }, h("strong", {}, named(message.user)), message.user === store.seen.app.id && h("span", { class: "app" }, "App"), h("time", {}, time)),
    body,
    message.replies && threadBar(message));
  const classes = ["message", message.follows && "follows", message.only_for && "private"].filter(Boolean).join(" ");
  const article = h("article", { class: classes, tabindex: "-1", "aria-label": `${named(message.user)}, ${time}` },
    message.day && h("div", { class: "day" }, h("span", {}, day(message.ts))),
    message.only_for && h("div", { class: "only" }, icon("eye"), "Only visible to you"),
    h("div", { class: "row" }, message.follows ? h("time", { class: "gutter", "aria-hidden": "true" }, time) : avatar(message.user), content, tools(message, own, () => edit(message, body))));
  return article;
}

export function avatar(id) {
  if (id === store.seen.app.id) return h("img", { class: "avatar", src: "factbox.svg", alt: "", width: 36, height: 36 });
  const initials = named(id).split(" ").map((word) => word[0]).join("");
  return h("span", { class: `avatar who-${store.seen.people.findIndex((each) => each.id === id)}`, "aria-hidden": "true" }, initials);
}

function day(ts) {
  const date = dateOf(ts);
  const today = date.toDateString() === new Date().toDateString();
  return today ? "Today" : date.toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });
}

function said(message) {
  const place = { channel: message.channel, ts: message.ts };
  if (message.blocks?.length) return drawBlocks(message.blocks, { place, exchange: message.exchange });
  return h("div", { class: "text" }, message.plain ? plain(message.text) : mrkdwn(message.text));
}

function threadBar(message) {
  const { count, users } = message.replies;
  const label = `${count} ${count === 1 ? "reply" : "replies"}`;
  return h("button", { class: "thread-bar", onclick: () => openThread(message.channel, message.ts) },
    users.map(avatar), h("strong", {}, label), h("span", {}, "View thread"));
}

function tools(message, own, startEditing) {
  const canReply = !message.only_for && !message.inThread;
  return h("div", { class: "tools", role: "group", "aria-label": "What to do with this message" },
    message.exchange && tool("look", "Inspect", () => inspect(message.exchange)),
    canReply && tool("reply", "Reply in thread", () => openThread(message.channel, message.thread ?? message.ts)),
    menu({ label: "More actions", icon: "more", class: "tool" }, () => actions(message, own, startEditing)));
}

const tool = (drawing, label, onclick) => h("button", { class: "tool", title: label, "aria-label": label, onclick }, icon(drawing));

function actions(message, own, startEditing) {
  const where = { channel: message.channel, ts: message.ts };
  const shortcuts = message.only_for ? [] : store.seen.promised.shortcuts.filter((each) => each.type === "message");
  return [
    message.exchange && { label: "Inspect", act: () => inspect(message.exchange) },
    !message.only_for && !message.inThread && { label: "Reply in thread", act: () => openThread(message.channel, message.thread ?? message.ts) },
    ...shortcuts.map((each) => ({ label: each.name, hint: store.seen.app.name, act: () => act("shortcut", { callback_id: each.callback_id, place: where }) })),
    own && { label: "Edit message", act: startEditing },
    own && { label: "Delete message", danger: true, act: () => act("delete", where) },
    { label: "Copy text", act: () => navigator.clipboard?.writeText(message.text) },
  ].filter(Boolean);
}

/** Puts a field in the place of what was said. */
function edit(message, body) {
  const before = [...body.childNodes];
  const back = () => body.replaceChildren(...before);
  const save = (text) => (back(), act("edit", { channel: message.channel, ts: message.ts, text }));
  const { element, area } = field({ label: "Edit message", value: typed(message.text), send: save, sendLabel: "Save", cancel: back });
  body.replaceChildren(element);
  area.focus();
}
