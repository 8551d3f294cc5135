"""The pages that were read last: of an edit, only the files that it changed are read anew."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.read.content import Content
from knowledge.read.pages import Page, Pages, page
from knowledge.read.schema import form_of

MOST = 5_000_000
"""Bytes of the files whose pages are remembered, about three times as many in memory; of more, none are."""

Print = tuple[str, bytes]
"""A file by its name and a hash over its bytes: all that its page depends on."""


@dataclass(slots=True)
class Memory:
    """The pages of the files that were read last, all from one state: another takes their place."""

    pages: Mapping[Print, Page] = field(default_factory=dict)

    def read(self, files: Mapping[str, Content]) -> Pages:
        """The pages of some files, those that are known without reading them again."""
        known, kept, read = self.pages, dict[Print, Page](), dict[str, Page]()
        for file, content in sorted(files.items()):
            if isinstance(content, bytes) and form_of(file):
                own = file, hashlib.sha256(content).digest()
                read[file] = kept[own] = known.get(own) or page(file, content)
            else:
                read[file] = page(file, content, files)
        size = sum(len(content) for content in files.values() if isinstance(content, bytes))
        self.pages = kept if size <= MOST else {}
        return Pages(read)
