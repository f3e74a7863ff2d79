"""Dialogue sessions as the people of a village may know of them."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.context import Work
from handlers.services.session_deadlines import LONGEST_MEETING
from storage.models import DialogueSession


async def open_to(work: Work, commune_id: int, village_id: int | None) -> list[DialogueSession]:
    """Announced sessions to come or going on that invite the village, the next one first.

    All of the commune where the village is not known, or where a session names no villages.
    """
    found: list[DialogueSession] = []
    for meeting in await not_over(work, commune_id):
        invited = {quota.village_id for quota in meeting.quotas}
        if village_id is None or not invited or village_id in invited:
            found.append(meeting)
    return found


async def not_over(work: Work, commune_id: int) -> Sequence[DialogueSession]:
    """Announced sessions of a commune to come, and one that goes on now: it came first."""
    began_after = work.now - LONGEST_MEETING
    return await work.uow.dialogue_sessions.upcoming(commune_id, work.now, began_after)
