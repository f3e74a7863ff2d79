"""What did not reach somebody: an official sees it, passes it on, or says how it was told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine import Engine

from bot.channels.base import ContactStopped, Rejected, SendError
from bot.config import Settings
from bot.dispatcher import Dispatcher
from handlers.context import Work
from handlers.errors import RuleError
from handlers.faq_book import FaqBook
from handlers.messages import Reply
from handlers.services import (
    answers,
    change_notices,
    dialogue_sessions,
    erasure,
    notices,
    people,
    seat_changes,
    untold,
    untold_list,
)
from handlers.services.untold_list import Thing
from storage.models import (
    AddressState,
    Person,
    ReturnChannel,
    SubmissionState,
    ToldHow,
    Unit,
)
from storage.repositories.deliveries import SEAT, for_head, for_role, for_seat
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.chat import Chat
from tests.clock import Clock
from tests.integration.outboxes import Sink
from tests.integration.submissions import submission_of, told
from tests.worlds import World
from tests.worlds.communes import add_person
from tests.worlds.seats import seat_of

MINE, BEHALF, NAMELESS, LOAN = "XM100014", "XM200028", "XM300036", "XM400043"


async def block(work: Work, world: World, *who: str) -> None:
    """These people's accounts cannot be written to, and we know it."""
    for name in who:
        for account in await work.uow.people.addresses(world.people[name].id):
            account.state = AddressState.BLOCKED
    await work.uow.flush()


async def answer(work: Work, code: str, text: str = "Lên xã.") -> None:
    found = await submission_of(work, code)
    await answers.answer(work, found.id, text, None, found.version)


async def things(work: Work, world: World) -> list[Thing]:
    return await untold_list.listed(work, world.commune.id)


async def only(work: Work, world: World) -> Thing:
    [one] = await things(work, world)
    return one


@pytest.mark.parametrize("error", [ContactStopped(), Rejected()])
async def test_an_answer_that_fails_for_good_is_seen(
    storage: Storage, clock: Clock, error: SendError
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await answer(work, MINE)
        assert await things(work, world) == []
    sink = Sink()
    sink.errors = [error]
    await Dispatcher(storage, {"terminal": sink}, clock).drain()
    async with acting(storage, world.people["O"].id, clock.now) as work:
        one = await only(work, world)
        assert (one.code, one.village, one.text) == ("XM 100 014", "Thôn 3", "Lên xã.")
        assert one.names == ("Hộ Mẫu",)
        assert not one.by_head, "it was asked of the commune alone"
        entries = await work.uow.audit.of("unit", world.commune.id)
        assert "untold.listed" in [entry.action for entry in entries]


async def test_an_answer_with_no_way_out_is_seen_and_a_newer_one_takes_its_place(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await block(work, world, "H")
        await answer(work, MINE)
        await answer(work, MINE, "Lên trạm.")
        assert (await only(work, world)).text == "Lên trạm."


async def test_told_by_other_means_needs_day_and_way(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await block(work, world, "H")
        await answer(work, MINE)
        one = await only(work, world)
        today = work.today
        for day in (today + timedelta(days=1), today - timedelta(days=1)):
            with pytest.raises(RuleError, match="untold-day-wrong"):
                await untold.told(work, one.ids, ToldHow.PHONE, day)
        await untold.told(work, one.ids, ToldHow.PHONE, today)
        assert await things(work, world) == []
        found = await submission_of(work, MINE)
        assert found.state is SubmissionState.TOLD
        last = (await work.uow.submissions.history(found.id))[-1]
        assert (last.to_state, last.reason) == ("da_bao_dan", "told_phone")
        [row] = await work.uow.untold.locked(one.ids)
        assert (row.how, row.told_on) == (ToldHow.PHONE, today)
        assert row.settled_by_id == world.people["O"].id
        entries = await work.uow.audit.of("untold", row.id)
        assert [entry.action for entry in entries] == ["untold.settled"]
        with pytest.raises(RuleError, match="untold-settled"):
            await untold.told(work, one.ids, ToldHow.LETTER, today)


@pytest.mark.parametrize(
    ("code", "wish", "may"),
    [
        (MINE, ReturnChannel.HERE, False),
        (MINE, ReturnChannel.MEETING, True),
        (MINE, ReturnChannel.VILLAGE_HEAD, True),
        (NAMELESS, ReturnChannel.VILLAGE_HEAD, False),
    ],
)
async def test_the_head_reads_out_only_what_was_not_for_the_commune_alone(
    storage: Storage, clock: Clock, code: str, wish: ReturnChannel, may: bool
) -> None:
    world = await worlds.asked(storage, clock.now)
    heads = ("T", "T1")
    async with acting(storage, world.people["O"].id, clock.now) as work:
        (await submission_of(work, code)).return_channel = wish
        await block(work, world, "H", "H1", *heads)
        if wish is ReturnChannel.MEETING:  # the meeting is over, so it is to be told at once
            (await submission_of(work, code)).dialogue_session_id = None
        await answer(work, code)
        one = await only(work, world)
        assert not one.by_head, "no head can be written to"
        for name in heads:
            for account in await work.uow.people.all_addresses(world.people[name].id):
                account.state = AddressState.ACTIVE
        await work.uow.flush()
        assert (await only(work, world)).by_head is may
        if not may:
            with pytest.raises(RuleError, match="untold-no-head"):
                await untold.read_out(work, one.ids)
            return
        await untold.read_out(work, one.ids)
        assert "Nhờ anh/chị đọc lại cho Hộ Mẫu, Thôn 3" in (await told(work, world, "T"))[-1]
        assert await things(work, world) == []


async def test_it_is_sent_again_once_the_account_works(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await block(work, world, "H")
        await answer(work, MINE)
        one = await only(work, world)
        assert not one.again
        with pytest.raises(RuleError, match="untold-nobody"):
            await untold.send_again(work, one.ids)
        for account in await work.uow.people.all_addresses(world.people["H"].id):
            account.state = AddressState.ACTIVE
        await work.uow.flush()
        assert (await only(work, world)).again
        await untold.send_again(work, one.ids)
        assert "Lên xã." in (await told(work, world, "H"))[-1]
        assert await things(work, world) == []


async def test_a_changed_seat_is_not_lost_with_a_blocked_account(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    assert world.dialogue_session is not None
    async with acting(storage, world.people["T"].id, clock.now) as work:
        await block(work, world, "H")
        [seat] = await work.uow.registrations.of_person(world.people["H"].id)
        await seat_changes.cancel(work, seat.id)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        one = await only(work, world)
        assert (one.code, one.names, one.village) == (None, ("Hộ Mẫu",), "Thôn 3")
        await untold.read_out(work, one.ids)
        assert (await told(work, world, "T"))[-1] == f"Nhờ anh/chị báo lại cho Hộ Mẫu: {one.text}"
        assert await things(work, world) == []


@pytest.mark.parametrize("known_before", [False, True])
async def test_a_moved_meeting_becomes_one_list_of_homes_of_a_village(
    storage: Storage, clock: Clock, known_before: bool
) -> None:
    """Whether the accounts are known as blocked, or turn out to be when the notice is sent."""
    world = await worlds.asked(storage, clock.now)
    assert world.dialogue_session is not None
    later = clock.now + timedelta(days=30)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        other = await add_person(
            work.uow, clock.now, "H3", "Hộ Mẫu Khác", world.commune, world.villages[2], None
        )
        seat = seat_of(world, clock.now, "Hộ Mẫu Khác")
        seat.village_id, seat.person_id = world.villages[2].id, other.id
        work.uow.registrations.add(seat)
        world.people["H3"] = other
        await work.uow.flush()
        if known_before:
            await block(work, world, "H", "H3")
        before = world.dialogue_session.starts_at
        meeting = await dialogue_sessions.postpone(work, world.dialogue_session.id, later)
        await change_notices.tell_postponed(work, meeting, before)
        if not known_before:
            for name in ("H", "H3"):
                for account in await work.uow.people.addresses(world.people[name].id):
                    await work.uow.handovers.stop_address(account.id, clock.now, "blocked")
        one = await only(work, world)
        assert set(one.names) == {"Hộ Mẫu", "Hộ Mẫu Khác"}
        assert one.village == "Thôn 3"
        assert "Buổi họp" in one.text
        await untold.told(work, one.ids, ToldHow.IN_PERSON, work.today)
        assert await things(work, world) == []


async def test_who_said_stop_is_told_no_notice_by_other_means(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["T"].id, clock.now) as work:
        await block(work, world, "H")
        household = await work.uow.people.get(world.people["H"].id)
        assert household is not None
        people.stop(work, household)
        [seat] = await work.uow.registrations.of_person(household.id)
        seat.source = "head"
        await seat_changes.cancel(work, seat.id)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        assert await things(work, world) == []


async def notice_to(work: Work, person: Person) -> None:
    await notices.leave_to_officials(work, person, Reply("Dời."), purpose=SEAT, not_after=None)
    await work.uow.flush()


async def test_who_says_stop_later_gets_no_notice_but_their_answer(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        household = await work.uow.people.get(world.people["H"].id)
        assert household is not None
        await block(work, world, "H")
        await answer(work, MINE)
        for account in await work.uow.people.all_addresses(household.id):
            account.state = AddressState.ACTIVE
        await notice_to(work, household)
        notice = next(one for one in await things(work, world) if one.code is None)
        assert notice.again
        people.stop(work, household)
        await work.uow.flush()
        one = await only(work, world)
        assert await work.uow.untold.count_open(world.commune.id, work.now) == 1
        with pytest.raises(RuleError, match="untold-nobody"):
            await untold.send_again(work, notice.ids)
        await untold.send_again(work, one.ids)
        assert len(await told(work, world, "H")) == 1
        assert "Lên xã." in (await told(work, world, "H"))[0]
        people.resume(work, household)
        await work.uow.flush()
        assert (await only(work, world)).ids == notice.ids


async def homes(work: Work, world: World, numbers: Iterable[int]) -> None:
    """Households of all villages whom a notice did not reach."""
    for number in numbers:
        village = world.villages[number % 3]
        other = await add_person(
            work.uow, work.now, f"Z{number}", f"Hộ Mẫu {number}", world.commune, village, None
        )
        await notice_to(work, other)


async def reads_of(storage: Storage, world: World, clock: Clock, *, chosen: bool) -> int:
    """Reads for the list, or for one of it."""
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    async with acting(storage, world.people["O"].id, clock.now) as work:
        waits = await work.uow.untold.open_of(world.commune.id, work.now)
        number, wanted = waits[-1].id, len(waits)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        event.listen(Engine, "before_cursor_execute", note)
        try:
            if chosen:
                thing = await untold_list.one(work, world.commune.id, number)
                assert thing is not None
                assert number in thing.ids
            else:
                found = await things(work, world)
                assert sum(len(one.ids) for one in found) == wanted
        finally:
            event.remove(Engine, "before_cursor_execute", note)
    return count


@pytest.mark.parametrize("chosen", [False, True])
async def test_the_list_costs_as_many_reads_for_many_as_for_few(
    storage: Storage, clock: Clock, chosen: bool
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await block(work, world, "H", "T1")
        await answer(work, MINE)
        await homes(work, world, range(3))
    few = await reads_of(storage, world, clock, chosen=chosen)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await homes(work, world, range(3, 63))
    assert await reads_of(storage, world, clock, chosen=chosen) <= few


async def test_what_is_of_no_use_any_more_and_what_is_erased_goes(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["T"].id, clock.now) as work:
        await block(work, world, "H")
        [seat] = await work.uow.registrations.of_person(world.people["H"].id)
        await seat_changes.cancel(work, seat.id)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await answer(work, MINE)
        assert len(await things(work, world)) == 2
    async with acting(storage, world.people["O"].id, clock.now + timedelta(days=60)) as work:
        assert [one.code for one in await things(work, world)] == ["XM 100 014"]
    async with acting(storage, world.people["H"].id, clock.now) as work:
        household = await work.uow.people.get(world.people["H"].id)
        assert household is not None
        [account] = await work.uow.people.all_addresses(household.id)
        await erasure.erase(work, household, account)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        assert await things(work, world) == []


async def test_telling_and_answering_anew_at_once_do_not_block_each_other(
    storage: Storage, clock: Clock
) -> None:
    if storage.database.is_sqlite:
        pytest.skip("one writer at a time")
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await block(work, world, "H")
        await answer(work, MINE)
        one = await only(work, world)

    async def tell() -> None:
        async with acting(storage, world.people["O"].id, clock.now) as work:
            await untold.told(work, one.ids, ToldHow.PHONE, work.today)

    async with acting(storage, world.people["O"].id, clock.now) as work:
        found = await submission_of(work, MINE)
        await work.uow.submissions.get(found.id, lock=True)
        telling = asyncio.create_task(tell())
        while not await waiting_for_a_lock(storage):
            await asyncio.sleep(0)
        await answers.answer(work, found.id, "Lên trạm.", None, found.version)
    with pytest.raises(RuleError, match="untold-settled"):
        await telling
    async with acting(storage, world.people["O"].id, clock.now) as work:
        assert (await only(work, world)).text == "Lên trạm."


async def waiting_for_a_lock(storage: Storage) -> bool:
    query = text(
        "select count(*) from pg_stat_activity"
        " where wait_event_type = 'Lock' and datname = current_database()"
    )
    async with storage.database.reading() as opened:
        return bool((await opened.execute(query)).scalar_one())


@pytest.mark.parametrize("known_before", [False, True])
@pytest.mark.parametrize(
    ("about", "village"), [(for_head, "Thôn 3"), (for_role, "Thôn 3"), (for_seat, None)]
)
async def test_the_officials_of_what_it_is_about_see_it(
    storage: Storage,
    clock: Clock,
    about: Callable[[int], str],
    village: str | None,
    known_before: bool,
) -> None:
    """Not those of the commune in which the person lives by now."""
    world = await worlds.asked(storage, clock.now)
    assert world.dialogue_session is not None
    number = world.dialogue_session.id if about is for_seat else world.villages[2].id
    async with acting(storage, world.people["O"].id, clock.now) as work:
        elsewhere = Unit(
            level=world.commune.level,
            kind=world.commune.kind,
            name="Xã Khác Mẫu",
            parent_id=world.commune.parent_id,
            valid_from=world.commune.valid_from,
        )
        work.uow.units.add(elsewhere)
        await work.uow.flush()
        person = await work.uow.people.get(world.people["T"].id)
        assert person is not None
        person.commune_id, person.village_id = elsewhere.id, None
        [account] = await work.uow.people.addresses(person.id)
        if known_before:
            await block(work, world, "T")
        params = {"village": "Thôn 3"}
        await notices.tell(work, person, "join-approved-notice", params, purpose=about(number))
        await work.uow.flush()
        if not known_before:
            await work.uow.handovers.stop_address(account.id, clock.now, "blocked")
        one = await only(work, world)
        assert (one.village, one.names) == (village, ("Trưởng thôn Mẫu Ba",))
        assert await work.uow.untold.count_open(elsewhere.id, work.now) == 0


async def test_what_was_settled_is_dropped_after_ninety_days(chat: Chat) -> None:
    assert chat.world is not None
    world = chat.world
    storage = chat.storage()
    try:
        async with acting(storage, world.people["O"].id, chat.clock()) as work:
            await block(work, world, "H")
            await answer(work, MINE)
            await notice_to(work, world.people["H"])
            ids = [number for one in await things(work, world) for number in one.ids]
            await untold.told(work, ids, ToldHow.PHONE, work.today)
        for days, left in ((89, ids), (2, [])):
            chat.clock.forward(days=days)
            await chat.wait()
            async with storage.read() as uow:
                assert [row.id for row in await uow.untold.locked(ids)] == left
    finally:
        await storage.database.close()


@pytest.fixture
async def chat(settings: Settings, clock: Clock, book: FaqBook) -> Chat:
    made = Chat(settings, clock, book)
    await made.prepare("asked")
    return made


async def test_nobody_else_sees_or_settles_it(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await block(work, world, "H")
        await answer(work, MINE)
        one = await only(work, world)
    async with acting(storage, world.people["T"].id, clock.now) as work:
        with pytest.raises(RuleError, match="not-allowed"):
            await untold_list.listed(work, world.commune.id)
        with pytest.raises(RuleError, match="not-allowed"):
            await untold.told(work, one.ids, ToldHow.PHONE, date(2026, 11, 20))
