"""Questions that ask for another time than that for which the best match holds."""

from __future__ import annotations

import re

from knowledge.match.language.aspects import NOW, PLAN
from knowledge.match.language.turns import turn
from knowledge.match.weighing.figures import is_of_then
from knowledge.match.weighing.weigh import Match

WITHIN = turn(
    "in during over within throughout",
    r"\b(?:in|during|over|within|throughout) (\d{4})\b(?! ?(?:[-–/]|to\b|and\b) ?\d)",
    re.IGNORECASE,
)
AT_THE_END = turn("end close", r"\b(?:by|at|as of|until|to) the (?:end|close) of (\d{4})\b", re.IGNORECASE)
FIRST_HALF = turn("half", r"\b(?:in|during|over|within|throughout) the first half of \d{4}\b", re.IGNORECASE)
RIGHT_NOW = re.compile(rf"{NOW.pattern}|\b(?:now|do|does|are|is)\b", re.IGNORECASE)
MULTIPLIED = re.compile(r"\btimes (?:today|now)\b|\btimes (?:the|its|their) (?:current|present)\b", re.IGNORECASE)
COMING = re.compile(
    r"^(?!.*\bwhen (?:did|was|were)\b).*?(?:\bwhen (?:is|are) (?!.*\b(?:held|founded|opened|(?:said|reported|thought|supposed) to have)\b)|\bwill\b(?! do\b)|\bnext\b|\bupcoming\b)"
)
SEEN_FROM = turn(
    "last this next first",
    r"(?<!\bon )(?<!\bover )(?<!\bthan )(?<!\bfrom )(?<!\bagainst )\b(?:last|this|next) (?:year|month|week|quarter|decade)\b|\bin its first (?:year|quarter|month|week|day)\b",
)

AT_FIRST = turn(
    "founding foundation launch start outset beginning opening inception original initial first begin when",
    r"\bat (?:its|the) (?:founding|foundation|launch|start|outset|beginning|opening|inception)\b|\b(?:originally|initially|at first(?! \w)|to begin with|in the beginning)\b"
    r"|\bwhen it (?:was (?:founded|opened|launched|set up)|opened|started|began)\b",
)
NO_AMOUNTS = ("date", "rank", "text", "duration")
BEFORE = turn("before", r"\bbefore (?:(?:it|they) (?:was|were|had|got)|its|being)\b")


def is_reached_by(best: Match) -> bool:
    """Whether what came about within a year, or the first half of one, is asked for, and what there was by some day, or came in several years, is held."""
    text, begins, figure = best.asked.near, best.asked.begins, best.figures[0]
    years, half = WITHIN.findall(text, begins), FIRST_HALF.search(text, begins)
    held = figure.as_of or ""
    if held[5:7] not in ("", "12") and held[:4] in AT_THE_END.findall(text, begins):
        return True
    if not (years or half) or figure.quantity.kind in NO_AMOUNTS or RIGHT_NOW.search(text):
        return False
    begun, _, ended = (figure.period or "").partition("/")
    if half:
        return not (held or ended)
    return (held[5:7] not in ("", "12") and held[:4] in years) or (
        begun[:4] != ended[:4] and bool(ended) and not {begun[:4], ended[:4]}.isdisjoint(years)
    )


def is_still_to_come(best: Match) -> bool:
    """Whether what there is now is asked for, and a plan is held."""
    return PLAN in best.entry.aspects and bool(NOW.search(MULTIPLIED.sub("", best.asked.near)))


def is_another_time(best: Match) -> bool:
    """Whether what is to come is asked for, or a time as seen from today, and a day that is past, or another time, is held."""
    text, figure = best.asked.text.lower(), best.figures[0]
    day = figure.quantity.value if figure.quantity.kind == "date" else None
    core = [term.word.start for term in best.asked.terms if term.core]
    if isinstance(day, str) and COMING.search(text[text.rfind(". ", 0, min(core, default=0)) + 1 :]):
        return day < (figure.citation.source.issued or "")
    seen = list(SEEN_FROM.finditer(text, best.asked.begins))
    if not seen:
        return False
    told = " ".join(best.told).lower().replace("past ", "last ")
    return any(said.group() not in told for said in seen if not set(core).isdisjoint(range(*said.span())))


def is_an_earlier_time(best: Match) -> bool:
    """Whether what there was at first, or before something, is asked for, and the figure is not told to be of then."""
    text, figure = best.asked.text.lower(), best.figures[0]
    asked = next((time.pattern for time in (AT_FIRST, BEFORE) if time.search(text, best.asked.begins)), None)
    if asked is None or figure.quantity.kind in NO_AMOUNTS or (len(best.figures) > 1 and is_of_then(figure)):
        return False
    return not asked.search(" ".join((*best.told, figure.note or "")).lower())
