"""Questions of something else than the best match tells of: one thing of another, another by name, what was named before."""

from __future__ import annotations

import re
from itertools import pairwise

from knowledge.match.beyond.narrowed import HOME_OF
from knowledge.match.indexing.reading import Concepts
from knowledge.match.language import english
from knowledge.match.language.turns import turn
from knowledge.match.language.words import stems_of
from knowledge.match.weighing.confidence import same_subject, siblings_of
from knowledge.match.weighing.ranked import Ranked
from knowledge.match.weighing.share import WHOLLY
from knowledge.match.weighing.weigh import Match

RELATIVE = r"(?: \w+)? (?:that(?! (?:day|week|month|year|time)\b)|which|whose|where)\b"
_THING = r"\b(?!(?:what|when|where|which|whose|with|from|this|that|have|were|been|they)\b)(\w{4,})"
NESTED = turn("that which whose where", rf"{_THING}\b.*\b\1{RELATIVE}|{_THING}{RELATIVE}.*\b\2\b", re.IGNORECASE)
TOLD_MORE = re.compile(r" (?:that|which|whose|where)\b", re.IGNORECASE)
"""Without which nothing is nested: a word that is said again is dear to look for."""
IT = re.compile(r"\b(?:it|its|they|their|them)\b", re.IGNORECASE)
CLEARLY = 0.2  # by how much more of another subject's name is said
ALIKE = 0.9  # times it, from which one in an editor's own words does
OUTDONE = 1.5  # times the score of the best, from which one that is ruled out casts doubt on it
SITES = frozenset(
    stems_of("""
airport annex app bridge cafe canal canteen clinic college dam expressway factory garden harbor highway hospital hotel kitchen library metro mine
museum park pipeline plant port railway refinery school stadium station subway terminal theater tunnel university ward wing zoo
""")
)
"""What may stand in a place, and be called after it."""
PART_OF = re.compile(r" (?:of|at) (?:the |its )?")
LIKELY = 0.75  # of what the best explains of the question, that this other explains at least


def is_nested(best: Match, ranked: Ranked) -> bool:
    """Whether one thing is asked of another: by a clause that says a word again, or by a sibling's measure."""
    text, missing = best.asked.text[best.asked.begun :], best.missing
    if TOLD_MORE.search(text):
        if HOME_OF.search(text, best.asked.begins):
            return False
        if all(NESTED.search(said, best.asked.begins) for said in (text, best.asked.near)):
            return True
    if not missing:
        return False
    siblings = [
        match
        for match in siblings_of(best, ranked)
        if match is not best and not (best.counts and match.counts is False) and match.share > best.share / 2
    ]
    others = [match for match in siblings if _tells_other(match, missing)]
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


def is_outnamed(best: Match, ranked: Ranked) -> bool:
    """Whether the question does not name its subject, and says much more of another's name: one bank for another."""
    if best.linked:
        return False
    others = (match for match in ranked.all if not same_subject(match, best))
    return any(match.named > best.named + CLEARLY for match in others if match.share > LIKELY * best.share)


def is_outdone(best: Match, ranked: Ranked) -> bool:
    """Whether something fits much better, and is ruled out; or is asked for in an editor's own words, but for whom it is asked of."""
    least = ALIKE * best.score
    return any(
        match.overruled and (match.score > OUTDONE * best.score or _is_asked_for(match, best))
        for match in ranked.ruled_out.down_to(least)
    )


def _is_asked_for(match: Match, best: Match) -> bool:
    return match.focus >= WHOLLY > best.focus + CLEARLY and not same_subject(match, best)


def is_of_two(best: Match) -> bool:
    """Whether another's whole name stands beside the subject's, and it does not explain all of that: when were the belt and the road proposed."""
    if not best.whole:
        return False
    unsaid = {term.word.stem for term in best.unmet}
    if not unsaid:
        return False
    once = [term.word.stem for term in best.asked.terms]
    subject, own = (
        best.entry.fact.subject.id,
        frozenset().union(*(name for name in best.entry.names if best.asked.stems >= name)),
    )
    return any(
        subject not in whose and not unsaid.isdisjoint(name) and not any(once.count(stem) == 1 for stem in own & name)
        for name, whose in best.asked.named
    )


def is_another_site(best: Match) -> bool:
    """Whether something else of the same place, or a part of it, is named: its airport, where the facts are of its hospital; a ward of that."""
    if SITES.isdisjoint(best.asked.stems):
        return False
    terms = enumerate(best.asked.terms)
    sites = [place for place, term in terms if term.core and term.word.stem in SITES and term in best.unsaid]
    return any(_stands_after_its_name(place, best) or _stands_before_its_name(place, best) for place in sites)


def _stands_after_its_name(place: int, best: Match) -> bool:
    """ "Zenda airport", "Zenda's old airport"."""
    terms, text = best.asked.terms, best.asked.text
    before = next((each for each in range(place - 1, -1, -1) if terms[each] not in best.unsaid), None)
    if before is None or best.entry.named.isdisjoint(terms[before].means):
        return False
    row = pairwise(terms[before : place + 1])
    return all(text[one.word.end : two.word.start] in (" ", "'s ", "' ") for one, two in row)


def _stands_before_its_name(place: int, best: Match) -> bool:
    """ "The ward of Zenda hospital"."""
    after = best.asked.terms[place + 1 : place + 2]
    between = slice(best.asked.terms[place].word.end, after[0].word.start if after else None)
    named = after and not best.entry.named.isdisjoint(after[0].means)
    return bool(named and PART_OF.fullmatch(best.asked.text[between]))


def is_of_another(best: Match) -> bool:
    """Whether the question says "it", and what is named last before is not what this tells of."""
    core, text = [term for term in best.asked.terms if term.core], best.asked.text
    if not core or any(term.name for term in core):
        return False
    start, end = core[0].word.start, core[-1].word.end
    if not IT.search(text, start, end + len(re.split(r"[.?!]", text[end:])[0])):
        return False
    terms = (term for term in best.asked.terms if not (term.told and term in best.unsaid))
    named = (
        term for term in terms if term.name and len(term.word.text) > 2 and not english.is_of_place(term.word.text)
    )
    before = [term for term in named if term.word.end <= core[0].word.start]
    return bool(before) and before[-1] in best.unsaid


def is_named_before(best: Match) -> bool:
    """Whether another subject is named, by a name of several words, before the question is asked, and this one nowhere: "the line … How long is it"."""
    if best.whole or best.focus >= WHOLLY:
        return False
    terms, subject = best.asked.terms, best.entry.fact.subject.id
    found = best.index.names.found_in(tuple([term.word.stem for term in terms]))
    return any(
        other != subject
        and end - start > 1
        and terms[end - 1].word.end <= best.asked.begun
        and any(term in best.unsaid for term in terms[start:end])
        for start, end, other in found
    )
