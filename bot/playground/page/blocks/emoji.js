// The few emoji that are likely to be named; another name stays as it is written.

const NAMED = {
  white_check_mark: "✅", heavy_check_mark: "✔️", x: "❌", warning: "⚠️", information_source: "ℹ️", question: "❓",
  mag: "🔍", book: "📖", books: "📚", bulb: "💡", bell: "🔔", no_bell: "🔕", pencil2: "✏️", memo: "📝", wave: "👋",
  tada: "🎉", eyes: "👀", link: "🔗", calendar: "📅", chart_with_upwards_trend: "📈", bar_chart: "📊", lock: "🔒",
  "+1": "👍", thumbsup: "👍", "-1": "👎", thumbsdown: "👎", house: "🏠", arrow_right: "➡️", arrow_left: "⬅️", gear: "⚙️",
};

export const emoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => NAMED[name] ?? whole);

export const emojiNamed = (name) => NAMED[name] ?? `:${name}:`;
