// The middle: a channel or the app's Home, with its header, its messages and the field one types in.

import { composer } from "./composer.js";
import { h, icon } from "./dom.js";
import { goTo } from "./go.js";
import { drawHome } from "./home.js";
import { drawMessages, messageList } from "./messages.js";
import { channel, store, ui } from "./store.js";
import { welcome } from "./welcome.js";

export function drawMain() {
  const main = document.getElementById("main");
  const wanted = `${ui.person}/${ui.place.kind}/${ui.place.id}`;
  if (main.dataset.place !== wanted) {
    main.dataset.place = wanted;
    main.replaceChildren(header(), ...(ui.place.kind === "home" ? [h("div", { id: "home" })] : conversation()));
  }
  document.title = `${title()} · Factbox playground`;
  if (ui.place.kind === "home") drawHome(document.getElementById("home"));
  else drawConversation(main);
}

const title = () => {
  const here = channel(ui.place.id);
  return here.kind === "im" ? here.name : `# ${here.name}`;
};

function header() {
  const openList = () => {
    document.body.classList.add("with-sidebar");
    document.getElementById("sidebar").querySelector("button")?.focus();
  };
  const list = h("button", { class: "quiet only-narrow", "aria-label": "Channels", onclick: openList }, icon("menu"));
  return h("header", { class: "top" }, list, h("h2", {}, title()), tabs());
}

/** Home and Messages, as an app has them in Slack. */
function tabs() {
  if (channel(ui.place.id).kind !== "im") return null;
  const tab = (label, kind) =>
    h("button", { "aria-current": ui.place.kind === kind && "page", onclick: () => goTo({ kind, id: ui.place.id }) }, label);
  return h("nav", { class: "tabs", "aria-label": "Factbox" },
    store.seen.promised.home && tab("Home", "home"), tab("Messages", "channel"));
}

function conversation() {
  const list = messageList(`Messages in ${title()}`);
  return [h("div", { class: "scroll" }, welcome(), list), composer({ id: "composer", channel: ui.place.id, label: `Message ${title()}` })];
}

function drawConversation(main) {
  const scroll = main.querySelector(".scroll");
  const here = store.seen.messages.filter((each) => each.channel === ui.place.id && !each.thread);
  const first = main.querySelector(".welcome");
  const prompts = JSON.stringify(store.seen.prompts[ui.place.id]?.prompts);
  if (first.prompts !== prompts) first.replaceWith(Object.assign(welcome(), { prompts }));
  main.querySelector(".welcome").hidden = here.length > 0;
  drawMessages(scroll.querySelector(".messages"), here, scroll);
}
