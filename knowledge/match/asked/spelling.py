"""Words of a question as the knowledge base spells them: initials written out, names that were cut in two joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.match.asked.mending import COMPANY, company
from knowledge.match.indexing.index import Index
from knowledge.match.indexing.lexicon import Lexicon
from knowledge.match.language import english
from knowledge.match.language.turns import beginnings, turn
from knowledge.match.language.words import Word, stems_of, words

INITIALS = range(3, 8)  # letters of an abbreviation by initials
ALONE = re.compile(r"(?<!\S)[a-z]+(?![^\s,.?!;'])")  # the "n" of "belt n road", not of "R&D" or "n-type"
STATES = turn(
    "united us u",
    r"\bUnited S[taes]{4,6}(?: of America)?\b|\bunited s[taes]{4,6}\b|\bU\.S\.(?:A\.)?|\bUS\b(?! ?\$| [Dd]ollar)(?=\W*(?:$|[A-Z]?[a-z]))|(?<=\bthe )us\b(?! ?\$| dollar)",
)
UNITED_STATES = stems_of("United States")
NUMBERED = re.compile(r"\b(?!(?:1[89]|20)\d\d\b)\d+\s*$")  # "140 bc", and not "2030 bc"
DIGITS = re.compile(r"\d\s*$")
UNJOINED = frozenset(("the", "a", "an", "in"))
SHORT = 5  # letters of a name that is worth joining


def respelled(shown: str, index: Index) -> str:
    """The text with "casm" as "cost per available seat mile" and "jet blue" as "jetblue", where the knowledge base has these."""
    return _joined(_written_out(_placed(shown, index), index), index.lexicon)


def _placed(shown: str, index: Index) -> str:
    """ "The US", which else is "us", as "USA", and the United States; unless these are names of the knowledge base."""
    named = UNITED_STATES in index.names.lengths or "usa" in index.lexicon.seen
    return shown if named else STATES.sub("USA", shown, beginnings(shown))


def _written_out(shown: str, index: Index) -> str:
    found = words(shown)
    strange = [
        (place, word)
        for place, word in enumerate(found)
        if word.text in english.SHORT_FORMS or not index.lexicon.knows(word)
    ]
    for place, word in reversed(strange):
        if long := _long_form(word, shown, index) or _of_initials(found, place, shown, index):
            shown = shown[: word.start] + long + shown[word.end :]
    return shown


def _long_form(word: Word, shown: str, index: Index) -> str | None:
    """ "intl" -> "international", where it is written small and is no word of the knowledge base but one with a capital: "BC"."""
    long = english.SHORT_FORMS.get(word.text)
    if not long or not ALONE.match(shown, word.start):
        return None
    lexicon = index.lexicon
    if long not in lexicon.forms and _begins_another(word.text.rstrip("s"), index):
        return None  # "docs" are no documents where doctors are held, and no documents
    if word.text in english.AFTER_DIGITS and not DIGITS.search(shown[: word.start]):
        return None
    known = word.stem in lexicon.seen and (word.stem not in lexicon.names or NUMBERED.search(shown[: word.start]))
    return long if len(word.text) == 1 or not known else None


def _begins_another(short: str, index: Index) -> bool:
    """Whether what any fact counts is called by a word that begins so."""
    forms = index.lexicon.forms
    return len(short) > 2 and any(form.startswith(short) and forms[form] in index.counted for form in forms)


def _of_initials(found: Sequence[Word], place: int, shown: str, index: Index) -> str | None:
    """ "casm" -> "cost available seat mile", where nothing else has these initials, and most of the question stands beside it."""
    word = found[place]
    if not _may_be_initials(word, shown):
        return None
    meant = index.written_out(word.text)
    if not meant and word.text.endswith("s"):
        meant = index.written_out(word.text[:-1])
    if len(meant) != 1:
        return None
    long = next(iter(meant))
    facts = set[int].intersection(*[index.postings.get(stem, set()) for stem in stems_of(long)])
    beside = 1.0 if shown[word.start : word.end].isupper() else company(facts, found, place, index)
    return long if beside is None or beside >= COMPANY else None  # else it may as well be a typing error


def _may_be_initials(word: Word, shown: str) -> bool:
    if word.is_number or len(word.text) not in INITIALS:
        return False
    return shown[word.start : word.end].isupper() or not english.is_common(word.text)


def _joined(shown: str, lexicon: Lexicon) -> str:
    for one, two in reversed(list(pairwise(words(shown)))):
        if _is_cut(one, two, lexicon) and shown[one.end : two.start] in (" ", "-"):
            shown = shown[: one.end] + shown[two.start :]
    return shown


def _is_cut(one: Word, two: Word, lexicon: Lexicon) -> bool:
    """Two words, not both known, that are one of the knowledge base's together."""
    joined = one.text + two.text
    if joined not in lexicon.forms or lexicon.forms[joined] not in lexicon.seen:
        return False
    if one.text in UNJOINED:
        return False  # "the Med" is not "themed", nor "in direct" indirect
    if len(joined) < SHORT or min(len(one.text), len(two.text)) < 2:
        return False
    return not (one.is_number or two.is_number or (lexicon.knows(one) and lexicon.knows(two)))
