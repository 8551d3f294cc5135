"""The library at the edges: what is kept on disk for a restart, and what /healthz says of it."""

from __future__ import annotations

import gc
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.health import health
from knowledge.folder import Folder, files_in
from knowledge.last_good import LastGood
from knowledge.library import DEFAULT_FOLDER, Broken, Library
from knowledge.match import Index
from knowledge.model import Problem
from knowledge.read import read
from knowledge.watch import settled_files, state_of
from tests.aids.almanac import almanac, in_place
from tests.aids.watching import Bot
from tests.bases import RURITANIA


def test_a_copy_is_kept_byte_for_byte(tmp_path: Path) -> None:
    copy = LastGood.of(Folder(RURITANIA), tmp_path / "not" / "yet" / "there")

    copy.keep(files_in(RURITANIA))

    assert copy.files() == files_in(RURITANIA)


def test_a_copy_replaces_the_one_before_and_leaves_nothing_else(tmp_path: Path) -> None:
    copy = LastGood.of(Folder(RURITANIA), tmp_path)

    for files in ({"a.yaml": b"1", "b.yaml": b"2"}, {"a.yaml": b"3"}):
        copy.keep(files)

    assert copy.files() == {"a.yaml": b"3"}
    assert list(tmp_path.iterdir()) == [copy.path]


def test_each_folder_has_its_own_copy_by_the_name_it_is_called_by(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(RURITANIA)

    copies = {LastGood.of(Folder(folder), tmp_path).path for folder in (RURITANIA, tmp_path / "link", DEFAULT_FOLDER)}

    assert len(copies) == 3


@pytest.mark.parametrize("length", [0, 1, 100, -1])
def test_a_copy_cut_short_is_as_good_as_none(tmp_path: Path, length: int) -> None:
    copy = LastGood.of(Folder(RURITANIA), tmp_path)
    copy.keep(files_in(RURITANIA))

    copy.path.write_bytes(copy.path.read_bytes()[:length])

    assert copy.files() == {}


def test_no_copy_is_no_trouble(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert (LastGood.of(Folder(RURITANIA), tmp_path).files(), caplog.messages) == ({}, [])


def test_where_no_copy_can_be_kept_a_warning_has_to_do(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "state").write_text("a file")

    LastGood.of(Folder(RURITANIA), tmp_path / "state").keep(files_in(RURITANIA))

    assert caplog.messages[0].startswith(
        "no last good copy is kept, set FACTBOX_STATE to a folder that can be written: "
    )


def test_a_copy_that_the_reader_of_today_refuses_is_not_served(tmp_path: Path) -> None:
    bot = Bot(tmp_path, almanac(1001))
    bot.copy.keep({"sources.yaml": b"["})
    (bot.folder / "sources.yaml").write_text("[")

    with pytest.raises(Broken):
        bot.start()


def test_the_state_of_a_folder_is_told_by_its_bytes_alone() -> None:
    files = {"a.yaml": b"1", "b.yaml": b"2"}
    others = [
        {"a.yaml": b"12", "b.yaml": b""},
        {"a.yaml": b"1"},
        {"c.yaml": b"1", "b.yaml": b"2"},
        {"a.yaml": b"2", "b.yaml": b"1"},
        {},
    ]

    assert state_of(files) == state_of(dict(reversed(files.items())))
    assert state_of(files) not in {state_of(other) for other in others}


def test_a_start_waits_until_the_files_are_whole(tmp_path: Path) -> None:
    in_place(tmp_path, almanac(1001))
    chunks = iter(("[", "[ ", almanac(1002)["facts/towers.yaml"]))

    def writes_on(_: float) -> None:
        if chunk := next(chunks, None):
            (tmp_path / "facts/towers.yaml").write_text(chunk)

    assert (
        settled_files(Folder(tmp_path), 0.25, sleep=writes_on)["facts/towers.yaml"]
        == almanac(1002)["facts/towers.yaml"].encode()
    )


def test_a_folder_that_never_rests_is_taken_as_it_is(tmp_path: Path) -> None:
    waits: list[float] = []

    def writes_on(seconds: float) -> None:
        waits.append(seconds)
        in_place(tmp_path, {"sources.yaml": str(len(waits))})

    assert settled_files(Folder(tmp_path), 0.25, sleep=writes_on) == {"sources.yaml": b"10"}
    assert waits == [0.25] * 10


def test_the_library_and_the_check_have_one_reader() -> None:
    assert Library.open(RURITANIA).now.knowledge == read(files_in(RURITANIA))[0]


def test_nothing_in_an_index_refers_in_circles_so_that_what_is_replaced_is_freed_at_once(ruritania: Library) -> None:
    assert min(_left_in_circles(ruritania) for _ in range(3)) == 0  # another thread may leave some of its own, once


def _left_in_circles(library: Library) -> int:
    """How many objects only the collector of circles frees, once an index is built and let go."""
    gc.collect()
    gc.disable()
    try:
        Index.of(library.now.knowledge)
        return gc.collect()
    finally:
        gc.enable()


def test_health_tells_revision_facts_and_since_when(ruritania: Library) -> None:
    now = ruritania.now

    assert health(ruritania) == (
        f"ok {now.knowledge.revision}\nfacts: {len(now.knowledge.facts)}\n"
        f"loaded: {now.since.isoformat()}\nlast problem: none"
    )


def test_health_is_degraded_for_as_long_as_the_files_are_broken(tmp_path: Path) -> None:
    bot = Bot(tmp_path, almanac(1001))
    first = bot.library.now.knowledge.revision
    (bot.folder / "sources.yaml").write_text('almanac:\n  title: "Secret title"\n  isued: "2024"\n')

    bot.look(2)
    degraded = health(bot.library)
    bot.write(1002)
    bot.look(2)
    healthy = health(bot.library)

    assert re.fullmatch(rf"degraded {first}\nfacts: 10\nloaded: .*\nlast problem: sources.yaml:3, since \S+", degraded)
    assert re.fullmatch(r"ok \w{12}\nfacts: 10\nloaded: .*\nlast problem: sources.yaml:3, since \S+ until \S+", healthy)


def test_health_counts_the_problems_and_dates_them(ruritania: Library) -> None:
    library = Library(ruritania.shelf, ruritania.now)
    before = datetime.now(UTC).replace(microsecond=0)

    library.refuse("a state", [Problem("facts/a.yaml", 0, "", "b"), Problem("facts/c.yaml", 1, "", "d")])

    told = re.search(r"last problem: facts/a.yaml and 1 more, since (\S+)", health(library))
    assert told is not None
    assert datetime.fromisoformat(told[1]) >= before
