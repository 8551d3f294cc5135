"""What the environment says, and everything wrong with it at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, settings_in

COPY_BOT_TOKEN = "copy it whole from OAuth & Permissions → Bot User OAuth Token"
MAKE_APP_TOKEN = "make one under Basic Information → App-Level Tokens, with the scope connections:write"
TO_TRY = "to try Factbox here without Slack"
TOKENS = {"SLACK_BOT_TOKEN": "xoxb-1-a", "SLACK_APP_TOKEN": "xapp-1-b"}


def test_without_tokens_nothing_is_missing() -> None:
    assert settings_in({}, "bot") == (Settings(), ())


def test_an_empty_variable_counts_as_unset() -> None:
    assert settings_in({"SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": " ", "PORT": ""}, "bot") == (Settings(), ())


def test_everything_that_is_set_is_read() -> None:
    env = {**TOKENS, "SLACK_SIGNING_SECRET": "s", "SLACK_API_URL": "http://127.0.0.1:9/api/", "KNOWLEDGE": "/kb"}

    assert settings_in({**env, "SLACK_COMMAND": "/figure", "LISTENER_THREADS": "4", "PORT": "80"}, "bot") == (
        Settings("xoxb-1-a", "xapp-1-b", "s", "http://127.0.0.1:9/api/", Path("/kb"), "/figure", 4),
        (),
    )


def test_all_that_is_malformed_is_named_at_once_with_its_cure() -> None:
    env = {
        "SLACK_BOT_TOKEN": "xapp-1-b",
        "SLACK_SIGNING_SECRET": "a b",
        "PORT": "http",
        "LISTENER_THREADS": "0",
        "SLACK_API_URL": "slack.com",
        "SLACK_COMMAND": "fact",
    }

    assert settings_in(env, "bot") == (
        Settings(),
        (
            f"SLACK_BOT_TOKEN is not a token that starts with xoxb-: {COPY_BOT_TOKEN}",
            "SLACK_SIGNING_SECRET has a space in it: copy it whole from Basic Information → App Credentials",
            f"SLACK_APP_TOKEN is missing: {MAKE_APP_TOKEN}; or unset SLACK_BOT_TOKEN too, {TO_TRY}",
            "PORT is not a number from 1 to 65535: set it to a free port, such as 8000",
            "LISTENER_THREADS is not a number from 1 to 256: unset it for 16",
            "SLACK_API_URL is not an http or https address: unset it for https://slack.com/api/",
            "SLACK_COMMAND is not a slash command: write it as in the manifest, such as /fact",
        ),
    )


def test_one_token_alone_is_not_enough() -> None:
    _, problems = settings_in({"SLACK_APP_TOKEN": "xapp-1-b"}, "bot")

    assert problems == (f"SLACK_BOT_TOKEN is missing: {COPY_BOT_TOKEN}; or unset SLACK_APP_TOKEN too, {TO_TRY}",)


def test_the_web_process_needs_a_token_and_a_secret() -> None:
    assert settings_in({}, "web")[1] == (
        f"SLACK_BOT_TOKEN is missing: {COPY_BOT_TOKEN}; or set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, "
        "so that workspaces can install Factbox themselves",
        "SLACK_SIGNING_SECRET is missing: copy it whole from Basic Information → App Credentials",
    )


@pytest.mark.parametrize("value", ["xoxb-1 2", "xoxb-", "xoxb-1\n2", "xoxp-1", "hunter2", "xoxb-é"])
def test_no_problem_repeats_a_secret(value: str) -> None:
    _, problems = settings_in({**TOKENS, "SLACK_BOT_TOKEN": value}, "bot")

    assert len(problems) == 1
    assert value.removeprefix("xoxb-") not in problems[0] or value == "xoxb-"


@pytest.mark.parametrize("port", ["0", "65536", "8000 ", "-1", "8e3", "٨٠"])
def test_a_port_is_a_number(port: str) -> None:
    assert bool(settings_in({"PORT": port}, "bot")[1]) == (port != "8000 ")


def test_without_an_address_the_database_is_a_file_in_the_state_folder() -> None:
    settings, _ = settings_in({"FACTBOX_STATE": "/var/factbox"}, "command")

    assert settings.database == "sqlite:////var/factbox/factbox.sqlite3"
    assert settings.spool == Path("/var/factbox/spool")


def test_the_database_and_what_is_kept_in_it_can_be_set() -> None:
    address = "postgres://user:password@host/name"
    settings, problems = settings_in({"DATABASE_URL": address, "KEEP_QUESTIONS_DAYS": "7", "ASKER_SECRET": "s"}, "bot")

    assert problems == ()
    assert (settings.database, settings.keep_texts, settings.asker_secret) == (address, 7, "s")


@pytest.mark.parametrize("address", ["mysql://host/name", "/var/factbox.sqlite3"])
def test_a_database_that_we_do_not_know_is_named_without_its_address(address: str) -> None:
    _, (problem,) = settings_in({"DATABASE_URL": address}, "bot")

    assert problem.startswith("DATABASE_URL is not an address of PostgreSQL or SQLite: ")
    assert address not in problem


@pytest.mark.parametrize("number", ["59", "0", "-1", "many", "100000"])
def test_too_few_or_odd_numbers_of_revisions_are_named(number: str) -> None:
    assert settings_in({"KEEP_REVISIONS": number}, "bot")[1] == (
        "KEEP_REVISIONS is not a number from 60 to 99999: unset it for 500",
    )


def test_a_command_needs_no_tokens() -> None:
    assert settings_in({"SLACK_BOT_TOKEN": "xoxb-1"}, "command")[1] == ()


CREDENTIALS = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s", "SLACK_SIGNING_SECRET": "s"}


def test_where_workspaces_install_it_the_web_process_needs_no_token() -> None:
    settings, problems = settings_in(CREDENTIALS, "web")

    assert problems == ()
    assert settings.installs


@pytest.mark.parametrize("missing", ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"])
def test_one_credential_alone_is_not_enough(missing: str) -> None:
    (other,) = {"SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"} - {missing}
    _, (problem,) = settings_in({name: value for name, value in CREDENTIALS.items() if name != missing}, "web")

    assert problem == (
        f"{missing} is missing: copy it whole from Basic Information → App Credentials; "
        f"or unset {other} too, if this serves one workspace"
    )


@pytest.mark.parametrize(
    ("contact", "good"),
    [("a@example.org", True), ("https://example.org", True), ("http://x.org", False), ("me", False)],
)
def test_a_contact_is_an_email_address_or_a_web_address(contact: str, good: bool) -> None:
    assert (settings_in({"SUPPORT_CONTACT": contact}, "command")[1] == ()) == good


def test_the_admins_are_read_from_a_list_of_ids() -> None:
    settings, problems = settings_in({**TOKENS, "ADMINS": "U0123456, U0234567", "WORKSPACE_ADMINS": "yes"}, "bot")

    assert (settings.admins, settings.workspace_admins, problems) == (frozenset({"U0123456", "U0234567"}), True, ())


def test_an_admin_that_is_no_id_is_named() -> None:
    _, problems = settings_in({**TOKENS, "ADMINS": "@anna", "WORKSPACE_ADMINS": "perhaps"}, "bot")

    assert problems == (
        "ADMINS is not a list of ids: write them with commas between, such as U0123456,U0234567",
        "WORKSPACE_ADMINS is neither yes nor no: unset it for no",
    )
