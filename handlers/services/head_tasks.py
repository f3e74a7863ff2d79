"""What waits for a village head, when the role goes to somebody else.

Lists of homes and seats name households, and so do answers that a head reads out: they do not
reach somebody who is head no more.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from handlers import access
from handlers.context import Work
from handlers.services import (
    announcements,
    answer_delivery,
    head_talks,
    meetings,
    notices,
    reach,
    session_deadlines,
    untold,
)
from storage.models import (
    Announcement,
    DialogueSession,
    Person,
    Role,
    ToldHow,
)
from storage.repositories.deliveries import Taken, for_head, for_reader
from storage.repositories.handovers import not_read_out


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a village expects of its heads now."""

    answers: int
    """To be read out, or read out and nobody said so."""
    homes: int
    """To go to for a meeting to come."""
    heads: int


async def waiting(work: Work, village_id: int) -> Waiting:
    """What waits for the heads of a village, and how many heads it has. Raises ``RuleError``."""
    await access.official_of(work, village_id)
    ahead = [one async for one in _open(work, village_id)]
    return Waiting(
        answers=await work.uow.submissions.count_with_head(village_id, untold.BEFORE_TOLD),
        homes=len(await reach.to_tell(work, village_id)) if ahead else 0,
        heads=len(await work.uow.people.with_role(Role.VILLAGE_HEAD, [village_id])),
    )


async def take_back(work: Work, person: Person, village_id: int) -> None:
    """*person* is head of the village no more: what was meant for the head has not been sent.

    They are invited as everybody of their village is, or as head of another one. Answers that they
    were to read out go to another head of the village; without one an official sees to them.
    """
    await work.uow.flush()
    await head_talks.close(work, person, village_id)
    await work.uow.untold.forget_person(person.id, for_head(village_id))
    taken = await work.uow.deliveries.withdraw_from_head(person.id, village_id, work.now)
    await _pass_on(work, village_id, taken)
    async for meeting, invitation in _open(work, village_id):
        whose = await work.uow.deliveries.withdraw(invitation.id, work.now, person_id=person.id)
        if whose:
            await _tell(work, meeting, invitation, person, f"without{village_id}")


async def _pass_on(work: Work, village_id: int, taken: Sequence[Taken]) -> None:
    """What the head was to tell households waits for another head, or for an official."""
    answers = [one.answer_id for one in taken if one.answer_id is not None]
    for answer, submission in (await work.uow.submissions.answered(answers)).values():
        await answer_delivery.deliver(work, submission, answer)
    village = await work.uow.units.get(village_id)
    for one in taken:
        if one.purpose == for_reader(village_id) and village is not None:
            found = not_read_out(village, one.payload, one.not_after, work.now)
            work.uow.untold.add(found)


async def give(work: Work, person: Person, village_id: int) -> None:
    """*person* is head of the village now: they get what its head gets for every open meeting.

    So they do with answers that waited for a head.
    """
    await work.uow.flush()
    await _give_answers(work, village_id)
    async for meeting, invitation in _open(work, village_id):
        await work.uow.deliveries.withdraw(invitation.id, work.now, person_id=person.id)
        await _tell(work, meeting, invitation, person, f"head{village_id}")


async def _give_answers(work: Work, village_id: int) -> None:
    waiting = await work.uow.untold.open_answers(village_id)
    known = await work.uow.submissions.answered([one.answer_id for one in waiting if one.answer_id])
    for one in waiting:
        answer, submission = known[one.answer_id or 0]
        if await answer_delivery.deliver_by_head(work, submission, answer):
            untold.settle(work, one, ToldHow.BY_HEAD)


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
