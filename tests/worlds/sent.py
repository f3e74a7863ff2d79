"""Communes to which households have sent something."""

from __future__ import annotations

from datetime import datetime, timedelta

from storage.models import (
    AddressState,
    RegistrationState,
    ReturnChannel,
    Role,
    Submission,
    SubmissionEvent,
    SubmissionKind,
    SubmissionState,
)
from storage.unit_of_work import Storage
from tests.worlds.communes import TERMINAL, World, add_person, announced
from tests.worlds.seats import seat_of
from tests.worlds.sessions import drafted


async def sent_before(storage: Storage, now: datetime) -> World:
    """The draft of ``drafted``, and two questions of "H" and "H1" that belong to no session."""
    world = await drafted(storage, now)
    async with storage.write() as uow:
        first, third = world.villages[0], world.villages[2]
        for code, name, village, topic, text in (
            ("XM500052", "H", third, "bhyt", "thẻ bảo hiểm y tế mất làm lại ở đâu"),
            ("XM600065", "H1", first, "von-vay", "Muốn vay vốn nuôi bò thì gặp ai"),
        ):
            address = await uow.people.address(TERMINAL, name)
            assert address is not None
            uow.submissions.add(
                Submission(
                    code=code,
                    kind=SubmissionKind.QUESTION,
                    state=SubmissionState.RECEIVED,
                    commune_id=world.commune.id,
                    village_id=village.id,
                    asker_id=address.person_id,
                    text=text,
                    topic=topic,
                    due_at=(now + timedelta(days=10)).replace(hour=10, minute=0),
                    created_at=now,
                    changed_at=now,
                )
            )
        await uow.commit()
    return world


async def asked(storage: Storage, now: datetime) -> World:
    """The announced commune with a second official "O2", seats taken, and four submissions.

    1 (bhyt) of "H"; 2 (nha-o) told by "T" for a household without an account; 3 (bhyt) of "H1"
    of thôn 1, without a name, the same thing as 1; 4 (von-vay) overdue, of "H1". "H" holds a
    seat of thôn 3, "H1" waits for one of thôn 1.
    """
    world = await announced(storage, now)
    assert world.dialogue_session is not None
    async with storage.write() as uow:
        people = world.people
        first, third = world.villages[0], world.villages[2]
        people["O2"] = await add_person(
            uow, now, "O2", "Cán bộ Mẫu Hai", world.commune, None, Role.OFFICIAL
        )
        people["H1"] = await add_person(uow, now, "H1", "Hộ Mẫu Một", world.commune, first, None)
        sent = (
            ("XM100014", people["H"], None, third, "bhyt", "thẻ bảo hiểm y tế mất làm lại ở đâu"),
            ("XM200028", None, people["T"], third, "nha-o", "Mái nhà dột, xin xã giúp tôn lợp lại"),
            ("XM300036", people["H1"], None, first, "bhyt", "mat the bao hiem lam lai the nao"),
            ("XM400043", people["H1"], None, first, "von-vay", "Muốn vay vốn nuôi bò thì gặp ai"),
        )
        for code, asker, teller, village, topic, text in sent:
            row = Submission(
                code=code,
                kind=SubmissionKind.PETITION if teller else SubmissionKind.QUESTION,
                state=SubmissionState.RECEIVED,
                commune_id=world.commune.id,
                village_id=village.id,
                dialogue_session_id=world.dialogue_session.id,
                asker_id=asker.id if asker else None,
                asker_name="Hộ Mẫu Ba" if teller else None,
                teller_id=teller.id if teller else None,
                anonymous=code == "XM300036",
                text=text,
                topic=topic,
                faq_candidates=[{"id": "bhyt-mat-the", "score": 0.6}] if topic == "bhyt" else [],
                return_channel=ReturnChannel.VILLAGE_HEAD if teller else ReturnChannel.HERE,
                due_at=now - timedelta(days=1) if topic == "von-vay" else now + timedelta(days=10),
                created_at=now,
                changed_at=now,
            )
            uow.submissions.add(row)
            await uow.flush()
            uow.submissions.add(
                SubmissionEvent(
                    submission_id=row.id,
                    to_state=row.state.value,
                    actor_id=asker.id if asker else None,
                    at=now,
                    reason="received",
                )
            )
        for person, village, state, position in (
            ("H", third, RegistrationState.REGISTERED, None),
            ("H1", first, RegistrationState.WAITLISTED, 1),
        ):
            seat = seat_of(world, now, people[person].display_name or "")
            seat.village_id, seat.state, seat.wait_position = village.id, state, position
            seat.person_id = people[person].id
            uow.registrations.add(seat)
        await uow.commit()
    return world


async def unreached(storage: Storage, now: datetime) -> World:
    """The world of ``asked``, where "H" and "H1" cannot be written to any more."""
    world = await asked(storage, now)
    async with storage.write() as uow:
        for name in ("H", "H1"):
            for account in await uow.people.addresses(world.people[name].id):
                account.state = AddressState.BLOCKED
        await uow.commit()
    return world
