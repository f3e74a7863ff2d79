"""DỪNG, XEM and XOÁ: what households decide about what we hold of them."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from bot.channels.base import ContactStopped
from handlers.faq_book import FaqBook
from handlers.messages import Choice, Reply
from handlers.services import erasure
from storage.models import (
    Answer,
    AnswerForm,
    Attachment,
    ChannelAddress,
    Person,
    Registration,
    RegistrationState,
    Submission,
    SubmissionState,
    VillageQuota,
)
from storage.unit_of_work import UnitOfWork
from tests.chat import Chat, CollectingChannel
from tests.clock import Clock
from tests.integration.households import (
    QUESTION,
    all_cells,
    change,
    petition,
    queued,
    registrations,
    say,
    storage_of,
    stored,
    submissions,
    text_of,
    work_of,
)


async def test_stopped_person_gets_no_notice_until_bat(chat: Chat) -> None:
    assert "BẬT" in text_of(await say(chat, "O", "DỪNG"))
    await petition(chat)
    assert "kiến nghị mới" not in "\n".join(reply.text for reply in chat.sent["O"])
    await say(chat, "O", "BẬT")
    await petition(chat)
    assert "kiến nghị mới" in chat.last("O").text


async def test_dung_with_accents_is_never_a_yes(chat: Chat) -> None:
    await say(chat, "H", QUESTION)
    assert "không tự nhắn" in text_of(await say(chat, "H", "dừng"))
    await say(chat, "H", QUESTION)
    assert (await say(chat, "H", "đúng"))[0].text.startswith("Dạ, giúp được")


async def test_erasure(chat: Chat, clock: Clock) -> None:
    unprinted = await petition(chat)
    printed = await petition(chat, text="Xin đèn đường Mẫu Cúc")
    await change(
        chat, update(Submission).where(Submission.id == printed.id).values(issued_at=clock.now)
    )
    await say(chat, "H", "[photo]", "1", "gửi")
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
    assert await stored(chat, select(Attachment)) == []
    assert "Hộ Mẫu" not in await stored(chat, select(Person.display_name))
    assert "H" in await _accounts(chat)  # they wrote again: somebody new
    cells = await all_cells(chat)
    assert "Mẫu Đơn" not in cells


async def test_an_erased_account_is_forgotten_when_it_stays_silent(
    chat: Chat, clock: Clock
) -> None:
    await say(chat, "H", "xoá", "1")
    clock.forward(minutes=30)
    await chat.wait()
    accounts = await _accounts(chat)
    assert "H" not in accounts
    assert any(account.startswith("forgotten:") for account in accounts)


async def _accounts(chat: Chat) -> list[str]:
    return await stored(chat, select(ChannelAddress.address))


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


async def _head_and_household(uow: UnitOfWork, name: str) -> tuple[ChannelAddress, ChannelAddress]:
    """The accounts of the head of thôn 3 and of a household that is called *name*."""
    head = await uow.people.address("terminal", "T")
    household = await uow.people.address("terminal", "H")
    assert head is not None
    assert household is not None
    household.person.display_name = name
    return head, household


async def test_notices_that_wait_lose_the_erased_name(
    chat: Chat, clock: Clock, book: FaqBook
) -> None:
    async with storage_of(chat) as storage, storage.write() as uow:
        head, household = await _head_and_household(uow, "Hộ Mẫu Mận")
        work = work_of(uow, clock, book)
        for text in (
            "Nhờ báo Hộ Mẫu Mận, Thôn 3",
            "Hộ Mẫu Mận2 đi họp",
            "Hộ Mẫu Mận xin chỗ. Hộ Mẫu Mận chờ.",
        ):
            work.queue(head, Reply(text), purpose="test")
        await uow.flush()
        await erasure.erase(work, household.person, household)
        await uow.commit()
    assert [row.payload["text"] for row in await queued(chat)] == [
        "Nhờ báo người đã xoá tên, Thôn 3",
        "Hộ Mẫu Mận2 đi họp",
        "Người đã xoá tên xin chỗ. Người đã xoá tên chờ.",
    ]


async def test_what_lies_in_a_mailbox_loses_the_erased_name(
    chat: Chat, clock: Clock, book: FaqBook
) -> None:
    """A page shows our rows again for 90 days; Mai is a name, "mai" is tomorrow."""
    async with storage_of(chat) as storage, storage.write() as uow:
        head, household = await _head_and_household(uow, "Mai")
        work = work_of(uow, clock, book)
        menu = (Choice("1", "Mai, Thôn 3"),)
        work.queue(head, Reply("Nhờ báo Mai là mai họp", menu, menu=1), purpose="test")
        await uow.flush()
        [row] = await uow.mailbox.after(head.id, 0, 9)
        await uow.outbox.mark_sent({row.id: None}, clock.now, mailboxes=("terminal",))
        await erasure.erase(work, household.person, household)
        await uow.commit()
    [kept] = [Reply.from_json(row.payload) for row in await queued(chat)]
    assert kept.text == "Nhờ báo người đã xoá tên là mai họp"
    assert [one.label for one in kept.choices] == ["Người đã xoá tên, Thôn 3"]


async def test_an_issued_text_and_its_answer_lose_names_and_numbers(
    chat: Chat, clock: Clock
) -> None:
    told = "Tôi là Hộ Mẫu ở thôn 3, sđt 0912 345 678, xin sửa nhà dột 2 gian"
    printed = await petition(chat, text=told)
    await change(
        chat,
        update(Submission).where(Submission.id == printed.id).values(issued_at=clock.now),
        Answer(
            submission_id=printed.id,
            text="Xã sẽ gọi anh Hộ Mẫu theo số 0912345678.",
            form=AnswerForm.MESSAGE,
            created_at=clock.now,
        ),
    )
    await say(chat, "H", "xoá", "1")
    [row] = await submissions(chat)
    assert row.text == ("Tôi là người đã xoá tên ở thôn 3, sđt (số đã xoá), xin sửa nhà dột 2 gian")
    [answer] = await stored(chat, select(Answer.text))
    assert answer == "Xã sẽ gọi anh người đã xoá tên theo số (số đã xoá)."


async def test_erasure_frees_the_seat_for_who_waits(chat: Chat, clock: Clock) -> None:
    assert chat.world is not None
    await say(chat, "H", "họp", "1", "1", "1")
    await change(chat, update(VillageQuota).values(seats=1, last_position=1))
    await change(chat, update(Registration).values(state=RegistrationState.REGISTERED))
    asked = await registrations(chat)
    await change(
        chat,
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
        ),
    )
    await say(chat, "H", "xoá", "1")
    gone, promoted = await registrations(chat)
    assert (gone.attendee_name, gone.state) == ("", RegistrationState.CANCELLED)
    assert promoted.state is RegistrationState.REGISTERED


async def test_an_official_is_not_erased_by_chat(chat: Chat) -> None:
    assert "chưa xoá được" in text_of(await say(chat, "O", "xoá", "1"))
