"""What is understood and what is refused: tables of question -> outcome, on an invented country."""

from __future__ import annotations

import pytest

from knowledge.answer import answer
from knowledge.library import Library
from knowledge.match import Index
from knowledge.outcome import BoxAnswer, FactAnswer, Found, Unknown, Unsure
from tests.bases import RURITANIA


@pytest.fixture(scope="module")
def index() -> Index:
    return Library.open(RURITANIA).now.index


def said(question: str, index: Index, context: str | None = None) -> str:
    """The outcome in a word or two: the headline figure, the choices' ids, or why nothing is said."""
    outcome = answer(question, index, context)
    if isinstance(outcome, Found):
        return " & ".join(
            each.box.title if isinstance(each, BoxAnswer) else each.figures[0].printed for each in outcome.answers
        )
    if isinstance(outcome, Unsure):
        return "choices: " + ", ".join(sorted(each.fact.id for each in outcome.choices if isinstance(each, FactAnswer)))
    return outcome.reason


UNDERSTOOD = {
    "typing errors": ("how many peopel live in ruritnia", "1.2 million people"),
    "typing errors in the words of asking": ("hwo hihg is the zenda dma", "87 meters"),
    "mangled spacing": ("how high is the zendadam", "87 meters"),
    "word order": ("ruritania, people living there: how many?", "1.2 million people"),
    "inflection": ("What are the heights of the Zenda Dam?", "87 meters"),
    "a length": ("how long is the zenda dam", "1,420 meters"),
    "a duration": ("how long does the train take from Strelsau to Zenda", "three and a half hours"),
    "a date": ("when did Ruritania become independent", "June 3, 1871"),
    "money": ("how much did the zenda dam cost", "nearly US$300 million"),
    "the older figure": ("population of ruritania in 2022", "1.1 million people"),
    "the latest figure": ("latest population of Ruritania", "1.2 million people"),
    "a source": ("population of ruritania according to the yearbook", "1.1 million people"),
    "a time in words": ("travel time from Strelsau to Zenda before the railway opened", "nine hours"),
    "politeness": (
        "hi all! quick one for the travel desk: how high is the Zenda Dam please? thanks a lot",
        "87 meters",
    ),
    "a weekday in what stands around it": (
        "Sorry to bother you on a Friday, our client asks how high the Zenda Dam is, could you remind me?",
        "87 meters",
    ),
    "not only a part": ("how many people live in Ruritania, in total, not only in towns", "1.2 million people"),
    "a closing clause": ("how high is the Zenda Dam, how many meters would that be?", "87 meters"),
    "a bound that the figure keeps": (
        "is the Zenda Dam really more than 80 meters high, and how high is it?",
        "87 meters",
    ),
    "what somebody is writing on": ("For the Elphberg story, how high is the Zenda Dam?", "87 meters"),
    "a year that is guessed": ("when did Ruritania become independent, was it 1870?", "June 3, 1871"),
    "what somebody tells of himself": (
        "I'm writing about floods in Elphberg, so how high is the Zenda Dam?",
        "87 meters",
    ),
    "a panel that somebody sat on": (
        "somebody on a panel on the Zenda Dam praised it: to what height does the Zenda Dam rise?",
        "87 meters",
    ),
    "an everyday word for another": ("how many folks reside in ruritania", "1.2 million people"),
    "an everyday verb for another": ("how much freight did the zenda line shift", "4.5 million tonnes"),
    "capitals": ("HOW HIGH IS THE ZENDA DAM", "87 meters"),
    "full-width letters": ("ｈｏｗ ｈｉｇｈ ｉｓ ｔｈｅ ｚｅｎｄａ ｄａｍ", "87 meters"),
    "zero-width characters": ("how hi\u200bgh is the zen\u200bda dam", "87 meters"),
    "emoji": ("how high is the zenda dam 🙏🙏", "87 meters"),
    "two questions": (
        "How high is the Zenda Dam? And how long is the Strelsau–Zenda Railway?",
        "87 meters & 320 kilometers",
    ),
    "two questions of one fact": ("How high is the Zenda Dam? And what is the height of the Zenda Dam?", "87 meters"),
    "a box": ("give me the railway panel", "Panel 1: The Strelsau–Zenda Railway at a glance"),
}


@pytest.mark.parametrize("kind", UNDERSTOOD)
def test_it_understands(kind: str, index: Index) -> None:
    question, expected = UNDERSTOOD[kind]

    assert said(question, index) == expected


REFUSED = {
    "another thing counted": "How many sheep live in Ruritania?",
    "another measure of the subject": "How many turbines does the Zenda Dam have?",
    "another subject": "How high is the Aswan Dam?",
    "another place": "What is the population of Belgium?",
    "a rate": "How many passengers does the Strelsau–Zenda Railway carry per day?",
    "a superlative": "What is the highest dam?",
    "a restriction": "How many hospitals are open in Strelsau alone?",
    "a negation": "How many people do not live in Ruritania?",
    "a bound that the figure does not keep": "Is it true that the Zenda Dam is more than 300 meters high?",
    "another subject told of beside the question": "For Elphberg, how high is the Zenda Dam?",
    "what was named last": "I have the Zenda Dam already, only the Elphberg one is missing. How high is it?",
    "an age": "How many people under 18 live in Ruritania?",
    "some of those alone": "Strelsau–Zenda Railway passengers, women only",
    "a rank that is not held": "What is the second longest dam, the Zenda Dam?",
    "a speaker": "What will the GDP of Ruritania be, according to the University of Strelsau?",
    "a cost that is not held": "What did the Strelsau–Zenda Railway cost to build?",
    "chatter": "who is bringing cake to the meeting on friday",
}


@pytest.mark.parametrize("kind", REFUSED)
def test_it_refuses(kind: str, index: Index) -> None:
    assert said(REFUSED[kind], index) == "not held"


def test_a_date_that_is_not_held_is_told_with_those_that_are(index: Index) -> None:
    outcome = answer("population of Ruritania in 2019", index)

    assert isinstance(outcome, Unknown)
    assert (outcome.reason, outcome.asked_for, outcome.held_for) == (
        "not held for that",
        "2019",
        ("2024-05-31", "2022-12-31"),
    )


def test_an_open_question_gets_choices(index: Index) -> None:
    assert said("strelsau zenda railway carried", index) == (
        "choices: strelsau-zenda-railway/freight, strelsau-zenda-railway/passengers"
    )


BRIEFED = (
    "overview of the Strelsau–Zenda Railway",
    "everything you have got on the Strelsau–Zenda Railway",
    "brief me on the Strelsau–Zenda Railway",
    "fill me in on the Strelsau–Zenda Railway please",
    "what should a newcomer know about the Strelsau–Zenda Railway?",
    "sketch the Strelsau–Zenda Railway for me",
    "help me get my head round the Strelsau–Zenda Railway",
    "Strelsau–Zenda Railway explained",
    "the inset on the Strelsau–Zenda Railway",
    "let me read the full piece about the Strelsau–Zenda Railway",
    "could you give me the write-up on the Strelsau–Zenda Railway?",
    "got anything that sums up the Strelsau–Zenda Railway?",
    "Strelsau–Zenda Railway, what's the deal with it?",
    "what is worth knowing about the Strelsau–Zenda Railway, in a nutshell, before 2025",
)


@pytest.mark.parametrize("question", BRIEFED)
def test_whoever_wants_to_be_told_of_something_gets_its_box(question: str, index: Index) -> None:
    assert said(question, index) == "Panel 1: The Strelsau–Zenda Railway at a glance"


@pytest.mark.parametrize("unit", ["km", "tons", "MW", "GWh", "months"])
def test_a_unit_that_is_asked_for_is_insisted_on(unit: str, index: Index) -> None:
    assert said(f"how much is the population of Ruritania in {unit}", index) == "not held"


TALK = {"hello!": "greeting", "thanks a lot": "thanks", "who are you?": "about", "   ": "empty", "x" * 501: "too long"}


@pytest.mark.parametrize("text", TALK)
def test_small_talk_is_told_from_questions(text: str, index: Index) -> None:
    assert said(text, index) == TALK[text]


FOLLOW_UPS = {
    "and freight?": ("strelsau-zenda-railway/passengers", "4.5 million tonnes"),
    "what about 2022?": ("ruritania/population", "1.1 million people"),
    "and how long is it?": ("zenda-dam/height", "1,420 meters"),
}


@pytest.mark.parametrize("question", FOLLOW_UPS)
def test_a_follow_up_is_read_with_the_fact_last_answered(question: str, index: Index) -> None:
    context, expected = FOLLOW_UPS[question]

    assert said(question, index, context) == expected


@pytest.mark.parametrize("question", ["and how many sheep?", "jobs at the port", "that is great", "ok, see you there"])
def test_what_the_facts_do_not_explain_is_no_follow_up(question: str, index: Index) -> None:
    assert said(question, index, "ruritania/population") == said(question, index)


def test_a_question_that_makes_sense_alone_ignores_the_context(index: Index) -> None:
    assert said("How high is the Zenda Dam?", index, "ruritania/population") == "87 meters"
