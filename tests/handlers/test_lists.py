"""The admins' long lists come in parts: nothing that is held is out of reach."""

from __future__ import annotations

import pytest

from handlers.admin.forms import words
from handlers.admin.parts import in_parts, part_in
from handlers.office import Act
from handlers.person import Person
from knowledge.library import opened
from tests.aids.bureau import BOSS, Bureau

BOX = """
box-{number:03}:
  title: "Box {number}"
  cite: "yearbook-2023 II.1"
  summary: "In short."
  facts:
    - "zenda-dam/height"
"""
SOURCE = """
source-{number:03}:
  title: "Document {number}"
"""


def hold_more(ours: Bureau, file: str, entry: str, number: int = 130) -> None:
    """Editors add so many entries to a file."""
    path = ours.library.shelf.path / file  # type: ignore[attr-defined]
    path.write_text(path.read_text() + "".join(entry.format(number=each) for each in range(number)))
    ours.library.serve(opened(ours.library.shelf.files()))


@pytest.mark.parametrize(
    ("label", "file", "entry", "name", "held"),
    [("Boxes", "boxes/railway.yaml", BOX, "Box", 131), ("Sources", "sources.yaml", SOURCE, "Document", 132)],
)
def test_every_entry_is_reached_part_by_part(
    ours: Bureau, label: str, file: str, entry: str, name: str, held: int
) -> None:
    hold_more(ours, file, entry)
    ours.command("/fact admin")
    ours.press(label)
    seen = ours.shown
    assert f"1 to 20 of {held}" in seen

    for _ in range(6):
        ours.press("Next")
        seen += ours.shown

    assert f"121 to {held} of {held}" in ours.shown
    assert all(f"{name} {number}\n" in seen for number in range(130))
    assert "\nNext\n" not in ours.shown

    ours.press("Previous")
    assert f"101 to 120 of {held}" in ours.shown


def test_an_entry_far_down_the_list_can_be_edited(ours: Bureau) -> None:
    hold_more(ours, "sources.yaml", SOURCE)
    ours.command("/fact admin")
    ours.press("Sources")
    for _ in range(6):
        ours.press("Next")

    ours.press("Edit a source")

    assert "source-118" in ours.shown


def test_the_audit_comes_in_parts_too(ours: Bureau) -> None:
    for number in range(45):
        ours.desk.memory.office.ledger.note(Person("T1", BOSS), Act("change fact", f"dam-{number}/height"))
    ours.command("/fact admin")
    ours.press("What was done")
    assert "dam-44/height" in ours.shown

    ours.press("Next")
    ours.press("Next")

    assert "41 to 45 of 45" in ours.shown
    assert "dam-0/height" in ours.shown


@pytest.mark.parametrize(
    ("entries", "part", "shown"),
    [
        (0, 0, ["Nothing."]),
        (0, 9, ["Nothing."]),
        (20, 0, [str(number) for number in range(20)]),
        (21, 0, ["1 to 20 of 21", *(str(number) for number in range(20))]),
        (21, 1, ["21 to 21 of 21", "20"]),
        (21, 7, ["21 to 21 of 21", "20"]),
        (21, -3, ["1 to 20 of 21", *(str(number) for number in range(20))]),
    ],
)
def test_a_part_that_is_not_there_any_more_is_the_last(entries: int, part: int, shown: list[str]) -> None:
    view = in_parts("A list", [[words(str(number))] for number in range(entries)], part, "list", "Nothing.")

    assert [block["text"]["text"] for block in view["blocks"] if block["type"] == "section"] == shown


@pytest.mark.parametrize(("value", "part"), [("2", 2), ("", 0), (None, 0), ("-1", 0), ("x", 0), ("9" * 99, 0)])
def test_a_client_asks_for_a_part_or_for_the_first(value: str | None, part: int) -> None:
    assert part_in({"value": value}) == part
