"""Who may change the knowledge base from Slack, and what becomes of those who may not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from sqlalchemy import func, select, update
from sqlalchemy.exc import DBAPIError

from bot.store.erase import erase_team
from bot.store.tables import ADMINS, AUDIT
from handlers.keeping import OPERATOR
from handlers.office import Act
from handlers.person import Person
from knowledge.library import Library
from tests.aids.bureau import BOSS, OTHER, Bureau, bureau
from tests.aids.databases import database_at
from tests.bot.test_desk import until

NOT_YOU = "Only the admins of this Factbox may do that, and you are none of them. Ask <@UBOSS>."


@pytest.fixture
def ours(ruritania: Library, database: str, tmp_path: Path) -> Iterator[Bureau]:
    with bureau(ruritania, database, tmp_path) as bureau_:
        yield bureau_


def audited(ours: Bureau) -> list[tuple[str, str, str]]:
    with ours.desk.store.engine.connect() as connection:
        rows = connection.execute(select(AUDIT.c.actor, AUDIT.c.action, AUDIT.c.entry).order_by(AUDIT.c.id))
        return [(actor, action, entry) for actor, action, entry in rows]


def test_the_admin_page_opens_for_an_admin(ours: Bureau) -> None:
    page = ours.command("/fact admin")

    assert page["text"].startswith("I hold 15 facts (revision ")
    assert page["response_type"] == "ephemeral"


def test_others_are_told_whom_to_ask_and_leave_a_line_in_the_audit(ours: Bureau) -> None:
    ours.person = OTHER

    assert ours.command("/fact admin")["text"] == NOT_YOU.replace("<", "&lt;").replace(">", "&gt;")
    assert audited(ours) == [(OTHER, "refused", "/fact")]


def test_a_question_that_begins_with_another_word_is_no_call_for_the_page(ours: Bureau) -> None:
    ours.person = OTHER

    assert ours.command("/fact administration of Ruritania")["text"] != NOT_YOU
    assert audited(ours) == []


def test_admins_name_others(ours: Bureau) -> None:
    ours.command("/fact admin")
    ours.press("Admins")
    ours.submit(admins=[BOSS, OTHER])
    ours.person = OTHER

    assert ours.command("/fact admin")["text"].startswith("I hold 15 facts")
    assert audited(ours) == [(BOSS, "name an admin", OTHER)]


def test_who_was_dismissed_may_nothing_more_with_a_form_opened_before(ours: Bureau) -> None:
    ours.desk.memory.office.people.appoint(OTHER, True, _boss())
    ours.person = OTHER
    ours.command("/fact admin")
    ours.press("Admins")

    ours.desk.memory.office.people.appoint(OTHER, False, _boss())
    answer = ours.submit(admins=[OTHER, "UFRIEND"])

    assert answer == {"response_action": "errors", "errors": {"admins": NOT_YOU}}
    assert audited(ours)[-1] == (OTHER, "refused", "admin:people")
    assert "UFRIEND" not in [admin.id for admin in ours.desk.memory.office.people.admins("T1")]


def test_the_audit_is_read_by_admins(ours: Bureau) -> None:
    ours.desk.memory.office.people.appoint(OTHER, True, _boss())

    ours.command("/fact admin")
    ours.press("What was done")

    assert "<@UBOSS>" in ours.shown
    assert f"made an admin · {OTHER}" in ours.shown


def test_what_the_operator_did_is_shown_to_the_admins_of_every_workspace(ours: Bureau) -> None:
    ledger = ours.desk.memory.office.ledger
    ledger.note(OPERATOR, Act("change fact", "zenda-dam/height", "87 meters", "88 meters"))
    ledger.note(Person("", BOSS), Act("refused", "admin:form"))

    ours.command("/fact admin")
    ours.press("What was done")

    assert "by the operator · " in ours.shown
    assert "change fact · zenda-dam/height: “87 meters” → “88 meters”" in ours.shown
    assert "refused" not in ours.shown
    assert [each.actor for each in ledger.newest("T2")] == [None]


def test_the_audit_is_never_edited_not_even_by_a_program(ours: Bureau) -> None:
    ours.desk.memory.office.people.appoint(OTHER, True, _boss())

    with pytest.raises(DBAPIError, match="the audit is never edited"), ours.desk.store.writing() as connection:
        connection.execute(update(AUDIT).values(actor="somebody else"))


def test_admins_and_audit_of_one_workspace_are_none_of_anothers(ours: Bureau) -> None:
    people, ledger = ours.desk.memory.office.people, ours.desk.memory.office.ledger
    people.appoint(OTHER, True, _boss())

    assert people.may(_person(OTHER, team="T2")) == "no"
    assert ledger.newest("T2") == []


def test_with_the_workspace_its_admins_and_its_audit_are_erased(ours: Bureau) -> None:
    ours.desk.memory.office.people.appoint(OTHER, True, _boss())

    with ours.desk.store.writing() as connection:
        erase_team("T1", time.time(), connection)
        left = [connection.execute(select(func.count()).select_from(table)).scalar() for table in (ADMINS, AUDIT)]

    assert left == [0, 0]


def test_while_the_database_is_away_nothing_typed_is_lost(ours: Bureau) -> None:
    ours.command("/fact admin")
    ours.press("Admins")
    ours.desk.memory._circuit.reason = "gone"

    answer = ours.submit(admins=[BOSS, OTHER])

    assert answer["response_action"] == "errors"
    assert answer["errors"]["admins"].startswith("I cannot reach my database just now")


# The installer, and Slack's own admins


@pytest.fixture
def installed(ruritania: Library, database: str, tmp_path: Path) -> Iterator[Bureau]:
    """With OAuth: BOSS installed Factbox first, OTHER installed it again."""
    settings: dict[str, Any] = {"client_id": "1.2", "client_secret": "s", "admins": frozenset({"UOPERATOR"})}
    with bureau(ruritania, database, tmp_path, **settings) as ours:
        for number, person in enumerate((BOSS, OTHER)):
            at = datetime(2026, 1, 1 + number).timestamp()
            installation = Installation(
                app_id="A1", team_id="T1", bot_token="xoxb-2", bot_id="B1", user_id=person, installed_at=at
            )
            SQLAlchemyInstallationStore("1.2", ours.desk.store.engine).save(installation)
        yield ours


def test_who_installed_factbox_first_is_the_first_admin(installed: Bureau) -> None:
    people = installed.desk.memory.office.people

    assert [people.may(_person(each)) for each in (BOSS, OTHER, "UOPERATOR")] == ["yes", "no", "no"]
    assert people.may(_person(BOSS, enterprise="E9")) == "no"


def test_the_settings_may_name_the_workspaces_whose_admins_change_what_all_share(
    ruritania: Library, tmp_path: Path
) -> None:
    with database_at("sqlite", tmp_path) as database:
        named: dict[str, Any] = {"client_id": "1.2", "admins": frozenset({"T1"})}
        with bureau(ruritania, database, tmp_path, **named) as ours:
            people = ours.desk.memory.office.people
            for team in ("T1", "T2"):
                people.appoint(OTHER, True, _person(BOSS, team))

            assert [people.may(_person(OTHER, team)) for team in ("T1", "T2")] == ["yes", "no"]
            assert [len(people.admins(team)) for team in ("T1", "T2")] == [1, 0]


def test_an_installer_can_be_dismissed_by_others(installed: Bureau) -> None:
    people = installed.desk.memory.office.people
    people.appoint(OTHER, True, _boss())

    people.appoint(BOSS, False, _person(OTHER))

    assert [people.may(_person(each)) for each in (BOSS, OTHER)] == ["no", "yes"]
    assert [admin.id for admin in people.admins("T1")] == [OTHER]


@pytest.mark.parametrize(("said", "may"), [({"is_admin": True}, "yes"), ({"is_owner": True}, "yes"), ({}, "no")])
def test_who_runs_the_workspace_may_too_if_the_setting_says_so(
    ruritania: Library, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: Any, may: str
) -> None:
    with bureau(ruritania, database, tmp_path, workspace_admins=True) as ours:
        monkeypatch.setattr(WebClient, "users_info", lambda *_, **__: {"user": said})
        people = ours.desk.memory.office.people

        assert people.may(_person(OTHER)) == "asking"
        assert until(lambda: people.may(_person(OTHER)) == may)


# Forged submissions


def test_none_of_200_forged_submissions_is_applied(ours: Bureau) -> None:
    ours.command("/fact admin")
    ours.press("Admins")
    form = ours.top
    ours.desk.memory.office.people.appoint("UGONE", True, _boss())
    ours.desk.memory.office.people.appoint("UGONE", False, _boss())
    before = ours.desk.memory.office.people.admins("T1")

    for number in range(200):
        ours.person, ours.team, ours.more = _forged(number)
        ours.views = [form]
        ours.submit(admins=["UTHIEF"])

    assert ours.desk.memory.office.people.admins("T1") == before
    assert [admin.id for admin in ours.desk.memory.office.people.admins("T2")] == [BOSS]
    assert len([each for each in audited(ours) if each[1] == "refused"]) == 200


def _forged(number: int) -> tuple[str, str, dict[str, Any]]:
    """Somebody else; a guest from elsewhere with an admin's id; nobody; an admin of old; a guest of another enterprise."""
    guest = {"user": {"id": BOSS, "team_id": "T9"}}
    kinds: list[tuple[str, str, dict[str, Any]]] = [
        (OTHER, "T1", {}),
        (BOSS, "T1", guest),
        ("", "T1", {}),
        ("UGONE", "T1", {}),
        (BOSS, "T1", {"enterprise": {"id": "E9"}, **guest}),
        (OTHER, "T2", {}),
        (BOSS, "", {}),
        (f"U{number}", "T1", {}),
    ]
    return kinds[number % len(kinds)]


def _person(id: str, team: str = "T1", enterprise: str | None = None) -> Person:
    return Person(team, id, enterprise)


def _boss() -> Person:
    return _person(BOSS)
