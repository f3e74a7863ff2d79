"""The FAQ as the conversation uses it: entries and the matcher over them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from faq.entries import FaqEntry
from faq.knowledge import Knowledge, load_starter
from faq.matcher import Matcher, MatchResult


class FaqBook:
    """Knowledge and its matcher, replaced together."""

    def __init__(self, knowledge: Knowledge, matcher: Matcher) -> None:
        self.knowledge = knowledge
        self.matcher = matcher

    @classmethod
    def starter(cls, cache_dir: Path | None = None) -> FaqBook:
        """The FAQ that comes with the software. Takes CPU time: call it in a thread."""
        knowledge = load_starter()
        return cls(knowledge, Matcher(knowledge.entries, cache_dir=cache_dir))

    def match(self, text: str, on: date) -> MatchResult:
        """Entries that *text* may mean, on a day."""
        return self.matcher.match(text, on=on)

    def entry(self, entry_id: str) -> FaqEntry | None:
        """One entry."""
        return self.knowledge.by_id(entry_id)
