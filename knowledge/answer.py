"""Matches -> what to say: every threshold, and what it means, at the top."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from knowledge.calculate import calculated
from knowledge.follow_up import goes_on, sensible
from knowledge.match import Index, Match, best_box, free_first, matches, read_question
from knowledge.match.beyond import asks_beyond
from knowledge.match.confidence import (
    LEFTOVER,
    LEVEL,
    confidence,
    evidence,
    same_figure,
    same_subject,
    sure_enough,
)  # fmt: skip
from knowledge.match.words import folded, plain
from knowledge.model import Box, Fact
from knowledge.outcome import (
    Answer,
    BoxAnswer,
    CalculatedAnswer,
    FactAnswer,
    Found,
    Outcome,
    Reason,
    Unknown,
    Unsure,
)  # fmt: skip
from knowledge.smalltalk import smalltalk

__all__ = [
    "Answer", "BoxAnswer", "CalculatedAnswer", "FactAnswer", "Found", "Outcome", "Reason", "Unknown", "Unsure",
    "answer", "box", "by_id",
]  # fmt: skip

# Thresholds on `confidence`, the probability that the best match is right: from `sure_enough` on it is the answer, and
OFFER = 0.25  # from here on it is offered among choices; below it nothing is said …
SAID = 0.3  # … unless no more than LEFTOVER is left unexplained, and more than this is explained
# A rival's score, as a share of the best, from which the two are choices. Of facts that explain all that the best explains, for
CLOSE = 0.88  # any; and, if the question says less than PART of a way of asking, for
CLOSE_ELSEWHERE, PART = 0.6, 0.8  # one of another subject: the question names neither. Else for
# any LEVEL; so also if the question says the
WHOLE = 0.93  # of a way of asking
NEARLY, SLIGHTLY = (
    0.97,
    0.05,
)  # of what the best explains, that explains as much; more left unexplained, that leaves no more
WELL_TOLD = 0.8  # the share of the question that a fact explains of which only the date or the source is not held
CHOICES = 5
WEIGHED = 2  # how many facts an outcome tells the score of
LONGEST = 500  # characters of a question, before and after NFKC


def answer(question: str, index: Index, context: str | None = None) -> Outcome:
    """What to say to a question. `context` is the id of the fact last answered in the thread. Never raises on any text."""
    if refused := _refused(question):
        return refused
    if reason := smalltalk(plain(question)):
        return Unknown(reason)
    parts = _two_questions(question)
    both = [_answer_one(part, index) for part in parts]
    if len(both) == 2 and all(isinstance(outcome, Found) for outcome in both):
        return Found(tuple(found for outcome in both if isinstance(outcome, Found) for found in outcome.answers[:1]))
    alone = _answer_one(question, index)
    followed = index.knowledge.facts.get(context or "")
    if followed is None or isinstance(alone, Found) or not goes_on(question):
        return alone
    return _follow_up(question, followed, index) or alone


def box(name: str, index: Index) -> Outcome:
    """The box of that name."""
    if refused := _refused(name):
        return refused
    found = best_box(replace(read_question(name, index), wants_box=True), index)
    return Found((_box_answer(found, index),)) if found else Unknown()


def by_id(id: str, index: Index) -> Answer | None:
    """The fact or box with that id, as an answer; None if it is not held any more."""
    if fact := index.knowledge.facts.get(id):
        return FactAnswer(fact, fact.figures)
    found = index.knowledge.boxes.get(id)
    return _box_answer(found, index) if found else None


def _refused(question: str) -> Unknown | None:
    """Questions that are not read at all: empty ones, and those too long, which are never cut."""
    length = max(len(question), len(plain(question[: LONGEST + 1])))
    if length > LONGEST:
        return Unknown("too long", error=f"a question may have {LONGEST} characters")
    return None if plain(question).strip() else Unknown("empty", error="there is no question")


def _answer_one(question: str, index: Index) -> Outcome:
    if known := index.asks.get(folded(question)):
        return Found((FactAnswer(known.fact, known.fact.figures),))  # asked in an editor's own words
    asked = read_question(question, index)
    ranked = matches(asked, index)
    if reckoned := calculated(asked, ranked, index):
        return reckoned
    if asked.kinds in (None, {"text"}) and (asked.wants_box or not asked.dates) and (found := best_box(asked, index)):
        return Found((_box_answer(found, index),))
    return replace(
        _decided(ranked, sure_enough(index.knowledge)),
        weighed=tuple((match.fact_id, match.score) for match in islice(free_first(ranked), WEIGHED)),
    )


def _decided(ranked: list[Match], enough: float) -> Outcome:
    """The best match that nothing rules out: given if it is sure, offered if it may be, else nothing."""
    best = _best(ranked)
    sure = confidence(evidence(ranked, best)) if best else 0.0
    ruled_out = next((match for match in ranked if match.conflicts), None) if sure < enough else None
    if ruled_out and ruled_out.unheld and _tells_more(ruled_out, best):
        return _not_held_for(ruled_out, ruled_out.unheld)
    if not best:
        return Unknown(nearest=ruled_out.entry.fact.subject if ruled_out else None)
    open_ended = best.left < LEFTOVER and best.explained > SAID  # all of it is explained, and by several
    if sure < OFFER and not open_ended:
        return Unknown(nearest=best.entry.fact.subject)
    near = [match for match in ranked if match.score >= CLOSE_ELSEWHERE * best.score and not match.conflicts]
    rivals = [match for match in near if _rivals(match, best)]
    if sure >= enough and not rivals and not asks_beyond(ranked, best):
        return Found((_fact_answer(best),))
    others = rivals or [match for match in near if match.score > 0.8 * best.score and not same_figure(match, best)]
    return Unsure(tuple(_fact_answer(match) for match in [best, *others][:CHOICES]))


def _best(ranked: list[Match]) -> Match | None:
    """The best that nothing rules out; or one nearly as good that tells of all, where the best tells only of some."""
    best = next((match for match in ranked if not match.conflicts), None)
    if best is None:
        return None
    near = (match for match in ranked if match.score >= CLOSE * best.score and same_subject(match, best))
    return next((match for match in near if _is_narrower(best, match) and not match.conflicts), best)


def _tells_more(match: Match, best: Match | None) -> bool:
    """A fact that tells what is asked but for its date or source, and better than the best that is free.

    Not where a free one of its subject tells as much, for just that date: "trade 2013-2022" among several figures of trade.
    """
    if best is None or match.share <= WELL_TOLD:
        return match.share > WELL_TOLD
    as_much = same_subject(match, best) and best.asked.dates and best.share >= match.share and best.left < LEFTOVER
    return match.score > best.score and not as_much


def _not_held_for(match: Match, unheld: str) -> Unknown:
    """The fact is held, and not for the date or the source that is asked for: say for which it is."""
    fact = match.entry.fact
    if re.match(r"\d{4}", unheld):
        held = [figure.as_of or figure.period or figure.citation.source.issued for figure in fact.figures]
    else:
        held = [figure.citation.source.short or figure.citation.source.title for figure in fact.figures]
    return Unknown("not held for that", fact.subject, fact, unheld, tuple(dict.fromkeys(filter(None, held))))


def _rivals(match: Match, best: Match) -> bool:
    """Another figure that explains all that the best explains, nearly as well asked for; or one that is asked for as well."""
    if same_figure(match, best):
        return False
    if best.whole and not match.whole:  # "Texas" is asked for, and this is of Houston, Texas
        return match.score >= LEVEL * best.score
    if same_subject(match, best) and _is_narrower(match, best):
        return False
    if same_subject(match, best) and best.counts and not match.counts:
        return match.score >= LEVEL * best.score
    elsewhere = not same_subject(match, best)
    told = match.share / best.share if elsewhere and not best.linked else match.explained / best.explained
    if best.focus >= WHOLE or told < NEARLY or match.left > best.left + SLIGHTLY:
        return match.score >= LEVEL * best.score
    unnamed = best.focus < PART and elsewhere
    return match.score >= best.score * (CLOSE_ELSEWHERE if unnamed else CLOSE)


def _is_narrower(match: Match, best: Match) -> bool:
    """Whether a fact of the same subject differs by words of its measure alone that the question does not say: partner countries."""
    narrower, wider = set(match.entry.measure), set(best.entry.measure)
    unsaid = (narrower - wider) & match.entry.measured
    differs = bool(unsaid) and unsaid.isdisjoint(match.said) and wider - narrower <= best.said
    return differs and match.counts == best.counts


def _fact_answer(match: Match) -> FactAnswer:
    return FactAnswer(match.entry.fact, match.figures)


def _box_answer(box: Box, index: Index) -> BoxAnswer:
    facts = [index.knowledge.facts[id] for id in box.facts]
    return BoxAnswer(box, tuple(FactAnswer(fact, fact.figures) for fact in facts))


SECOND = re.compile(r"(?<=\?)\s+|,?\s+and (?=(?:how|when|what|which|where)\b)", re.IGNORECASE)


def _two_questions(question: str) -> list[str]:
    """The two questions of a message that holds two; else none."""
    parts = [
        part for part in SECOND.split(question) if re.search(r"\b(?:how|when|what|which|where)\b", part, re.IGNORECASE)
    ]
    return parts if len(parts) == 2 else []


def _follow_up(question: str, followed: Fact, index: Index) -> Outcome | None:
    """A question that makes no sense alone, read with the fact last answered: its subject, its measure, or both carried over."""
    asked = question.strip()
    readings = (
        f"{followed.subject.name}: {asked}",  # "and freight?"
        f"{asked} {followed.measure}",  # "and the Laos one?"
        f"{followed.title} {asked}",  # "what about 2023?"
    )
    read = [sensible(_answer_one(reading, index), question, index) for reading in readings]
    found = next((outcome for outcome in read if isinstance(outcome, Found)), None)
    return found or next((outcome for outcome in read if outcome), None)
