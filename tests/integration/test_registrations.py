"""Rules of seats, straight on the services, on both databases."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from bot.config import Settings
from handlers.context import Work
from handlers.errors import RuleError
from handlers.messages import Incoming
from handlers.services import registrations, seat_changes, seat_requests, seats
from handlers.services.attendees import SOURCE_HEAD, SOURCE_OFFICIAL, Newcomer
from storage.models import (
    DialogueSession,
    Person,
    PovertyStatus,
    Registration,
    RegistrationState,
    SessionState,
)
from storage.unit_of_work import Storage
from tests.acting import acting
from tests.chat import Chat, CollectingChannel
from tests.clock import Clock
from tests.worlds import WORLDS, World

REGISTERED, WAITLISTED = RegistrationState.REGISTERED, RegistrationState.WAITLISTED
CANCELLED, REPLACED = RegistrationState.CANCELLED, RegistrationState.REPLACED
SYLLABLES = [f"{first}{last}" for first in "BDGHKLMNT" for last in ("ài", "ôn")]


@dataclass(slots=True)
class Hall:
    """A commune with a dialogue session, and ways to act in it."""

    storage: Storage
    world: World
    clock: Clock
    seen: int = 0

    @property
    def meeting(self) -> int:
        assert self.world.dialogue_session is not None
        return self.world.dialogue_session.id

    def village(self, number: int = 3) -> int:
        return self.world.villages[number - 1].id

    def acting(self, who: str | None) -> AbstractAsyncContextManager[Work]:
        actor = self.world.people[who].id if who else None
        return acting(self.storage, actor, self.clock())

    async def register(
        self, name: str, who: str = "T", village: int = 3, **more: Any
    ) -> Registration:
        source = SOURCE_OFFICIAL if who == "O" else SOURCE_HEAD
        async with self.acting(who) as work:
            return await registrations.register(
                work,
                self.meeting,
                self.village(village),
                name,
                **{"source": source, "told_statement": True, **more},
            )

    async def fill(self, count: int = 15, village: int = 3) -> list[Registration]:
        async with self.acting("O") as work:
            return await registrations.register_many(
                work,
                self.meeting,
                self.village(village),
                [Newcomer(f"Mẫu {one}") for one in SYLLABLES[:count]],
                source=SOURCE_OFFICIAL,
                told_statement=True,
            )

    async def request(self, who: str = "H", village: int = 3, **more: Any) -> Registration:
        async with self.acting(who) as work:
            assert work.actor is not None
            return await seat_requests.ask(
                work, self.meeting, self.village(village), work.actor, **more
            )

    async def change(self, **values: Any) -> None:
        async with self.storage.write() as uow:
            meeting = await uow.dialogue_sessions.get(self.meeting)
            assert isinstance(meeting, DialogueSession)
            for name, value in values.items():
                setattr(meeting, name, value)
            await uow.commit()

    async def seats(self, number: int, count: int) -> None:
        async with self.storage.write() as uow:
            quota = await uow.dialogue_sessions.quota(self.meeting, self.village(number))
            assert quota is not None
            quota.seats = count
            await uow.commit()

    async def get(self, registration: Registration) -> Registration:
        async with self.storage.read() as uow:
            found = await uow.registrations.get(registration.id)
            assert found is not None
            return found

    async def told(self) -> list[tuple[int, str]]:
        """Who was told what since the last call: person and text."""
        found: list[tuple[int, int, str]] = []
        async with self.storage.read() as uow:
            for person in self.world.people.values():
                for address in await uow.people.all_addresses(person.id):
                    rows = await uow.outbox.after(address.id, self.seen, 200)
                    found += [(row.id, person.id, row.payload["text"]) for row in rows]
        self.seen = max([self.seen, *(row_id for row_id, _, _ in found)])
        return [(person, text) for _, person, text in sorted(found)]

    def person(self, who: str) -> Person:
        return self.world.people[who]


@pytest.fixture
async def hall(storage: Storage, clock: Clock) -> Hall:
    return Hall(storage, await WORLDS["announced"](storage, clock()), clock)


async def refused(act: Any) -> str:
    with pytest.raises(RuleError) as caught:
        await act
    return caught.value.key


# -- writing down ---------------------------------------------------------------------------------


async def test_the_sixteenth_waits_as_number_one(hall: Hall) -> None:
    made = await hall.fill(15)
    assert {one.state for one in made} == {REGISTERED}
    late = await hall.register("Lò Thị Mẫu")
    assert (late.state, late.wait_position) == (WAITLISTED, 1)
    async with hall.acting("T") as work:
        count = await seats.count(work, hall.meeting, hall.village())
        assert await seats.place_in_line(work, late) == 1
    assert (count.seats, count.taken, count.waiting, count.left) == (15, 15, 1, 0)


async def test_many_or_none(hall: Hall) -> None:
    names = ["Lò Văn Mẫu", "Lò Thị Mẫu", "lo van mau"]
    async with hall.acting("T") as work:
        key = await refused(
            registrations.register_many(
                work,
                hall.meeting,
                hall.village(),
                [Newcomer(name) for name in names],
                source=SOURCE_HEAD,
                told_statement=True,
            )
        )
    assert key == "registration-same-person"
    async with hall.acting("T") as work:
        assert (await seats.count(work, hall.meeting, hall.village())).taken == 0


async def test_the_same_person_twice_unless_it_is_another_one(hall: Hall) -> None:
    await hall.register("Lò Thị Mẫu")
    with pytest.raises(RuleError) as caught:
        await hall.register("lo  thi MAU")
    assert caught.value.key == "registration-same-person"
    assert caught.value.params == {"name": "Lò Thị Mẫu"}
    other = await hall.register("Lò Thị Mẫu", other_person=True)
    assert other.state is REGISTERED
    # In another village it is another person anyway.
    assert (await hall.register("Lò Thị Mẫu", "T1", 1)).state is REGISTERED


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("A", "names-short"),
        ("Lò 2", "names-digits"),
        ("  ", "names-empty"),
        ("=x y", "names-signs"),
    ],
)
async def test_names_that_are_none(hall: Hall, name: str, key: str) -> None:
    assert await refused(hall.register(name)) == key


async def test_who_may_write_down(hall: Hall) -> None:
    assert await refused(hall.register("Lò Thị Mẫu", "T1")) == "not-allowed"
    assert await refused(hall.register("Lò Thị Mẫu", "H")) == "not-allowed"
    assert (await hall.register("Lò Thị Mẫu", "O")).state is REGISTERED


async def test_a_head_states_that_the_person_was_told(hall: Hall) -> None:
    assert await refused(hall.register("Lò Thị Mẫu", told_statement=False)) == "registration-untold"
    made = await hall.register("Lò Thị Mẫu", "O", told_statement=False)
    assert made.told_statement is False


async def test_the_recognised_list_decides_the_category(hall: Hall) -> None:
    async with hall.storage.read() as uow:
        (household,) = await uow.people.households(hall.village())
    made = await hall.register(
        "Hộ Mẫu", household_id=household.id, category=PovertyStatus.NOT_POOR, phone="0912345678"
    )
    assert (made.category, made.phone) == (PovertyStatus.POOR, "0912345678")
    said = await hall.register("Lò Thị Mẫu", category=PovertyStatus.NOT_POOR)
    assert said.category is PovertyStatus.NOT_POOR
    gone = await hall.register("Lò Văn Mẫu", category=PovertyStatus.AT_RISK)
    assert gone.household_id is None


async def test_a_village_that_is_not_invited(hall: Hall) -> None:
    with pytest.raises(RuleError) as caught:
        async with hall.acting("O") as work:
            await registrations.register(
                work,
                hall.meeting,
                hall.world.commune.id,
                "Lò Thị Mẫu",
                source=SOURCE_OFFICIAL,
                told_statement=True,
            )
    assert caught.value.key == "registration-not-invited"
    async with hall.acting("O") as work:
        count = seats.count(work, hall.meeting, hall.world.commune.id)
        assert await refused(count) == "registration-not-invited"
        assert await refused(seats.meeting_of(work, 999)) == "not-found"


async def test_the_audit_keeps_ids_and_no_names(hall: Hall) -> None:
    made = await hall.register("Lò Thị Mẫu")
    async with hall.storage.read() as uow:
        (entry,) = await uow.audit.of("registration", made.id)
    assert entry.action == "registration.made"
    assert entry.actor_id == hall.person("T").id
    assert "Mẫu" not in str(entry.details)


# -- deadlines ------------------------------------------------------------------------------------


async def test_after_the_deadline_only_officials_unless_reopened(hall: Hall) -> None:
    hall.clock.forward(days=13)
    for act in (hall.register("Lò Thị Mẫu"), hall.request()):
        assert await refused(act) == "registration-closed"
    assert (await hall.register("Lò Văn Mẫu", "O")).state is REGISTERED
    await hall.change(reopened_until=hall.clock() + timedelta(hours=2))
    assert (await hall.register("Lò Thị Mẫu")).state is REGISTERED
    hall.clock.forward(hours=2)
    assert await refused(hall.register("Vàng Thị Mẫu")) == "registration-closed"


async def test_closed_by_an_official_before_the_deadline(hall: Hall) -> None:
    await hall.change(state=SessionState.REGISTRATION_CLOSED)
    assert await refused(hall.register("Lò Thị Mẫu")) == "registration-closed-early"
    assert (await hall.register("Lò Thị Mẫu", "O")).state is REGISTERED


@pytest.mark.parametrize(
    ("state", "key"),
    [
        (SessionState.DRAFT, "registration-not-announced"),
        (SessionState.CANCELLED, "registration-session-cancelled"),
        (SessionState.POSTPONED, "registration-session-postponed"),
        (SessionState.IN_PROGRESS, "registration-session-started"),
        (SessionState.CONCLUDED, "registration-session-started"),
    ],
)
async def test_states_in_which_nobody_is_written_down(
    hall: Hall, state: SessionState, key: str
) -> None:
    await hall.change(state=state)
    assert await refused(hall.register("Lò Thị Mẫu", "O")) == key


async def test_once_it_has_begun_the_list_stands(hall: Hall) -> None:
    made = await hall.register("Lò Thị Mẫu")
    hall.clock.forward(days=15)
    async with hall.acting("O") as work:
        assert await refused(seat_changes.cancel(work, made.id)) == "registration-session-started"


# -- leaving --------------------------------------------------------------------------------------


async def test_a_freed_seat_goes_to_the_first_who_waits_and_all_are_told(hall: Hall) -> None:
    await hall.seats(3, 1)
    first = await hall.register("Lò Thị Mẫu", person_id=hall.person("O").id)
    request = await hall.request()
    async with hall.acting("T") as work:
        decided = await seat_requests.decide(work, request.id, True)
    assert (decided.state, decided.wait_position) == (WAITLISTED, 1)
    third = await hall.register("Vàng Thị Mẫu")
    await hall.told()
    async with hall.acting("T") as work:
        left = await seat_changes.cancel(work, first.id)
    assert [one.id for one in left.promoted] == [request.id]
    assert (await hall.get(first)).state is CANCELLED
    assert (await hall.get(request)).state is REGISTERED
    assert (await hall.get(third)).state is WAITLISTED
    told = await hall.told()
    texts = {person: text for person, text in told}
    assert "không còn trong danh sách" in texts[hall.person("O").id]
    assert "đã có chỗ" in texts[hall.person("H").id]
    async with hall.acting("T") as work:
        assert await refused(seat_changes.cancel(work, first.id)) == "registration-gone"
        assert await refused(seat_changes.cancel(work, 999)) == "not-found"


async def test_who_cannot_come_says_so_and_the_head_is_told(hall: Hall) -> None:
    await hall.seats(3, 1)
    made = await hall.register("Hộ Mẫu", person_id=hall.person("H").id)
    waiting = await hall.register("Lò Thị Mẫu")
    await hall.told()
    async with hall.acting("T1") as work:
        assert await refused(seat_changes.decline(work, made.id)) == "not-found"
    async with hall.acting(None) as work:
        assert await refused(seat_changes.decline(work, made.id)) == "not-found"
        assert await registrations.of_account(work) == []
    async with hall.acting("H") as work:
        ((mine, _),) = await registrations.of_account(work)
        left = await seat_changes.decline(work, mine.id)
        assert await registrations.of_account(work) == []
    assert [one.id for one in left.promoted] == [waiting.id]
    head = hall.person("T").id
    assert [person for person, _ in await hall.told()] == [head, head]


async def test_tickets_are_never_given_twice(hall: Hall) -> None:
    await hall.seats(3, 1)
    names = ("Lò Văn Mẫu", "Lò Thị Mẫu", "Vàng Văn Mẫu", "Vàng Thị Mẫu")
    made = [await hall.register(name) for name in names]
    await hall.seats(3, 3)
    last = await hall.register("Sùng Thị Mẫu")
    states = [(await hall.get(one)).state for one in made]
    assert states == [REGISTERED, REGISTERED, REGISTERED, WAITLISTED]
    assert last.wait_position == 4
    async with hall.acting("O") as work:
        assert await seats.place_in_line(work, last) == 2


async def test_nobody_overtakes_those_who_wait(hall: Hall) -> None:
    await hall.seats(3, 0)
    first = await hall.register("Lò Văn Mẫu")
    await hall.seats(3, 1)
    second = await hall.register("Lò Thị Mẫu")
    assert (await hall.get(first)).state is REGISTERED
    assert second.state is WAITLISTED


# -- replacing ------------------------------------------------------------------------------------


async def replaced(hall: Hall, old: Registration, name: str, **more: Any) -> Registration:
    async with hall.acting(more.pop("who", "T")) as work:
        return await seat_changes.replace(work, old.id, name, **{"told_statement": True, **more})


async def test_somebody_else_takes_the_seat_over(hall: Hall) -> None:
    old = await hall.register("Hộ Mẫu", person_id=hall.person("H").id)
    new = await replaced(hall, old, "Lò Thị Mẫu", category=PovertyStatus.POOR)
    gone = await hall.get(old)
    assert (new.state, gone.state, gone.replaced_by_id) == (REGISTERED, REPLACED, new.id)
    assert [person for person, _ in await hall.told()] == [hall.person("H").id]
    assert await refused(replaced(hall, old, "Lò Văn Mẫu")) == "registration-gone"


async def test_a_ticket_of_the_waiting_list_passes_on(hall: Hall) -> None:
    await hall.seats(3, 0)
    old = await hall.register("Lò Văn Mẫu")
    await hall.register("Vàng Văn Mẫu")
    new = await replaced(hall, old, "Lò Thị Mẫu")
    assert (new.state, new.wait_position) == (WAITLISTED, 1)
    assert (await hall.get(old)).wait_position is None


async def test_the_same_name_spelled_better_is_a_correction(hall: Hall) -> None:
    old = await hall.register("lo thi mau", category=PovertyStatus.POOR)
    new = await replaced(hall, old, "Lò Thị Mẫu")
    assert (new.id, new.attendee_name, new.category) == (old.id, "Lò Thị Mẫu", PovertyStatus.POOR)


async def test_rules_of_replacing(hall: Hall) -> None:
    old = await hall.register("Lò Văn Mẫu")
    await hall.register("Lò Thị Mẫu")
    assert await refused(replaced(hall, old, "Lò Thị Mẫu")) == "registration-same-person"
    assert await refused(replaced(hall, old, "Lò")) == "names-short"
    act = replaced(hall, old, "Vàng Thị Mẫu", told_statement=False)
    assert await refused(act) == "registration-untold"
    assert await refused(replaced(hall, old, "Vàng Thị Mẫu", who="T1")) == "not-allowed"
    other = await replaced(hall, old, "Lò Thị Mẫu", other_person=True)
    assert other.state is REGISTERED
    hall.clock.forward(days=13)
    assert await refused(replaced(hall, other, "Vàng Thị Mẫu")) == "registration-closed"
    late = await replaced(hall, other, "Vàng Thị Mẫu", who="O")
    assert late.source == SOURCE_OFFICIAL


# -- requests of households -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Lò Thị Mẫu Na", True),
        ("Hộ Mẫu", False),
        ("Lò Văn Hộ Mẫu", False),  # the account tells the last part of the name
    ],
)
async def test_who_asked_for_somebody_else_hears_that_name(
    hall: Hall, name: str, other: bool
) -> None:
    head, reader = hall.person("T").id, hall.person("H").id
    for accepted, then in ((False, None), (True, "cancel"), (True, "replace")):
        asked = await hall.request(name=name)
        await hall.told()
        async with acting(hall.storage, head, hall.clock()) as work:
            await seat_requests.decide(work, asked.id, accepted)
            if then == "cancel":
                await seat_changes.cancel(work, asked.id)
            elif then == "replace":
                await seat_changes.replace(work, asked.id, "Lò Mẫu Mới", told_statement=True)
        texts = [text for person, text in await hall.told() if person == reader]
        assert len(texts) == 1 + (then is not None)
        assert all((name in text) is other for text in texts)


async def test_a_household_asks_and_the_head_is_told(hall: Hall) -> None:
    request = await hall.request()
    assert request.state is RegistrationState.REQUESTED
    ((person, text),) = await hall.told()
    assert person == hall.person("T").id
    assert "Hộ Mẫu" in text
    assert await refused(hall.request()) == "registration-already-yours"
    assert await refused(hall.request(name="Mẫu")) == "names-short"
    # One phone may serve several people.
    assert (await hall.request(name="Lò Thị Mẫu")).attendee_name == "Lò Thị Mẫu"
    async with hall.acting("T") as work:
        on_list, requests = await registrations.listed(work, hall.meeting, hall.village())
    assert (len(on_list), len(requests)) == (0, 2)


async def test_a_request_is_refused_and_the_household_told(hall: Hall) -> None:
    request = await hall.request()
    await hall.told()
    async with hall.acting("T1") as work:
        act = seat_requests.decide(work, request.id, False)
        assert await refused(act) == "not-allowed"
    async with hall.acting("T") as work:
        assert (await seat_requests.decide(work, request.id, False)).state is CANCELLED
        act = seat_requests.decide(work, request.id, True)
        assert await refused(act) == "registration-decided"
    assert [person for person, _ in await hall.told()] == [hall.person("H").id]


async def test_what_was_asked_in_time_is_decided_after_the_deadline(hall: Hall) -> None:
    request = await hall.request()
    hall.clock.forward(days=13)
    async with hall.acting("T") as work:
        assert (await seat_requests.decide(work, request.id, True)).state is REGISTERED


async def test_the_household_that_asks_is_on_the_list_already(hall: Hall) -> None:
    there = await hall.register("Hộ Mẫu")
    request = await hall.request()
    async with hall.acting("T") as work:
        act = seat_requests.decide(work, request.id, True)
        assert await refused(act) == "registration-same-person"
        joined = await seat_requests.decide(work, request.id, True, other_person=False)
    assert (joined.id, joined.person_id) == (there.id, hall.person("H").id)
    gone = await hall.get(request)
    assert (gone.state, gone.replaced_by_id) == (REPLACED, there.id)
    async with hall.acting("T") as work:
        count = await seats.count(work, hall.meeting, hall.village())
    assert (count.taken, count.requested) == (1, 0)


async def test_another_person_of_the_same_name_asks(hall: Hall) -> None:
    await hall.register("Hộ Mẫu")
    request = await hall.request()
    async with hall.acting("T") as work:
        made = await seat_requests.decide(work, request.id, True, other_person=True)
    assert (made.id, made.state) == (request.id, REGISTERED)


async def test_joining_never_takes_an_account_away(hall: Hall) -> None:
    there = await hall.register("Hộ Mẫu", person_id=hall.person("O").id)
    request = await hall.request()
    await hall.told()
    async with hall.acting("T") as work:
        await seat_requests.decide(work, request.id, True, other_person=False)
    # Who asked is told; the account behind the name on the list asked for nothing.
    ((person, text),) = await hall.told()
    assert person == hall.person("H").id
    assert "đã ghi tên anh/chị đi họp" in text
    assert (await hall.get(there)).person_id == hall.person("O").id


# -- moving ---------------------------------------------------------------------------------------


async def test_the_wrong_village_is_put_right_in_one_step(hall: Hall) -> None:
    await hall.seats(3, 1)
    await hall.seats(1, 1)
    moved = await hall.register("Hộ Mẫu", person_id=hall.person("H").id)
    waiting = await hall.register("Lò Thị Mẫu")
    await hall.register("Vàng Thị Mẫu", "T1", 1)
    await hall.told()
    async with hall.acting("O") as work:
        left = await seat_changes.move(work, moved.id, hall.village(1))
    after = left.registration
    assert (after.village_id, after.state, after.wait_position) == (hall.village(1), WAITLISTED, 1)
    assert [one.id for one in left.promoted] == [waiting.id]
    assert (await hall.get(waiting)).state is REGISTERED
    told = await hall.told()
    assert sorted(person for person, text in told if "chuyển" in text) == sorted(
        hall.person(who).id for who in ("H", "T", "T1")
    )
    assert "chờ ở số 1" in dict(told)[hall.person("H").id]
    async with hall.storage.read() as uow:
        entries = await uow.audit.of("registration", moved.id)
    assert entries[-1].details["from_village_id"] == hall.village(3)


async def test_rules_of_moving(hall: Hall) -> None:
    made = await hall.register("Lò Thị Mẫu")
    request = await hall.request()
    await hall.register("Lò Thị Mẫu", "T1", 1)
    async with hall.acting("T") as work:
        act = seat_changes.move(work, made.id, hall.village(1))
        assert await refused(act) == "not-allowed"
    async with hall.acting("O") as work:
        act = seat_changes.move(work, made.id, hall.village(1))
        assert await refused(act) == "registration-same-person"
        act = seat_changes.move(work, made.id, hall.world.commune.id)
        assert await refused(act) == "registration-not-invited"
        assert await refused(seat_changes.move(work, 999, hall.village(1))) == "not-found"
        same = await seat_changes.move(work, made.id, hall.village(3))
        assert same.registration.village_id == hall.village(3)
        asked = await seat_changes.move(work, request.id, hall.village(1))
        assert asked.registration.state is RegistrationState.REQUESTED
        await seat_changes.cancel(work, made.id)
        act = seat_changes.move(work, made.id, hall.village(2))
        assert await refused(act) == "registration-gone"


# -- the whole turn -------------------------------------------------------------------------------


async def test_the_same_message_again_changes_nothing(
    settings: Settings, clock: Clock, book: Any
) -> None:
    chat = Chat(settings, clock, book)
    await chat.prepare("announced")
    for line in ("đăng ký", "Lò Thị Mẫu, hộ nghèo", "1"):
        await chat.say("T", line)
    last = Incoming("terminal", "T", "the same", text="1", sent_at=clock())
    receipts = []
    for _ in range(3):
        app = await chat._app(CollectingChannel())
        receipts.append(await app.intake.receive(replace(last)))
        await app.storage.database.close()
    assert [one.repeated for one in receipts] == [False, True, True]
    assert chat.world is not None
    hall = Hall(chat.storage(), chat.world, clock)
    async with hall.acting("T") as work:
        on_list, _ = await registrations.listed(work, hall.meeting, hall.village())
    await hall.storage.database.close()
    assert [one.attendee_name for one in on_list] == ["Lò Thị Mẫu"]
