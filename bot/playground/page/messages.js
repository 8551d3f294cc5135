// A list of messages, drawn anew only where something has changed.

import { h, keyed } from "./dom.js";
import { drawMessage } from "./message.js";
import { announce, named, store, ui } from "./store.js";
import { openThread } from "./go.js";
import { dateOf } from "./time.js";

const heard = new Set(); // the messages that were announced

export const messageList = (label) =>
  h("div", { class: "messages", role: "log", "aria-label": label, "aria-live": "off", tabindex: "-1", onkeydown: walk });

/** Draws messages with what their threads say of them, and stays at the end if one was there. */
export function drawMessages(list, messages, scroll, inThread = false) {
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  const before = list.lastElementChild?.dataset.key;
  const drawn = messages.map((message, number) => ({
    ...message,
    day: inThread ? null : newDay(message, messages[number - 1]),
    follows: follows(message, messages[number - 1]),
    replies: inThread ? null : repliesTo(message),
    inThread,
  }));
  keyed(list, drawn, (message) => message.ts, drawMessage);
  const last = messages.at(-1);
  if (last && last.ts !== before && (atEnd || last.user === ui.person)) scroll.scrollTop = scroll.scrollHeight;
  for (const message of messages) announceOnce(message);
  notice();
}

const repliesTo = (message) => {
  const replies = store.seen.messages.filter((each) => each.thread === message.ts && each.channel === message.channel);
  return replies.length ? { count: replies.length, last: replies.at(-1).ts, users: [...new Set(replies.map((each) => each.user))] } : null;
};

const threaded = (message) => store.seen.messages.some((each) => each.thread === message.ts);

const newDay = (message, before) => (dayOf(message) === (before && dayOf(before)) ? null : dayOf(message));

const dayOf = (message) => dateOf(message.ts).toDateString();

const follows = (message, before) =>
  Boolean(before && before.user === message.user && !before.only_for && !message.only_for && !threaded(before) && dateOf(message.ts) - dateOf(before.ts) < 300_000 && dayOf(before) === dayOf(message));

function announceOnce(message) {
  const key = `${message.channel}/${message.ts}`;
  if (heard.has(key)) return;
  heard.add(key);
  if (message.user === store.seen.app.id) announce(`${named(message.user)}: ${message.text}`);
}

/** Opens the thread in which the app has just answered, if there is room for it beside the channel. */
function notice() {
  const answers = store.seen.messages.filter((each) => each.user === store.seen.app.id && each.thread);
  for (const answer of answers) {
    const key = `${answer.channel}/${answer.ts}`;
    if (heard.has(key)) continue;
    announceOnce(answer);
    const asked = store.seen.messages.find((each) => each.ts === answer.thread);
    const fresh = Date.now() - dateOf(answer.ts) < 5000;
    if (fresh && asked?.user === ui.person && answer.channel === ui.place.id && innerWidth > 900) openThread(answer.channel, answer.thread);
  }
}

/** Up and down go from message to message. */
function walk(event) {
  const steps = { ArrowUp: -1, ArrowDown: 1 };
  const own = event.target.closest(".message");
  if (!(event.key in steps) || event.target !== own) return;
  const next = steps[event.key] < 0 ? own.previousElementSibling : own.nextElementSibling;
  next?.focus();
  event.preventDefault();
}
