"""What waits for a village head, when the role goes to somebody else.

Lists of homes and seats name households: they do not reach somebody who is head no more.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

from handlers import access
from handlers.context import Work
from handlers.services import announcements, meetings, notices, session_deadlines
from storage.models import Announcement, DialogueSession, Person, Role
from storage.repositories.deliveries import FOR_HEAD


async def take_back(work: Work, person: Person, village_id: int) -> None:
    """*person* is head of the village no more: what was meant for the head has not been sent.

    They are invited as everybody of their village is, or as head of another one.
    """
    await work.uow.flush()
    if not access.roles_in(person, (Role.VILLAGE_HEAD,)):
        await work.uow.deliveries.withdraw_from(person.id, FOR_HEAD, work.now)
    async for meeting, invitation in _open(work, village_id):
        whose = await work.uow.deliveries.withdraw(invitation.id, work.now, person_id=person.id)
        if whose:
            await _tell(work, meeting, invitation, person, f"without{village_id}")


async def give(work: Work, person: Person, village_id: int) -> None:
    """*person* is head of the village now: they get what its head gets for every open meeting."""
    await work.uow.flush()
    async for meeting, invitation in _open(work, village_id):
        await work.uow.deliveries.withdraw(invitation.id, work.now, person_id=person.id)
        await _tell(work, meeting, invitation, person, f"head{village_id}")


async def _open(work: Work, village_id: int) -> AsyncIterator[tuple[DialogueSession, Announcement]]:
    """Meetings to come to which the village was invited, with the invitation."""
    village = await work.uow.units.get(village_id)
    if village is None or village.parent_id is None:
        return
    for meeting in await meetings.open_to(work, village.parent_id, village_id):
        invitation = await announcements.invitation(work, meeting)
        if meeting.starts_at is not None and invitation is not None:
            yield meeting, invitation


async def _tell(
    work: Work, meeting: DialogueSession, invitation: Announcement, person: Person, part: str
) -> None:
    """What *person* gets now; as *part* where the invitation to them has left before."""
    letter = (await announcements.letters(work, meeting)).get(person.id)
    if letter is None:
        return
    key = notices.key_of(invitation.id, person.id)
    left = await work.uow.deliveries.has(key)
    if left and not access.roles_in(person, (Role.VILLAGE_HEAD,)):
        return
    until = session_deadlines.of_use_until(meeting, work.now)
    part = part if left else ""
    await notices.tell_all(work, {person.id: letter}, invitation.id, until, part=part)
