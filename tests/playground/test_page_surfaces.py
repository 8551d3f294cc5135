"""Everything under and around an answer, on the playground's page and with the real bot: what a newcomer comes upon."""

from __future__ import annotations

from selenium.webdriver import Keys

from tests.aids.browser import Page, needs_chromium

pytestmark = needs_chromium

HEIGHT = "87 meters"


def answered(page: Page) -> Page:
    """The page after a question to which only the asker has the answer."""
    page.ask("/fact zenda dam height")
    page.find("#main .message.private", HEIGHT)
    return page


def test_a_private_answer_is_shared_with_everybody(page: Page) -> None:
    answered(page).press("Share in channel", "#main .message.private")

    page.find("#main .message:not(.private)", HEIGHT)
    page.choose("#who", "Flavia Strakencz (admin)")
    page.find("#main[data-place^=UFLAVIA]")
    page.find("#main .message", HEIGHT)


def test_a_figure_is_copied_with_its_citation(page: Page) -> None:
    answered(page).press("Copy with citation", "#main .message")

    copied = page.find("#modal pre").text
    assert copied.startswith(HEIGHT)
    assert "Statistical Yearbook of Ruritania 2023 (October 2023), II.2" in copied


def test_how_an_answer_came_about_is_told(page: Page) -> None:
    answered(page).press("More", "#main .message .actions")
    page.press("How it got here", "[role=menu]")

    page.find("#modal", "Entry: zenda-dam/height")


def test_what_is_wrong_is_told_to_the_admins(page: Page) -> None:
    answered(page).press("More", "#main .message .actions")
    page.press("Something wrong?", "[role=menu]")
    page.find("#modal :is(textarea, input)").send_keys("It is higher now.")
    page.press("Send", "#modal")

    page.find("body", "Thank you. The admins of this Factbox will read it.")


def test_what_is_not_held_is_asked_for(page: Page) -> None:
    page.ask("@Factbox how many bridges does Strelsau have")
    page.press("Ask an admin to add it", "#side .message")

    page.find("body", "I have noted it for the admins of this Factbox.")


def test_the_home_is_browsed_from_topic_to_figure(page: Page) -> None:
    page.press("Factbox", "#sidebar")
    page.press("Home", ".tabs")
    page.press("water", "#home")
    page.press("Zenda Dam", "#home")
    page.find("#home .section", "height of the dam").find_element("css selector", "button").click()

    page.find("#home", HEIGHT)


def test_the_home_is_searched(page: Page) -> None:
    page.press("Factbox", "#sidebar")
    page.press("Home", ".tabs")
    page.find("#home input").send_keys("zenda dam height", Keys.ENTER)

    page.find("#home", HEIGHT)


def test_the_direct_message_offers_the_prompts_of_the_app(page: Page) -> None:
    page.press("Factbox", "#sidebar")

    page.press("What can you do?", ".welcome")
    page.find("#main .message", "I am Factbox")


def test_the_global_shortcut_answers_for_a_name_that_is_typed_ahead(page: Page) -> None:
    page.press("Shortcuts", "#main .composer")
    page.press("Ask Factbox", "[role=menu]")
    page.find("#modal [role=combobox]").send_keys("zenda")
    page.press("Zenda Dam: height of the dam", "#modal .options")
    page.press("Ask", "#modal footer")

    page.find("#modal", HEIGHT)


def test_the_message_shortcut_finds_the_figure_of_what_somebody_wrote(page: Page) -> None:
    page.ask("Does anybody know the height of the Zenda Dam?")
    page.hover("#main .message", "anybody")
    page.press("More actions", "#main .message")
    page.press("Find the figure", "[role=menu]")

    page.find("#modal, .message.private", HEIGHT)


def test_an_admin_sees_who_the_admins_are_and_nobody_else_does(page: Page) -> None:
    page.ask("/fact admin")
    page.find("#main .message.private", "Only the admins of this Factbox may do that")

    page.choose("#who", "Flavia Strakencz (admin)")
    page.find("#main[data-place^=UFLAVIA]")
    page.ask("/fact admin")
    page.press("Admins", "#main .message.private")
    page.find("#modal .chip", "Flavia Strakencz")
