"""Slack's end of Socket Mode: a WebSocket (RFC 6455) that hands out envelopes and takes their acknowledgements."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from bot.playground.standin import StandIn
from tests import HOUSE
from tests.bases import RURITANIA

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TEXT, PING, PONG = 0x1, 0x9, 0xA
PATIENCE = 90.0


class SocketMode:
    """Waits for one app, and talks with it. Ids of envelopes are numbers."""

    def __init__(self) -> None:
        self._door = socket.create_server(("127.0.0.1", 0))
        self._door.settimeout(PATIENCE)
        self._numbers = count(1)
        self.url = f"ws://127.0.0.1:{self._door.getsockname()[1]}/link"

    def accept(self) -> None:
        """Lets the app in, and says hello."""
        self._line = self._door.accept()[0]
        self._line.settimeout(PATIENCE)
        request = b""
        while not request.endswith(b"\r\n\r\n"):
            request += self._line.recv(4096)
        head = (each.partition(b":") for each in request.split(b"\r\n"))
        key = next(value.strip() for name, _, value in head if name.lower() == b"sec-websocket-key")
        accepted = base64.b64encode(hashlib.sha1(key + GUID).digest()).decode()
        upgrade = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        self._line.sendall(f"{upgrade}Sec-WebSocket-Accept: {accepted}\r\n\r\n".encode())
        self._send(TEXT, json.dumps({"type": "hello", "num_connections": 1}).encode())

    def deliver(self, kind: str, payload: dict[str, Any]) -> dict[str, Any]:
        """Delivers something in an envelope; gives what its acknowledgement says."""
        id = f"{next(self._numbers)}"
        envelope = {"envelope_id": id, "type": kind, "payload": payload, "accepts_response_payload": True}
        self._send(TEXT, json.dumps(envelope).encode())
        while True:
            code, data = self._receive()
            if code == PING:
                self._send(PONG, data)
            elif code == TEXT and (answer := json.loads(data)).get("envelope_id") == id:
                said: dict[str, Any] = answer.get("payload") or {}
                return said

    def close(self) -> None:
        self._line.close()
        self._door.close()

    def _send(self, code: int, data: bytes) -> None:
        size = bytes([len(data)]) if len(data) < 126 else b"\x7e" + struct.pack(">H", len(data))
        self._line.sendall(bytes([0x80 | code]) + size + data)

    def _receive(self) -> tuple[int, bytes]:
        """A frame; those of a client are masked."""
        first, second = self._exactly(2)
        size = second & 0x7F
        if size > 125:
            size = int.from_bytes(self._exactly(2 if size == 126 else 8), "big")
        mask = self._exactly(4) if second & 0x80 else bytes(4)
        data = self._exactly(size)
        return first & 0x0F, bytes(byte ^ mask[number % 4] for number, byte in enumerate(data))

    def _exactly(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            more = self._line.recv(size - len(data))
            if not more:
                raise EOFError("the app hung up")
            data += more
        return data


@contextmanager
def connected(standin: StandIn, state: Path) -> Iterator[SocketMode]:
    """`python -m bot` as a process of its own, once it has come to our end of the line."""
    line = SocketMode()
    standin.web_api._methods["apps.connections.open"] = lambda _: {"ok": True, "url": line.url}
    others = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "DATABASE_"))}
    tokens = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "SLACK_API_URL": standin.url}
    env = {**others, **tokens, "FACTBOX_STATE": str(state), "KNOWLEDGE": str(RURITANIA)}
    bot = subprocess.Popen([sys.executable, "-m", "bot"], env=env, cwd=HOUSE, stderr=subprocess.DEVNULL)
    try:
        line.accept()
        yield line
    finally:
        bot.terminate()
        bot.wait(60)
        line.close()
