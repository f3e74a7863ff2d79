"""What follows from urgent danger: whom it reaches, where, and who may be called back."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from bot.config import Settings
from handlers.errors import RuleError
from handlers.faq_book import FaqBook
from handlers.services import alerts, callback, grouping, people
from handlers.services import submissions as submission_rules
from storage.models import AddressState, ChannelAddress, Person, SubmissionKind
from tests.acting import acting
from tests.chat import Chat
from tests.clock import Clock
from tests.integration.households import change, opened, petition, say, submissions, text_of

_FLOOD = "lũ ngập nhà rồi cứu với"


@pytest.fixture
async def chat(settings: Settings, clock: Clock, book: FaqBook) -> Chat:
    """The official has two accounts, "O" used today and "O2" used yesterday."""
    return await opened(settings, clock, book, "on_duty")


def _told(chat: Chat, who: str) -> int:
    return len(chat.sent.get(who, ()))


async def _person(chat: Chat, address: str) -> Person:
    storage = chat.storage()
    try:
        async with storage.database.reading() as session:
            query = select(Person).join(ChannelAddress).where(ChannelAddress.address == address)
            return (await session.scalars(query)).one()
    finally:
        await storage.database.close()


async def test_an_alert_reaches_every_account_and_a_notice_the_one_used_last(chat: Chat) -> None:
    await petition(chat)
    assert (_told(chat, "O"), _told(chat, "O2")) == (1, 0)
    await say(chat, "H", _FLOOD)
    assert (_told(chat, "O"), _told(chat, "O2")) == (2, 1)
    await say(chat, "H", "1")
    assert (_told(chat, "O"), _told(chat, "O2")) == (3, 2)
    assert chat.last("O").text == chat.last("O2").text
    assert chat.last("O").text.startswith("⚠ Việc khẩn cấp mới từ Thôn 3.")


async def test_an_urgent_notice_is_not_doubled_where_one_account_is_blocked(
    chat: Chat, clock: Clock
) -> None:
    storage = chat.storage()
    try:
        async with acting(storage, (await _person(chat, "H")).id, clock.now) as work:
            assert work.actor is not None
            await people.give_consent(work, work.actor)
            await submission_rules.receive(
                work,
                kind=SubmissionKind.FEEDBACK,
                text=_FLOOD,
                commune_id=work.actor.commune_id or 0,
                village_id=None,
                asker=work.actor,
                asker_name=None,
                danger="disaster",
            )
            official = (await _person(chat, "O")).id
            first, second = await work.uow.people.addresses(official)
            await work.uow.flush()
            await work.uow.handovers.stop_address(first.id, work.now, "blocked")
            assert len(await work.uow.mailbox.after(second.id, 0, 20)) == 1
    finally:
        await storage.database.close()


async def test_a_repeated_alert_within_the_hour_rings_no_account_again(chat: Chat) -> None:
    await say(chat, "H", _FLOOD)
    again = text_of(await say(chat, "H", _FLOOD))
    assert (_told(chat, "O"), _told(chat, "O2")) == (1, 1)
    assert "Em đã báo cán bộ xã" in again


async def test_an_account_that_blocked_us_is_left_out(chat: Chat) -> None:
    await change(
        chat,
        update(ChannelAddress)
        .where(ChannelAddress.address == "O")
        .values(state=AddressState.BLOCKED),
    )
    await say(chat, "H", _FLOOD)
    assert (_told(chat, "O"), _told(chat, "O2")) == (0, 1)


async def test_notices_follow_the_official_to_another_account_at_once(
    chat: Chat, clock: Clock
) -> None:
    await petition(chat)
    clock.forward(seconds=1)
    await say(chat, "O2", "menu")
    before = (_told(chat, "O"), _told(chat, "O2"))
    await petition(chat)
    assert (_told(chat, "O"), _told(chat, "O2")) == (before[0], before[1] + 1)
    clock.forward(seconds=1)
    await say(chat, "O", "menu")
    before = (_told(chat, "O"), _told(chat, "O2"))
    await petition(chat)
    assert (_told(chat, "O"), _told(chat, "O2")) == (before[0] + 1, before[1])


async def test_who_stays_on_one_account_is_not_written_down_in_every_turn(
    chat: Chat, clock: Clock
) -> None:
    async def seen() -> object:
        storage = chat.storage()
        try:
            async with storage.database.reading() as session:
                query = select(ChannelAddress.last_seen_at).where(ChannelAddress.address == "O")
                return (await session.scalars(query)).one()
        finally:
            await storage.database.close()

    await say(chat, "O", "menu")
    first = await seen()
    clock.forward(minutes=9)
    await say(chat, "O", "menu")
    assert await seen() == first
    clock.forward(minutes=1)
    await say(chat, "O", "menu")
    assert await seen() == clock()


async def test_danger_is_marked_whichever_way_it_was_sent(chat: Chat) -> None:
    await petition(chat)
    await say(chat, "H", "cháu tôi bị lạc trong rừng", "1")
    ordinary, urgent = await submissions(chat)
    assert (ordinary.danger, urgent.danger) == (None, "missing")
    first = (await say(chat, "O", "câu hỏi mới", "1"))[0].choices[0].label
    assert first.startswith("⚠ KHẨN CẤP · ")
    storage = chat.storage()
    try:
        assert chat.world is not None
        async with acting(storage, chat.world.people["O"].id, chat.clock()) as work:
            with pytest.raises(RuleError, match="answer-duplicate-danger"):
                await grouping.mark_duplicate(work, ordinary.id, urgent.code, ordinary.version)
    finally:
        await storage.database.close()


async def test_a_number_left_is_shown_to_officials_and_goes_with_xoa(chat: Chat) -> None:
    told = await say(chat, "H", _FLOOD, "Tám Mẫu 0912 345 678", "1")
    assert "0912345678" in text_of(told)
    (row,) = await submissions(chat)
    assert (row.asker_name, row.anonymous, row.danger) == ("Tám Mẫu", False, "disaster")
    assert row.text == _FLOOD
    # The alert itself carries no number: it leaves through servers elsewhere.
    assert "0912345678" not in "\n".join(one.text for one in chat.sent["O"])
    assert "0912345678" in text_of(await say(chat, "O", row.code))
    assert "0912345678" in text_of(await say(chat, "H", "xem"))
    assert (await _person(chat, "H")).display_name == "Hộ Mẫu"
    await say(chat, "H", "xoá", "1")
    assert (await _person(chat, "H")).phone is None


async def test_no_number_is_kept_without_a_yes(chat: Chat) -> None:
    asked = text_of(await say(chat, "N", _FLOOD, "Tám Mẫu 0912 345 678"))
    assert "Đồng ý không?" in asked
    assert await submissions(chat) == []
    await say(chat, "N", "2", "1", "thôn 2")
    (row,) = await submissions(chat)
    assert (row.asker_name, row.anonymous, row.text) == (None, True, _FLOOD)
    assert (await _person(chat, "N")).phone is None


async def test_nothing_is_kept_of_who_leaves_the_question(chat: Chat) -> None:
    await say(chat, "N", _FLOOD, "2")
    assert await submissions(chat) == []
    assert (await _person(chat, "N")).phone is None


async def test_what_the_faq_answers_is_no_part_of_the_cry_for_help(chat: Chat) -> None:
    await say(chat, "H", _FLOOD, "mất thẻ bhyt làm lại ở đâu")
    assert "Trả lời tự động" in "\n".join(one.text for one in chat.sent["H"])
    assert await submissions(chat) == []


async def test_the_village_is_told_only_by_who_sent_it(chat: Chat) -> None:
    await say(chat, "N", _FLOOD, "1")
    (row,) = await submissions(chat)
    assert row.village_id is None
    storage = chat.storage()
    try:
        assert chat.world is not None
        elsewhere = chat.world.commune.id
        async with acting(storage, chat.world.people["H"].id, chat.clock()) as work:
            with pytest.raises(RuleError, match="not-found"):
                await alerts.placed(work, row.id, chat.world.villages[0].id)
        assert row.asker_id is not None
        async with acting(storage, row.asker_id, chat.clock()) as work:
            with pytest.raises(RuleError, match="not-found"):
                await alerts.placed(work, row.id, elsewhere)
    finally:
        await storage.database.close()
    await say(chat, "N", "thôn 2")
    (placed,) = await submissions(chat)
    assert placed.village_id == chat.world.villages[1].id
    assert "Thôn 2" in chat.last("O2").text


async def test_a_village_named_in_the_words_is_not_asked_again(chat: Chat) -> None:
    await chat.say("N", "chong danh em chay mau, nha em o thon 2 khong ai giup")
    assert "Thôn 2" in chat.last("O").text
    await chat.say("N", "1")
    told = "\n".join(one.plain() for one in chat.sent["N"])
    assert "gọi ngay 113" in told
    assert "ở thôn nào" not in told


async def test_who_does_not_want_to_live_hears_warm_words(chat: Chat) -> None:
    await chat.say("H", "em khong muon song nua")
    await chat.say("H", "huhu")
    assert "Em vẫn ở đây với anh/chị" in chat.last("H").text


async def test_a_commune_that_is_not_known_is_asked_first(chat: Chat) -> None:
    await say(chat, "N", "xin chào")
    await change(chat, update(Person).where(Person.village_id.is_(None)).values(commune_id=None))
    asked = await say(chat, "N", _FLOOD, "0912 345 678", "1")
    assert asked[-1].text.startswith("Anh/chị ở xã, phường nào?")
    await say(chat, "N", "Xã Mẫu", "thôn 2")
    (row,) = await submissions(chat)
    assert (row.village_id, row.danger) == (chat.world and chat.world.villages[1].id, "disaster")
    assert (await _person(chat, "N")).phone == "0912345678"


@pytest.mark.parametrize(
    ("text", "phone", "name"),
    [
        ("0912345678", "0912345678", None),
        ("Tám Mẫu 0912 345 678", "0912345678", "Tám Mẫu"),
        ("em tên là Tám Mẫu, số điện thoại: 0912.345.678", "0912345678", "Tám Mẫu"),
        ("sdt 0912345678 Tám Mẫu", "0912345678", "Tám Mẫu"),
        ("+84 912 345 678", "+84912345678", None),
        ("goi em so 0912345678 nuoc toi noc nha roi mau len voi", "0912345678", None),
    ],
)
def test_a_number_and_a_name_are_read(text: str, phone: str, name: str | None) -> None:
    left = callback.read(text)
    assert left is not None
    assert left.phone == phone
    assert left.name == name


@pytest.mark.parametrize("text", ["Tám Mẫu", "thôn 3", "nhà 12 người", "20/11/2026"])
def test_without_a_number_there_is_nobody_to_call(text: str) -> None:
    assert callback.read(text) is None
