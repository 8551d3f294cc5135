"""`python -m bot check`: what is good, and what to do where it is not; never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.check import check
from bot.keeping.shelf import shelf_for
from bot.manifest import manifest
from bot.playground.standin import StandIn
from bot.settings import Settings, settings_in
from bot.store.engine import engine_for
from bot.store.migrate import migrate
from tests.bases import RURITANIA


@pytest.fixture
def env(tmp_path: Path, standin: StandIn) -> dict[str, str]:
    """An environment in which everything is in order."""
    standin.headers = {"x-oauth-scopes": ",".join(manifest()["oauth_config"]["scopes"]["bot"])}
    migrate(engine_for(Settings(state=tmp_path).database))
    tokens = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "SLACK_API_URL": standin.url}
    return {**tokens, "FACTBOX_STATE": str(tmp_path), "KNOWLEDGE": str(RURITANIA)}


def shown(env: dict[str, str], capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """The exit code, and the lines with something to do."""
    code = check(env)
    lines = capsys.readouterr().out.splitlines()
    return code, [line for line in lines if line.startswith("TO DO")]


def test_where_all_is_in_order_every_line_is_good(env: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert check(env) == 0

    looked_at = [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()]
    names = ("settings", "bot token", "scopes", "clock", "app token", "database", "knowledge base")
    assert looked_at == [f"good   {name}" for name in names]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb 1"}, "TO DO  settings: SLACK_BOT_TOKEN is not a token that starts with xoxb-"),
        ({"SLACK_API_URL": "http://127.0.0.1:9/api/"}, "TO DO  Slack: cannot be reached (URLError)"),
        ({"DATABASE_URL": "sqlite:////proc/nowhere/x.sqlite3"}, "TO DO  database: cannot be asked (OperationalError)"),
        ({"DATABASE_URL": "postgresql://f@127.0.0.1:9/f"}, "TO DO  database: cannot be asked (OperationalError)"),
        ({"DATABASE_URL": "sqlite:///{state}/new.sqlite3"}, "TO DO  database: sqlite, tables missing of "),
        ({"KNOWLEDGE": "/nowhere"}, "TO DO  knowledge base: "),
        (
            {"KNOWLEDGE_KEPT_IN": "database"},
            "TO DO  knowledge base: facts/: this folder cannot be read: the database",
        ),
    ],
    ids=str,
)
def test_what_is_not_in_order_is_told_with_what_to_do(
    env: dict[str, str], capsys: pytest.CaptureFixture[str], change: dict[str, str], told: str
) -> None:
    changed = {name: value.format(state=env["FACTBOX_STATE"]) for name, value in change.items()}

    code, lines = shown({**env, **changed}, capsys)

    assert code == 1
    assert lines[0].startswith(told)


def test_a_knowledge_base_in_the_database_is_looked_at_there(
    env: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    there = {**env, "KNOWLEDGE_KEPT_IN": "database"}
    shelf_for(settings_in(there, "bot")[0])

    assert check({**there, "KNOWLEDGE": "/nowhere"}) == 0
    assert capsys.readouterr().out.rstrip().endswith(", kept in the database")


def test_a_scope_that_is_missing_is_named(
    env: dict[str, str], capsys: pytest.CaptureFixture[str], standin: StandIn
) -> None:
    standin.headers = {"x-oauth-scopes": "commands,chat:write,app_mentions:read,assistant:write"}

    assert shown(env, capsys) == (1, ["TO DO  scopes: im:history: missing"])


def test_a_clock_that_is_wrong_is_told(
    env: dict[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.check.ALARM", -1.0)

    assert [line[:12] for line in shown(env, capsys)[1]] == ["TO DO  clock"]


def test_a_token_that_slack_refuses_is_told(
    env: dict[str, str], capsys: pytest.CaptureFixture[str], standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standin.web_api, "answer", lambda *_: {"ok": False, "error": "account_inactive"})

    assert shown(env, capsys)[1] == [
        "TO DO  bot token: Slack refuses it (account_inactive)",
        "TO DO  app token: Slack refuses it (account_inactive)",
    ]


def test_without_tokens_it_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert check({"FACTBOX_STATE": str(tmp_path), "KNOWLEDGE": str(RURITANIA)}) == 0
    assert "no token is set" in capsys.readouterr().out
