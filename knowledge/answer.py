"""Matches -> what to say: its thresholds, and what they mean, at the top; those of rivals stand in `match/weighing/rivals.py`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from knowledge.calculate import calculated
from knowledge.dated import dated
from knowledge.follow_up import goes_on, readings, sensible
from knowledge.match import Index, Match, Ranked, best_box, free_first, matches, read_question
from knowledge.match.beyond import asks_beyond
from knowledge.match.beyond.narrowed import is_limited, is_of_those
from knowledge.match.language.words import plain
from knowledge.match.weighing.confidence import how_sure, same_subject, sure_enough
from knowledge.match.weighing.leading import leading
from knowledge.match.weighing.rivals import next_to, rivals_of
from knowledge.match.weighing.share import LEFTOVER
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
    Weighed,
)  # fmt: skip
from knowledge.smalltalk import smalltalk

__all__ = [
    "Answer", "BoxAnswer", "CalculatedAnswer", "FactAnswer", "Found", "Outcome", "Reason", "Unknown", "Unsure",
    "answer", "box", "by_id",
]  # fmt: skip

# Thresholds on `confidence`, the probability that the best match is right: from `sure_enough` on it is the answer, and
OFFER = 0.45  # from here on it is offered among choices; below it nothing is said …
SAID = 0.2  # … unless no more than LEFTOVER is left unexplained, and more than this is explained, and said of a way of asking
WELL_TOLD = 0.8  # the share of the question that a fact explains of which only the date or the source is not held
ITS_OWN = 0.95  # of a way of asking, and some of it beside the name, for which a fact and not its box is given
CHOICES = 5
LONGEST = 500  # characters of a question, before and after NFKC

QUESTION_WORD = r"\b(?:how|when|what|which|where)\b"
SECOND = re.compile(rf"(?=[\s,])(?:(?<=\?)\s+|,?\s+and (?={QUESTION_WORD}))", re.IGNORECASE)


def answer(question: str, index: Index, context: str | None = None) -> Outcome:
    """What to say to a question. `context` is the id of the fact last answered in the thread. Never raises on any text."""
    if refused := _refused(question):
        return refused
    if reason := smalltalk(plain(question)):
        return Unknown(reason)
    both = [_answer_one(part, index) for part in _two_questions(question)]
    found = [outcome.answers[0] for outcome in both if isinstance(outcome, Found)]
    if len(found) == 2:
        return Found(tuple(found) if found[0] != found[1] else (found[0],))
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
    if known := index.as_written(question):
        return Found((FactAnswer(known.fact, known.fact.figures),))  # asked in an editor's own words
    asked = read_question(question, index)
    if figure := dated(asked, index):
        return Found((figure,))
    ranked = matches(asked, index)
    if reckoned := calculated(asked, ranked, index):
        return reckoned
    boxed = asked.kinds in (None, {"text"}) and (asked.wants_box or not (asked.dates or _is_asked_for(ranked)))
    if boxed and (found := best_box(asked, index)):
        return Found((_box_answer(found, index),))
    return replace(_decided(ranked, sure_enough(index.knowledge)), weighed=_weighed(ranked))


def _is_asked_for(ranked: Ranked) -> bool:
    """Whether a fact is asked for in an editor's own words, so that none of a box's mild ones ask for the box."""
    best = next(iter(ranked.free), None)
    return best is not None and best.focus >= ITS_OWN and best.left < LEFTOVER and best.beyond > SAID


def _weighed(ranked: Ranked) -> Weighed:
    """The fact that came first, one that nothing rules out if there is any; and the nearest other, whether or not anything does."""
    first = next(free_first(ranked), None)
    other = next((match for match in ranked if match is not first), None)
    return tuple((match.fact_id, match.score) for match in (first, other) if match)


def _decided(ranked: Ranked, enough: float) -> Outcome:
    """The best match that nothing rules out: given if it is sure, offered if it may be, else nothing."""
    best = leading(ranked)
    sure = how_sure(_led_by(best, ranked), best, (enough, OFFER)) if best else 0.0
    rivals = rivals_of(best, ranked) if best else []
    if best and sure >= enough and not rivals and not asks_beyond(ranked, best):
        return Found((_fact_answer(best),))
    ruled_out = next(iter(ranked.ruled_out), None)
    if ruled_out and ruled_out.unheld and _tells_more(ruled_out, best):
        return _not_held_for(ruled_out, ruled_out.unheld)
    if not best:
        return Unknown(nearest=ruled_out.entry.fact.subject if ruled_out else None)
    telling = best.explained > SAID and (best.asked.kinds is not None or best.focus > SAID)
    open_ended = best.left < LEFTOVER and telling  # all of it is explained, and by several
    only_some = is_of_those(best) or is_limited(best)  # for whom a figure of all is no choice
    if only_some or (sure < OFFER and not open_ended):
        return Unknown(nearest=best.entry.fact.subject)
    choices = [best, *(rivals or next_to(best, ranked))]
    return Unsure(tuple(_fact_answer(match) for match in choices[:CHOICES]))


def _led_by(best: Match, ranked: Ranked) -> Ranked:
    """The matches, without those before the best that it leads: these speak no more against it."""
    before = list(takewhile(lambda match: match is not best, ranked.free))
    return Ranked([match for match in ranked.all if match not in before]) if before else ranked


def _tells_more(match: Match, best: Match | None) -> bool:
    """A fact that tells what is asked but for its date or source, and better than the best that is free.

    Not where a free one tells as much for just that, of its subject or where the question names none: "trade 2013-2022"
    among several figures of trade, "how many came to the forum, in the white paper" among several forums.
    """
    if best is None or match.share <= WELL_TOLD:
        return match.share > WELL_TOLD
    as_good = (same_subject(match, best) and best.asked.dates) or not match.linked
    as_much = as_good and best.share >= match.share and best.left < LEFTOVER
    return match.score > best.score and not as_much


def _not_held_for(match: Match, unheld: str) -> Unknown:
    """The fact is held, and not for the date or the source that is asked for: say for which it is."""
    fact = match.entry.fact
    if re.match(r"\d{4}", unheld):
        held = [figure.as_of or figure.period or figure.citation.source.issued for figure in fact.figures]
    else:
        held = [figure.citation.source.short or figure.citation.source.title for figure in fact.figures]
    return Unknown("not held for that", fact.subject, fact, unheld, tuple(dict.fromkeys(filter(None, held))))


def _fact_answer(match: Match) -> FactAnswer:
    return FactAnswer(match.entry.fact, match.figures)


def _box_answer(box: Box, index: Index) -> BoxAnswer:
    facts = [index.knowledge.facts[id] for id in box.facts]
    return BoxAnswer(box, tuple(FactAnswer(fact, fact.figures) for fact in facts))


def _two_questions(question: str) -> list[str]:
    """The two questions of a message that holds two; else none."""
    parts = SECOND.split(question)
    asking = [part for part in parts if len(parts) > 1 and re.search(QUESTION_WORD, part, re.IGNORECASE)]
    return asking if len(asking) == 2 else []


def _follow_up(question: str, followed: Fact, index: Index) -> Outcome | None:
    """What to say to a question that makes no sense alone, after the fact last answered; None if nothing sensible."""
    read = [sensible(_answer_one(reading, index), question, index) for reading in readings(question, followed)]
    found = next((outcome for outcome in read if isinstance(outcome, Found)), None)
    return found or next((outcome for outcome in read if outcome), None)
