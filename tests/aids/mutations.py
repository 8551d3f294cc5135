"""What goes wrong with files on their way: cut short, typed into, pasted twice, saved in another encoding."""

from __future__ import annotations

from random import Random


def mutated(data: bytes, random: Random) -> bytes:
    """A file after one to four of the things that go wrong with files."""
    for _ in range(random.randint(1, 4)):
        data = random.choice((_cut_off, _flipped, _without, _doubled, _with, _moved_line, _indented))(data, random)
    return data


def _at(data: bytes, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _cut_off(data: bytes, random: Random) -> bytes:
    return data[: _at(data, random)]


def _flipped(data: bytes, random: Random) -> bytes:
    at = _at(data, random)
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _without(data: bytes, random: Random) -> bytes:
    at = _at(data, random)
    return data[:at] + data[at + random.randint(1, 40) :]


def _doubled(data: bytes, random: Random) -> bytes:
    at = _at(data, random)
    return data[:at] + data[at : at + random.randint(1, 200)] + data[at:]


SPARKS = [spark.encode() for spark in "\"':#-?[]{}&*!|>%@`\\,\t\n\r\0\ufeff\u2028\x85é"]
SPARKS += [
    b"<<",
    b"---",
    b"...",
    b": ",
    b" #",
    b"&a ",
    b"*a",
    b"!!int ",
    b"- ",
    b"\n  ",
    b"\xff",
    b"\xed\xa0\x80",
    b'"\\x00"',
    b"{" * 30,
]


def _with(data: bytes, random: Random) -> bytes:
    at = _at(data, random)
    return data[:at] + random.choice(SPARKS) + data[at:]


def _moved_line(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    lines.insert(random.randrange(len(lines)), lines.pop(random.randrange(len(lines))))
    return b"\n".join(lines)


def _indented(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    lines[at] = random.choice((b" ", b"  ", b"\t")) + lines[at] if random.random() < 0.5 else lines[at].lstrip()
    return b"\n".join(lines)
