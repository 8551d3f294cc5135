// The panel at the side: a thread, Inspect, or the state of the knowledge base.

import { composer } from "./composer.js";
import { h, icon } from "./dom.js";
import { closeSide } from "./go.js";
import { drawInspect } from "./inspect.js";
import { drawKnowledge } from "./knowledge.js";
import { drawMessages, messageList } from "./messages.js";
import { channel, store, ui } from "./store.js";

const TITLES = { thread: "Thread", inspect: "Inspect", knowledge: "Knowledge base" };

export function drawSide() {
  const side = document.getElementById("side");
  side.hidden = !ui.side;
  document.body.classList.toggle("with-side", Boolean(ui.side));
  if (!ui.side) {
    side.drawn = null;
    return;
  }
  const wanted = JSON.stringify([ui.person, ui.side, ui.side === "thread" && ui.thread]);
  if (side.drawn !== wanted) {
    side.drawn = wanted;
    side.replaceChildren(header(), h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": TITLES[ui.side] }), ...(ui.side === "thread" ? [reply()] : []));
    if (ui.side === "thread") side.querySelector(".scroll").append(messageList("Messages of this thread"));
  }
  const scroll = side.querySelector(".scroll");
  if (ui.side === "thread") drawThread(scroll);
  else if (ui.side === "inspect") drawInspect(scroll);
  else drawKnowledge(scroll);
}

function header() {
  const where = ui.side === "thread" ? channel(ui.thread.channel) : null;
  const about = where && h("small", {}, where.kind === "im" ? where.name : `# ${where.name}`);
  const back = ui.side !== "thread" && ui.thread;
  const label = back ? "Back to the thread" : "Close the panel";
  return h("header", { class: "top" }, h("h2", { tabindex: "-1" }, TITLES[ui.side], about), h("button", { class: "quiet", "aria-label": label, title: label, onclick: () => leave(back) }, icon(back ? "back" : "close")));
}

function leave(back) {
  closeSide(back ? "back" : true);
  (document.getElementById("reply") ?? document.getElementById("composer"))?.focus();
}

function drawThread(scroll) {
  const { channel: where, ts } = ui.thread;
  const shown = store.seen.messages.filter((each) => each.channel === where && (each.ts === ts || each.thread === ts));
  drawMessages(scroll.querySelector(".messages"), shown, scroll, true);
}

const reply = () => composer({ id: "reply", channel: ui.thread.channel, thread: ui.thread.ts, label: "Reply…" });
