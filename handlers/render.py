"""What is found, as a reply: pure, and the same words in `text` and in `blocks`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers import wording
from handlers.choices import buttons, name
from handlers.figures import equals, figure_line, relation
from handlers.reply import BREAK, ROOM, Line, Reply, bold, clean, cut, fitting, joined, line, reply
from handlers.surface import Surface
from handlers.table import has_table, table, title_of
from handlers.under.ask import ask_admin
from handlers.under.row import feedback, row
from knowledge.answer import Answer, BoxAnswer, CalculatedAnswer, FactAnswer, Found, Outcome, Unknown, Unsure
from knowledge.cite import cite

MOST_CHOICES = 5
LONGEST_NAME = 300


def render(outcome: Outcome, question: str = "", slash: str = "/fact", surface: Surface = Surface.OPEN) -> Reply:
    """An outcome as a reply. `question` stays in sight where the reader has a choice; `slash` is our command."""
    if isinstance(outcome, Found):
        return _found(outcome.answers, question, surface)
    if isinstance(outcome, Unsure):
        return _choices(outcome.choices[:MOST_CHOICES], question)
    sentences = [*_unknown(outcome, slash)]
    below = ask_admin(question) if wording.TO_ADD in sentences else []
    return reply([[line(sentence) for sentence in sentences]], below)


def render_chosen(answer: Answer | None, question: str, surface: Surface = Surface.OPEN) -> Reply:
    """The answer to a choice, or that it is gone; it replaces the choices, so the question is said again."""
    if answer is None:
        return reply([[line(wording.GONE)], _asked(question)])
    under = [*row(answer, question, surface), *feedback(answer, question, surface)]
    return joined([render_answer(answer, surface), reply([_asked(question)], under)])


def render_answer(answer: Answer, surface: Surface, answers: int = 1) -> Reply:
    """One answer of so many in a message, with nothing under it."""
    lines = [*_answer(answer)]
    room = ROOM // answers
    told = reply([_shortened(lines, room)])
    whole = len(fitting(lines, room)) == len(lines)
    if isinstance(answer, CalculatedAnswer) and not surface.is_window and whole and has_table(answer):
        above, below = reply([[_result(answer)]]), reply([[*_calculated_notes(answer)]])
        return Reply(told.text, (*above.blocks, table(answer), *below.blocks))
    return told


def render_words(*sentences: str) -> Reply:
    """Sentences of ours, a line each."""
    return reply([[line(sentence) for sentence in sentences]])


def _found(answers: Sequence[Answer], question: str, surface: Surface) -> Reply:
    """Each answer with its row under it, and one pair of buttons to judge them all."""
    told = []
    for number, each in enumerate(answers):
        told += [render_answer(each, surface, len(answers)), reply([], row(each, question, surface, number))]
    return joined([*told, reply([], feedback(answers[0], question, surface))])


def _shortened(lines: list[Line], room: int) -> list[Line]:
    """The lines that fit, and how many do not: what is left out is said, never cut."""
    kept = fitting(lines, room)
    if not kept:
        return [line(wording.NOTHING_FITS)]
    return [*kept] if len(kept) == len(lines) else [*kept, line(wording.more(len(lines) - len(kept)))]


def _answer(answer: Answer) -> Iterator[Line]:
    if isinstance(answer, FactAnswer):
        return _fact(answer)
    return _box(answer) if isinstance(answer, BoxAnswer) else _calculated(answer)


def _fact(answer: FactAnswer) -> Iterator[Line]:
    """The figure that leads, cited in full; every other figure of the fact on a line of its own; the fact's note."""
    leading, *others = equals(answer.figures)
    yield figure_line(leading, title=answer.fact.title, full=True)
    for same in (*others, *equals(answer.left_aside)):
        yield figure_line(same, label=relation(same, leading))
    if answer.fact.note:
        yield line(wording.note(answer.fact.note))


def _box(answer: BoxAnswer) -> Iterator[Line]:
    """A box by its title, then its figures. A summary has numbers in it, so only a box that can be cited shows it."""
    yield line(bold(answer.box.title))
    if answer.box.citation:
        yield line(answer.box.summary, BREAK, wording.sources(1), cite(answer.box.citation))
    for each in answer.facts:
        leading, *others = equals(each.figures)
        yield figure_line(leading, title=each.fact.title)
        yield from (figure_line(same, label=relation(same, leading)) for same in others)


def _calculated(answer: CalculatedAnswer) -> Iterator[Line]:
    """What came out and what it rests on, as one line: there is no result without its figures and their citations."""
    basis = (figure_line((figure,), title=title_of(figure, answer)) for figure in answer.figures)
    yield (*_result(answer), *(words for each in basis for words in (BREAK, *each)))
    yield from _calculated_notes(answer)


def _result(answer: CalculatedAnswer) -> Line:
    return line(bold(answer.result), wording.SEPARATOR, wording.calculated(answer.title, answer.way))


def _calculated_notes(answer: CalculatedAnswer) -> Iterator[Line]:
    if answer.way == "count":
        subjects = list(dict.fromkeys(_short(fact.subject.name) for fact in answer.facts))
        yield from [line(wording.counted(subjects))] if subjects else []
    else:
        yield from (line(wording.note(note)) for note in dict.fromkeys(fact.note for fact in answer.facts if fact.note))


def _choices(choices: Sequence[Answer], question: str) -> Reply:
    names = [line(wording.choice(cut(name(choice), LONGEST_NAME))) for choice in choices]
    return reply([[line(wording.which(len(names))), *names], _asked(question)], buttons(choices, question))


def _asked(question: str) -> list[Line]:
    return [line(wording.asked(question))] if question else []


def _unknown(outcome: Unknown, slash: str) -> Iterator[str]:
    """One kind sentence; then, where a figure was asked for, the nearest that is held and how to have it added."""
    if outcome.reason in wording.FRIENDLY:
        yield wording.FRIENDLY[outcome.reason]
    elif outcome.fact and outcome.reason == "not held for that":
        yield wording.held_for(_short(outcome.fact.title), outcome.held_for, outcome.asked_for)
        yield wording.TO_ADD
    elif outcome.why:
        yield wording.not_comparable(_short(outcome.fact.title) if outcome.fact else "", outcome.why)
    else:
        yield wording.NOT_HELD
        yield from (wording.nearest(_short(subject.name)) for subject in [outcome.nearest] if subject)
        yield wording.TO_ADD
    if outcome.reason in wording.WITH_HELP:
        yield from wording.help_lines(slash)


def _short(name_of_something: str) -> str:
    return cut(clean(name_of_something), LONGEST_NAME)
