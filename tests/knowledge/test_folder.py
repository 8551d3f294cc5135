"""A folder on disk: what is read, what is not, and what cannot be. Whatever stands there, it is told and never raised."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from shutil import copy, copytree

import pytest

from knowledge.folder import files_in
from knowledge.read import read
from knowledge.read.decode import MAX_BYTES
from tests.bases import RURITANIA

FACTS = "facts/country.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copytree(RURITANIA, tmp_path / "ruritania")


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in read(files_in(folder))[1]]


def test_every_file_of_a_knowledge_base_is_read(folder: Path) -> None:
    assert sorted(files_in(folder)) == sorted(str(path.relative_to(RURITANIA)) for path in RURITANIA.rglob("*.yaml"))


@pytest.mark.parametrize(
    "name", [".country.yaml.swp", "#country.yaml#", "country.yaml~", "~$country.yaml", "README.md", ".yaml"]
)
def test_what_editors_leave_behind_is_passed_over(folder: Path, name: str) -> None:
    (folder / "facts" / name).write_text("no: [yaml", encoding="utf-8")

    assert told(folder) == []


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("facts/towns.yml", "rename it to facts/towns.yaml"),
        ("facts/towns.YAML", "rename it to facts/towns.yaml"),
        ("facts/towns.yaml.txt", "rename it to facts/towns.yaml"),
        ("calibration.yml", "rename it to calibration.yaml"),
        ("facts/towns/north.yaml", "facts stand in facts/*.yaml, boxes in boxes/*.yaml"),
        ("towns.yaml", "facts stand in facts/*.yaml, boxes in boxes/*.yaml"),
    ],
)
def test_a_file_that_is_not_read_is_doubted(folder: Path, name: str, cure: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("&a [*a]", encoding="utf-8")

    assert told(folder) == [f"{name}: doubt: this file is not read: {cure}"]


@pytest.mark.parametrize("name", ["questions.yml", "questions.yaml.bak", "questions.yaml.orig"])
def test_a_copy_beside_a_file_is_not_to_take_its_name(folder: Path, name: str) -> None:
    copy(folder / "questions.yaml", folder / name)

    assert told(folder) == [f"{name}: doubt: this file is not read, questions.yaml is: delete it, or keep it elsewhere"]


def test_a_folder_in_place_of_a_file_is_a_problem(folder: Path) -> None:
    (folder / FACTS).unlink()
    (folder / FACTS).mkdir()

    assert told(folder)[0] == f"{FACTS}: this file cannot be read: it is a folder"


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "facts" / "pipe.yaml")

    assert told(folder) == ["facts/pipe.yaml: this file cannot be read: it is no file but a device or a pipe"]


def test_a_device_is_not_read_for_ever(folder: Path) -> None:
    (folder / "facts" / "zero.yaml").symlink_to("/dev/zero")

    assert told(folder) == ["facts/zero.yaml: this file cannot be read: it is no file but a device or a pipe"]


def test_a_socket_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "facts")  # the path of a socket may not be long
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("door.yaml")

        assert told(folder) == ["facts/door.yaml: this file cannot be read: it is no file but a device or a pipe"]


def test_a_link_is_followed(folder: Path) -> None:
    (folder / FACTS).rename(folder / "elsewhere")
    (folder / FACTS).symlink_to("../elsewhere")

    assert told(folder) == []


def test_a_folder_that_is_a_link_is_followed(folder: Path) -> None:
    (folder / "facts").rename(folder / "elsewhere")
    (folder / "facts").symlink_to("elsewhere")

    assert told(folder) == []


def test_a_link_to_nothing_is_a_problem(folder: Path) -> None:
    (folder / "facts" / "lost.yaml").symlink_to("nowhere")

    assert told(folder) == ["facts/lost.yaml: this file cannot be read: no such file or directory"]


def test_a_link_to_itself_is_a_problem(folder: Path) -> None:
    (folder / "facts" / "ring.yaml").symlink_to("ring.yaml")

    assert told(folder) == ["facts/ring.yaml: this file cannot be read: too many levels of symbolic links"]


def test_a_link_to_the_folder_above_is_not_followed_for_ever(folder: Path) -> None:
    (folder / "facts" / "up").symlink_to("..")

    assert told(folder) == []


def test_a_file_that_may_not_be_read_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def barred(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", barred)  # root, who runs these tests in a container, may read everything

    assert f"{FACTS}: this file cannot be read: permission denied" in told(folder)


def test_a_folder_that_may_not_be_listed_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_list = os.scandir

    def guarded(place: str) -> object:
        if Path(place).name == "facts":
            raise PermissionError(13, "Permission denied", place)
        return really_list(place)

    monkeypatch.setattr(os, "scandir", guarded)

    assert told(folder)[0] == "facts/: this folder cannot be read: permission denied"


def test_of_a_huge_file_no_more_is_read_than_shows_its_size(folder: Path) -> None:
    with (folder / "facts" / "huge.yaml").open("wb") as file:
        file.truncate(10_000_000_000)

    assert len(files_in(folder)["facts/huge.yaml"]) == MAX_BYTES + 1  # type: ignore[arg-type]
    assert told(folder) == ["facts/huge.yaml:1: the file has more than 2,000,000 bytes: split it"]


def test_a_name_that_is_not_utf_8_is_no_trouble(folder: Path) -> None:
    os.rename(os.fsencode(folder / FACTS), os.fsencode(folder / "facts") + b"/caf\xe9.yaml")

    assert told(folder) == []


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert files_in(tmp_path / "nowhere") == {}
