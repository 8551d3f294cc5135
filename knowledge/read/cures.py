"""What is not YAML, as an editor sees it: the line to look at, and what to do there.

libyaml names the place where it lost its way, and seldom why. Most such lines have one of a few habits of writing in
them, and those can be seen in the text itself.
"""

from __future__ import annotations

import re

from knowledge.read.layout import slip

LEAD = r"[ ]*(?:- +)*(?:[\w./-]+ *: +)?"  # what stands before a value: indentation, dashes, a key
QUOTED = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')"""
SPACE = "[\u00a0\u2000-\u200a\u202f\u3000]"  # what documents and keyboards put for a space
UNCLOSED = "a quote that opens here is not closed"
CLOSED_CURLY = 'the straight quote that opens here is closed by a curly one: write a straight one (")'
CURLY_END = re.compile("[“”’]\\s*$")

CURES = tuple(
    (re.compile(habit), cure)
    for habit, cure in (
        (r"[ ]*\t", "indent with spaces, not with tabs"),
        (rf"[ ]*(?:-|(?:- +)?[\w./-]+ *:)?{SPACE}", "a space that is none to YAML (a no-break space) stands here: type a plain one"),
        (r"(?:<{7}|={7}|>{7})(?: |$)", "a merge conflict is left here: keep one of its sides, and none of its marks"),
        (rf"[ ]*(?:- +|(?:- +)?[\w./-]+ *: +){QUOTED} *, *$", "a line does not end with a comma: delete it"),
        (rf"{LEAD}{QUOTED}[ ]*//", "a remark begins with ' #', not with '//'"),
        (rf"{LEAD}'(?:[^']|'')*'[ ]*[^ ,\]}}:#]", "an apostrophe ends a text in single quotes: put the text in double quotes"),
        (rf"{LEAD}{QUOTED}[ ]*[^ ,\]}}:#]", "the text goes on after its closing quote; a quote inside a text is written \\\""),
        (rf"{LEAD}\"[^\"]*\\", "a backslash inside double quotes is written twice"),
        (rf"{LEAD}(?:[%@`*&!,\]}}|>]|\? )", "a text that begins with this character must stand in double quotes"),
        (rf"{LEAD}[\[{{]", "write lists and entries one a line; a text that begins with a bracket stands in double quotes"),
        (r"[ ]*[\w-]+ *: +-(?: |$)", "a list begins in the line after its key"),
        (r"[ ]*(?:- +)?[\w-]+ *: +[^\"' ].*:(?: |$)", "a text with ': ' in it must stand in double quotes"),
        (r"[ ]*(?:- +)*[\w-]+:[^ ]", "after the colon of a key comes a space"),
        (r"[ ]*-[^ -]", "after the dash of a list comes a space"),
        (r"[ ]*(?:- +)?[\w-]+ *=", "after a key comes a colon, not an equals sign"),
        (r"[ ]*\w[\w-]* +\"", "after a key comes a colon"),
    )
)  # fmt: skip
LOST = "the indentation differs from that of the lines around, or a colon or dash is missing"


def cure(text: str, lost: int, opened: int | None) -> tuple[int, str]:
    """The line of a mistake, and a message that tells the likely cure.

    `lost` is the line where the parser lost its way, `opened` that of a quote which it found no end of.
    """
    lines = text.split("\n")
    if opened and CURLY_END.search(lines[opened - 1]):
        return opened, f"this is not YAML: {CLOSED_CURLY}"
    return (opened, f"this is not YAML: {UNCLOSED}") if opened else _by_habit(lines, min(lost, len(lines)))


def _by_habit(lines: list[str], number: int) -> tuple[int, str]:
    """The line itself shows most habits; the one before may lack the space after its colon."""
    for line in (number, number - 1):
        shown = lines[line - 1][:500] if line else ""
        if cured := next((cured for habit, cured in CURES if habit.match(shown)), None):
            return line, f"this is not YAML: {cured}"
    found = slip(lines, number)
    return (found.line if found else number), f"this is not YAML: {found.said if found else LOST}"
