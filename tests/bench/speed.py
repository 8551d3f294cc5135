"""How long one question takes, how long the engine takes to build, and the memory it holds, at a given number of facts.

Each engine is measured in a process of its own. Times are processor time of the one thread that works, so that a busy
machine disturbs them little; each question is asked once, so that no cache makes the second time look like the first.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from statistics import median, quantiles
from time import thread_time

import psutil

from knowledge.answer import answer
from knowledge.library import served, undisturbed
from knowledge.model import Knowledge
from tests.bench.invented import knowledge_of, questions_about
from tests.bench.peers import PEERS

SIZES = (1_000, 10_000, 100_000)
QUESTIONS = 1_000  # asked at most …
PATIENCE = 10.0  # … in so many seconds of processor time: a scan of 100,000 facts is asked a few only
FEWEST = 5

SCAN = "rapidfuzz WRatio"


def factbox(knowledge: Knowledge) -> Callable[[str], object]:
    with undisturbed():  # as the bot does it
        index = served(knowledge).index
    return lambda question: answer(question, index)


ENGINES: dict[str, Callable[[Knowledge], Callable[[str], object]]] = {"Factbox": factbox, **PEERS}


@dataclass(frozen=True, slots=True)
class Speed:
    """What was measured of one engine: seconds a question, seconds to build, bytes held."""

    engine: str
    facts: int
    took: tuple[float, ...]
    build: float
    memory: int

    @property
    def median(self) -> float:
        return median(self.took)

    @property
    def p99(self) -> float | None:
        """The time that one question in a hundred exceeds; None of fewer than a hundred questions."""
        return quantiles(self.took, n=100)[98] if len(self.took) >= 100 else None


def measured(engine: str, facts: int) -> Speed:
    """Measures one engine, in a fresh process that ends with it."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_measured_here, engine, facts).result()


def _measured_here(engine: str, facts: int) -> Speed:
    knowledge = knowledge_of(facts)
    questions = [question.text for question in questions_about(knowledge, QUESTIONS)]
    before, begun = _held(), thread_time()
    ask = ENGINES[engine](knowledge)
    build = thread_time() - begun
    memory = _held() - before
    return Speed(engine, facts, tuple(_times(ask, questions)), build, memory)


def _held() -> int:
    """Bytes of memory that the process holds."""
    gc.collect()
    return int(psutil.Process().memory_info().rss)


def _times(ask: Callable[[str], object], questions: list[str]) -> Iterator[float]:
    spent = 0.0
    for number, question in enumerate(questions):
        if spent > PATIENCE and number >= FEWEST:
            return
        begun = thread_time()
        ask(question)
        took = thread_time() - begun
        spent += took
        yield took
