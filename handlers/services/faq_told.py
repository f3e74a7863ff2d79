"""Keeping which answer was told: for correcting it when the law changes, and for counting.

Never what was asked. Who was told is kept only of people who agreed to our keeping what they send;
of others the commune and the day.
"""

from __future__ import annotations

from faq.entries import FaqEntry
from handlers.context import Work
from handlers.services import people
from storage.models import Person


async def record(work: Work, entry: FaqEntry, person: Person) -> None:
    """*entry* is told to *person* in this turn."""
    known = await people.consented(work, person)
    commune, village = person.commune_id, person.village_id
    await work.uow.faq_told.note(
        entry_id=entry.id,
        revision=work.faq.mark(entry.id).revision,
        day=work.today,
        unit_id=(village or commune) if known else commune,
        person_id=person.id if known else None,
    )
