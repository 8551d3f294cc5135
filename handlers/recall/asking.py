"""What admins see of corrections: the question, its answer, and how far the notes got. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from handlers.admin.forms import button, buttons, field, line, modal, words
from handlers.office import OPEN_CORRECTIONS
from handlers.recall import wording
from handlers.recall.values import Choice, Correction
from handlers.reply import Block, Reply, clean, reply
from handlers.reply import line as written
from handlers.values import packed

DECIDE = "recall:"
"""Before the choice, the `action_id` of its button; the correction's id comes back as its value."""

WITHDRAW, REASON = "recall-why", "reason"
"""The form that asks why, and its field."""


def asked(corrections: Sequence[Correction]) -> Reply:
    """The question to the admins, about one fact, or about many at once."""
    if len(corrections) == 1:
        sentence, below = question(corrections[0]), [_choices(corrections[0])]
    else:
        sentence = wording.MANY.format(number=len(corrections))
        below = [buttons(button(wording.PAGE, OPEN_CORRECTIONS))]
    return reply([[written(each) for each in sentence.splitlines()]], below)


def question(correction: Correction) -> str:
    return "\n".join([wording.question(correction.title, correction.reach), *map(_printed, _few(correction))])


def page(corrections: Sequence[Correction]) -> dict[str, Any]:
    """All corrections: those that wait for a word first."""
    return modal(wording.PAGE, [*_listed(corrections)] or [words(wording.NONE)])


def _listed(corrections: Sequence[Correction]) -> Iterator[Block]:
    for correction in corrections:
        yield words(state(correction))
        if correction.state == "asked":
            yield _choices(correction)
        yield line()


def state(correction: Correction) -> str:
    """The question, or what was decided and how far the notes got."""
    match correction.state:
        case "asked":
            return question(correction)
        case "held again":
            return wording.HELD_AGAIN
        case choice:
            told = f"\n{wording.progress(correction.reach)}" if choice != "newer" else ""
            by, why = correction.by.partition("/")[2], clean(correction.reason)
            return wording.decided(correction.title, choice, by, why) + told


def _choices(correction: Correction) -> Block:
    """A block for each correction has an id of its own, so that its buttons may share theirs with others'."""
    block = buttons(*(button(label, DECIDE + choice, correction.id) for choice, label in wording.CHOICES.items()))
    return {**block, "block_id": correction.id}


def why(correction: Correction, held: str, url: str) -> dict[str, Any]:
    """The form that asks for the reason before something is withdrawn. `held` is why the fact was retired, if it was;
    `url` where the question stands, if in a message."""
    reason = field(REASON, wording.REASON, held, hint=wording.REASON_HINT, lines=True, needed=True)
    blocks = [words("\n".join([correction.title, *map(_printed, _few(correction))])), reason]
    carried = packed({"id": correction.id, "url": url})
    return modal(wording.WITHDRAW, blocks, name=WITHDRAW, submit=wording.WITHDRAW, carried=carried)


def choice_in(action: dict[str, Any]) -> tuple[str, Choice]:
    """The correction that a click is about, and what it says. Raises KeyError if it says nothing that we offer."""
    chosen: dict[str, Choice] = {DECIDE + choice: choice for choice in wording.CHOICES}
    return action["value"], chosen[action["action_id"]]


def _few(correction: Correction) -> Sequence[str]:
    return [f"{each.printed} ({each.cited})" for each in correction.given[:5]]


def _printed(text: str) -> str:
    return f"• {text}"
