"""The pages of the web process, as plain HTML: a landing page, privacy, support, and how an installation went."""

from __future__ import annotations

from html import escape

from bot.settings import Settings

HTML = "text/html; charset=utf-8"

FRAME = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Factbox</title>
<style>
body {{ max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.6 system-ui, sans-serif; color: #1d1c1d; background: #fff }}
a {{ color: #1f3a5f }}
nav a {{ margin-right: 1.5rem }}
@media (prefers-color-scheme: dark) {{ body {{ color: #e8e8e8; background: #1a1d21 }} a {{ color: #9cc2f0 }} }}
</style>
</head>
<body>
<nav aria-label="Pages"><a href="/">Factbox</a><a href="/privacy">Privacy</a><a href="/support">Support</a></nav>
<main>
<h1>{title}</h1>
{text}
</main>
</body>
</html>
"""

SORRY = "Nothing was installed. Please <a href='/slack/install'>begin again</a>; if that does not help, see <a href='/support'>support</a>."


def page(title: str, *paragraphs: str) -> str:
    """A page. `title` is text; each of the paragraphs is HTML already."""
    return FRAME.format(title=escape(title), text="\n".join(f"<p>{each}</p>" for each in paragraphs))


def landing(settings: Settings) -> str:
    install = ["<a href='/slack/install'><strong>Add to Slack</strong></a>"] if settings.installs else []
    command = escape(settings.slash)
    return page(
        "Factbox",
        "A Slack app for people who quote figures for a living. Ask it, and it answers with the figure as it was printed, "
        "its date and the exact place where it was printed; or it says honestly that it holds none.",
        f"In Slack: <code>{command}</code> and your question, for your eyes only; mention it in a channel, and it answers "
        "in the thread; or write to it directly.",
        "No language model writes anything: every character of a figure comes from a record that can be checked.",
        *install,
    )


def privacy(settings: Settings) -> str:
    return page(
        "Privacy",
        "Factbox sees what is said to it: slash commands, mentions, direct messages to it, and what people press under its "
        "answers. It cannot read channels, and it asks Slack for nothing else about people.",
        "To answer, it sends nothing to anybody but Slack: no language model, no analytics, no advertising.",
        f"The text of a question is kept for {settings.keep_texts} days, and with it which figures were given and where, "
        "so that a correction can reach those who were given a figure. Who asked is kept as a keyed hash. "
        "Whoever asks to be told of something is kept with their Slack user id until they have been told.",
        "When a workspace removes Factbox, everything of that workspace is erased at once. A person’s data is erased on "
        "request: see <a href='/support'>support</a>.",
    )


def support(settings: Settings) -> str:
    command = escape(settings.slash)
    return page(
        "Support",
        f"<code>{command} help</code> tells how to ask. If an answer is wrong, or a figure is missing, tell the admins of "
        "your Factbox: they keep what it knows.",
        f"For anything else, and to have your data erased: {_contact(settings.support_contact)}.",
    )


def installed(app: str, team: str) -> str:
    """After an installation. The ids are Slack's."""
    address = escape(f"https://slack.com/app_redirect?app={app}&team={team}", quote=True)
    return page(
        "Factbox is in your workspace",
        f"<a href='{address}'>Open it in Slack</a>, and ask it for a figure. You are the first who may change what it "
        "knows, and you can name others.",
    )


def not_installed() -> str:
    return page("That did not work", SORRY)


def _contact(contact: str) -> str:
    if not contact:
        return "ask whoever runs this Factbox"
    address = contact if contact.startswith("https://") else f"mailto:{contact}"
    return f"<a href='{escape(address, quote=True)}'>{escape(contact)}</a>"
