"""What the proof found, as values and as lines to print."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.plural import number_of


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that is not as the text prints it: in which entry, what, and the likely cure."""

    entry: str  # the id of a fact, box or source; or "left-out.yaml"
    message: str
    cure: str = ""

    def __str__(self) -> str:
        return f"{self.entry}: {self.message}" + (f" — {self.cure}" if self.cure else "")


@dataclass(frozen=True, slots=True)
class Findings:
    """All of them. Unproven figures fail the proof; gaps fail only a strict one."""

    proven: int = 0  # figures
    unproven: tuple[Finding, ...] = ()
    missing: tuple[Finding, ...] = ()  # texts that are not at hand: their figures are neither proven nor not
    gaps: tuple[Finding, ...] = ()  # printed and not held; or left out, and not printed
    unread: int = 0  # figures whose text is missing


def lines(findings: Findings) -> list[str]:
    """One line for each finding, and a last one that counts them."""
    found = [*findings.unproven, *findings.missing, *findings.gaps]
    return [*map(str, found), _summary(findings)]


def _summary(findings: Findings) -> str:
    parts = [f"{number_of(findings.proven, 'figure')} proven"]
    if findings.unproven:
        parts.append(f"{number_of(len(findings.unproven), 'mistake')} found")
    if findings.missing:
        parts.append(f"{number_of(findings.unread, 'figure')} not proven: no text")
    if findings.gaps:
        parts.append(number_of(len(findings.gaps), "gap"))
    return "; ".join(parts)
