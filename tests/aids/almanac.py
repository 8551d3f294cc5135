"""A small knowledge base whose every figure, title and locator carries its version, and all the ways to change its files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from knowledge.answer import FactAnswer, Found, answer
from knowledge.cite import cite
from knowledge.library import Library

TOWERS = (
    "Adlersberg",
    "Birkenau",
    "Drosselhof",
    "Eichwald",
    "Falkenruh",
    "Grimsby",
    "Hohenau",
    "Kestrelford",
    "Lindorm",
    "Marlow",
)

Files = Mapping[str, str]
Write = Callable[[Path, Files], None]


def almanac(version: int, towers: tuple[str, ...] = TOWERS) -> Files:
    """The files of a version: each tower is that many meters high."""
    facts = "".join(_tower(name, version) for name in towers)
    sources = f'almanac:\n  title: "Almanac {version}"\n  issued: "2024"\nreview:\n  title: "A review"\n'
    return {"sources.yaml": sources, "facts/towers.yaml": facts}


def _tower(name: str, version: int) -> str:
    return (
        f'{name.lower()}-tower:\n  name: "{name} Tower"\n  facts:\n    height:\n      measure: "height of the tower"\n'
        f'      figures:\n        - figure: "{version} meters"\n          cite: "almanac {version}"\n'
    )


def question(number: int) -> str:
    return f"How high is the {TOWERS[number % len(TOWERS)]} Tower?"


def versions_in(reply: str) -> set[int]:
    """The versions that a reply was put together from: those of the figure, the title and the locator."""
    return {int(number) for number in re.findall(r"\b1\d{3}\b", reply)}


def versions_told(library: Library, number: int) -> set[int]:
    """The versions in the answer to a question; none if there is no answer."""
    outcome = answer(question(number), library.now.index)
    answers = outcome.answers if isinstance(outcome, Found) else ()
    figures = [figure for each in answers if isinstance(each, FactAnswer) for figure in each.figures]
    return {version for each in figures for version in versions_in(f"{each.printed} {cite(each.citation)}")}


def in_place(folder: Path, files: Files) -> None:
    """As `open('w')` does."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def by_rename(folder: Path, files: Files) -> None:
    """As careful editors do: a new file takes the old one's name."""
    for name, text in files.items():
        aside = folder / f"{name}.new"
        aside.write_text(text, encoding="utf-8")
        aside.replace(folder / name)


def like_vim(folder: Path, files: Files) -> None:
    """The old file becomes a backup, then a new one is written."""
    for name, text in files.items():
        backup = (folder / name).rename(folder / f"{name}~")
        (folder / name).write_text(text, encoding="utf-8")
        backup.unlink()


def like_cp_p(folder: Path, files: Files) -> None:
    """The size and the times stay as they were."""
    for name, text in files.items():
        before = (folder / name).stat()
        (folder / name).write_text(text, encoding="utf-8")
        os.utime(folder / name, ns=(before.st_atime_ns, before.st_mtime_ns))


def like_git(folder: Path, files: Files) -> None:
    """What a checkout does: the file goes, and comes again."""
    for name, text in files.items():
        (folder / name).unlink()
        (folder / name).write_text(text, encoding="utf-8")


def by_git(folder: Path, files: Files) -> None:
    """A checkout, where git is at hand."""
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    if not (folder / ".git").exists():
        subprocess.run([*git, "init", "--quiet"], check=True)
    in_place(folder, files)
    subprocess.run([*git, "add", "--all"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--allow-empty", "-m", "next"], check=True)
    subprocess.run([*git, "checkout", "--quiet", "--force", "HEAD~0"], check=True)


def like_kubernetes(folder: Path, files: Files) -> None:
    """Every name links into `..data`, and `..data` to a folder of this version: one link is swapped."""
    data, version = folder / "..data", len(list(folder.glob("..v*")))
    in_place(folder / f"..v{version}", files)
    (folder / "..next").symlink_to(f"..v{version}")
    os.replace(folder / "..next", data)
    for name in ("sources.yaml", "facts"):
        if not (folder / name).is_symlink():
            _removed(folder / name)
            (folder / name).symlink_to(f"..data/{name}")


def _removed(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


WAYS: tuple[Write, ...] = (in_place, by_rename, like_vim, like_cp_p, like_git, like_kubernetes)


def cut_short(text: str) -> Iterator[str]:
    """Every beginning of a text that ends with a line."""
    lines = text.splitlines(keepends=True)
    return ("".join(lines[:count]) for count in range(len(lines)))
