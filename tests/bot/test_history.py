"""The history is bounded: old revisions lose their files, and never who made them, when and why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.keeping.keeper import Kept
from bot.store.history import not_now, prune
from bot.store.tables import AUDIT, TEXTS
from handlers.keeping import Revision
from knowledge.edit import Draft, judged
from tests.aids.keeping import ANNA, Way, corrected, draft, keeping, settings_of

EDITS = 6


@pytest.fixture(params=["folder", "database"])
def keeper(request: pytest.FixtureRequest, database: str, tmp_path: Path) -> Iterator[Kept]:
    """A knowledge base that was edited six times."""
    way: Way = request.param
    with keeping(settings_of(database, way, tmp_path)) as keeper:
        for number in range(EDITS):
            publish(keeper, f"1.{number + 3} million people")
        yield keeper


def publish(keeper: Kept, figure: str) -> None:
    assert isinstance(keeper.publish(draft(keeper, corrected(figure)), ANNA, f"now {figure}"), Revision)


def pruned(keeper: Kept, keep: int) -> None:
    with keeper._store.writing() as connection:
        prune(keep, connection)


def count(keeper: Kept, table: object) -> int:
    with keeper._store.engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())  # type: ignore[arg-type]


def test_the_newest_come_back_and_the_others_are_still_told_of(keeper: Kept) -> None:
    before = keeper.history()
    kept = {each.number: keeper.files_of(each.number) for each in before[:3]}

    pruned(keeper, 3)

    assert keeper.history() == before
    assert {number: keeper.files_of(number) for number in kept} == kept
    for old in before[3:]:
        with pytest.raises(LookupError, match=f"revision {old.number} is too old: its files are not kept any more"):
            keeper.files_of(old.number)


def test_texts_go_and_the_audit_stays(keeper: Kept) -> None:
    texts, acts = count(keeper, TEXTS), count(keeper, AUDIT)

    pruned(keeper, 3)

    assert (count(keeper, TEXTS), count(keeper, AUDIT)) == (texts - 4, acts)
    assert acts == EDITS


def test_however_often_one_edits_no_more_texts_are_kept(keeper: Kept) -> None:
    pruned(keeper, 3)
    bound = count(keeper, TEXTS)

    for number in range(10):
        publish(keeper, f"2.{number} million people")
        pruned(keeper, 3)

    assert count(keeper, TEXTS) == bound


def test_what_is_not_yet_old_is_left_alone(keeper: Kept) -> None:
    texts = count(keeper, TEXTS)

    pruned(keeper, 50)

    assert count(keeper, TEXTS) == texts
    assert keeper.files_of(1)


def test_a_text_that_was_forgotten_may_come_again(keeper: Kept) -> None:
    first = keeper.files_of(1)
    pruned(keeper, 2)

    back = judged(keeper.files(), first)
    assert isinstance(back, Draft)
    assert isinstance(keeper.publish(back, ANNA, "as it was"), Revision)

    assert keeper.files() == first
    assert keeper.files_of(keeper.history(1)[0].number) == first


def test_whoever_began_with_what_is_too_old_sees_only_that_it_was_overtaken(keeper: Kept) -> None:
    oldest = keeper.history()[-1].revision
    pruned(keeper, 2)

    overtaken = keeper.overtaken(oldest)

    assert overtaken is not None
    assert overtaken.difference == ""
    assert len(overtaken.since) == EDITS


def test_nothing_is_pruned_while_somebody_publishes(keeper: Kept) -> None:
    store = keeper._store
    if store.engine.dialect.name == "sqlite":
        pytest.skip("SQLite has one writer at a time")
    with store.writing() as publishing:
        not_now(publishing)
        pruned(keeper, 2)

    assert keeper.files_of(1)
