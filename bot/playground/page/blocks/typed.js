// What is stored of a message, as its writer had typed it.

import { channel, named } from "../store.js";
import { unescaped } from "./text.js";

export function typed(text) {
  const names = text.replace(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, (_, sign, target, label) => {
    if (sign === "@") return `@${named(target)}`;
    if (sign === "#") return `#${channel(target)?.name ?? label}`;
    return sign === "!" ? `@${target}` : target;
  });
  return unescaped(names);
}
