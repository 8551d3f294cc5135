"""What is kept of a press, and what is posted for it: pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from handlers.incoming import place_of_click, told_at
from handlers.kept import figures_given
from handlers.memory import RESPOND, SHARE, WINDOW, Feedback, Kept, Place, Post, Watch
from handlers.pressed import windows
from handlers.reply import Reply
from handlers.thread import Thread
from handlers.under.about import About, facts_of, leading_figure
from handlers.values import unpacked
from handlers.views import View
from knowledge.answer import Answer, Found

Click = Mapping[str, Any]


def of_share(click: Click, answer: Answer, reply: Reply, revision: str) -> Kept:
    """An answer that goes to the channel in which only its asker saw it: once, however often that is pressed."""
    place = place_of_click(click)
    message = reply.message(mrkdwn=False, channel=place.channel, thread_ts=place.thread, url=click["response_url"])
    key = f"share/{place.channel}/{message_of(click)}/{answer_key(answer)}"
    return Kept(key, place, (Post(SHARE, message),), figures=figures_given(Found((answer,))), revision=revision)


def of_share_in_thread(click: Click, thread: Thread, answer: Answer, reply: Reply, revision: str) -> Kept:
    """An answer that goes to the thread over which its window was opened, which then says how that went."""
    place = replace(place_of_click(click), channel=thread.channel, thread=thread.ts, message=None)
    view = click["view"]["id"]
    window = {"view_id": view, "shared": windows.shared(answer), "refused": windows.not_shared(answer)}
    told = {"url": thread.url, WINDOW: window}
    message = reply.message(mrkdwn=False, channel=thread.channel, thread_ts=thread.ts, **told)
    key = f"share/{thread.channel}/{thread.ts}/{view}/{answer_key(answer)}"
    return Kept(key, place, (Post(SHARE, message),), figures=figures_given(Found((answer,))), revision=revision)


def of_gone(click: Click) -> Kept:
    """What was to be shared from a window is held no more."""
    gone = Post("views.update", {"view_id": click["view"]["id"], "view": windows.gone()})
    return Kept(click.get("trigger_id") or "", place_of_click(click), (gone,))


def answer_key(answer: Answer) -> str:
    """Tells the answers of one message apart."""
    return ",".join(fact.id for fact in facts_of(answer))


def of_words(click: Click, reply: Reply) -> Kept:
    """A sentence for the eyes of whoever pressed something in a message."""
    beside = reply.message(response_type="ephemeral", replace_original=False, url=click["response_url"])
    return Kept(click.get("trigger_id") or "", place_of_click(click), (Post(RESPOND, beside),))


def of_window(click: Click, answer: Answer, revision: str) -> Kept:
    """The figures that somebody looks at in a window. Nobody else sees it, so a correction counts them among what no note
    can reach, wherever the answer itself stands."""
    place, figures = place_of_click(click), figures_given(Found((answer,)))
    alone = Place(place.team, place.enterprise)
    return Kept(click.get("trigger_id") or "", alone, figures=figures, revision=revision)


def of_watch(click: Click, answer: Answer, revision: str) -> Kept:
    """Somebody wants to be told when a fact changes."""
    return Kept(click.get("trigger_id") or "", told_at(click), said=_watches(click, answer, revision, on=True))


def of_unwatch(click: Click, answer: Answer | None, revision: str, view: View) -> Kept:
    """Somebody does not want to be told any more; a window says so in the place of the one that had the button."""
    post = Post("views.update", {"view_id": click["view"]["id"], "view": view})
    watches = _watches(click, answer, revision, on=False) if answer else ()
    return Kept(click.get("trigger_id") or "", told_at(click), (post,), said=watches)


def of_verdict(click: Click, about: About, answer: Answer | None, verdict: str, revision: str) -> Kept:
    """A judgement by button."""
    place = place_of_click(click)
    said = _feedback(click, message_of(click), verdict, about, answer, revision, None)
    return Kept(click.get("trigger_id") or "", place, said=(said,))


def of_report(click: Click, about: About, answer: Answer | None, note: str, revision: str) -> Kept:
    """What somebody wrote is wrong, sent from a window that remembers where it was opened."""
    where = unpacked(click["view"]["private_metadata"])
    place = replace(place_of_click(click), channel=where["channel"] or None)
    message = where["message"] or click["view"]["id"]
    return Kept(click["view"]["id"], place, said=(_feedback(click, message, "wrong", about, answer, revision, note),))


def where(click: Click) -> dict[str, str]:
    """Where something was pressed, for a window to remember."""
    return {"channel": place_of_click(click).channel or "", "message": message_of(click)}


def message_of(click: Click) -> str:
    """What tells the message, or the window, in which something was pressed from all others."""
    where = click.get("container") or {}
    return str(where.get("message_ts") or (click.get("view") or {}).get("id") or click.get("trigger_id") or "")


def _watches(click: Click, answer: Answer, revision: str, *, on: bool) -> tuple[Watch, ...]:
    person = click["user"]["id"]
    return tuple(Watch(person, fact.id, fact.figures[0].printed, revision, on) for fact in facts_of(answer))


def _feedback(
    click: Click, message: str, verdict: str, about: About, answer: Answer | None, revision: str, note: str | None
) -> Feedback:
    figure = leading_figure(answer) if answer else None
    printed, judged = figure.printed if figure else "", "right" if verdict == "right" else "wrong"
    asker = click["user"]["id"]
    return Feedback(asker, message, judged, about.question, about.id, printed, revision, note)  # type: ignore[arg-type]
