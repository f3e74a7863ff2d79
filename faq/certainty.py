"""How sure an answer is: what may be told of it, and whether it leaves the question open.

What was only recalled, or is not known, is for an official to answer. Once an official has looked
through an entry, its words stand.
"""

import re
from typing import Final

from faq.entries import Detail, FaqEntry

__all__ = ["leaves_open", "sure_details", "sure_way"]

_UNSURE: Final = re.compile(r"\bem chưa (?:chắc|rõ|biết|có thông tin)\b|\bchưa ghi\b", re.I)
"""How answers say that something is not known; the words are the editors' own."""
_FIGURE: Final = re.compile(r"\d")


def leaves_open(entry: FaqEntry) -> bool:
    """Tell whether a household that hears the short answer still needs an official.

    So it is when nobody read a source of it, when all that it rests on are document numbers from
    memory, and when it says itself that what was asked is not known.
    """
    return _is_recalled(entry) or _UNSURE.search(entry.answer.short) is not None


def sure_details(entry: FaqEntry) -> tuple[Detail, ...]:
    """Give the details that may be told: no figures that somebody only recalls."""
    if not _is_recalled(entry):
        return entry.answer.details
    return tuple(one for one in entry.answer.details if not _FIGURE.search(one.text))


def sure_way(entry: FaqEntry) -> str | None:
    """Give how to get it, under the same rule."""
    way = entry.answer.how_to_get
    return None if way and _is_recalled(entry) and _FIGURE.search(way) else way


def _is_recalled(entry: FaqEntry) -> bool:
    """Nobody read a source of it, or it rests on nothing but document numbers from memory."""
    if entry.review.state == "reviewed":
        return False
    numbers = [citation.is_recalled for citation in entry.citations]
    return not entry.seen or (bool(numbers) and all(numbers))
