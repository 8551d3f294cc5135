"""What may stand in each file: the keys, their forms, and what an editor is told about them.

Read by pydantic here, at the edge, and nowhere else. The same classes give editors a JSON Schema.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter

from knowledge.dates import span

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SHA256 = re.compile(r"[0-9a-f]{64}")
STATUSES = ("estimate", "projection", "target", "pledge", "survey")


def _text(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty: write a text, or delete the key")
    return text


def _id(text: str) -> str:
    if not ID.fullmatch(text):
        raise ValueError(f"'{text}' is no id: use small letters a-z, digits and single hyphens, such as 'port-of-call'")
    return text


def _date(text: str) -> str:
    if "/" in text or not span(text):
        raise ValueError(f"'{text}' is no date: write 2024, 2024-05, 2024-05-31, 2024-H1 or 2024-Q3")
    return text


def _period(text: str) -> str:
    if not span(text):  # a single year or month is a period too
        raise ValueError(f"'{text}' is no period: write two dates with a slash, the earlier first, such as 2013/2022")
    return text


def _url(text: str) -> str:
    if not re.match(r"https?://[^\s<>|]+$", text):
        raise ValueError(f"'{text}' is no web address: it starts with https:// or http:// and has no spaces")
    return text


def _sha256(text: str) -> str:
    if not SHA256.fullmatch(text):
        raise ValueError("is no SHA-256: 64 digits 0-9 and a-f, as `sha256sum` prints it")
    return text


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Text = Annotated[str, AfterValidator(_text)]
Id = Annotated[str, AfterValidator(_id)]
IsoDate = Annotated[str, AfterValidator(_date)]
Period = Annotated[str, AfterValidator(_period)]
Url = Annotated[str, AfterValidator(_url)]
Sha256 = Annotated[str, AfterValidator(_sha256)]


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class PartEntry(Entry):
    heading: Text = Field(description="The heading as printed.")
    starts: Text = Field(description="The words it starts with in the text.")
    ends: Text | None = Field(None, description="Its last words, where the text goes on unmarked after it.")


class SectionEntry(PartEntry):
    parts: dict[str, PartEntry] = Field({}, description="Panels, fact boxes and sub-headings inside the section.")


class SourceEntry(Entry):
    title: Text = Field(description="The title as printed.")
    short: Text | None = Field(None, description="A short name for brief citations.")
    also: list[Text] = Field([], description="Other names people use for the document or its author.")
    type: Text | None = Field(None, description="report, article, dataset … (as in CSL)")
    author: Text | None = None
    publisher: Text | None = None
    issued: IsoDate | None = Field(None, description="When it was published: 2024, 2024-05 or 2024-05-31.")
    accessed: IsoDate | None = Field(None, description="When it was last looked at.")
    url: Url | None = None
    sha256: Sha256 | None = Field(None, description="Of the text file that figures are proven against.")
    outline: dict[str, SectionEntry] = Field({}, description="The sections, in the order of the text.")


class FigureEntry(Entry):
    figure: Text = Field(description="The contiguous print, from bound word to unit, exactly as printed.")
    unit: Text | None = Field(None, description="What is counted or measured, where the print does not say it.")
    value: Text | None = Field(None, description="The number or ISO date meant, where the print does not tell.")
    as_of: IsoDate | None = Field(None, description="The date the figure holds for.")
    period: Period | None = Field(None, description="The time it covers, such as 2013/2022.")
    due: IsoDate | None = Field(None, description="The date a target or projection is for.")
    when: Text | None = Field(None, description="A time known only in words, such as 'before opening'.")
    against: Text | None = Field(None, description="The base of a change, such as '2013'.")
    status: Literal["estimate", "projection", "target", "pledge", "survey"] | None = Field(
        None, description="What the figure is, if it is no outcome."
    )
    says: Text | None = Field(None, description="Whom the document quotes.")
    note: Text | None = Field(None, description="What a careful reader must know; shown with the figure.")
    url: Url | None = Field(None, description="The address the document gives in a footnote.")
    near: Text | None = Field(None, description="Words printed beside it, where the same print stands twice.")
    dated: Text | None = Field(None, description="The place where its date is printed, if not the cited one.")
    cite: Text = Field(description="The source's id and the place: 'my-report 1.1 box 2'.")


class FactEntry(Entry):
    measure: Text = Field(description="What is counted, of what. Reads well after the subject's name and a colon.")
    ask: list[Text] = Field([], description="Questions people ask for it, as different as people are.")
    note: Text | None = None
    review_by: IsoDate | None = Field(None, description="When someone should look at it again.")
    retired: Text | None = Field(None, description="Why it is no longer served.")
    figures: list[FigureEntry] = Field(min_length=1)


class SubjectEntry(Entry):
    name: Text = Field(description="The usual name.")
    also: list[Text] = Field([], description="Every other name: acronyms, spellings, everyday names.")
    topic: Text | None = None
    facts: dict[Id, FactEntry] = Field(min_length=1)


class BoxEntry(Entry):
    title: Text = Field(description="As printed.")
    cite: Text | None = None
    compiled: Annotated[Literal["true", "false"], Field(json_schema_extra={"enum": [True, False]})] = "false"
    names: list[Text] = Field([], description="What people call it.")
    summary: Text = Field(description="In our own words; each number in it is a figure of a listed fact.")
    facts: list[Text] = Field([], description="The ids of the facts inside: 'subject/fact'.")


class QuestionEntry(Entry):
    ask: Text
    finds: Annotated[list[Text], BeforeValidator(_listed), Field(min_length=1)]
    context: Text | None = Field(None, description="The id of the fact last answered in the thread.")


class VocabularyEntry(Entry):
    synonyms: list[list[Text]] = Field([], description="Lists of words or phrases that mean the same.")
    acronyms: dict[str, Text] = Field({}, description="Short form: long form.")
    contrasts: list[list[Text]] = Field([], description="Lists of words that must not be taken for one another.")
    units: dict[str, Text] = Field({}, description="A unit as printed: the one it is counted as.")


class LeftOutEntry(Entry):
    text: Text = Field(description="The words as printed, with the number in them.")
    cite: Text
    reason: Text


FILES: dict[str, TypeAdapter[Any]] = {
    "sources.yaml": TypeAdapter(dict[Id, SourceEntry]),
    "vocabulary.yaml": TypeAdapter(VocabularyEntry),
    "questions.yaml": TypeAdapter(list[QuestionEntry]),
    "left-out.yaml": TypeAdapter(list[LeftOutEntry]),
    "facts/": TypeAdapter(dict[Id, SubjectEntry]),
    "boxes/": TypeAdapter(dict[Id, BoxEntry]),
}
"""The form of each file, by its name or, for those in a folder, by the folder's."""


def form_of(file: str) -> TypeAdapter[Any] | None:
    """The form a file of that name must have; None if the knowledge base has no such file."""
    return FILES.get(file) or FILES.get(file.rpartition("/")[0] + "/")
