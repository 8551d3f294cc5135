// What an editor sees at each save: problems and doubts with file and line, and the answers that changed.

import { h } from "./dom.js";
import { act, store, ui } from "./store.js";

export function drawKnowledge(scroll) {
  const { knowledge } = store.seen;
  const said = JSON.stringify(knowledge);
  if (scroll.drawn === said) return;
  scroll.drawn = said;
  scroll.replaceChildren(h("div", { class: "knowledge", "aria-live": "polite" },
    h("p", { class: "folder" }, h("code", {}, knowledge.folder)),
    state(knowledge),
    listed("Problems", knowledge.problems, knowledge.problemCount),
    listed("Doubts", knowledge.doubts, knowledge.doubtCount),
    changes(knowledge)));
}

function state(knowledge) {
  const held = `${knowledge.facts} ${knowledge.facts === 1 ? "fact" : "facts"}, revision ${knowledge.revision}`;
  if (knowledge.problemCount) return h("p", { class: "state bad" }, `Not served as it stands: answers still come from the last good state (${held}).`);
  return h("p", { class: "state good" }, `Served: ${held}. What you save is read within seconds.`);
}

function listed(title, findings, count) {
  if (!count) return null;
  const entry = (each) => h("li", {}, h("code", {}, each.line ? `${each.file}:${each.line}` : each.file), each.entry && h("strong", {}, each.entry), h("span", {}, each.message));
  const more = count > findings.length && h("p", {}, `and ${count - findings.length} more: make check prints them all`);
  return h("section", {}, h("h3", {}, `${title} (${count})`), h("ul", { class: "findings" }, findings.map(entry)), more);
}

function changes(knowledge) {
  if (knowledge.problemCount) return null; // what cannot be served is asked nothing
  if (knowledge.asking) return h("section", {}, h("h3", {}, "Questions"), h("p", {}, "The questions of questions.yaml are being asked …"));
  const right = knowledge.questions - knowledge.missed;
  const summary = `${right} of ${knowledge.questions} find what they must.`;
  const none = `No answer has changed: they are the same as ${knowledge.comparedWith}.`;
  return h("section", {}, h("h3", {}, "Questions"), h("p", {}, summary),
    knowledge.changedCount === 0 ? h("p", {}, none) : h("p", {}, `${knowledge.changedCount} changed; before means ${knowledge.comparedWith}:`),
    h("ul", { class: "changes" }, knowledge.changed.map(change)));
}

const TURNS = { worse: "worse: it was right", better: "better: it was wrong", other: "" };

function change(each) {
  const again = () => act("say", { channel: ui.place.id, text: `${store.seen.promised.commands[0].command} ${each.ask}` });
  return h("li", { class: each.turn }, h("button", { class: "link", title: "Ask it now", onclick: again }, each.ask),
    h("code", {}, each.where), TURNS[each.turn] && h("em", {}, TURNS[each.turn]),
    h("dl", {}, h("dt", {}, "before"), h("dd", {}, each.before), h("dt", {}, "now"), h("dd", {}, each.after)));
}
