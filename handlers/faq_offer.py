"""Entries that may be what somebody asks: shared by the flows that look into the FAQ first."""

from __future__ import annotations

from faq.entries import FaqEntry
from handlers.context import Turn
from handlers.faq_book import Found

_MOST_OFFERED = 3
_WORTH_OFFERING = 0.05


def match_of(turn: Turn, text: str) -> Found:
    """What the FAQ has for *text*; made before the transaction when *text* is the message."""
    known = turn.match
    if known is not None and known.text == text:
        return known
    return turn.work.faq.match(text, turn.work.today, turn.units)


def sure(turn: Turn, match: Found) -> FaqEntry | None:
    """The entry that surely is meant, if any."""
    if match.decision != "answer" or not match.candidates:
        return None
    return turn.work.faq.entry(match.candidates[0].id)


def likely(turn: Turn, match: Found) -> list[FaqEntry]:
    """Entries to choose from when none surely is meant: at most three that are told now."""
    if match.decision == "none":
        return []
    found = [
        (one.score, entry)
        for one in match.candidates
        if (entry := turn.work.faq.entry(one.id)) is not None
    ]
    worth = [entry for score, entry in found if score >= _WORTH_OFFERING]
    worth = worth or [entry for _, entry in found[:1]]
    return [entry for entry in worth if entry.id not in match.stale][:_MOST_OFFERED]
