"""The pages of the web process, as plain HTML: a landing page, privacy, support, and how an installation went.

They load nothing from elsewhere: no script, no font, no picture.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

from bot.manifest import scopes
from bot.settings import Settings

HTML = "text/html; charset=utf-8"

SCOPES = {
    "app_mentions:read": "to hear when it is mentioned",
    "assistant:write": "to suggest questions in an empty conversation",
    "chat:write": "to answer",
    "commands": "for its slash command and its shortcuts",
    "im:history": "to read what is written to it directly",
    "users:read": "to see whether somebody who wants to edit runs the workspace",
}
"""Why each permission is asked for."""

INSTALL = '<p><a class="button" href="/slack/install">Add to Slack</a></p>'
FIRST = "Whoever installs Factbox is the first admin, and names others."
SORRY = (
    '<p class="lead">Nothing was installed.</p><p>Please <a href="/slack/install">begin again</a>; '
    'if that does not help, see <a href="/support">support</a>.</p>'
)


def landing(settings: Settings) -> str:
    """What Factbox is, and the way to install it if it is to be installed from here."""
    install, first = (INSTALL, FIRST) if settings.installs else ("", "")
    return _page("The figure, its date, and where it was printed", "landing", install=install, first=first,
                 command=escape(settings.slash))  # fmt: skip


def privacy(settings: Settings) -> str:
    """What is kept, why and for how long; and why each permission is asked for."""
    asked = "\n".join(f"<dt><code>{each}</code></dt><dd>{SCOPES[each]}</dd>" for each in scopes(settings))
    return _page("Privacy", "privacy", scopes=asked, days=str(settings.keep_texts))


def support(settings: Settings) -> str:
    """Whom to write to, and what helps without."""
    return _page("Support", "support", contact=_contact(settings.support_contact), command=escape(settings.slash))


def installed(app: str, team: str) -> str:
    """After an installation. The ids are Slack's."""
    address = escape(f"https://slack.com/app_redirect?app={app}&team={team}", quote=True)
    return _framed(
        "Factbox is in your workspace",
        f'<p class="lead">Open it in Slack, and ask it for a figure.</p><p><a class="button" href="{address}">Open Slack</a></p>'
        "<p>You are the first who may change what it knows, and you can name others.</p>",
    )


def not_installed() -> str:
    """After an installation that did not come through."""
    return _framed("That did not work", SORRY)


def _page(title: str, name: str, **words: str) -> str:
    return _framed(title, Template(_file(f"{name}.html")).substitute(words))


def _framed(title: str, text: str) -> str:
    return Template(_file("frame.html")).substitute(title=escape(title), text=text, style=_file("style.css").strip())


def _file(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def _contact(contact: str) -> str:
    if not contact:
        return "ask whoever runs this Factbox"
    address = contact if contact.startswith("https://") else f"mailto:{contact}"
    return f'<a href="{escape(address, quote=True)}">{escape(contact)}</a>'
