// The app's Home.

import { drawBlocks } from "./blocks/blocks.js";
import { h } from "./dom.js";
import { store } from "./store.js";

export function drawHome(container) {
  const { home } = store.seen;
  const said = JSON.stringify(home);
  if (container.drawn === said) return;
  container.drawn = said;
  const held = document.activeElement?.id;
  container.replaceChildren(home
    ? h("div", { class: "home" }, drawBlocks(home.view.blocks, { place: { view: home.id }, exchange: home.exchange }))
    : h("p", { class: "waiting", role: "status" }, "Factbox is asked for its Home …"));
  if (held) document.getElementById(held)?.focus();
}
