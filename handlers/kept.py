"""What is kept of a question and its answer, and what is posted for it: pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from handlers import wording
from handlers.answering import Answered
from handlers.given import Given
from handlers.incoming import Incoming, place_of, place_of_click
from handlers.memory import ANSWER, EDITED, NOTHING, Kept, Place, Post, Question, Turn
from handlers.pages.frame import in_place
from handlers.reply import clean
from knowledge.answer import Answer, BoxAnswer, CalculatedAnswer, FactAnswer, Found, Outcome, Unknown
from knowledge.cite import cite
from knowledge.model import Fact, Figure

Shown = tuple[Fact | None, Figure]


def of_event(asked: Incoming, answered: Answered) -> Kept:
    """An event: its answer goes to the channel and the thread it was asked in; help in a channel to the asker alone."""
    place, outcome = asked.place, answered.outcome
    if asked.mentioned and isinstance(outcome, Unknown) and outcome.reason in wording.WITH_HELP:
        alone = answered.reply.words(channel=place.channel, user=asked.user, thread_ts=asked.asked_in)
        return _turned(asked, answered, Post("chat.postEphemeral", alone))
    message = answered.reply.message(mrkdwn=False, channel=place.channel, thread_ts=place.thread)
    return _turned(asked, answered, Post("chat.postMessage", message))


def of_edit(asked: Incoming, answered: Answered, post: str) -> Kept:
    """A question that was changed: its answer changes with it, in the message that the given post became."""
    message = answered.reply.words(channel=asked.channel, **{ANSWER: post, EDITED: asked.edited})
    return _turned(asked, answered, Post("chat.update", message))


def of_command(command: Mapping[str, Any], answered: Answered) -> Kept:
    """A slash command: answered in the ack, so nothing is posted. Sent again, it brings the same trigger."""
    return of_answer(command.get("trigger_id") or "", place_of(command), command["user_id"], answered)


def of_choice(click: Mapping[str, Any], answered: Answered) -> Kept:
    """A click on a choice: the answer takes the place of the choices."""
    post, asker, place = in_place(click, answered.reply, answered.revision), click["user"]["id"], place_of_click(click)
    kept = of_answer(click.get("trigger_id") or "", place, asker, answered, post)
    at = click["actions"][0].get("action_ts")
    in_a_message = at and place.message  # and not in what only one person sees
    return replace(kept, turn=Turn(asker, at, _followable(answered.outcome))) if in_a_message else kept


def figures_given(outcome: Outcome) -> tuple[Given, ...]:
    """A snapshot of every figure that the reply to an outcome shows; choices show names only."""
    answers = outcome.answers if isinstance(outcome, Found) else ()
    return tuple(given_of(*shown) for answer in answers for shown in _shown(answer))


def _turned(asked: Incoming, answered: Answered, post: Post) -> Kept:
    kept = of_answer(asked.event_id, asked.place, asked.user, answered, post)
    return replace(kept, turn=Turn(asked.user, asked.at, _followable(answered.outcome), asked.edited))


def _followable(outcome: Outcome) -> str | None:
    """What a follow-up would be about: the one fact that was given."""
    if isinstance(outcome, Unknown) and outcome.reason in wording.FRIENDLY:
        return None
    answers = outcome.answers if isinstance(outcome, Found) else ()
    if any(isinstance(answer, BoxAnswer) for answer in answers):
        return NOTHING
    facts = dict.fromkeys(fact.id if fact else NOTHING for answer in answers for fact, _ in _shown(answer))
    return next(iter(facts)) if len(facts) == 1 else NOTHING


def of_answer(key: str, place: Place, asker: str, answered: Answered, *posts: Post) -> Kept:
    """A question, its answer, and what is posted of it."""
    question = _question(asker, answered)
    return Kept(key, place, posts, question, figures_given(answered.outcome))


def _question(asker: str, answered: Answered) -> Question | None:
    """What is kept of a question; nothing of greetings, thanks and calls for help."""
    outcome = answered.outcome
    if isinstance(outcome, Unknown) and outcome.reason in wording.FRIENDLY:
        return None
    fact = next(_ids(outcome), None)
    others = (id for id in (*_ids(outcome), *(id for id, _ in outcome.weighed)) if id != fact)
    score = next((score for _, score in outcome.weighed), None)
    name = type(outcome).__name__.lower()
    return Question(asker, clean(answered.question), name, answered.revision, fact, next(others, None), score)


def _ids(outcome: Outcome) -> Iterator[str]:
    """The facts that were given or offered, best first; of what is not held, the one that is for another date."""
    if isinstance(outcome, Unknown):
        yield from [outcome.fact.id] if outcome.fact else []
        return
    for answer in outcome.answers if isinstance(outcome, Found) else outcome.choices:
        yield from dict.fromkeys(fact.id for fact, _ in _shown(answer) if fact)


def _shown(answer: Answer) -> Iterator[Shown]:
    """The figures of an answer, each with its fact."""
    match answer:
        case FactAnswer(fact, figures, left_aside):
            yield from ((fact, figure) for figure in (*figures, *left_aside))
        case BoxAnswer(_, facts):
            yield from (shown for each in facts for shown in _shown(each))
        case CalculatedAnswer(_, _, figures, facts):
            yield from ((_fact_of(figure, facts), figure) for figure in figures)


def _fact_of(figure: Figure, facts: tuple[Fact, ...]) -> Fact | None:
    return next((fact for fact in facts if figure in fact.figures), None)


def given_of(fact: Fact | None, figure: Figure) -> Given:
    """The snapshot of a figure as it stands in a reply now."""
    return Given(
        fact=fact.id if fact else "",
        printed=figure.printed,
        unit=figure.quantity.unit,
        as_of=figure.as_of,
        period=figure.period,
        due=figure.due,
        when=figure.when,
        source=figure.citation.source.id,
        locator=figure.citation.locator,
        cited=cite(figure.citation),
        title=fact.title if fact else None,
        against=figure.against,
        status=figure.status,
        says=figure.says,
    )
