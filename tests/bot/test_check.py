"""`python -m bot check`: what is good, and what to do where it is not; never a traceback."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore

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
    monkeypatch.setattr("bot.check.tokens.ALARM", -1.0)

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


# Workspaces that installed it themselves


@pytest.fixture
def installed(env: dict[str, str]) -> dict[str, str]:
    """An environment in which three workspaces have installed Factbox."""
    store = SQLAlchemyInstallationStore("1.2", engine_for(Settings(state=Path(env["FACTBOX_STATE"])).database))
    for team, name in (("T1", "Strelsau"), ("T2", "Zenda"), ("T3", "")):
        store.save_bot(bot(team, name))
    credentials = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s3", "SLACK_SIGNING_SECRET": "s4"}
    return {**env, **credentials, "SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": ""}


def bot(team: str, name: str = "", expires_in: int | None = None) -> Bot:
    old = {"bot_refresh_token": "xoxe-1", "bot_token_expires_at": int(time.time()) + expires_in} if expires_in else {}
    ids = {"app_id": "A1", "bot_id": "B1", "bot_user_id": "UBOT"}
    return Bot(team_id=team, team_name=name, bot_token=f"xoxb-{team}", installed_at=time.time(), **ids, **old)  # type: ignore[arg-type]


def says(standin: StandIn, monkeypatch: pytest.MonkeyPatch, token: str, error: str, method: str = "auth.test") -> None:
    """Slack refuses a token, or a call without one."""
    good = standin.web_api.answer

    def answer(called: str, arguments: Any, given: str) -> Any:
        wrong = called == method and given == token
        return {"ok": False, "error": error} if wrong else good(called, arguments, given)

    monkeypatch.setattr(standin.web_api, "answer", answer)


def test_the_token_of_each_workspace_is_looked_at(
    installed: dict[str, str], capsys: pytest.CaptureFixture[str], standin: StandIn
) -> None:
    assert check(installed) == 0

    assert "good   workspaces: the tokens of 3 of 3 are good" in capsys.readouterr().out
    assert sorted(call.token for call in standin.calls) == ["xoxb-T1", "xoxb-T2", "xoxb-T3"]


def test_a_workspace_whose_token_slack_refuses_is_named(
    installed: dict[str, str], capsys: pytest.CaptureFixture[str], standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(standin, monkeypatch, "xoxb-T2", "token_revoked")

    assert shown(installed, capsys) == (1, ["TO DO  workspace Zenda (T2): Slack refuses its token (token_revoked)"])


def test_what_to_do_about_it_stands_below(
    installed: dict[str, str], capsys: pytest.CaptureFixture[str], standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(standin, monkeypatch, "xoxb-T3", "account_inactive")
    check(installed)

    lines = capsys.readouterr().out.splitlines()
    assert lines[lines.index("good   workspaces: the tokens of 2 of 3 are good") + 2 :][:2] == [
        "TO DO  workspace T3: Slack refuses its token (account_inactive)",
        "         → have it installed there again, at /slack/install; or, if it was removed: python -m bot erase T3",
    ]


def test_scopes_that_a_workspace_has_not_granted_are_named(
    installed: dict[str, str], capsys: pytest.CaptureFixture[str], standin: StandIn
) -> None:
    standin.headers = {"x-oauth-scopes": "commands,chat:write,app_mentions:read,assistant:write"}

    assert shown(installed, capsys)[1][0] == "TO DO  workspace T3: im:history: missing"


def test_a_token_that_expires_is_renewed_as_it_would_be_for_a_post(installed: dict[str, str], standin: StandIn) -> None:
    save(installed, bot("T2", "Zenda", expires_in=60))

    assert check(installed) == 0
    assert sorted(call.token for call in standin.calls if call.method == "auth.test")[0] == "xoxb-T1"
    assert [call.method for call in standin.calls].count("oauth.v2.access") == 1


@pytest.mark.parametrize(
    ("expires_in", "refusal", "told"),
    [
        (60, "", "its token expires soon, and Slack gives no new one"),
        (-60, "token_expired", "its token has expired, and Slack gives no new one"),
    ],
)
def test_a_token_that_slack_does_not_renew_is_told(
    installed: dict[str, str], capsys: pytest.CaptureFixture[str], standin: StandIn, monkeypatch: pytest.MonkeyPatch,
    expires_in: int, refusal: str, told: str,
) -> None:  # fmt: skip
    save(installed, bot("T2", "Zenda", expires_in))
    monkeypatch.setitem(standin.web_api._methods, "oauth.v2.access", lambda _: {"ok": False, "error": "bad_secret"})
    if refusal:
        says(standin, monkeypatch, "xoxb-T2", refusal)

    assert shown(installed, capsys) == (1, [f"TO DO  workspace Zenda (T2): {told}"])


def test_of_very_many_workspaces_the_newest_are_looked_at(
    installed: dict[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, standin: StandIn
) -> None:
    monkeypatch.setattr("bot.check.installed.MOST", 2)
    monkeypatch.setattr("bot.check.installed.SHOWN", 1)
    standin.headers = {"x-oauth-scopes": "commands"}

    check(installed)

    told = capsys.readouterr().out
    assert "workspaces: the tokens of 0 of 2 are good, the newest of 3" in told
    assert "TO DO  workspaces: 1 more are not good" in told


def test_before_anybody_has_installed_it_the_way_there_is_told(
    env: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    credentials = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s3", "SLACK_SIGNING_SECRET": "s4"}

    assert check({**env, **credentials, "SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": ""}) == 0
    assert "good   workspaces: none yet: send people to /slack/install" in capsys.readouterr().out


def save(env: dict[str, str], bot: Bot) -> None:
    engine = engine_for(Settings(state=Path(env["FACTBOX_STATE"])).database)
    SQLAlchemyInstallationStore("1.2", engine).save_bot(bot)
