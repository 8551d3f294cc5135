"""Text -> words as the matcher compares them: folded, split, stemmed; numbers kept apart and never changed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import Stemmer

from knowledge.match.language import english

# Characters that show nothing: soft hyphen, joiners, zero-width spaces, bidirectional controls, variation selectors.
UNSEEN = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]")  # fmt: skip
MARKS = re.compile("[\u0300-\u036f]")  # accents, once letters are decomposed: "Türkiye" is asked for as "Turkiye"
APOSTROPHES = "‘’ʼ′"
WORD = re.compile(
    r"""
      [^\W\d_]\w*(?:'[^\W\d_]+)*              # nairobi, kenya's, don't
    | \d{1,3}(?:,\d{3})+(?:\.\d+)?            # 1,035.5
    | \d+(?:\.\d+)?(?:st|nd|rd|th)?\b         # 2024, 3.60, 3rd
    | \d\w*                                   # 5g
    | [%$€£¥]
    """,
    re.VERBOSE,
)
INNER_CAPITAL = re.compile(r"[a-z]{1,4}[A-Z][a-z]{2}")  # easyJet, and not kWh
KEPT = 100_000
Stems = tuple[str, ...]
SHORT_PREFIX = re.compile(
    r"\b(e|co|re|pre|non|multi|inter)-(?=[^\W\d_])", re.IGNORECASE
)  # e-commerce is one word, China-Laos two


@dataclass(slots=True, eq=False)  # frozen, each would take three times as long to make
class Form:
    """A word as it is written, wherever it stands: folded, its stem, whether it begins with a capital. Never changed."""

    text: str
    stem: str
    capital: bool
    is_number: bool
    small: bool  # it carries no topic


@dataclass(slots=True, eq=False)
class Word:
    """A word of a text: as folded, its stem, where it stands, and how it was written. Never changed."""

    text: str
    stem: str
    start: int
    end: int
    capital: bool
    is_number: bool


def plain(text: str) -> str:
    """The text as it looks: NFKC, without unseen characters, with one kind of apostrophe, "e-commerce" as one word."""
    if not text.isascii():
        text = UNSEEN.sub("", unicodedata.normalize("NFKC", text))
        for apostrophe in APOSTROPHES:
            text = text.replace(apostrophe, "'")
    text = text.replace("`", "'")
    return SHORT_PREFIX.sub(r"\1", text) if "-" in text else text


@lru_cache(maxsize=50_000)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text. Positions are those in `plain(text)`."""
    found = [(_form(match[0]), match.span()) for match in WORD.finditer(plain(text))]
    return tuple([Word(form.text, form.stem, start, end, form.capital, form.is_number) for form, (start, end) in found])


def forms(text: str) -> tuple[Form, ...]:
    """The words of a text, wherever they stand: ten times as fast to have, since what stands between spaces is remembered.

    A knowledge base is read anew for each edit, and all but a few of its texts and words are the ones of a moment ago.
    """
    return tuple(chain.from_iterable(map(_read.__getitem__, text.split())))


class _Pieces(dict[str, tuple[Form, ...]]):
    """What stands between spaces, read when it is first asked for; begun anew when there is too much of it."""

    def __missing__(self, piece: str) -> tuple[Form, ...]:
        if len(self) >= KEPT:
            self.clear()
        bare = piece.isascii() and piece.isalpha()  # most are letters alone: one word, as it stands
        found = [piece] if bare else WORD.findall(plain(piece))
        return self.setdefault(piece, tuple(map(_form, found)))


_read = _Pieces()


@lru_cache(maxsize=KEPT)
def _form(written: str) -> Form:
    """A word as it is written, read once."""
    folded = fold(written)
    is_number = folded[0].isdigit()
    return Form(
        text=folded,
        stem=folded if is_number else stem(folded),
        capital=written[:1].isupper() or bool(INNER_CAPITAL.match(written)),
        is_number=is_number,
        small=folded in english.STOP,
    )


def fold(word: str) -> str:
    """A word without case, accents, thousands commas and possessive ending."""
    bare = word if word.isascii() else MARKS.sub("", unicodedata.normalize("NFKD", word))
    bare = bare.casefold()
    if bare[0].isdigit():
        return bare.replace(",", "")
    return bare.removesuffix("'s").replace("'", "")


BRITISH = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"(?<=..)(t|b)re(s?)$", r"\1er\2"),  # centre, fibre
        (r"(?<=...)our(s|ed|ing|er|ers)?$", r"or\1"),  # harbour, labour
        (r"(?<=...)is(e|es|ed|ing|ation|ations)$", r"iz\1"),  # organise
        (r"ogramme(s?)$", r"ogram\1"),
        (r"(?<=...)ogue(s?)$", r"og\1"),  # catalogue
    )
)


BRITISH_ENDINGS = (
    "tre", "tres", "bre", "bres", "our", "ours", "oured", "ouring", "ourer", "ourers", "ise", "ises", "ised", "ising",
    "isation", "isations", "ogramme", "ogrammes", "ogue", "ogues",
)  # fmt: skip
"""Most words end in none of these, and need not be searched for how each is spelled."""
STEMMER = Stemmer.Stemmer("english", 0)  # without a cache of its own


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its inflection (Snowball's English stemmer, also known as Porter2), British and American alike."""
    if word[0].isdigit():
        return word
    if word.endswith(BRITISH_ENDINGS):
        for british, american in BRITISH:
            word = british.sub(american, word)
    return str(STEMMER.stemWord(word))


def stems_of(text: str) -> Stems:
    """The stems of a text, small words left out."""
    return tuple([form.stem for form in forms(text) if not form.small])


def folded(text: str) -> str:
    """A sentence as it sounds: its words alone, as compared."""
    return " ".join([form.text for form in forms(text)])
