"""Consent, DỪNG and XEM: what people may decide about what we hold of them; XOÁ: ``erasure``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.context import Work
from storage.models import (
    Consent,
    ConsentPurpose,
    Person,
    RegistrationState,
)
from storage.repositories.registrations import SEATED

CONSENT_VERSION = "2026-11"
"""Of the wordings ``consent-ask`` and ``join-ask-consent``; raise it when one changes."""


@dataclass(frozen=True, slots=True)
class Held:
    """What we hold of a person, in numbers and words."""

    name: str | None
    village: str | None
    phone: str | None
    submissions: int
    files: int
    registrations: int
    """Seats at sessions."""
    waiting: int
    """Places in waiting lists."""
    requested: int
    """Seats asked for and not decided about."""
    answers: int
    """Ready answers that are kept as told to the person."""
    consented_at: datetime | None
    call_agreed_at: datetime | None
    """When they agreed to be called back in danger, which is a yes to nothing else."""
    stopped: bool

    @property
    def nothing(self) -> bool:
        """Whether there is nothing but the account itself."""
        return not (
            self.name
            or self.village
            or self.phone
            or self.submissions
            or self.files
            or self.registrations
            or self.waiting
            or self.requested
            or self.answers
        )


async def consented(
    work: Work, person: Person, purpose: ConsentPurpose = ConsentPurpose.KEEP_SUBMISSIONS
) -> bool:
    """Whether the person said yes to our keeping what *purpose* needs (Law 91/2025/QH15)."""
    return await work.uow.people.agrees(person.id, purpose)


async def give_consent(
    work: Work,
    person: Person,
    purpose: ConsentPurpose = ConsentPurpose.KEEP_SUBMISSIONS,
    *,
    version: str = CONSENT_VERSION,
) -> None:
    """Keep the person's yes to *purpose*: when, on which channel, to which wording."""
    if await consented(work, person, purpose):
        return
    work.uow.people.add(
        Consent(
            person_id=person.id,
            purpose=purpose,
            given=True,
            text_version=version,
            channel=work.channel,
            at=work.now,
        )
    )
    work.audit("consent.given", "person", person.id, unit_id=person.commune_id)
    await work.uow.flush()


def remember(
    person: Person, *, commune_id: int | None, village_id: int | None, name: str | None
) -> None:
    """Keep where the person lives and how to call them, so that they are not asked again."""
    person.commune_id = commune_id or person.commune_id
    person.village_id = village_id or person.village_id
    person.display_name = name or person.display_name


async def forget_place(work: Work, person: Person) -> None:
    """A no to the consent also takes back the village that was told before it was asked.

    Whoever holds a role keeps it: it belongs to the role. Whoever speaks for a household of the
    recognised list keeps the village of the list, which nobody had to tell.
    """
    if person.village_id is None or any(grant.revoked_at is None for grant in person.roles):
        return
    listed = await _listed_villages(work, person)
    if person.village_id in listed:
        return
    person.village_id = listed.pop() if len(listed) == 1 else None
    work.audit("person.place_forgotten", "person", person.id, unit_id=person.commune_id)


async def _listed_villages(work: Work, person: Person) -> set[int]:
    """Villages of the recognised households that *person* speaks for."""
    links = await work.uow.people.links(person.id)
    found = [await work.uow.people.household(link.household_id) for link in links]
    return {one.village_id for one in found if one and one.list_year and one.left_on is None}


def stop(work: Work, person: Person) -> bool:
    """DỪNG: no message that we start. False when it was so already."""
    if person.stopped_at is not None:
        return False
    person.stopped_at = work.now
    work.audit("person.stopped", "person", person.id, unit_id=person.commune_id)
    return True


def resume(work: Work, person: Person) -> bool:
    """The person wants messages again. False when they never stopped them."""
    if person.stopped_at is None:
        return False
    person.stopped_at = None
    work.audit("person.resumed", "person", person.id, unit_id=person.commune_id)
    return True


async def held(work: Work, person: Person) -> Held:
    """XEM: everything we hold of a person."""
    uow = work.uow
    village = await uow.units.get(person.village_id) if person.village_id else None
    stand = [one for one in await uow.people.consents(person.id) if _stands(one)]
    called = [one.at for one in stand if one.purpose is ConsentPurpose.CALL_BACK]
    said = [one.at for one in stand if one.purpose is not ConsentPurpose.CALL_BACK]
    seats = await uow.registrations.of_person(person.id)
    return Held(
        name=person.display_name,
        village=village.name if village else None,
        phone=person.phone,
        submissions=len(await uow.submissions.all_of_asker(person.id)),
        files=len(await uow.submissions.files_of_person(person.id)),
        registrations=sum(seat.state in SEATED for seat in seats),
        waiting=sum(seat.state is RegistrationState.WAITLISTED for seat in seats),
        requested=sum(seat.state is RegistrationState.REQUESTED for seat in seats),
        answers=await uow.faq_told.count_of(person.id),
        consented_at=min(said, default=None),
        call_agreed_at=min(called, default=None),
        stopped=person.stopped_at is not None,
    )


def _stands(said: Consent) -> bool:
    return said.given and said.withdrawn_at is None
