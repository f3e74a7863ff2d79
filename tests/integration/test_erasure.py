"""XOÁ takes what officials and village heads hold of somebody's submissions, on both databases."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.channels.base import Capabilities
from bot.config import Settings
from handlers.faq_book import FaqBook
from handlers.services import answers, erasure, seat_changes, sight
from storage.models import (
    Answer,
    AskedFor,
    Conversation,
    OutboxMessage,
    Person,
    Submission,
    SubmissionState,
    Unit,
    UnitLevel,
)
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.chat import Chat, CollectingChannel
from tests.clock import Clock
from tests.integration.households import all_cells, change, open_talks, opened, say, stored, text_of
from tests.integration.submissions import submission_of
from tests.waiting import until_it_waits

MINE, OTHER = "XM100014", "XM400043"
WORDS = "Con tôi bệnh tim Mẫu Lựu, xin hỏi thẻ"


@pytest.fixture
async def pages(
    settings: Settings, clock: Clock, book: FaqBook, monkeypatch: pytest.MonkeyPatch
) -> Chat:
    """People whose channel is a mailbox: what was sent can be read again."""
    monkeypatch.setattr(
        CollectingChannel, "capabilities", Capabilities(max_text=2000, mailbox=True)
    )
    chat = await opened(settings, clock, book, "asked")
    await change(chat, update(Submission).where(Submission.code == MINE).values(text=WORDS))
    return chat


async def test_the_answer_of_a_withdrawn_question_goes(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    told = "Chào bà Hộ Mẫu ở thôn 3, số 0912345678, mời bà lên trạm xá lĩnh thuốc tim."
    async with acting(storage, world.people["O"].id, clock.now) as work:
        found = await submission_of(work, MINE)
        await answers.answer(work, found.id, told, "Thông tư 1/2020", found.version)
    async with acting(storage, world.people["H"].id, clock.now) as work:
        assert work.actor is not None
        (account,) = await work.uow.people.all_addresses(work.actor.id)
        await erasure.erase(work, work.actor, account)
    async with storage.database.reading() as opened_:
        (answer,) = await opened_.scalars(select(Answer))
        assert (answer.text, answer.legal_basis) == ("", None)
        left = await opened_.scalars(select(OutboxMessage.payload))
        assert all("0912345678" not in str(payload) for payload in left)
    async with acting(storage, None, clock.now) as work:
        assert (await submission_of(work, MINE)).state is SubmissionState.WITHDRAWN


async def test_what_an_official_was_shown_goes(pages: Chat) -> None:
    await say(
        pages, "H", "chồng tôi đang đánh tôi cứu với", "gọi tôi số 0987654321 tên Mẫu Na", "1"
    )
    (urgent,) = await stored(pages, select(Submission.code).where(Submission.danger.is_not(None)))
    assert "0987654321" in text_of(await say(pages, "O", urgent))
    assert "Mẫu Lựu" in text_of(await say(pages, "O", MINE))
    assert "vay vốn" in text_of(await say(pages, "O", OTHER))
    await say(pages, "H", "xoá dữ liệu", "1")
    left = await all_cells(pages)
    for gone in ("Mẫu Lựu", "0987654321", "cứu với", "Mẫu Na"):
        assert gone not in left
    kept = [row.payload["text"] for row in await stored(pages, select(OutboxMessage))]
    assert any("vay vốn" in text for text in kept)  # of somebody else


async def test_what_an_official_was_shown_of_others_is_kept_for_a_day(
    pages: Chat, clock: Clock
) -> None:
    await say(pages, "O", MINE)
    clock.forward(hours=25)
    await pages.wait()
    assert all(
        "Mẫu Lựu" not in str(row.payload) for row in await stored(pages, select(OutboxMessage))
    )


async def test_open_questions_that_show_it_are_closed(pages: Chat) -> None:
    shown = text_of(await say(pages, "O", "danh sách câu hỏi", "1"))
    assert "Con tôi bệnh tim" in shown
    await say(pages, "T", "danh sách", "1")
    assert "Hộ Mẫu'" in await open_talks(pages)
    await say(pages, "H", "xoá dữ liệu", "1")
    held = await open_talks(pages)
    assert "Con tôi bệnh tim" not in held
    assert "Hộ Mẫu'" not in held
    assert "Con tôi" not in text_of(await say(pages, "O", "1"))


async def test_what_is_taken_back_leaves_what_an_official_has_open(pages: Chat) -> None:
    assert "vay vốn" in text_of(await say(pages, "O", OTHER))
    assert "Mẫu Lựu" in text_of(await say(pages, "O", MINE))
    assert "Con tôi" in text_of(await say(pages, "O", "danh sách câu hỏi", "1"))
    assert "bệnh tim" in await open_talks(pages)
    await say(pages, "H", "rút lại câu đó", "1")
    assert "bệnh tim" not in await open_talks(pages)
    assert "Con tôi" not in text_of(await say(pages, "O", "1"))
    rows = await stored(pages, select(OutboxMessage))
    (official,) = {row.address_id for row in rows if "vay vốn" in row.payload["text"]}  # stays
    assert all("Mẫu Lựu" not in str(row.payload) for row in rows if row.address_id == official)


async def test_an_answer_to_somebody_else_that_is_being_written_stays(pages: Chat) -> None:
    await say(pages, "O", "danh sách câu hỏi", "1")
    await say(pages, "O", OTHER)
    labels = [choice.label for choice in pages.last("O").choices]
    await say(pages, "O", str(1 + next(n for n, one in enumerate(labels) if "rả lời" in one)))
    await say(pages, "O", "Mời ông lên xã gặp cán bộ vay vốn.")
    await say(pages, "H", "xoá dữ liệu", "1")
    frames = await stored(pages, select(Conversation.frames))
    assert "Mời ông lên xã" in str(frames)
    assert "Con tôi bệnh tim" not in str(frames)


async def test_an_official_who_acts_meanwhile_is_waited_for(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)

    async def erase() -> None:
        async with acting(storage, world.people["H"].id, clock.now) as work:
            assert work.actor is not None
            (account,) = await work.uow.people.all_addresses(work.actor.id)
            await erasure.erase(work, work.actor, account)

    async with acting(storage, world.people["O"].id, clock.now) as work:
        (account,) = await work.uow.people.all_addresses(world.people["O"].id)
        await work.uow.conversations.locked(account, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await work.uow.conversations.locked(account, clock.now)  # as a turn does
        erasing = asyncio.create_task(erase())
        await until_it_waits(storage, erasing)
        found = await submission_of(work, MINE)
        (seat,) = await work.uow.registrations.of_person(world.people["H"].id)
        await seat_changes.cancel(work, seat.id)
        await answers.answer(work, found.id, "Lên xã.", None, found.version)
    await erasing
    async with acting(storage, None, clock.now) as work:
        found = await submission_of(work, MINE)
        assert (found.text, [one.text for one in found.answers]) == ("", [""])


async def _erase(storage: Storage, person_id: int, clock: Clock) -> None:
    async with acting(storage, person_id, clock.now) as work:
        assert work.actor is not None
        (account,) = await work.uow.people.all_addresses(work.actor.id)
        await erasure.erase(work, work.actor, account)


async def _waiting(storage: Storage, person_id: int, purpose: str, text: str, now: datetime) -> int:
    """A message to that person that has not left yet."""
    async with acting(storage, None, now) as work:
        (account, *_) = await work.uow.people.all_addresses(person_id)
        row = OutboxMessage(
            address_id=account.id,
            channel=account.channel,
            payload={"text": text},
            purpose=purpose,
            priority=0,
            created_at=now,
        )
        work.uow.outbox.add(row)
        await work.uow.flush()
        return row.id


async def test_a_name_that_is_a_weekday_leaves_dates_alone(storage: Storage, clock: Clock) -> None:
    world = await worlds.announced(storage, clock.now)
    head, household = world.people["T"], world.people["H"]
    async with storage.database.writing() as opened_:
        await opened_.execute(
            update(Person).where(Person.id == household.id).values(display_name="Bảy")
        )
        await opened_.commit()
    told = "Bà Bảy xin một chỗ, thứ Bảy, 05/12/2026."
    notice = await _waiting(storage, head.id, "seat_asked", told, clock.now)
    await _erase(storage, household.id, clock)
    async with storage.database.reading() as opened_:
        row = await opened_.get(OutboxMessage, notice)
        assert row is not None
        assert row.payload["text"] == "Bà người đã xoá tên xin một chỗ, thứ Bảy, 05/12/2026."


async def test_the_same_name_in_another_commune_stays(storage: Storage, clock: Clock) -> None:
    world = await worlds.announced(storage, clock.now)
    household = world.people["H"]
    far = Unit(level=UnitLevel.COMMUNE, kind="xã", name="Xã Mẫu Xa", code_prefix="XA")
    async with acting(storage, None, clock.now) as work:
        work.uow.units.add(far)
        await work.uow.flush()
        account = await work.uow.people.address_or_new(
            "terminal", "xa", now=clock.now, commune_id=far.id
        )
        stranger = account.person_id
    name = household.display_name
    notice = await _waiting(storage, stranger, "seat", f"{name} xin một chỗ.", clock.now)
    await _erase(storage, household.id, clock)
    async with storage.database.reading() as opened_:
        row = await opened_.get(OutboxMessage, notice)
        assert row is not None
        assert row.payload["text"] == f"{name} xin một chỗ."


async def test_what_an_official_answers_meanwhile_is_seen(
    storage: Storage, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A neighbour's question keeps its answer, and who looks at it notices that it changed."""
    world = await worlds.asked(storage, clock.now)
    async with storage.database.writing() as opened_:
        await opened_.execute(
            update(Submission).where(Submission.code == MINE).values(asked_for=AskedFor.HOUSEHOLD)
        )
        await opened_.commit()
    seen: list[int] = []

    async def answer() -> None:
        async with acting(storage, world.people["O"].id, clock.now) as work:
            found = await submission_of(work, MINE)
            await answers.answer(work, found.id, "Mời bà lên xã.", "", found.version)
            seen.append(found.version)

    blank = sight.blank

    async def meanwhile(*told: Any, **named: Any) -> Any:
        if not storage.database.is_sqlite:  # it has one writer: nobody comes between
            await answer()
        return await blank(*told, **named)

    if storage.database.is_sqlite:
        await answer()
    monkeypatch.setattr(sight, "blank", meanwhile)
    await _erase(storage, world.people["H"].id, clock)
    async with acting(storage, None, clock.now) as work:
        row = await submission_of(work, MINE)
        assert (row.state, row.asker_id) == (SubmissionState.ANSWERED, None)
        assert row.version > seen[0]
