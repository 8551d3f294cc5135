"""Questions that ask only of some of what the best match tells, or of more: by a clause, by "how many of the", by "direct", by "in total"."""

from __future__ import annotations

import re
from itertools import pairwise

from knowledge.match.asked.terms import TELLING, Term
from knowledge.match.indexing.entry import TOLD
from knowledge.match.language import english
from knowledge.match.language.aspects import DAY
from knowledge.match.language.clauses import is_in
from knowledge.match.language.turns import turn
from knowledge.match.language.wanted import SHARES
from knowledge.match.language.words import stem, words
from knowledge.match.weighing.weigh import Match
from knowledge.model import Figure

NARROWED = turn(
    "which that whose bordering",
    r"(?:^|(?<=[.?!;:,]))[^.?!;:,]*\b(?:of|in|how many)\b[^.?!;:,]*\w(?<!\bso)(?<!\bremember)(?<!\bknow)(?<!\bthink)(?<!\bsay)(?<!\bsays)(?<!\bsaid)(?<!\bread)(?<!\bheard)(?<!\btold)(?<!\bbelieve)(?<!\bin)(?<!\bof)(?<!\bat)(?<!\bon)(?<!\bby)(?<!\bfor)(?<!\bto)(?<!\bfrom)(?<!\bwith)(?<!\bunder)(?<!\babout)(?<!\binto)(?<!\bover)(?<!\bround)(?<!\baround)(?<!\bnear)"
    r" (?:(?:through|in|with|for|to) which|that(?! be\b)|which|whose|bordering)\b \w[^.?!;:,]*",
    re.IGNORECASE,
)  # "institutes that have been closed"
HOME_OF = turn(
    "how",
    r"\bhow many (?:[\w'-]+ ){1,5}?(?:are|is|lie|sit) (?:all )?(?:the|those) (?:[\w'-]+ ){1,3}?(?:that|which|whose)\b",
    re.IGNORECASE,
)  # "in how many countries are the cities that …": what is counted, the clause does not narrow
THAT_ONE = turn(
    "that",
    r"\b(?:in|of|at|on|by|for|to|from|with) that (?!(?:point|time|moment|stage|date)\b)\w[^.?!;:,]*",
    re.IGNORECASE,
)  # "institutes on that continent"
MANNER = turn(
    "how",
    r"\bhow \w+ly (?!(?:did|do|does|has|have|had|was|were|is|are|will|would|can|could|should)\b)\w+",
    re.IGNORECASE,
)  # "how densely populated"
PARTITIVE = turn("many much", r"\bhow (many|much) of (?:the|those|these|them|its|all)\b", re.IGNORECASE)
OF_WHOM = turn(
    "many much", r"(?:^|(?<=[.?!] ))\W*of (?:the|those|these|its|all)\b[^.?!,]*, how (many|much)\b", re.IGNORECASE
)  # "of the buyers, how many were from abroad"
WHO_DO = turn(
    "many",
    r"\bhow many of (?:(?:the|those|these|its|all) |[\w'’ ]+?['’]s? )[\w -]+? (work|live|study|speak|smoke|own|come from)\b",
    re.IGNORECASE,
)  # "how many of the teachers work part-time"
ALL_OF_IT = turn(
    "total all altogether overall worldwide globally",
    r"\b(?:in total|in all|altogether|overall|worldwide|globally)\W*$|^\W*(?:in total|in all|altogether|overall)\b",
    re.IGNORECASE,
)
ALL_SAID = 0.97  # of a way of asking
UNSAID = 0.5  # the weight from which what is unexplained of a clause narrows what is asked for

OPPOSITES = (
    ("direct", "indirect"), ("female", "male"), ("women", "men"), ("girls", "boys"), ("children", "adults"),
    ("permanent", "temporary"), ("foreign", "domestic"), ("private", "public"),
    ("exports", "imports"), ("inbound", "outbound"), ("inward", "outward"), ("inflows", "outflows"), ("arrivals", "departures"),
)  # fmt: skip
LIMITS = dict(OPPOSITES) | {two: one for one, two in OPPOSITES} | {"founding": "joining"}
"""What tells of some only -> what tells of the others."""

FOREIGN = re.compile(
    r"foreign (?:trade|direct|exchange|investment|languages?|affairs|policy|minist\w+|currenc\w+|debt)", re.IGNORECASE
)
"""What is called foreign, and limits nothing."""

ALSO_SAID = {"foreign": frozenset(("overseas", "abroad"))}
"""… and by which other words it is told."""


def has_an_unexplained_clause(best: Match) -> bool:
    """Whether a clause says more of what is asked for than the best match knows."""
    unsaid = [term for term in best.unmet if term.weight >= TELLING]
    if not unsaid or HOME_OF.search(best.asked.text, best.asked.begins):
        return False
    narrowing = [
        clause.span()
        for said in (NARROWED, THAT_ONE, MANNER)
        for clause in said.finditer(best.asked.text, best.asked.begins)
    ]
    return sum(term.weight for term in unsaid if is_in(term.word.start, narrowing)) >= UNSAID


def is_of_those(best: Match) -> bool:
    """Whether it is asked how many of those there are of whom the fact leaves something unexplained, or measures all; or how much of it."""
    begins = best.asked.begins
    if "of" not in begins:
        return False
    deed = WHO_DO.search(best.asked.text, begins)
    if deed and stem(deed[1].lower().split()[0]) not in best.told_stems:
        return True
    first = OF_WHOM.search(best.asked.text, begins)
    of_those = first or PARTITIVE.search(best.asked.text, begins)
    if not of_those:
        return False
    after = [term for term in best.asked.terms if term.core and term.word.start > of_those.end()]
    strange = any(term.weight >= TELLING and term in best.unsaid for term in after)
    return (strange and of_those[1].lower() == "many") or _is_of_all(best, after if first else _beside(after))


def _beside(terms: list[Term]) -> list[Term]:
    """What follows the first words that stand together: "were from abroad", of "the buyers were from abroad"."""
    apart = (place for place, pair in enumerate(pairwise(terms), 1) if pair[1].word.start - pair[0].word.end > 1)
    return terms[next(apart, None) :]


def _is_of_all(best: Match, after: list[Term]) -> bool:
    """Whether, of what is asked, it measures only that of which some are asked for: the buyers, of "how many of the buyers were from abroad".

    So, too, where those of a place are asked for that it does not measure.
    """
    beyond = [term for term in after if best.entry.named.isdisjoint(term.means)]
    measured = {*best.entry.measure, *best.entry.counted, *best.entry.modified}
    if any(english.is_of_place(term.word.text) and measured.isdisjoint(term.means) for term in beyond):
        return True
    part = best.figures[0].quantity.kind in SHARES or " of " in best.figures[0].printed
    telling = any(term.weight >= TELLING for term in beyond)
    return telling and not part and measured.isdisjoint(concept for term in beyond for concept in term.means)


def is_limited(best: Match) -> bool:
    """Whether those that are direct, founding, women … are asked for, and the fact does not tell of these, or not of these alone."""
    text = best.asked.text
    core = (term.word for term in best.asked.terms if term.core)
    plain = (word for word in core if word.text != "foreign" or not FOREIGN.match(text, word.start))
    asked = {word.text.removesuffix("ly") for word in plain}  # "directly" is "direct"
    limits = asked & LIMITS.keys()
    if not limits or DAY in best.entry.aspects:
        return False
    told = {word.text.removesuffix("ly") for text in best.told for word in words(text)}
    told |= {limit for limit, others in ALSO_SAID.items() if not told.isdisjoint(others)}
    return any(_is_other_part(limit, LIMITS[limit], asked, told) for limit in limits)


def _is_other_part(limit: str, others: str, asked: set[str], told: set[str]) -> bool:
    """Whether what is limited so is told to be of others, too, or of all; asked for with the others, it may be told of all, or of both."""
    if others in asked:
        return (limit in told) != (others in told)
    return limit not in told or others in told


def is_one_of_several(best: Match) -> bool:
    """Whether one place is said of which the fact tells in a note alone: there it stands beside others."""
    noted = [term.word for term in best.asked.terms if _is_place(term) and 0 < _told_most(best, term) <= TOLD]
    apart = any(word.start - last.end > 1 for last, word in pairwise(noted))
    listed = bool(noted) and best.asked.text[: noted[0].start].rstrip().endswith((",", " and", " or"))
    return bool(noted) and not apart and not listed


def _is_place(term: Term) -> bool:
    return term.core and term.word.text in english.PLACES


def _told_most(best: Match, term: Term) -> float:
    return max((best.entry.explains.get(concept, 0.0) for concept in term.means), default=0.0)


def is_part(best: Match) -> bool:
    """Whether all of something is asked for, and the fact tells of a subject, or of a kind of it, that the question does not name."""
    if best.focus > ALL_SAID or not ALL_OF_IT.search(best.asked.text, best.asked.begins):
        return False
    return not best.linked or not _kind_of_unit(best.figures[0]) <= best.said


def _kind_of_unit(figure: Figure) -> frozenset[str]:
    """What tells which of them are counted: "partner" of "partner countries"."""
    unit = words(figure.quantity.unit or "")
    plain = not any(word.text in english.STOP for word in unit)  # no "countries and regions", no "doses of vaccine"
    return frozenset(word.stem for word in unit[:-1] if plain)
