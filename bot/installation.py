"""Installing in a workspace: slack_bolt's OAuth flow, over the tables of the store."""

from __future__ import annotations

import logging

from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.callback_options import CallbackOptions, FailureArgs, SuccessArgs
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_bolt.response import BoltResponse
from slack_sdk import WebClient
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from sqlalchemy import Engine

from bot import pages
from bot.manifest import scopes
from bot.settings import Settings

INSTALL, REDIRECT = "/slack/install", "/slack/oauth_redirect"
BEGIN_WITHIN = 600
"""Seconds for which somebody may think about it on Slack's page."""

PATIENCE = 10

log = logging.getLogger(__name__)


def install_flow(settings: Settings, engine: Engine) -> OAuthFlow:
    """The flow for these settings. It remembers who installed, and one state for one browser and ten minutes."""
    asked = OAuthSettings(
        client_id=settings.client_id,
        client_secret=settings.client_secret,
        scopes=scopes(settings),
        user_scopes=[],
        install_path=INSTALL,
        redirect_uri_path=REDIRECT,
        install_page_rendering_enabled=False,  # the landing page has the link, so here it goes on to Slack at once
        callback_options=CallbackOptions(success=_installed, failure=_not_installed),
        installation_store=SQLAlchemyInstallationStore(settings.client_id, engine),
        state_store=SQLAlchemyOAuthStateStore(BEGIN_WITHIN, engine),
        state_expiration_seconds=BEGIN_WITHIN,
    )
    return OAuthFlow(client=WebClient(base_url=settings.api_url, timeout=PATIENCE), settings=asked)


def _installed(done: SuccessArgs) -> BoltResponse:
    where = done.installation
    log.info("installed in the workspace %s", where.team_id)
    return _page(200, pages.installed(where.app_id or "", where.team_id or ""), done)


def _not_installed(failed: FailureArgs) -> BoltResponse:
    log.warning("an installation did not come through: %s", failed.reason.encode("ascii", "replace").decode()[:100])
    return _page(failed.suggested_status_code, pages.not_installed(), failed)


def _page(status: int, html: str, about: SuccessArgs | FailureArgs) -> BoltResponse:
    forget_state = about.settings.state_utils.build_set_cookie_for_deletion()
    return BoltResponse(status=status, headers={"Content-Type": pages.HTML, "Set-Cookie": forget_state}, body=html)
