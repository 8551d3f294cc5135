"""Tokens: looked up once a minute, refreshed once at expiry, gone after an uninstallation."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore

from bot.circuit import Away, Circuit
from bot.outbox.letter import Letter
from bot.playground.standin import StandIn
from bot.records import Forgotten
from bot.settings import Settings
from bot.store import Store
from bot.store.engine import engine_for
from bot.tokens import Tokens
from tests.aids.effort import Hanging
from tests.aids.slack import Slack

LETTER = Letter("T1/Ev1#0", "T1", None, "chat.postMessage", {"channel": "C1", "text": "87 meters"}, 0.0)


@contextmanager
def store_of(database: str) -> Iterator[Store]:
    store = Store(engine_for(database), "one")
    yield store
    store.dispose()


def installed(store: Store, expires_at: float | None = None, team: str = "T1") -> None:
    bot = Bot(
        app_id="A1",
        team_id=team,
        bot_token="xoxb-installed",
        bot_id="B1",
        bot_user_id="UBOT",
        bot_refresh_token="xoxe-1" if expires_at else None,
        bot_token_expires_at=int(expires_at) if expires_at else None,
        installed_at=time.time() - 60,
    )
    SQLAlchemyInstallationStore("client", store.engine).save_bot(bot)


def tokens(store: Store, standin: StandIn, **more: str) -> Tokens:
    settings = Settings(client_id="client", client_secret="secret", api_url=standin.url, **more)  # type: ignore[arg-type]
    return Tokens(settings, store.engine, Circuit())


def test_a_workspace_has_the_token_of_its_installation(database: str, standin: StandIn) -> None:
    with store_of(database) as store:
        installed(store)

        assert tokens(store, standin)(LETTER) == "xoxb-installed"


def test_without_an_installation_the_token_of_the_settings_serves(database: str, standin: StandIn) -> None:
    with store_of(database) as store:
        assert tokens(store, standin, bot_token="xoxb-set")(LETTER) == "xoxb-set"
        with pytest.raises(LookupError):
            tokens(store, standin)(LETTER)


def test_a_token_that_expires_is_refreshed_once_however_many_ask(database: str, standin: StandIn) -> None:
    with store_of(database) as one, store_of(database) as other:
        installed(one, expires_at=time.time() + 60)
        processes = [one, other] if "postgresql" in database else [one]
        asked = [tokens(store, standin) for store in processes] * 5

        with ThreadPoolExecutor(10) as pool:
            given = {*pool.map(lambda tokens: tokens(LETTER), asked)}

    assert given == {"xoxe.xoxb-1"}
    assert [call.method for call in standin.calls] == ["oauth.v2.access"]


def test_of_a_workspace_that_uninstalled_no_token_is_left(database: str, standin: StandIn) -> None:
    with store_of(database) as store:
        installed(store)

        store.write([Forgotten("T1", time.time())])

        with pytest.raises(LookupError):
            tokens(store, standin)(LETTER)


def test_a_workspace_that_installed_again_meanwhile_keeps_its_token(database: str, standin: StandIn) -> None:
    with store_of(database) as store:
        installed(store)

        store.write([Forgotten("T1", time.time() - 3600)])

        assert tokens(store, standin)(LETTER) == "xoxb-installed"


def test_a_store_that_hangs_is_not_waited_for(database: str, standin: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    with store_of(database) as store:
        installed(store)
        known = tokens(store, standin)
        known(LETTER)
        monkeypatch.setattr("bot.tokens.KNOWN_FOR", 0.0)
        monkeypatch.setattr("bot.tokens.PATIENCE", 0.2)

        with Hanging() as installed_in:
            monkeypatch.setattr(known, "_installed", installed_in)

            assert known(LETTER) == "xoxb-installed"
            assert not installed_in.waited_for


def test_who_asks_for_an_unknown_token_while_the_store_is_away_is_told_so(database: str, standin: StandIn) -> None:
    with store_of(database) as store:
        unknown = Tokens(Settings(client_id="client", api_url=standin.url), store.engine, Circuit())
        unknown._circuit.open(OSError("gone"))

        with pytest.raises(Away):
            unknown(LETTER)


def test_before_an_ack_the_store_is_asked_and_not_waited_for(
    database: str, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store_of(database) as store:
        installed(store)
        known = tokens(store, standin)
        assert known.in_time("T1", None) == "xoxb-installed"
        assert known.in_time("T2", None) is None

        monkeypatch.setattr("bot.tokens.PATIENCE", 60.0)  # of whoever can wait: an ack cannot
        with Hanging() as installed_in:
            monkeypatch.setattr(known, "_installed", installed_in)

            assert known.in_time("T1", None) == "xoxb-installed"
            assert known.in_time("T3", None) is None
            assert not installed_in.waited_for


def test_before_an_ack_only_a_token_that_has_expired_is_replaced(database: str, standin: StandIn) -> None:
    with store_of(database) as store:
        installed(store, expires_at=time.time() + 60)
        assert tokens(store, standin).in_time("T1", None) == "xoxb-installed"

        installed(store, expires_at=time.time() - 60)
        assert tokens(store, standin).in_time("T1", None) == "xoxe.xoxb-1"


def test_uninstalling_forgets_the_workspace(slack: Slack) -> None:
    slack.event({"type": "app_uninstalled"})

    assert [team for team, _ in slack.memory.forgotten] == ["T1"]


@pytest.mark.parametrize(("tokens", "forgotten"), [({"bot": ["UBOT"]}, 1), ({"oauth": ["UANNA"]}, 0)])
def test_a_revoked_bot_token_forgets_the_workspace(slack: Slack, tokens: dict[str, list[str]], forgotten: int) -> None:
    slack.event({"type": "tokens_revoked", "tokens": tokens})

    assert len(slack.memory.forgotten) == forgotten
