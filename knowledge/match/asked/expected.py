"""Words that can be but one thing where they stand: "how jany", "each weak", "juy 2024"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from knowledge.match.indexing.index import YEAR
from knowledge.match.language import english
from knowledge.match.language.words import Word

AFTER_HOW = ("many", "much", "long", "far", "big", "high", "fast", "often", "old", "tall", "deep", "quick")
MISREAD = ("any", "may", "man", "log")  # words for "many" and "long"
OPENINGS = ("what", "when", "where", "which", "how", "who")


def expected(found: Sequence[Word], place: int) -> str | None:
    """What a word is an error of, if only that can stand there."""
    return _after_how(found, place) or _opening(found, place) or _after_each(found, place) or _before_year(found, place)


def _after_how(found: Sequence[Word], place: int) -> str | None:
    """ "how jany", "how any": what can only be "many"."""
    word = found[place].text
    if not place or found[place - 1].text != "how" or (english.is_english(word) and word not in MISREAD):
        return None
    if word in MISREAD and any(following.text in english.STOP for following in found[place + 1 : place + 2]):
        return None  # "how may I"
    return _at_one(word, AFTER_HOW)


def _opening(found: Sequence[Word], place: int) -> str | None:
    """ "wen did", "hoe many": with what the question can only begin."""
    word = found[place].text
    followed = len(found) > place + 1 and found[place + 1].text in AFTER_HOW
    meant = ("how",) if followed else () if place else OPENINGS
    if not meant or word in english.STOP or (english.is_common(word) and not followed):
        return None
    return _at_one(word, meant)


def _after_each(found: Sequence[Word], place: int) -> str | None:
    """ "each weak", "per mouth": the time that can only be meant."""
    word = found[place].text
    if not place or found[place - 1].text not in ("each", "every", "per") or word in english.EVERYDAY or len(word) < 4:
        return None
    return _at_one(word, ("week", "month", "year", "hour"))


def _before_year(found: Sequence[Word], place: int) -> str | None:
    """ "juy 2024": the month that can only be meant, written out if it can be; not "jin", of January or June."""
    word, following = found[place].text, found[place + 1 : place + 2]
    if len(word) < 3 or word in english.EVERYDAY or not (following and YEAR.fullmatch(following[0].text)):
        return None
    near = [month for month in english.MONTHS if _is_at_one(word, month)]
    longest = [month for month in near if len(month) == max(map(len, near))]
    return longest[0] if len(longest) == 1 else None


def _at_one(word: str, meant: Iterable[str]) -> str | None:
    """The first of these of which one error makes the word."""
    return next((other for other in meant if _is_at_one(word, other)), None)


def _is_at_one(word: str, other: str) -> bool:
    return OSA.distance(word, other, score_cutoff=1) == 1
