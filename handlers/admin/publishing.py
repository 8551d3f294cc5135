"""From what was filled in to what is served: tried, previewed, and published by exactly one of those who try at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from handlers.admin import wording
from handlers.admin.drafts import Kept
from handlers.admin.entries import Wish, base_of, change_of, field_of, filled_with, renames_of
from handlers.admin.forms import in_a_line
from handlers.admin.preview import meanwhile
from handlers.keeping import Revision
from handlers.office import Office, OutOfReach
from handlers.person import Person
from handlers.recall.values import Choice, Correction
from knowledge.edit import Draft, Held, Refusal, judged, tried

TRIES = 3


@dataclass(frozen=True, slots=True)
class Changed:
    """Somebody else has changed the entry: what it says now, beside what was typed."""

    notice: str


@dataclass(frozen=True, slots=True)
class Refused:
    """What speaks against it, under the fields of the form."""

    errors: Mapping[str, str]


def drafted(wish: Wish, filled: Mapping[str, str], office: Office) -> Draft | Changed | Refused:
    """What the files would say, as they stand now."""
    files = office.keeper.files()
    held = Held(files)
    try:
        if base_of(wish, held) != wish.base:
            return Changed(meanwhile(filled, filled_with(wish, held)))
        draft = _tried(wish, filled, held, office)
    except Refusal as refusal:
        draft = refusal
    if isinstance(draft, Refusal):
        return Refused(_errors(draft, wish))
    return draft if draft.difference else Refused({field_of((), wish): wording.NOTHING_CHANGES})


def _tried(wish: Wish, filled: Mapping[str, str], held: Held, office: Office) -> Draft | Refusal:
    if wish.what == "roll back":
        return judged(held.files, office.keeper.files_of(wish.index))
    return tried(held.files, change_of(wish, filled, held))


def stake_of(wish: Wish, draft: Draft, office: Office) -> Correction | None:
    """What was given and would not be held any more."""
    return office.corrections.at_stake(wish.id, draft.knowledge) if "/" in wish.id else None


def published(kept: Kept, choice: str, why: str, person: Person, office: Office) -> Revision | str:
    """Publishes; or says why not. A change of another entry in between is no hindrance: the change is made anew."""
    if kept.wish.what == "ask" and kept.verdict != "good":
        return wording.STEALS if kept.verdict == "steals" else wording.STILL_ASKING
    for _ in range(TRIES):
        draft = drafted(kept.wish, kept.filled, office)
        if isinstance(draft, Changed):
            return f"{draft.notice}\n\n{wording.GO_ON}"
        if isinstance(draft, Refused):
            return "\n".join(draft.errors.values())
        stake = stake_of(kept.wish, draft, office)
        if stake and choice not in ("corrected", "newer", "withdrawn"):
            return wording.RECALL_HINT
        try:
            done = office.keeper.publish(draft, person, why or _reason(kept.wish))
        except OutOfReach as reason:
            return wording.CANNOT_WRITE.format(reason=reason)
        if isinstance(done, Revision):
            if renames := renames_of(kept.wish, kept.filled, draft.knowledge):
                office.corrections.renamed(renames)
            if stake:
                said = in_a_line(why) if choice == "withdrawn" else ""
                office.corrections.announce(kept.wish.id, draft.knowledge, cast(Choice, choice), person, said)
            return done
    return wording.BUSY


def _reason(wish: Wish) -> str:
    about = f"revision {wish.index}" if wish.what == "roll back" else wish.id or wish.question
    return f"{wording.WHAT[wish.what]}: {about}".rstrip(": ")


def _errors(refusal: Refusal, wish: Wish) -> dict[str, str]:
    """Every problem under its field; of several under one, all."""
    errors: dict[str, str] = {}
    for misfit in refusal.misfits:
        name = field_of(misfit.field, wish)
        message = misfit.problem.message if misfit.field else str(misfit.problem)
        errors[name] = f"{errors[name]}; {message}" if name in errors else message
    return errors
