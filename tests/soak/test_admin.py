"""RELIABILITY.md, tests 16 and 19, through the forms in Slack: fifty editors at once, and two hundred forged submissions."""

from __future__ import annotations

import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from handlers.admin.drafts import Kept
from handlers.admin.entries import Wish, begun
from handlers.admin.publishing import published
from handlers.keeping import Revision
from handlers.office import Office
from handlers.person import Person
from knowledge.edit import Held
from knowledge.library import Library
from tests.aids.bureau import bureau
from tests.aids.databases import database_at
from tests.aids.figures import told
from tests.bases import RURITANIA
from tests.handlers.test_editing import forged_submissions

pytestmark = pytest.mark.soak

EDITORS, TRIALS = 50, 20
HEIGHT = "zenda-dam/height"


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_16_of_fifty_who_publish_at_once_one_wins(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(RURITANIA, folder)
    with (
        database_at(kind, tmp_path) as database,
        bureau(Library.open(folder), database, tmp_path / "a", knowledge=folder) as one,
        bureau(Library.open(folder), database, tmp_path / "b", knowledge=folder) as other,
    ):
        offices = [one.desk.memory.office, other.desk.memory.office]
        outcomes = [_trial(trial, offices) for trial in range(TRIALS)]

        wins = Counter(sum(isinstance(each, Revision) for each in outcome) for outcome in outcomes)
        informed = sum("now held" in str(each) or "held now" in str(each) for outcome in outcomes for each in outcome)
        history = len(one.desk.memory.office.keeper.history(100)) - 1
        measured = f"{wins[1]}/{TRIALS} with one winner, {informed}/{TRIALS * (EDITORS - 1)} told what is held now, {history} revisions"
        met = wins == {1: TRIALS} and informed == TRIALS * (EDITORS - 1) and history == TRIALS
        told(
            16,
            f"50 editors publish one fact through the forms of 2 processes, {kind}",
            "exactly 1 winner, 49 told",
            measured,
            met=met,
        )
        assert met


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_19_none_of_200_forged_submissions_is_applied(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(RURITANIA, folder)
    with (
        database_at(kind, tmp_path) as database,
        bureau(Library.open(folder), database, tmp_path / "state", knowledge=folder) as ours,
    ):
        applied, audited = forged_submissions(ours)

        measured = f"{applied} of 200 applied, {audited} rows in the audit"
        told(
            19,
            f"200 forged submissions, {kind}",
            "0 of 200 applied; each leaves an audit row",
            measured,
            met=not applied and audited == 200,
        )
        assert (applied, audited) == (0, 200)


def _trial(trial: int, offices: list[Office]) -> list[Revision | str]:
    """Everyone begins with the fact as it stands, and types another figure."""
    wish = begun(Wish("correct", HEIGHT), Held(offices[0].keeper.files()))
    gate = Barrier(EDITORS)

    def publish(editor: int) -> Revision | str:
        filled = {"figure": f"{100 + trial}.{editor} meters", "cite": "yearbook-2023 II.2"}
        gate.wait()
        while True:  # too busy to be tried is no answer: the editor presses again
            done = published(Kept(replace(wish), filled), "", "", Person("T1", f"U{editor}"), offices[editor % 2])
            if isinstance(done, Revision) or not done.startswith(("The change could not", "The files changed")):
                return done

    with ThreadPoolExecutor(EDITORS) as editors:
        return list(editors.map(publish, range(EDITORS)))
