"""What is written down: as values that the store takes, and as lines of JSON while the store is away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from handlers.memory import Kept


@dataclass(frozen=True, slots=True)
class Written:
    """Something kept, and when (seconds since 1970)."""

    kept: Kept
    at: float
    kind: Literal["written"] = "written"


@dataclass(frozen=True, slots=True)
class Done:
    """A post that needs no more sending: posted, as the message with that timestamp, or given up."""

    post: str
    message: str | None = None
    kind: Literal["done"] = "done"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A workspace of which nothing is to be known any more, up to that time (seconds since 1970)."""

    team: str
    at: float
    kind: Literal["forgotten"] = "forgotten"


Record = Written | Done | Forgotten
_RECORD: TypeAdapter[Record] = TypeAdapter(Annotated[Record, Field(discriminator="kind")])


def line_of(record: Record) -> bytes:
    """A record as one line of JSON."""
    return _RECORD.dump_json(record) + b"\n"


def record_in(line: bytes) -> Record:
    """The record in a line. Raises ValueError if there is none, as in a line that a crash cut short."""
    return _RECORD.validate_json(line)
