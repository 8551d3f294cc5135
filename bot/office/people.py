"""Who may: whom the settings name, who installed Factbox, whom these named, and (if set so) the workspace's own admins."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from threading import Thread

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError
from sqlalchemy import Connection, delete, insert, select

from bot.circuit import Away, Circuit
from bot.office.ledger import written
from bot.office.rooms import Room
from bot.settings import Settings
from bot.store import Store
from bot.store.tables import ADMINS, INSTALLATIONS
from handlers.office import Act, Admin, OutOfReach, Right
from handlers.person import Person

NAMED, SLACK = "named", "slack"
BY_SETTING, BY_INSTALLING = "the setting ADMINS", "installing Factbox"

FRESH = 300.0
"""Seconds for which we believe what Slack said of a person."""

TokenOf = Callable[[str, str | None], str]
"""The bot's token in a workspace (its id, and its enterprise's). Raises LookupError or Away."""

log = logging.getLogger(__name__)


class LastingPeople(Room):
    """Asked at every step: whoever lost the right a moment ago may do nothing more."""

    def __init__(self, store: Store, circuit: Circuit, settings: Settings, token_of: TokenOf) -> None:
        super().__init__(store, circuit)
        self._settings = settings
        self._token_of = token_of

    def may(self, person: Person) -> Right:
        if not person.team or not person.id or person.is_guest_of or not self._may_edit(person.team):
            return "no"
        try:
            said, asked = self._read(lambda connection: self._known(person, connection))
        except OutOfReach:
            return "away"
        if said is None and self._settings.workspace_admins and not asked:
            Thread(target=self._ask, args=(person,), daemon=True, name="is-admin").start()
            return "asking"
        return "yes" if said else "no"

    def admins(self, team: str) -> Sequence[Admin]:
        return self._read(lambda connection: self.admins_of(team, connection))

    def appoint(self, person: str, may: bool, by: Person) -> None:
        act = Act("name an admin" if may else "dismiss an admin", person)

        def appointed(connection: Connection) -> None:
            _replace(by.team, person, NAMED, may, by.id, connection)
            written(by.team, by.id, act, connection)

        self._write(appointed)

    def everyone(self) -> list[tuple[str, str]]:
        """Every admin of every workspace, each with it; those of the settings are in the one that the token is for."""
        return self._read(self._everyone)

    def _everyone(self, connection: Connection) -> list[tuple[str, str]]:
        teams = {*connection.execute(select(ADMINS.c.team).where(ADMINS.c.source == NAMED)).scalars()}
        if self._settings.client_id:
            teams |= {team for team in connection.execute(select(INSTALLATIONS.c.team_id)).scalars() if team}
        found = dict.fromkeys(sorted(self._by_setting()), "")
        for team in sorted(teams):
            found |= {admin.id: team for admin in self.admins_of(team, connection)}
        return [(team, id) for id, team in found.items()]

    def admins_of(self, team: str, connection: Connection) -> Sequence[Admin]:
        """Who may, as this transaction sees it."""
        if not self._may_edit(team):
            return []
        named = _named(team, connection)
        installer = self._installer(team, connection)
        found = {id: Admin(id, BY_SETTING, settled=True) for id in sorted(self._by_setting())}
        if installer and installer[0] not in named:
            found.setdefault(installer[0], Admin(installer[0], BY_INSTALLING))
        for id in (id for id, (may, _) in named.items() if may):
            found.setdefault(id, Admin(id, named[id][1]))
        return [*found.values()]

    def _known(self, person: Person, connection: Connection) -> tuple[bool | None, bool]:
        """Whether they may, None if nobody said so; and whether Slack was asked a short while ago."""
        if person.id in self._by_setting():
            return True, False
        if (named := _named(person.team, connection).get(person.id)) is not None:
            return named[0], False
        installer = self._installer(person.team, connection)
        if installer and installer == (person.id, person.enterprise):
            return True, False
        return _by_slack(person, connection) if self._settings.workspace_admins else (None, False)

    def _may_edit(self, team: str) -> bool:
        """All workspaces share one knowledge base: with OAuth the settings may name those whose admins change it."""
        named = {id for id in self._settings.admins if id.startswith("T")}
        return not (self._settings.client_id and named) or team in named

    def _by_setting(self) -> frozenset[str]:
        """With OAuth there are many workspaces, and a name in the settings says nothing about most of them."""
        people = frozenset(id for id in self._settings.admins if not id.startswith("T"))
        return frozenset() if self._settings.client_id else people

    def _installer(self, team: str, connection: Connection) -> tuple[str, str | None] | None:
        """Who installed Factbox there first: whoever does it again has no more right by that than before."""
        if not self._settings.client_id:
            return None
        ours = INSTALLATIONS.c.team_id == team, INSTALLATIONS.c.client_id == self._settings.client_id
        by = select(INSTALLATIONS.c.user_id, INSTALLATIONS.c.enterprise_id).where(*ours)
        first = connection.execute(by.order_by(INSTALLATIONS.c.installed_at, INSTALLATIONS.c.id).limit(1)).first()
        return (first[0], first[1]) if first else None

    def _ask(self, person: Person) -> None:
        """Asks Slack, aside: no ack waits for that. If Slack cannot say, the next click asks again."""
        try:
            token = self._token_of(person.team, person.enterprise)
            client = WebClient(token=token, base_url=self._settings.api_url, timeout=5, retry_handlers=[])
            user = client.users_info(user=person.id)["user"]
            runs = bool(user.get("is_admin") or user.get("is_owner")) and user.get("team_id") in (None, person.team)
            self._write(lambda connection: _replace(person.team, person.id, SLACK, runs, SLACK, connection), 5.0)
        except (SlackClientError, LookupError, Away, OutOfReach, OSError) as error:
            log.warning("Slack did not say who runs the workspace: %s", type(error).__name__)


def _named(team: str, connection: Connection) -> dict[str, tuple[bool, str]]:
    ours = select(ADMINS.c.person, ADMINS.c.may, ADMINS.c.by).where(ADMINS.c.team == team, ADMINS.c.source == NAMED)
    return {person: (may, by) for person, may, by in connection.execute(ours.order_by(ADMINS.c.at))}


def _by_slack(person: Person, connection: Connection) -> tuple[bool | None, bool]:
    theirs = ADMINS.c.team == person.team, ADMINS.c.person == person.id, ADMINS.c.source == SLACK
    said = connection.execute(select(ADMINS.c.may).where(*theirs, ADMINS.c.at > time.time() - FRESH)).scalar()
    return said, said is not None


def _replace(team: str, person: str, source: str, may: bool, by: str, connection: Connection) -> None:
    theirs = ADMINS.c.team == team, ADMINS.c.person == person, ADMINS.c.source == source
    connection.execute(delete(ADMINS).where(*theirs))
    row = {"team": team, "person": person, "source": source, "may": may, "by": by, "at": time.time()}
    connection.execute(insert(ADMINS).values(row))
