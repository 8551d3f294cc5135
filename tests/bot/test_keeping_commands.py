"""`python -m bot history | diff | rollback | pull | push | export | import`: what is typed, and what is told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from bot.commands import run
from bot.settings import Settings
from knowledge.folder import files_in
from knowledge.read import revision_of
from tests.aids.keeping import ANNA, corrected, draft, keeping, settings_of
from tests.bases import RURITANIA

FIRST = revision_of(files_in(RURITANIA))
COUNTRY = "facts/country.yaml"
TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
Typed = Callable[..., list[str]]


@pytest.fixture
def settings(database: str, tmp_path: Path) -> Settings:
    """A knowledge base in a database, begun with Ruritania."""
    return settings_of(database, "database", tmp_path)


@pytest.fixture
def typed(settings: Settings, capsys: pytest.CaptureFixture[str]) -> Typed:
    """What a command tells: its results, or with `fails` what it says instead."""

    def typed(*arguments: str, fails: bool = False, settings: Settings = settings) -> list[str]:
        code = run(arguments, settings)
        said = capsys.readouterr()
        assert (code, bool(said.err)) == ((1, True) if fails else (0, False)), said
        return TIME.sub("TIME", said.err if fails else said.out).splitlines()

    return typed


def in_slack(settings: Settings, figure: str) -> None:
    """Anna changes a figure from Slack."""
    with keeping(settings) as keeper:
        keeper.publish(draft(keeper, corrected(figure)), ANNA, "the census")


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / COUNTRY
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


# Between a folder and the database


def test_the_first_push_fills_the_database(typed: Typed) -> None:
    assert typed("push") == [f"revision 1 ({FIRST}) is the present one"]
    assert typed("push") == [f"revision 1 ({FIRST}) is the present one: nothing differed"]


def test_what_was_changed_in_slack_is_pulled_edited_and_pushed(typed: Typed, settings: Settings) -> None:
    typed("push")
    in_slack(settings, "1.3 million people")

    assert typed("pull")[0].startswith(f"{settings.knowledge} holds revision 2 (")
    edit(settings.knowledge, "1.3 million", "1.4 million")
    assert typed("push")[0].startswith("revision 3 (")
    assert [line for line in typed("diff") if line[0] in "+-"][2:] == [
        '-        - figure: "1.3 million people"',
        '+        - figure: "1.4 million people"',
    ]


def test_push_does_not_overwrite_what_was_edited_since(typed: Typed, settings: Settings) -> None:
    typed("push")
    in_slack(settings, "1.3 million people")
    edit(settings.knowledge, "1.1 million", "1.0 million")

    told = typed("push", fails=True)

    assert told[:2] == ["it was edited meanwhile:", "revision 2 by T1/UANNA: the census"]
    assert '-        - figure: "1.2 million people"' in told
    assert '+        - figure: "1.3 million people"' in told
    assert told[-1] == (
        "nothing was changed: pull into an empty folder (python -m bot pull DIR), put your changes there, and push that"
    )
    with keeping(settings) as keeper:
        assert len(keeper.history()) == 2


def test_a_folder_that_tells_no_revision_is_not_pushed_unless_one_is_named(typed: Typed, tmp_path: Path) -> None:
    typed("push")
    copytree(RURITANIA, tmp_path / "clone")
    edit(tmp_path / "clone", "1.1 million", "1.0 million")
    clone = str(tmp_path / "clone")

    assert typed("push", clone, fails=True)[0].startswith(
        f"{clone} does not tell which revision its files were made from"
    )
    assert typed("push", clone, "--from", "7", fails=True) == [
        "there is no revision 7: `python -m bot history` lists them"
    ]
    assert typed("push", clone, "--from", "1")[0].startswith("revision 2 (")


def test_pull_does_not_overwrite_what_nobody_pushed(typed: Typed, settings: Settings) -> None:
    typed("push")
    in_slack(settings, "1.3 million people")
    edit(settings.knowledge, "1.1 million", "1.0 million")
    mine = files_in(settings.knowledge)

    told = typed("pull", fails=True)

    assert '+        - figure: "1.0 million people"' in told
    assert told[-1].startswith("these files were changed here and are in no revision; push them first")
    assert files_in(settings.knowledge) == mine


def test_pull_into_an_empty_folder_is_all_of_it(typed: Typed, tmp_path: Path) -> None:
    typed("push")

    typed("pull", str(tmp_path / "new" / "one"))

    assert files_in(tmp_path / "new" / "one") == files_in(RURITANIA)


def test_a_broken_folder_is_not_pushed(typed: Typed, settings: Settings) -> None:
    typed("push")
    edit(settings.knowledge, 'as_of: "2024-05-31"', 'as_off: "2024-05-31"')

    assert typed("push", fails=True) == [
        "facts/country.yaml:17: ruritania/population: there is no key `as_off` here — did you mean 'as_of'?",
        "nothing was changed: mend this, and try again",
    ]


def test_a_folder_is_edited_where_it_is(typed: Typed, settings: Settings) -> None:
    ours = replace(settings, kept_in_database=False)

    assert typed("pull", fails=True, settings=ours) == [
        f"the knowledge base is kept in the folder {settings.knowledge}: edit the files there; "
        "pull and push are for KNOWLEDGE_KEPT_IN=database"
    ]


def test_an_empty_database_or_folder_is_told(typed: Typed, tmp_path: Path) -> None:
    assert typed("pull", fails=True) == [
        "the database holds no knowledge base yet: python -m bot push brings one there"
    ]
    assert typed("push", str(tmp_path / "no"), fails=True)[0].endswith(
        "there is no knowledge base in this folder; name another one: python -m bot push DIR"
    )


# History


def test_history_tells_who_changed_what_and_why(typed: Typed, settings: Settings) -> None:
    typed("push")
    in_slack(settings, "1.3 million people")

    first, second = typed("history")

    assert re.fullmatch(r"    2  TIME  \w{12}  T1/UANNA: the census", first)
    assert second == f"    1  TIME  {FIRST}  an operator: pushed from kb"
    assert typed("history", "-n", "1") == [first]


def test_a_rollback_is_a_revision_more(typed: Typed, settings: Settings) -> None:
    typed("push")
    in_slack(settings, "1.3 million people")

    assert typed("rollback", "1") == [f"revision 3 ({FIRST}) is the present one; running bots serve it within seconds"]
    assert typed("diff", "1", "3") == ["nothing differs"]
    assert typed("rollback", "1") == ["nothing differs from what is held"]
    assert typed("rollback", "9", fails=True) == ["there is no revision 9: `python -m bot history` lists them"]


def test_a_folder_has_its_history_too(typed: Typed, settings: Settings) -> None:
    ours = replace(settings, kept_in_database=False)
    before = files_in(settings.knowledge)
    in_slack(ours, "1.3 million people")

    assert len(typed("history", settings=ours)) == 2
    typed("rollback", "1", settings=ours)
    assert files_in(settings.knowledge) == before


# JSON


def test_an_import_says_what_it_adds_and_changes(typed: Typed, tmp_path: Path) -> None:
    typed("push")
    lines = [
        {"kind": "fact", "id": "ruritania/area", "note": "Without the lakes."},
        {"kind": "source", "id": "atlas", "title": "Atlas"},
    ]
    (tmp_path / "lines.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    told = ["line 1: changes fact ruritania/area: note", "line 2: adds source atlas"]

    assert typed("import", "--dry-run", str(tmp_path / "lines.jsonl")) == [
        *told,
        "nothing was changed: leave out --dry-run to take them in",
    ]
    assert typed("import", str(tmp_path / "lines.jsonl"))[:2] == told
    assert typed("import", str(tmp_path / "lines.jsonl")) == ["nothing differs from what is held"]
    assert any('"note": "Without the lakes."' in line for line in typed("export"))


def test_an_import_with_a_mistake_changes_nothing_and_tells_every_line(
    typed: Typed, settings: Settings, tmp_path: Path
) -> None:
    typed("push")
    lines = [
        '{"kind": "source", "id": "atlas", "title": "Atlas"}',
        "{",
        '{"kind": "fact", "id": "nowhere/lakes", "measure": "lakes"}',
    ]
    (tmp_path / "lines.jsonl").write_text("\n".join(lines), encoding="utf-8")

    assert typed("import", str(tmp_path / "lines.jsonl"), fails=True) == [
        "line 2: refused: this line is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        "line 3: refused: nowhere: there is no such subject (any more)",
        "nothing was changed: mend these lines and import all of them again",
    ]
    (tmp_path / "lines.jsonl").write_text(
        '{"kind": "fact", "id": "ruritania/area", "review_by": "soon"}', encoding="utf-8"
    )
    assert typed("import", str(tmp_path / "lines.jsonl"), fails=True)[0] == (
        "line 1: refused: ruritania/area: `review_by`: 'soon' is no date: "
        "write 2024, 2024-05, 2024-05-31, 2024-H1 or 2024-Q3"
    )
    with keeping(settings) as keeper:
        assert len(keeper.history()) == 1


def test_a_file_that_is_not_there_is_told(typed: Typed, tmp_path: Path) -> None:
    typed("push")

    assert typed("import", str(tmp_path / "no"), fails=True) == [
        f"{tmp_path / 'no'} cannot be read: no such file or directory"
    ]
