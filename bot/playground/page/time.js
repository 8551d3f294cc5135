// Slack's timestamps as moments.

export const dateOf = (ts) => new Date(Number(ts.split(".")[0]) * 1000);
