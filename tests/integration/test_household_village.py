"""Finding the village that a household names."""

from __future__ import annotations

import pytest

from handlers.faq_book import FaqBook
from handlers.services import places
from storage.models import (
    Unit,
    UnitLevel,
    UnitName,
)
from tests.chat import Chat
from tests.clock import Clock
from tests.integration.households import say, storage_of, text_of, work_of


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Thôn 3", ["Thôn 3"]),
        ("thon 3", ["Thôn 3"]),
        ("3", ["Thôn 3"]),
        ("thôn ba", ["Thôn 3"]),
        ("em ở thôn 3", ["Thôn 3"]),
        ("thon 03", ["Thôn 3"]),
        ("dạ thôn 3", ["Thôn 3"]),
        ("nha toi thon so 3", ["Thôn 3"]),
        ("e o thon 3 chu", ["Thôn 3"]),
        ("đường vào thôn 3 lầy quá", []),
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
    async with storage_of(chat) as storage, storage.write() as uow:
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
        work = work_of(uow, clock, book)
        units = await places.find_villages(work, world.commune.id, typed)
        assert [unit.name for unit in units] == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("DANH SACH DI HOP THON 5", ["Thôn 5"]),
        ("gui ds thon 2", ["Thôn 2"]),
        ("gửi ds thôn hai", ["Thôn 2"]),
        ("danh sách thôn số 03 đi họp", ["Thôn 3"]),
        ("Danh sách bản Đồi Mẫu", ["Thôn 6"]),
        ("ds doi mau di hop", ["Thôn 6"]),
        ("danh sách đồi mẫu trên", ["Thôn 1"]),
        ("ds xom mau cu", ["Thôn 2"]),
        ("danh sách thôn 3 và thôn 4", ["Thôn 3", "Thôn 4"]),
        ("danh sách thôn 19", ["19"]),
        ("gui ds thon 5 nguoi", []),
        ("em trưởng thôn 3 gửi ds thôn 4", ["Thôn 4"]),
        ("anh Ba trưởng thôn 2 nhờ em gửi ds", ["Thôn 2"]),
        ("ds thon2", ["Thôn 2"]),
        ("ds t2 di hop", ["Thôn 2"]),
        ("ds hop t2", []),
        ("danh sách họp tại nhà văn hoá thôn 5", []),
        ("STT Họ tên Thôn Năm sinh", []),
        ("danh sách của thôn em", []),
    ],
)
async def test_villages_of_the_heading_of_a_list(
    chat: Chat, clock: Clock, book: FaqBook, typed: str, found: list[str]
) -> None:
    assert chat.world is not None
    world = chat.world
    async with storage_of(chat) as storage, storage.write() as uow:
        for place, name in ((5, "Bản Đồi Mẫu"), (0, "Bản Đồi Mẫu Trên"), (1, "Xóm Mẫu Cũ")):
            uow._opened.add(UnitName(unit_id=world.villages[place].id, name=name))
        await uow.flush()
        work = work_of(uow, clock, book)
        named = await places.villages_in_heading(work, world.commune.id, typed)
        assert sorted(one if isinstance(one, str) else one.name for one in named) == found


async def test_two_villages_of_one_name_are_both_found(
    chat: Chat, clock: Clock, book: FaqBook
) -> None:
    assert chat.world is not None
    world = chat.world
    async with storage_of(chat) as storage, storage.write() as uow:
        for village in world.villages[:2]:
            uow._opened.add(UnitName(unit_id=village.id, name="Bản Mẫu"))
        await uow.commit()
    await say(chat, "N", "họp")
    asked = (await say(chat, "N", "bản mẫu"))[-1]
    assert [choice.label for choice in asked.choices][:2] == ["Thôn 1", "Thôn 2"]
    assert "Thôn 2 còn 15" in text_of(await say(chat, "N", "2"))
