"""Small communes for tests. Names are visibly made up."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from storage.unit_of_work import Storage
from tests.worlds.communes import TERMINAL, World, announced, commune, move_accounts, on_duty
from tests.worlds.seats import full_village, seat_asked
from tests.worlds.sent import asked, sent_before, unreached
from tests.worlds.sessions import drafted, planned, two_villages

__all__ = [
    "TERMINAL",
    "WORLDS",
    "World",
    "announced",
    "asked",
    "commune",
    "drafted",
    "full_village",
    "move_accounts",
    "on_duty",
    "planned",
    "seat_asked",
    "sent_before",
    "two_villages",
    "unreached",
]

WORLDS: dict[str, Callable[[Storage, datetime], Awaitable[World]]] = {
    "commune": commune,
    "announced": announced,
    "on_duty": on_duty,
    "full_village": full_village,
    "seat_asked": seat_asked,
    "two_villages": two_villages,
    "drafted": drafted,
    "sent_before": sent_before,
    "asked": asked,
    "unreached": unreached,
    "planned": planned,
}
"""Names for the ``given:`` line of a transcript."""
