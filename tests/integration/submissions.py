"""Helpers for tests of what officials do with submissions."""

from __future__ import annotations

from handlers.context import Work
from storage.models import Submission
from tests.worlds import World


async def submission_of(work: Work, code: str) -> Submission:
    """The submission of a code."""
    found = await work.uow.submissions.by_code(code)
    assert found is not None
    return found


async def told(work: Work, world: World, who: str) -> list[str]:
    """The texts that *who* was sent, the oldest first."""
    address = (await work.uow.people.all_addresses(world.people[who].id))[0]
    return [row.payload["text"] for row in await work.uow.mailbox.after(address.id, 0, 20)]
