"""The guard before Bolt: who is not Slack gets a refusal, before anything of theirs is parsed.

Bolt alone parses a body before it checks the signature (1 million unsigned keys cost it 1.9 s), and answers 500 to a
timestamp that is not a number, a signature that is not ASCII, and an unsigned `{` (RELIABILITY.md, 1.7, tests 20, 21).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hmac import compare_digest
from http import HTTPStatus
from io import BytesIO
from typing import TYPE_CHECKING

from slack_sdk.signature import SignatureVerifier

from bot.clock import ClockWatch

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

MOST = 1_000_000
"""Bytes of a body. Slack's own stay well below."""

SSL_CHECK = re.compile(rb"(?:token=\w*&)?ssl_check=1(?:&token=\w*)?")
"""What Slack sends now and then to see our certificate; it may come unsigned, and gets an empty welcome."""


def guarded(app: WSGIApplication, signing_secret: str, watch: ClockWatch) -> WSGIApplication:
    """The app, for requests that Slack has signed within the last five minutes; others get 400, 401 or 413."""
    verifier = SignatureVerifier(signing_secret)

    def guard(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        body = _body(environ)
        if isinstance(body, HTTPStatus):
            return answered(start_response, body)
        if SSL_CHECK.fullmatch(body):
            return answered(start_response, HTTPStatus.OK)
        if not _is_signed(environ, body, verifier, watch):
            return answered(start_response, HTTPStatus.UNAUTHORIZED)
        return app({**environ, "wsgi.input": BytesIO(body), "CONTENT_LENGTH": str(len(body))}, start_response)

    return guard


PLAIN = "text/plain; charset=utf-8"


def answered(start_response: StartResponse, status: HTTPStatus, text: str = "", kind: str = PLAIN) -> Iterable[bytes]:
    """A short answer; without a text, the status in words."""
    body = (text or status.phrase).encode()
    headers = [("Content-Type", kind), ("Content-Length", str(len(body)))]
    start_response(f"{status.value} {status.phrase}", headers)
    return [body]


def _body(environ: WSGIEnvironment) -> bytes | HTTPStatus:
    """The whole body, if it is UTF-8 and not too large; a body in chunks does not say its length beforehand."""
    length = str(MOST + 1) if _in_chunks(environ) else environ.get("CONTENT_LENGTH") or "0"
    if not re.fullmatch("[0-9]{1,18}", length):
        return HTTPStatus.BAD_REQUEST
    if int(length) > MOST and not _in_chunks(environ):
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    try:
        body: bytes = environ["wsgi.input"].read(int(length))
        body.decode()
    except (OSError, UnicodeDecodeError):  # gunicorn raises OSErrors over a body that breaks off
        return HTTPStatus.BAD_REQUEST
    return body if len(body) <= MOST else HTTPStatus.REQUEST_ENTITY_TOO_LARGE


def _in_chunks(environ: WSGIEnvironment) -> bool:
    return "chunked" in environ.get("HTTP_TRANSFER_ENCODING", "").lower()


def _is_signed(environ: WSGIEnvironment, body: bytes, verifier: SignatureVerifier, watch: ClockWatch) -> bool:
    """slack_sdk raises errors over the timestamps and signatures that the first lines refuse.

    Whether Slack signed it is asked first and its time then: a clock that is wrong is to be noticed.
    """
    timestamp = environ.get("HTTP_X_SLACK_REQUEST_TIMESTAMP", "")
    signature = environ.get("HTTP_X_SLACK_SIGNATURE", "")
    if not re.fullmatch("[0-9]{1,12}", timestamp) or not signature.isascii():
        return False
    expected = verifier.generate_signature(timestamp=timestamp, body=body)
    if expected is None or not compare_digest(expected, signature):
        return False
    watch.saw(int(timestamp))
    return verifier.is_valid(body, timestamp, signature)
