"""The workspaces that have installed Factbox by OAuth: whether each one's token is good, renewed, and for which scopes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from sqlalchemy import Engine, select

from bot.check.line import Line
from bot.check.tokens import PATIENCE, clock, header, scopes_missing
from bot.circuit import Away, Circuit
from bot.settings import Settings
from bot.store.tables import BOTS
from bot.tokens import Tokens, is_old

MOST, AT_ONCE, SHOWN = 50, 8, 10
"""How many workspaces are looked at, how many at a time, and of how many it is told what to do: it is one screen."""

AGAIN = "have it installed there again, at /slack/install"
RENEW = f"see whether SLACK_CLIENT_SECRET is that of the app; if it is, {AGAIN}"


@dataclass(frozen=True, slots=True)
class Looked:
    """What is to be done about a workspace, if anything; and Slack's clock, if it answered."""

    todo: Line | None
    date: str = ""


def workspaces(settings: Settings, engine: Engine) -> Iterator[Line]:
    """A line for all of them, and one for each that needs something."""
    installed = _installed(settings, engine)
    if not installed:
        yield Line("workspaces", "none yet: send people to /slack/install")
        return
    tokens = Tokens(settings, engine, Circuit())
    with ThreadPoolExecutor(AT_ONCE) as pool:
        looked = [*pool.map(lambda each: _looked_at(each, tokens, settings), installed[:MOST])]
    todo = [each.todo for each in looked if each.todo]
    newest = f", the newest of {len(installed)}" if len(installed) > len(looked) else ""
    yield Line("workspaces", f"the tokens of {len(looked) - len(todo)} of {len(looked)} are good{newest}")
    yield from clock(next((each.date for each in looked if each.date), ""))
    yield from todo[:SHOWN]
    if len(todo) > SHOWN:
        yield Line("workspaces", f"{len(todo) - SHOWN} more are not good", "mend these first, then check again")


def _installed(settings: Settings, engine: Engine) -> Sequence[Bot]:
    """The bot in each workspace, as it was installed or given a token last; the newest first."""
    ours = BOTS.c.client_id == settings.client_id, BOTS.c.team_id.is_not(None)
    newest: dict[tuple[str | None, str | None], Bot] = {}
    with engine.connect() as connection:
        for row in connection.execute(select(BOTS).where(*ours).order_by(BOTS.c.installed_at.desc())).mappings():
            bot = SQLAlchemyInstallationStore.build_bot_entity(row)
            newest.setdefault((bot.enterprise_id, bot.team_id), bot)
    return [*newest.values()]


def _looked_at(bot: Bot, tokens: Tokens, settings: Settings) -> Looked:
    """What Slack says of its token; one that expires is renewed, as it would be for the next post."""
    team = bot.team_id or ""
    what = f"workspace {bot.team_name} ({team})" if bot.team_name else f"workspace {team}"
    try:
        token = tokens.of(team, bot.enterprise_id)
        answer = WebClient(token, base_url=settings.api_url, timeout=PATIENCE).auth_test()
    except SlackApiError as refusal:
        return Looked(_refused(what, str(refusal.response.get("error")), team))
    except (OSError, ValueError, LookupError, Away) as error:
        return Looked(
            Line(what, f"cannot be asked about ({type(error).__name__})", "try again once Slack can be reached")
        )
    date = header(answer, "date")
    if token == bot.bot_token and is_old(bot):
        return Looked(Line(what, "its token expires soon, and Slack gives no new one", RENEW), date)
    missing = scopes_missing(settings, header(answer, "x-oauth-scopes"))
    return Looked(Line(what, f"{', '.join(missing)}: missing", AGAIN) if missing else None, date)


def _refused(what: str, error: str, team: str) -> Line:
    if error == "token_expired":
        return Line(what, "its token has expired, and Slack gives no new one", RENEW)
    return Line(
        what, f"Slack refuses its token ({error})", f"{AGAIN}; or, if it was removed: python -m bot erase {team}"
    )
