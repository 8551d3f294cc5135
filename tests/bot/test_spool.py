"""What is put aside on disk: nothing of it is lost to a kill, and nothing is taken from the living."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from bot.records import Done, Record, Written, line_of, record_in
from bot.spool import Spool
from tests.bot.test_store import written

RECORDS: list[Record] = [written(), Done("T1/Ev1#0", "9.0"), written("Ev2")]


def test_a_record_comes_back_from_its_line_as_it_was() -> None:
    assert [record_in(line_of(record)) for record in RECORDS] == RECORDS


def test_what_was_put_aside_comes_back_in_its_order(tmp_path: Path) -> None:
    spool = Spool(tmp_path, "one")
    for record in RECORDS:
        spool.append(record, safe=True)

    assert [record for segment in spool.segments() for record in segment.records] == RECORDS


def test_what_is_put_aside_later_goes_into_another_segment(tmp_path: Path) -> None:
    spool = Spool(tmp_path, "one")
    spool.append(RECORDS[0])
    before = [segment.path for segment in spool.segments()]

    spool.append(RECORDS[1])

    assert [segment.records for segment in spool.segments() if segment.path not in before] == [(RECORDS[1],)]


def test_what_is_put_aside_while_segments_are_taken_away_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spool = Spool(tmp_path, "one")
    spool.append(written("before"))
    appending = Thread(target=spool.append, args=(written("meanwhile"),))

    with monkeypatch.context() as patch:
        patch.setattr(spool, "_paths_of", partial(_slowly, spool._paths_of, appending))
        first = taken_away(spool)
    appending.join()
    spool.append(written("later"))

    kept = [record.kept.key for record in [*first, *taken_away(spool)] if isinstance(record, Written)]
    assert kept == ["before", "meanwhile", "later"]


def taken_away(spool: Spool) -> list[Record]:
    """The records of all segments, which are gone then."""
    records: list[Record] = []
    for segment in spool.segments():
        records += segment.records
        segment.path.unlink()
    return records


def _slowly(paths_of: Callable[[str], list[Path]], appending: Thread, owner: str) -> list[Path]:
    """While the folder is looked through, somebody else puts something aside."""
    appending.start()
    appending.join(0.2)
    return paths_of(owner)


def test_the_living_are_not_inherited_from(tmp_path: Path) -> None:
    spool = Spool(tmp_path, "one")
    spool.append(RECORDS[0])
    [*spool.segments()]

    assert Spool(tmp_path, "two").inherit() == ([], [])


def killed_after_putting_aside(folder: Path) -> None:
    """A process that is killed the moment after."""
    child = os.fork()
    if not child:
        spool = Spool(folder, "one")
        for record in RECORDS:
            spool.append(record)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def test_of_a_process_that_was_killed_everything_is_inherited_once(tmp_path: Path) -> None:
    killed_after_putting_aside(tmp_path)
    heir = Spool(tmp_path, "two")

    assert heir.inherit() == (["one"], RECORDS)
    assert heir.inherit() == (["one"], [])
    assert [record for segment in heir.segments() for record in segment.records] == RECORDS


def test_who_is_buried_is_not_inherited_from_again(tmp_path: Path) -> None:
    killed_after_putting_aside(tmp_path)
    heir = Spool(tmp_path, "two")
    heir.inherit()

    heir.bury("one")

    assert heir.inherit() == ([], [])


def test_a_line_cut_short_is_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    spool = Spool(tmp_path, "one")
    spool.append(RECORDS[0])
    with next(tmp_path.glob("*.jsonl")).open("ab") as segment:
        segment.write(line_of(RECORDS[1])[:-9])

    assert [segment.records for segment in spool.segments()] == [(RECORDS[0],)]
    assert "cut short" in caplog.text
