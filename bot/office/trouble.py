"""Library trouble is told to the admins: each once for each state of the files that cannot be served."""

from __future__ import annotations

from bot.desk import Desk
from handlers.admin.trouble import told
from handlers.memory import Kept, Place, Post
from knowledge.library import Library, Trouble


def tell_admins_of_trouble(desk: Desk, library: Library) -> None:
    """From here on, and of the trouble that there is already. Several processes tell it once, by the claim of the state."""

    def tell(trouble: Trouble) -> None:
        message = told(trouble, library.now.knowledge.revision)
        for team, person in desk.people.everyone():
            post = Post("chat.postMessage", message.message(mrkdwn=False, channel=person))
            desk.memory.keep(Kept(f"trouble/{trouble.state}/{person}", Place(team), (post,)))

    library.on_bad_state = tell
    if library.trouble and library.degraded:
        tell(library.trouble)
