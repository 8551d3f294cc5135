"""Questions that ask beyond what the best match tells, however alike their words: then it is offered at most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.match.aspects import DAY, RECORD
from knowledge.match.confidence import LEFTOVER, same_subject
from knowledge.match.naming import SURELY
from knowledge.match.qualified import is_qualified_otherwise
from knowledge.match.weigh import TELLING, Match
from knowledge.match.words import words

RELATIVE = r"(?: \w+)? (?:that|which|whose|where)\b"
NESTED = re.compile(rf"\b(\w{{4,}})\b.*\b\1{RELATIVE}|\b(\w{{4,}}){RELATIVE}.*\b\2\b", re.IGNORECASE)

NARROWED = re.compile(
    r"(?:^|(?<=[.?!;:,]))[^.?!;:,]*\b(?:of|in|how many)\b[^.?!;:,]*\w(?<!\bso)"
    r" (?:(?:through|in|with|for|to) which|that(?! be\b)|which|whose|bordering)\b \w[^.?!;:,]*",
    re.IGNORECASE,
)
PARTITIVE = re.compile(r"\bhow many of (?:the|those|these|them|its|all)\b", re.IGNORECASE)
WITHIN = re.compile(r"\b(?:in|during|over|within|throughout) (\d{4})\b", re.IGNORECASE)
MANNER = re.compile(
    r"\bhow \w+ly (?!(?:did|do|does|has|have|had|was|were|is|are|will|would|can|could|should)\b)\w+", re.IGNORECASE
)  # "how densely populated"
MEANS = frozenset(("average", "mean", "median"))
_OPPOSITES = "direct indirect, female male, women men, girls boys, children adults, permanent temporary, foreign domestic, private public, founding joining"
LIMITS = {
    word + ending: other
    for pair in _OPPOSITES.split(", ")
    for one, two in [pair.split()]
    for word, other in ((one, two), (two, one))
    for ending in ("", "ly")
}
"""What tells of some only -> what tells of the others."""
COMING = re.compile(r"\bwhen (?:will|is|are) \b(?!.*\b(?:held|founded|opened)\b)|\bwill\b|\bnext\b|\bupcoming\b")
SEEN_FROM = re.compile(r"\b(?:last|this|next) (?:year|month|week|quarter|decade)\b|\bin its first (?:year|month)\b")
CLEARLY = 0.2  # by how much more of another subject's name is said
LIKELY = 0.75  # of what the best explains of the question, that this other explains at least
UNSAID = 0.3  # the weight from which an unexplained word narrows what is asked for


def asks_beyond(ranked: Sequence[Match], best: Match) -> str | None:
    """What the question asks beyond the best match, in plain words; None if it asks for just what that tells."""
    return next(_reasons(ranked, best), None)


def _reasons(ranked: Sequence[Match], best: Match) -> Iterator[str]:
    if NESTED.search(best.asked.text) or any(_tells_other(match, best) for match in ranked if match is not best):
        yield "one thing is asked of another"
    if _is_narrowed(best):
        yield "a clause narrows what is asked by words that it does not explain"
    if _counts_else(best):
        yield "something else is counted"
    if _is_outnamed(ranked, best):
        yield "another subject is named more plainly"
    if _is_another_event(best):
        yield "the day of something else may be asked for"
    if _is_unasked(best):
        yield "no day or rank is asked for, and not all words are explained"
    if _is_no_mean(best):
        yield "a mean is asked for, and none is held"
    if any(match.misfit and _tells_all(match, best) for match in ranked):
        yield "what tells all of it is another kind of figure than is asked for"
    if RECORD in best.entry.aspects - best.asked.aspects:
        yield "it is a record, and none is asked for"
    if is_qualified_otherwise(best):
        yield "more is said of what is to be counted than it tells"
    if PARTITIVE.search(best.asked.text) and any(term.core and term.weight >= TELLING for term in best.unsaid):
        yield "only those are asked for of which it does not tell"
    if _is_limited(best):
        yield "only some of what it counts are asked for"
    if _is_reached_by(best):
        yield "it is what there was by a day, or in several years, not in that year"
    if _is_another_time(best):
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


def _is_narrowed(best: Match) -> bool:
    """Whether a clause says more of what is asked for than the best match knows: "institutes that have been closed"."""
    unsaid = [term.word.start for term in best.unsaid if term.core and term.weight >= UNSAID]
    narrowing = [clause for pattern in (NARROWED, MANNER) for clause in pattern.finditer(best.asked.text)]
    return any(clause.start() <= start < clause.end() for clause in narrowing for start in unsaid)


def _counts_else(best: Match) -> bool:
    """Whether what is to be counted stands in the subject's name alone, and something else is counted: models of a scholarship."""
    meant = {concept for term in best.asked.counted for concept in term.means}
    told = best.entry.counted | best.entry.modified | best.entry.measured
    named = best.asked.insists and best.counts is False and not meant.isdisjoint(best.entry.named)
    return named and bool(best.entry.counted) and told.isdisjoint(meant)


def _is_another_event(best: Match) -> bool:
    """Whether the day of something else is asked for: of a founding, where the opening of one of its offices is held."""
    if best.asked.kinds != frozenset(("date",)) or best.whole:
        return False
    return not any(best.meant.get(concept, 0.0) > SURELY for concept in best.entry.measured)


def _is_unasked(best: Match) -> bool:
    """Whether a day or a rank is held, and the question neither asks for one nor is explained whole: mostly it is of something else."""
    asked, entry = best.asked, best.entry
    rank = asked.kinds is None and entry.kinds == {"rank"} and not asked.superlatives
    return (rank or DAY in entry.aspects - asked.aspects) and best.left >= LEFTOVER


def _is_no_mean(best: Match) -> bool:
    return any(term.word.text in MEANS for term in best.unsaid if term.core)


def _tells_all(match: Match, best: Match) -> bool:
    """Whether it explains of the question what the best leaves."""
    return match.score > best.score and best.left >= LEFTOVER > match.left


def _is_reached_by(best: Match) -> bool:
    """Whether what came about within a year is asked for, and what there was before its end, or came in several years, is held."""
    held, years = best.figures[0].as_of or "", WITHIN.findall(best.asked.text)
    begun, _, ended = (best.figures[0].period or "").partition("/")
    return (held[5:7] not in ("", "12") and held[:4] in years) or (ended[:4] in years and begun[:4] != ended[:4])


def _is_limited(best: Match) -> bool:
    """Whether those that are direct, founding, women … are asked for, and the fact does not tell of these, or not of these alone."""
    asked = {term.word.text for term in best.asked.terms if term.core}
    told = {word.text for text in _told(best) for word in words(text)}
    limits = [(limit.removesuffix("ly"), LIMITS[limit]) for limit in asked & LIMITS.keys()]
    return any(limit not in told or (other in told and other not in asked) for limit, other in limits)


def _told(best: Match) -> tuple[str, ...]:
    fact, figure = best.entry.fact, best.figures[0]
    return (fact.measure, *fact.ask, figure.printed, figure.when or "")


def _is_another_time(best: Match) -> bool:
    """Whether what is to come is asked for, or a time as seen from today, and a day that is past, or another time, is held."""
    text = best.asked.text.lower()
    figure = best.figures[0]
    day = figure.quantity.value if figure.quantity.kind == "date" else None
    if isinstance(day, str) and COMING.search(text):
        return day < (figure.citation.source.issued or "")
    told = " ".join(_told(best)).lower()
    core = {term.word.start for term in best.asked.terms if term.core}
    return any(
        said.group() not in told and not core.isdisjoint(range(*said.span())) for said in SEEN_FROM.finditer(text)
    )
