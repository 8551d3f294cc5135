"""The house keeps its walls: imports run one way, bot -> handlers -> knowledge."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Set
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests import HOUSE

MAY_IMPORT = {
    "knowledge": {"knowledge"},
    "handlers": {"handlers", "knowledge"},
    "bot": {"bot", "handlers", "knowledge"},
}
NOT_IN_THE_BRAIN = {"slack_bolt", "slack_sdk", "sqlalchemy", "socket", "http", "urllib", "requests"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def needed(path: Path, modules: Set[str]) -> set[str]:
    """The modules that a module takes names from, also where only a type checker looks."""
    froms = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)]
    names = [(node.module or "", f"{node.module}.{each.name}") for node in froms for each in node.names]
    return {name if name in modules else module for module, name in names} & modules


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_imports_run_one_way(room: str) -> None:
    rooms = set(MAY_IMPORT)

    crossed = {
        f"{path.relative_to(HOUSE)} imports {name}"
        for path in (HOUSE / room).rglob("*.py")
        for name in set(imported(path)) & rooms - MAY_IMPORT[room]
    }

    assert crossed == set()


FLOORS = ("language", "indexing", "asked", "weighing", "beyond")  # of the matcher, from below


@pytest.mark.parametrize("floor", FLOORS)
def test_the_floors_of_the_matcher_stand_on_those_below(floor: str) -> None:
    above = tuple(f"knowledge.match.{higher}" for higher in FLOORS[FLOORS.index(floor) + 1 :])
    paths = (HOUSE / "knowledge" / "match" / floor).rglob("*.py")
    froms = (node for path in paths for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    modules = {node.module or "" for node in froms if isinstance(node, ast.ImportFrom)}

    assert modules
    assert not [module for module in modules if above and module.startswith(above)]


def test_no_two_modules_need_each_other() -> None:
    paths = [path for room in MAY_IMPORT for path in (HOUSE / room).rglob("*.py")]
    modules = {
        ".".join(path.relative_to(HOUSE).with_suffix("").parts).removesuffix(".__init__"): path for path in paths
    }

    TopologicalSorter({name: needed(path, modules.keys()) for name, path in modules.items()}).prepare()


def test_the_brain_knows_no_slack_and_no_network() -> None:
    found = {name for path in (HOUSE / "knowledge").rglob("*.py") for name in set(imported(path)) & NOT_IN_THE_BRAIN}

    assert found == set()


def test_yaml_is_read_in_one_place() -> None:
    readers = {
        str(path.relative_to(HOUSE))
        for room in MAY_IMPORT
        for path in (HOUSE / room).rglob("*.py")
        if "yaml" in set(imported(path))
    }

    assert readers == {"knowledge/read/strict_yaml.py"}
