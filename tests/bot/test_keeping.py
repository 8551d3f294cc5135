"""Where the knowledge base is kept: in a folder or in a database, on SQLite and on PostgreSQL; and its history."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from threading import Barrier, Thread
from unittest.mock import patch

import pytest
from sqlalchemy import select

from bot.circuit import Circuit
from bot.commands import run
from bot.keeping import keeper as keeper_module
from bot.keeping.keeper import Kept
from bot.keeping.lock import locked
from bot.keeping.shelf import keeper_for, shelf_for
from bot.settings import Settings
from bot.store import Store
from bot.store.engine import engine_for
from bot.store.tables import AUDIT
from handlers.keeping import Overtaken, Revision
from handlers.office import OutOfReach
from knowledge.edit import AddQuestion, Rename, Together, judged
from knowledge.edit.gate import Draft
from knowledge.folder import files_in
from tests.aids.keeping import ANNA, BEN, POPULATION, Way, corrected, draft, keeping, settings_of
from tests.aids.killed import killed_at
from tests.bases import RURITANIA

COUNTRY = "facts/country.yaml"
GOODS = Rename("fact", "strelsau-zenda-railway/freight", "strelsau-zenda-railway/goods")
"""A change of two files."""


@pytest.fixture(params=["folder", "database"])
def settings(request: pytest.FixtureRequest, database: str, tmp_path: Path) -> Settings:
    way: Way = request.param
    return settings_of(database, way, tmp_path)


@pytest.fixture
def keeper(settings: Settings) -> Iterator[Kept]:
    with keeping(settings) as keeper:
        yield keeper


@pytest.fixture
def other(settings: Settings) -> Iterator[Kept]:
    """Another process."""
    with keeping(settings) as keeper:
        yield keeper


@pytest.fixture
def in_folder(database: str, tmp_path: Path) -> Iterator[Kept]:
    with keeping(settings_of(database, "folder", tmp_path)) as keeper:
        yield keeper


def published(keeper: Kept, figure: str) -> Revision | Overtaken:
    return keeper.publish(draft(keeper, corrected(figure)), ANNA, "the census")


def population(keeper: Kept) -> bytes:
    """The line that the tests change."""
    text = keeper.files()["facts/country.yaml"]
    assert isinstance(text, bytes)
    return next(line for line in text.splitlines() if b"figure: " in line).strip()


# Publishing


def test_what_is_published_is_what_others_find(keeper: Kept, other: Kept, settings: Settings) -> None:
    published(keeper, "1.3 million people")

    assert population(other) == b'- figure: "1.3 million people"'
    assert shelf_for(settings).files() == keeper.files()


def test_of_two_who_began_with_the_same_files_one_wins_and_the_other_sees_what_was_changed(
    keeper: Kept, other: Kept
) -> None:
    hers, his = draft(keeper, corrected("1.3 million people")), draft(other, corrected("1.4 million people"))

    won, lost = keeper.publish(hers, ANNA, "the census"), other.publish(his, BEN, "a guess")

    assert isinstance(won, Revision)
    assert isinstance(lost, Overtaken)
    assert lost.files == hers.files
    assert lost.difference == hers.difference
    assert [(each.author, each.reason) for each in lost.since] == [("T1/UANNA", "the census")]
    assert population(keeper) == b'- figure: "1.3 million people"'


def test_of_many_at_once_one_wins(keeper: Kept, other: Kept) -> None:
    drafts = [draft(keeper, corrected(f"1.{number} million people")) for number in range(3, 9)]
    start, came = Barrier(len(drafts)), list[Revision | Overtaken]()

    def publish(number: int) -> None:
        start.wait()
        came.append((keeper, other)[number % 2].publish(drafts[number], ANNA, "at once"))

    threads = [Thread(target=publish, args=[number]) for number in range(len(drafts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    won = [each for each in came if isinstance(each, Revision)]
    assert (len(won), len(came)) == (1, 6)
    assert sum(each.files == keeper.files() for each in drafts) == 1


def test_nobody_is_overtaken_by_nothing(keeper: Kept) -> None:
    base = draft(keeper, corrected("1.3 million people")).before

    assert keeper.overtaken(keeper.history()[0].revision) is None
    published(keeper, "1.3 million people")
    assert keeper.overtaken(keeper.history()[1].revision) is not None
    assert keeper.files_of(keeper.history()[1].number) == base


def test_every_changed_entry_stands_in_the_audit(keeper: Kept, database: str) -> None:
    change = Together((corrected("1.3 million people"), AddQuestion("sheep?")))
    new = keeper.publish(draft(keeper, change), ANNA, "the census")

    assert isinstance(new, Revision)
    engine = engine_for(database)
    with engine.connect() as connection:
        rows = connection.execute(select(AUDIT).order_by(AUDIT.c.entry)).all()
    engine.dispose()
    told = [(row.team, row.actor, row.action, row.entry, row.revision) for row in rows]
    assert told == [
        ("T1", "UANNA", "change fact", POPULATION, new.revision),
        ("T1", "UANNA", "add question", "sheep?", new.revision),
    ]
    assert "1.2 million people" in rows[0].before
    assert "1.3 million people" in rows[0].after
    assert (rows[1].before, rows[1].after) == (None, '{"ask": "sheep?", "finds": "nothing"}')


def test_who_is_overtaken_leaves_nothing_in_the_audit(keeper: Kept, database: str) -> None:
    late = draft(keeper, corrected("1.4 million people"))
    published(keeper, "1.3 million people")

    keeper.publish(late, BEN, "too late")

    engine = engine_for(database)
    with engine.connect() as connection:
        assert connection.execute(select(AUDIT.c.actor)).scalars().all() == ["UANNA"]
    engine.dispose()


# History


@pytest.mark.parametrize("count", [3, pytest.param(50, marks=pytest.mark.soak)])
def test_any_of_the_last_revisions_comes_back_byte_for_byte(keeper: Kept, count: int) -> None:
    states = [keeper.files()]
    for number in range(count):
        published(keeper, f"1.{number + 30} million people")
        states.append(keeper.files())

    newest = keeper.history(count)

    assert [each.number for each in newest] == list(range(count + 1, 1, -1))
    assert [keeper.files_of(each.number) for each in newest] == states[:0:-1]


def test_going_back_is_a_revision_more(keeper: Kept) -> None:
    first = keeper.files()
    published(keeper, "1.3 million people")
    back = judged(keeper.files(), keeper.files_of(1))

    assert isinstance(back, Draft)
    assert isinstance(keeper.publish(back, ANNA, "back to 1"), Revision)
    assert keeper.files() == first
    assert [each.reason for each in keeper.history()][:2] == ["back to 1", "the census"]


@pytest.mark.parametrize("whose", [["T1"], ["T1", "UANNA"]])
def test_a_revision_outlives_whoever_made_it(keeper: Kept, settings: Settings, whose: list[str]) -> None:
    published(keeper, "1.3 million people")
    held = keeper.files()

    run(["erase", *whose], settings)

    assert keeper.history(1)[0].author == "somebody"
    assert keeper.files() == keeper.files_of(2) == held


def test_a_revision_that_is_not_there_is_told(keeper: Kept) -> None:
    with pytest.raises(LookupError, match="there is no revision 7"):
        keeper.files_of(7)


# In a folder


def test_what_an_editor_saves_is_a_revision_too(in_folder: Kept, tmp_path: Path) -> None:
    path = tmp_path / "kb" / "facts" / "country.yaml"
    path.write_bytes(path.read_bytes() + b"# a comment\n")

    in_folder.noticed(in_folder.files())

    assert [(each.author, each.reason) for each in in_folder.history()] == [
        ("the files", "changed in the files"),
        ("the files", "the first that was seen"),
    ]


def test_who_is_overtaken_by_an_editor_is_shown_what_the_editor_changed(in_folder: Kept, tmp_path: Path) -> None:
    hers = draft(in_folder, corrected("1.3 million people"))
    path = tmp_path / "kb" / "facts" / "country.yaml"
    path.write_bytes(path.read_bytes() + b"# a comment\n")

    lost = in_folder.publish(hers, ANNA, "the census")

    assert isinstance(lost, Overtaken)
    assert "+# a comment\n" in lost.difference


def test_a_file_keeps_who_may_read_it_and_a_link_stays_a_link(in_folder: Kept, tmp_path: Path) -> None:
    path = tmp_path / "kb" / "facts" / "country.yaml"
    path.rename(tmp_path / "elsewhere.yaml")
    path.symlink_to(tmp_path / "elsewhere.yaml")
    (tmp_path / "elsewhere.yaml").chmod(0o640)
    in_folder.noticed(in_folder.files())

    published(in_folder, "1.3 million people")

    assert path.is_symlink()
    assert stat.S_IMODE((tmp_path / "elsewhere.yaml").stat().st_mode) == 0o640


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_changed(in_folder: Kept) -> None:
    before = in_folder.files()

    full = patch.object(os, "fsync", side_effect=OSError(28, "No space left on device"))
    with full, pytest.raises(OutOfReach, match="the folder cannot be written: no space left on device"):
        published(in_folder, "1.3 million people")

    assert in_folder.files() == before
    assert [each.reason for each in in_folder.history()] == ["the first that was seen"]


def test_a_folder_that_others_hold_is_waited_for_in_vain(database: str, tmp_path: Path) -> None:
    settings = settings_of(database, "folder", tmp_path)
    store = Store(engine_for(database), "test")
    hasty = keeper_for(settings, store, Circuit(), patience=0.5)
    hasty.recover()
    hers = draft(hasty, corrected("1.3 million people"))
    path = tmp_path / "kb" / COUNTRY

    with locked(tmp_path / "kb", 1.0):
        with pytest.raises(OutOfReach, match="the folder cannot be written: others are writing there"):
            hasty.publish(hers, ANNA, "the census")
        path.write_bytes(path.read_bytes() + b"# a comment\n")
        lost = hasty.publish(hers, ANNA, "the census")

    assert isinstance(lost, Overtaken)
    assert "+# a comment\n" in lost.difference
    store.dispose()


def test_what_a_kill_cut_short_is_finished_by_whoever_comes_next(
    in_folder: Kept, database: str, tmp_path: Path
) -> None:
    """Two files change; the kill comes between them."""
    renamed = draft(in_folder, GOODS)

    killed = patch.object(keeper_module, "take", side_effect=lambda ready: (ready[0].take(), 1 / 0))
    with killed, pytest.raises(ZeroDivisionError):
        in_folder.publish(renamed, ANNA, "a better name")
    assert in_folder.files() != renamed.before
    assert in_folder.files() != renamed.files

    with keeping(settings_of(database, "folder", tmp_path)) as next_process:
        assert next_process.files() == renamed.files
        assert [each.reason for each in next_process.history()] == ["a better name", "the first that was seen"]
    assert not [*tmp_path.rglob(".factbox-*")]


def test_what_an_editor_saved_after_the_kill_is_not_overwritten(in_folder: Kept, database: str, tmp_path: Path) -> None:
    path = tmp_path / "kb" / "facts" / "country.yaml"
    with patch.object(keeper_module, "take", side_effect=ZeroDivisionError), pytest.raises(ZeroDivisionError):
        published(in_folder, "1.3 million people")
    path.write_bytes(path.read_bytes() + b"# a comment\n")

    with keeping(settings_of(database, "folder", tmp_path)) as next_process:
        assert population(next_process) == b'- figure: "1.2 million people"'
        assert [each.author for each in next_process.history()] == ["the files", "T1/UANNA", "the files"]


def test_killed_before_any_step_of_a_save_all_of_it_is_old_or_new(database: str, tmp_path: Path) -> None:
    settings = settings_of(database, "folder", tmp_path)
    with keeping(settings) as keeper:
        old = draft(keeper, GOODS)
    outcomes, step = list[bool](), 0

    def save() -> None:
        with keeping(settings) as keeper:
            keeper.publish(draft(keeper, GOODS), ANNA, "a better name")

    finished = False
    while not finished:
        finished, step = killed_at(step + 1, save), step + 1
        now = files_in(settings.knowledge)
        assert all(now[name] in (old.before[name], old.files[name]) for name in now)
        with keeping(settings) as keeper:
            assert keeper.files() in (old.before, old.files)
            assert keeper.files() == keeper.files_of(keeper.history(1)[0].number)
            outcomes.append(keeper.files() == old.files)
            if outcomes[-1] and not finished:
                back = judged(keeper.files(), old.before)
                assert isinstance(back, Draft)
                keeper.publish(back, BEN, "to try the next step")

    assert outcomes == sorted(outcomes)
    assert step > 6


# In a database


def test_the_folder_is_the_first_revision_and_is_not_needed_any_more(database: str, tmp_path: Path) -> None:
    settings = settings_of(database, "database", tmp_path)
    with keeping(settings) as keeper:
        published(keeper, "1.3 million people")
        held = keeper.files()
    for path in (tmp_path / "kb").rglob("*.yaml"):
        path.unlink()

    with keeping(settings) as keeper:
        assert shelf_for(settings).files() == keeper.files() == held
        assert keeper.files_of(1) == files_in(RURITANIA)
