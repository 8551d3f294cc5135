"""Files carried between a folder and the database, in either direction; what was edited on the other side is never lost."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.keeping.aside import aside, take
from bot.keeping.keeper import Kept, KeptInDatabase, changes
from bot.keeping.words import Stopped, overtaken, refused
from bot.settings import Settings
from handlers.keeping import OPERATOR, Overtaken
from knowledge.edit import Files, Refusal, difference, judged
from knowledge.folder import files_in
from knowledge.read import revision_of

MARK = ".factbox-revision"
"""A file beside the others that tells which revision they were made from. Commit it with them."""

NOT_KEPT_THERE = (
    "the knowledge base is kept in the folder {folder}: edit the files there; "
    "pull and push are for KNOWLEDGE_KEPT_IN=database"
)
NOWHERE = "{folder}: there is no knowledge base in this folder; name another one: python -m bot push DIR"
CHANGED_HERE = (
    "these files were changed here and are in no revision; push them first (python -m bot push), or pull into an empty "
    "folder (python -m bot pull DIR); nothing was written"
)
UNMARKED = (
    "{folder} does not tell which revision its files were made from. Pull into an empty folder (python -m bot pull DIR) "
    "and put your changes there; or, if you know the revision (python -m bot history): python -m bot push --from NUMBER"
)
MEANWHILE = (
    "nothing was changed: pull into an empty folder (python -m bot pull DIR), put your changes there, and push that"
)


def pull(options: argparse.Namespace, keeper: Kept, settings: Settings) -> str:
    """Writes the files of the newest revision into a folder, unless that holds something that nobody pushed."""
    folder = _folder(options, keeper, settings)
    held, here = keeper.files(), files_in(folder)
    if not held:
        raise Stopped("the database holds no knowledge base yet: python -m bot push brings one there")
    if here and here != held and revision_of(here) not in _known(keeper):
        raise Stopped(f"{difference(held, here)}{CHANGED_HERE}")
    _write(folder, here, held)
    return f"{folder} holds revision {keeper.history(1)[0].number} ({revision_of(held)})"


def push(options: argparse.Namespace, keeper: Kept, settings: Settings) -> str:
    """Makes a folder's files the present ones, unless these were edited since the folder's were pulled."""
    folder = _folder(options, keeper, settings)
    here, held = files_in(folder), keeper.files()
    if not here:
        raise Stopped(NOWHERE.format(folder=folder))
    if here != held:
        _check_base(_base(folder, options.base, keeper, held), folder, keeper)
        draft = judged(held, here)
        if isinstance(draft, Refusal):
            raise Stopped(refused(draft))
        new = keeper.publish(draft, OPERATOR, f"pushed from {folder.name}")
        if isinstance(new, Overtaken):
            raise Stopped(f"{overtaken(new)}\n{MEANWHILE}")
    _mark(folder, here)
    number = keeper.history(1)[0].number
    return f"revision {number} ({revision_of(here)}) is the present one" + (
        ": nothing differed" if here == held else ""
    )


def files_of(number: int, keeper: Kept) -> Files:
    """The files of a revision. Raises Stopped if there is none of that number."""
    try:
        return keeper.files_of(number)
    except LookupError as error:
        raise Stopped(f"{error.args[0]}: `python -m bot history` lists them") from None


def _folder(options: argparse.Namespace, keeper: Kept, settings: Settings) -> Path:
    if not isinstance(keeper, KeptInDatabase):
        raise Stopped(NOT_KEPT_THERE.format(folder=settings.knowledge))
    return options.folder or settings.knowledge


def _base(folder: Path, number: int | None, keeper: Kept, held: Files) -> str | None:
    """The revision that the folder's files were made from, as far as anybody says; of an empty database, nothing."""
    if not held:
        return revision_of({})
    if number is not None:
        return revision_of(files_of(number, keeper))
    try:
        return (folder / MARK).read_text(encoding="utf-8").split()[0]
    except (OSError, IndexError, UnicodeDecodeError):
        return None


def _check_base(base: str | None, folder: Path, keeper: Kept) -> None:
    if base is None:
        raise Stopped(UNMARKED.format(folder=folder))
    if since := keeper.overtaken(base):
        raise Stopped(f"{overtaken(since)}\n{MEANWHILE}")


def _known(keeper: Kept) -> set[str]:
    return {each.revision for each in keeper.history(1_000_000)}


def _write(folder: Path, here: Files, files: Files) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with aside(folder, changes(here, files)) as ready:
            take(ready)
        _mark(folder, files)
    except OSError as error:
        raise Stopped(f"{folder} cannot be written: {(error.strerror or str(error)).lower()}") from None


def _mark(folder: Path, files: Files) -> None:
    (folder / MARK).write_text(f"{revision_of(files)} (python -m bot pull, push)\n", encoding="utf-8")
