"""What a question wants counted: the words after "how many"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise, takewhile

from knowledge.match.asked.terms import RATHER, Term
from knowledge.match.indexing.index import Index
from knowledge.match.indexing.lexicon import Concept
from knowledge.match.language import english, phrasing
from knowledge.match.language.turns import Beginnings
from knowledge.match.language.words import words

OWNED = re.compile(r" [A-Z]\w*['’]s\b")  # "how much Zenda's harbor earned"
PARTS = re.compile(r"[,;:–—]\s|\s-\s")
GAP = frozenset(("the", "of", "these", "those", "its", "their", "all", "such", "s", "and"))
RUN = 6  # words
PLURALS = frozenset(("people", "folks", "children", "men", "women"))
NO_COMPOUND = PLURALS | frozenset(("countries", "nations", "states", "regions", "cities", "companies", "firms"))
"""With what no other noun begins: "countries host centers" are countries."""
VAGUE = frozenset(("thing", "things", "stuff", "bits", "abroad", "overseas", "worldwide"))
COMPARED = frozenset(("less", "more", "fewer", "most", "other", "others", "such", "main", "major", "key", "different"))
TIMES = frozenset(("years", "months", "weeks", "days", "hours", "minutes"))
NUMBER = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred)[ -]$", re.IGNORECASE
)
DID = frozenset(
    (
        "bought", "built", "came", "gave", "got", "grew", "held", "left", "lent", "made", "met", "paid", "ran", "saw", "sent", "sold", "spent",
        "spoke", "took", "went", "won",
    )
)  # fmt: skip

_WITH = "with|of|in|on|for|by|from|at|to|into|that|which|after|before|since|until|per|its|their|they|under|along|via|as|above|below|over|across|among|between"
_ENDS = rf"\b(?:{_WITH}|{'|'.join(sorted(DID))})\b"
BREAK = re.compile(rf"{_ENDS}|^\s*\w{{2,}}(?:ing|ed)\b", re.IGNORECASE)
"""What ends a row of nouns."""
DEED = re.compile(rf"{_ENDS}|^\s*(?!developed|developing|united)\w{{2,}}(?:ed|ing)\b", re.IGNORECASE)


def counted_in(
    shown: str, begins: Beginnings, terms: tuple[Term, ...], asks: list[re.Match[str]], rated: list[Term], index: Index
) -> tuple[Term, ...]:
    """What is asked to be counted: of the words after "how many", that `asks`, those that some fact counts, else the first; or what is `rated`."""
    asks = [ask for ask in asks if ask[0].lower() == "how many"] or asks  # not "the monthly number of trains" beside it
    after = [term for ask in asks for term in _without_deed(list(_run(shown, ask.end(), terms)))]
    after = after or rated
    much = [ask.end() for ask in phrasing.HOW_MUCH.finditer(shown, begins) if not OWNED.match(shown, ask.end())]
    loosely = [term for reach in much for term in _run(shown, reach, terms)]
    if not after:
        loosely = _named_alone(shown, begins, terms, index) or loosely
    countable = [term for term in (*after, *loosely) if is_counted(term, index) and not _is_compound(shown, term)]
    telling = [term for term in after if term.word.text not in COMPARED and not _is_hyphenated(shown, term)]
    return tuple(countable or [term for term in telling[:1] if term.word.text not in english.CHAT])


def _named_alone(shown: str, begins: Beginnings, terms: tuple[Term, ...], index: Index) -> list[Term]:
    """What key words name without asking: "offices" of "tourism offices abroad, number", "towns" of "plum fairs: towns with a fair"."""
    if phrasing.HOW.search(shown):
        return []
    ends = max((term.word.end for term in terms if term.core), default=len(shown))
    tally, done = phrasing.TALLIED.search(shown, begins), phrasing.DONE.search(shown, 0, ends)
    if not tally and not done and phrasing.WHAT.search(shown):
        return []
    told = [
        term
        for term in terms
        if term.core
        and is_counted(term, index)
        and not _is_time_told(shown, term)
        and term.word.text not in english.PLACES
    ]
    several = [term for term in told if is_plural(term)]
    if not several:
        return told[-1:] if tally or done else []
    before = [term for term in told if tally and term.word.end + 1 == tally.start()]
    if before and not _is_beside(several[0], before[0], shown):
        return before  # "branch count"
    part = max((part.end() for part in PARTS.finditer(shown, 0, several[-1].word.start)), default=0)
    row = [term for term in several if term.word.start >= part]
    last = takewhile(lambda pair: not BREAK.search(shown[pair[0].word.end : pair[1].word.start]), pairwise(row))
    return [*row[:1], *(term for _, term in last)][-1:]


def _without_deed(run: list[Term]) -> list[Term]:
    """A row of nouns without what those do of whom several are named: "lecturers" of "lecturers teach"."""
    last = max((place for place, term in enumerate(run) if is_plural(term)), default=len(run))
    return run[: last + 1] if last + 1 < len(run) and run[last + 1].word.start - run[last].word.end == 1 else run


def _is_time_told(shown: str, term: Term) -> bool:
    """The years of "five years ago"."""
    return term.word.text in TIMES and bool(NUMBER.search(shown[: term.word.start]))


def _is_beside(one: Term, other: Term, shown: str) -> bool:
    """Whether the second only tells more of the first: "states" of "banks in states number", "deals" of "banks signed deals number"."""
    return bool(DEED.search(shown[one.word.end : other.word.start]))


def head_of(counted: tuple[Term, ...]) -> Term:
    """What the words before it only tell more of: "services" of "passenger services"."""
    head = counted[0]
    for term in counted[1:]:
        if term.word.start - head.word.end == 1 and head.word.text not in NO_COMPOUND:
            head = term
    return head


def counted_as(term: Term, index: Index) -> Collection[Concept]:
    """By what a fact counts what is asked to be counted: by its own word if any fact does, as trainees are not just people."""
    own = {concept for concept, sure in term.means.items() if sure > RATHER and concept in index.counted}
    return own if own and term.word.text not in PLURALS else term.means


def rated_in(shown: str, begins: Beginnings, terms: tuple[Term, ...], index: Index) -> list[Term]:
    """What is told by a time: "passengers" of "passengers per day"."""
    if phrasing.HOW_MUCH.search(shown, begins) or phrasing.HOW_OFTEN.search(shown, begins):
        return []
    rates = {said.start() for said in phrasing.RATED.finditer(shown, begins)}
    told = [term for term in terms if term.core and term.word.end in rates and is_counted(term, index)]
    return [term for term in told if not shown.endswith("per ", 0, term.word.start)]  # not "per hectare a year"


def is_counted(term: Term, index: Index) -> bool:
    """Whether any fact counts what the word stands for, that is no mere "things" or "abroad"."""
    meant = (concept for concept, certainty in term.means.items() if certainty > RATHER)
    return term.word.text not in VAGUE and any(concept in index.counted for concept in meant)


def _run(shown: str, reach: int, terms: tuple[Term, ...]) -> Iterator[Term]:
    """The words from a place on, as far as none but small ones come between; only "attended" of "attended the forum"."""
    run: list[Term] = []
    for term in terms:
        if term.core and term.word.start >= reach and len(run) < RUN:
            if not _follows(shown[reach : term.word.start]) or (run and _is_done_by(run[-1], term, shown)):
                return
            run.append(term)
            reach = term.word.end
            yield term


def _is_done_by(whom: Term, done: Term, shown: str) -> bool:
    """Whether a deed begins with the second: "countries issued", "attended the forum", "centers China built"."""
    if whom.word.text.endswith("ed") and shown[whom.word.end :].startswith(" the "):
        return True
    if done.word.capital and done.name and shown[done.word.start - 1] == " " and not whom.word.capital:
        return whom.word.text.endswith("s")
    return (
        is_plural(whom)
        and done.word.start - whom.word.end == 1
        and (done.word.text.endswith("ed") or done.word.text in DID)
    )


def is_plural(term: Term) -> bool:
    """Whether the word is written as one for several."""
    word = term.word.text
    return (word.endswith("s") and not word.endswith("ss")) or word in PLURALS


def _is_compound(shown: str, term: Term) -> bool:
    """Whether it only begins a word: "yuan" of "yuan-denominated notes"."""
    return bool(re.match(r"-\w", shown[term.word.end :]))


def _is_hyphenated(shown: str, term: Term) -> bool:
    return _is_compound(shown, term) or shown[: term.word.start].endswith("-")


def _follows(between: str) -> bool:
    gap = {word.text for word in words(between)}
    return not any(mark in between for mark in ",.?!:;") and gap <= GAP
