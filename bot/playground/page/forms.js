// What has been filled in so far: in each message, modal and Home, by block and action, as Slack's `state` has it.

const filled = new Map();

const keyOf = (place) => place.view ?? `${place.channel}/${place.ts}`;

/** What was filled in; undefined if nothing was yet. */
export const valueOf = (place, block, action) => filled.get(keyOf(place))?.[block]?.[action];

export function fill(place, block, action, value) {
  const key = keyOf(place);
  const values = filled.get(key) ?? {};
  values[block] = { ...values[block], [action]: value };
  filled.set(key, values);
}

/** The values of those blocks that are shown. */
export function valuesOf(place, blocks) {
  const values = filled.get(keyOf(place)) ?? {};
  return Object.fromEntries(blocks.filter((each) => each.block_id in values).map((each) => [each.block_id, values[each.block_id]]));
}
