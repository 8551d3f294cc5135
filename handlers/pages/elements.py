"""What pages are made of. Names are plain text throughout: nothing in them can format, link or mention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    DividerBlock,
    HeaderBlock,
    PlainTextObject,
    SectionBlock,
)

from handlers import wording_pages as wording
from handlers.office import OPEN_PAGE
from handlers.pages.where import Where
from handlers.reply import Block, clean, cut

IN_A_ROW = 25
LONGEST_SECTION = 300


@dataclass(frozen=True, slots=True)
class Door:
    """A name, and the page that it leads to."""

    name: str
    leads_to: Where


class Page:
    """A page as it is being put together: a name, and blocks whose buttons are numbered."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.blocks: list[Block] = []
        self._numbers = count()

    def header(self, text: str) -> None:
        self._put(HeaderBlock(text=_plain(text, HeaderBlock.text_max_length)))

    def words(self, *sentences: str) -> None:
        """Sentences, each as a section of its own."""
        for each in sentences:
            self._put(SectionBlock(text=_plain(each, SectionBlock.text_max_length)))

    def divider(self) -> None:
        self._put(DividerBlock())

    def shelf(self, doors: Sequence[Door]) -> None:
        """Short names, as rows of buttons."""
        for first in range(0, len(doors), IN_A_ROW):
            self._put(ActionsBlock(elements=[self._button(each) for each in doors[first : first + IN_A_ROW]]))

    def to_front(self) -> None:
        """The way back to the first page."""
        self.shelf([Door(wording.FRONT, Where())])

    def admins_door(self) -> None:
        """The admins' page; who may open it is asked when it is pressed."""
        self._put(ActionsBlock(elements=[ButtonElement(text=_plain(wording.ADMINS_PAGE, 75), action_id=OPEN_PAGE)]))

    def list(self, doors: Iterable[tuple[str, Where]]) -> None:
        """Long names, a line each with a button to open it."""
        for name, leads_to in doors:
            button = self._button(Door(wording.OPEN, leads_to), read_out=wording.opens(name))
            self._put(SectionBlock(text=_plain(name, LONGEST_SECTION), accessory=button))

    def _button(self, door: Door, read_out: str | None = None) -> ButtonElement:
        button = ButtonElement(
            text=_plain(door.name, ButtonElement.text_max_length),
            action_id=f"go-{next(self._numbers)}",
            value=str(door.leads_to),
        )
        if read_out:
            button.accessibility_label = cut(clean(read_out), ButtonElement.text_max_length)
        return button

    def _put(self, block: HeaderBlock | SectionBlock | ActionsBlock | DividerBlock) -> None:
        self.blocks.append(dict(block.to_dict()))


def _plain(text: str, longest: int) -> PlainTextObject:
    return PlainTextObject(text=cut(clean(text) or "—", longest), emoji=False)
