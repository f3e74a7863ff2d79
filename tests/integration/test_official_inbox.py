"""What an official may still see in a talk that began earlier, and links to what was sent."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.config import Settings
from handlers.faq_book import FaqBook
from handlers.services import reminders
from storage.models import Attachment, AttachmentKind, Role, RoleGrant, Unit, UnitLevel
from storage.unit_of_work import Storage
from tests.acting import acting
from tests.chat import Chat
from tests.clock import Clock


@pytest.fixture
async def chat(settings: Settings, clock: Clock, book: FaqBook) -> Chat:
    made = Chat(settings, clock, book)
    await made.prepare("asked")
    return made


async def change_role(chat: Chat, *, moved: bool) -> None:
    """Take the official's role back; *moved* gives the same role in another commune."""
    assert chat.world is not None
    storage: Storage = chat.storage()
    try:
        async with acting(storage, chat.world.people["O"].id, chat.clock()) as work:
            assert work.actor is not None
            for grant in work.actor.roles:
                grant.revoked_at = work.now
            if moved:
                other = work.uow.units.add(
                    Unit(
                        parent_id=chat.world.commune.parent_id,
                        level=UnitLevel.COMMUNE,
                        kind="xã",
                        name="Xã Mẫu Hai",
                        code_prefix="XH",
                    )
                )
                await work.uow.flush()
                work.actor.roles.append(
                    RoleGrant(unit_id=other.id, role=Role.OFFICIAL, granted_at=work.now)
                )
    finally:
        await storage.database.close()


@pytest.mark.parametrize("moved", [False, True])
@pytest.mark.parametrize("until", [["1"], ["2"], ["3"], ["2", "1"]])
async def test_a_role_that_is_gone_lists_nothing(chat: Chat, moved: bool, until: list[str]) -> None:
    await chat.say("O", "xem câu hỏi")
    for typed in until[:-1]:
        await chat.say("O", typed)
    await change_role(chat, moved=moved)
    await chat.say("O", until[-1])
    said = chat.last("O").plain()
    assert "Việc này dành cho người phụ trách" in said
    assert "XM" not in said
    assert "Thôn" not in said


async def test_links_to_what_a_household_sent(chat: Chat) -> None:
    assert chat.world is not None
    storage = chat.storage()
    async with acting(storage, None, chat.clock()) as work:
        found = await work.uow.submissions.by_code("XM100014")
        assert found is not None
        for place, kind in enumerate(AttachmentKind):
            work.uow.submissions.add(
                Attachment(
                    person_id=chat.world.people["H"].id,
                    submission_id=found.id,
                    kind=kind,
                    content_type="image/jpeg",
                    size=1,
                    sha256=f"{place:064x}",
                    storage_key=f"{place:040x}",
                    created_at=work.now,
                )
            )
    await storage.database.close()
    await chat.say("O", "xem câu hỏi")
    await chat.say("O", "1")
    lines = {one.label: one.number for one in chat.last("O").choices}
    (mine,) = (number for label, number in lines.items() if "thẻ bảo hiểm y tế" in label)
    await chat.say("O", mine)
    assert "3 ảnh, ghi âm hoặc tệp" in " ".join(one.text for one in chat.sent["O"])
    assert chat.last("O").choices[0].label == "Xem ảnh, nghe ghi âm"
    await chat.say("O", "1")
    told = "\n".join(one.text for one in chat.sent["O"][-2:])
    links = re.findall(r"(Ảnh|Ghi âm|Tệp): http://127\.0\.0\.1:8080/t/[\w-]{43}", told)
    assert links == ["Ảnh", "Ghi âm", "Tệp"]
    assert chat.last("O").choices[1].label == "Trả lời"


async def test_two_processes_remind_once(chat: Chat) -> None:
    await chat.say("H", "kiến nghị")
    chat.clock.forward(hours=25)
    storage = chat.storage()

    async def once() -> int:
        async with acting(storage, None, chat.clock()) as work:
            return await reminders.remind(work)

    assert sorted(await asyncio.gather(once(), once())) == [0, 1]
    await storage.database.close()


@pytest.mark.parametrize(
    ("local", "quiet"),
    [("20:29", False), ("20:30", True), ("23:59", True), ("06:29", True), ("06:30", False)],
)
def test_nobody_is_told_at_night(local: str, quiet: bool) -> None:
    hour, minute = map(int, local.split(":"))
    there = datetime(2026, 11, 20, hour, minute, tzinfo=UTC) - timedelta(hours=7)
    assert reminders.is_quiet(there) is quiet
