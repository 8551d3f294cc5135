"""The texts of a knowledge base as the matcher reads them, each once however often it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from knowledge.match.indexing.lexicon import Concept, Lexicon, Phrasing
from knowledge.match.indexing.names import LongNames
from knowledge.match.language.words import Form, Stems, forms

Concepts = frozenset[Concept]
KEPT = 1024  # texts: a subject's names are read again for each of its facts, measures and units for each that has them


class Text(NamedTuple):
    """A text, read."""

    forms: tuple[Form, ...]
    words: Sequence[str]  # each as folded
    stems: Stems  # small words left out
    phrasing: Phrasing  # what it says, each thing once however it is worded
    meanings: Sequence[Concept]  # whatever its words can stand for beside themselves

    @property
    def folded(self) -> str:
        """As `words.folded` gives it: how it sounds."""
        return " ".join(self.words)

    @property
    def concepts(self) -> Concepts:
        """What its words stand for."""
        return concepts_in([self])


class Names(NamedTuple):
    """A subject's names, read."""

    texts: tuple[Text, ...]
    concepts: Concepts  # of all of them
    phrasings: tuple[Phrasing, ...]  # of each
    stems: tuple[frozenset[str], ...]  # of each, small words left out
    spelled: frozenset[str]  # the words of all, folded


def read_text(text: str, lexicon: Lexicon) -> Text:
    return said_by(forms(text), lexicon)


def said_by(found: tuple[Form, ...], lexicon: Lexicon) -> Text:
    """What these words say."""
    stems = tuple([form.stem for form in found if not form.small])
    meant, meanings = lexicon.meanings(stems)
    return Text(found, [form.text for form in found], stems, tuple(dict.fromkeys(meant)), meanings)


def concepts_in(texts: Iterable[Text]) -> Concepts:
    """What the words of some texts stand for."""
    found: set[Concept] = set()
    for text in texts:
        found.update(text.stems, text.meanings)
    return frozenset(found)


class Reader:
    """Reads the texts of a knowledge base, and remembers what it read last. Refers to nothing that refers to it."""

    def __init__(self, lexicon: Lexicon, long_names: LongNames) -> None:
        self.lexicon = lexicon
        self.long_names = long_names
        self.once = partial(read_text, lexicon=lexicon)  # what one fact alone says need not be remembered
        self.read = lru_cache(KEPT)(self.once)
        self.names = lru_cache(KEPT)(partial(read_names, read=self.read))

    def phrasing(self, stems: Stems) -> Phrasing:
        """What a text of these stems says."""
        return tuple(dict.fromkeys(self.lexicon.meanings(stems)[0]))

    def borne(self, texts: Iterable[Stems]) -> frozenset[frozenset[str]]:
        """The names of several words that stand in some texts, each by its stems."""
        found_in = self.long_names.found_in
        return frozenset(frozenset(stems[start:end]) for stems in texts for start, end, _ in found_in(stems))


def read_names(names: tuple[str, ...], read: Callable[[str], Text]) -> Names:
    texts = tuple(map(read, names))
    return Names(
        texts=texts,
        concepts=concepts_in(texts),
        phrasings=tuple(text.phrasing for text in texts if text.phrasing),
        stems=tuple(frozenset(text.stems) for text in texts),
        spelled=frozenset(chain.from_iterable(text.words for text in texts)),
    )


def concepts_of(text: str, lexicon: Lexicon) -> Concepts:
    """What the words of a text stand for, small words left out."""
    return read_text(text, lexicon).concepts


def phrasing_of(text: str, lexicon: Lexicon) -> Concepts:
    """What a text says, each thing once however it is worded."""
    return frozenset(read_text(text, lexicon).phrasing)
