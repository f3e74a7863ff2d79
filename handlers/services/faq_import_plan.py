"""What the file of officials comes to: changes that it asks for, and what stands against them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from faq.entries import FaqEntry
from handlers.services.faq_here import Known
from handlers.services.faq_reading import Problem, Row
from handlers.services.faq_rows import Draft


@dataclass(frozen=True, slots=True)
class Change:
    """What one row asks for."""

    row: Row
    known: Known | None
    """The entry as it is now; None when it is new."""
    name: str | None
    """What a new entry is to be called, where the file says so."""
    draft: Draft
    """What the row says, with what it leaves open filled in."""
    parts: tuple[str, ...]
    """Columns that changed, and ``aliases``; of a new entry all that say something."""
    topic: str
    content: Mapping[str, Any]
    entry: FaqEntry
    """As it will be told."""
    scope: tuple[int | None] | None
    """Where it is to hold from now on; None: where it does."""

    @property
    def id(self) -> str:
        """How the file calls the entry."""
        return self.known.record.id if self.known else self.entry.id

    @property
    def new_wordings(self) -> list[str]:
        """Wordings that the entry does not have yet."""
        before = self.known.draft.aliases if self.known else ()
        return [text for text in self.draft.aliases if text not in before]

    @property
    def lost_wordings(self) -> list[str]:
        """Wordings that it will no longer have."""
        before = self.known.draft.aliases if self.known else ()
        return [text for text in before if text not in self.draft.aliases]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file comes to; nothing is changed yet."""

    changes: tuple[Change, ...]
    unchanged: int
    problems: tuple[Problem, ...]
    """With any of these nothing can be taken in."""
    left_out: int
    """Entries that stand only among the wordings: not looked at."""
    advice: tuple[tuple[str, str], ...]
    """Id and rule of what is allowed but not well said."""
    masked: int = 0
    """Entries in whose new wordings names or numbers were hidden."""

    @property
    def new(self) -> list[Change]:
        """Entries that are new."""
        return [one for one in self.changes if one.known is None]

    @property
    def changed(self) -> list[Change]:
        """Entries that are there and will change."""
        return [one for one in self.changes if one.known is not None]

    @property
    def new_wordings(self) -> int:
        """How many wordings come to entries that are there."""
        return sum(len(one.new_wordings) for one in self.changed)

    @property
    def lost_wordings(self) -> int:
        """How many wordings go."""
        return sum(len(one.lost_wordings) for one in self.changed)
