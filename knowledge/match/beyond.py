"""Questions that ask beyond what the best match tells, however alike their words: then it is offered, if at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from knowledge.match import narrowed, qualified, times
from knowledge.match.aspects import DAY, RECORD
from knowledge.match.confidence import LEFTOVER, same_subject
from knowledge.match.entry import TOLD
from knowledge.match.naming import SURELY
from knowledge.match.terms import Term
from knowledge.match.weigh import Match
from knowledge.match.words import stem

RELATIVE = r"(?: \w+)? (?:that(?! (?:day|week|month|year|time)\b)|which|whose|where)\b"
NESTED = re.compile(rf"\b(\w{{4,}})\b.*\b\1{RELATIVE}|\b(\w{{4,}}){RELATIVE}.*\b\2\b", re.IGNORECASE)

IT = re.compile(r"\b(?:it|its|they|their|them)\b", re.IGNORECASE)
MEAN = re.compile(r"\b(?:average|median|mean(?! to\b))\b", re.IGNORECASE)
EVENTS = frozenset(
    map(
        stem,
        [
            "construction",
            "build",
            "built",
            "building",
            "complete",
            "finish",
            "open",
            "launch",
            "found",
            "sign",
            "approve",
            "announce",
            "propose",
            "inaugurate",
            "start",
            "begin",
            "end",
            "close",
            "publish",
            "release",
            "adopt",
            "establish",
            "join",
            "invent",
            "discover",
            "die",
            "born",
        ],
    )
)
CLEARLY = 0.2  # by how much more of another subject's name is said
OUTDONE = 1.5  # times the score of the best, from which one that is ruled out casts doubt on it
LIKELY = 0.75  # of what the best explains of the question, that this other explains at least


def asks_beyond(ranked: Sequence[Match], best: Match) -> str | None:
    """What the question asks beyond the best match, in plain words; None if it asks for just what that tells."""
    return next(_reasons(ranked, best), None)


def _reasons(ranked: Sequence[Match], best: Match) -> Iterator[str]:
    if NESTED.search(best.asked.text) or any(_tells_other(match, best) for match in ranked if match is not best):
        yield "one thing is asked of another"
    if narrowed.has_an_unexplained_clause(best):
        yield "a clause narrows what is asked by words that it does not explain"
    if qualified.counts_else(best):
        yield "something else is counted"
    if _is_outnamed(ranked, best):
        yield "another subject is named more plainly"
    if any(match.score > OUTDONE * best.score and match.overruled for match in ranked):
        yield "what fits much better is ruled out"
    if _is_another_event(best):
        yield "the day of something else may be asked for"
    if _is_one_of_several(best):
        yield "a place is asked for that is one of several"
    if _is_unasked(best):
        yield "no day or rank is asked for, and not all words are explained"
    if _is_of_another(best):
        yield "what it is asked of was named before"
    if _is_no_mean(best):
        yield "a mean is asked for, and none is held"
    if any(match.misfit and _tells_all(match, best) for match in ranked):
        yield "what tells all of it is another kind of figure than is asked for"
    if RECORD in best.entry.aspects - best.asked.aspects:
        yield "it is a record, and none is asked for"
    if qualified.is_of_another_place(best):
        yield "those of another place are counted"
    if qualified.is_qualified_otherwise(best):
        yield "more is said of what is to be counted than it tells"
    if narrowed.is_of_those(best):
        yield "only those are asked for of which it does not tell"
    if narrowed.is_limited(best):
        yield "only some of what it counts are asked for"
    if narrowed.is_undone(best):
        yield "a mishap or an end is asked of, and it tells of none"
    if narrowed.is_reversed(best):
        yield "it tells of the other end of what is asked for"
    if narrowed.is_part(best):
        yield "all of it is asked for, and it may tell of a part"
    if times.is_reached_by(best):
        yield "it is what there was by a day, or in several years, not in that year"
    if times.takes_no_time(best):
        yield "a time is held that nothing takes"
    if times.is_an_earlier_time(best) or times.is_another_time(best):
        yield "another time is asked for"


def _tells_other(match: Match, best: Match) -> bool:
    """Whether the question says the whole of a sibling's measure, part of which the best leaves unexplained."""
    return (
        same_subject(match, best) and bool(match.entry.measured & best.missing) and match.entry.measured <= match.said
    )


def _is_outnamed(ranked: Iterable[Match], best: Match) -> bool:
    """Whether the question does not name its subject, and says much more of another's name: one bank for another."""
    if best.linked:
        return False
    others = (match for match in ranked if not same_subject(match, best))
    return any(match.named > best.named + CLEARLY for match in others if match.share > LIKELY * best.share)


def _is_another_event(best: Match) -> bool:
    """Whether the day of something else is asked for: of a founding, where the opening of one of its offices is held."""
    if best.asked.kinds != frozenset(("date",)):
        return False
    if any(term.core and term.word.stem in EVENTS for term in best.unsaid):
        return True
    return not best.whole and not any(best.meant.get(concept, 0.0) > SURELY for concept in best.entry.measured)


def _is_one_of_several(best: Match) -> bool:
    """Whether one name is said of which the fact tells in a note alone: there it stands for others too."""
    noted = [term.word for term in best.asked.terms if term.core and term.name and 0 < _told_most(best, term) <= TOLD]
    apart = sum(word.start - last.end > 1 for last, word in pairwise(noted))
    return bool(noted) and not apart


def _told_most(best: Match, term: Term) -> float:
    return max((best.entry.explains.get(concept, 0.0) for concept in term.means), default=0.0)


def _is_unasked(best: Match) -> bool:
    """Whether a day or a rank is held, and the question neither asks for one nor is explained whole: mostly it is of something else."""
    asked, entry = best.asked, best.entry
    rank = asked.kinds is None and entry.kinds == {"rank"} and not asked.superlatives
    return (rank or DAY in entry.aspects - asked.aspects) and best.left >= LEFTOVER


def _is_of_another(best: Match) -> bool:
    """Whether the question says "it", and what is named last before is not what this tells of."""
    core, text = [term for term in best.asked.terms if term.core], best.asked.text
    if not core or any(term.name for term in core):
        return False
    start, end = core[0].word.start, core[-1].word.end
    if not IT.search(text, start, end + len(re.split(r"[.?!]", text[end:])[0])):
        return False
    before = [term for term in best.asked.terms if term.name and term.word.end <= core[0].word.start]
    return bool(before) and before[-1] in best.unsaid


def _is_no_mean(best: Match) -> bool:
    return any(term.core and MEAN.match(best.asked.text, term.word.start) for term in best.unsaid)


def _tells_all(match: Match, best: Match) -> bool:
    """Whether it explains of the question what the best leaves."""
    return match.score > best.score and best.left >= LEFTOVER > match.left
