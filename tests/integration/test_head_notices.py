"""What village heads get when a meeting is announced: words to pass on, and every home to go to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.config import Settings
from handlers.errors import RuleError
from handlers.faq_book import FaqBook
from handlers.messages import Reply
from handlers.services import (
    announcements,
    change_notices,
    dialogue_sessions,
    head_notices,
    notice_words,
)
from handlers.services.announcements import Published
from storage.models import Household, OutboxState, PovertyStatus, Role, RoleGrant
from tests.acting import acting
from tests.chat import Chat, CollectingChannel
from tests.clock import Clock

MOST = 15


@pytest.fixture
async def chat(settings: Settings, clock: Clock, book: FaqBook) -> Chat:
    chat = Chat(settings, clock, book)
    await chat.prepare("drafted")
    return chat


async def _publish(chat: Chat) -> Published:
    assert chat.world is not None
    assert chat.world.dialogue_session is not None
    storage = chat.storage()
    try:
        async with acting(storage, chat.world.people["O"].id, chat.clock()) as work:
            return await announcements.publish(work, chat.world.dialogue_session.id)
    finally:
        await storage.database.close()


async def _households(chat: Chat, village: int, *names: str | None) -> None:
    assert chat.world is not None
    storage = chat.storage()
    try:
        async with storage.write() as uow:
            for name in names:
                household = Household(
                    village_id=chat.world.villages[village].id,
                    head_name=name,
                    status=PovertyStatus.POOR,
                    list_year=2026,
                    created_at=chat.clock.now,
                )
                uow.people.add(household)
            await uow.commit()
    finally:
        await storage.database.close()


async def _told(chat: Chat, who: str) -> list[Reply]:
    await chat.wait()
    return chat.sent[who]


async def test_every_home_is_listed_and_none_is_named_in_what_is_passed_on(chat: Chat) -> None:
    names = [f"Nông Văn Mẫu {number}" for number in range(40)]
    await _households(chat, 2, *names, None, None)
    published = await _publish(chat)
    first, notice, *homes = (reply.text for reply in await _told(chat, "T"))
    assert first.startswith("Xã sắp họp dân.")
    assert "Mời bà con" not in first
    assert notice.startswith("📅 Mời bà con")
    everybody = [*names, "Hộ Mẫu Ba", "Hộ Mẫu Bốn"]
    assert not any(name in text for name in everybody for text in (first, notice))
    listed = "\n".join(homes)
    assert all(f") {name}" in listed for name in everybody)
    assert "Thôn 3 có 44 nhà em chưa nhắn được." in homes[0]
    assert "và 2 nhà chưa có tên chủ hộ" in homes[-1]
    assert "nhà nữa" not in listed
    assert len(homes) == 3
    assert all("đừng gửi đi" in text for text in homes)
    assert max(text.count(") ") for text in homes) == MOST
    # Everybody counts once, however many messages they get.
    assert published.added == len({"T", "T1", "H", "H1"})


async def test_no_home_is_named_where_servers_are_elsewhere(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"Nông Văn Mẫu {number}" for number in range(40)]
    await _households(chat, 2, *names)
    await _publish(chat)
    foreign = replace(CollectingChannel.capabilities, foreign=True)
    monkeypatch.setattr(CollectingChannel, "capabilities", foreign)
    *_, homes = told = [reply.text for reply in await _told(chat, "T")]
    assert len(told) == 3
    assert not any(name in text for name in [*names, "Hộ Mẫu Ba"] for text in told)
    assert homes.startswith("Thôn 3 có 42 nhà em chưa nhắn được.")
    assert "hỏi cán bộ xã" in homes


async def test_officials_see_whom_the_notice_did_not_reach_and_send_again(chat: Chat) -> None:
    await _publish(chat)
    storage = chat.storage()
    try:
        async with storage.write() as uow:
            household = await uow.people.address("terminal", "H")
            assert household is not None
            [notice] = await uow.mailbox.after(household.id, 0, 9)
            await uow.outbox.finish([notice.id], OutboxState.FAILED, chat.clock(), "temporary")
            await uow.commit()
    finally:
        await storage.database.close()
    said = "\n".join(reply.text for _, reply in await chat.say("O", "xem buổi họp"))
    assert "không đến 1" in said
    assert "báo họp lần nữa" in said
    assert (await _publish(chat)).added == 1
    assert (await _told(chat, "H"))[-1].text.startswith("📅 Mời bà con")


async def test_publishing_again_repeats_nothing(chat: Chat) -> None:
    await _publish(chat)
    before = len(await _told(chat, "T"))
    assert (await _publish(chat)).added == 0
    assert len(await _told(chat, "T")) == before


async def test_a_head_of_two_villages_gets_the_words_once(chat: Chat) -> None:
    assert chat.world is not None
    world = chat.world
    storage = chat.storage()
    try:
        async with storage.write() as uow:
            grant = RoleGrant(
                person_id=world.people["T"].id,
                role=Role.VILLAGE_HEAD,
                unit_id=world.villages[0].id,
                granted_at=chat.clock.now,
            )
            uow.people.add(grant)
            await uow.commit()
    finally:
        await storage.database.close()
    await _publish(chat)
    texts = [reply.text for reply in await _told(chat, "T")]
    assert "Thôn 1, Thôn 3" in texts[0]
    assert sum(text.startswith("📅 Mời bà con") for text in texts) == 1
    assert [text.split(" có ")[0] for text in texts[2:]] == ["Thôn 1", "Thôn 3"]


async def test_a_new_date_is_passed_on_alone_too(chat: Chat) -> None:
    assert chat.world is not None
    assert chat.world.dialogue_session is not None
    await _publish(chat)
    await chat.wait()
    for line in ("đăng ký", "Lò Thị Mẫu Na", "1", "1"):
        await chat.say("T", line)
    before = len(chat.sent["T"])
    storage = chat.storage()
    try:
        async with acting(storage, chat.world.people["O"].id, chat.clock()) as work:
            found = await dialogue_sessions.postpone(work, chat.world.dialogue_session.id, None)
            await change_notices.tell_postponed(work, found, None)
    finally:
        await storage.database.close()
    notice, retell, homes = [reply.text for reply in (await _told(chat, "T"))[before:]]
    assert notice.startswith("⚠ Buổi họp")
    assert "Nhờ anh/chị" not in notice
    assert "báo lại 1 người của Thôn 3" in retell
    assert homes.startswith("Thôn 3 có 2 nhà em chưa nhắn được.")


@pytest.mark.parametrize(
    ("url", "phone", "said"),
    [
        ("https://mau.example.vn", "0260 3812 345", "Cần hỏi, bà con vào {url} hoặc gọi {phone}."),
        ("https://mau.example.vn", "", "Cần hỏi, bà con vào {url}."),
        ("", "0260 3812 345", "Cần hỏi, bà con gọi {phone}."),
        ("", "", None),
    ],
)
async def test_the_announcement_says_where_to_ask(
    chat: Chat, url: str, phone: str, said: str | None
) -> None:
    assert chat.world is not None
    assert chat.world.dialogue_session is not None
    storage = chat.storage()
    try:
        async with acting(storage, chat.world.people["O"].id, chat.clock()) as work:
            work.rules = replace(work.rules, chat_url=url, duty_phone=phone)
            meeting = await work.uow.dialogue_sessions.get(chat.world.dialogue_session.id)
            assert meeting is not None
            notice = await notice_words.notice(work, meeting)
            aloud = await notice_words.loudspeaker(work, meeting)
    finally:
        await storage.database.close()
    assert ("Cần hỏi" in notice) is (said is not None)
    if said is not None:
        assert notice.split("\n")[-1] == said.format(url=url, phone=phone)
    # What is read out has no address to type, no sign and no bare number to call.
    assert "http" not in aloud
    assert "📅" not in aloud
    assert ("không hai sáu không, ba tám một hai, ba bốn năm" in aloud) is bool(phone)
    assert phone == "" or phone not in aloud


@pytest.mark.parametrize(
    ("phone", "spoken"),
    [
        ("0912345678", "không chín một hai, ba bốn năm, sáu bảy tám"),
        ("0912.345.678", "không chín một hai, ba bốn năm, sáu bảy tám"),
        ("+84 912 345 678", "không chín một hai, ba bốn năm, sáu bảy tám"),
        ("+84912345678", "không chín một hai, ba bốn năm, sáu bảy tám"),
        ("(0260) 3812 345", "không hai sáu không, ba tám một hai, ba bốn năm"),
        ("113", "một một ba"),
    ],
)
async def test_a_phone_number_is_read_out_digit_by_digit(
    chat: Chat, phone: str, spoken: str
) -> None:
    storage = chat.storage()
    try:
        async with acting(storage, None, chat.clock()) as work:
            assert notice_words.spoken_phone(work, "vi", phone) == spoken
    finally:
        await storage.database.close()


async def test_a_head_asks_which_homes_nobody_told(chat: Chat) -> None:
    """Named over our own servers, only counted over others; never to somebody who heads nothing."""
    assert chat.world is not None
    await _households(chat, 2, "Nông Văn Mẫu Chín")
    village = chat.world.villages[2].id
    storage = chat.storage()
    try:
        async with acting(storage, chat.world.people["T"].id, chat.clock()) as work:
            told = await head_notices.homes_to_tell(work, village, "vi")
        async with acting(storage, chat.world.people["H"].id, chat.clock()) as work:
            with pytest.raises(RuleError, match="not-allowed"):
                await head_notices.homes_to_tell(work, village, "vi")
    finally:
        await storage.database.close()
    assert "Nông Văn Mẫu Chín" in told[0].text
    outside = told[0].outside()
    assert outside is not None
    assert "Nông" not in outside.text
    sent = [reply.text for _, reply in await chat.say("T", "ai chua nhan dc tin")]
    assert any("nhà em chưa nhắn được" in text for text in sent)
    assert any("Nông Văn Mẫu Chín" in text for text in sent)


async def test_who_was_told_is_off_the_homes_to_go_to(chat: Chat) -> None:
    """A name of the recognised list is that household's: the list says which category it is."""
    await _households(chat, 2, "Nông Văn Mẫu Chín", "Vàng Thị Mẫu", "Lò Mẫu Na", "Lò Mẫu Na")
    await _publish(chat)
    await chat.say("T", "dang ky")
    (read_back,) = await chat.say("T", "nong van mau chin, can ngheo\nLò Mẫu Na\nSùng Thị Mẫu")
    assert "là hộ nghèo" in read_back[1].text
    assert "1) Nong Van Mau Chin, hộ nghèo\n2) Lò Mẫu Na\n3) Sùng Thị Mẫu\n" in read_back[1].text
    for answer in ("1", "1", "xong"):
        await chat.say("T", answer)
    shown = "\n".join(reply.text for _, reply in await chat.say("T", "ai chua nhan dc tin"))
    assert shown.count("Lò Mẫu Na") == 2
    assert "Vàng Thị Mẫu" in shown
    assert "Chín" not in shown
