"""XOÁ: what says who somebody is goes, from what is theirs and from what others hold of it.

With the owner's account a neighbour may have written: that is the neighbour's to erase, and the
owner's XOÁ takes only the link to this account away from it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.parsing import key
from handlers.services import groups, head_roles, seat_changes, seat_locks, seen_talks, sight
from handlers.services.masking import Mask
from storage.models import (
    AddressState,
    AskedFor,
    Attachment,
    ChannelAddress,
    Person,
    Registration,
    Submission,
    SubmissionEvent,
    SubmissionState,
)
from storage.repositories.written_names import with_name


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

    What neighbours sent with the account stays with the commune under their names, without the
    account: an answer reaches them through the head they wished for, or an official. So do the
    seats that they asked for.
    """
    check(person)
    rows, others = await _own(work, person), await of_neighbours(work, person)
    seats, lent = await _seats(work, person)
    names = _names(rows, seats) | ({person.display_name} if person.display_name else set())
    readers = await sight.blank(work, person, rows, names)
    await _give_up_seats(work, seats, but_not=lent)
    await head_roles.lay_down(work, person)  # it takes messages back: those come after seats
    await _let_go_of_submissions(work, rows, names, unlinked=others)
    await _drop_files(work, person, but_not=others)
    await work.uow.faq_told.forget(person.id)
    await work.uow.untold.forget_person(person.id)
    await _blank_names(work, person, names, readers)
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


async def erase_neighbour(
    work: Work, person: Person, account: ChannelAddress, neighbour: dict[str, Any]
) -> None:
    """XOÁ of the *neighbour* (see ``Turn``) with the account of *person*: what they sent with it.

    Questions and seats as in :func:`erase`, with their files; nothing of the owner's. What was said
    to *account* goes too: all since they have the phone, what tells their words before.
    """
    name, since = neighbour["name"], datetime.fromisoformat(neighbour["since"])
    rows = await of_neighbours(work, person, name)
    own, lent = await _seats(work, person)
    seats = [one for one in lent if one.attendee_key == key(name)]
    names = _names(rows, seats) | {name}
    owners = _names(await _own(work, person), own) | {person.display_name or ""}
    # a name that the owner bears, too, tells of them elsewhere
    theirs = {one for one in names if key(one) not in {key(another) for another in owners}}
    readers = await sight.blank(work, person, rows, theirs)
    await sight.blank_shown(work, [person], rows)
    waits = neighbour["owners"]  # what the owner had open
    neighbour["owners"] = seen_talks.untouched(waits, {row.id for row in rows})
    await work.uow.mailbox.blank_said(account.id, since, theirs)
    await _give_up_seats(work, seats)
    for row in rows:
        for file in await work.uow.submissions.attachments(row.id):
            await _drop(work, file)
    await _let_go_of_submissions(work, rows, names)
    await work.uow.flush()
    await _blank_out(work, person, theirs, readers, but_not=())
    work.audit("neighbour.erased", "person", person.id, unit_id=person.commune_id, rows=len(rows))
    await work.uow.flush()


async def of_neighbours(work: Work, person: Person, name: str | None = None) -> list[Submission]:
    """What people of other households, or the one called *name*, sent with the account."""
    return [
        row
        for row in await work.uow.submissions.all_of_asker(person.id)
        if row.asked_for is AskedFor.HOUSEHOLD
        and row.state is not SubmissionState.WITHDRAWN
        and (name is None or key(row.asker_name or "") == key(name))
    ]


async def _own(work: Work, person: Person) -> list[Submission]:
    """What the person sent, for themselves or for somebody near."""
    others = {row.id for row in await of_neighbours(work, person)}
    return [
        row for row in await work.uow.submissions.all_of_asker(person.id) if row.id not in others
    ]


async def _seats(
    work: Work, person: Person
) -> tuple[Sequence[Registration], Sequence[Registration]]:
    """The person's seats and those of whom they bring; those that neighbours asked for."""
    held = await work.uow.registrations.of_person(person.id)
    lent = [one for one in held if one.asked_for is AskedFor.HOUSEHOLD]
    return [one for one in held if one not in lent], lent


def _names(rows: Sequence[Submission], seats: Sequence[Registration]) -> set[str]:
    """How notices to other people may call whose these are."""
    names = {row.asker_name for row in rows} | {one.attendee_name for one in seats}
    return {name for name in names if name}


async def _blank_names(
    work: Work, person: Person, names: set[str], readers: Sequence[Person]
) -> None:
    own = [address.id for address in await work.uow.people.all_addresses(person.id)]
    await work.uow.flush()
    await _blank_out(work, person, names, readers, but_not=own)


async def _blank_out(
    work: Work,
    person: Person,
    names: set[str],
    readers: Sequence[Person],
    *,
    but_not: Collection[int],
) -> None:
    """In what is kept for *readers* and the commune, but for the addresses *but_not*."""
    instead = work.texts.render(person.language, "erased-name")
    for name in sorted(names, key=len, reverse=True):
        place, others = person.commune_id, [one.id for one in readers]
        await work.uow.mailbox.blank_name(
            name, instead, commune_id=place, readers=others, but_not=but_not
        )
        await work.uow.untold.blank_name(name, instead, commune_id=place)


async def _give_up_seats(
    work: Work, held: Sequence[Registration], *, but_not: Sequence[Registration] = ()
) -> None:
    """*held* go; those of others (*but_not*) stay on the list, without the account."""
    both = [*held, *but_not]
    await seat_locks.places(work, [(seat.dialogue_session_id, seat.village_id) for seat in both])
    for seat in but_not:
        seat.person_id, seat.changed_at = None, work.now
    for seat in held:
        with suppress(RuleError):  # a session that is over: nothing to give up
            await seat_changes.give_up_erased(work, seat.id)
        seat.attendee_name = seat.attendee_key = ""
        seat.office = seat.phone = seat.person_id = seat.household_id = None


async def _let_go_of_submissions(
    work: Work,
    rows: Sequence[Submission],
    names: set[str],
    *,
    unlinked: Sequence[Submission] = (),
) -> None:
    """*rows* go; *unlinked* stay with the commune, without the account."""
    await groups.lock(work, [row.id for row in (*rows, *unlinked)])
    for row in rows:
        if row.issued_at is None:
            _withdraw(work, row)
            await groups.leave(work, row)
        else:
            await _take_out_people(work, row, names)
        row.asker_name = row.household_id = None
        row.anonymous = True
    for row in (*rows, *unlinked):
        row.asker_id = None
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


async def _take_out_people(work: Work, row: Submission, names: set[str]) -> None:
    """Names and numbers leave the person's words, their own also the answers."""
    language = work.actor.language if work.actor else "vi"
    gone = work.texts.render(language, "erased-name")
    number = work.texts.render(language, "erased-number")
    mask = Mask(names, name_sign=gone, number_sign=number, withheld_sign="")

    def without_names(text: str) -> str:
        for name in sorted(names, key=len, reverse=True):
            text = with_name(text, name, gone)
        return text

    row.text = mask.people(without_names(row.text))
    for answer in row.answers:
        answer.text = mask.known(without_names(answer.text))


async def _drop_files(work: Work, person: Person, *, but_not: Sequence[Submission]) -> None:
    kept = {row.id for row in but_not}
    for file in await work.uow.submissions.files_of_person(person.id):
        if file.submission_id not in kept:
            await _drop(work, file)


async def _drop(work: Work, file: Attachment) -> None:
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
