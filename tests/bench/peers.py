"""The peers: what else people build such a bot on. Each gets the same texts of the same facts, in the form that serves it best.

An engine is a function: knowledge -> `ask`; `ask` gives the id of the best fact and a score, the higher the surer.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from itertools import chain

import bm25s
import numpy
import Stemmer
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process
from sklearn.feature_extraction.text import TfidfVectorizer

from knowledge.model import Fact, Knowledge

Guess = tuple[str | None, float]
Ask = Callable[[str], Guess]
Engine = Callable[[Knowledge], Ask]


def texts(fact: Fact) -> list[str]:
    """What people may call a fact: its subject's names, its measure, its ways of asking."""
    return [*fact.subject.names, fact.measure, *fact.ask]


def wratio(knowledge: Knowledge) -> Ask:
    """rapidfuzz's WRatio, the usual fuzzy bot: a scan over the title and the ways of asking, the best of which counts."""
    facts = knowledge.facts.values()
    titles = ((fact.id, f"{name} {fact.measure}") for fact in facts for name in fact.subject.names)
    asks = ((fact.id, ask) for fact in facts for ask in fact.ask)
    return _scan(fuzz.WRatio, list(chain(titles, asks)))


def token_set_ratio(knowledge: Knowledge) -> Ask:
    """rapidfuzz's token_set_ratio: a scan over all of a fact's texts as one, which it serves better than each alone."""
    return _scan(fuzz.token_set_ratio, [(fact.id, " ".join(texts(fact))) for fact in knowledge.facts.values()])


def _scan(scorer: Callable[..., float], held: list[tuple[str, str]]) -> Ask:
    ids = [id for id, _ in held]
    choices = [default_process(text) for _, text in held]

    def ask(question: str) -> Guess:
        found = process.extractOne(default_process(question), choices, scorer=scorer)
        return (ids[found[2]], found[1]) if found else (None, 0.0)

    return ask


def bm25(knowledge: Knowledge) -> Ask:
    """bm25s (Lucene's BM25) over stemmed words, English stop words left out."""
    ids = list(knowledge.facts)
    stems = Stemmer.Stemmer("english").stemWords

    def stemmed(them: list[str]) -> list[list[str]]:
        found = bm25s.tokenize(them, stopwords="en", stemmer=stems, return_ids=False, show_progress=False)
        return list(found)

    engine = bm25s.BM25()
    engine.index(stemmed([" ".join(texts(fact)) for fact in knowledge.facts.values()]), show_progress=False)

    def ask(question: str) -> Guess:
        known = [[word for word in stemmed([question])[0] if word in engine.vocab_dict]]
        if not known[0]:
            return None, 0.0
        places, scores = engine.retrieve(known, k=1, show_progress=False)
        return ids[int(places[0, 0])], float(scores[0, 0])

    return ask


def fts5(knowledge: Knowledge) -> Ask:
    """SQLite's full-text search: Porter stems, any of the words, its own BM25."""
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table facts using fts5(id unindexed, text, tokenize = 'porter unicode61')")
    rows = ((fact.id, " ".join(texts(fact))) for fact in knowledge.facts.values())
    database.executemany("insert into facts values (?, ?)", rows)

    def ask(question: str) -> Guess:
        either = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
        best = "select id, -rank from facts where facts match ? order by rank limit 1"
        return database.execute(best, [either or '""']).fetchone() or (None, 0.0)

    return ask


def char_tfidf(knowledge: Knowledge) -> Ask:
    """scikit-learn's TF-IDF over two to four characters inside words: cosine with every fact."""
    ids = list(knowledge.facts)
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, dtype=numpy.float32)
    held = vectors.fit_transform(" ".join(texts(fact)) for fact in knowledge.facts.values())

    def ask(question: str) -> Guess:
        likeness = (held @ vectors.transform([question]).T).toarray().ravel()
        best = int(likeness.argmax())
        return ids[best], float(likeness[best])

    return ask


PEERS: dict[str, Engine] = {
    "rapidfuzz WRatio": wratio,
    "rapidfuzz token_set_ratio": token_set_ratio,
    "bm25s, stemmed": bm25,
    "SQLite FTS5": fts5,
    "TF-IDF of characters": char_tfidf,
}
