"""What may stand in each file: the keys, their forms, and what an editor is told about them.

Read by pydantic here, at the edge, and nowhere else. The same classes give editors a JSON Schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from knowledge.read.texts import Count, Finds, Id, IsoDate, Line, Period, Reason, Sha256, Share, Text, TrueOrFalse, Url


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class PartEntry(Entry):
    heading: Line = Field(description="The heading as printed.")
    starts: Text = Field(description="The words it starts with in the text.")
    ends: Text | None = Field(None, description="Its last words, where the text goes on unmarked after it.")


class SectionEntry(PartEntry):
    parts: dict[str, PartEntry] = Field({}, description="Panels, fact boxes and sub-headings inside the section.")


class SourceEntry(Entry):
    title: Line = Field(description="The title as printed.")
    short: Line | None = Field(None, description="A short name for brief citations.")
    also: list[Line] = Field([], description="Other names people use for the document or its author.")
    type: Line | None = Field(None, description="report, article, dataset … (as in CSL)")
    author: Line | None = Field(None, description="Who wrote it; a citation begins with it.")
    publisher: Line | None = Field(None, description="Who published it.")
    issued: IsoDate | None = Field(None, description="When it was published: 2024, 2024-05 or 2024-05-31.")
    accessed: IsoDate | None = Field(None, description="When it was last looked at.")
    url: Url | None = Field(None, description="Where it can be read.")
    sha256: Sha256 | None = Field(None, description="Of the text file that figures are proven against.")
    outline: dict[str, SectionEntry] = Field({}, description="The sections, in the order of the text.")


class FigureEntry(Entry):
    figure: Line = Field(description="The print, from a word such as 'more than' to the unit, exactly as printed.")
    unit: Line | None = Field(None, description="What is counted or measured, where the print does not say it.")
    value: Line | None = Field(None, description="The number or ISO date meant, where the print does not tell.")
    as_of: IsoDate | None = Field(None, description="The date the figure holds for.")
    period: Period | None = Field(None, description="The time it covers, such as 2013/2022.")
    due: IsoDate | None = Field(None, description="The date a target or projection is for.")
    when: Line | None = Field(None, description="A time known only in words, such as 'before opening'.")
    against: Line | None = Field(None, description="The base of a change, such as '2013'.")
    status: Literal["estimate", "projection", "target", "pledge", "survey"] | None = Field(
        None, description="What the figure is, if it is no outcome."
    )
    says: Line | None = Field(None, description="Whom the document quotes.")
    note: Text | None = Field(None, description="What a careful reader must know; shown with the figure.")
    url: Url | None = Field(None, description="The address the document gives in a footnote.")
    near: Text | None = Field(None, description="Words printed beside it, where the same print stands twice.")
    dated: Line | None = Field(None, description="The place where its date is printed, if not the cited one.")
    cite: Line = Field(description="The source's id and the place: 'my-report 1.1 box 2'.")


class FactEntry(Entry):
    measure: Line = Field(description="What is counted, of what. Reads well after the subject's name and a colon.")
    ask: list[Line] = Field([], description="Questions people ask for it, as different as people are.")
    note: Text | None = Field(None, description="What a careful reader must know of all its figures.")
    review_by: IsoDate | None = Field(None, description="When someone should look at it again.")
    retired: Reason | None = Field(None, description="Why it is no longer served.")
    figures: list[FigureEntry] = Field(min_length=1, description="The prints, each with its date and its citation.")


class SubjectEntry(Entry):
    name: Line = Field(description="The usual name.")
    also: list[Line] = Field([], description="Every other name: acronyms, spellings, everyday names.")
    topic: Line | None = Field(None, description="What it belongs to, such as 'rail'.")
    facts: dict[Id, FactEntry] = Field(min_length=1, description="Its facts, each under an id of its own.")


class BoxEntry(Entry):
    title: Line = Field(description="As printed.")
    cite: Line | None = Field(None, description="Where it is printed: the source's id and the place.")
    compiled: TrueOrFalse = Field("false", description="True for a box of our own, which no document prints.")
    names: list[Line] = Field([], description="What people call it.")
    summary: Text = Field(description="In our own words; each number in it is a figure of a listed fact.")
    facts: list[Line] = Field([], description="The ids of the facts inside: 'subject/fact'.")


class QuestionEntry(Entry):
    ask: Line = Field(description="A question as people really ask it.")
    finds: Finds = Field(description="The id it must find, or a list of ids, or 'nothing' for a near miss.")
    context: Line | None = Field(None, description="The id of the fact last answered in the thread.")


class VocabularyEntry(Entry):
    synonyms: list[list[Line]] = Field([], description="Lists of words or phrases that mean the same.")
    acronyms: dict[str, Line] = Field({}, description="Short form: long form.")
    contrasts: list[list[Line]] = Field([], description="Lists of words that must not be taken for one another.")
    units: dict[str, Line] = Field({}, description="A unit as printed: the one it is counted as.")


class LeftOutEntry(Entry):
    text: Text = Field(description="The words as printed, with the number in them.")
    cite: Line = Field(description="Where they are printed: the source's id and the place.")
    reason: Text = Field(description="Why nobody needs to hold it.")


class TallyEntry(Entry):
    right: Count = Field(description="Questions that got what they must find.")
    offered: Count = Field(description="Those that got a choice instead.")
    missed: Count = Field(description="Those that got nothing.")
    wrong: Count = Field(description="Those that got a wrong figure.")


class CalibrationEntry(Entry):
    """Written by `python -m knowledge calibrate`."""

    sure: Share = Field(description="From which confidence a figure is given, such as 0.75.")
    allowed: Share = Field(description="The share of wrong figures it was chosen to keep to.")
    facts: Count = Field(description="How many facts it was measured on.")
    revision: Line = Field(description="The revision of the files it was measured on.")
    held: TallyEntry = Field(description="How the questions did whose figure is held.")
    not_held: TallyEntry = Field(description="How near misses did.")


@dataclass(frozen=True, slots=True)
class Form:
    """What a file holds: one entry, or many, listed or each with its id."""

    entry: type[Entry]
    holds: Literal["one", "many listed", "many by id"]

    @property
    def whole(self) -> TypeAdapter[Any]:
        """The type of the whole file, which its JSON Schema is made from."""
        if self.holds == "one":
            return TypeAdapter(self.entry)
        return TypeAdapter(list[self.entry] if self.holds == "many listed" else dict[Id, self.entry])  # type: ignore[name-defined]


FILES: Mapping[str, Form] = {
    "sources.yaml": Form(SourceEntry, "many by id"),
    "facts/": Form(SubjectEntry, "many by id"),
    "boxes/": Form(BoxEntry, "many by id"),
    "vocabulary.yaml": Form(VocabularyEntry, "one"),
    "questions.yaml": Form(QuestionEntry, "many listed"),
    "left-out.yaml": Form(LeftOutEntry, "many listed"),
    "calibration.yaml": Form(CalibrationEntry, "one"),
}
"""The form of each file, by its name or, for those in a folder, by the folder's."""


def form_of(file: str) -> Form | None:
    """The form a file of that name must have; None if the knowledge base has no such file."""
    folder, _, name = file.rpartition("/")
    return FILES.get(f"{folder}/") if folder and name.endswith(".yaml") else FILES.get(file)
