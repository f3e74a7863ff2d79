"""A household's seat: who asks and who comes are kept apart, and the list says the category."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.config import Settings
from handlers.faq_book import FaqBook
from storage.models import Household, Person, PovertyStatus, Registration
from tests.chat import Chat
from tests.clock import Clock
from tests.integration.households import opened, say, text_of


@pytest.fixture
async def chat(settings: Settings, clock: Clock, book: FaqBook) -> Chat:
    return await opened(settings, clock, book)


async def _seats(chat: Chat) -> list[Registration]:
    storage = chat.storage()
    try:
        async with storage.database.reading() as opened_:
            return list(await opened_.scalars(select(Registration).order_by(Registration.id)))
    finally:
        await storage.database.close()


async def _name_of(chat: Chat, who: str) -> str | None:
    storage = chat.storage()
    try:
        async with storage.read() as uow:
            address = await uow.people.address("terminal", who)
            assert address is not None
            return address.person.display_name
    finally:
        await storage.database.close()


async def _listed(chat: Chat, *names: str) -> None:
    """Households of thôn 3 on the recognised list."""
    assert chat.world is not None
    storage = chat.storage()
    try:
        async with storage.write() as uow:
            for name in names:
                household = Household(
                    village_id=chat.world.villages[2].id,
                    head_name=name,
                    status=PovertyStatus.NEAR_POOR,
                    list_year=2026,
                    created_at=chat.clock.now,
                )
                uow.people.add(household)
            await uow.commit()
    finally:
        await storage.database.close()


async def test_a_seat_for_somebody_else_leaves_the_own_name(chat: Chat) -> None:
    await say(chat, "H", "xin một chỗ", "1", "2", "Lò Thị Mẫu Na", "1")
    await say(chat, "H", "xin một chỗ", "1", "1")
    assert [one.attendee_name for one in await _seats(chat)] == ["Lò Thị Mẫu Na", "Hộ Mẫu"]
    assert await _name_of(chat, "H") == "Hộ Mẫu"


async def test_a_short_own_name_is_kept_and_the_full_one_asked_for(chat: Chat) -> None:
    await say(chat, "N", "dk hop", "thôn 3", "1")
    assert "đủ họ và tên" in text_of(await say(chat, "N", "Na"))
    await say(chat, "N", "Lò Thị Mẫu Na", "1")
    (seat,) = await _seats(chat)
    assert seat.attendee_name == "Lò Thị Mẫu Na"
    assert await _name_of(chat, "N") == "Na"


async def test_the_category_is_that_of_the_list(chat: Chat) -> None:
    await _listed(chat, "Lò Thị Mẫu Na", "Vàng Mẫu", "vang mau")
    await say(chat, "H", "xin một chỗ", "1", "1")
    for name in ("lo thi mau na", "Vàng Mẫu", "Sùng Thị Mẫu"):
        await say(chat, "H", "họp", "2", name, "1")
    assert [(one.attendee_name, one.category) for one in await _seats(chat)] == [
        ("Hộ Mẫu", PovertyStatus.POOR),
        ("lo thi mau na", PovertyStatus.NEAR_POOR),
        ("Vàng Mẫu", None),  # two of that name: nobody guesses which
        ("Sùng Thị Mẫu", None),
    ]


async def test_whoever_speaks_for_a_household_has_its_category(chat: Chat) -> None:
    assert chat.world is not None
    storage = chat.storage()
    try:
        async with storage.write() as uow:
            person = await uow.people.get(chat.world.people["H"].id)
            assert isinstance(person, Person)
            person.display_name = "Sùng Thị Mẫu"
            await uow.commit()
    finally:
        await storage.database.close()
    await say(chat, "H", "xin một chỗ", "1", "1")
    (seat,) = await _seats(chat)
    assert (seat.attendee_name, seat.category) == ("Sùng Thị Mẫu", PovertyStatus.POOR)
