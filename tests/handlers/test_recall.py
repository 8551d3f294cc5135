"""Correction recall: whoever was given a figure that turns out wrong is told, where it was given, once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from bot.outbox.late import in_time
from bot.recall.recaller import Recaller
from bot.recall.sending import due, released, spread
from bot.store.tables import CORRECTIONS, FIGURES_GIVEN, NOTES, OUTBOX, WATCHES
from handlers.memory import Kept, Place, Watch
from handlers.person import Person
from handlers.recall.values import Reach
from knowledge.library import Library, opened
from knowledge.read import Content
from tests.aids.bureau import BOSS, OTHER, Bureau, bureau
from tests.bases import RURITANIA

HEIGHT = "zenda dam height"


class Recalling:
    """A bureau whose files change, and whose recaller works when it is told to."""

    def __init__(self, ours: Bureau) -> None:
        self.bureau = ours
        self.now = 0.0
        self.files = dict(ours.library.shelf.files())
        self.recaller = Recaller(ours.desk, ours.library, lambda: self.now)
        self.recaller.round()

    def edit(self, old: str, new: str) -> None:
        """Somebody changes a file."""
        before = self.files
        self.files = {name: _changed(content, old, new) for name, content in before.items()}
        assert self.files != before
        self.bureau.library.serve(opened(self.files))
        self.work()

    def work(self) -> None:
        """Rounds, until there is nothing to do."""
        for _ in range(8):
            self.now += 20
            self.recaller.round()

    def say(self, choice: str, message: int = -1) -> None:
        """The admin clicks below the question."""
        asked = [each.arguments for each in self.bureau.posts if each.arguments.get("channel") == BOSS]
        self.bureau.press(choice, within=dict(asked[message]))
        self.work()

    def withdraw(self, reason: str) -> None:
        """The admin clicks below the question, and says why."""
        self.say("Withdraw it")
        self.bureau.submit(reason=reason)
        self.work()

    def later(self) -> None:
        """More than a minute after the decision."""
        with self.bureau.desk.store.writing() as connection:
            connection.execute(update(CORRECTIONS).values(decided_at=time.time() - 100))
        self.work()

    @property
    def notes(self) -> list[tuple[str, str | None, str]]:
        """Channel, thread and text of every note."""
        posts = [each for each in self.bureau.posts if "/correction/" in each.key]
        return [(each.arguments["channel"], each.arguments.get("thread_ts"), each.arguments["text"]) for each in posts]


@pytest.fixture
def recalling(database: str, tmp_path: Path) -> Iterator[Recalling]:
    with bureau(Library.open(RURITANIA), database, tmp_path) as ours:
        yield Recalling(ours)


NOTE = """\
Correction: a figure that I gave here has been corrected.
Given here: 87 meters · Zenda Dam: height of the dam · Royal Statistics Office, Statistical Yearbook of Ruritania 2023 (October 2023), II.2
Right is: 88 meters · Zenda Dam: height of the dam · undated in the source, published October 2023
Source: Royal Statistics Office, Statistical Yearbook of Ruritania 2023 (October 2023), II.2
Since {day}."""


def today() -> str:
    now = time.gmtime()
    return f"{now.tm_mday} {time.strftime('%B %Y', now)}"


def test_after_an_edit_in_files_the_admins_are_asked(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.bureau.ask(HEIGHT, "C2", ts="6.0")
    recalling.bureau.command(f"/fact {HEIGHT}")
    recalling.bureau.desk.clerk.round()

    recalling.edit('"87 meters"', '"88 meters"')

    assert recalling.bureau.direct == [
        "UBOSS: A figure of “Zenda Dam: height of the dam” is not held any more as it was given. It was given in 2 threads "
        "and conversations, and in 1 answer that I cannot reach (seen by the asker alone, or shared from there). "
        "What happened to it?\n• 87 meters (Royal Statistics Office, Statistical Yearbook of Ruritania 2023 (October 2023), II.2)"
    ]


def test_what_was_looked_at_in_a_window_counts_among_what_no_note_reaches(recalling: Recalling) -> None:
    recalling.bureau.command(f"/fact {HEIGHT}")
    recalling.bureau.menu("why")
    recalling.bureau.desk.clerk.round()

    recalling.edit('"87 meters"', '"88 meters"')

    assert "in 2 answers that I cannot reach" in recalling.bureau.direct[0]


def test_each_thread_gets_one_note_with_both_figures_cited(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.bureau.ask(HEIGHT, "C1", ts="5.1", thread_ts="5.0")
    recalling.bureau.ask(HEIGHT, "C2", ts="6.0")
    recalling.bureau.ask(HEIGHT, "D1")
    recalling.bureau.ask(HEIGHT, "D1")
    recalling.edit('"87 meters"', '"88 meters"')
    assert recalling.notes == []

    recalling.say("It was wrong: correct it")
    recalling.work()

    note = NOTE.format(day=today())
    assert sorted(recalling.notes, key=str) == [("C1", "5.0", note), ("C2", "6.0", note), ("D1", None, note)]


def test_a_newer_figure_needs_no_note(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT)
    recalling.edit('"87 meters"', '"88 meters"')

    recalling.say("A newer figure: no note")
    recalling.later()

    assert recalling.notes == []


def test_what_is_withdrawn_must_not_be_quoted(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.edit('"87 meters"', '"88 meters"')

    recalling.withdraw("The survey is in doubt.")

    assert recalling.notes == [
        (
            "C1",
            "5.0",
            "Withdrawn: please do not quote a figure that I gave here. I do not hold it any more.\n"
            "Given here: 87 meters · Zenda Dam: height of the dam · Royal Statistics Office, Statistical Yearbook of "
            "Ruritania 2023 (October 2023), II.2\n"
            f"Why: “The survey is in doubt.”\nSince {today()}.",
        )
    ]
    assert "Why: “The survey is in doubt.”" in recalling.bureau.posts[-1].arguments["text"]


def test_nothing_is_withdrawn_without_a_reason(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.edit('"87 meters"', '"88 meters"')

    recalling.say("Withdraw it")
    answer = recalling.bureau.submit(reason="  \n ")
    recalling.work()

    assert answer["errors"] == {"reason": "Please say why: those who were given it will ask."}
    assert recalling.notes == []


def test_a_reason_mentions_and_formats_nothing(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.edit('"87 meters"', '"88 meters"')

    recalling.withdraw("<!channel> *no* <@UANNA> &amp; " + "x" * 3000)

    note = next(each.arguments for each in recalling.bureau.posts if "/correction/" in each.key)
    assert "Why: “&lt;!channel&gt; *no* &lt;@UANNA&gt; &amp;amp; xxx" in note["text"]
    assert note["mrkdwn"] is False
    assert len(note["text"]) < 1000


def test_why_a_fact_was_retired_is_what_the_form_begins_with(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.edit('measure: "height of the dam"', 'measure: "height of the dam"\n      retired: "Never measured."')

    recalling.say("Withdraw it")
    recalling.bureau.submit()
    recalling.work()

    assert "Why: “Never measured.”" in recalling.notes[0][2]


def test_on_the_page_of_corrections_too_a_reason_is_asked_for(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.edit('"87 meters"', '"88 meters"')
    recalling.bureau.command("/fact admin")
    recalling.bureau.press("Corrections")
    recalling.bureau.press("Withdraw it")
    recalling.bureau.submit(reason="In doubt.")
    recalling.work()

    assert "Decided by UBOSS. Why: “In doubt.”" in recalling.bureau.shown
    assert "Why: “In doubt.”" in recalling.notes[0][2]


def test_who_watches_what_is_retired_is_told_why(recalling: Recalling) -> None:
    watch = Watch("UANNA", "zenda-dam/height", "87 meters", recalling.bureau.library.now.knowledge.revision)
    recalling.bureau.desk.memory.keep(Kept("Ev-watch", Place("T1", None, "C1", "5.0"), said=(watch,)))

    recalling.edit('measure: "height of the dam"', 'measure: "height of the dam"\n      retired: "Never measured."')

    assert recalling.bureau.direct == [
        "UANNA: You asked me to tell you when this changes. I do not hold it any more: please do not quote it.\n"
        "Given to you: 87 meters\nWhy: “Never measured.”"
    ]


def test_a_fact_that_is_gone_can_only_be_withdrawn_whatever_is_said(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.edit(
        'measure: "height of the dam"', 'measure: "height of the dam"\n      retired: "It was never measured."'
    )

    recalling.say("It was wrong: correct it")

    assert recalling.notes[0][2].startswith("Withdrawn: ")
    assert "Why: “It was never measured.”" in recalling.notes[0][2]


def test_the_first_admin_to_say_so_decides(recalling: Recalling) -> None:
    recalling.bureau.desk.memory.office.people.appoint(OTHER, True, _boss())
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.edit('"87 meters"', '"88 meters"')
    recalling.say("A newer figure: no note")

    recalling.bureau.person = OTHER
    recalling.say("It was wrong: correct it")

    assert recalling.notes == []
    assert "a newer figure" in str(recalling.bureau.posts[-1].arguments["text"])


def test_who_is_no_admin_decides_nothing(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.edit('"87 meters"', '"88 meters"')

    recalling.bureau.person = OTHER
    recalling.say("It was wrong: correct it")

    assert recalling.notes == []


def test_what_is_taken_back_needs_no_word(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.edit('"87 meters"', '"88 meters"')

    recalling.edit('"88 meters"', '"87 meters"')
    recalling.say("It was wrong: correct it")

    assert recalling.notes == []
    assert "held again" in recalling.bureau.posts[-1].arguments["text"]


def test_a_correction_that_is_corrected_in_its_turn_is_told_again(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.edit('"87 meters"', '"88 meters"')
    recalling.say("It was wrong: correct it")
    recalling.later()

    recalling.edit('"88 meters"', '"89 meters"')
    recalling.say("It was wrong: correct it")

    assert ["Given here: 88 meters" in text and "Right is: 89 meters" in text for _, _, text in recalling.notes] == [
        False,
        True,
    ]


def test_a_figure_that_only_stands_elsewhere_in_the_files_is_still_held(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT)

    recalling.edit("zenda-dam:", "the-zenda-dam:")

    assert recalling.bureau.direct == []


def test_a_figure_that_another_fact_holds_too_is_not_held_by_that(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT)

    recalling.edit('"1,420 meters"', '"87 meters"')
    recalling.edit('measure: "height of the dam"', 'measure: "height of the dam"\n      retired: "Never measured."')

    assert len(recalling.bureau.direct) == 1


def test_other_edits_ask_nothing(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT)

    recalling.edit('"1,420 meters"', '"1,421 meters"')

    assert recalling.bureau.direct == []


def test_while_the_files_are_broken_nothing_is_taken_for_gone(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT)
    recalling.bureau.library.refuse("broken", [])

    recalling.bureau.library.now = opened(
        {name: _changed(content, '"87 meters"', '"88 meters"') for name, content in recalling.files.items()}
    )
    recalling.work()

    assert recalling.bureau.direct == []


def test_an_answer_that_was_on_its_way_is_told_too(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    before = recalling.bureau.library.now
    recalling.edit('"87 meters"', '"88 meters"')
    recalling.say("It was wrong: correct it")

    after, recalling.bureau.library.now = recalling.bureau.library.now, before
    recalling.bureau.ask(HEIGHT, "C2", ts="6.0")
    recalling.bureau.library.now = after
    recalling.recaller._look_again = 1.0
    recalling.work()

    assert [(channel, thread) for channel, thread, _ in recalling.notes] == [("C1", "5.0"), ("C2", "6.0")]


def test_at_the_end_the_admin_who_decided_is_told_how_far_it_got(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.edit('"87 meters"', '"88 meters"')
    recalling.say("It was wrong: correct it")

    recalling.later()
    recalling.work()

    assert recalling.bureau.direct[1:] == [
        "UBOSS: The correction of “Zenda Dam: height of the dam” is done: 1 of 1 told."
    ]


def test_the_page_shows_what_waits_and_how_far_notes_got(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.bureau.ask("How many people live in Ruritania?", "C1", ts="6.0")
    recalling.edit('"87 meters"', '"88 meters"')
    recalling.edit('"1.2 million people"', '"1.3 million people"')

    recalling.bureau.command("/fact admin")
    recalling.bureau.press("Corrections")
    recalling.bureau.press("It was wrong: correct it")
    recalling.work()

    assert "is not held any more as it was given" in recalling.bureau.shown
    assert "Decided by UBOSS" in recalling.bureau.shown


def test_those_who_asked_to_be_told_are_told_directly_and_once(recalling: Recalling) -> None:
    watch = Watch("UANNA", "zenda-dam/height", "87 meters", recalling.bureau.library.now.knowledge.revision)
    recalling.bureau.desk.memory.keep(Kept("Ev-watch", Place("T1", None, "C1", "5.0"), said=(watch,)))

    recalling.edit('"87 meters"', '"88 meters"')
    recalling.work()

    assert recalling.bureau.direct == [
        "UANNA: You asked me to tell you when this changes. It has.\n"
        "Now: 88 meters · Zenda Dam: height of the dam · undated in the source, published October 2023\n"
        "Source: Royal Statistics Office, Statistical Yearbook of Ruritania 2023 (October 2023), II.2\n"
        "Given to you: 87 meters"
    ]


def test_nothing_is_left_in_the_outbox(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.edit('"87 meters"', '"88 meters"')
    recalling.say("It was wrong: correct it")

    with recalling.bureau.desk.store.engine.connect() as connection:
        left = [connection.execute(select(func.count()).select_from(table)).scalar() for table in (OUTBOX, NOTES)]
        given = connection.execute(select(FIGURES_GIVEN.c.printed, FIGURES_GIVEN.c.thread)).all()
    assert left == [0, 1]
    assert ("88 meters", "5.0") in [tuple(row) for row in given]


def _boss() -> Person:
    return Person("T1", BOSS)


def _changed(content: Content, old: str, new: str) -> Content:
    return content.replace(old.encode(), new.encode()) if isinstance(content, bytes) else content


# Several processes, and those that are killed


def test_of_several_processes_that_send_each_note_is_sent_by_one(recalling: Recalling) -> None:
    decided_about(recalling, threads=6)
    store = recalling.bureau.desk.store

    def taken(owner: str) -> list[str]:
        with store.writing() as connection:
            if rows := due(connection)[1]:
                spread(rows, connection)
            knowledge = recalling.bureau.library.now.knowledge
            return [letter.key for letter in released(knowledge, owner, 4, connection)]

    first, second, third = taken("one"), taken("other"), taken("one")

    assert (len(first), len(second), third) == (4, 2, [])
    assert len({*first, *second}) == 6


def test_what_a_killed_process_had_taken_is_sent_by_another(recalling: Recalling) -> None:
    decided_about(recalling, threads=3)
    store = recalling.bureau.desk.store
    with store.writing() as connection:
        spread(due(connection)[1], connection)
        letters = released(recalling.bureau.library.now.knowledge, "killed", 9, connection)

    store.release("killed")
    recalling.bureau.desk.outbox.put(store.adopt(silent=False))
    recalling.work()

    assert {each.key for each in recalling.bureau.posts if "/correction/" in each.key} == {each.key for each in letters}
    assert len(recalling.notes) == 3


def test_no_note_goes_out_while_this_process_still_holds_the_figure(recalling: Recalling) -> None:
    before = recalling.bureau.library.now
    decided_about(recalling, threads=1)

    with recalling.bureau.desk.store.writing() as connection:
        spread(due(connection)[1], connection)
        assert released(before.knowledge, "one", 9, connection) == []


def test_a_channel_that_is_gone_is_counted(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.bureau.refused = {"C1"}
    recalling.edit('"87 meters"', '"88 meters"')
    recalling.say("It was wrong: correct it")

    (one,) = recalling.bureau.desk.memory.office.corrections.open()

    assert one.reach == Reach(threads=1, told=0, failed=1)


def test_a_note_goes_out_however_late(recalling: Recalling) -> None:
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.edit('"87 meters"', '"88 meters"')
    recalling.say("It was wrong: correct it")
    letter = next(each for each in recalling.bureau.posts if "/correction/" in each.key)

    assert in_time(letter, letter.at + 10 * 24 * 3600) == letter


def decided_about(recalling: Recalling, threads: int) -> None:
    """A figure was given in so many threads, and is said to be wrong; nothing was sent yet."""
    for number in range(threads):
        recalling.bureau.ask(HEIGHT, f"C{number}", ts=f"{number}.0")
    recalling.edit('"87 meters"', '"88 meters"')
    (one,) = recalling.bureau.desk.memory.office.corrections.open()
    assert recalling.bureau.desk.memory.office.corrections.decide(one.id, "corrected", _boss())


# Entries that only got another id, in the files


def watching(recalling: Recalling, fact: str = "zenda-dam/height") -> None:
    watch = Watch("UANNA", fact, "87 meters", recalling.bureau.library.now.knowledge.revision)
    recalling.bureau.desk.memory.keep(Kept("Ev-watch", Place("T1", None, "C1", "5.0"), said=(watch,)))


def rename(recalling: Recalling, *renames: tuple[str, str]) -> None:
    """An editor gives entries other ids, wherever they are named."""
    for name, content in recalling.files.items():
        for old, new in renames:
            content = _changed(content, old, new)
        recalling.files[name] = content
    recalling.bureau.library.serve(opened(recalling.files))
    recalling.work()


RENAMED = {
    "a fact": (("    height:\n", "    elevation:\n"), ("zenda-dam/height", "zenda-dam/elevation")),
    "its subject": (("zenda-dam:\n", "the-dam:\n"), ("zenda-dam/", "the-dam/")),
    "its source": (("yearbook-2023:\n", "yearbook:\n"), ('"yearbook-2023 ', '"yearbook ')),
    "all of them": (
        ("    height:\n", "    elevation:\n"),
        ("zenda-dam/height", "the-dam/elevation"),
        ("zenda-dam:\n", "the-dam:\n"),
        ("zenda-dam/", "the-dam/"),
        ("yearbook-2023:\n", "yearbook:\n"),
        ('"yearbook-2023 ', '"yearbook '),
    ),
}


@pytest.mark.parametrize("what", RENAMED)
def test_what_is_renamed_in_files_is_neither_gone_nor_changed(recalling: Recalling, what: str) -> None:
    watching(recalling)
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")

    rename(recalling, *RENAMED[what])

    assert recalling.bureau.direct == []


@pytest.mark.parametrize("what", RENAMED)
def test_a_correction_after_a_rename_reaches_thread_and_watcher_with_the_right_figure(
    recalling: Recalling, what: str
) -> None:
    watching(recalling)
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    rename(recalling, *RENAMED[what])

    recalling.edit('"87 meters"', '"88 meters"')
    recalling.say("It was wrong: correct it")

    assert recalling.notes == [("C1", "5.0", NOTE.format(day=today()))]
    (told,) = [each for each in recalling.bureau.direct if each.startswith("UANNA")]
    assert "Now: 88 meters" in told


def test_a_fact_renamed_while_no_process_ran_is_known_from_the_history(recalling: Recalling) -> None:
    watching(recalling)
    recalling.bureau.ask(HEIGHT, "C1", ts="5.0")
    recalling.bureau.desk.keeper._note(recalling.files)  # type: ignore[attr-defined]
    recalling.recaller = Recaller(recalling.bureau.desk, recalling.bureau.library, lambda: recalling.now)

    rename(recalling, *RENAMED["a fact"])

    assert recalling.bureau.direct == []
    with recalling.bureau.desk.store.engine.connect() as connection:
        assert set(connection.execute(select(FIGURES_GIVEN.c.fact)).scalars()) == {"zenda-dam/elevation"}
        assert connection.execute(select(WATCHES.c.fact)).scalars().all() == ["zenda-dam/elevation"]


def test_what_is_renamed_and_says_something_else_is_gone(recalling: Recalling) -> None:
    watching(recalling)

    rename(recalling, *RENAMED["a fact"], ('"87 meters"', '"88 meters"'))

    assert [each.partition(".")[2] for each in recalling.bureau.direct] == [
        " I do not hold it any more: please do not quote it.\nGiven to you: 87 meters"
    ]


def test_who_watches_the_new_id_already_watches_it_once(recalling: Recalling) -> None:
    watching(recalling)
    watching(recalling, "zenda-dam/elevation")

    rename(recalling, *RENAMED["a fact"])

    with recalling.bureau.desk.store.engine.connect() as connection:
        assert connection.execute(select(WATCHES.c.fact)).scalars().all() == ["zenda-dam/elevation"]
