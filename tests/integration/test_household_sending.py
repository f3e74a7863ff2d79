"""Submissions of households: code, history, due date, session, files."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete, update

from handlers.errors import RuleError
from handlers.faq_book import FaqBook
from handlers.services import people, submission_reading
from handlers.services import submissions as service
from handlers.services.submissions import due_at
from handlers.texts import LOCAL_ZONE
from storage.models import (
    DialogueSession,
    ReturnChannel,
    SubmissionKind,
    SubmissionState,
    VillageQuota,
)
from tests.chat import Chat
from tests.clock import Clock
from tests.integration.households import (
    PETITION,
    QUESTION,
    change,
    petition,
    say,
    storage_of,
    submissions,
    text_of,
    work_of,
)


async def test_a_submission_has_code_history_due_date_session_and_notice(chat: Chat) -> None:
    row = await petition(chat)
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
    async with storage_of(chat) as storage, storage.read() as uow:
        (event,) = await uow.submissions.history(row.id)
        assert (event.from_state, event.to_state) == (None, "da_tiep_nhan")


async def test_late_question_is_taken_marked_and_said(chat: Chat, clock: Clock) -> None:
    clock.set_local("2026-12-04 08:00")
    row = await petition(chat)
    assert row.late
    said = "\n".join(reply.text for reply in chat.sent["H"])
    assert "Hạn gửi câu hỏi cho buổi họp đã hết" in said


async def test_reopened_session_takes_questions_in_time(chat: Chat, clock: Clock) -> None:
    clock.set_local("2026-12-04 08:00")
    reopened = update(DialogueSession).values(reopened_until=clock.now + timedelta(hours=3))
    await change(chat, reopened)
    assert not (await petition(chat)).late


async def test_session_of_other_villages_is_not_linked(chat: Chat) -> None:
    assert chat.world is not None
    await change(
        chat, delete(VillageQuota).where(VillageQuota.village_id == chat.world.villages[2].id)
    )
    assert (await petition(chat)).dialogue_session_id is None


async def test_words_and_files_that_follow_a_photo_belong_to_it(chat: Chat) -> None:
    asked = text_of(await say(chat, "H", "kiến nghị", "1", "[photo]"))
    assert "Ảnh này về việc gì?" in asked
    await say(chat, "H", "2", PETITION, "[photo]", "1", "1", "[voice]", "gửi")
    (row,) = await submissions(chat)
    assert row.text == PETITION
    assert (
        (await say(chat, "H", "câu đã gửi"))[-1]
        .choices[0]
        .label.endswith(": (ảnh) (ghi âm) Xin xã sửa bể nước Mẫu Đơn (đang xem)")
    )
    async with storage_of(chat) as storage, storage.read() as uow:
        files = await uow.submissions.attachments(row.id)
        assert [file.kind.value for file in files] == ["photo", "photo", "voice"]


async def test_a_photo_without_words_has_a_label_for_everybody(chat: Chat) -> None:
    await say(chat, "H", "[photo]", "không cần lời, cứ gửi", "1", "1", "gửi")
    (row,) = await submissions(chat)
    assert row.text == ""
    assert ": (ảnh) (" in text_of(await say(chat, "H", "câu đã gửi"))
    listed = (await say(chat, "O", "xem câu hỏi", "1"))[-1]
    assert listed.choices[0].label.endswith("(ảnh)")
    assert '"(ảnh)"' in text_of(await say(chat, "O", "1"))


async def test_returning_person_goes_straight_to_the_read_back(chat: Chat) -> None:
    await petition(chat)
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


async def test_receive_refuses_what_has_no_words_or_no_consent(
    chat: Chat, clock: Clock, book: FaqBook
) -> None:
    assert chat.world is not None
    world = chat.world
    async with storage_of(chat) as storage, storage.write() as uow:
        asker = await uow.people.get(world.people["H"].id)
        assert asker is not None
        work = work_of(uow, clock, book, asker)
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


async def test_on_behalf_needs_no_account_and_a_move_is_history(
    chat: Chat, clock: Clock, book: FaqBook
) -> None:
    assert chat.world is not None
    world = chat.world
    async with storage_of(chat) as storage, storage.write() as uow:
        head = await uow.people.get(world.people["T"].id)
        assert head is not None
        work = work_of(uow, clock, book, head)
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
        assert submission_reading.concerns(head, row)
        await service.move(work, row, SubmissionState.ASSIGNED, "assigned")
        await uow.flush()
        assert [event.to_state for event in await uow.submissions.history(row.id)] == [
            "da_tiep_nhan",
            "da_phan_cong",
        ]
        assert row.version == 2
