"""Another name than the one we know is told: by a neighbour with this phone, or by its owner?"""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Outcome, ask, option
from handlers.parsing import key
from storage.models import AskedFor

OTHERS = "others"
"""Somebody of another household."""
OWNERS = "owners"
"""The owner is called so now."""


def differs(turn: Turn, named: str) -> bool:
    """Whether *named* cannot be who we know: a full name for "Mẫu" is the same person."""
    if turn.neighbour or turn.data.get("whose") or turn.person.display_name is None:
        return False
    known, told = set(key(turn.person.display_name).split()), set(key(named).split())
    return not (told <= known or known <= told)


def asks(turn: Turn, named: str) -> Outcome:
    """Ask whose name it is: a known one is never replaced unasked."""
    turn.data["named"] = named
    return ask(
        "renamed",
        "name-another",
        option(OTHERS, "other-household"),
        option(OWNERS, "name-another-owner"),
        option("keep", "name-another-keep"),
        named=named,
        known=turn.person.display_name or "",
    )


def hand_over(turn: Turn, named: str) -> None:
    """What is open is of the household of *named*, whose village and consent are still to come."""
    before = turn.neighbour or {}  # of the same question, answered so before "quay lại"
    turn.neighbour = {
        "name": named,
        "kind": AskedFor.HOUSEHOLD.value,
        "owners": before.get("owners", []),
        "since": before.get("since", turn.work.now.isoformat()),
    }
    for told in ("elsewhere", "this_time", "agreed", "fresh", "nameless", "named_here"):
        turn.data.pop(told, None)
    turn.data |= {"whose": turn.lent_to, "name": named, "village_id": None}


def owner_after_all(turn: Turn) -> None:
    """After "quay lại" the same question is answered anew: it was the owner all the time."""
    if turn.neighbour:  # it is asked of the owner alone: the answer before made the neighbour
        turn.neighbour["mistaken"] = True
        turn.neighbour = None


def mend(turn: Turn, named: str) -> None:
    """The neighbour whose words are open is called *named*, and goes on speaking by that name."""
    if turn.neighbour and turn.data.get("whose") == turn.lent_to:
        names = [*turn.neighbour.get("names", ()), turn.neighbour["name"]]
        turn.neighbour |= {"name": named, "names": names}  # what they sent before stays theirs
        turn.data["whose"] = turn.lent_to
