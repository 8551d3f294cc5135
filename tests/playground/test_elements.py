"""Every kind of block and element on the playground's page, with an app that has them all: what is done with them
reaches the app in Slack's shapes, and what the app says to it is obeyed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from selenium.webdriver import Chrome, Keys

from bot.playground.server import PageServer
from tests.aids.browser import Page, needs_chromium, opened
from tests.aids.sketch import Sketch, sketched

pytestmark = needs_chromium

Thing = dict[str, Any]


@pytest.fixture(scope="module")
def sketching() -> Iterator[tuple[PageServer, Sketch]]:
    with sketched() as both:
        yield both


@pytest.fixture
def sketch(sketching: tuple[PageServer, Sketch]) -> Sketch:
    sketching[1].heard.clear()
    return sketching[1]


@pytest.fixture
def page(browser: Chrome, sketching: tuple[PageServer, Sketch]) -> Iterator[Page]:
    """A page with a message in which everything is."""
    server, _ = sketching
    server.playground.workspace.clear()
    with opened(browser, server.address) as page:
        page.ask("/fact everything")
        page.find(".message .context")
        yield page


@pytest.fixture
def form(page: Page) -> Page:
    """The page with the modal open."""
    page.press("Form", ".message")
    page.find("#modal[open] h2", "Form")
    return page


def action(sketch: Sketch) -> Thing:
    """What was done, without when."""
    given: Thing = {**sketch.last["actions"][0]}
    given.pop("action_ts")
    given.pop("block_id")
    return given


def chosen(name: str) -> Thing:
    return {"text": {"type": "plain_text", "text": name}, "value": name.casefold()}


def values(sketch: Sketch) -> Thing:
    """What was filled in, by block."""
    state = sketch.last["view"]["state"]["values"]
    return {block: filled["value"] for block, filled in state.items()}


def test_each_kind_of_block_says_what_it_says(page: Page) -> None:
    said = page.find(".message .blocks").text.splitlines()

    assert said[:8] == [
        "A header", "Bold slanted struck code link <b>", "quoted", "12 million", "one", "Year", "2024", "small words",
    ]  # fmt: skip
    marked = {
        each: page.find(f".message {each}").text for each in ("h3", "em", "s", "code", "blockquote", "li", "th", "td")
    }
    assert marked == {"h3": "A header", "em": "slanted", "s": "struck", "code": "code", "blockquote": "quoted",
                      "li": "one", "th": "Year", "td": "2024"}  # fmt: skip
    assert page.find(".message a", "link").get_attribute("href") == "https://example.com/"


def test_a_button_is_pressed(page: Page, sketch: Sketch) -> None:
    page.press("Plain", ".message")

    page.find(".message", "in the channel")
    text = {"type": "plain_text", "text": "Plain"}
    assert action(sketch) == {"type": "button", "action_id": "plain", "text": text, "value": "1"}
    assert sketch.last["container"]["is_ephemeral"] is True


def test_a_button_that_asks_first_is_pressed_only_when_confirmed(page: Page, sketch: Sketch) -> None:
    page.press("Sure", ".message")
    page.press("Stop", "#confirm")
    assert page.gone("#confirm")
    assert [body for body in sketch.heard if "actions" in body] == []

    page.press("Sure", ".message")
    page.press("Do it", "#confirm")
    assert page.gone("#confirm")
    page.press("Plain", ".message")
    page.find(".message", "in the channel")
    assert [body["actions"][0]["action_id"] for body in sketch.heard if "actions" in body] == ["sure", "plain"]


def test_an_overflow_menu_is_opened_and_chosen_from_by_keyboard(page: Page, sketch: Sketch) -> None:
    page.press("More", ".message .overflow, .message .actions")
    page.find("[role=menuitem]", "Rename")
    page.type(Keys.ARROW_DOWN, Keys.ENTER)

    assert page.gone("[role=menu]")
    page.press("Plain", ".message")
    page.find(".message", "in the channel")
    chosen_from = next(body["actions"][0] for body in sketch.heard if body["actions"][0]["type"] == "overflow")
    assert chosen_from["selected_option"] == chosen("Retire")


def test_a_choice_in_a_menu_may_replace_the_message(page: Page, sketch: Sketch) -> None:
    page.find(".message [role=combobox][aria-label='Choose a figure']").send_keys("ta", Keys.ARROW_DOWN, Keys.ENTER)

    page.find(".message.private", "chosen: beta")
    assert action(sketch)["selected_option"] == chosen("Beta")


def test_a_type_ahead_asks_the_app_once_enough_is_typed(page: Page, sketch: Sketch) -> None:
    field = page.find(".message [role=combobox][aria-label='Search']")
    field.send_keys("z")
    page.find(".options", "Type 2 or more characters")
    field.send_keys("en")
    page.press("zen 2", ".options")

    assert field.get_attribute("value") == "zen 2"
    suggestion = next(body for body in sketch.heard if body["type"] == "block_suggestion")
    assert (suggestion["action_id"], suggestion["value"]) == ("ahead", "zen")


def test_feedback_is_given_and_changed(page: Page) -> None:
    page.press("This helped", ".message")
    page.press("This did not help", ".message")

    pressed = page.find(".feedback[aria-pressed=true]")
    assert pressed.get_attribute("aria-label") == "This did not help"
    assert page.find(".feedback[aria-pressed=false]")


def test_a_modal_is_filled_in_and_sent_off(form: Page, sketch: Sketch) -> None:
    form.type("words")
    form.find("#modal textarea").send_keys("two", Keys.ENTER, "lines")
    form.find("#modal [type=number]").send_keys("1.5")
    choices = form.driver.find_elements("css selector", "#modal [role=combobox]")
    choices[0].send_keys("be", Keys.ENTER)
    choices[1].send_keys("al", Keys.ENTER, "ga", Keys.ENTER)
    choices[2].send_keys("x")
    form.press("x 2", "#modal .options")
    form.press("Remove Flavia Strakencz", "#modal")
    choices[3].send_keys("anna", Keys.ENTER)
    form.press("Send", "#modal")

    assert form.gone("#modal")
    assert values(sketch) == {
        "words": {"type": "plain_text_input", "value": "words"},
        "more words": {"type": "plain_text_input", "value": "two\nlines"},
        "number": {"type": "number_input", "value": "1.5"},
        "figure": {"type": "static_select", "selected_option": chosen("Beta")},
        "figures": {"type": "multi_static_select", "selected_options": [chosen("Alpha"), chosen("Gamma")]},
        "ahead": {"type": "external_select", "selected_option": chosen("x 2")},
        "people": {"type": "multi_users_select", "selected_users": ["UANNA"]},
        "ticks": {"type": "checkboxes", "selected_options": []},
        "one": {"type": "radio_buttons", "selected_option": None},
        "day": {"type": "datepicker", "selected_date": "2024-05-31"},
    }


def test_ticks_are_kept(form: Page, sketch: Sketch) -> None:
    for name, kind in (("Beta", "checkbox"), ("Gamma", "checkbox"), ("Alpha", "radio")):
        tick = form.find(f"#modal label:has([type={kind}])", name)
        form.driver.execute_script("arguments[0].scrollIntoView()", tick)
        tick.click()
    form.press("Send", "#modal")

    assert form.gone("#modal")
    assert values(sketch)["ticks"]["selected_options"] == [chosen("Beta"), chosen("Gamma")]
    assert values(sketch)["one"]["selected_option"] == chosen("Alpha")


def test_an_error_stands_under_its_field_and_what_was_typed_stays(form: Page) -> None:
    form.type("no")
    form.press("Send", "#modal")

    form.find("#modal .error", "No is no answer.")
    field = form.find("#modal [aria-invalid=true]")
    assert (field.get_attribute("value"), field == form.focused) == ("no", True)
    assert form.find(f"#{field.get_attribute('aria-describedby')}").text == "No is no answer."


def test_a_modal_goes_on_to_the_next(form: Page) -> None:
    form.type("next")
    form.press("Send", "#modal")

    form.find("#modal h2", "Next")


def test_modals_are_stacked_and_all_of_them_closed(form: Page) -> None:
    form.press("Another", "#modal")
    form.find("#modal h2", "On top")
    form.type("all", Keys.ENTER)

    assert form.gone("#modal")


def test_closing_a_modal_shows_the_one_below_and_tells_the_app_that_asked_for_it(form: Page, sketch: Sketch) -> None:
    form.press("Another", "#modal")
    form.find("#modal h2", "On top")
    form.type(Keys.ESCAPE)
    form.find("#modal h2", "Form")
    form.press("Close", "#modal")

    assert form.gone("#modal")
    form.press("Plain", ".message")
    form.find(".message", "in the channel")
    assert "view_closed" in [body["type"] for body in sketch.heard]
