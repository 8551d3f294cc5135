"""The texts of a knowledge base as the matcher reads them, each once however often it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from knowledge.match import english
from knowledge.match.lexicon import Concept, Lexicon, Phrasing, Stems
from knowledge.match.names import LongNames
from knowledge.match.words import Form, forms

Concepts = frozenset[Concept]
KEPT = 1024  # texts: a subject's names are read again for each of its facts, measures and units for each that has them


class Text(NamedTuple):
    """A text, read."""

    forms: tuple[Form, ...]
    stems: Stems  # small words left out
    concepts: Concepts  # what its words stand for, small words left out
    phrasing: Phrasing  # what it says, each thing once however it is worded

    @property
    def folded(self) -> str:
        """As `words.folded` gives it: how it sounds."""
        return " ".join(form.text for form in self.forms)


class Names(NamedTuple):
    """A subject's names, read."""

    texts: tuple[Text, ...]
    concepts: Concepts  # of all of them
    phrasings: tuple[Phrasing, ...]  # of each
    stems: tuple[frozenset[str], ...]  # of each, small words left out
    borne: frozenset[frozenset[str]]  # the names of several words in them, their own and others'
    spelled: frozenset[str]  # the words of all, folded


def read_text(text: str, lexicon: Lexicon) -> Text:
    found = forms(text)
    stems = tuple([form.stem for form in found if form.text not in english.STOP])
    beside = lexicon.beside(stems)
    phrasing = [beside[place][-1] if place in beside else own for place, own in enumerate(stems)]
    return Text(found, stems, frozenset(chain(stems, *beside.values())), tuple(dict.fromkeys(phrasing)))


def read_names(names: tuple[str, ...], read: Callable[[str], Text], long_names: LongNames) -> Names:
    texts = tuple(map(read, names))
    return Names(
        texts=texts,
        concepts=frozenset().union(*(text.concepts for text in texts)),
        phrasings=tuple(text.phrasing for text in texts if text.phrasing),
        stems=tuple(frozenset(text.stems) for text in texts),
        borne=borne(texts, long_names),
        spelled=frozenset(form.text for text in texts for form in text.forms),
    )


def borne(texts: Iterable[Text], long_names: LongNames) -> frozenset[frozenset[str]]:
    """The names of several words that stand in some texts, each by its stems."""
    return frozenset(
        frozenset(text.stems[start:end]) for text in texts for start, end, _ in long_names.found_in(text.stems)
    )


class Reader:
    """Reads the texts of a knowledge base, and remembers what it read last. Refers to nothing that refers to it."""

    def __init__(self, lexicon: Lexicon, long_names: LongNames) -> None:
        self.lexicon = lexicon
        self.long_names = long_names
        self.read = lru_cache(KEPT)(partial(read_text, lexicon=lexicon))
        self.names = lru_cache(KEPT)(partial(read_names, read=self.read, long_names=long_names))


def concepts_of(text: str, lexicon: Lexicon) -> Concepts:
    """What the words of a text stand for, small words left out."""
    return read_text(text, lexicon).concepts


def phrasing_of(text: str, lexicon: Lexicon) -> Concepts:
    """What a text says, each thing once however it is worded."""
    return frozenset(read_text(text, lexicon).phrasing)
