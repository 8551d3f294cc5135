"""How many facts or figures are held, in all or on a topic: counted, not guessed."""

from __future__ import annotations

import re

from knowledge.calculate.asking import SOURCE, without_sources
from knowledge.match import Asked, Index, read_question
from knowledge.match.asked.terms import RATHER, Term
from knowledge.match.indexing.entry import Entry
from knowledge.match.indexing.reading import concepts_of
from knowledge.match.language import english
from knowledge.match.language.turns import turn
from knowledge.model import Fact, Source
from knowledge.outcome import CalculatedAnswer, Found, Unknown
from knowledge.plural import number_of

WHAT = r"how many (?:different |distinct )?(?P<what>facts?|figures?|data ?points?|stat(?:s|istics)|numbers)"
HOLD = r"(?:hold|have|know|got|keep|store|cover)"
HELD = (
    rf"(?:(?:do|can|does) (?:you|fact ?box|the bot|this bot) (?:actually |currently )?{HOLD}|have you(?: got)?|you(?:'ve| have)? {HOLD}"
    r"|are (?:there )?(?:held |stored )?in (?:your|the|this) (?:knowledge base|fact ?box|database)|are held)"
)
ABOUT = r"(?: (?:on|about|for|regarding|concerning|from|in|of|that mention) (?P<topic{n}>.+?))?"
COUNT = turn(
    "facts figures data datapoints statistics numbers",
    rf"\b{WHAT}{ABOUT.format(n=1)} {HELD}(?: (?:in total|altogether|in all))?{ABOUT.format(n=2)}[\s?!.]*$",
    re.IGNORECASE,
)

SEVERAL = re.compile(r"\b(?:and|or)\b|[,&]", re.IGNORECASE)  # several topics, which are not counted as one


def counted(asked: Asked, index: Index) -> Found | Unknown | None:
    """The number of facts and figures held; None if the question does not ask for that."""
    found = COUNT.search(asked.text, asked.begins)
    if not found:
        return None
    topic = (found["topic1"] or found["topic2"] or "").strip(" \"'“”‘’")
    sources, bare = without_sources(topic, index)
    terms = _telling(bare.replace(SOURCE, " "), index)
    if topic and not (terms or sources):
        return None
    facts = [entry.fact for entry in _on(terms, index)]
    held = [(fact, number) for fact in facts if (number := _figures(fact, sources))]
    if not held and SEVERAL.search(topic):
        return None
    return _told(held, topic, figures_first=found["what"][:4].lower() != "fact")


def _telling(topic: str, index: Index) -> tuple[Term, ...]:
    terms = read_question(topic, index).terms if topic.strip() else ()
    return tuple(term for term in terms if term.word.text not in english.CHAT)


def _on(terms: tuple[Term, ...], index: Index) -> list[Entry]:
    """The facts whose subject, topic or measure says every word."""
    return [entry for entry in index.entries if all(_says(entry, term, index) for term in terms)]


def _says(entry: Entry, term: Term, index: Index) -> bool:
    meant = {concept for concept, sure in term.means.items() if sure > RATHER and concept in entry.explains}
    fact = entry.fact
    texts = (fact.subject.topic or "", fact.measure) if meant else ()
    return not meant.isdisjoint(entry.named.union(*(concepts_of(text, index.lexicon) for text in texts)))


def _figures(fact: Fact, sources: tuple[Source, ...]) -> int:
    """How many figures of a fact stand in the sources that are named, or in any."""
    return sum(not sources or figure.citation.source in sources for figure in fact.figures)


def _told(held: list[tuple[Fact, int]], topic: str, *, figures_first: bool) -> Found | Unknown:
    if not held:
        return Unknown()
    facts, figures = number_of(len(held), "fact"), number_of(sum(number for _, number in held), "figure")
    subjects = number_of(len({fact.subject.id for fact, _ in held}), "subject")
    result = f"{figures} in {facts}" if figures_first else f"{facts} with {figures}"
    title = f"held on “{topic}”" if topic else "held in all"
    listed = tuple(fact for fact, _ in held) if topic else ()
    return Found((CalculatedAnswer(title, f"{result}, of {subjects}", (), listed, "count"),))
