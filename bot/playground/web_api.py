"""The methods of Slack's Web API that Factbox calls, as far as it can tell them from Slack's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from threading import Lock
from typing import Any

from bot.playground.refusals import refusal_of_message
from bot.playground.view_flaws import flaws_of_prompts, flaws_of_view

Arguments = Mapping[str, Any]
Answer = dict[str, Any]


class WebApi:
    """Answers calls. `lives` is how many seconds a token of an installation with rotation lives; `clock` gives the
    seconds since 1970 of its timestamps."""

    def __init__(self, clock: Callable[[], float] = lambda: 1_700_000_000.0) -> None:
        self._clock = clock
        self._numbers = count(1)
        self._lock = Lock()
        self.lives = 43_200
        self._methods: dict[str, Callable[[Arguments], Answer]] = {
            "auth.test": self._auth_test,
            "apps.connections.open": lambda _: {"ok": True, "url": "wss://127.0.0.1:9/"},
            "chat.postMessage": self._post,
            "chat.postEphemeral": self._post_ephemeral,
            "chat.update": self._update,
            "views.open": self._open,
            "views.push": self._open,
            "views.update": self._update_view,
            "views.publish": self._publish,
            "assistant.threads.setSuggestedPrompts": self._prompts,
            "oauth.v2.access": self._access,
        }

    def answer(self, method: str, arguments: Arguments, token: str) -> Answer:
        """What Slack would say."""
        if method not in self._methods:
            return _no("unknown_method")
        kind = "xapp" if method == "apps.connections.open" else "xox"
        if method != "oauth.v2.access" and not token.startswith(kind):
            return _no("not_authed" if not token else "invalid_auth")
        return self._methods[method](arguments)

    def _auth_test(self, _: Arguments) -> Answer:
        return {"ok": True, "team_id": "T1", "user_id": "UBOT", "bot_id": "BBOT", "url": "https://strelsau.slack.test/"}

    def _post(self, message: Arguments) -> Answer:
        if refusal := refusal_of_message(message):
            return _no(refusal)
        return {"ok": True, "channel": message["channel"], "ts": self.timestamp(), "message": {**message}}

    def _post_ephemeral(self, message: Arguments) -> Answer:
        if not message.get("user"):
            return _no("user_not_in_channel")
        refusal = refusal_of_message(message)
        return _no(refusal) if refusal else {"ok": True, "message_ts": self.timestamp()}

    def _update(self, message: Arguments) -> Answer:
        refusal = refusal_of_message(message) or ("" if message.get("ts") else "message_not_found")
        return _no(refusal) if refusal else {"ok": True, "channel": message["channel"], "ts": message["ts"]}

    def _open(self, arguments: Arguments) -> Answer:
        """A window over the conversation, or over another window."""
        if not arguments.get("trigger_id"):
            return _no("invalid_arguments")
        return self._view(arguments, "modal")

    def _update_view(self, arguments: Arguments) -> Answer:
        if not arguments.get("view_id") and not arguments.get("external_id"):
            return _no("invalid_arguments")
        return self._view(arguments, "modal")

    def _publish(self, arguments: Arguments) -> Answer:
        if not arguments.get("user_id"):
            return _no("invalid_arguments")
        return self._view(arguments, "home")

    def _view(self, arguments: Arguments, kind: str) -> Answer:
        view = arguments.get("view") or {}
        if any(flaws_of_view(view)) or view["type"] != kind:
            return _no("invalid_arguments")
        return {"ok": True, "view": {**view, "id": f"V{self._number()}", "hash": f"{self._number()}"}}

    def _prompts(self, arguments: Arguments) -> Answer:
        return _no("invalid_arguments") if any(flaws_of_prompts(arguments)) else {"ok": True}

    def _access(self, _: Arguments) -> Answer:
        """Tokens: for a code at installation, for a refresh token when the one before is about to expire."""
        number = self._number()
        team = {"id": "T1", "name": "Strelsau"}
        bot = {"access_token": f"xoxe.xoxb-{number}", "refresh_token": f"xoxe-{number}", "expires_in": self.lives}
        return {"ok": True, "token_type": "bot", "team": team, "app_id": "A1", "authed_user": {"id": "UANNA"},
                "bot_user_id": "UBOT", "scope": "chat:write", **bot}  # fmt: skip

    def _number(self) -> int:
        with self._lock:
            return next(self._numbers)

    def timestamp(self) -> str:
        """The time by which a message is known: another one for each."""
        return f"{self._clock():.0f}.{self._number():06}"


def _no(error: str) -> Answer:
    return {"ok": False, "error": error}
