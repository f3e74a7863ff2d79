"""Locks of whoever counts, gives or frees seats, held until the commit.

The row of ``VillageQuota`` is the one lock of all registrations of a village. The dialogue session
is held before it, together with others who give seats: nobody closes or cancels it meanwhile, and
whoever does so next finds, and tells, everybody who came before. SQLite has one writer: the
transaction itself is the lock.
"""

from __future__ import annotations

from collections.abc import Iterable

from handlers.context import Work
from handlers.errors import RuleError
from storage.models import DialogueSession, Registration, VillageQuota


async def meeting(work: Work, dialogue_session_id: int) -> DialogueSession:
    """The dialogue session as it stays until the commit. Raises ``RuleError``: there is none."""
    found = await work.uow.dialogue_sessions.held(dialogue_session_id)
    if found is None:
        raise RuleError("not-found")
    return found


async def quota(work: Work, dialogue_session_id: int, village_id: int) -> VillageQuota:
    """The village's quota, locked; its session is held by :func:`meeting` before.

    Raises ``RuleError`` when the village is not invited.
    """
    found = await work.uow.dialogue_sessions.quota(dialogue_session_id, village_id, lock=True)
    if found is None:
        raise RuleError("registration-not-invited")
    return found


async def places(work: Work, wanted: Iterable[tuple[int, int]]) -> None:
    """Hold the sessions and lock the quotas of *wanted*: ids of session and village.

    In one order for everybody, sessions first, each by id: two who need several never wait in a
    ring. Submissions are locked after them. A village that is not invited is left out.
    """
    pairs = set(wanted)
    sessions = sorted({session_id for session_id, _ in pairs})
    for session_id in sessions:
        await meeting(work, session_id)
    for session_id in sessions:
        for one in await work.uow.dialogue_sessions.quotas(session_id):
            if (session_id, one.village_id) in pairs:
                await quota(work, session_id, one.village_id)


async def registration(
    work: Work, registration_id: int
) -> tuple[Registration, DialogueSession, VillageQuota]:
    """A registration read again under the lock of its village, its session and quota.

    Raises ``RuleError`` when it does not exist, or moved away just before the lock was taken.
    """
    seen = await work.uow.registrations.get(registration_id)
    if seen is None:
        raise RuleError("not-found")
    held = await meeting(work, seen.dialogue_session_id)
    locked = await quota(work, seen.dialogue_session_id, seen.village_id)
    found = await work.uow.registrations.get(registration_id)
    if found is None or found.village_id != locked.village_id:
        raise RuleError("registration-changed")
    return found, held, locked
