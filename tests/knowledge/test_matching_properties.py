"""What never changes an answer: case, spacing, closing punctuation; and a typing error never makes a right figure a wrong one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.answer import answer
from knowledge.library import Library
from knowledge.outcome import FactAnswer, Found, Unknown
from tests.aids.terminal import process
from tests.bases import RURITANIA
from tests.knowledge.test_matching import UNDERSTOOD, said

INDEX = Library.open(RURITANIA).now.index
PLAIN = [
    pair
    for kind, pair in UNDERSTOOD.items()
    if kind in ("a length", "a duration", "a date", "money", "a source", "word order")
]
questions = st.sampled_from(PLAIN)


@given(questions, st.randoms(use_true_random=False))
def test_case_never_matters(pair: tuple[str, str], chance: object) -> None:
    question, expected = pair
    mixed = "".join(letter.upper() if chance.random() < 0.3 else letter for letter in question.lower())  # type: ignore[attr-defined]

    assert said(mixed, INDEX) == expected


@given(
    questions,
    st.sampled_from([" ", "  ", "\t", "\u00a0", "\n "]),
    st.sampled_from(["", "?", "??", " ?", "!", ".", " …"]),
)
def test_spacing_and_closing_punctuation_never_matter(pair: tuple[str, str], space: str, close: str) -> None:
    question, expected = pair

    assert said(space.join(question.rstrip("?").split(" ")) + close, INDEX) == expected


@settings(max_examples=300)
@given(questions, st.data())
def test_one_typing_error_never_makes_a_right_figure_a_wrong_one(pair: tuple[str, str], data: st.DataObject) -> None:
    question, expected = pair
    place = data.draw(st.integers(0, len(question) - 2))
    error = data.draw(st.sampled_from(["drop", "double", "swap"]))
    first, second = question[place], question[place + 1]
    changed = {"drop": "", "double": first * 2, "swap": second + first}[error]
    rest = question[place + 2 :] if error == "swap" else question[place + 1 :]

    outcome = answer(question[:place] + changed + rest, INDEX)

    assert not isinstance(outcome, Found) or said(question[:place] + changed + rest, INDEX) == expected


@settings(max_examples=500)
@given(st.text(max_size=300))
def test_no_text_is_an_error_and_every_figure_said_is_held(text: str) -> None:
    outcome = answer(text, INDEX)

    held = {figure.printed for fact in INDEX.knowledge.facts.values() for figure in fact.figures}
    if isinstance(outcome, Found):
        assert {
            figure.printed for each in outcome.answers if isinstance(each, FactAnswer) for figure in each.figures
        } <= held


@given(st.text(alphabet="ﷺ", min_size=30, max_size=100))
def test_what_grows_beyond_the_limit_when_unfolded_is_refused(text: str) -> None:
    outcome = answer(text, INDEX)

    assert isinstance(outcome, Unknown)
    assert outcome.reason == "too long"


def test_a_question_is_weighed_alike_in_every_process() -> None:
    asked = "\n".join(["how many tourists visit ruritania", *(question for question, _ in UNDERSTOOD.values())])

    told = [
        process("$FACTBOX ask --why", asked.encode(), KNOWLEDGE="knowledge", PYTHONHASHSEED=seed).stdout
        for seed in ("1", "2")
    ]

    assert told[0].count(b"words that count:") > 10
    assert told[0] == told[1]
