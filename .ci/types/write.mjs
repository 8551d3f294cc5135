// Payloads, a line of JSON each, as TypeScript that holds them against Slack's published types.
import { readFileSync, writeFileSync } from "node:fs";

const ARGUMENTS = {
  "chat.postMessage": "ChatPostMessageArguments",
  "chat.postEphemeral": "ChatPostEphemeralArguments",
  "chat.update": "ChatUpdateArguments",
  "views.open": "ViewsOpenArguments",
  "views.push": "ViewsPushArguments",
  "views.update": "ViewsUpdateArguments",
  "views.publish": "ViewsPublishArguments",
  "assistant.threads.setStatus": "AssistantThreadsSetStatusArguments",
  "assistant.threads.setSuggestedPrompts": "AssistantThreadsSetSuggestedPromptsArguments",
  "assistant.threads.setTitle": "AssistantThreadsSetTitleArguments",
};

// What is said to a response_url or in an acknowledgement: Slack's packages for requests have no names for it.
const HEAD = `import type { KnownBlock, Option, OptionGroup, View } from "@slack/types";
import type { ${Object.values(ARGUMENTS).join(", ")} } from "@slack/web-api";
type Said = { text: string; blocks?: KnownBlock[]; response_type?: "ephemeral" | "in_channel"; replace_original?: boolean;
  delete_original?: boolean; thread_ts?: string; mrkdwn?: boolean; unfurl_links?: boolean; unfurl_media?: boolean };
type Deleted = { delete_original: true };
type OfAView = { response_action: "errors"; errors: Record<string, string> } | { response_action: "clear" }
  | { response_action: "update" | "push"; view: View };
type OfOptions = { options: Option[] } | { option_groups: OptionGroup[] };
type Ack = Said | OfAView | OfOptions | Record<string, never>;
type Response = Said | Deleted;
`;

const lines = readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const held = lines.flatMap(({ method, arguments: given }, number) => {
  const type = { ack: "Ack", respond: "Response" }[method] ?? ARGUMENTS[method];
  if (!type) throw new Error(`.ci/types/write.mjs has no type for ${method}`);
  // Slack's own arguments take any block that has a type; these must be blocks that Slack publishes.
  const blocks = given.blocks ?? given.view?.blocks;
  const strictly = blocks ? [`export const blocks${number}: KnownBlock[] = ${JSON.stringify(blocks)};`] : [];
  return [`export const payload${number}: ${type} = ${JSON.stringify(given)};`, ...strictly];
});
writeFileSync(new URL("payloads.ts", import.meta.url), HEAD + held.join("\n") + "\n");
console.log(`${lines.length} payloads, no two of one shape`);
