"""What rules a fact out, however alike its words: each conflict as a reader would say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from decimal import Decimal
from functools import lru_cache

from knowledge.match.asked.question import Asked
from knowledge.match.asked.terms import RATHER, TELLING
from knowledge.match.asked.told import Limit
from knowledge.match.indexing.entry import TOLD, Entry
from knowledge.match.indexing.lexicon import Concept
from knowledge.match.language import english
from knowledge.match.language.related import RELATED
from knowledge.match.language.wanted import SHARES
from knowledge.match.language.words import stem, stems_of, words
from knowledge.match.weighing.share import Case
from knowledge.match.weighing.strangers import attributed, foreign_names, other_subjects, speakers
from knowledge.model import Figure

TIMES = frozenset(("date", "duration", "range", "text"))
TRIPS = frozenset(stems_of("travel journey transit trip ride"))
RUNNING = frozenset(stems_of("running operation service since ago"))
TAKEN = TRIPS | frozenset(stems_of("take took taken reach last"))

ITSELF = "the question says it itself"

Look = Callable[[Case], Iterable[str]]
"""A look for conflicts of one kind: each as a reader would say it."""


def looks_for(asked: Asked) -> tuple[Look, ...]:
    """How to look for conflicts with a question: for those alone that it may have, as each is looked for in dozens of facts."""
    return tuple([look for may_be, look in LOOKS if may_be(asked)])


def conflicts_of(case: Case, looks: Iterable[Look]) -> Iterator[str]:
    """Each conflict that is found by looking so."""
    for look in looks:
        yield from look(case)


def is_of_kind(asked: Asked, entry: Entry) -> bool:
    """Whether the fact holds a kind of figure that is asked for."""
    return asked.kinds is None or not asked.kinds.isdisjoint(entry.kinds)


def wrong_kind(asked: Asked, entry: Entry) -> Iterator[str]:
    if asked.kinds is not None and not is_of_kind(asked, entry):
        yield f"it is a {_either(entry.kinds)}, and {_either(asked.kinds)} is asked for"


def _other_currencies(case: Case) -> Iterator[str]:
    if not any(_is_in(figure, case.asked.currency) for figure in case.entry.fact.figures):
        yield f"it is not in {case.asked.currency}"


def _is_in(figure: Figure, currency: str | None) -> bool:
    unit = figure.quantity.unit or ""
    return unit == currency or (currency == "$" and unit.endswith("D")) or figure.quantity.kind != "money"


@lru_cache(maxsize=256)
def _either(kinds: frozenset[str]) -> str:
    return "/".join(sorted(kinds))


def _other_spans(case: Case) -> Iterator[str]:
    """How long something takes is not how long it is, or has been so."""
    if "duration" not in case.entry.kinds:
        return
    if case.asked.takes and (not _tells(case.entry, TAKEN) or not RUNNING.isdisjoint(case.entry.measure)):
        yield "it is a time that nothing takes"
    if case.asked.lasted and not TRIPS.isdisjoint(case.entry.measure):
        yield "it is a time that something takes"


def _not_alone(case: Case) -> Iterator[str]:
    for term in case.asked.terms:
        if term.word.stem in case.asked.alone and not _tells(case.entry, term.means):
            yield f"it is not of '{term.word.text}' alone"
    for name in (case.asked.alone & case.lexicon.names) - case.entry.named:
        if case.entry.mentioned - {name}:
            yield f"it is not of '{name}' alone"


def _other_limits(case: Case) -> Iterator[str]:
    """ "Patients under 18" are not all patients."""
    for limit in case.asked.told.limits:
        if (
            limit.number.replace(",", "") not in case.entry.numbers
            and case.entry.fact.subject.id not in limit.told_of
            and not any(_keeps(figure, limit) for figure in case.entry.fact.figures)
        ):
            yield f"it is not limited to {limit.number}"


def _keeps(figure: Figure, limit: Limit) -> bool:
    """A figure that prints the limit itself, or lies within it and not far: 262 meters are more than 250. A share lies within none but a share."""
    if limit.number in figure.printed:
        return True
    if figure.quantity.kind in SHARES and not limit.share:
        return False
    number, value = Decimal(limit.number.replace(",", "")), figure.quantity.value
    if not isinstance(value, Decimal):
        return False
    return value <= number <= 2 * value if limit.below else value / 2 <= number <= value


def _other_counts(case: Case) -> Iterator[str]:
    if case.asked.insists and _is_another(case.asked, case.entry):
        yield f"it does not count {' '.join(term.word.text for term in case.asked.counted)}"
        return
    telling = [term for term in case.asked.counted if term.weight >= TELLING]
    if telling and not any(_tells(case.entry, term.means) for term in telling):
        yield f"it does not count {' '.join(term.word.text for term in telling)}"


def _is_another(asked: Asked, entry: Entry) -> bool:
    """What the question wants counted is counted by other facts, and this one counts something else."""
    if not (asked.countable and entry.counted and entry.counted.isdisjoint(asked.countable)):
        return False
    own = {concept for term in asked.counted for concept, sure in term.means.items() if sure > RATHER}
    return entry.modified.isdisjoint(own) or not entry.siblings_count.isdisjoint(own)  # trains, beside passengers


def _contrasts(case: Case) -> Iterator[str]:
    """Of words that must not be taken for one another the question has one and the fact only others."""
    for group, wanted in case.asked.contrasts:
        held = group & case.entry.explains.keys()
        if held and not wanted & held:
            yield f"it is of {case.lexicon.told(held)}, not {case.lexicon.told(wanted)}"


def _said_already(case: Case) -> Iterator[str]:
    """A time that the question tells, such as "from 2013 to 2022", or a list of names, is not what it asks for."""
    if not case.entry.kinds <= TIMES:
        return
    telling = {word.text for word in words(case.entry.fact.figures[0].printed)} - english.STOP
    if telling <= case.asked.written and (len(telling) > 2 or any(word[0].isdigit() for word in telling)):
        yield ITSELF


def _shares_told(case: Case) -> Iterator[str]:
    """ "By how much must costs fall for exports to rise by a fifth": not by that fifth."""
    return _told_itself({_in_percent(figure) for figure in case.entry.fact.figures}, case.asked.told.shares)


def _counts_told(case: Case) -> Iterator[str]:
    """ "How many lines are there with the ten new ones": not those ten."""
    return _told_itself({figure.quantity.value for figure in case.entry.fact.figures}, case.asked.told.counts)


def _told_itself(values: Set[object], told: Set[Decimal]) -> Iterator[str]:
    if len(values) == 1 and values <= told:
        yield ITSELF


def _other_numbers(case: Case) -> Iterator[str]:
    """ "By when will there be 500": not the day by which there will be a hundred."""
    subject, own = case.entry.fact.subject.id, case.entry.numbers
    return (
        f"it is not of {digits}"
        for digits, whose in case.asked.told.numbers
        if subject not in whose and digits not in own
    )


def _in_percent(figure: Figure) -> Decimal | None:
    value = figure.quantity.value
    if not isinstance(value, Decimal) or figure.quantity.kind not in ("percent", "percentage points", "fraction"):
        return None
    return value * 100 if figure.quantity.kind == "fraction" else value


def _superlatives(case: Case) -> Iterator[str]:
    for term in case.asked.terms:
        if term.word.text in case.asked.superlatives and not _tells(case.entry, term.means):
            yield f"it says nothing of '{term.word.text}'"


def _negations(case: Case) -> Iterator[str]:
    return (f"the question says what is {word}" for word in case.asked.negations if not _says(case.entry, word))


def _lessened(case: Case) -> Iterator[str]:
    """ "Not counting women"; but what a sibling counts, or tells instead, is no part of what this counts: supporters, not counting signatories."""
    for said, others in case.asked.told.lessened:
        apart = not others.isdisjoint(case.entry.siblings_count) and others.isdisjoint(case.entry.counted)
        if not (apart or _is_of_other_side(case, others) or _says(case.entry, said)):
            yield f"the question says what is {said}"


def _is_of_other_side(case: Case, others: Set[Concept]) -> bool:
    """Whether, of words that must not be taken for one another, the fact says none of these and another: of the thermal part, apart from the rest."""
    sides = (group & case.entry.explains.keys() for group in case.lexicon.contrasts if not group.isdisjoint(others))
    return any(held and held.isdisjoint(others) for held in sides)


def _other_rates(case: Case) -> Iterator[str]:
    return (f"it is not told per {rate}" for rate in case.asked.rates - case.entry.rates)


def _other_ordinals(case: Case) -> Iterator[str]:
    subject, unsaid = case.entry.fact.subject.id, case.words.unsaid
    others = (term for term, ranked in case.asked.ordinals if term in unsaid and subject not in ranked)
    return (f"it is not the '{term.word.text}'" for term in others)


def _says(entry: Entry, word: str) -> bool:
    return _tells(entry, (stem(word), *RELATED.get(stem(word), ())))


def _tells(entry: Entry, concepts: Iterable[Concept]) -> bool:
    """Whether it says any of these, and not in a note alone."""
    return any(entry.explains.get(concept, 0.0) > TOLD for concept in concepts)


LOOKS: tuple[tuple[Callable[[Asked], object], Look], ...] = (
    (lambda asked: any(term.name and term.near for term in asked.terms), foreign_names),
    (lambda asked: asked.named or asked.classed or asked.bare, other_subjects),
    (lambda asked: asked.counted, _other_counts),
    (lambda asked: asked.contrasts, _contrasts),
    (lambda asked: asked.speakers, speakers),
    (lambda asked: asked.attributed, attributed),
    (lambda asked: asked.written, _said_already),
    (lambda asked: asked.told.shares, _shares_told),
    (lambda asked: asked.told.numbers, _other_numbers),
    (lambda asked: asked.told.counts, _counts_told),
    (lambda asked: asked.currency, _other_currencies),
    (lambda asked: asked.takes or asked.lasted, _other_spans),
    (lambda asked: asked.superlatives, _superlatives),
    (lambda asked: asked.rates, _other_rates),
    (lambda asked: asked.told.limits, _other_limits),
    (lambda asked: asked.alone, _not_alone),
    (lambda asked: asked.ordinals, _other_ordinals),
    (lambda asked: asked.negations, _negations),
    (lambda asked: asked.told.lessened, _lessened),
)
"""Which questions may have a conflict, and how it is looked for."""
