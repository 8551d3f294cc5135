// Going somewhere in the page: a channel, the app's Home, a thread, a panel.

import { act, changed, store, ui } from "./store.js";

export function goTo(place) {
  ui.place = place;
  if (ui.side === "thread") closeSide(false);
  document.body.classList.remove("with-sidebar");
  const direct = store.seen.channels.find((each) => each.id === place.id)?.kind === "im";
  if (place.kind === "home") act("open_home", { tab: "home" });
  else if (direct) act("open_home", { tab: "messages" });
  changed();
}

export function openThread(channel, ts) {
  ui.thread = { channel, ts };
  ui.side = "thread";
  changed();
}

export function inspect(exchange) {
  ui.exchange = exchange;
  ui.side = "inspect";
  changed();
  document.getElementById("side").querySelector("h2")?.focus();
}

export function openKnowledge() {
  ui.side = "knowledge";
  changed();
  document.getElementById("side").querySelector("h2")?.focus();
}

export function closeSide(draw = true) {
  ui.side = ui.side !== "thread" && ui.thread && draw === "back" ? "thread" : null;
  if (!ui.side) ui.thread = null;
  if (draw) changed();
}
