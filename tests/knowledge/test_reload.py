"""An editor saves, and the running bot answers from what was saved: never from half of it, never from what is broken.

RELIABILITY.md, tests 1 to 6, in small; `test_reload_soak.py` has them with their full counts, in real processes.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from threading import Event, Thread

import pytest

from knowledge.folder import Folder
from knowledge.library import Broken, Trouble
from knowledge.watch import Pace, watched
from tests.aids.almanac import TOWERS, WAYS, Write, almanac, cut_short, in_place
from tests.aids.hostile import small_cases
from tests.aids.watching import Bot

FACTS = "facts/towers.yaml"


@pytest.fixture
def bot(tmp_path: Path) -> Bot:
    return Bot(tmp_path, almanac(1001))


@pytest.mark.parametrize("way", WAYS)
def test_however_a_file_is_changed_two_looks_see_it(bot: Bot, way: Write) -> None:
    for version in (1002, 1003):
        bot.write(version, way)

        bot.look(2)

        assert bot.answers() == {version}


def test_a_folder_that_is_a_link_is_followed_to_where_it_leads_now(tmp_path: Path) -> None:
    for version in (1001, 1002):
        in_place(tmp_path / str(version), almanac(version))
    (tmp_path / "kb").symlink_to("1001")
    bot = Bot(tmp_path)

    (tmp_path / "next").symlink_to("1002")
    (tmp_path / "next").replace(tmp_path / "kb")
    bot.look(2)

    assert bot.answers() == {1002}


def test_a_change_must_be_seen_twice_a_while_apart(bot: Bot) -> None:
    bot.write(1002)

    waits = [bot.watcher.look(), bot.watcher.look()]

    assert waits == [0.25, 0.25]
    assert bot.answers() == {1001}


def test_files_that_are_still_being_written_are_left_alone(bot: Bot) -> None:
    for text in cut_short(almanac(1002)[FACTS]):
        (bot.folder / FACTS).write_text(text)
        bot.look(1)
        assert bot.answers() == {1001}

    bot.write(1002)
    bot.look(2)

    assert (bot.answers(), bot.told) == ({1002}, [])


def test_a_file_cut_short_takes_no_great_part_of_the_facts_with_it(bot: Bot) -> None:
    for text in [*cut_short(almanac(1002)[FACTS])][::4]:
        (bot.folder / FACTS).write_text(text)
        bot.look(3)

        assert len(bot.library.now.knowledge.facts) >= 0.8 * len(TOWERS)
        bot.write(1001)
        bot.look(2)


def test_many_facts_are_given_up_once_that_has_stood_for_a_minute(bot: Bot) -> None:
    in_place(bot.folder, almanac(1002, TOWERS[:7]))

    bot.wait(59)
    assert bot.answers() == {1001}
    bot.wait(3)
    assert bot.answers() == {1002}
    assert bot.problems == [
        [
            "kb: 3 of 10 facts would be gone. If that is meant, wait: the files are served once they have not changed "
            "for 60 seconds, or at once after a restart"
        ]
    ]


def test_many_facts_are_given_up_at_once_by_a_restart(bot: Bot) -> None:
    in_place(bot.folder, almanac(1002, TOWERS[:3]))

    bot.start()

    assert (bot.answers(), bot.library.degraded) == ({1002}, False)


def test_a_fifth_of_the_facts_may_go_at_once(bot: Bot) -> None:
    in_place(bot.folder, almanac(1002, TOWERS[:8]))

    bot.look(2)

    assert bot.answers() == {1002}


CUT = "cut after the first of two subjects"  # good YAML, with one fact of ten
SOME = ("nothing", "Latin-1", "merge key", "NUL in a text", "cut inside a quote", CUT)
BAD = {
    **{name: data for name, data in small_cases().items() if name in SOME},
    "deep brackets": b"[" * 100_000,
    "an unknown source": almanac(1002)[FACTS].replace("almanac ", "almanack ").encode(),
    "no citation": re.sub("cite: .*", 'note: "none"', almanac(1002)[FACTS]).encode(),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_file_changes_no_answer_and_a_good_one_is_served_again(bot: Bot, bad: bytes) -> None:
    (bot.folder / FACTS).write_bytes(bad)

    bot.wait(5)
    assert [bot.answers(number) for number in range(20)] == [{1001}] * 20
    assert len(bot.told) == 1

    bot.write(1002)
    bot.look(2)
    assert (bot.answers(), bot.library.degraded) == ({1002}, False)


def test_each_bad_state_is_told_once_and_with_every_problem(bot: Bot) -> None:
    for text in ("a: b\n", "[", "[", "a: b\n"):
        (bot.folder / FACTS).write_text(text)
        bot.wait(5)

    assert len(bot.problems) == 3
    assert bot.problems[0] == bot.problems[2]


def test_the_log_says_what_is_wrong_a_line_each(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    revision = bot.library.now.knowledge.revision
    (bot.folder / "sources.yaml").write_text('almanac:\n  title: "A"\n  isued: "2024"\n')

    bot.wait(5)

    assert caplog.messages == [
        f"still serving revision {revision}: sources.yaml:3: almanac: there is no key `isued` here — did you mean 'issued'?"
    ]


def test_whoever_wants_to_be_told_and_fails_does_no_harm(bot: Bot) -> None:
    def fail(_: Trouble) -> None:
        raise RuntimeError("Slack is away")

    bot.library.on_bad_state = fail
    (bot.folder / FACTS).write_text("[")
    bot.look(2)
    bot.write(1002)
    bot.look(2)

    assert bot.answers() == {1002}


def test_what_nobody_foresaw_is_logged_once_and_tried_again(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: object) -> None:
        raise MemoryError("too much")

    bot.write(1002)
    with monkeypatch.context() as broken:
        broken.setattr("knowledge.watch.read", fail)
        bot.wait(200)
    assert [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR] == [
        "the knowledge base could not be looked at"
    ]

    bot.wait(70)
    assert (bot.answers(), bot.library.degraded) == ({1002}, False)


def test_a_folder_that_is_gone_or_became_a_file_is_no_end(bot: Bot) -> None:
    away = bot.folder.rename(bot.folder.parent / "away")
    bot.wait(5)
    bot.folder.write_text("a file")
    bot.wait(5)
    assert bot.answers() == {1001}

    bot.folder.unlink()
    away.rename(bot.folder)
    bot.write(1002)
    bot.look(2)

    assert bot.answers() == {1002}


def test_a_file_that_became_a_folder_is_told(bot: Bot) -> None:
    (bot.folder / FACTS).unlink()
    (bot.folder / FACTS).mkdir()

    bot.wait(5)

    assert "it is a folder" in "".join(bot.problems[0])


def test_a_restart_with_broken_files_serves_the_last_good_copy(bot: Bot) -> None:
    bot.write(1002)
    bot.look(2)
    (bot.folder / FACTS).write_text("[")

    bot.start()

    assert (bot.answers(), bot.library.degraded) == ({1002}, True)


def test_after_such_a_restart_mended_files_are_served(bot: Bot) -> None:
    (bot.folder / FACTS).write_text("[")
    bot.start()

    bot.write(1002)
    bot.look(2)

    assert (bot.answers(), bot.library.degraded) == ({1002}, False)


def test_a_start_with_broken_files_and_no_copy_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(Broken) as broken:
        Bot(tmp_path, {**almanac(1001), "sources.yaml": 'almanac:\n  title: "A"\n  isued: "2024"\n'})

    assert [f"{problem.file}:{problem.line}" for problem in broken.value.problems] == ["sources.yaml:3"]


def test_no_answer_is_mixed_from_two_versions_while_they_are_swapped(bot: Bot) -> None:
    seen: list[set[int]] = []
    over = Event()

    def ask() -> None:
        while not over.is_set():
            seen.append(bot.answers())

    asker = Thread(target=ask)
    asker.start()
    for version in range(1002, 1012):
        bot.write(version)
        bot.look(2)
    over.set()
    asker.join()

    assert seen
    assert {len(versions) for versions in seen} == {1}


def test_a_watched_folder_is_looked_at_by_a_thread(tmp_path: Path) -> None:
    in_place(tmp_path, almanac(1001))
    told = Event()
    library = watched(Folder(tmp_path), tmp_path / "state", Pace(poll=0.01, settle=0.01))
    library.on_bad_state = lambda _: told.set()

    (tmp_path / FACTS).write_text("[")

    assert told.wait(5)
