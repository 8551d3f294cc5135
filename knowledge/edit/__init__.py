"""Changes to a knowledge base: one entry of one YAML text, everything else byte for byte; and the gate they pass."""

from knowledge.edit.changes import Add, AddFigure, AddQuestion, AddText, Change, Correct, Edit, Restore, Retire
from knowledge.edit.compare import Compared, compared
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
    "Files",
    "Held",
    "Misfit",
    "Refusal",
    "Rename",
    "Restore",
    "Retire",
    "Together",
    "compared",
    "difference",
    "edited",
    "judged",
    "tried",
]
