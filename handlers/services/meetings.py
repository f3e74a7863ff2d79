"""Dialogue sessions as the people of a village may know of them."""

from __future__ import annotations

from handlers.context import Work
from storage.models import DialogueSession


async def open_to(work: Work, commune_id: int, village_id: int | None) -> list[DialogueSession]:
    """Announced sessions to come that invite the village, the next one first.

    All of the commune where the village is not known, or where a session names no villages.
    """
    found: list[DialogueSession] = []
    for meeting in await work.uow.dialogue_sessions.upcoming(commune_id, work.now):
        invited = {quota.village_id for quota in meeting.quotas}
        if village_id is None or not invited or village_id in invited:
            found.append(meeting)
    return found
