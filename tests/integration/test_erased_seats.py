"""Whoever is erased leaves a seat: the village head hears of it without a name, and what to do."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.services import erasure, registrations, seat_changes
from handlers.services.attendees import SOURCE_HEAD, Newcomer
from storage.models import Registration
from tests.integration.hall import Hall

GONE = "Một người trong danh sách đi họp của Thôn 3 đã xoá tên mình. "


async def _erase(hall: Hall) -> list[str]:
    """H is erased; what the head is told."""
    await hall.told()
    async with hall.acting("H") as work:
        assert work.actor is not None
        (account,) = await work.uow.people.all_addresses(work.actor.id)
        await erasure.erase(work, work.actor, account)
    head = hall.person("T").id
    return [text for person, text in await hall.told() if person == head]


async def _seat(hall: Hall) -> Registration:
    return await hall.register("Hộ Mẫu", person_id=hall.person("H").id)


async def test_the_seat_is_free_and_somebody_else_may_come(hall: Hall) -> None:
    await _seat(hall)
    assert await _erase(hall) == [f"{GONE}Chỗ đó đang trống. Ghi người khác, anh/chị gõ: ghi thêm."]


async def test_after_the_deadline_an_official_adds_somebody(hall: Hall) -> None:
    await _seat(hall)
    await hall.change(registration_closes_at=hall.clock() - timedelta(minutes=1))
    assert await _erase(hall) == [
        f"{GONE}Chỗ đó đang trống. Cần thêm người, anh/chị gõ: gặp cán bộ."
    ]


async def test_who_waits_gets_the_seat(hall: Hall) -> None:
    await _seat(hall)
    await hall.seats(3, 1)
    await hall.register("Lò Thị Mẫu")
    assert await _erase(hall) == [
        "Lò Thị Mẫu ở danh sách chờ nay đã có chỗ họp. Anh/chị báo giúp em.",
        f"{GONE}Chỗ đó dành cho người đang chờ.",
    ]


async def test_a_request_needs_no_decision_any_more(hall: Hall) -> None:
    await hall.request()
    assert (await _erase(hall))[-1] == (
        "Một người xin chỗ đi họp ở Thôn 3 đã xoá tên mình. Anh/chị không cần duyệt nữa."
    )


async def test_the_waiting_list_gets_shorter(hall: Hall) -> None:
    await hall.seats(3, 1)
    await hall.register("Lò Thị Mẫu")
    await _seat(hall)
    assert await _erase(hall) == [
        "Một người trong danh sách chờ của Thôn 3 đã xoá tên mình. Anh/chị không phải làm gì thêm."
    ]


@pytest.mark.parametrize("name", ["Lò Thị Mẫu", "lo thi mau"])
async def test_an_office_is_kept_handed_on_and_erased(hall: Hall, name: str) -> None:
    person = hall.person("H").id
    async with hall.acting("T") as work:
        (made,) = await registrations.register_many(
            work,
            hall.meeting,
            hall.village(),
            [Newcomer("Lò Thị Mẫu", person_id=person, office="bí thư chi bộ")],
            source=SOURCE_HEAD,
            told_statement=True,
        )
    assert (await hall.get(made)).office == "bí thư chi bộ"
    async with hall.acting("T") as work:
        same = await seat_changes.replace(work, made.id, name, told_statement=True)
        assert (same.id, same.office) == (made.id, "bí thư chi bộ"), "it is still the same person"
    await _erase(hall)
    gone = await hall.get(made)
    assert (gone.attendee_name, gone.office) == ("", None)
    other = await hall.register("Vàng Thị Mẫu")
    async with hall.acting("T") as work:
        new = await seat_changes.replace(
            work, other.id, "Ma Thị Mẫu", office="hội phụ nữ", told_statement=True
        )
    assert (new.attendee_name, new.office) == ("Ma Thị Mẫu", "hội phụ nữ")
