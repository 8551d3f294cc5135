// A table; its first row is its head.

import { h } from "../dom.js";
import { richText } from "./rich_text.js";

export function table(block) {
  const [head, ...rows] = block.rows;
  const align = (number) => `align-${block.column_settings?.[number]?.align ?? "left"}`;
  const cell = (tag, scope) => (given, number) => h(tag, { class: align(number), ...scope }, given.type === "rich_text" ? richText(given) : given.text);
  return h("div", { class: "table", tabindex: "0", role: "group", "aria-label": "Table" },
    h("table", {}, h("thead", {}, h("tr", {}, head.map(cell("th", { scope: "col" })))), h("tbody", {}, rows.map((row) => h("tr", {}, row.map(cell("td", {})))))));
}
