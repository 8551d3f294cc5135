// Inspect: what was weighed for an answer, what was delivered and sent for it, and how long each took.

import { h } from "./dom.js";
import { store, ui } from "./store.js";

export async function drawInspect(scroll) {
  const wanted = `${ui.exchange}/${store.seen.knowledge.revision}`;
  if (scroll.drawn === wanted && scroll.childElementCount) return;
  scroll.drawn = wanted;
  const told = await (await fetch(`exchange/${ui.exchange}`)).json();
  if (scroll.drawn !== wanted || ui.side !== "inspect") return;
  scroll.replaceChildren(told.number ? inspected(told) : h("p", {}, "This was too long ago to be inspected."));
}

function inspected(told) {
  const last = told.calls.at(-1);
  return h("div", { class: "inspect" },
    h("p", {}, h("strong", {}, told.what), told.question && ` · “${told.question}”`),
    h("dl", { class: "times" },
      time("acknowledged after", told.ack?.ms),
      last && time("answered after", last.ms)),
    told.weighed.length > 0 && part("What was weighed", h("pre", {}, told.weighed.join("\n")), true),
    part("Delivered to Factbox", json(told.delivered)),
    told.ack && part(`Acknowledged: ${told.ack.status}`, json(told.ack.body || "with nothing in it")),
    told.calls.map((call) => part(`${call.method.startsWith("/hooks") ? "response_url" : call.method} · ${call.ms} ms`, [json(call.arguments), h("h4", {}, "Slack’s answer"), json(call.answer)])));
}

const time = (what, ms) => [h("dt", {}, what), h("dd", {}, ms === undefined ? "not yet" : `${ms} ms`)];

const part = (title, content, open = false) => h("details", { open }, h("summary", {}, title), content);

const json = (value) => h("pre", { tabindex: "0" }, typeof value === "string" ? value : JSON.stringify(value, null, 2));
