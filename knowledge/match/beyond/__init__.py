"""Questions that ask beyond what the best match tells, however alike their words: then it is offered, if at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain

from knowledge.match.beyond import deeds, narrowed, qualified, times
from knowledge.match.indexing.reading import Concepts
from knowledge.match.language import english
from knowledge.match.language.aspects import DAY, RECORD
from knowledge.match.language.turns import turn
from knowledge.match.weighing.confidence import LEFTOVER, same_subject, siblings_of
from knowledge.match.weighing.ranked import Ranked
from knowledge.match.weighing.weigh import Match

RELATIVE = r"(?: \w+)? (?:that(?! (?:day|week|month|year|time)\b)|which|whose|where)\b"
_THING = r"\b(?!(?:what|when|where|which|whose|with|from|this|that|have|were|been|they)\b)(\w{4,})"
NESTED = turn("that which whose where", rf"{_THING}\b.*\b\1{RELATIVE}|{_THING}{RELATIVE}.*\b\2\b", re.IGNORECASE)

IS_IT = re.compile(r"\W*(?:(?:so|and|but) )?(?:is|are|was|were)\b", re.IGNORECASE)
IT = re.compile(r"\b(?:it|its|they|their|them)\b", re.IGNORECASE)
MEAN = re.compile(
    r"\b(?:average|median|(?<!\bi )(?<!\byou )(?<!\bwe )mean(?! (?:to|an?|that|the|how|what)\b))\b", re.IGNORECASE
)
CLEARLY = 0.2  # by how much more of another subject's name is said
WHOLLY = 0.99  # of a way of asking, from which a question is asked in an editor's own words, and tells something beside
OUTDONE = 1.5  # times the score of the best, from which one that is ruled out casts doubt on it
LIKELY = 0.75  # of what the best explains of the question, that this other explains at least


def _is_nested(best: Match, ranked: Ranked) -> bool:
    """Whether one thing is asked of another: by a clause that says a word again, or by a sibling's measure."""
    if NESTED.search(best.asked.text, best.asked.begins):
        return True
    missing = best.missing
    others = [match for match in siblings_of(best, ranked) if match is not best and _tells_other(match, missing)]
    return any(best.focus < WHOLLY or _is_asked_of(other, best) for other in others)


def _is_asked_of(other: Match, best: Match) -> bool:
    """Whether what only the other measures is asked for before what the best measures: "population of the largest city"."""
    measured = [term.word.start for term in best.asked.terms if not best.entry.measured.isdisjoint(term.means)]
    missing = [term.word.start for term in best.unmet if not other.entry.measured.isdisjoint(term.means)]
    return min(missing) < min(measured, default=0)


def _tells_other(sibling: Match, missing: Concepts) -> bool:
    """Whether the question says the whole of a sibling's measure, part of which the best leaves unexplained."""
    measured = sibling.entry.measured
    return not measured.isdisjoint(missing) and measured <= sibling.said


def _is_outnamed(best: Match, ranked: Ranked) -> bool:
    """Whether the question does not name its subject, and says much more of another's name: one bank for another."""
    if best.linked:
        return False
    others = (match for match in ranked.all if not same_subject(match, best))
    return any(match.named > best.named + CLEARLY for match in others if match.share > LIKELY * best.share)


def _is_outdone(best: Match, ranked: Ranked) -> bool:
    """Whether something fits much better, and is ruled out."""
    least = OUTDONE * best.score
    return any(match.score > least and match.overruled for match in ranked.ruled_out.down_to(least))


def _is_unasked(best: Match) -> bool:
    """Whether a day or a rank is held, and the question neither asks for one nor is explained whole: mostly it is of something else."""
    asked, entry = best.asked, best.entry
    rank = asked.kinds is None and entry.kinds == {"rank"} and not asked.superlatives and not _says_ordinal(best)
    return (rank or DAY in entry.aspects - asked.aspects) and best.left >= LEFTOVER


def _says_ordinal(best: Match) -> bool:
    """Whether it is asked if it is the first: "is it really the first, or the second"."""
    said = (term for term in best.asked.terms if term.core and term.word.text in english.ORDINALS)
    return bool(IS_IT.match(best.asked.near)) and any(term not in best.unsaid for term in said)


def _is_of_another(best: Match) -> bool:
    """Whether the question says "it", and what is named last before is not what this tells of."""
    core, text = [term for term in best.asked.terms if term.core], best.asked.text
    if not core or any(term.name for term in core):
        return False
    start, end = core[0].word.start, core[-1].word.end
    if not IT.search(text, start, end + len(re.split(r"[.?!]", text[end:])[0])):
        return False
    terms = (term for term in best.asked.terms if not term.told)
    named = (
        term for term in terms if term.name and len(term.word.text) > 2 and not english.is_of_place(term.word.text)
    )
    before = [term for term in named if term.word.end <= core[0].word.start]
    return bool(before) and before[-1] in best.unsaid


def _is_no_mean(best: Match) -> bool:
    return any(MEAN.match(best.asked.text, term.word.start) for term in best.unmet)


def _is_unasked_record(best: Match) -> bool:
    return RECORD in best.entry.aspects - best.asked.aspects


AMONG_OTHERS: tuple[tuple[Callable[[Match, Ranked], bool], str], ...] = (
    (_is_nested, "one thing is asked of another"),
    (_is_outnamed, "another subject is named more plainly"),
    (_is_outdone, "what fits much better is ruled out"),
)
BY_ITSELF: tuple[tuple[Callable[[Match], bool], str], ...] = (
    (narrowed.has_an_unexplained_clause, "a clause narrows what is asked by words that it does not explain"),
    (qualified.counts_else, "something else is counted"),
    (qualified.is_distance, "it is asked how long, and it tells how far away"),
    (deeds.is_another_event, "the day of something else may be asked for"),
    (narrowed.is_one_of_several, "a place is asked for that is one of several"),
    (_is_unasked, "no day or rank is asked for, and not all words are explained"),
    (_is_of_another, "what it is asked of was named before"),
    (_is_no_mean, "a mean is asked for, and none is held"),
    (_is_unasked_record, "it is a record, and none is asked for"),
    (qualified.is_of_another_place, "those of another place are counted"),
    (qualified.is_qualified_otherwise, "more is said of what is to be counted than it tells"),
    (narrowed.is_of_those, "only those are asked for of which it does not tell"),
    (narrowed.is_limited, "only some of what it counts are asked for"),
    (narrowed.is_part, "all of it is asked for, and it may tell of a part"),
    (deeds.is_undone, "a mishap or an end is asked of, and it tells of none"),
    (deeds.is_other_way, "the other way is asked of"),
    (deeds.is_other_end, "it tells of the other end of what is asked for"),
    (times.is_reached_by, "it is what there was by a day, or in several years, not in that year"),
    (times.is_still_to_come, "what there is now is asked for, and it tells of what shall be"),
    (times.is_an_earlier_time, "what there was before is asked for"),
    (times.is_another_time, "another time is asked for"),
)


def asks_beyond(ranked: Ranked, best: Match) -> str | None:
    """What the question asks beyond the best match, in plain words; None if it asks for just what that tells."""
    among = (said for is_so, said in AMONG_OTHERS if is_so(best, ranked))
    return next(chain(among, (said for is_so, said in BY_ITSELF if is_so(best))), None)
