"""The windows that open from under an answer: pure."""

from __future__ import annotations

from collections.abc import Iterator

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    InputBlock,
    PlainTextInputElement,
    PlainTextObject,
    RichTextBlock,
    RichTextElementParts,
    RichTextPreformattedElement,
)

from handlers import wording
from handlers import wording_under as words
from handlers.choices import name
from handlers.figures import Equals, equals, figure_line
from handlers.pages.contents import page_at
from handlers.pages.where import Where
from handlers.pressed.explained import explained
from handlers.render import render_answer, render_words
from handlers.reply import BREAK, ROOM, Block, Line, clean, fitting, line, reply, text_of
from handlers.surface import Surface
from handlers.table import title_of
from handlers.under.about import About, block_id, facts_of
from handlers.values import packed
from handlers.views import View, modal
from knowledge.answer import Answer, BoxAnswer, CalculatedAnswer, FactAnswer
from knowledge.library import Served

REPORT = "something-wrong"
"""The `callback_id` of the window in which a reader says what is wrong."""

UNWATCH, NOTE = "unwatch", "note"
"""The `action_id` of the button that ends a watch, and of the field for what is wrong."""

LONGEST_NOTE = 2000


def gone() -> View:
    """What an answer stood over is held no more."""
    return modal(words.MORE, render_words(wording.GONE).blocks)


def copied(answer: Answer) -> View:
    """Each figure as printed with its full citation, ready to be selected."""
    all_lines = [*_press_lines(answer)]
    lines = fitting(all_lines, ROOM)
    left = render_words(wording.more(len(all_lines) - len(lines))).blocks if len(lines) < len(all_lines) else ()
    return modal(
        words.COPY, [*render_words(words.COPY_HOW).blocks, *(_to_select(text_of(each)) for each in lines), *left]
    )


def shared(answer: Answer) -> View:
    """An answer that stands in a thread now."""
    return _told(words.SHARED, answer)


def not_shared(answer: Answer) -> View:
    """An answer that could not be posted in a thread."""
    return _told(words.NOT_SHARED, answer)


def more(answer: Answer, now: Served) -> View:
    """What else is held on the subject of an answer, by name, and the boxes it stands in."""
    subjects = [fact.subject.id for fact in facts_of(answer)]
    page = page_at(Where("subject", subjects[0]) if subjects else Where(), now)
    return modal(page.name, page.blocks)


def how_it_got_here(answer: Answer, about: About, now: Served) -> View:
    """Where an answer stands and what was weighed; its figures are those of the answer, with their citations."""
    told = render_answer(answer, Surface.WINDOW)
    return modal(words.WHY, [*told.blocks, *reply(explained(answer, about, now)).blocks])


def something_wrong(about: About, place: dict[str, str]) -> View:
    """A field for what is wrong. What it is about, and where, comes back with what was written."""
    field = PlainTextInputElement(action_id=NOTE, multiline=True, max_length=LONGEST_NOTE)
    label, hint = _plain(words.WHAT_IS_WRONG), _plain(words.WHAT_IS_WRONG_HINT)
    blocks = [dict(InputBlock(block_id=NOTE, label=label, hint=hint, element=field).to_dict())]
    told = packed({"id": about.id, "question": about.question, **place})
    blocks += render_words(words.WHO_READS_IT).blocks
    return modal(words.WRONG, blocks, name=REPORT, submit=words.SEND, metadata=told)


def thanks() -> View:
    """After something was sent."""
    return modal(words.WRONG, render_words(words.THANKS).blocks)


def watched(answer: Answer, about: About) -> View:
    """What somebody will be told, and the button that ends it."""
    button = ButtonElement(action_id=UNWATCH, text=_plain(words.STOP))
    stop = dict(ActionsBlock(block_id=block_id(about, UNWATCH), elements=[button]).to_dict())
    return modal(words.WATCH, [*render_words(words.watched(clean(name(answer)))).blocks, stop])


def not_told() -> View:
    """To whom nothing can be told directly."""
    return modal(words.WATCH, render_words(words.NOT_TOLD).blocks)


def unwatched() -> View:
    """After a watch was ended."""
    return modal(words.WATCH, render_words(words.NO_LONGER_WATCHED).blocks)


def _told(sentence: str, answer: Answer) -> View:
    blocks = [*render_words(sentence).blocks, *render_answer(answer, Surface.WINDOW).blocks]
    return modal(words.SHARE_IN_THREAD, blocks)


def _press_lines(answer: Answer) -> Iterator[Line]:
    match answer:
        case FactAnswer(fact, figures, left_aside):
            yield from (_press_line(same, fact.title) for same in equals((*figures, *left_aside)))
        case BoxAnswer(_, facts):
            yield from (each for fact in facts for each in _press_lines(fact))
        case CalculatedAnswer(title, result, figures, _, way):
            basis = [_press_line((figure,), title_of(figure, answer)) for figure in figures]
            above = line(result, wording.SEPARATOR, wording.calculated(title, way))
            yield (*above, *(words for each in basis for words in (BREAK, *each)))


def _press_line(same: Equals, title: str) -> Line:
    """A figure as printed with its full citation, and where the documents can be read."""
    urls = dict.fromkeys(figure.citation.source.url for figure in same if figure.citation.source.url)
    return (*figure_line(same, title=title, full=True), *(part for url in urls for part in (BREAK, *line(url))))


def _to_select(text: str) -> Block:
    preformatted = RichTextPreformattedElement(elements=[RichTextElementParts.Text(text=text)])
    return dict(RichTextBlock(elements=[preformatted]).to_dict())


def _plain(text: str) -> PlainTextObject:
    return PlainTextObject(text=text, emoji=False)
