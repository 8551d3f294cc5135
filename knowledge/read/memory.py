"""The pages that were read last: of an edit, only the files that it changed are read anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.read.content import Content
from knowledge.read.pages import Page, Pages, page
from knowledge.read.schema import form_of

MOST = 5_000_000
"""Bytes of the files whose pages are remembered, about four times as many in memory; of more, none are."""


@dataclass(slots=True)
class Memory:
    """The pages of the files that were read last, all from one state: another takes their place."""

    pages: Mapping[str, tuple[bytes, Page]] = field(default_factory=dict)  # a page depends on its file's name and bytes

    def read(self, files: Mapping[str, Content]) -> Pages:
        """The pages of some files, those that are known without reading them again."""
        kept, read = dict[str, tuple[bytes, Page]](), dict[str, Page]()
        for file, content in sorted(files.items()):
            if isinstance(content, bytes) and form_of(file):
                before, known = self.pages.get(file, (None, None))
                read[file] = known if known and before == content else page(file, content)
                kept[file] = content, read[file]
            else:
                read[file] = page(file, content, files)
        size = sum(len(content) for content in files.values() if isinstance(content, bytes))
        self.pages = kept if size <= MOST else {}
        return Pages(read)
