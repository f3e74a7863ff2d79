"""Telling who did what: a denunciation, of which nothing may be written down."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from faq.guards.phrases import Found, Phrases, Said
from faq.guards.wrongs import (
    ASKS,
    CERTAIN,
    FEES,
    GOODS,
    GROUP_HEAD,
    NAMED,
    NOT_BLAME,
    OFFICES,
    PUBLIC_MONEY,
    STRONG,
    SUSPICION,
    TAKING,
    VICTIM,
)

_PROPER_NAME = re.compile(r"(?<=[^\W\d_] )(?=[^\W\d_a-zà-ỹ])[^\W\d_][^\W\d_A-Z]+")
_REACH_BEFORE, _REACH_BEHIND = 14, 6
"""Words between the office and the wrong, which stands behind it or before it."""
_LONGEST = 40
"""Words of the longest phrase."""


def tells(text: str, said: Said, *, dangerous: bool) -> bool:
    """Whether a message denounces somebody; *dangerous*: it tells of danger, too.

    Asking where and how is no denunciation as long as it does not tell who did what.
    """
    if NOT_BLAME.search(said) is not None:
        return False
    asking = not dangerous and asks(said)
    if not asking and (
        NAMED.search(said) is not None
        or PUBLIC_MONEY.search(said) is not None
        or _is_suspected(said)
    ):
        return True
    for table in (STRONG, TAKING, FEES):
        blamed = _blamed(said, table)
        if table is not STRONG:
            blamed = [one for one in blamed if GROUP_HEAD.search(one) is None]
        if blamed and not asking:
            return True
        if blamed and table is not FEES and _is_certain(text, said, blamed):
            return True
    return False


def _is_suspected(said: Said) -> bool:
    """Whether an office that one person holds, public goods and a suspicion stand together."""
    return (
        SUSPICION.search(said) is not None
        and GOODS.search(said) is not None
        and any(CERTAIN.search(Said(one.words)) for one in OFFICES.all(said))
    )


def asks(said: Said) -> bool:
    """Whether a message asks how, where or whether."""
    return ASKS.search(said) is not None


def _is_certain(text: str, said: Said, blamed: list[Said]) -> bool:
    """Whether one certain person is meant, and not "an official" in general."""
    if any(CERTAIN.search(one) for one in blamed):
        return True
    if all(GROUP_HEAD.search(one) for one in blamed):
        return False
    return VICTIM.search(said) is not None or _PROPER_NAME.search(text) is not None


def _blamed(said: Said, table: Phrases) -> list[Said]:
    """The offices of which a wrong of *table* is told."""
    wrongs = list(table.all(said))
    offices = OFFICES.all(said) if wrongs else ()
    return [Said(one.words) for one in offices if _has_near(one, wrongs)]


def _has_near(office: Found, wrongs: Sequence[Found]) -> bool:
    """Whether the office stands before one of the *wrongs*, in it, or right behind it."""
    first = bisect_left(wrongs, office.at - _REACH_BEHIND - _LONGEST, key=_place)
    last = bisect_right(wrongs, office.end + _REACH_BEFORE, key=_place)
    return any(office.at < one.end + _REACH_BEHIND for one in wrongs[first:last])


def _place(found: Found) -> int:
    return found.at
