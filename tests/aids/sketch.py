"""An app that shows every kind of block and does every kind of thing, to try the playground with: a Bolt app as real
as Factbox, and as simple as can be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.playground.examiner import Examiner
from bot.playground.playground import Playground
from bot.playground.process import free_port
from bot.playground.server import PageServer
from tests.bases import RURITANIA

SECRET = "secret"
Thing = dict[str, Any]


def text(words: str, kind: str = "plain_text") -> Thing:
    return {"type": kind, "text": words}


def option(name: str) -> Thing:
    return {"text": text(name), "value": name.casefold()}


def button(name: str, **more: Any) -> Thing:
    return {"type": "button", "text": text(name), "action_id": name.casefold().replace(" ", "-"), **more}


def actions(*elements: Thing) -> Thing:
    return {"type": "actions", "elements": [*elements]}


def entry(name: str, kind: str, **more: Any) -> Thing:
    """An input block named as its field."""
    element = {"type": kind, "action_id": "value", **more}
    return {"type": "input", "block_id": name, "label": text(name), "optional": True, "element": element}


def modal(title: str, *blocks: Thing, **more: Any) -> Thing:
    return {
        "type": "modal",
        "callback_id": "form",
        "title": text(title),
        "submit": text("Send"),
        "blocks": [*blocks],
        **more,
    }


FIGURES = [option("Alpha"), option("Beta"), option("Gamma")]
SURE = {"title": text("Really?"), "text": text("It is gone then."), "confirm": text("Do it"), "deny": text("Stop")}
EVERYTHING = [
    {"type": "header", "text": text("A header")},
    {"type": "section", "text": text("*Bold* _slanted_ ~struck~ `code` <https://example.com|link> &lt;b&gt;\n&gt; quoted", "mrkdwn")},
    {"type": "divider"},
    {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "12 million", "style": {"bold": True}}]},
            {"type": "rich_text_list", "style": "bullet", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "one"}]}]},
        ],
    },
    {"type": "table", "rows": [[{"type": "raw_text", "text": "Year"}], [{"type": "raw_text", "text": "2024"}]]},
    {"type": "context", "elements": [text("small *words*", "mrkdwn")]},
    actions(
        button("Plain", value="1"), button("Sure", style="danger", confirm=SURE), button("Form", style="primary"),
        {"type": "overflow", "action_id": "overflow", "options": [option("Rename"), option("Retire")]},
        {"type": "static_select", "action_id": "menu", "placeholder": text("Choose a figure"), "options": FIGURES},
        {"type": "external_select", "action_id": "ahead", "placeholder": text("Search"), "min_query_length": 2},
    ),
    {
        "type": "context_actions",
        "elements": [{
            "type": "feedback_buttons", "action_id": "feedback",
            "positive_button": {"text": text("Good"), "value": "up", "accessibility_label": "This helped"},
            "negative_button": {"text": text("Bad"), "value": "down", "accessibility_label": "This did not help"},
        }],
    },
]  # fmt: skip
FORM = modal(
    "Form", entry("words", "plain_text_input"), entry("more words", "plain_text_input", multiline=True),
    entry("number", "number_input", is_decimal_allowed=True), entry("figure", "static_select", options=FIGURES),
    entry("figures", "multi_static_select", options=FIGURES), entry("ahead", "external_select", min_query_length=1),
    entry("people", "multi_users_select", initial_users=["UFLAVIA"]), entry("ticks", "checkboxes", options=FIGURES),
    entry("one", "radio_buttons", options=FIGURES), entry("day", "datepicker", initial_date="2024-05-31"),
    actions(button("Another")), notify_on_close=True,
)  # fmt: skip


class Sketch:
    """The app, with everything that reached it in `heard`."""

    def __init__(self, api_url: str) -> None:
        self.heard: list[Thing] = []
        client = WebClient(base_url=api_url)
        self.app = App(
            signing_secret=SECRET,
            client=client,
            authorize=lambda enterprise_id, team_id: AuthorizeResult(
                enterprise_id=enterprise_id, team_id=team_id, bot_token="xoxb-1"
            ),
            process_before_response=True,
        )
        self.app.use(self._hear)
        self._listen(self.app)

    @property
    def last(self) -> Thing:
        return self.heard[-1]

    def _hear(self, body: Thing, next: Any) -> None:
        self.heard.append(body)
        next()

    def _listen(self, app: App) -> None:
        app.command("/fact")(lambda ack: ack(text="everything", blocks=EVERYTHING))
        app.event("message")(lambda ack: ack())
        app.event("app_mention")(lambda event, say: say(text="everything", blocks=EVERYTHING, thread_ts=event["ts"]))
        app.event("app_home_opened")(_home)
        app.action("form")(_open(FORM))
        app.action("another")(_push)
        app.action("plain")(_answer)
        app.action("menu")(_replace)
        app.action({"type": "block_actions"})(lambda ack: ack())
        app.options("ahead")(lambda ack, body: ack(options=[option(f"{body['value']} {number}") for number in (1, 2)]))
        app.options("value")(lambda ack, body: ack(options=[option(f"{body['value']} {number}") for number in (1, 2)]))
        app.view("form")(_submitted)
        app.view_closed("form")(lambda ack: ack())
        app.shortcut("ask")(_open(FORM))
        app.shortcut("find")(_open(FORM))


def _open(view: Thing) -> Any:
    def opened(ack: Any, client: WebClient, body: Thing) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=view)
        ack()

    return opened


def _push(ack: Any, client: WebClient, body: Thing) -> None:
    client.views_push(trigger_id=body["trigger_id"], view=modal("On top", entry("words", "plain_text_input")))
    ack()


def _home(client: WebClient, event: Thing) -> None:
    if event["tab"] == "home":
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": EVERYTHING})


def _answer(ack: Any, respond: Any) -> None:
    ack()
    respond(text="in the channel", response_type="in_channel", replace_original=False)


def _replace(ack: Any, respond: Any, action: Thing) -> None:
    ack()
    respond(text=f"chosen: {action['selected_option']['value']}", replace_original=True)


def _submitted(ack: Any, view: Thing) -> None:
    """`no` is refused, `next` goes on, anything else closes."""
    words = view["state"]["values"].get("words", {}).get("value", {}).get("value")
    if words == "no":
        ack(response_action="errors", errors={"words": "No is no answer."})
    elif words == "next":
        ack(response_action="update", view=modal("Next", entry("words", "plain_text_input")))
    else:
        ack(response_action="clear" if words == "all" else None)


class _Threading(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Silent(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nobody needs a line for each."""


@contextmanager
def sketched() -> Iterator[tuple[PageServer, Sketch]]:
    """The playground, with the sketch for its app."""
    port = free_port()
    examiner = Examiner(RURITANIA, RURITANIA)
    examiner.open()
    playground = Playground(examiner, f"http://127.0.0.1:{port}/slack/events", SECRET)
    with playground.slack as slack:
        sketch = Sketch(slack.url)
        web = make_server("127.0.0.1", port, SlackRequestHandler(sketch.app), _Threading, _Silent)
        page = PageServer(free_port(), playground)
        for server in (web, page):
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield page, sketch
        for server in (web, page):
            server.shutdown()
            server.server_close()
