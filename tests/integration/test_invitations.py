"""Invitation codes of village heads, on both databases."""

from __future__ import annotations

import asyncio

import pytest

from bot.config import Settings
from handlers.context import Work
from handlers.errors import RuleError
from handlers.faq_book import FaqBook
from handlers.services import head_roles, invitations, people
from storage.models import ConsentPurpose, Conversation, Role
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.chat import Chat
from tests.clock import Clock
from tests.worlds import World


async def talk(work: Work, world: World, who: str) -> Conversation:
    address = (await work.uow.people.addresses(world.people[who].id))[0]
    return await work.uow.conversations.locked(address, work.now)


async def take(work: Work, conversation: Conversation, code: str, name: str) -> None:
    await invitations.use(work, conversation, code, name, consented=True)


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
                await take(work, conversation, code, "Trưởng thôn Mẫu Hai")
            except RuleError as refused:
                return refused.key
            return "used"

    assert sorted(await asyncio.gather(use("H"), use("T1"))) == ["join-code-wrong", "used"]
    async with acting(storage, world.people["O"].id, clock.now) as work:
        assert len(await head_roles.waiting(work, world.commune.id)) == 1


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
            await take(work, await talk(work, world, "H"), code, "M")
        await take(work, await talk(work, world, "H"), code, " Trưởng  thôn Mẫu ")
        assert not await work.uow.people.with_role(Role.VILLAGE_HEAD, [village])
    async with acting(storage, world.people["O"].id, clock.now) as work:
        (holder,) = await head_roles.waiting(work, world.commune.id)
        assert holder.name == "Trưởng thôn Mẫu"
        await head_roles.approve(work, holder.invitation_id)
        await work.uow.flush()
        with pytest.raises(RuleError, match="invite-decided-already"):
            await head_roles.refuse(work, holder.invitation_id)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        names = [(one.name, one.village) for one in await head_roles.heads(work, world.commune.id)]
        assert ("Trưởng thôn Mẫu", "Thôn 2") in names
        await head_roles.revoke(work, household, village)
        with pytest.raises(RuleError, match="not-found"):
            await head_roles.revoke(work, household, village)
    async with acting(storage, household, clock.now) as work:
        assert not await work.uow.people.with_role(Role.VILLAGE_HEAD, [village])


async def test_refusing_tells_the_holder_and_gives_nothing(storage: Storage, clock: Clock) -> None:
    world = await worlds.commune(storage, clock.now)
    code = await issued(storage, world, clock)
    async with acting(storage, world.people["H"].id, clock.now) as work:
        await take(work, await talk(work, world, "H"), code, "Trưởng thôn Mẫu Hai")
    async with acting(storage, world.people["O"].id, clock.now) as work:
        (holder,) = await head_roles.waiting(work, world.commune.id)
        await head_roles.refuse(work, holder.invitation_id)
        await work.uow.flush()
        assert not await head_roles.waiting(work, world.commune.id)
        assert not await work.uow.people.with_role(Role.VILLAGE_HEAD, [world.villages[1].id])
        address = (await work.uow.people.addresses(world.people["H"].id))[0]
        texts = [row.payload["text"] for row in await work.uow.mailbox.after(address.id, 0, 5)]
        assert "chưa duyệt" in texts[-1]


async def test_without_consent_the_code_is_not_taken_and_nothing_is_kept(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.commune(storage, clock.now)
    code = await issued(storage, world, clock)
    person = world.people["H"].id
    async with acting(storage, person, clock.now) as work:
        conversation = await talk(work, world, "H")
        with pytest.raises(RuleError, match="consent-missing"):
            await invitations.use(work, conversation, code, "Lò Văn Mẫu", consented=False)
    async with acting(storage, person, clock.now) as work:
        assert work.actor is not None
        assert work.actor.display_name == "Hộ Mẫu"
        assert not await work.uow.people.consents(person)
        await take(work, await talk(work, world, "H"), code, "Lò Văn Mẫu")
        (said,) = await work.uow.people.consents(person)
        assert (said.purpose, said.given) == (ConsentPurpose.HOLD_ROLE, True)
        assert (await people.held(work, work.actor)).consented_at == clock.now


async def test_declining_leaves_nothing_of_the_person(
    settings: Settings, clock: Clock, book: FaqBook
) -> None:
    chat = Chat(settings, clock, book)
    await chat.prepare("commune")
    assert chat.world is not None
    storage = chat.storage()
    code = await issued(storage, chat.world, clock)
    await chat.say("M", f"[start join_{code}]")
    await chat.say("M", "không")
    assert "không ghi gì cả" in chat.last("M").plain()
    async with storage.read() as uow:
        address = await uow.people.address("terminal", "M")
        assert address is not None
        person = address.person
        assert (person.display_name, person.village_id) == (None, None)
        assert not await uow.people.consents(person.id)
    # The code is still good, and only now is the name asked.
    await chat.say("M", "mã mời")
    await chat.say("M", code)
    await chat.say("M", "đồng ý")
    assert "tên là gì" in chat.last("M").plain()
    await storage.database.close()


async def test_only_officials_issue_and_decide(storage: Storage, clock: Clock) -> None:
    world = await worlds.commune(storage, clock.now)
    async with acting(storage, world.people["T"].id, clock.now) as work:
        with pytest.raises(RuleError, match="not-allowed"):
            await invitations.issue(work, world.villages[1].id)
        with pytest.raises(RuleError, match="not-allowed"):
            await head_roles.waiting(work, world.commune.id)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        with pytest.raises(RuleError, match="not-found"):
            await head_roles.approve(work, 999_999)
