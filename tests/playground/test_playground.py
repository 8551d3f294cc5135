"""The playground without its page: how it starts and ends, whom it lets in, and what it delivers."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.playground.play import playing
from bot.playground.process import free_port
from bot.playground.server import PageServer
from bot.settings import Settings
from tests.bases import RURITANIA

ANNA = "UANNA"


@pytest.fixture(scope="module")
def page() -> Iterator[PageServer]:
    with playing(Settings(knowledge=RURITANIA), free_port()) as page:
        yield page


def asked(page: PageServer, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, str]:
    """A request to the page's server: its status, and what it says."""
    host, port = "127.0.0.1", page.server_address[1]
    line = http.client.HTTPConnection(host, port, timeout=20)
    try:
        sent = None if body is None else json.dumps(body)
        kind = {"Content-Type": "application/json"} if body is not None else {}
        line.request(method, path, sent, {**kind, **{name.replace("_", "-"): value for name, value in headers.items()}})
        answer = line.getresponse()
        return answer.status, answer.read().decode()
    finally:
        line.close()


def environment(**env: str) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "PORT"))}
    return {**clean, "KNOWLEDGE": str(RURITANIA), **env}


@pytest.mark.parametrize("told_to_end", [signal.SIGTERM, signal.SIGHUP])
def test_without_tokens_and_without_a_pipe_it_starts_prints_its_address_and_ends_when_told(
    tmp_path: Path, told_to_end: signal.Signals
) -> None:
    command = [sys.executable, "-m", "bot"]
    with subprocess.Popen(
        command, env=environment(TMPDIR=str(tmp_path)), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        told = process.stdout.readline()
        kept = [path.name for path in tmp_path.glob("factbox-*")]
        process.send_signal(told_to_end)
        code = process.wait(60)

    assert told.startswith("Factbox is in the playground: http://localhost:")
    assert len(kept) == 1
    assert (code, [*tmp_path.glob("factbox-*")]) == (0, [])


def test_it_refuses_to_start_beside_real_tokens() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "bot", "playground"],
        env=environment(SLACK_BOT_TOKEN="xoxb-1", SLACK_SIGNING_SECRET="real"),
        capture_output=True,
        text=True,
        timeout=40,
    )

    told = "The playground does not start beside real tokens: unset SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET.\n"
    assert (run.returncode, run.stdout, run.stderr) == (2, "", told)


def test_a_broken_knowledge_base_is_told_before_anything_starts(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "bot", "playground"],
        env=environment(KNOWLEDGE=str(tmp_path)),
        capture_output=True,
        text=True,
        timeout=40,
    )

    assert (run.returncode, run.stdout) == (1, "")
    assert "sources.yaml" in run.stderr


def test_only_its_own_page_may_ask(page: PageServer) -> None:
    port = page.server_address[1]

    assert asked(page, "GET", "/")[0] == 200
    assert asked(page, "GET", "/", Host=f"factbox.example:{port}")[0] == 403
    assert asked(page, "POST", "/do/say", {}, Origin="https://elsewhere.example")[0] == 403
    assert asked(page, "POST", "/do/say", {}, Content_Type="text/plain")[0] == 403


@pytest.mark.parametrize("path", ["/../server.py", "/blocks/../../server.py", "/%2e%2e/server.py", "/nothing.js"])
def test_it_gives_away_no_other_file(page: PageServer, path: str) -> None:
    assert asked(page, "GET", path)[0] == 404


@pytest.mark.parametrize(
    ("verb", "what", "problem"),
    [
        ("fly", {}, "Nobody can fly here."),
        ("say", {"person": "UNOBODY"}, "There is no such person here."),
        ("say", {"channel": "C1", "text": " "}, "There is nothing to send."),
        ("say", {"channel": "DFLAVIA", "text": "hello"}, "There is nothing to send."),
        ("say", {"channel": "C1", "text": "/fcat 1"}, "There is no command /fcat here."),
        ("say", {"channel": "C1", "text": "/fact 1", "thread": "1.0"}, "/fact does not work in threads"),
        ("edit", {"channel": "C1", "ts": "1.0", "text": "hello"}, "That message is not yours, or it is gone."),
        ("submit", {"view_id": "V1", "state": {}}, "That window is closed."),
    ],
)
def test_what_cannot_be_done_is_said_in_words(page: PageServer, verb: str, what: Any, problem: str) -> None:
    status, said = asked(page, "POST", f"/do/{verb}", {"person": ANNA, **what})

    assert status == 409
    assert json.loads(said)["problem"].startswith(problem)


@pytest.mark.parametrize("body", [{"person": ANNA}, {"person": ANNA, "channel": "C9", "text": "x"}, [], None, 5])
def test_what_is_not_understood_is_said_so(page: PageServer, body: Any) -> None:
    status, said = asked(page, "POST", "/do/say", body)

    assert (status, "problem" in said) == (400, True) or (status, body) == (403, None)
