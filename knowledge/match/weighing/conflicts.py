"""What rules a fact out, however alike its words: each conflict as a reader would say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from knowledge.match.asked.question import Asked, Limit
from knowledge.match.asked.terms import TELLING, Term
from knowledge.match.indexing.entry import TOLD, Entry
from knowledge.match.indexing.lexicon import Concept, Lexicon
from knowledge.match.language import english
from knowledge.match.language.related import RELATED
from knowledge.match.language.words import stem, stems_of, words
from knowledge.match.weighing.share import Explained
from knowledge.match.weighing.strangers import attributed, foreign_names, other_subjects, speakers
from knowledge.model import Figure

TIMES = frozenset(("date", "range", "text"))
TRIPS = frozenset(stems_of("travel journey transit trip ride"))
TAKEN = TRIPS | frozenset(stems_of("take took taken reach last"))
Look = Callable[[Asked, Entry, Explained, Lexicon], Iterator[str]]
"""A look for conflicts of one kind: each as a reader would say it."""


def looks_for(asked: Asked) -> tuple[Look, ...]:
    """How to look for conflicts with a question: for those alone that it may have, as each is looked for in thirty facts."""
    return tuple([look for may_be, look in LOOKS if may_be(asked)])


def conflicts_between(
    asked: Asked, entry: Entry, words: Explained, lexicon: Lexicon, looks: Iterable[Look]
) -> Iterator[str]:
    """Each conflict that is found by looking so."""
    for look in looks:
        yield from look(asked, entry, words, lexicon)


def is_of_kind(asked: Asked, entry: Entry) -> bool:
    """Whether the fact holds a kind of figure that is asked for."""
    return asked.kinds is None or not asked.kinds.isdisjoint(entry.kinds)


def wrong_kind(asked: Asked, entry: Entry) -> Iterator[str]:
    if asked.kinds is not None and not is_of_kind(asked, entry):
        yield f"it is a {_either(entry.kinds)}, and {_either(asked.kinds)} is asked for"


def _other_currencies(asked: Asked, entry: Entry) -> Iterator[str]:
    if asked.currency and not any(_is_in(figure, asked.currency) for figure in entry.fact.figures):
        yield f"it is not in {asked.currency}"


def _is_in(figure: Figure, currency: str) -> bool:
    unit = figure.quantity.unit or ""
    return unit == currency or (currency == "$" and unit.endswith("D")) or figure.quantity.kind != "money"


@lru_cache(maxsize=256)
def _either(kinds: frozenset[str]) -> str:
    return "/".join(sorted(kinds))


def _other_spans(asked: Asked, entry: Entry) -> Iterator[str]:
    """How long something takes is not how long it is, or has been so."""
    if "duration" not in entry.kinds:
        return
    if asked.takes and not _tells(entry, TAKEN):
        yield "it is a time that nothing takes"
    if asked.lasted and not TRIPS.isdisjoint(entry.measure):
        yield "it is a time that something takes"


def _not_alone(asked: Asked, entry: Entry, lexicon: Lexicon) -> Iterator[str]:
    for term in asked.terms:
        if term.word.stem in asked.alone and not _tells(entry, term.means):
            yield f"it is not of '{term.word.text}' alone"
    for name in (asked.alone & lexicon.names) - entry.named:
        if entry.mentioned - {name}:
            yield f"it is not of '{name}' alone"


def _other_limits(asked: Asked, entry: Entry) -> Iterator[str]:
    """ "Patients under 18" are not all patients."""
    for limit in asked.limits:
        if (
            limit.number.replace(",", "") not in entry.numbers
            and entry.fact.subject.id not in limit.told_of
            and not any(_keeps(figure, limit) for figure in entry.fact.figures)
        ):
            yield f"it is not limited to {limit.number}"


def _keeps(figure: Figure, limit: Limit) -> bool:
    """A figure that prints the limit itself, or lies within it and not far: 262 meters are more than 250."""
    if limit.number in figure.printed:
        return True
    number, value = Decimal(limit.number.replace(",", "")), figure.quantity.value
    if not isinstance(value, Decimal):
        return False
    return value <= number <= 2 * value if limit.below else value / 2 <= number <= value


def _other_counts(asked: Asked, entry: Entry) -> Iterator[str]:
    if asked.insists and _is_another(asked, entry):
        yield f"it does not count {' '.join(term.word.text for term in asked.counted)}"
        return
    telling = [term for term in asked.counted if term.weight >= TELLING]
    if telling and not any(_tells(entry, term.means) for term in telling):
        yield f"it does not count {' '.join(term.word.text for term in telling)}"


def _is_another(asked: Asked, entry: Entry) -> bool:
    """What the question wants counted is counted by other facts, and this one counts something else."""
    meant = {concept for term in asked.counted for concept in term.means}
    if not (asked.countable and entry.counted and entry.counted.isdisjoint(meant)):
        return False
    return entry.modified.isdisjoint(meant) or not entry.siblings_count.isdisjoint(meant)  # trains, beside passengers


def _contrasts(asked: Asked, entry: Entry, lexicon: Lexicon) -> Iterator[str]:
    """Of words that must not be taken for one another the question has one and the fact only others."""
    for group, wanted in asked.contrasts:
        held = group & entry.explains.keys()
        if held and not wanted & held:
            yield f"it is of {lexicon.told(held)}, not {lexicon.told(wanted)}"


def _said_already(asked: Asked, entry: Entry) -> Iterator[str]:
    """A time that the question tells, such as "from 2013 to 2022", or a list of names, is not what it asks for."""
    if not entry.kinds <= TIMES:
        return
    telling = {word.text for word in words(entry.fact.figures[0].printed)} - english.STOP
    if telling <= asked.written and (len(telling) > 2 or any(word[0].isdigit() for word in telling)):
        yield "the question says it itself"


def _superlatives(asked: Asked, entry: Entry) -> Iterator[str]:
    return (f"it says nothing of '{word}'" for word in asked.superlatives if not _says(entry, word))


def _negations(asked: Asked, entry: Entry) -> Iterator[str]:
    return (f"the question says what is {word}" for word in asked.negations if not _says(entry, word))


def _other_rates(asked: Asked, entry: Entry) -> Iterator[str]:
    return (f"it is not told per {rate}" for rate in asked.rates - entry.rates)


def _other_ordinals(asked: Asked, left: Sequence[Term]) -> Iterator[str]:
    return (f"it is not the '{term.word.text}'" for term in asked.ordinals if term in left)


def _says(entry: Entry, word: str) -> bool:
    return _tells(entry, (stem(word), *RELATED.get(stem(word), ())))


def _tells(entry: Entry, concepts: Iterable[Concept]) -> bool:
    """Whether it says any of these, and not in a note alone."""
    return any(entry.explains.get(concept, 0.0) > TOLD for concept in concepts)


LOOKS: tuple[tuple[Callable[[Asked], object], Look], ...] = (
    (
        lambda asked: any(term.name and term.near for term in asked.terms),
        lambda asked, entry, words, _: foreign_names(asked, entry, words.foreign),
    ),
    (
        lambda asked: asked.named or asked.classed or asked.bare,
        lambda asked, entry, words, _: other_subjects(asked, entry, words.unsaid),
    ),
    (lambda asked: asked.counted, lambda asked, entry, *_: _other_counts(asked, entry)),
    (lambda asked: asked.contrasts, lambda asked, entry, _, lexicon: _contrasts(asked, entry, lexicon)),
    (lambda asked: asked.speakers, lambda asked, entry, *_: speakers(asked, entry)),
    (lambda asked: asked.attributed, lambda asked, _, words, lexicon: attributed(asked, words.unsaid, lexicon)),
    (lambda asked: asked.written, lambda asked, entry, *_: _said_already(asked, entry)),
    (lambda asked: asked.currency, lambda asked, entry, *_: _other_currencies(asked, entry)),
    (lambda asked: asked.takes or asked.lasted, lambda asked, entry, *_: _other_spans(asked, entry)),
    (lambda asked: asked.superlatives, lambda asked, entry, *_: _superlatives(asked, entry)),
    (lambda asked: asked.rates, lambda asked, entry, *_: _other_rates(asked, entry)),
    (lambda asked: asked.limits, lambda asked, entry, *_: _other_limits(asked, entry)),
    (lambda asked: asked.alone, lambda asked, entry, _, lexicon: _not_alone(asked, entry, lexicon)),
    (lambda asked: asked.ordinals, lambda asked, _, words, __: _other_ordinals(asked, words.unsaid)),
    (lambda asked: asked.negations, lambda asked, entry, *_: _negations(asked, entry)),
)
"""Which questions may have a conflict, and how it is looked for."""
