"""Consent, DỪNG, XEM and XOÁ: what people may decide about what we hold of them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import groups, seat_changes
from handlers.services.masking import Mask
from storage.models import (
    AddressState,
    ChannelAddress,
    Consent,
    ConsentPurpose,
    Person,
    RegistrationState,
    Role,
    Submission,
    SubmissionEvent,
    SubmissionState,
)
from storage.repositories.mailbox import name_alone
from storage.repositories.registrations import SEATED

CONSENT_VERSION = "2026-11"
"""Of the wordings ``consent-ask`` and ``join-ask-consent``; raise it when one changes."""
_WORK_ROLES = (Role.OFFICIAL, Role.UNIT_ADMIN)


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


def check_erasable(person: Person) -> None:
    """Raises ``RuleError`` for an official, whose name stands behind acts of the office."""
    if any(grant.role in _WORK_ROLES and grant.revoked_at is None for grant in person.roles):
        raise RuleError("erase-official")


async def erase(work: Work, person: Person, current: ChannelAddress) -> None:
    """XOÁ: names, addresses, phone, files and transcript go.

    Seats are given up and the next in line moves up. A submission that stood in no issued list is
    withdrawn and its text blanked; an issued one stays, so that issued totals do not change, and
    its text and answers lose names and numbers. What is kept of messages to other people loses the
    name. The account *current* passes to a new, empty person, so that the confirmation can still
    be sent; it is renamed when that has left (timed work). Raises ``RuleError`` as
    :func:`check_erasable` does.
    """
    check_erasable(person)
    names = await _names(work, person)
    await _give_up_seats(work, person)
    await _let_go_of_submissions(work, person, names)
    await _drop_files(work, person)
    await work.uow.faq_told.forget(person.id)
    await work.uow.untold.forget_person(person.id)
    await _blank_names(work, person, names)
    await _forget_talks(work, person, current)
    for grant in person.roles:
        grant.revoked_at = grant.revoked_at or work.now
    for said in await work.uow.people.consents(person.id):
        said.withdrawn_at = said.withdrawn_at or work.now
    await work.uow.people.unlink(person.id)
    person.display_name = person.phone = person.village_id = None
    person.erased_at = work.now
    work.audit("person.erased", "person", person.id, unit_id=person.commune_id)
    await work.uow.flush()


async def _names(work: Work, person: Person) -> set[str]:
    """How notices to other people may call the person."""
    seats = await work.uow.registrations.of_person(person.id)
    asked = await work.uow.submissions.all_of_asker(person.id)
    names = {person.display_name, *(one.attendee_name for one in seats)}
    names |= {row.asker_name for row in asked}
    return {name for name in names if name}


async def _blank_names(work: Work, person: Person, names: set[str]) -> None:
    own = [address.id for address in await work.uow.people.all_addresses(person.id)]
    await work.uow.flush()
    instead = work.texts.render(person.language, "erased-name")
    for name in sorted(names, key=len, reverse=True):
        await work.uow.mailbox.blank_name(name, instead, but_not=own)
        await work.uow.untold.blank_name(name, instead)


async def _give_up_seats(work: Work, person: Person) -> None:
    for seat in await work.uow.registrations.of_person(person.id):
        with suppress(RuleError):  # a session that is over: nothing to give up
            await seat_changes.decline(work, seat.id)
        seat.attendee_name = seat.attendee_key = ""
        seat.phone = seat.person_id = seat.household_id = None


async def _let_go_of_submissions(work: Work, person: Person, names: set[str]) -> None:
    rows = await work.uow.submissions.all_of_asker(person.id)
    await groups.lock(work, [row.id for row in rows])
    for row in rows:
        if row.issued_at is None:
            _withdraw(work, row)
            await groups.leave(work, row)
        else:
            await _take_out_people(work, row, person, names)
        row.asker_id = row.asker_name = row.household_id = None
        row.anonymous = True
        row.changed_at = work.now
        row.version += 1


def _withdraw(work: Work, row: Submission) -> None:
    before = row.state
    row.text, row.state = "", SubmissionState.WITHDRAWN
    row.faq_candidates = []
    work.uow.submissions.add(
        SubmissionEvent(
            submission_id=row.id,
            from_state=before.value,
            to_state=row.state.value,
            actor_id=None,
            at=work.now,
            reason="erased",
        )
    )


async def _take_out_people(work: Work, row: Submission, person: Person, names: set[str]) -> None:
    """Names and numbers leave the person's words, their own also the answers."""
    gone = work.texts.render(person.language, "erased-name")
    number = work.texts.render(person.language, "erased-number")
    mask = Mask(names, name_sign=gone, number_sign=number, withheld_sign="")

    def without_names(text: str) -> str:
        for name in sorted(names, key=len, reverse=True):
            text = name_alone(name).sub(lambda _: gone, text)
        return text

    row.text = mask.people(without_names(row.text))
    found = await work.uow.submissions.get(row.id)
    for answer in found.answers if found is not None else ():
        answer.text = mask.known(without_names(answer.text))


async def _drop_files(work: Work, person: Person) -> None:
    for file in await work.uow.submissions.files_of_person(person.id):
        await work.uow.submissions.delete_file(file)
        work.uow.drop_file(file.storage_key)


async def _forget_talks(work: Work, person: Person, current: ChannelAddress) -> None:
    addresses = await work.uow.people.all_addresses(person.id)
    await work.uow.mailbox.shred([address.id for address in addresses])
    for talk in await work.uow.conversations.of_person(person.id):
        talk.frames, talk.expires_at, talk.words_until = [], None, None
    blank = Person(created_at=work.now, commune_id=work.rules.commune_id, language=person.language)
    work.uow.people.add(blank)
    await work.uow.flush()
    for address in addresses:
        address.person_id = blank.id
        address.state = AddressState.FORGOTTEN
    current.state = AddressState.FORGOTTEN
