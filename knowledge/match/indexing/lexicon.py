"""The knowledge base's own words: how rare each is, which mean the same, which are names, which a typing error meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from math import log

from knowledge.match.language import english
from knowledge.match.language.related import RELATED
from knowledge.match.language.typos import Neighbours
from knowledge.match.language.words import Form, Stems, Word, forms, stem, stems_of
from knowledge.model import Vocabulary

Concept = str
"""What a word stands for: its stem, or "=3", the third group of words that mean the same."""

Phrasing = tuple[Concept, ...]
"""What a text says, each thing once."""

LONG_ENOUGH = 5
"""Letters from which an English word may be an error of another."""

LIGHTLY = 0.6
"""What a common word around figures counts, beside another as rare."""


@dataclass(slots=True)
class Lexicon:
    """Words of the facts. `seen` counts the facts that a concept stands in."""

    groups: dict[str, Concept] = field(default_factory=dict)
    light: set[Concept] = field(default_factory=lambda: {stem(word) for word in english.LIGHT})
    spoken: dict[Concept, str] = field(default_factory=dict)  # the first word of each group
    phrases: dict[Stems, list[tuple[Stems, Concept]]] = field(default_factory=dict)  # by their first two stems
    contrasts: list[frozenset[Concept]] = field(default_factory=list)
    speakers: dict[frozenset[str], frozenset[Concept]] = field(
        default_factory=dict
    )  # by their stems: what these together stand for
    seen: dict[Concept, int] = field(default_factory=dict)
    rare: dict[Concept, float] = field(default_factory=dict)
    heavy: dict[Concept, float] = field(default_factory=dict)  # what each counts of a way of asking
    forms: dict[str, str] = field(default_factory=dict)  # each word as written -> its stem
    single: set[str] = field(default_factory=set)  # names of one word
    classes: set[Concept] = field(default_factory=set)  # what several subjects' names say they are: "river", "bank"
    years: set[str] = field(default_factory=set)  # that stand in a subject's name
    names: set[str] = field(default_factory=set)  # stems that are written with a capital, and hardly ever without
    telling: set[str] = field(default_factory=set)  # those of them that tell one fact from another
    openers: set[str] = field(
        default_factory=set
    )  # that have a capital only where they open a name, as all its words do
    written: Counter[Form] = field(default_factory=Counter)  # how often each word stands in a text
    opening: Counter[Form] = field(default_factory=Counter)  # and at its beginning, where a capital tells nothing
    small: Counter[Form] = field(
        default_factory=Counter
    )  # and in those without any capital, where its want tells nothing
    titled: Counter[str] = field(default_factory=Counter)  # how often each opens a name, as all its words do
    near: Neighbours = field(default_factory=Neighbours)

    @classmethod
    def of(cls, vocabulary: Vocabulary, acronyms: Iterable[tuple[str, str]]) -> Lexicon:
        lexicon = cls()
        for number, group in enumerate([*vocabulary.synonyms, *vocabulary.acronyms.items(), *acronyms]):
            lexicon._add_group(f"={number}", group)
        for group in vocabulary.contrasts:
            meant = (
                meant for member in group for meant in lexicon.concepts(tuple([form.stem for form in forms(member)]))
            )
            lexicon.contrasts.append(frozenset(concept for concepts in meant for concept in concepts))
        return lexicon

    def _add_group(self, concept: Concept, group: Iterable[str]) -> None:
        group = list(group)
        self.spoken[concept] = group[0] if group else concept
        for member in group:
            stems = stems_of(member)
            if len(stems) == 1:
                self.groups.setdefault(stems[0], concept)
                self.light |= {concept} if stems[0] in self.light else set()
            elif stems:
                self.phrases.setdefault(stems[:2], []).append((stems, concept))

    def concepts(self, said: Stems) -> list[list[Concept]]:
        """For each stem of a text what it can stand for: itself, its group, the group of a phrase it is part of."""
        found = [[own] for own in said]
        for place, own in enumerate(said):
            if own in self.groups:
                found[place].append(self.groups[own])
            for stems, concept in self.phrases.get(said[place : place + 2], ()):
                if said[place : place + len(stems)] == stems:
                    for inside in range(place, place + len(stems)):
                        found[inside].append(concept)
        return found

    def meanings(self, said: Stems) -> tuple[Sequence[Concept], Sequence[Concept]]:
        """What each stem of a text stands for: the last of its concepts; and whatever any can stand for beside itself."""
        meant = list(map(self.groups.get, said, said))
        if self.phrases.keys().isdisjoint(pairwise(said)):
            return meant, meant
        beside = meant.copy()
        for start, phrases in enumerate(map(self.phrases.get, pairwise(said))):
            for stems, concept in phrases or ():
                if said[start : start + len(stems)] == stems:
                    beside.append(concept)
                    meant[start] = concept
                    for inside in range(start + 1, start + len(stems)):
                        if said[inside] not in self.groups:
                            meant[inside] = concept
        return meant, beside

    def parts_of(self, concepts: Container[Concept]) -> set[Concept]:
        """What the words of the phrases that stand for any of these stand for alone."""
        phrases = chain.from_iterable(self.phrases.values())
        parts = {stem for stems, concept in phrases if concept in concepts for stem in stems}
        return parts | {self.groups[stem] for stem in parts if stem in self.groups}

    def told(self, concepts: Iterable[Concept]) -> str:
        """Concepts as a reader would say them."""
        return "/".join(sorted({self.spoken.get(concept, concept) for concept in concepts}))

    def learn(self, texts: Sequence[Sequence[Form]], small: Iterable[Sequence[Form]] = ()) -> None:
        """Remembers the words of texts, for typing errors and for telling names from other words: not by those that are all `small`."""
        self.opening.update([text[0] for text in texts if text])
        self.written.update(chain.from_iterable(texts))
        self.small.update(chain.from_iterable(small))

    def learn_name(self, name: Sequence[Form]) -> None:
        """Remembers how a subject's name begins: a capital there tells something if each of its words has one: "Zenda Mill", not "Sale of mills"."""
        if all(form.capital or form.small or form.is_number for form in name):
            self.titled.update([form.stem for form in name[:1]])

    def settle(self, total: int, seen: dict[Concept, int], named: Container[Concept]) -> None:
        """After the last of so many facts: how rare each concept is, which words are names, and which are near misses of which.

        What a subject is `named` by is no common word for being written small where everything is: "hentzau mill output".
        """
        self.seen = seen
        if total > 1:
            rarest = log((total + 1) / 1.5)
            self.rare = {concept: log((total + 1) / (times + 0.5)) / rarest for concept, times in seen.items()}
        heavy = {concept: max(rarity, 0.05) for concept, rarity in self.rare.items()}
        self.heavy = heavy | {concept: LIGHTLY * heavy.get(concept, 1.0) for concept in self.light}
        self.forms = {form.text: form.stem for form in self.written}
        self.names, self.openers = self._written_with_capital(named)
        self.written.clear()
        self.opening.clear()
        self.small.clear()
        self.titled.clear()
        self.near.add(word for word in {*self.forms, *english.EVERYDAY} if len(word) > 2 and not word[0].isdigit())

    def _written_with_capital(self, named: Container[Concept]) -> tuple[set[str], set[str]]:
        """The stems that inside a text have a capital, or as a whole name, and hardly ever none; and those for which this holds only where they open a name."""
        small, capital = Counter[str](), Counter[str]()
        for form, times in self.written.items():
            if form.capital:
                capital[form.stem] += times - self.opening[form]
            else:
                small[form.stem] += times - (self.small[form] if form.stem in named else 0)
        months = {stem(month) for month in english.MONTHS}
        names = {word for word, times in capital.items() if times > 6 * small[word]} - months
        opening = (
            {word for word, times in self.titled.items() if times + capital[word] > 6 * small[word]} - names - months
        )
        return names | (opening & self.single), opening - self.single

    def rarity(self, concept: Concept) -> float:
        """Inverse document frequency (Spärck Jones 1972), from 0 (in every fact) to 1 (in one, or in none)."""
        return self.rare.get(concept, 1.0)

    def shares(self, phrasings: Sequence[Phrasing]) -> dict[Concept, tuple[float, ...]]:
        """Each concept of some ways of asking with its share of the whole of each, rare ones the most."""
        none = [0.0] * len(phrasings)
        found = {concept: none.copy() for concept in dict.fromkeys(chain.from_iterable(phrasings))}
        heavy = {concept: self.heavy.get(concept, 1.0) for concept in found}
        for place, phrasing in enumerate(phrasings):
            whole = sum(map(heavy.__getitem__, phrasing))
            for concept in phrasing:
                found[concept][place] = heavy[concept] / whole
        return {concept: tuple(shares) for concept, shares in found.items()}

    def most_said(self, phrasings: Iterable[Phrasing], said: Mapping[Concept, float]) -> float:
        """How much is said of the way of asking of which the most is said, rare words counting more."""
        return max((self._said_of(phrasing, said) for phrasing in phrasings if phrasing), default=0.0)

    def _said_of(self, phrasing: Phrasing, said: Mapping[Concept, float]) -> float:
        heavy = self.heavy
        told = whole = 0.0
        for concept in phrasing:
            weight = heavy.get(concept, 1.0)
            whole += weight
            if concept in said:
                told += weight * said[concept]
        return told / whole

    def tells(self, word: str) -> bool:
        """Whether an English word, or one that it is related to, stands in a fact."""
        return any(other in self.seen for other in (stem(word), *RELATED.get(stem(word), ())))

    def knows(self, word: Word) -> bool:
        return word.stem in self.seen or word.stem in self.groups

    def meant(self, word: Word) -> list[str]:
        """What a word that is neither known nor English may be a typing error of, likeliest first. Never a number."""
        if word.is_number or len(word.text) < 3:
            return []
        if english.is_english(word.text):
            return [] if english.is_common(word.text) else self._likelier(word.text)
        # of a rare word or a foreign name: only if it is long and all but right, or two letters are swapped
        if english.zipf(word.text):
            near = self.near.of(word.text, most=1) if len(word.text) > 3 else []
            near = [other for other in near if len(word.text) > 5 or sorted(other) == sorted(word.text)]
        else:
            near = self.near.at_one(word.text) if len(word.text) > 3 else []
            near = near or [other for other in english.nearly_english(word.text) if self.tells(other)][:1]
            near = near or self.near.of(word.text)
        return sorted(
            near,
            key=lambda other: (other[0] != word.text[0], other in english.EVERYDAY, -self.seen.get(stem(other), 0)),
        )

    def _likelier(self, word: str) -> list[str]:
        """The one known word that an uncommon English one, unknown here, may be an error of: "boarder" of "border"."""
        near = self.likely(word, self.near.of(word, most=1))
        return near if len(near) == 1 and len(word) >= LONG_ENOUGH else []

    def likely(self, word: str, near: Iterable[str]) -> list[str]:
        """Those that an English word may be an error of: known here and begun alike, and no name of a place or person."""
        return [
            other
            for other in near
            if other[0] == word[0]
            and stem(other) in self.seen
            and (stem(other) not in self.names or other in english.LIGHT)
        ]

    def split(self, word: Word) -> tuple[str, str] | None:
        """ "chinalaos" -> "china", "laos": two known words that lost the space between them."""
        if english.zipf(word.text):
            return None
        for cut in range(3, len(word.text) - 2):
            parts = word.text[:cut], word.text[cut:]
            if all(part in self.forms and self.forms[part] in self.seen for part in parts):
                return parts
        return None
