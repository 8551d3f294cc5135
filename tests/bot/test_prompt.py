"""`python -m bot` without tokens: a prompt, for people and for pipes."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from bot.prompt import converse, said, welcome
from knowledge.library import Library
from tests.bases import RURITANIA
from tests.handlers.test_conversations import HEIGHT, HELP, POPULATION

WELCOME = """\
Factbox, here without Slack: a figure, its date and where it was printed. `quit` ends.
Ask “How many people live in Ruritania?” or “How high is the Zenda Dam?”
"""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def conversation(library: Library, questions: io.StringIO) -> str:
    replies = io.StringIO()
    converse(library, "/fact", questions, replies)
    return replies.getvalue()


def test_the_welcome_has_two_questions_of_the_knowledge_base_itself(ruritania: Library) -> None:
    assert welcome(ruritania.now.knowledge) + "\n" == WELCOME


def test_a_pipe_gets_a_reply_for_each_question(ruritania: Library) -> None:
    questions = io.StringIO("zenda dam height\n\nhow many people live in ruritnia\n")

    assert conversation(ruritania, questions) == f"{WELCOME}\n{HEIGHT}\n\n{POPULATION}\n"


def test_a_person_gets_a_sign_to_type_at(ruritania: Library) -> None:
    assert conversation(ruritania, Terminal("zenda dam height\n")) == f"{WELCOME}\n> {HEIGHT}\n\n> "


@pytest.mark.parametrize("word", ["quit", "QUIT", " exit "])
def test_quit_ends_it(ruritania: Library, word: str) -> None:
    assert conversation(ruritania, io.StringIO(f"{word}\nzenda dam height\n")) == WELCOME


@pytest.mark.parametrize("question", ["help", "/fact help"])
def test_what_works_behind_the_command_works_here(ruritania: Library, question: str) -> None:
    assert said(question, ruritania, "/fact") == HELP


def bot(questions: bytes, **env: str) -> tuple[int, str, str]:
    """Runs `python -m bot`: its exit code, what it said, and what it complained of."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")}
    run = subprocess.run(
        [sys.executable, "-m", "bot"],
        input=questions,
        capture_output=True,
        env={**clean, "KNOWLEDGE": str(RURITANIA), **env},
        timeout=30,
    )
    return run.returncode, run.stdout.decode(), run.stderr.decode()


def test_the_process_answers_in_utf_8_whatever_the_locale_is() -> None:
    code, replies, complaints = bot(b"zenda dam height\n\xff\n", PYTHONIOENCODING="ascii", LC_ALL="C")

    assert (code, complaints) == (0, "")
    assert replies.startswith(f"{WELCOME}\n{HEIGHT}\n\n")


def test_a_wrong_setting_ends_it_with_its_cure() -> None:
    assert bot(b"", PORT="http") == (
        2,
        "",
        "PORT is not a number from 1 to 65535: set it to a free port, such as 8000\n",
    )


def test_a_broken_knowledge_base_ends_it_with_its_problems(tmp_path: os.PathLike[str]) -> None:
    code, replies, complaints = bot(b"", KNOWLEDGE=str(tmp_path))

    assert (code, replies) == (1, "")
    assert "sources.yaml" in complaints
