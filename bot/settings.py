"""What the environment says, as one frozen value; everything wrong with it at once, each with its cure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from os.path import expanduser
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from knowledge.library import DEFAULT_FOLDER

SLACK = "https://slack.com/api/"
DEFAULT_STATE = Path(expanduser("~/.local/state/factbox"))
"""The folder in which the last good copy of a knowledge base outlives a restart."""

BOT_TOKEN = "copy it whole from OAuth & Permissions → Bot User OAuth Token"
APP_TOKEN = "make one under Basic Information → App-Level Tokens, with the scope connections:write"
SECRET = "copy it whole from Basic Information → App Credentials"
TO_SERVE_MANY = "so that workspaces can install Factbox themselves"
TO_TRY = "to try Factbox here without Slack"

EVERYWHERE, DIRECT = "everywhere", "direct"

Process = Literal["bot", "web", "command"]
"""`python -m bot` needs both tokens or none, the web process the signing secret and
either the bot token or the credentials by which workspaces install it, a command neither."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this process runs."""

    bot_token: str = ""
    app_token: str = ""
    signing_secret: str = ""
    api_url: str = SLACK
    knowledge: Path = DEFAULT_FOLDER
    slash: str = "/fact"
    threads: int = 16
    state: Path = DEFAULT_STATE
    database_url: str = ""
    client_id: str = ""
    client_secret: str = ""
    asker_secret: str = ""
    keep_texts: int = 30
    keep_revisions: int = 500
    admins: frozenset[str] = frozenset()
    workspace_admins: bool = False
    kept_in_database: bool = False
    support_contact: str = ""
    everywhere: bool = True
    channels: frozenset[str] = frozenset()
    strangers: bool = True

    @property
    def installs(self) -> bool:
        """Whether workspaces install Factbox by themselves, each with a token of its own."""
        return bool(self.client_id and self.client_secret)

    @property
    def database(self) -> str:
        """The address of the database: by default a file of SQLite in the folder `state`."""
        return self.database_url or f"sqlite:///{self.state / 'factbox.sqlite3'}"

    @property
    def spool(self) -> Path:
        """The folder for what the database could not take in time."""
        return self.state / "spool"


def settings_in(env: Mapping[str, str], process: Process) -> tuple[Settings, tuple[str, ...]]:
    """The settings, and what is missing or malformed. An empty variable counts as unset; no secret is repeated."""
    given = {name: value.strip() for name, value in env.items() if value.strip()}
    problems = (*_token_problems(given), *_missing(given, process), *_malformed(given))
    return Settings() if problems else _settings(given), problems


def _settings(given: Mapping[str, str]) -> Settings:
    return Settings(
        bot_token=given.get("SLACK_BOT_TOKEN", ""),
        app_token=given.get("SLACK_APP_TOKEN", ""),
        signing_secret=given.get("SLACK_SIGNING_SECRET", ""),
        api_url=given.get("SLACK_API_URL", SLACK),
        knowledge=Path(given["KNOWLEDGE"]) if "KNOWLEDGE" in given else DEFAULT_FOLDER,
        slash=given.get("SLACK_COMMAND", "/fact"),
        threads=int(given.get("LISTENER_THREADS", 16)),
        state=Path(given.get("FACTBOX_STATE", DEFAULT_STATE)),
        database_url=given.get("DATABASE_URL", ""),
        client_id=given.get("SLACK_CLIENT_ID", ""),
        client_secret=given.get("SLACK_CLIENT_SECRET", ""),
        asker_secret=given.get("ASKER_SECRET", ""),
        keep_texts=int(given.get("KEEP_QUESTIONS_DAYS", 30)),
        keep_revisions=int(given.get("KEEP_REVISIONS", 500)),
        admins=frozenset(_names(given.get("ADMINS", ""))),
        workspace_admins=given.get("WORKSPACE_ADMINS", "no") == "yes",
        kept_in_database=given.get("KNOWLEDGE_KEPT_IN") == "database",
        everywhere=given.get("ANSWER_IN", EVERYWHERE) == EVERYWHERE,
        channels=frozenset(_names(given.get("ANSWER_IN", ""))) - {EVERYWHERE, DIRECT},
        strangers=given.get("ANSWER_STRANGERS", "yes") == "yes",
        support_contact=given.get("SUPPORT_CONTACT", ""),
    )


def _token_problems(given: Mapping[str, str]) -> Iterator[str]:
    for name, prefix, cure in (("SLACK_BOT_TOKEN", "xoxb-", BOT_TOKEN), ("SLACK_APP_TOKEN", "xapp-", APP_TOKEN)):
        if name in given and not re.fullmatch(prefix + r"[\w.-]+", given[name], re.ASCII):
            yield f"{name} is not a token that starts with {prefix}: {cure}"
    if re.search(r"\s", given.get("SLACK_SIGNING_SECRET", "")):
        yield f"SLACK_SIGNING_SECRET has a space in it: {SECRET}"


def _missing(given: Mapping[str, str], process: Process) -> Iterator[str]:
    bot, app, secret = (name in given for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"))
    installs = [name for name in ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET") if name in given]
    if len(installs) == 1:
        (other,) = {"SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"} - {*installs}
        yield f"{other} is missing: {SECRET}; or unset {installs[0]} too, if this serves one workspace"
    if process == "web" and not bot and not installs:
        yield f"SLACK_BOT_TOKEN is missing: {BOT_TOKEN}; or set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, {TO_SERVE_MANY}"
    if process == "web" and not secret:
        yield f"SLACK_SIGNING_SECRET is missing: {SECRET}"
    if process == "bot" and bot and not app:
        yield f"SLACK_APP_TOKEN is missing: {APP_TOKEN}; or unset SLACK_BOT_TOKEN too, {TO_TRY}"
    if process == "bot" and app and not bot:
        yield f"SLACK_BOT_TOKEN is missing: {BOT_TOKEN}; or unset SLACK_APP_TOKEN too, {TO_TRY}"


def _malformed(given: Mapping[str, str]) -> Iterator[str]:
    if not _is_number(given.get("PORT", "8000"), 65535):
        yield "PORT is not a number from 1 to 65535: set it to a free port, such as 8000"
    if not _is_number(given.get("LISTENER_THREADS", "16"), 256):
        yield "LISTENER_THREADS is not a number from 1 to 256: unset it for 16"
    if given.get("KNOWLEDGE_KEPT_IN", "folder") not in ("folder", "database"):
        yield "KNOWLEDGE_KEPT_IN is neither folder nor database: unset it for folder"
    if not _is_database(given.get("DATABASE_URL", "sqlite://")):
        yield "DATABASE_URL is not an address of PostgreSQL or SQLite: write postgresql://user:password@host/name, or unset it"
    if not _is_number(given.get("KEEP_QUESTIONS_DAYS", "30"), 3650):
        yield "KEEP_QUESTIONS_DAYS is not a number from 1 to 3650: unset it for 30"
    if not _is_number(given.get("KEEP_REVISIONS", "500"), 99_999, least=60):
        yield "KEEP_REVISIONS is not a number from 60 to 99999: unset it for 500"
    if not all(re.fullmatch("[TUW][A-Z0-9]{2,20}", name) for name in _names(given.get("ADMINS", ""))):
        yield "ADMINS is not a list of ids: write them with commas between, such as U0123456,U0234567"
    if given.get("WORKSPACE_ADMINS", "no") not in ("yes", "no"):
        yield "WORKSPACE_ADMINS is neither yes nor no: unset it for no"
    rooms = _names(given.get("ANSWER_IN", EVERYWHERE))
    if rooms not in ([EVERYWHERE], [DIRECT]) and not (
        rooms and all(re.fullmatch("[CG][A-Z0-9]{2,20}", room) for room in rooms)
    ):
        yield "ANSWER_IN is neither everywhere, direct nor a list of channel ids: write one of them, such as C0123456,C0234567"
    if given.get("ANSWER_STRANGERS", "yes") not in ("yes", "no"):
        yield "ANSWER_STRANGERS is neither yes nor no: unset it for yes"
    if not re.fullmatch(r"https://\S+|[^\s@]+@[^\s@]+", given.get("SUPPORT_CONTACT", "a@b")):
        yield "SUPPORT_CONTACT is neither an email address nor one that begins with https://: write one of them, or unset it"
    if not _is_address(given.get("SLACK_API_URL", SLACK)):
        yield f"SLACK_API_URL is not an http or https address: unset it for {SLACK}"
    if not re.fullmatch(r"/[a-z0-9_-]{1,31}", given.get("SLACK_COMMAND", "/fact")):
        yield "SLACK_COMMAND is not a slash command: write it as in the manifest, such as /fact"


def _names(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _is_number(text: str, most: int, least: int = 1) -> bool:
    return bool(re.fullmatch(r"[0-9]{1,5}", text)) and least <= int(text) <= most


def _is_database(text: str) -> bool:
    return bool(re.match(r"(postgres|postgresql|postgresql\+psycopg|sqlite)://", text))


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is not a number, or a bracket that is not closed
        return False
