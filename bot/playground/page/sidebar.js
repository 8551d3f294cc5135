// The channels, the direct message with the app, and who one is.

import { h, icon } from "./dom.js";
import { goTo, openKnowledge } from "./go.js";
import { becomes, store, ui } from "./store.js";

export function drawSidebar() {
  const { seen } = store;
  const rooms = seen.channels.filter((each) => each.kind === "channel");
  const direct = seen.channels.filter((each) => each.kind === "im");
  const drawn = JSON.stringify([ui.place, ui.person, seen.channels, seen.promised.home, mistakes(seen.knowledge)]);
  const sidebar = document.getElementById("sidebar");
  if (sidebar.drawn === drawn) return;
  sidebar.drawn = drawn;
  const held = document.activeElement?.closest?.("#sidebar") && document.activeElement.id;
  sidebar.replaceChildren(
    h("header", {}, h("span", { class: "workspace" }, "Playground"), close()),
    h("h2", {}, "Channels"),
    h("ul", {}, rooms.map((each) => item(`# ${each.name}`, { kind: "channel", id: each.id }))),
    h("h2", {}, "Apps"),
    h("ul", {}, direct.map((each) => item(each.name, { kind: "channel", id: each.id }, appIcon()))),
    h("div", { class: "below" }, knowledge(seen.knowledge), who(seen)),
  );
  if (held) document.getElementById(held)?.focus();
}

const mistakes = (knowledge) => knowledge.problemCount;

function item(label, place, drawing = null) {
  const id = `to-${place.id}`;
  const here = ui.place.id === place.id;
  const button = h("button", { id, "aria-current": here && "page", onclick: () => goTo(place) }, drawing, h("span", {}, label));
  return h("li", {}, button);
}

const appIcon = () => h("img", { src: "factbox.svg", alt: "", width: 20, height: 20 });

function knowledge(known) {
  const bad = mistakes(known);
  const label = bad ? `Knowledge base: ${bad} problem${bad === 1 ? "" : "s"}` : "Knowledge base";
  return h("button", { id: "to-knowledge", class: bad ? "bad" : "", onclick: openKnowledge }, icon("book"), h("span", {}, label));
}

function who(seen) {
  const people = seen.people.map((each) =>
    h("option", { value: each.id, selected: each.id === ui.person }, each.name + (each.admin ? " (admin)" : "")));
  const become = (event) => {
    becomes(event.target.value);
    Object.assign(ui, { place: { kind: "channel", id: "C1" }, thread: null, side: null });
  };
  return h("label", { class: "who" }, "You are", h("select", { id: "who", onchange: become }, people));
}

function close() {
  const leave = () => document.body.classList.remove("with-sidebar");
  return h("button", { class: "quiet only-narrow", "aria-label": "Close the list of channels", onclick: leave }, icon("close"));
}
