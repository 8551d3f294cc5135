"""The command line as other programs rely on it: DESIGN.md, section 4."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.cli.jsonl import replies
from knowledge.library import Library
from tests.aids.effort import LINEAR, times_the_work
from tests.aids.terminal import conversation, process, typed
from tests.bases import RURITANIA

QUESTION = json.dumps({"question": "How long is the Zenda Dam?"}).encode()
DAM = "zenda-dam/length"
TOO_LONG = "a question may have 500 characters"
OBJECT = 'a line is an object with a text "question"'


def broken(folder: Path) -> Path:
    """A knowledge base with one problem."""
    (folder / "facts").mkdir(parents=True)
    (folder / "sources.yaml").write_text('review:\n  title: "The Strelsau Review"\n', encoding="utf-8")
    (folder / "facts" / "a.yaml").write_text("a: b: c\n", encoding="utf-8")
    return folder


PROBLEM = "facts/a.yaml:1: this is not YAML: a text with ': ' in it must stand in double quotes\n"


# Which folder, and how it ends


@pytest.mark.parametrize("words", [("--folder", RURITANIA, "list"), ("list", "--folder", RURITANIA)])
def test_the_folder_may_be_named_before_and_after_the_command(words: tuple[str | Path, ...]) -> None:
    done = typed(*words, folder=None)

    assert (done.code, len(done.out.splitlines())) == (0, 20)


def test_a_folder_can_be_named_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KNOWLEDGE", str(RURITANIA))

    assert typed("list", folder=None).out == typed("list").out


def test_a_named_folder_counts_more_than_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KNOWLEDGE", str(tmp_path))

    assert typed("list").code == 0


def test_without_a_folder_it_is_the_projects_own() -> None:
    assert " facts, " in typed("check", folder=None).err


@pytest.mark.parametrize("command", ["check", "ask", "list", "prove"])
def test_a_folder_that_is_not_there_is_a_mistake_of_use(command: str) -> None:
    done = typed(command, folder=Path("nowhere"))

    assert (done.code, done.out) == (2, "")
    assert done.err == "nowhere: there is no such folder; name one with --folder or KNOWLEDGE\n"


@pytest.mark.parametrize("words", [(), ("guess",), ("check", "--loud"), ("ask", "--rank", "many")])
def test_a_mistake_of_use_ends_with_2(words: tuple[str, ...]) -> None:
    done = typed(*words, folder=None)

    assert (done.code, done.out, done.err.startswith("usage: ")) == (2, "", True)


def test_help_is_a_result() -> None:
    done = typed("--help", folder=None)

    assert (done.code, done.err, done.out.startswith("usage: python -m knowledge ")) == (0, "", True)


# check


def test_a_good_knowledge_base_has_no_findings() -> None:
    done = typed("check", "--strict")

    assert (done.code, done.out) == (0, "")
    assert done.err == "15 facts, 20 figures, 1 box of 2 sources; 0 doubts\n"


def test_problems_are_results_and_end_with_1(tmp_path: Path) -> None:
    done = typed("check", folder=broken(tmp_path))

    assert (done.code, done.out) == (1, PROBLEM)
    assert done.err == "1 problem: nothing is served until mended\n"


def test_doubts_end_with_0_unless_strict(tmp_path: Path) -> None:
    started = tmp_path / "started"
    typed("new", started, folder=None)
    (started / "facts" / "more.yml").write_text("", encoding="utf-8")

    doubted, strict = typed("check", folder=started), typed("check", "--strict", folder=started)

    assert (doubted.code, strict.code) == (0, 1)
    assert doubted.out == strict.out == "facts/more.yml: doubt: this file is not read: rename it to facts/more.yaml\n"


# ask


@pytest.mark.parametrize("command", ["ask", "list"])
@pytest.mark.parametrize("jsonl", [[], ["--jsonl"]])
def test_of_a_broken_knowledge_base_the_problems_are_told_and_nothing_else(
    command: str, jsonl: list[str], tmp_path: Path
) -> None:
    done = typed(command, *jsonl, stdin=QUESTION, folder=broken(tmp_path))

    assert (done.code, done.out, done.err) == (1, "", PROBLEM)


def test_a_question_is_answered_with_its_figure_and_its_source() -> None:
    done = typed("ask", "How long is the Zenda Dam?")

    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Zenda Dam: length of the dam\n"
        "  1,420 meters · undated, published October 2023 · Royal Statistics Office, Statistical Yearbook of Ruritania 2023 (October 2023), II.2\n"
    )


def test_questions_are_answered_line_by_line() -> None:
    done = typed("ask", stdin=b"How long is the Zenda Dam?\r\n\nHow many sheep live in Ruritania?")

    assert done.out.splitlines()[::2] == ["Zenda Dam: length of the dam", "unknown: there is no question"]
    assert done.out.splitlines()[3].startswith("unknown: ")


def test_an_answer_is_one_object_with_the_fields_of_the_contract() -> None:
    done = typed("ask", "--jsonl", stdin=QUESTION)

    [record] = done.records
    assert isinstance(record.pop("ms"), float)
    assert (done.code, done.err) == (0, "")
    assert record == {
        "question": "How long is the Zenda Dam?",
        "outcome": "found",
        "answers": [
            {
                "kind": "fact",
                "id": DAM,
                "title": "Zenda Dam: length of the dam",
                "figures": [
                    {
                        "printed": "1,420 meters", "value": "1420", "values": ["1420"], "unit": "m", "kind": "length",
                        "bound": None, "as_of": None, "period": None, "due": None, "when": None, "against": None,
                        "status": None, "says": None, "source": "yearbook-2023", "locator": "II.2", "note": None, "url": None,
                    }
                ],
            }
        ],
    }  # fmt: skip


REFUSED = [
    (b"", "this line is empty"),
    (b"   ", "this line is empty"),
    (b"Zenda", "this line is not JSON: Expecting value: line 1 column 1 (char 0)"),
    (b'{"question": "Ze', "this line is not JSON: Unterminated string starting at: line 1 column 14 (char 13)"),
    (b"[]", OBJECT),
    (b"null", OBJECT),
    (b'{"quest": "Zenda"}', OBJECT),
    (b'{"question": 1}', OBJECT),
    (b'{"question": "caf\xe9"}', "this line is not UTF-8: byte 17"),
    (b'{"question": "Zenda", "context": 1}', '"context" is the id of a fact'),
    (b'{"question": ""}', "there is no question"),
    (b'{"question": " \\u200b "}', "there is no question"),
    (json.dumps({"question": "x" * 501}).encode(), TOO_LONG),
    (json.dumps({"question": "\ufdfa" * 30}).encode(), TOO_LONG),  # 30 characters that NFKC makes 540 of
    (b"[" * 100_000, "this line is not JSON: "),
    (b'{"question": ' + b"1" * 5_000 + b"}", "this line is not JSON: "),
]


@pytest.mark.parametrize(("line", "error"), REFUSED, ids=lambda part: str(part)[:40])
def test_a_line_that_is_no_question_is_unknown_and_says_why(line: bytes, error: str) -> None:
    [record] = typed("ask", "--jsonl", "--rank", "3", stdin=line + b"\n").records

    assert (record["outcome"], record["answers"], record["ranked"]) == ("unknown", [], [])
    assert record["error"].startswith(error)
    assert isinstance(record["ms"], float)


def test_each_line_gets_one_line_in_its_order() -> None:
    lines = [part for line, _ in REFUSED for part in (line, QUESTION)]

    records = typed("ask", "--jsonl", stdin=b"\n".join(lines)).records

    assert [record["outcome"] for record in records] == ["unknown", "found"] * len(REFUSED)


def test_500_characters_are_a_question() -> None:
    [record] = typed("ask", "--jsonl", stdin=json.dumps({"question": "x" * 500}).encode()).records

    assert "error" not in record


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029", "\x0b", "\x1c", "\r", "\ud800", "é", "\U0001f600"])
def test_a_reply_is_one_line_to_every_reader(sign: str) -> None:
    done = typed("ask", "--jsonl", stdin=json.dumps({"question": f"Zenda{sign}Dam"}).encode() + b"\n")

    assert len(done.out.splitlines()) == 1
    assert done.records[0]["question"] == f"Zenda{sign}Dam"


def test_the_fact_last_answered_is_the_context() -> None:
    followed = json.dumps({"question": "and how high?", "context": DAM}).encode()

    [record] = typed("ask", "--jsonl", stdin=followed).records

    assert [answer["id"] for answer in record["answers"]] == ["zenda-dam/height"]


def test_ranked_facts_are_added_whatever_the_outcome() -> None:
    sheep = json.dumps({"question": "How many sheep live at the Zenda Dam?"}).encode()

    found, unknown = typed("ask", "--jsonl", "--rank", "2", stdin=QUESTION + b"\n" + sheep).records

    assert (len(found["ranked"]), found["ranked"][0][0], found["ranked"][0][2]) == (2, DAM, "1,420 meters")
    assert (unknown["outcome"], len(unknown["ranked"])) == ("unknown", 2)


def test_without_rank_nothing_is_ranked() -> None:
    assert "ranked" not in typed("ask", "--jsonl", stdin=QUESTION).records[0]


def long_lines(length: int) -> list[bytes]:
    return [json.dumps({"question": "x" * length}).encode(), b"x" * length, b"[" * length]


def test_a_line_of_ten_megabytes_is_refused() -> None:
    records = typed("ask", "--jsonl", stdin=b"\n".join([*long_lines(10_000_000), QUESTION])).records

    assert [record["outcome"] for record in records] == ["unknown", "unknown", "unknown", "found"]


@pytest.mark.parametrize("number", range(3), ids=["question", "text", "brackets"])
def test_a_longer_line_is_refused_with_no_more_work_than_its_length(number: int, ruritania: Library) -> None:
    short, long = ([long_lines(length)[number]] for length in (2_500_000, 10_000_000))
    index = ruritania.now.index

    assert times_the_work(lambda: [*replies(long, index, 0)], lambda: [*replies(short, index, 0)]) < LINEAR


# list


def test_every_figure_is_listed_with_its_fact_its_title_and_its_section() -> None:
    records = typed("list", "--jsonl").records

    assert len(records) == 20
    assert records[5] == {
        "fact": "ruritanian-economy/output", "title": "Ruritanian economy: gross domestic product", "section": "2",
        "printed": "more than US$31 billion", "value": "31000000000", "values": ["31000000000"], "unit": "USD",
        "kind": "money", "bound": "more than", "as_of": "2023", "period": "2023", "due": None, "when": None,
        "against": None, "status": None, "says": None, "source": "review-2024", "locator": "2", "note": None, "url": None,
    }  # fmt: skip


# What only a process of its own can show


def test_results_are_utf_8_whatever_the_locale() -> None:
    done = process('$FACTBOX ask "How long is the Zenda Dam?"', LC_ALL="C", PYTHONIOENCODING="latin-1", PYTHONUTF8="0")

    assert "1,420 meters · undated, published October 2023 · Royal" in done.stdout.decode("utf-8")


def test_a_reader_who_has_read_enough_ends_it_quietly() -> None:
    done = process("($FACTBOX list; echo $? >&2) | head -1")

    assert (done.stdout.count(b"\n"), done.stderr) == (1, b"0\n")


def test_standard_input_may_be_closed() -> None:
    done = process("$FACTBOX ask --jsonl <&-; echo $?")

    assert (done.stdout, done.stderr) == (b"0\n", b"")


def test_standard_output_may_be_closed() -> None:
    done = process("$FACTBOX list >&-; echo $? >&2")

    assert done.stderr == b"0\n"


def test_a_reply_is_written_before_the_next_question_is_read() -> None:
    with conversation("ask", "--jsonl") as say:
        outcomes = [json.loads(say(line))["outcome"] for line in (QUESTION, b"{}", QUESTION)]

    assert outcomes == ["found", "unknown", "found"]


def test_a_question_that_is_not_utf_8_is_no_trouble() -> None:
    done = process('$FACTBOX ask "$(printf "Zenda caf\\351")"; printf "Zenda caf\\351" | $FACTBOX ask')

    assert (done.returncode, done.stderr) == (0, b"")
