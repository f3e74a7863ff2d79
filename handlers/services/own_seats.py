"""The seats of who speaks: on a lent phone another household's are not the owner's."""

from __future__ import annotations

from handlers.context import Turn
from handlers.services import registrations
from storage.models import AskedFor, DialogueSession, Registration


async def of_speaker(turn: Turn) -> list[tuple[Registration, DialogueSession]]:
    """What who speaks holds or asked for, and may give up or pass on."""
    held = await registrations.of_account(turn.work)
    return [(one, meeting) for one, meeting in held if _is_own(turn, one)]


def _is_own(turn: Turn, one: Registration) -> bool:
    others = turn.neighbour is None and one.asked_for is AskedFor.HOUSEHOLD
    return not others and turn.is_theirs(one.attendee_name, one.asked_for)
