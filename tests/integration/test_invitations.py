"""Invitation codes of village heads, on both databases."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.app import migrate
from bot.config import Settings
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import invitations
from storage.database import Database
from storage.models import Conversation, Role
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.clock import Clock
from tests.worlds import World


@pytest.fixture
async def storage(settings: Settings) -> AsyncIterator[Storage]:
    await migrate(settings)
    opened = Storage(Database(settings.effective_database_url, synchronous="NORMAL"))
    yield opened
    await opened.database.close()


async def talk(work: Work, world: World, who: str) -> Conversation:
    address = (await work.uow.people.addresses(world.people[who].id))[0]
    return await work.uow.conversations.locked(address, work.now)


async def issued(storage: Storage, world: World, clock: Clock) -> str:
    async with acting(storage, world.people["O"].id, clock.now) as work:
        return await invitations.issue(work, world.villages[1].id)


async def test_a_code_is_kept_as_a_hash_and_read_in_any_spelling(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.commune(storage, clock.now)
    code = await issued(storage, world, clock)
    assert len(code) == 8
    assert set(code) <= set(invitations.ALPHABET)
    async with acting(storage, world.people["H"].id, clock.now) as work:
        conversation = await talk(work, world, "H")
        for typed in (
            code,
            code.lower(),
            invitations.shown(code),
            f"join_{code}",
            f"{code[:3]}-{code[3:]}.",
        ):
            village = await invitations.check(work, conversation, typed)
            assert village.id == world.villages[1].id
        assert await work.uow.people.invitation(code) is None
        assert conversation.wrong_codes == 0


async def test_of_two_holders_at_once_one_wins(storage: Storage, clock: Clock) -> None:
    world = await worlds.commune(storage, clock.now)
    code = await issued(storage, world, clock)

    async def use(who: str) -> str:
        async with acting(storage, world.people[who].id, clock.now) as work:
            conversation = await talk(work, world, who)
            try:
                await invitations.use(work, conversation, code, "Trưởng thôn Mẫu Hai")
            except RuleError as refused:
                return refused.key
            return "used"

    assert sorted(await asyncio.gather(use("H"), use("T1"))) == ["join-code-wrong", "used"]
    async with acting(storage, world.people["O"].id, clock.now) as work:
        assert len(await invitations.waiting(work, world.commune.id)) == 1


async def test_ten_wrong_codes_pause_for_an_hour(storage: Storage, clock: Clock) -> None:
    world = await worlds.commune(storage, clock.now)
    code = await issued(storage, world, clock)
    async with acting(storage, world.people["H"].id, clock.now) as work:
        conversation = await talk(work, world, "H")
        for _ in range(10):
            with pytest.raises(RuleError, match="join-code-wrong"):
                await invitations.check(work, conversation, "AAAA AAAA")
        with pytest.raises(RuleError, match="join-paused"):
            await invitations.check(work, conversation, code)
    clock.forward(hours=1)
    async with acting(storage, world.people["H"].id, clock.now) as work:
        village = await invitations.check(work, await talk(work, world, "H"), code)
        assert village.id == world.villages[1].id


async def test_a_code_ends_after_fourteen_days(storage: Storage, clock: Clock) -> None:
    world = await worlds.commune(storage, clock.now)
    code = await issued(storage, world, clock)
    clock.forward(days=14)
    async with acting(storage, world.people["H"].id, clock.now) as work:
        with pytest.raises(RuleError, match="join-code-wrong"):
            await invitations.check(work, await talk(work, world, "H"), code)


async def test_the_role_begins_with_the_approval_and_ends_with_revoking(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.commune(storage, clock.now)
    household, village = world.people["H"].id, world.villages[1].id
    code = await issued(storage, world, clock)
    async with acting(storage, household, clock.now) as work:
        with pytest.raises(RuleError, match="join-name-wrong"):
            await invitations.use(work, await talk(work, world, "H"), code, "M")
        await invitations.use(work, await talk(work, world, "H"), code, " Trưởng  thôn Mẫu ")
        assert not await work.uow.people.with_role(Role.VILLAGE_HEAD, [village])
    async with acting(storage, world.people["O"].id, clock.now) as work:
        (holder,) = await invitations.waiting(work, world.commune.id)
        assert holder.name == "Trưởng thôn Mẫu"
        await invitations.approve(work, holder.invitation_id)
        await work.uow.flush()
        with pytest.raises(RuleError, match="invite-decided-already"):
            await invitations.refuse(work, holder.invitation_id)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        names = [(one.name, one.village) for one in await invitations.heads(work, world.commune.id)]
        assert ("Trưởng thôn Mẫu", "Thôn 2") in names
        await invitations.revoke(work, household, village)
        with pytest.raises(RuleError, match="not-found"):
            await invitations.revoke(work, household, village)
    async with acting(storage, household, clock.now) as work:
        assert not await work.uow.people.with_role(Role.VILLAGE_HEAD, [village])


async def test_refusing_tells_the_holder_and_gives_nothing(storage: Storage, clock: Clock) -> None:
    world = await worlds.commune(storage, clock.now)
    code = await issued(storage, world, clock)
    async with acting(storage, world.people["H"].id, clock.now) as work:
        await invitations.use(work, await talk(work, world, "H"), code, "Trưởng thôn Mẫu Hai")
    async with acting(storage, world.people["O"].id, clock.now) as work:
        (holder,) = await invitations.waiting(work, world.commune.id)
        await invitations.refuse(work, holder.invitation_id)
        await work.uow.flush()
        assert not await invitations.waiting(work, world.commune.id)
        assert not await work.uow.people.with_role(Role.VILLAGE_HEAD, [world.villages[1].id])
        address = (await work.uow.people.addresses(world.people["H"].id))[0]
        texts = [row.payload["text"] for row in await work.uow.outbox.after(address.id, 0, 5)]
        assert "chưa duyệt" in texts[-1]


async def test_only_officials_issue_and_decide(storage: Storage, clock: Clock) -> None:
    world = await worlds.commune(storage, clock.now)
    async with acting(storage, world.people["T"].id, clock.now) as work:
        with pytest.raises(RuleError, match="not-allowed"):
            await invitations.issue(work, world.villages[1].id)
        with pytest.raises(RuleError, match="not-allowed"):
            await invitations.waiting(work, world.commune.id)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        with pytest.raises(RuleError, match="not-found"):
            await invitations.approve(work, 999_999)
