"""What /healthz says. Only where trouble is, not what: the page is open to all, and the log is not."""

from __future__ import annotations

from knowledge.library import Library, Trouble


def health(library: Library, *troubles: str) -> str:
    """`ok` or `degraded` and the revision in use, then what it holds, since when, and where trouble was last.

    `troubles` are what others have to say, if they have: a line each. Answers go out all the same.
    """
    now, word = library.now, "degraded" if library.degraded or any(troubles) else "ok"
    return "\n".join(
        (
            f"{word} {now.knowledge.revision}",
            f"facts: {len(now.knowledge.facts)}",
            f"loaded: {now.since.isoformat()}",
            f"last problem: {_told(library.trouble) if library.trouble else 'none'}",
            *filter(None, troubles),
        )
    )


def _told(trouble: Trouble) -> str:
    """ "facts/railways.yaml:14 and 2 more, since 2026-11-21T21:00:00+00:00"."""
    first, more = trouble.problems[0], len(trouble.problems) - 1
    where = f"{first.file}:{first.line}" if first.line else first.file
    until = f" until {trouble.until.isoformat()}" if trouble.until else ""
    return f"{where}{f' and {more} more' if more else ''}, since {trouble.since.isoformat()}{until}"
