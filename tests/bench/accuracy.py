"""Who finds the right figure, and who keeps quiet: Factbox and its peers on the labelled questions of a knowledge base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.calibration import grade
from knowledge.findings import finding
from knowledge.match import Index, free_first, matches, read_question
from knowledge.match.weighing.confidence import confidence, evidence
from knowledge.model import NOTHING, Knowledge, LabelledQuestion, Tally
from tests.bench.peers import PEERS, Ask, Engine, Guess
from tests.bench.quiet import quiet_above

FACTBOX = "Factbox"


@dataclass(frozen=True, slots=True)
class Exam:
    """The labelled questions that every engine can be asked: those that find one fact, and near misses."""

    held: tuple[LabelledQuestion, ...]
    near_misses: tuple[LabelledQuestion, ...]

    @classmethod
    def of(cls, knowledge: Knowledge) -> Exam:
        alone = [question for question in knowledge.questions if not question.context]
        return cls(
            held=tuple(each for each in alone if len(each.finds) == 1 and each.finds[0] in knowledge.facts),
            near_misses=tuple(each for each in alone if each.finds == (NOTHING,)),
        )


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of the questions whose figure is held."""

    engine: str
    always: float  # right if it always answers
    quiet: float  # right if it answers only from the lowest score that keeps figures from all but 2 % of near misses


def scores(knowledge: Knowledge, exam: Exam) -> list[Score]:
    engines: dict[str, Engine] = {FACTBOX: surest, **PEERS}
    return [_score(name, engine(knowledge), exam) for name, engine in engines.items()]


def surest(knowledge: Knowledge) -> Ask:
    """Factbox made to answer always: its best fact, and how sure it is of it. No rival holds it back, no box, no sum."""
    index = Index.of(knowledge)

    def ask(question: str) -> Guess:
        ranked = matches(read_question(question, index), index)
        best = next(free_first(ranked), None)
        if best is None:
            return None, 0.0
        return best.fact_id, confidence(evidence(ranked, best)) if best.free else 0.0

    return ask


def _score(name: str, ask: Ask, exam: Exam) -> Score:
    guesses = [(question.finds[0], *ask(question.ask)) for question in exam.held]
    loudest = quiet_above([ask(question.ask)[1] for question in exam.near_misses])
    right = [score for wanted, found, score in guesses if found == wanted]
    return Score(name, len(right) / len(guesses), sum(score > loudest for score in right) / len(guesses))


def shipped(knowledge: Knowledge, exam: Exam) -> tuple[Tally, Tally]:
    """Factbox as it is: what it answers to both kinds of question, boxes and sums included, at its own thresholds."""
    index = Index.of(knowledge)
    return _tally(exam.held, index), _tally(exam.near_misses, index)


def _tally(questions: Sequence[LabelledQuestion], index: Index) -> Tally:
    grades = [grade(question, finding(question, index)) for question in questions]
    return Tally(*(grades.count(each) for each in ("right", "offered", "missed", "wrong")))
