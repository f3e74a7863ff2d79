"""A household's seat: who asks and who comes are kept apart, and the list says the category."""

from __future__ import annotations

from storage.models import Household, Person, PovertyStatus
from tests.chat import Chat
from tests.integration.households import registrations, say, storage_of, text_of


async def _name_of(chat: Chat, who: str) -> str | None:
    async with storage_of(chat) as storage, storage.read() as uow:
        address = await uow.people.address("terminal", who)
        assert address is not None
        return address.person.display_name


async def _listed(chat: Chat, *names: str) -> None:
    """Households of thôn 3 on the recognised list."""
    assert chat.world is not None
    async with storage_of(chat) as storage, storage.write() as uow:
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


async def test_a_seat_for_somebody_else_leaves_the_own_name(chat: Chat) -> None:
    await say(chat, "H", "xin một chỗ", "1", "2", "Lò Thị Mẫu Na", "1")
    await say(chat, "H", "xin một chỗ", "1", "1")
    assert [one.attendee_name for one in await registrations(chat)] == ["Lò Thị Mẫu Na", "Hộ Mẫu"]
    assert await _name_of(chat, "H") == "Hộ Mẫu"


async def test_a_short_own_name_is_kept_and_the_full_one_asked_for(chat: Chat) -> None:
    await say(chat, "N", "dk hop", "thôn 3", "1")
    assert "đủ họ và tên" in text_of(await say(chat, "N", "Na"))
    await say(chat, "N", "Lò Thị Mẫu Na", "1")
    (seat,) = await registrations(chat)
    assert seat.attendee_name == "Lò Thị Mẫu Na"
    assert await _name_of(chat, "N") == "Na"


async def test_the_category_is_that_of_the_list(chat: Chat) -> None:
    await _listed(chat, "Lò Thị Mẫu Na", "Vàng Mẫu", "vang mau")
    await say(chat, "H", "xin một chỗ", "1", "1")
    for name in ("lo thi mau na", "Vàng Mẫu", "Sùng Thị Mẫu"):
        await say(chat, "H", "họp", "2", name, "1")
    assert [(one.attendee_name, one.category) for one in await registrations(chat)] == [
        ("Hộ Mẫu", PovertyStatus.POOR),
        ("lo thi mau na", PovertyStatus.NEAR_POOR),
        ("Vàng Mẫu", None),  # two of that name: nobody guesses which
        ("Sùng Thị Mẫu", None),
    ]


async def test_whoever_speaks_for_a_household_has_its_category(chat: Chat) -> None:
    assert chat.world is not None
    async with storage_of(chat) as storage, storage.write() as uow:
        person = await uow.people.get(chat.world.people["H"].id)
        assert isinstance(person, Person)
        person.display_name = "Sùng Thị Mẫu"
        await uow.commit()
    await say(chat, "H", "xin một chỗ", "1", "1")
    (seat,) = await registrations(chat)
    assert (seat.attendee_name, seat.category) == ("Sùng Thị Mẫu", PovertyStatus.POOR)
