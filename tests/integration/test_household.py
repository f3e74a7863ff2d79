"""What is kept of a household's words, who sees it, and how it goes away."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Executable, delete, select, update

from bot.channels.base import ContactStopped
from bot.config import Settings
from faq.normalize import fold
from handlers.context import Rules, Work
from handlers.errors import RuleError
from handlers.faq_book import FaqBook
from handlers.messages import Reply
from handlers.services import people, places
from handlers.services import submissions as service
from handlers.services.submissions import due_at
from handlers.texts import LOCAL_ZONE, Texts
from storage.models import (
    Attachment,
    AuditEntry,
    ChannelAddress,
    DialogueSession,
    GuardCount,
    OutboxMessage,
    OutboxState,
    Person,
    Registration,
    RegistrationState,
    ReturnChannel,
    Submission,
    SubmissionKind,
    SubmissionState,
    Unit,
    UnitLevel,
    UnitName,
    UnitSetting,
    VillageQuota,
)
from storage.unit_of_work import UnitOfWork
from tests.chat import Chat, CollectingChannel
from tests.clock import Clock
from tests.integration.households import all_cells, opened, say, submissions, text_of

QUESTION = "mất thẻ bhyt làm lại ở đâu"
PETITION = "Xin xã sửa bể nước Mẫu Đơn"


@pytest.fixture
async def chat(settings: Settings, clock: Clock, book: FaqBook) -> Chat:
    return await opened(settings, clock, book)


async def _petition(chat: Chat, who: str = "H", text: str = PETITION) -> Submission:
    await say(chat, who, "menu", "kiến nghị", "1", text)
    for _ in range(6):
        last = chat.last(who)
        labels = [choice.label for choice in last.choices]
        if "Đồng ý" in labels or "Nhắn ở đây" in labels or "Thôn 1" in labels:
            await say(chat, who, "1")
        elif "Không ghi tên" in labels:
            await say(chat, who, "Hộ Mẫu Mới")
        else:
            break
    await say(chat, who, "gửi")
    return (await submissions(chat))[-1]


async def _run(chat: Chat, statement: Executable) -> None:
    storage = chat.storage()
    try:
        async with storage.database.writing() as opened_:
            await opened_.execute(statement)
            await opened_.commit()
    finally:
        await storage.database.close()


# -- what is kept -------------------------------------------------------------------------------


async def test_asking_the_faq_keeps_no_word_and_asks_no_consent(chat: Chat) -> None:
    first = await say(chat, "N", "Mẹ em mất thẻ bhyt, làm lại ở đâu")
    assert "đồng ý" not in text_of(first)
    await say(chat, "N", "đúng")
    assert fold("Mẹ em mất thẻ") not in fold(await all_cells(chat))
    assert await submissions(chat) == []


TWO = "Mẹ em mất thẻ Mẫu Tre bhyt làm lại ở đâu? Nhà em muốn vay vốn Mẫu Nứa thì hỏi ai?"


async def test_two_questions_at_once_leave_no_word(chat: Chat) -> None:
    first = await say(chat, "N", TWO)
    assert "Mẫu Tre" in text_of(first)
    assert "Mẫu Nứa" in text_of(first)
    assert first[0].private
    rows = await _queued(chat)
    assert rows
    assert {(row.state, row.payload_until) for row in rows} == {(OutboxState.SENT, None)}
    await say(chat, "N", "menu")
    assert "Mẫu Tre" not in await all_cells(chat)
    assert "Mẫu Nứa" not in await all_cells(chat)


async def test_a_mailbox_keeps_own_words_a_day_and_the_rest_ninety(
    chat: Chat, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailbox = replace(CollectingChannel.capabilities, mailbox=True)
    monkeypatch.setattr(CollectingChannel, "capabilities", mailbox)
    await say(chat, "N", TWO)
    await say(chat, "N", "menu")
    assert "Mẫu Tre" in await all_cells(chat)
    clock.forward(hours=24, minutes=1)
    await chat.wait()
    assert "Mẫu Tre" not in await all_cells(chat)
    texts = [row.payload["text"] for row in await _queued(chat)]
    assert texts[0] == ""
    assert texts[-1] != ""
    clock.forward(days=89)
    await chat.wait()
    assert {row.payload["text"] for row in await _queued(chat)} == {""}


async def test_what_waits_is_not_blanked_before_it_left(
    chat: Chat, clock: Clock, book: FaqBook
) -> None:
    assert chat.world is not None
    storage = chat.storage()
    try:
        async with storage.write() as uow:
            address = await uow.people.address("terminal", "H")
            assert address is not None
            _work(uow, clock, book).queue(address, Reply("Lời Mẫu"), purpose="test")
            await uow.commit()
        clock.forward(days=91)
        async with storage.write() as uow:
            assert await uow.outbox.blank_old(clock.now) == 0
    finally:
        await storage.database.close()
    assert [reply.text for _, reply in await chat.wait()] == ["Lời Mẫu"]


async def _queued(chat: Chat) -> list[OutboxMessage]:
    storage = chat.storage()
    try:
        async with storage.database.reading() as opened_:
            return list(await opened_.scalars(select(OutboxMessage).order_by(OutboxMessage.id)))
    finally:
        await storage.database.close()


async def test_a_told_denunciation_is_written_nowhere(
    chat: Chat, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    told = "Trưởng thôn Mẫu Quýt ăn chặn tiền hỗ trợ của dân"
    answer = text_of(await say(chat, "H", told))
    assert "tiếp dân" in answer
    assert "không ai" not in answer
    await say(chat, "H", "[photo Trưởng thôn Mẫu Quýt ăn chặn tiền hỗ trợ của dân]")
    kept = fold(await all_cells(chat))
    written = fold(capsys.readouterr().out + capsys.readouterr().err + caplog.text)
    for trace in ("mau quyt", "an chan", "key-2"):
        assert trace not in kept
        assert trace not in written
    storage = chat.storage()
    try:
        async with storage.database.reading() as opened_:
            counted = (await opened_.scalars(select(GuardCount))).one()
            assert (counted.guard, counted.count) == ("denunciation", 2)
    finally:
        await storage.database.close()


async def test_where_a_denunciation_is_lodged_is_a_setting(chat: Chat) -> None:
    assert chat.world is not None
    storage = chat.storage()
    try:
        async with storage.database.writing() as opened_:
            opened_.add(
                UnitSetting(
                    unit_id=chat.world.commune.id,
                    key="denunciation_place",
                    value="trụ sở Mẫu, phòng số 2",
                )
            )
            await opened_.commit()
    finally:
        await storage.database.close()
    assert "trụ sở Mẫu, phòng số 2" in text_of(await say(chat, "H", "tôi tố cáo ông Mẫu"))


async def test_a_false_alarm_loses_nothing(chat: Chat) -> None:
    false_alarm = "Phim ông trưởng thôn tham ô chiếu hôm nào ở nhà văn hoá"
    await say(chat, "H", false_alarm, "1", "[sticker]", false_alarm, "1", "1", "gửi")
    (row,) = await submissions(chat)
    assert row.text == false_alarm
    # Only the next message passed: the guard speaks again.
    assert "tố cáo" in text_of(await say(chat, "H", false_alarm))


async def test_an_official_may_write_about_a_denunciation(chat: Chat) -> None:
    answer = text_of(await say(chat, "O", "tôi tố cáo ông Mẫu"))
    assert "không phải nơi nhận tố cáo" not in answer


async def test_no_consent_nothing_kept(chat: Chat) -> None:
    await say(chat, "N", "menu", "kiến nghị", "1", PETITION, "thôn 2", "không")
    assert await submissions(chat) == []
    assert "mau don" not in fold(await all_cells(chat))
    storage = chat.storage()
    try:
        async with storage.write() as uow:
            address = await uow.people.address("terminal", "N")
            assert address is not None
            assert address.person.village_id is None
            assert await uow.people.consents(address.person_id) == []
    finally:
        await storage.database.close()


# -- sending --------------------------------------------------------------------------------------


async def test_a_submission_has_code_history_due_date_session_and_notice(chat: Chat) -> None:
    row = await _petition(chat)
    assert row.kind is SubmissionKind.PETITION
    assert row.state is SubmissionState.RECEIVED
    assert row.code.startswith("XM")
    assert len(row.code) == 8
    assert chat.world is not None
    assert chat.world.dialogue_session is not None
    assert row.dialogue_session_id == chat.world.dialogue_session.id
    assert row.return_channel is ReturnChannel.HERE
    assert row.due_at is not None
    assert row.due_at.astimezone(LOCAL_ZONE).date().isoformat() == "2026-11-30"
    assert not row.late
    notice = chat.last("O").text
    assert "Thôn 3" in notice
    assert "Mẫu Đơn" not in notice
    storage = chat.storage()
    try:
        async with storage.read() as uow:
            (event,) = await uow.submissions.history(row.id)
            assert (event.from_state, event.to_state) == (None, "da_tiep_nhan")
    finally:
        await storage.database.close()


async def test_late_question_is_taken_marked_and_said(chat: Chat, clock: Clock) -> None:
    clock.set_local("2026-12-04 08:00")
    row = await _petition(chat)
    assert row.late
    said = "\n".join(reply.text for reply in chat.sent["H"])
    assert "Hạn gửi câu hỏi cho buổi họp tới đã hết" in said


async def test_reopened_session_takes_questions_in_time(chat: Chat, clock: Clock) -> None:
    clock.set_local("2026-12-04 08:00")
    reopened = update(DialogueSession).values(reopened_until=clock.now + timedelta(hours=3))
    await _run(chat, reopened)
    assert not (await _petition(chat)).late


async def test_session_of_other_villages_is_not_linked(chat: Chat) -> None:
    assert chat.world is not None
    await _run(
        chat, delete(VillageQuota).where(VillageQuota.village_id == chat.world.villages[2].id)
    )
    assert (await _petition(chat)).dialogue_session_id is None


async def test_photos_belong_to_the_submission(chat: Chat) -> None:
    await say(chat, "H", "[photo]", "1", "1", "[voice]", "gửi")
    (row,) = await submissions(chat)
    assert row.text == ""
    storage = chat.storage()
    try:
        async with storage.read() as uow:
            files = await uow.submissions.attachments(row.id)
            assert [file.kind.value for file in files] == ["photo", "voice"]
    finally:
        await storage.database.close()


async def test_returning_person_goes_straight_to_the_read_back(chat: Chat) -> None:
    await _petition(chat)
    await say(chat, "H", QUESTION)
    last = (await say(chat, "H", "chưa"))[-1]
    assert "Gửi đi không?" in last.text
    assert "Hộ Mẫu, Thôn 3" in last.text


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-20 08:00", "2026-11-30"),  # ten days come before ten working days
        ("2026-11-18 23:30", "2026-11-27"),  # the tenth day is a Saturday: the Friday before
        ("2026-11-19 08:00", "2026-11-27"),  # … or a Sunday
    ],
)
def test_due_date_is_the_earlier_of_two_rules(now: str, due: str) -> None:
    moment = datetime.strptime(now, "%Y-%m-%d %H:%M").replace(tzinfo=LOCAL_ZONE)
    assert due_at(moment, 10).date().isoformat() == due


def test_few_working_days_come_first() -> None:
    moment = datetime(2026, 11, 20, 8, tzinfo=LOCAL_ZONE)
    assert due_at(moment, 3).date().isoformat() == "2026-11-25"


# -- codes ----------------------------------------------------------------------------------------


async def test_who_sees_what_of_a_code(chat: Chat) -> None:
    row = await _petition(chat)
    digits = row.code[2:]
    for typed in (row.code, row.code.lower(), f"xm {digits[:3]} {digits[3:]}", digits):
        assert "Mẫu Đơn" in text_of(await say(chat, "H", typed))
    assert "Mẫu Đơn" in text_of(await say(chat, "O", row.code))
    for stranger in ("T", "N"):
        seen = text_of(await say(chat, stranger, row.code))
        assert "Mẫu Đơn" not in seen
        assert "đã nhận" in seen
    storage = chat.storage()
    try:
        async with storage.database.reading() as opened_:
            seen_by = (
                await opened_.scalars(
                    select(AuditEntry).where(AuditEntry.action == "submission.seen")
                )
            ).all()
            assert len(seen_by) == 1
    finally:
        await storage.database.close()


async def test_answered_code_tells_a_stranger_one_bit(chat: Chat) -> None:
    row = await _petition(chat)
    await _run(chat, update(Submission).values(state=SubmissionState.ANSWERED))
    seen = text_of(await say(chat, "N", row.code))
    assert "đã có trả lời" in seen
    assert "Mẫu Đơn" not in seen


async def test_ten_wrong_codes_pause_the_look_up_for_an_hour(chat: Chat, clock: Clock) -> None:
    row = await _petition(chat)
    for _ in range(10):
        assert "không tìm thấy" in text_of(await say(chat, "N", "XM 000 001"))
    assert "tạm nghỉ" in text_of(await say(chat, "N", row.code))
    assert "Mẫu Đơn" in text_of(await say(chat, "H", row.code))  # others are not held up
    clock.forward(hours=1)
    assert "đã nhận" in text_of(await say(chat, "N", row.code))


async def test_a_list_entry_shows_words_state_and_answer(chat: Chat) -> None:
    await _petition(chat)
    await _petition(chat, text="Xin đèn đường Mẫu Cúc")
    listed = (await say(chat, "H", "câu đã gửi"))[-1]
    assert "Mẫu Cúc" in listed.choices[0].label  # the newest first
    assert "Mẫu Đơn" in text_of(await say(chat, "H", "2"))


# -- stop, view, erase ----------------------------------------------------------------------------


async def test_stopped_person_gets_no_notice_until_bat(chat: Chat) -> None:
    assert "BẬT" in text_of(await say(chat, "O", "DỪNG"))
    await _petition(chat)
    assert "kiến nghị mới" not in "\n".join(reply.text for reply in chat.sent["O"])
    await say(chat, "O", "BẬT")
    await _petition(chat)
    assert "kiến nghị mới" in chat.last("O").text


async def test_dung_with_accents_is_never_a_yes(chat: Chat) -> None:
    await say(chat, "H", QUESTION)
    assert "không tự nhắn" in text_of(await say(chat, "H", "dừng"))
    assert (await say(chat, "H", "đúng"))[0].text.startswith("Dạ, giúp được")


async def test_erasure(chat: Chat, clock: Clock) -> None:
    unprinted = await _petition(chat)
    printed = await _petition(chat, text="Xin đèn đường Mẫu Cúc")
    await _run(
        chat, update(Submission).where(Submission.id == printed.id).values(issued_at=clock.now)
    )
    await say(chat, "H", "[photo]", "gửi")
    replies = await say(chat, "H", "xoá", "1")
    assert [reply.choices for reply in replies] == [()]  # the confirmation is the last message
    one, two, three = await submissions(chat)
    assert (one.id, one.state, one.text) == (unprinted.id, SubmissionState.WITHDRAWN, "")
    assert (two.state, two.text) == (SubmissionState.RECEIVED, "Xin đèn đường Mẫu Cúc")
    assert three.state is SubmissionState.WITHDRAWN
    assert {row.asker_id for row in (one, two, three)} == {None}
    assert {row.asker_name for row in (one, two, three)} == {None}
    assert "không giữ" in text_of(await say(chat, "H", "xem"))
    clock.forward(minutes=30)
    await chat.wait()
    storage = chat.storage()
    try:
        async with storage.database.reading() as opened_:
            assert (await opened_.scalars(select(Attachment))).all() == []
            names = (await opened_.scalars(select(Person.display_name))).all()
            assert "Hộ Mẫu" not in names
            accounts = (await opened_.scalars(select(ChannelAddress.address))).all()
            assert "H" in accounts  # they wrote again: somebody new
    finally:
        await storage.database.close()
    cells = await all_cells(chat)
    assert "Mẫu Đơn" not in cells


async def test_an_erased_account_is_forgotten_when_it_stays_silent(
    chat: Chat, clock: Clock
) -> None:
    await say(chat, "H", "xoá", "1")
    clock.forward(minutes=30)
    await chat.wait()
    storage = chat.storage()
    try:
        async with storage.database.reading() as opened_:
            accounts = (await opened_.scalars(select(ChannelAddress.address))).all()
            assert "H" not in accounts
            assert any(account.startswith("forgotten:") for account in accounts)
    finally:
        await storage.database.close()


async def _accounts(chat: Chat) -> list[str]:
    storage = chat.storage()
    try:
        async with storage.database.reading() as opened_:
            return list(await opened_.scalars(select(ChannelAddress.address)))
    finally:
        await storage.database.close()


async def test_blocking_the_bot_after_an_erasure_does_not_bring_the_account_back(
    chat: Chat, clock: Clock
) -> None:
    await say(chat, "H", "xoá", "1", "[stopped]")
    clock.forward(minutes=30)
    await chat.wait()
    assert "H" not in await _accounts(chat)


async def test_a_refused_confirmation_does_not_bring_the_account_back(
    chat: Chat, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object) -> None:
        raise ContactStopped

    await say(chat, "H", "xoá")
    monkeypatch.setattr(CollectingChannel, "send", refuse)
    await say(chat, "H", "1")
    clock.forward(minutes=30)
    await chat.wait()
    assert "H" not in await _accounts(chat)


async def test_notices_that_wait_lose_the_erased_name(
    chat: Chat, clock: Clock, book: FaqBook
) -> None:
    storage = chat.storage()
    try:
        async with storage.write() as uow:
            head = await uow.people.address("terminal", "T")
            household = await uow.people.address("terminal", "H")
            assert head is not None
            assert household is not None
            household.person.display_name = "Hộ Mẫu Mận"
            work = _work(uow, clock, book)
            for text in ("Nhờ báo Hộ Mẫu Mận, Thôn 3", "Hộ Mẫu Mận2 đi họp"):
                work.queue(head, Reply(text), purpose="test")
            await uow.flush()
            await people.erase(work, household.person, household)
            await uow.commit()
    finally:
        await storage.database.close()
    assert [row.payload["text"] for row in await _queued(chat)] == [
        "Nhờ báo người đã xoá tên, Thôn 3",
        "Hộ Mẫu Mận2 đi họp",
    ]


async def test_erasure_frees_the_seat_for_who_waits(chat: Chat, clock: Clock) -> None:
    assert chat.world is not None
    await say(chat, "H", "họp", "1", "1", "1")
    await _run(chat, update(VillageQuota).values(seats=1, last_position=1))
    await _run(chat, update(Registration).values(state=RegistrationState.REGISTERED))
    asked = await _registrations(chat)
    storage = chat.storage()
    try:
        async with storage.database.writing() as opened_:
            opened_.add(
                Registration(
                    dialogue_session_id=asked[0].dialogue_session_id,
                    village_id=asked[0].village_id,
                    attendee_name="Người Mẫu Chờ",
                    attendee_key="nguoi mau cho",
                    state=RegistrationState.WAITLISTED,
                    wait_position=1,
                    source="village_head",
                    created_at=clock.now,
                    changed_at=clock.now,
                )
            )
            await opened_.commit()
    finally:
        await storage.database.close()
    await say(chat, "H", "xoá", "1")
    gone, promoted = await _registrations(chat)
    assert (gone.attendee_name, gone.state) == ("", RegistrationState.CANCELLED)
    assert promoted.state is RegistrationState.REGISTERED


async def _registrations(chat: Chat) -> list[Registration]:
    storage = chat.storage()
    try:
        async with storage.database.reading() as opened_:
            return list(await opened_.scalars(select(Registration).order_by(Registration.id)))
    finally:
        await storage.database.close()


async def test_an_official_is_not_erased_by_chat(chat: Chat) -> None:
    assert "chưa xoá được" in text_of(await say(chat, "O", "xoá", "1"))


# -- danger ---------------------------------------------------------------------------------------


async def test_danger_alerts_officials_once_an_hour_without_words(chat: Chat, clock: Clock) -> None:
    told = text_of(await say(chat, "H", "chồng Mẫu Tím đánh em chảy máu"))
    for number in ("113", "114", "115", "111"):
        assert number in told
    assert "Thôn 3" in chat.last("O").text
    assert "Mẫu Tím" not in chat.last("O").text
    await say(chat, "H", "chồng Mẫu Tím đánh em chảy máu")
    assert len(chat.sent["O"]) == 1
    clock.forward(hours=1)
    await say(chat, "H", "chồng Mẫu Tím đánh em chảy máu", "1")
    (row,) = await submissions(chat)
    assert row.text == "chồng Mẫu Tím đánh em chảy máu"
    storage = chat.storage()
    try:
        async with storage.database.reading() as opened_:
            audited = await opened_.scalars(
                select(AuditEntry).where(AuditEntry.action == "danger.alerted")
            )
            assert len(audited.all()) == 3
    finally:
        await storage.database.close()


@pytest.mark.parametrize(
    "told",
    [
        "Trưởng thôn Mẫu Quýt ăn chặn gạo, cả nhà em nhịn đói",
        "tố cáo công an Mẫu Quýt, nó cầm dao đòi chém em, báo ai",
    ],
)
async def test_danger_told_with_a_denunciation_alerts_and_is_written_nowhere(
    chat: Chat, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, told: str
) -> None:
    caplog.set_level("DEBUG")
    replies = await say(chat, "H", f"[photo {told}]")
    assert "113" in text_of(replies)
    assert "Việc gấp ở Thôn 3" in chat.last("O").text
    assert replies[-1].choices[0].label == "Nhờ cán bộ liên hệ lại ngay"
    assert "Gửi lời nhắn" not in text_of(replies)
    await say(chat, "H", "1")
    (row,) = await submissions(chat)
    assert row.text == "Người dân nhờ cán bộ liên hệ lại ngay, có việc gấp."
    assert row.kind is SubmissionKind.FEEDBACK
    kept = fold(await all_cells(chat))
    written = fold(capsys.readouterr().out + capsys.readouterr().err + caplog.text)
    for trace in ("mau quyt", "an chan", "doi chem", "key-1"):
        assert trace not in kept
        assert trace not in written


# -- villages -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Thôn 3", ["Thôn 3"]),
        ("thon 3", ["Thôn 3"]),
        ("3", ["Thôn 3"]),
        ("thôn ba", ["Thôn 3"]),
        ("em ở thôn 3", ["Thôn 3"]),
        ("thon 03", ["Thôn 3"]),
        ("thôn 33", []),
        ("Đồi Mẫu", ["Thôn 6"]),
        ("doi mau", ["Thôn 6"]),
        ("bản đồi mầu", ["Thôn 6"]),
        ("đồi mẫuu", ["Thôn 6"]),
        ("Xóm Mẫu Cũ", ["Thôn 2"]),
        ("", []),
        ("thôn", []),
        ("hoàn toàn khác", []),
    ],
)
async def test_villages_by_name_old_name_and_slips(
    chat: Chat, clock: Clock, book: FaqBook, typed: str, found: list[str]
) -> None:
    assert chat.world is not None
    world = chat.world
    storage = chat.storage()
    try:
        async with storage.write() as uow:
            uow._opened.add(UnitName(unit_id=world.villages[5].id, name="Bản Đồi Mẫu"))
            uow.units.add(
                Unit(
                    parent_id=world.commune.id,
                    level=UnitLevel.VILLAGE,
                    kind="xóm",
                    name="Xóm Mẫu Cũ",
                    position=9,
                    valid_to=clock.now.date(),
                    merged_into_id=world.villages[1].id,
                )
            )
            await uow.flush()
            work = _work(uow, clock, book)
            units = await places.find_villages(work, world.commune.id, typed)
            assert [unit.name for unit in units] == found
    finally:
        await storage.database.close()


async def test_two_villages_of_one_name_are_both_found(
    chat: Chat, clock: Clock, book: FaqBook
) -> None:
    assert chat.world is not None
    world = chat.world
    storage = chat.storage()
    try:
        async with storage.write() as uow:
            for village in world.villages[:2]:
                uow._opened.add(UnitName(unit_id=village.id, name="Bản Mẫu"))
            await uow.commit()
    finally:
        await storage.database.close()
    await say(chat, "N", "họp")
    asked = (await say(chat, "N", "bản mẫu"))[-1]
    assert [choice.label for choice in asked.choices][:2] == ["Thôn 1", "Thôn 2"]
    assert "Thôn 2 còn 15" in text_of(await say(chat, "N", "2"))


def _work(uow: UnitOfWork, clock: Clock, book: FaqBook, actor: Person | None = None) -> Work:
    return Work(uow=uow, now=clock.now, rules=Rules(), texts=Texts.load(), faq=book, actor=actor)


# -- services -------------------------------------------------------------------------------------


async def test_receive_refuses_what_has_no_words_or_no_consent(
    chat: Chat, clock: Clock, book: FaqBook
) -> None:
    assert chat.world is not None
    world = chat.world
    storage = chat.storage()
    try:
        async with storage.write() as uow:
            asker = await uow.people.get(world.people["H"].id)
            assert asker is not None
            work = _work(uow, clock, book, asker)
            with pytest.raises(RuleError, match="submission-empty"):
                await service.receive(
                    work,
                    kind=SubmissionKind.QUESTION,
                    text=" ",
                    commune_id=world.commune.id,
                    village_id=None,
                    asker=asker,
                    asker_name=None,
                )
            with pytest.raises(RuleError, match="consent-missing"):
                await service.receive(
                    work,
                    kind=SubmissionKind.QUESTION,
                    text="Mẫu",
                    commune_id=world.commune.id,
                    village_id=None,
                    asker=asker,
                    asker_name=None,
                )
            await people.give_consent(work, asker)
            await people.give_consent(work, asker)
            assert len(await uow.people.consents(asker.id)) == 1
    finally:
        await storage.database.close()


async def test_on_behalf_needs_no_account_and_a_move_is_history(
    chat: Chat, clock: Clock, book: FaqBook
) -> None:
    assert chat.world is not None
    world = chat.world
    storage = chat.storage()
    try:
        async with storage.write() as uow:
            head = await uow.people.get(world.people["T"].id)
            assert head is not None
            work = _work(uow, clock, book, head)
            row = await service.receive(
                work,
                kind=SubmissionKind.NEED,
                text="Mái nhà dột",
                commune_id=world.commune.id,
                village_id=world.villages[2].id,
                asker=None,
                asker_name="Hộ Mẫu Không Máy",
                teller=head,
                return_channel=ReturnChannel.VILLAGE_HEAD,
            )
            assert service.concerns(head, row)
            await service.move(work, row, SubmissionState.ASSIGNED, "assigned")
            await uow.flush()
            assert [event.to_state for event in await uow.submissions.history(row.id)] == [
                "da_tiep_nhan",
                "da_phan_cong",
            ]
            assert row.version == 2
    finally:
        await storage.database.close()
