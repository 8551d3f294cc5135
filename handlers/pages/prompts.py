"""Questions suggested to somebody who opens an empty conversation: such as this knowledge base's editors wrote."""

from __future__ import annotations

from typing import Any

from handlers import wording_pages as wording
from handlers.reply import clean, cut
from knowledge.library import Served
from knowledge.model import Fact

QUESTIONS, LONGEST = 3, 150


def prompts(now: Served) -> dict[str, Any]:
    """Questions about different things, and how to learn what Factbox can do."""
    asked = [*suggested([*now.knowledge.facts.values()], QUESTIONS), wording.WHAT_CAN_YOU_DO]
    each = [{"title": cut(clean(question), LONGEST), "message": clean(question)} for question in asked]
    return {"title": wording.PROMPTS_TITLE, "prompts": each}


def suggested(facts: list[Fact], number: int) -> list[str]:
    """So many questions, from facts that stand far from each other."""
    asked = [fact.ask[0] for fact in facts if fact.ask]
    apart = [asked[place * len(asked) // number] for place in range(number)] if asked else []
    return list(dict.fromkeys(apart))
