"""XOÁ: what says who somebody is goes, from what is theirs and from what others hold of it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import groups, head_roles, seat_changes, seat_locks, seen_talks
from handlers.services.masking import Mask
from storage.models import (
    AddressState,
    ChannelAddress,
    Person,
    Role,
    Submission,
    SubmissionEvent,
    SubmissionState,
)
from storage.repositories.mailbox import name_alone


def check(person: Person) -> None:
    """Raises ``RuleError`` for an official, whose name stands behind acts of the office."""
    if any(
        grant.role in access.OFFICIAL_ROLES and grant.revoked_at is None for grant in person.roles
    ):
        raise RuleError("erase-official")


async def erase(work: Work, person: Person, current: ChannelAddress) -> None:
    """XOÁ: names, addresses, phone, files and transcript go.

    Seats are given up and the next in line moves up. A submission that stood in no issued list is
    withdrawn and its text blanked; an issued one stays, so that issued totals do not change, and
    its text and answers lose names and numbers. What officials and village heads have open or can
    read again of them goes; what else is kept of messages to other people loses the name. A village
    head is none any more. The account *current* passes to a new, empty person, so that the
    confirmation can still be sent; it is renamed when that has left (timed work). Raises
    ``RuleError`` as :func:`check` does.
    """
    check(person)
    names = await _names(work, person)
    await _blank_sight(work, person, names)
    await head_roles.lay_down(work, person)
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


async def _blank_sight(work: Work, person: Person, names: set[str]) -> None:
    """What officials and village heads have open or can read again of the person's submissions.

    First of all, because it waits for their turns, and those may wait for what is locked next.
    """
    rows = await work.uow.submissions.all_of_asker(person.id)
    numbers = {row.id for row in rows}
    readers = await _readers(work, person, rows)
    for one in readers:
        await seen_talks.close(work, one, numbers, names)
    addresses = [
        account.id for one in readers for account in await work.uow.people.all_addresses(one.id)
    ]
    answers = {answer.id for row in rows for answer in row.answers}
    await work.uow.mailbox.blank_shown(addresses, numbers, answers)


async def _readers(
    work: Work, person: Person, submissions: Sequence[Submission]
) -> Sequence[Person]:
    """Officials and village heads who may have seen something of the person, in one order."""
    seats = await work.uow.registrations.of_person(person.id)
    communes = {person.commune_id, *(one.commune_id for one in submissions)}
    villages = {person.village_id, *(one.village_id for one in seats)}
    villages |= {one.village_id for one in submissions}
    above = {
        unit_id
        for commune_id in communes
        if commune_id is not None
        for unit_id in await work.uow.units.lineage(commune_id)
    }
    heads = await work.uow.people.with_role(
        Role.VILLAGE_HEAD, [one for one in villages if one is not None]
    )
    found = {one.id: one for one in [*await access.officials(work, sorted(above)), *heads]}
    found.pop(person.id, None)
    return [found[number] for number in sorted(found)]


async def _blank_names(work: Work, person: Person, names: set[str]) -> None:
    own = [address.id for address in await work.uow.people.all_addresses(person.id)]
    await work.uow.flush()
    instead = work.texts.render(person.language, "erased-name")
    for name in sorted(names, key=len, reverse=True):
        await work.uow.mailbox.blank_name(name, instead, but_not=own)
        await work.uow.untold.blank_name(name, instead)


async def _give_up_seats(work: Work, person: Person) -> None:
    held = await work.uow.registrations.of_person(person.id)
    await seat_locks.places(work, [(seat.dialogue_session_id, seat.village_id) for seat in held])
    for seat in held:
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
    for answer in row.answers:  # it repeats what was asked, and of whom
        answer.text, answer.legal_basis, answer.faq_entry_id = "", None, None
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
    for answer in row.answers:
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
