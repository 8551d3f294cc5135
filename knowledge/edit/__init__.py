"""Changes to a knowledge base: one entry of one YAML text, everything else byte for byte; and the gate they pass."""

from knowledge.edit.changes import (
    Add,
    AddFigure,
    AddQuestion,
    AddText,
    Change,
    Correct,
    Edit,
    EditQuestion,
    Restore,
    Retire,
)
from knowledge.edit.compare import Compared, compared
from knowledge.edit.exchange import Line, exported, imported
from knowledge.edit.gate import Draft, Files, difference, edited, judged, tried
from knowledge.edit.held import Held, Misfit, Refusal
from knowledge.edit.rename import Rename
from knowledge.edit.together import Together

__all__ = [
    "Add",
    "AddFigure",
    "AddQuestion",
    "AddText",
    "Change",
    "Compared",
    "Correct",
    "Draft",
    "Edit",
    "EditQuestion",
    "Files",
    "Held",
    "Line",
    "Misfit",
    "Refusal",
    "Rename",
    "Restore",
    "Retire",
    "Together",
    "compared",
    "difference",
    "edited",
    "exported",
    "imported",
    "judged",
    "tried",
]
