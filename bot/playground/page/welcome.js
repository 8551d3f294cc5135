// What an empty channel says, with first questions out of the knowledge base.

import { h } from "./dom.js";
import { act, channel, store, ui } from "./store.js";

export function welcome() {
  const here = channel(ui.place.id);
  const direct = here.kind === "im";
  const ask = (question) => act("say", { channel: here.id, text: direct ? question : `@${store.seen.app.name} ${question}` });
  const offered = store.seen.prompts[here.id]?.prompts ?? store.seen.suggestions.map((question) => ({ title: question, message: question }));
  const first = offered.map(({ title, message }) => h("li", {}, h("button", { onclick: () => ask(message) }, title)));
  return h("section", { class: "welcome", "aria-label": "How to begin" },
    h("img", { src: "factbox.svg", alt: "", width: 48, height: 48 }),
    h("h2", {}, direct ? "Ask Factbox directly" : `This is # ${here.name}`),
    h("p", {}, how(here, direct)),
    here.joined && h("p", { id: "try" }, "Try one of these, or ask in your own words:"),
    here.joined && h("ul", { class: "suggestions", "aria-labelledby": "try" }, first));
}

function how(here, direct) {
  const command = store.seen.promised.commands[0].command;
  if (direct) return "Every message here is a question to Factbox; it answers with the figure, its date and the exact place it was printed.";
  if (!here.joined) return `Nobody has invited Factbox to this channel, so it does not hear a mention. ${command} works here as everywhere.`;
  return `Mention @Factbox with a question, or type ${command} for an answer that only you see. It answers with the figure, its date and the exact place it was printed.`;
}
