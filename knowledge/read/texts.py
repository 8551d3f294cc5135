"""The kinds of text in an entry: what each must look like, and what an editor is told of one that does not.

Where a pattern says it, pydantic checks it in Rust: a large file holds forty thousand texts.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

from knowledge.dates import span
from knowledge.model import NOTHING
from knowledge.quantity import date_of, days

TEXT = r"\S"
LINE = r"^.*\S.*$"
ID = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
URL = r"^https?://[^\s<>|\"]+$"
SHA256 = r"^[0-9a-f]{64}$"
COUNT = r"^[0-9]{1,9}$"
SHARE = r"^(0(\.[0-9]{1,9})?|1(\.0{1,9})?)$"
DATE = r"[0-9]{4}(-([0-9]{2}(-[0-9]{2})?|H[12]|Q[1-4]))?"


def said_of(text: str, pattern: str) -> str:
    """What is told of a text that does not match its pattern. It begins with the text in quotes, or goes on after a key."""
    if pattern == ID:
        return said_of_id(text)
    if pattern == URL:
        return f"'{brief(text)}' is no web address: it starts with https:// or http:// and has no spaces"
    if pattern == SHA256:
        return "is no SHA-256: 64 digits 0-9 and a-f, as `sha256sum` prints it"
    if pattern == COUNT:
        return f"'{brief(text)}' is no count: write a whole number, such as 611"
    if pattern == SHARE:
        return f"'{brief(text)}' is no share: write a number from 0 to 1, such as 0.75"
    return "goes over several lines: write it in one" if text.strip() else "is empty: write a text, or delete it"


def said_of_id(text: str) -> str:
    odd = next((letter for letter in text if not letter.isascii()), None)
    named = f"'{odd}' is U+{ord(odd):04X}, {unicodedata.name(odd, 'a sign').lower()}; " if odd else ""
    return f"'{brief(text)}' is no id: {named}use small letters a-z, digits and single hyphens, such as 'port-of-call'"


def is_id(text: str) -> bool:
    return re.fullmatch(ID, text) is not None


def brief(text: str) -> str:
    """A text as it is shown in a message: on one line, and not a page long."""
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:80]}…"


def _date(text: str) -> str:
    if "/" in text or not span(text):
        meant = days(text) or [iso for iso in [date_of(text)] if iso and span(iso)]
        forms = " or ".join(meant) or "2024, 2024-05, 2024-05-31, 2024-H1 or 2024-Q3"
        raise ValueError(f"'{brief(text)}' is no date: write {forms}")
    return text


def _period(text: str) -> str:
    if not span(text):  # a single year or month is a period too
        said = date_of(text) or "2022, 2022-H1 or two dates with a slash, the earlier first, such as 2013/2022"
        raise ValueError(f"'{brief(text)}' is no period: write {said}")
    return text


def _reason(text: str) -> str:
    if text.strip().casefold() in ("yes", "no", "true", "false"):
        raise ValueError(f"'{brief(text)}' is no reason: say why it is not served, or delete the line and it is served")
    return text


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _one_or_nothing(finds: list[str]) -> list[str]:
    if NOTHING in finds and len(finds) > 1:
        raise ValueError(f"names '{NOTHING}' beside an id: write the one or the other")
    return finds


def _matching(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


Text = Annotated[str, StringConstraints(pattern=TEXT)]
Line = Annotated[str, StringConstraints(pattern=LINE)]
Id = Annotated[str, StringConstraints(pattern=ID)]
Url = Annotated[str, StringConstraints(pattern=URL)]
Sha256 = Annotated[str, StringConstraints(pattern=SHA256)]
Count = Annotated[str, StringConstraints(pattern=COUNT)]
Share = Annotated[str, StringConstraints(pattern=SHARE)]
IsoDate = Annotated[str, AfterValidator(_date), _matching(DATE)]
Period = Annotated[str, AfterValidator(_period), _matching(f"{DATE}(/{DATE})?")]
Reason = Annotated[Text, AfterValidator(_reason)]
TrueOrFalse = Annotated[Literal["true", "false"], WithJsonSchema({"enum": [True, False, "true", "false"]})]
Finds = Annotated[
    list[Line],
    BeforeValidator(_listed),
    AfterValidator(_one_or_nothing),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}),
]
