"""What a fact tells beside how things stand: a day, a change, a record, a plan. Who means that mostly says it."""

from __future__ import annotations

import re

from knowledge.match.language.phrasing import SUPERLATIVE
from knowledge.match.language.turns import Beginnings, turn
from knowledge.match.language.wanted import SHARES
from knowledge.model import Fact

DAY, CHANGE, RECORD, PLAN = "day", "change", "record", "plan"
PLANNED = frozenset(("projection", "target", "pledge"))

_CHANGE = re.compile(r"\b(?:growth|increase|rise|gain|decline|fall|drop|cut|reduction)\b", re.IGNORECASE)
_CHANGED = turn(
    "grew grow increase rise rising rose gain change decline fall fell drop cut reduce save shave up down off more less boost add raise lift jump climb"
    " surge soar leap swell swollen spike shot shoot expand widen shrink shrank shrunk lower contribute cheaper faster slower shorter quicker year yoy percent per rate %",
    r"\b(?:gr[eo]w\w*|increas\w*|ris(?:e|en|es|ing)|rose|gain\w*|chang\w*|declin\w*|f[ae]ll\w*|drop\w*|cuts?|cutting|reduc\w*|sav\w+|shav\w+"
    r"|up|down|off|more|less|boost\w*|add(?:s|ed)?|rais\w+|lift\w*|jump\w*|climb\w*|surg\w+|soar\w*|leap(?:s|t|ed)?|swell\w*|swollen|spik\w+|shoots? up|shot up|expan\w+|widen\w*|shrink\w*|shr[au]nk|lower\w*"
    r"|contribut\w+|cheaper|faster|slower|shorter|quicker|year[- ]on[- ]year|yoy|percent\w*|per cent|rate)\b|%",
)
_PLANNED = turn(
    "will d would could might may shall should be come reach target goal aim plan expect project forecast foresee pledge promise commit earmark future"
    " ahead next estimate potential suppose hope want due by once eventual ultimate intend predict reckon anticipate prospect design going when",
    r"\b(?:will|(?:it|they|that)'d|would|could|might|may|shall|should|to (?:be|come|reach)|going to|when (?:does|do)|target\w*|goals?|aim\w*|plan\w*|expect\w*|project(?:ed|ion|ions|s)|forecast\w*"
    r"|foreseen?|pledg\w+|promis\w+|commit\w*|earmark\w*|future|ahead|next|estimat\w+|potential\w*|suppos\w+|hop(?:e|es|ed|ing)|wants?|wanted|due|by 2\d{3}"
    r"|coming|once|eventual\w*|ultimate\w*|intend\w*|predict\w*|reckon\w*|anticipat\w+|prospect\w*|designed?)\b",
)
_RECORD = turn(
    "ever all most height fullest busiest peak",
    r"\b(?:ever|peak(?:ed|s)?|all[- ]time|at (?:its|their) (?:most|height|fullest|busiest))\b",
)
NOW = re.compile(
    r"\b(?:today|right now|as of now|currently|at present|at the moment|so far|already|to date)\b", re.IGNORECASE
)


def aspects_of(fact: Fact, kinds: frozenset[str]) -> frozenset[str]:
    """What a fact tells beside how things stand."""
    told = {
        DAY: kinds == {"date"},
        CHANGE: kinds <= SHARES and bool(_CHANGE.search(fact.measure)),
        RECORD: kinds.isdisjoint({"rank", "text"}) and bool(SUPERLATIVE.pattern.search(fact.measure.lower())),
        PLAN: all(figure.status in PLANNED for figure in fact.figures),
    }
    return frozenset(aspect for aspect, tells in told.items() if tells)


def aspects_asked(
    asking: str, begins: Beginnings, kinds: frozenset[str] | None, superlatives: frozenset[str]
) -> frozenset[str]:
    """What of these the clauses that ask leave open to be meant."""
    asked = {
        DAY: kinds is not None,  # of another kind than is asked for, a day is ruled out
        CHANGE: bool(_CHANGED.search(asking, begins)),
        RECORD: bool(superlatives) or bool(_RECORD.search(asking, begins)),
        PLAN: bool(_PLANNED.search(asking, begins)) and not NOW.search(asking),
    }
    return frozenset(aspect for aspect, asks in asked.items() if asks)
