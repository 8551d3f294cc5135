"""The playground's page in a browser: the paths that people take through it."""

from __future__ import annotations

from selenium.webdriver import Keys

from tests.aids.browser import NARROW, Page, needs_chromium

pytestmark = needs_chromium


def test_a_newcomer_asks_one_of_the_suggested_questions(page: Page) -> None:
    page.press("How many people live in Ruritania?")

    assert page.find("#side .message .body", "1.2 million").text.startswith("1.2 million")


def test_a_newcomer_mentions_the_bot_with_a_typo_and_reads_the_answer_in_the_thread(page: Page) -> None:
    page.find("#composer").send_keys("@fac")
    page.press("Factbox", "[role=listbox]")
    page.ask("how many peple live in ruritnia")

    answer = page.find("#side .message:nth-child(2)", "1.2 million")
    assert "Source: " in answer.text
    assert page.find("#main .thread-bar").text.startswith("1 reply")


def test_of_several_meanings_one_is_chosen_and_takes_the_place_of_the_choices(page: Page) -> None:
    page.ask("/fact strelsau zenda railway carried")
    page.find("#main .message", "Which of these do you mean?")
    page.press("Strelsau–Zenda Railway: freight carried since opening", "#main .actions")

    said = page.find("#main .message", "4.5 million tonnes").text
    assert "You asked: strelsau zenda railway carried" in said
    assert "Which of these" not in said


def test_a_question_goes_on_from_the_answer_before_it(page: Page) -> None:
    page.press("Factbox", "#sidebar")
    page.ask("zenda dam height")
    page.find("#main .message:nth-child(2)", "87 meters")
    page.ask("and how long is it?")

    page.find("#main .message:nth-child(4)", "1,420 meters")


def test_a_box_is_shown_whole(page: Page) -> None:
    page.ask("/fact box railway panel")

    assert page.find("#main .message.private", "Panel 1").text.count("Strelsau Review (2024), 1.2") >= 3


def test_a_question_that_was_mistyped_is_edited_and_its_answer_follows(page: Page) -> None:
    page.press("Factbox", "#sidebar")
    page.ask("zenda dam hieght")
    page.find("#main .message:nth-child(2)", "87 meters")
    page.hover("#main .message:first-child")
    page.press("More actions", "#main .message:first-child")
    page.press("Edit message", "[role=menu]")
    field = page.find("[aria-label='Edit message']")
    field.clear()
    field.send_keys("how many people live in Ruritania", Keys.ENTER)

    page.find("#main .message:nth-child(2)", "1.2 million")
    assert "(edited)" in page.find("#main .message:first-child").text


def test_a_message_is_deleted(page: Page) -> None:
    page.ask("nothing to anybody")
    page.hover("#main .message")
    page.press("More actions", "#main .message")
    page.press("Delete message", "[role=menu]")

    assert page.gone("#main .message")


def test_what_one_person_is_told_alone_the_other_does_not_see(page: Page) -> None:
    page.ask("/fact zenda dam height")
    page.find("#main .message.private", "87 meters")
    page.ask("for all to see")
    page.choose("#who", "Flavia Strakencz (admin)")
    page.find("#main[data-place^=UFLAVIA]")

    page.find("#main .message", "for all to see")
    assert page.gone("#main .message.private")


def test_what_is_not_held_is_refused(page: Page) -> None:
    page.ask("@Factbox how many sheep live in Ruritania")

    page.find("#side .message", "I do not guess")


def test_a_mention_where_the_bot_is_not_gets_no_answer_and_the_page_says_so(page: Page) -> None:
    page.press("# lobby")
    page.find("#main h2", "# lobby")
    page.find("#composer").send_keys("how many people live in Ruritania")

    page.find(".hint", "Factbox is not in this channel")


def test_a_slash_command_is_completed_and_answered_for_ones_own_eyes(page: Page) -> None:
    page.find("#composer").send_keys("/f")
    page.press("/fact", "[role=listbox]")
    page.ask("zenda dam height")

    answer = page.find("#main .message.private")
    assert "Only visible to you" in answer.text
    assert "87 meters" in answer.text


def test_a_direct_message_is_answered_in_place(page: Page) -> None:
    page.press("Factbox", "#sidebar")
    page.find("#main h2", "Factbox")
    page.ask("zenda dam height")

    page.find("#main .message:nth-child(2)", "87 meters")


def test_inspect_shows_what_was_weighed_and_sent(page: Page) -> None:
    page.ask("/fact zenda dam height")
    page.find("#main .message.private", "87 meters")
    page.hover("#main .message", "87 meters")
    page.press("Inspect", "#main .message")

    page.find("#side", "What was weighed")
    page.press("Delivered to Factbox", "#side")
    assert '"text": "zenda dam height"' in page.find("#side details[open] pre", "command").text


def test_on_a_phone_the_answer_is_a_touch_away(page: Page) -> None:
    page.open(NARROW)
    page.ask("@Factbox zenda dam height")
    page.press("1 reply")

    page.find("#side .message", "87 meters")
    page.press("Close the panel")
    assert page.gone("#side")
    assert page.driver.execute_script("return document.documentElement.scrollWidth <= innerWidth")


def test_what_people_write_is_text_and_nothing_else(page: Page) -> None:
    page.ask("<img src=x onerror=alert(1)> *bold* <b>b</b>")

    said = page.find("#main .message .text", "<img src=x onerror=alert(1)>")
    assert said.text == "<img src=x onerror=alert(1)> bold <b>b</b>"
