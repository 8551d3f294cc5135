"""Messages that ask for no figure: greetings, thanks, and questions about Factbox itself."""

from __future__ import annotations

import re

from knowledge.match.language.turns import beginnings
from knowledge.outcome import Reason

_WHO = r"(?:everyone|everybody|all|team|folks|there|bot|fact ?box|@?\w+)"
_TALK: tuple[tuple[Reason, str], ...] = (
    (
        "about",
        r"(?:(?:hi|hey|hello),? )?(?:help|help me|who are you|what are you|what can you do|what do you do|how do(?:es)? (?:you|this) work"
        r"|what is this|are you (?:a bot|there|real|alive)|who made you|what(?:'s| is) your name)(?: and what can you do)?",
    ),
    (
        "thanks",
        r"(?:ok(?:ay)?,? |great,? |perfect,? |cool,? )*(?:many )?(?:thanks|thank you|thx|ty|cheers|ta)\b(?: .{0,40})?|well done.*",
    ),
    (
        "greeting",
        rf"(?:good )?(?:morning|afternoon|evening|day)(?: {_WHO})?|(?:hi+|hello|hey+|hiya|hullo|yo|howdy|greetings|salut|hola)(?: {_WHO}){{0,2}}"
        r"|(?:(?:hi|hello|hey|hiya)[ ,]*)?(?:is )?(?:anyone|anybody) (?:in )?(?:there|here|around|home)|how are you(?: \w+)?|test(?:ing)?|ping",
    ),
)
_CUES = beginnings(
    "help you this thanks thank thx ty cheers ta well morning afternoon evening day"
    " hi hii hello hey hiya hullo yo greetings salut hola anyone anybody test ping"
)
"""How words begin of which each of these holds one, but "howdy", which begins like most questions."""
_PATTERNS = [(reason, re.compile(pattern)) for reason, pattern in _TALK]


def smalltalk(text: str) -> Reason | None:
    """What kind of small talk a message is, if it is nothing else."""
    if _CUES.isdisjoint(beginnings(text)) and "howdy" not in text.lower():
        return None
    said = re.sub(r"[^\w\s',@]|(?<=\s)[,]", " ", text.lower()).strip(" ,")
    said = re.sub(r"\s+", " ", said).replace(" ,", ",")
    return next((reason for reason, pattern in _PATTERNS if pattern.fullmatch(said)), None)
