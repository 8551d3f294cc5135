// Elements, made in one way: text is always a text node, so nothing that people or YAML say is ever read as HTML.

/** An element. `given`: properties that begin with "on" listen, `class` and the others are attributes; false leaves out. */
export function h(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") element[name] = value;
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Brings the children of a container in line with a list, and touches only those whose value has changed. */
export function keyed(container, values, keyOf, make) {
  const old = new Map([...container.children].map((node) => [node.dataset.key, node]));
  let before = container.firstElementChild;
  for (const value of values) {
    const key = keyOf(value);
    const said = JSON.stringify(value);
    let node = old.get(key);
    old.delete(key);
    if (!node || node.said !== said) {
      const made = Object.assign(make(value), { said });
      made.dataset.key = key;
      if (node) {
        const hadFocus = node.contains(document.activeElement);
        if (node === before) before = made;
        node.replaceWith(made);
        if (hadFocus) made.focus();
      }
      node = made;
    }
    if (node === before) before = node.nextElementSibling;
    else container.insertBefore(node, before);
  }
  for (const gone of old.values()) gone.remove();
}

const DRAWN = {
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6L6 18",
  back: "M14 6l-6 6 6 6",
  send: "M5 12l-1-8 17 8-17 8 1-8h7",
  plus: "M12 5v14M5 12h14",
  at: "M16 12a4 4 0 1 0-8 0 4 4 0 0 0 8 0zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-4 7.5",
  reply: "M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5z",
  more: "M12 5.4v.2M12 11.9v.2M12 18.4v.2",
  choose: "M6 9l6 6 6-6",
  look: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zm13 0a3 3 0 1 0-6 0 3 3 0 0 0 6 0z",
  book: "M5 4h12a2 2 0 0 1 2 2v14H7a2 2 0 0 1-2-2zM9 8h6M9 12h6",
  up: "M7 11l4-8c1.5 0 2.5 1 2.5 2.5V9H19a2 2 0 0 1 2 2.3l-1.2 7A2 2 0 0 1 17.8 20H7zM7 11H3v9h4",
  down: "M17 13l-4 8c-1.5 0-2.5-1-2.5-2.5V15H5a2 2 0 0 1-2-2.3l1.2-7A2 2 0 0 1 6.2 4H17zM17 13h4V4h-4",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
};

/** A drawing beside words that say the same; hidden from screen readers. */
export function icon(name) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", DRAWN[name] ?? DRAWN.more);
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(path);
  return drawing;
}
