"""A seat at the meeting that somebody asks for in plain words: for themselves, or for whom.

Whom it is for is taken out first ("cho vợ tôi Lê Thị Mẫu" is read like "cho tôi"); what is left has
to ask for a seat as ``phrases`` knows it, so that a place to live or to learn stays a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faq.normalize import clean
from handlers import phrases
from handlers.name_parts import MIDDLE_NAMES
from handlers.named_people import TITLE
from handlers.parsing import key
from handlers.speakers import SURELY_KIN

_WORD = re.compile(r"\w+")
_MOST_WORDS = 20
_MOST_OF_KIN = 4
_MOST_OF_NAME = 5
_BEFORE = frozenset({"cho", "giup", "gium", "ho", "ten", "thay"})
_NEAR = re.compile(rf"(?!ba con\b){SURELY_KIN}")
_TITLED = re.compile(TITLE)
_BEGINS = r"(?:(?:da|em|toi|tui|cho|minh|chau|con|muon|can) )*"
_POLITE = r"(?: (?:voi|nhe|nha|a|di|truoc|em|ad|giup|gium|luon|oi|nua))*"
_RESERVES = re.compile(
    rf"{_BEGINS}(?:dat|giu|danh|chua|xin|kiem|ghi) cho(?: ngoi)?"
    rf"(?: cho)?(?: (?:toi|tui|em|minh|chau|con|nha toi|nha em))?{_POLITE}"
)
_RESERVES_BARE = re.compile(
    rf"{_BEGINS}(?:dat|giu) (?:(?:mot|1) cho|cho(?: (?:mot|1))?(?: (?:di )?hop)?)"
    r"(?: cho (?:toi|tui|em|minh|chau))?(?: (?:voi|nhe|a|di|truoc|ad|giup|gium|luon|em oi))*"
)
"""Without accents "dat cho con" is "đất cho con", too, and "chua cho" more often "chưa cho"."""
_SEAT = frozenset({"chỗ", "chổ", "chô"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A seat that is asked for: *other* when it is for somebody else, and their name if told."""

    name: str | None = None
    other: bool = False


def asked(text: str) -> Asked | None:
    """The seat that *text* asks for; None for anything else."""
    typed = _WORD.findall(clean(text))
    if not 1 < len(typed) <= _MOST_WORDS:
        return None
    for name, rest in _for_somebody(typed):
        if _is_seat(rest):
            return Asked(name, other=True)
    return Asked() if _is_seat(typed) else None


def _is_seat(typed: Sequence[str]) -> bool:
    return _reserves(typed) or phrases.meant(" ".join(typed)) == phrases.SEAT


def _reserves(typed: Sequence[str]) -> bool:
    """ "Đặt chỗ", "giữ chỗ cho em với": with accents it must be a seat indeed."""
    text = " ".join(typed)
    if text.isascii():
        return _RESERVES_BARE.fullmatch(key(text)) is not None
    is_seat = not _SEAT.isdisjoint(word.casefold() for word in typed)
    return is_seat and _RESERVES.fullmatch(key(text)) is not None


def _for_somebody(typed: Sequence[str]) -> Iterator[tuple[str | None, list[str]]]:
    """Whom it may be for, the name if told, and the message as it would be for oneself."""
    folded = [key(word) for word in typed]
    for at, word in enumerate(folded):
        if word not in _BEFORE:
            continue
        near = _longest(_NEAR, folded, at + 1)
        titled = near or _longest(_TITLED, folded, at + 1)
        named = _named(typed, folded, at + 1 + titled, alone=not titled)
        if near or named:
            begins = at + 1 + (titled if named else near)
            name = " ".join(typed[begins : begins + named]) or None
            yield name, [*typed[: at + 1], "tôi", *typed[begins + named :]]


def _longest(pattern: re.Pattern[str], folded: Sequence[str], start: int) -> int:
    """How many words from *start* on *pattern* takes, as many as it can."""
    for many in range(min(_MOST_OF_KIN, len(folded) - start), 0, -1):
        if pattern.fullmatch(" ".join(folded[start : start + many])):
            return many
    return 0


def _named(typed: Sequence[str], folded: Sequence[str], start: int, *, alone: bool) -> int:
    """How many words of a name stand at *start*: capitals, or a usual middle name between others.

    *alone*: nothing before them tells that somebody is named.
    """
    many = 0
    while start + many < len(typed) and many < _MOST_OF_NAME and _has_capital(typed[start + many]):
        many += 1
    if many > (1 if alone else 0):
        return many
    bare = folded[start : start + 3]
    return 3 if len(bare) == 3 and bare[1] in MIDDLE_NAMES else 0  # noqa: PLR2004 - "le thi mau"


def _has_capital(word: str) -> bool:
    return word[:1].isupper() and not word[1:].isupper()
