"""Files that hurt other readers of YAML, made anew from a seed: RELIABILITY.md, section 3.

`python -m tests.aids.hostile FOLDER` writes them all; `small_cases` and `bombs` are the 84 and 40 of that section, `near_the_limits`
are allowed more time. Of mutations see mutations.py.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

SEED = 20231018
LARGE = 500_000  # bytes, of 2,000,000 that a file may have: from here on a file may take 0.5 s
Files = dict[str, bytes]

FACT = """\
hentzau-line:
  name: "Hentzau Line"
  facts:
    length:
      measure: "length of the line"
      figures:
        - figure: "31 kilometers"
          cite: "review 2"
"""
NAME = FACT.replace('"Hentzau Line"', "%s")
TOPIC = FACT.replace("  facts:", "  topic: %s\n  facts:")
EXTRA = FACT.replace("  facts:", "  %s\n  facts:")


def small_cases(seed: int = SEED) -> Files:
    """84 files of a few bytes to a few kilobytes."""
    texts = {**_keys(), **_tags(), **_values(), **_anchors(), **_documents(), **_marks()}
    files = {name: text.encode() for name, text in texts.items()}
    return {**files, **_bytes(), **_cut(Random(seed))}


def _keys() -> dict[str, str]:
    twice = {
        "key twice": ("price: 100", "price: 200"),
        "key twice, once quoted": ("price: 1", '"price": 2'),
        "key in two cases": ("price: 1", "Price: 2"),
        "key composed and decomposed": ("caf\u00e9: 1", "cafe\u0301: 2"),
        "key with and without zero width space": ("price: 1", "pri\u200bce: 2"),
        "key with a Cyrillic letter": ("price: 1", "\u0440rice: 2"),
        "keys that are one number": ("1: f", "'1': b"),
        "keys that are one fraction": ("3.10: a", "3.1: b"),
        "keys that are words of YAML": ("no: Norway", "on: x"),
        "keys that are numbers": ("01: a", "0x1: b"),
        "keys that are nothing": ("null: y", "~: z"),
    }
    alone = {
        "key of 201 characters": f"{'k' * 201}: 1",
        "key of 1,025 characters": f"{'k' * 1025}: 1",
        "key that is a list": "? [a, b]\n  : 1",
        "key that is a mapping": "? {a: b}\n  : 1",
        "key of a template": "topic: {{ x }}",
        "merge key": "<<: {topic: rail}",
    }
    return {
        **{name: EXTRA % "\n  ".join(lines) for name, lines in twice.items()},
        **{name: EXTRA % line for name, line in alone.items()},
    }


def _tags() -> dict[str, str]:
    tags = (
        "!!python/name:os.system", "!!python/object/apply:os.system ['echo hurt']", "!!python/object/new:os.system [x]",
        "!!python/tuple [1, 2]", "!secret token", "!!binary aGVsbG8=", "!!set {a, b}", "!!omap [a: 1]", "!!pairs [a: 1]",
        "!!int 'abc'", "!!bool 'maybe'", "!!timestamp 'abc'", "! plain",
    )  # fmt: skip
    return {f"tag {tag.partition(' ')[0]}": TOPIC % tag for tag in tags}


def _values() -> dict[str, str]:
    values = {
        "date that never was": "2024-13-45",
        "day that never was": "2024-02-30",
        "hour that never was": "2024-01-15T25:61:61Z",
        "integer of 5,000 digits": "9" * 5000,
        "hexadecimal number of 200,000 digits": "0x" + "f" * 200_000,
        "text of 20,001 characters": "x" * 20_001,
        "text that YAML 1.1 takes for a merge": "<<",
        "text that YAML 1.1 takes for a default": "=",
        "text that is a dash": "-",
        "comment inside a text": "room #5",
        "colon inside a text": "note: hello",
        "percent sign first": "%5",
        "at sign first": "@bob",
        "backquotes": "`x`",
        "bold": "*bold*",
        "ampersand first": "& y",
        "mention of a channel": "<!channel> hi",
        "tab after the colon": "\trail",
        "text that runs backwards": '"abc\u202e123"',
        "escaped escape and NUL": '"\\e \\0"',
        "escaped surrogates": '"\\ud83d\\ude00"',
        "line separator that makes a key": "x\u2028name: y",
        "paragraph separator": "x\u2029y",
        "next line": "x\u0085y",
        "byte order mark inside": "x\ufeffy",
        "not a character": "x\ufffey",
    }
    return {name: TOPIC % value for name, value in values.items()}


def _anchors() -> dict[str, str]:
    topics = {
        "list that holds itself": "&a [*a]",
        "mapping that holds itself": "&a {self: *a}",
        "alias as a key": "&a {*a : 1}",
        "alias of nothing": "*a",
    }
    return {**{name: TOPIC % text for name, text in topics.items()}, "anchor twice": EXTRA % "a: &x 1\n  b: &x 2"}


def _documents() -> dict[str, str]:
    return {
        "two documents": f"{FACT}---\n{FACT}",
        "nothing": "",
        "comments only": "# soon\n",
        "bare text": "just text",
        "directive": f"%YAML 1.2\n---\n{FACT}",
        "tab for indentation": FACT.replace("  name", "\tname"),
    }


def _marks() -> dict[str, str]:
    signs = {"NUL": "\0", "BEL": "\a", "DEL": "\x7f"}
    return {f"{name} in a text": NAME % f'"Hentzau{sign} Line"' for name, sign in signs.items()}


def _bytes() -> Files:
    good = FACT.encode()
    return {
        "UTF-8 with its mark": b"\xef\xbb\xbf" + good,
        "UTF-16": FACT.encode("utf-16"),
        "UTF-16 without its mark": FACT.encode("utf-16-le"),
        "Latin-1": (NAME % '"Café Line"').encode("latin-1"),
        "Windows-1252": (NAME % '"£ Line"').encode("cp1252"),
        "overlong NUL": good.replace(b"Hentzau Line", b"Hentzau\xc0\x80Line"),
        "surrogate in bytes": good.replace(b"Hentzau Line", b"Hentzau\xed\xa0\x80Line"),
        "line ends of Windows": good.replace(b"\n", b"\r\n"),
    }


def _cut(random: Random) -> Files:
    whole = FACT.replace("31 kilometers", "1000 kilometers").encode()
    second = FACT.replace("hentzau", "zenda").replace("Hentzau", "Zenda").encode()
    inside = random.randrange(whole.index(b"measure") + 1, whole.index(b"length of"))
    return {
        "cut inside a number": whole[: whole.index(b"1000") + 1],
        "cut after the first of two subjects": (whole + second)[: len(whole)],
        "cut inside a key": whole[: whole.index(b"measure") + 3],
        "cut inside a quote": whole[: whole.index(b"length of") + 4],
        "cut somewhere": whole[:inside],
        "cut at the end of a line": whole[: whole.index(b"      figures")],
    }


def bombs() -> Files:
    """40 files that take other readers seconds, gigabytes or their process."""
    return {**_alias_bombs(), **depth_bombs(), **_bulk_bombs()}


def _alias_bombs() -> Files:
    texts = {f"9 lists of 9 aliases, {levels} levels": _laughs(levels, 9) for levels in (7, 9, 30)}
    texts["10 KB text, 10,000 aliases"] = f"a: &a {'x' * 10_000}\nb: [{'*a,' * 10_000}]\n"
    texts["100,000 anchors"] = "".join(f"k{number}: &a{number} 1\n" for number in range(60_000))
    texts.update({f"merge of 2, {levels} levels": _merges(levels, 2) for levels in (10, 15, 20, 22, 24, 26, 30)})
    texts["merge of 10, 8 levels"] = _merges(8, 10)
    return {name: text.encode() for name, text in texts.items()}


def _laughs(levels: int, width: int) -> str:
    lists = (f"a{level}: &a{level} [{','.join([f'*a{level - 1}'] * width)}]" for level in range(1, levels))
    return "\n".join([f"a0: &a0 [{','.join(['lol'] * width)}]", *lists, ""])


def _merges(levels: int, width: int) -> str:
    maps = (f"m{level}: &m{level} {{<<: [{', '.join([f'*m{level - 1}'] * width)}]}}" for level in range(1, levels))
    return "\n".join(["m0: &m0 {a: 1}", *maps, ""])


def depth_bombs() -> Files:
    texts = {f"{depth:,} brackets": "[" * depth + "]" * depth for depth in (500, 10_000, 25_087)}
    texts.update({f"{depth:,} open brackets": "[" * depth for depth in (1_661, 100_000, 1_000_000)})
    texts.update({f"{depth:,} open braces": "{a: " * depth for depth in (500, 25_087, 400_000)})
    texts.update({f"{depth:,} dashes": "- " * depth for depth in (500, 25_087, 900_000)})
    texts.update({f"{depth:,} question marks": "? " * depth for depth in (500, 900_000)})
    texts["1,000 mappings in one another"] = "".join(f"{' ' * depth}a:\n" for depth in range(1_000))
    texts["brackets after a good fact"] = f"{FACT}other: {'[' * 100_000}"
    return {name: text.encode() for name, text in texts.items()}


def _bulk_bombs() -> Files:
    prime = (1 << 61) - 1  # what CPython's hashes of numbers are taken modulo
    return {
        "20,000 colliding keys": "".join(f"{number * prime}: 1\n" for number in range(1, 20_001)).encode(),
        "1,000,000 numbers": b"- 1\n" * 1_000_000,
        "200,000 keys": "".join(f"key{number}: 1\n" for number in range(200_000)).encode(),
        "50 MB of text": b'a: "' + b"x" * 50_000_000 + b'"\n',
        "20 MB of comments": b"# nothing\n" * 2_000_000,
        "200 KB of comments": b"# nothing\n" * 20_000,
        "colons and ones": (TOPIC % ("1:" * 9_000 + "x")).encode(),
        "underscores and ones": (TOPIC % ("1_" * 9_000 + "x")).encode(),
        "date and spaces": (TOPIC % ("2024-01-15" + " " * 60_000 + "x")).encode(),
        "quotes without end": (TOPIC % ('"' + 'a"b ' * 9_000)).encode(),
        "backslashes": (TOPIC % ('"' + "\\\\" * 9_999 + '"')).encode(),
    }


def near_the_limits() -> Files:
    """Files of almost 2 MB or 200,000 entries, most with nothing wrong before their last line."""
    many, end = _facts(9_000), "last: 1\n"
    figure = '        - figure: "{} km"\n          cite: "review 2"\n'
    alike = FACT + "".join(figure.format(number) for number in range(30_000))
    wrong = FACT + "".join(figure.format(number).replace("review", f"r{number}") for number in range(30_000))
    return {
        "9,000 facts and a mistake": (many + end).encode(),
        "9,000 facts, then no YAML": (many + '"').encode(),
        "30,000 figures of one fact, then a mistake": (alike + "          as_of: May\n").encode(),
        "30,000 unknown sources": wrong.encode(),
        "95,000 unknown keys": (FACT + "".join(f"  k{number}: 1\n" for number in range(95_000))).encode(),
        "95,000 subjects that are none": "".join(f"k{number}: 1\n" for number in range(95_000)).encode(),
        "199,000 entries of a list": b"- 1\n" * 199_000,
        "60,000 names, then a mistake": EXTRA.replace("%s", "also:" + '\n    - "Line"' * 60_000).encode()
        + end.encode(),
        "1.9 MB of comments": b"# nothing\n" * 190_000,
        "200,001 entries": b"- 1\n" * 200_001,
    }


def usual_file(length: int) -> bytes:
    """A good file of about so many bytes."""
    return _facts(length // len(FACT)).encode()


def _facts(number: int) -> str:
    return "".join(FACT.replace("hentzau", f"h{n}").replace("Hentzau", f"H{n}") for n in range(number))


def everything(seed: int = SEED) -> Iterator[tuple[str, bytes]]:
    yield from small_cases(seed).items()
    yield from bombs().items()


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, data) in enumerate(everything()):
        (folder / f"{number:03} {name}.yaml".replace("/", "-")).write_bytes(data)
