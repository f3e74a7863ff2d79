"""Whether somebody stands on a list of the village head who writes."""

from __future__ import annotations

from handlers import access, named_people
from handlers.context import Work
from handlers.services import registrations


async def is_listed(work: Work, who: str) -> bool:
    """Whether *who*, as typed, may be one of those written down for a meeting to come."""
    for village in await access.villages_of_head(work):
        for meeting in await registrations.open_sessions(work, village.id):
            on_list, _ = await registrations.listed(work, meeting.id, village.id)
            if named_people.named(who, [one.attendee_name for one in on_list]):
                return True
    return False
