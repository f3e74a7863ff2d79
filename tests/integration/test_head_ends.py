"""The role of a village head ends while something waits for the head, or is open."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.channels.base import ContactStopped, Rejected, SendError
from bot.config import Settings
from bot.dispatcher import Dispatcher
from handlers.context import Work
from handlers.faq_book import FaqBook
from handlers.services import (
    announcements,
    answers,
    erasure,
    head_roles,
    seat_changes,
    submission_reading,
    untold,
    untold_list,
)
from storage.models import Household, Invitation, OutboxState, PovertyStatus, Role, RoleGrant
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.chat import Chat
from tests.clock import Clock
from tests.integration.outboxes import Sink
from tests.integration.submissions import submission_of, told
from tests.integration.test_untold import block
from tests.worlds import World
from tests.worlds.communes import add_person

BEHALF = "XM200028"
"""What "T" sent for a household of thôn 3 without an account."""
READ_OUT = (
    "Nhờ anh/chị đọc lại cho Hộ Mẫu Ba, Thôn 3. Về mã XM 200 028: Xã sẽ đến xem."
    "\nĐọc xong, anh/chị nhắn: đã đọc."
)


async def answered(work: Work) -> None:
    found = await submission_of(work, BEHALF)
    await answers.answer(work, found.id, "Xã sẽ đến xem.", None, found.version)


async def another_head(work: Work, world: World) -> None:
    """ "T2", who is head of thôn 3 as well."""
    third = world.villages[2]
    world.people["T2"] = await add_person(
        work.uow, work.now, "T2", "Trưởng thôn Mẫu Hai", world.commune, third, Role.VILLAGE_HEAD
    )
    await work.uow.flush()


async def successor(work: Work, world: World) -> None:
    """ "T2" used a code for thôn 3, and is approved in place of whoever is head."""
    third = world.villages[2]
    person = world.people["T2"] = await add_person(
        work.uow, work.now, "T2", "Trưởng thôn Mẫu Hai", world.commune, third, None
    )
    code = Invitation(
        code_hash="x" * 64,
        role=Role.VILLAGE_HEAD,
        unit_id=third.id,
        issued_at=work.now,
        expires_at=work.now + timedelta(days=1),
        used_by_id=person.id,
        used_at=work.now,
    )
    work.uow.people.add(code)
    await work.uow.flush()
    await head_roles.approve(work, code.id, replace=True)


async def ended(work: Work, world: World) -> None:
    await head_roles.revoke(work, world.people["T"].id, world.villages[2].id)
    await work.uow.flush()


async def test_an_answer_that_waits_goes_to_another_head(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await answered(work)
        assert any("Xã sẽ đến xem" in text for text in await told(work, world, "T"))
        await another_head(work, world)
        await ended(work, world)
        assert not any("Xã sẽ đến xem" in text for text in await told(work, world, "T"))
        assert await told(work, world, "T2") == [READ_OUT]
        assert await untold_list.listed(work, world.commune.id) == []


async def test_without_another_head_the_official_sees_it_until_there_is_one(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await answered(work)
        await ended(work, world)
        [one] = await untold_list.listed(work, world.commune.id)
        assert (one.code, one.names, one.by_head) == ("XM 200 028", ("Hộ Mẫu Ba",), False)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await successor(work, world)
        assert READ_OUT in await told(work, world, "T2")
        assert await untold_list.listed(work, world.commune.id) == []


async def test_an_answer_after_the_role_has_ended_never_goes_to_who_sent_it(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await successor(work, world)
        await answered(work)
        assert not any("Xã sẽ đến xem" in text for text in await told(work, world, "T"))
        assert READ_OUT in await told(work, world, "T2")
        sent = await submission_of(work, BEHALF)
    async with acting(storage, world.people["T"].id, clock.now) as work:
        assert not submission_reading.concerns(work.actor, sent)
        assert await submission_reading.of_actor(work) == []


async def test_what_a_process_holds_is_dropped_and_never_tried_again(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await answered(work)
        until = clock.now + timedelta(seconds=60)
        held = await work.uow.outbox.claim(
            ("terminal",), owner="holds", now=clock.now, until=until, limit=9
        )
        [number] = [one.id for one in held if "Xã sẽ đến xem" in one.payload["text"]]
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await ended(work, world)
        assert len(await untold_list.listed(work, world.commune.id)) == 1
        kept = await work.uow.outbox.renew([number], owner="holds", until=until)
        assert kept == set()
    sink = Sink()
    await Dispatcher(storage, {"terminal": sink}, clock).drain()
    assert not any("Xã sẽ đến xem" in text for text in sink.sent)
    async with acting(storage, None, clock.now) as work:
        message = await work.uow.mailbox.message(number)
        assert message is not None
        assert message.state is OutboxState.EXPIRED


@pytest.mark.parametrize("held", [False, True])
async def test_homes_to_go_to_are_dropped_also_where_a_process_holds_them(
    storage: Storage, clock: Clock, held: bool
) -> None:
    world = await worlds.drafted(storage, clock.now)
    assert world.dialogue_session is not None
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await announcements.publish(work, world.dialogue_session.id)
        assert any(text.startswith("Thôn 3 có") for text in await told(work, world, "T"))
        if held:
            [account] = await work.uow.people.addresses(world.people["T"].id)
            waiting = await work.uow.mailbox.after(account.id, 0, 20)
            for one in waiting:
                one.lease_owner, one.lease_until = "holds", clock.now + timedelta(seconds=60)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await ended(work, world)
    sink = Sink()
    await Dispatcher(storage, {"terminal": sink}, clock).drain()
    assert not any(text.startswith("Thôn 3 có") for text in sink.sent)
    everybody = sum(text.startswith("📅 Mời bà con") for text in sink.sent)
    assert everybody == len({"T", "T1", "H", "H1"})


async def test_a_head_who_is_erased_leaves_nothing_untold(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await answered(work)
    async with acting(storage, world.people["T"].id, clock.now) as work:
        assert work.actor is not None
        [account] = await work.uow.people.addresses(work.actor.id)
        await head_roles.lay_down(work, work.actor)
        await erasure.erase(work, work.actor, account)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        [one] = await untold_list.listed(work, world.commune.id)
        assert one.code == "XM 200 028"


@pytest.mark.parametrize("village", [2, 0])
async def test_what_one_of_two_villages_told_is_taken_back_alone(
    storage: Storage, clock: Clock, village: int
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        first = RoleGrant(
            person_id=world.people["T"].id,
            role=Role.VILLAGE_HEAD,
            unit_id=world.villages[0].id,
            granted_at=clock.now,
        )
        work.uow.people.add(first)
        await work.uow.flush()
    async with acting(storage, world.people["H"].id, clock.now) as work:
        [seat] = await work.uow.registrations.of_person(world.people["H"].id)
        await seat_changes.decline(work, seat.id)  # of thôn 3
    async with acting(storage, world.people["O"].id, clock.now) as work:
        before = await told(work, world, "T")
        assert any("Hộ Mẫu" in text for text in before)
        await head_roles.revoke(work, world.people["T"].id, world.villages[village].id)
        left = any("Hộ Mẫu" in text for text in await told(work, world, "T"))
        assert left is (village != 2)


async def test_what_a_head_was_asked_to_tell_comes_back(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        for account in await work.uow.people.addresses(world.people["H"].id):
            await work.uow.handovers.stop_address(account.id, clock.now, "blocked")
        [seat] = await work.uow.registrations.of_person(world.people["H"].id)
        await seat_changes.cancel(work, seat.id)
        [one] = await untold_list.listed(work, world.commune.id)
        await untold.read_out(work, one.ids)
        asked = (await told(work, world, "T"))[-1]
        await another_head(work, world)
        await ended(work, world)
        assert asked not in await told(work, world, "T")
        [again] = await untold_list.listed(work, world.commune.id)
        assert (again.text, again.by_head) == (asked, True)
        await untold.read_out(work, again.ids)
        assert await told(work, world, "T2") == [asked]


@pytest.mark.parametrize("error", [ContactStopped(), Rejected()])
async def test_what_a_head_was_asked_to_tell_outlasts_the_head(
    storage: Storage, clock: Clock, error: SendError
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await block(work, world, "H")
        [seat] = await work.uow.registrations.of_person(world.people["H"].id)
        await seat_changes.cancel(work, seat.id)
        [one] = await untold_list.listed(work, world.commune.id)
        await untold.read_out(work, one.ids)
        asked = (await told(work, world, "T"))[-1]
        assert one.text in asked
    sink = Sink()
    sink.errors = [error] * 2  # that the seat is free goes to the head as well
    await Dispatcher(storage, {"terminal": sink}, clock).drain()
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await successor(work, world)
        things = await untold_list.listed(work, world.commune.id)
        [again] = [one for one in things if one.text == asked]
        assert (again.village, again.names, again.by_head) == ("Thôn 3", (), True)
        await untold.read_out(work, again.ids)
        assert asked in await told(work, world, "T2")


# -- open talks -----------------------------------------------------------------------------------


@pytest.fixture
async def chat(settings: Settings, clock: Clock, book: FaqBook) -> Chat:
    made = Chat(settings, clock, book)
    await made.prepare("full_village")
    return made


async def revoke(chat: Chat, *, second: bool) -> None:
    """T is head of thôn 3 no more; *second*: but of thôn 1 still."""
    assert chat.world is not None
    storage = chat.storage()
    try:
        async with acting(storage, chat.world.people["O"].id, chat.clock()) as work:
            if second:
                grant = RoleGrant(
                    person_id=chat.world.people["T"].id,
                    role=Role.VILLAGE_HEAD,
                    unit_id=chat.world.villages[0].id,
                    granted_at=chat.clock(),
                )
                work.uow.people.add(grant)
                await work.uow.flush()
            await ended(work, chat.world)
    finally:
        await storage.database.close()


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize("typed", ["0", "1", "quay lại", "BẬT", "xin chào", "gì cơ"])
async def test_an_open_list_is_never_shown_again(chat: Chat, typed: str, second: bool) -> None:
    await chat.say("T", "danh sách")
    assert "Nông Văn Mẫu" in chat.last("T").plain()
    await revoke(chat, second=second)
    said = await chat.say("T", typed)
    for _ in range(3):
        assert not any("Nông Văn Mẫu" in reply.plain() for who, reply in said if who == "T")
        said = await chat.say("T", "1")


async def test_who_is_head_and_official_keeps_both_roles(chat: Chat) -> None:
    assert chat.world is not None
    grant = RoleGrant(
        person_id=chat.world.people["T"].id,
        role=Role.OFFICIAL,
        unit_id=chat.world.commune.id,
        granted_at=chat.clock(),
    )
    storage = chat.storage()
    try:
        async with storage.write() as uow:
            uow.people.add(grant)
            await uow.commit()
        await chat.say("T", "XOÁ")
        await chat.say("T", "1")
        assert "đang giữ việc của xã" in chat.last("T").plain()
        async with storage.read() as uow:
            person = await uow.people.get(chat.world.people["T"].id)
            assert person is not None
            assert person.erased_at is None
            held = {grant.role for grant in person.roles if grant.revoked_at is None}
            assert {Role.VILLAGE_HEAD, Role.OFFICIAL} <= held
    finally:
        await storage.database.close()


async def test_an_overview_names_villages_without_a_head(chat: Chat) -> None:
    assert chat.world is not None
    storage = chat.storage()
    try:
        async with storage.write() as uow:
            for number in range(3):
                household = Household(
                    village_id=chat.world.villages[2].id,
                    head_name=f"Nông Văn Mẫu {number}",
                    status=PovertyStatus.POOR,
                    list_year=2026,
                    created_at=chat.clock(),
                )
                uow.people.add(household)
            await uow.commit()
    finally:
        await storage.database.close()
    said = "\n".join(reply.text for _, reply in await chat.say("O", "xem buổi họp"))
    assert "Thôn 3: 3 nhà em chưa nhắn được" not in said
    await revoke(chat, second=False)
    said = "\n".join(reply.text for _, reply in await chat.say("O", "xem buổi họp"))
    assert "Thôn 3: 3 nhà em chưa nhắn được" in said
