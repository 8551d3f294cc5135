"""The listeners of editing: find, open, fill in, preview, publish."""

from __future__ import annotations

import time
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from handlers.admin import facts, preview, wording
from handlers.admin.entries import Wish, begun, filled_with, wish_in
from handlers.admin.forms import filled, kept_open, modal, words
from handlers.admin.publishing import Changed, Refused, drafted, published, stake_of
from handlers.admin.rights import person_in
from handlers.admin.showing import turned
from handlers.keeping import Revision
from handlers.memory import Memory
from handlers.views import opened as show
from knowledge.edit import Draft, Held
from knowledge.findings import asked
from knowledge.library import Library
from knowledge.match import Index

Body = dict[str, Any]


def options(ack: Ack, body: Body, library: Library) -> None:
    """While an admin types part of a name."""
    ack(options=[facts.option(fact) for fact in facts.found(body.get("value") or "", library.now.knowledge)])


def fact(ack: Ack, body: Body, action: Body, client: WebClient, memory: Memory) -> None:
    """The page of a fact."""
    id = (action.get("selected_option") or action)["value"]
    turned(client, body, facts.page(id, Held(memory.office.keeper.files())))
    ack()


def opened(ack: Ack, body: Body, action: Body, client: WebClient, memory: Memory) -> None:
    """A form, filled with what is held."""
    held = Held(memory.office.keeper.files())
    wish = begun(wish_in(action["value"]), held)
    show(client, body, preview.form(wish, filled_with(wish, held)))
    ack()


def at_once(ack: Ack, body: Body, action: Body, client: WebClient, memory: Memory, library: Library) -> None:
    """What needs no form: its preview, at a click; or the form after all, with what speaks against it."""
    office = memory.office
    held = Held(office.keeper.files())
    wish = begun(wish_in(action["value"]), held)
    typed = filled_with(wish, held)
    match drafted(wish, typed, office):
        case Changed(notice):
            show(client, body, modal(wording.PREVIEW, [words(notice)]))
        case Refused(errors):
            show(client, body, preview.form(wish, typed, "\n".join(errors.values())))
        case draft:
            show(client, body, _previewed(wish, typed, draft, body, client, memory, library))
    ack()


def submitted(ack: Ack, body: Body, client: WebClient, memory: Memory, library: Library) -> None:
    """A form: its problems under their fields; what somebody else has changed meanwhile; or the preview."""
    view, office = body["view"], memory.office
    wish, typed = wish_in(view["private_metadata"]), filled(body["view"])
    match drafted(wish, typed, office):
        case Changed(notice):
            now = begun(wish, Held(office.keeper.files()))
            ack(response_action="update", view=preview.form(now, typed, notice))
        case Refused(errors) if typed:
            ack(response_action="errors", errors=dict(errors))
        case Refused(errors):
            ack(**kept_open(view, "\n".join(errors.values())))
        case draft:
            ack(response_action="push", view=_previewed(wish, typed, draft, body, client, memory, library))


def _previewed(
    wish: Wish, typed: dict[str, str], draft: Draft, body: Body, client: WebClient, memory: Memory, library: Library
) -> Body:
    """The preview of a draft that is kept from now on; the labelled questions are asked aside."""
    office, now = memory.office, library.now
    id, stake = office.drafts.keep(person_in(body), wish, typed), stake_of(wish, draft, office)

    def ask() -> None:
        found = list(asked(Index.of(draft.knowledge), now.index))
        changed = [each for each in found if each.before and each.before != each.now]
        office.drafts.judge(id, "steals" if any(each.worse for each in changed) else "good")
        said = preview.questions(changed)
        _update(client, id, preview.preview(id, wish, draft, now.knowledge, stake, said))

    office.aside(ask)
    return preview.preview(id, wish, draft, now.knowledge, stake)


def _update(client: WebClient, id: str, view: Body) -> None:
    """The preview anew. Of few questions the answers may be there before Slack shows it at all: then once more."""
    for wait in (1.0, 2.0, 0.0):
        try:
            client.views_update(external_id=id, view=view)
            return
        except SlackApiError:
            time.sleep(wait)


def publish(ack: Ack, body: Body, memory: Memory) -> None:
    """Publishes the draft that is previewed, if it is this person's."""
    person, view = person_in(body), body["view"]
    kept = memory.office.drafts.one(view["private_metadata"], person)
    if kept is None:
        ack(**_said(wording.NOT_YOURS))
        return
    said = filled(view)
    done = published(kept, said.get(preview.RECALL, ""), said.get(preview.WHY, ""), person, memory.office)
    if isinstance(done, Revision):
        memory.office.drafts.done(view["private_metadata"])
        ack(**_said(wording.PUBLISHED, over=True))
    elif done in (wording.STILL_ASKING, wording.BUSY, wording.RECALL_HINT):
        ack(**kept_open(view, done))
    else:
        ack(**_said(done))


def _said(sentence: str, *, over: bool = False) -> Body:
    """In the place of the preview; what is below it stays as it was, or (`over`) is closed with it."""
    view = {**modal(wording.PREVIEW, [words(sentence)]), "clear_on_close": over}
    return {"response_action": "update", "view": view}
