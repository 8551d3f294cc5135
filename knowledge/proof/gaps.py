"""What is printed and not held: numbers that no figure accounts for and no line of left-out.yaml settles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from knowledge.model import LeftOut
from knowledge.proof.counters import is_counter
from knowledge.proof.document import Document
from knowledge.proof.findings import Finding
from knowledge.proof.fold import Span
from knowledge.proof.layout import Passage
from knowledge.proof.prints import Stand, around, is_whole, stands
from knowledge.quantity import numbers_in


def gaps(document: Document, accounted: Iterable[Span]) -> list[Finding]:
    """The numbers that nothing accounts for, place by place."""
    spans = _merged(accounted)
    return [
        Finding(f"{document.source.id} {locator}".strip(), f"'{said}' is printed and not held: “{words}”")
        for locator, passages in document.places()
        for passage in passages
        for said, words in _open(passage, spans)
    ]


def settled(document: Document, left_out: Iterable[LeftOut]) -> list[tuple[Span, str]]:
    """Where the lines of left-out.yaml stand, with their texts."""
    lines = ((line.text, document.at(line.citation.locator)) for line in left_out)
    return [(stand.span, text) for text, passages in lines for stand in stands(text, passages)]


def idle(document: Document, left_out: Iterable[LeftOut]) -> list[Finding]:
    """The lines of left-out.yaml that do not stand where they say."""
    lost = [line for line in left_out if not stands(line.text, document.at(line.citation.locator))]
    where = f"does not stand in {document.source.id}"
    return [
        Finding("left-out.yaml", f"'{line.text}' {where} {line.citation.locator}", "mend or drop the line")
        for line in lost
    ]


def in_names(document: Document, names: Iterable[str]) -> Iterator[Span]:
    """Where names with a number in them stand ("Seven Lakes Initiative"): the number is the name's, and no figure."""
    numbered = [name for name in names if numbers_in(name)]
    every = [passage for _, passages in document.places() for passage in passages]
    return (stand.span for name in numbered for stand in stands(name, every) if is_whole(stand))


def _open(passage: Passage, accounted: list[Span]) -> Iterator[tuple[str, str]]:
    """The numbers of a passage that are not accounted for, each with the words around it."""
    reading = passage.folded
    for number in numbers_in(reading.text):
        span = reading.span(number.start, number.end)
        if not _covers(accounted, span) and not is_counter(passage.raw, span):
            stand = Stand(passage, reading, number.start, number.end)
            yield reading.text[number.start : number.end], around(stand)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Overlapping stretches as one, in order."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _covers(merged: list[Span], span: Span) -> bool:
    at = bisect_right(merged, span[0], key=lambda one: one[0]) - 1
    return at >= 0 and span[1] <= merged[at][1]
