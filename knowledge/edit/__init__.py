"""Changes to a knowledge base: one entry of one YAML text, everything else byte for byte; and the gate they pass."""

from knowledge.edit.changes import Add, AddFigure, AddQuestion, AddText, Change, Correct, Edit, Restore, Retire
from knowledge.edit.gate import Draft, difference, edited, tried
from knowledge.edit.held import Held, Misfit, Refusal
from knowledge.edit.rename import Rename
from knowledge.edit.together import Together

__all__ = [
    "Add",
    "AddFigure",
    "AddQuestion",
    "AddText",
    "Change",
    "Correct",
    "Draft",
    "Edit",
    "Held",
    "Misfit",
    "Refusal",
    "Rename",
    "Restore",
    "Retire",
    "Together",
    "difference",
    "edited",
    "tried",
]
