"""Telling who did what: a denunciation, of which nothing may be written down."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from faq.guards import scam
from faq.guards.asking import ASKS_HOW, ASKS_WHETHER
from faq.guards.phrases import Found, Phrases, Said
from faq.guards.savings_group import ASKS_FEE, GROUP, HEAD_FEES, HEAD_TAKES, PAID_IN
from faq.guards.wrongs import (
    ASKED_TO_HELP,
    BRIBED,
    CERTAIN,
    COLLECTS,
    EXTORTED,
    FEES,
    GOODS,
    GROUP_HEAD,
    KEEPING,
    NAMED,
    OFFICES,
    POSING,
    PUBLIC_MONEY,
    REFUSED,
    STRONG,
    SUSPICION,
    TAKING,
    VICTIM,
)

_PROPER_NAME = re.compile(r"(?<=[^\W\d_] )(?=[^\W\d_a-zà-ỹ])[^\W\d_][^\W\d_A-Z]+")
_REACH_BEFORE, _REACH_BEHIND = 14, 6
"""Words between the office and the wrong, which stands behind it or before it."""
_WHOM = 4
"""Words after "to denounce" in which it is said whom."""
_LONGEST = 40
"""Words of the longest phrase."""


def tells(text: str, said: Said, *, dangerous: bool) -> bool:
    """Whether a message denounces somebody; *dangerous*: it tells of danger, too.

    Asking where and how is no denunciation as long as it does not tell who did what. Asking
    somebody to act against it excuses nothing.
    """
    asking = not dangerous and asks(said)
    if not asking and (
        _is_named(said)
        or PUBLIC_MONEY.search(said) is not None
        or _is_bribed(said)
        or _is_suspected(said)
        or _is_told_of_head(said)
    ):
        return True
    if (dangerous or not _asks_how(said)) and _blamed_beside_heads(said, EXTORTED):
        return True
    for table in (STRONG, TAKING, KEEPING, FEES):
        blamed = _blamed(said, table) if table is STRONG else _blamed_beside_heads(said, table)
        if not blamed or (table is KEEPING and _is_kept_for(said)):
            continue
        if not asking:
            return True
        if table is not FEES and _is_certain(text, said, blamed):
            return True
    return False


def _is_kept_for(said: Said) -> bool:
    """Whether somebody only asks where or when to collect what is kept for them."""
    return COLLECTS.search(said) is not None and REFUSED.search(said) is None


def _is_bribed(said: Said) -> bool:
    """Whether money under the table is told; who asks for it is no office where it is a fraud."""
    return BRIBED.search(said) is not None and not scam.warns(said)


def _is_told_of_head(said: Said) -> bool:
    """Whether the head of a savings group takes more than is paid in there."""
    heads = list(GROUP.all(said))
    wrongs = list(HEAD_TAKES.all(said)) if heads else []
    if heads and ASKS_FEE.search(said) is None:
        wrongs = sorted([*wrongs, *HEAD_FEES.all(said)], key=_place)
    return any(_has_near(one, wrongs) for one in heads) and PAID_IN.search(said) is None


def _is_suspected(said: Said) -> bool:
    """Whether an office that one person holds, public goods and a suspicion stand together."""
    return (
        SUSPICION.search(said) is not None
        and GOODS.search(said) is not None
        and any(CERTAIN.search(Said(one.words)) for one in _offices(said))
    )


def _is_named(said: Said) -> bool:
    """Whether it is called a denunciation, and of somebody else than who poses as an office."""
    posing = [one.at for one in POSING.all(said)]
    return any(not any(one.at <= at < one.end + _WHOM for at in posing) for one in NAMED.all(said))


def asks(said: Said) -> bool:
    """Whether a message asks how, where or whether."""
    return _asks_how(said) or ASKS_WHETHER.search(said) is not None


def _asks_how(said: Said) -> bool:
    return ASKS_HOW.search(said) is not None


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
    offices = _offices(said, wrongs) if wrongs else ()
    return [Said(one.words) for one in offices if _has_near(one, wrongs)]


def _blamed_beside_heads(said: Said, table: Phrases) -> list[Said]:
    """The same without heads of savings groups."""
    return [one for one in _blamed(said, table) if GROUP_HEAD.search(one) is None]


def _offices(said: Said, wrongs: Sequence[Found] = ()) -> list[Found]:
    """The offices that may be blamed: none that somebody poses as, or that is asked to act.

    Only the office inside such words is excused, and only where they do not go on to tell one of
    the *wrongs*: who asks the commune to act against the head of a village tells of the head all
    the same.
    """
    excuses = [*POSING.all(said), *ASKED_TO_HELP.all(said)]
    return [
        office
        for office in OFFICES.all(said)
        if not any(_excuses(one, office, wrongs) for one in excuses)
    ]


def _excuses(words: Found, office: Found, wrongs: Sequence[Found]) -> bool:
    inside = words.at <= office.at < words.end
    return inside and not any(office.end <= wrong.at < words.end for wrong in wrongs)


def _has_near(office: Found, wrongs: Sequence[Found]) -> bool:
    """Whether the office stands before one of the *wrongs*, in it, or right behind it."""
    first = bisect_left(wrongs, office.at - _REACH_BEHIND - _LONGEST, key=_place)
    last = bisect_right(wrongs, office.end + _REACH_BEFORE, key=_place)
    return any(office.at < one.end + _REACH_BEHIND for one in wrongs[first:last])


def _place(found: Found) -> int:
    return found.at
