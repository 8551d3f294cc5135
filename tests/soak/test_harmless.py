"""RELIABILITY.md, test 29, with its full count: whatever people type and editors write, it stays what it is."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.library import Library
from tests.aids.figures import told
from tests.aids.hostile_texts import ASKING, LOOKING, TEXTS, Way, written
from tests.aids.payloads import examined
from tests.aids.slack import Slack
from tests.bases import RURITANIA

pytestmark = pytest.mark.soak

EXAMPLES = 20_000


def test_texts_that_would_mention_link_or_format(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each text is typed by people, written by editors in every place there is, and somebody's name; asked in one of
    the ways there are, and looked at in another. A payload that harms, or breaks a limit, fails."""
    library = Library.open(RURITANIA)
    slack, counted = Slack(library), Counter[str]()

    def counting(method: str, arguments: Any) -> None:
        counted["payloads"] += 1
        examined(method, arguments)

    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=[*HealthCheck])
    @given(text=TEXTS, asking=st.sampled_from(ASKING), looking=st.sampled_from(LOOKING))
    def tried(text: str, asking: Way, looking: Way) -> None:
        counted["texts"] += 1
        library.now = written(text)
        asking(slack, text)
        looking(slack, text)
        slack.memory.kept.clear()
        slack.said.clear()

    monkeypatch.setattr("tests.aids.slack.examined", counting)
    tried()

    measured = f"0 harmful of {counted['payloads']:,} payloads for {counted['texts']:,} texts"
    goal = "20,000 texts: 0 mentions, links or formats that are not ours, 0 over a limit"
    told(29, "texts as question, facts, sources, addresses, names", goal, measured, met=counted["texts"] >= EXAMPLES)
