"""A neighbour who sent something with the owner's phone is called otherwise."""

from __future__ import annotations

from handlers.context import Work
from handlers.parsing import key
from handlers.services import groups
from handlers.services.submissions import WAITING_STATES, note
from storage.models import AskedFor, Person, Submission


async def correct(work: Work, owner: Person, old: str, new: str) -> int:
    """What another household called *old* asked with the phone of *owner*, who acts, and what is
    not answered or printed yet, bears the name *new*; how many those are."""
    rows = await _of_lent(work, owner, old)
    if rows:
        await groups.lock(work, [row.id for row in rows])
        rows = await _of_lent(work, owner, old)
    for row in rows:
        row.asker_name = new
        row.version += 1
        row.changed_at = work.now
        note(work, row, row.state, "name_corrected")
    work.audit(
        "person.lent_name_corrected", "person", owner.id, unit_id=owner.commune_id, rows=len(rows)
    )
    await work.uow.flush()
    return len(rows)


async def _of_lent(work: Work, owner: Person, old: str) -> list[Submission]:
    return [
        row
        for row in await work.uow.submissions.all_of_asker(owner.id)
        if row.asked_for is AskedFor.HOUSEHOLD
        and key(row.asker_name or "") == key(old)
        and row.state in WAITING_STATES
        and row.issued_at is None
    ]
