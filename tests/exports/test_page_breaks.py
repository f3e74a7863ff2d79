"""Where pages end in the file: the blocks that belong together are on one page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest

from handlers.exports import paging, xlsx
from handlers.exports.tables import (
    Band,
    Batches,
    Book,
    Column,
    FilledPage,
    Heading,
    Kind,
    Line,
    PageStart,
    Row,
    Sheet,
    Signers,
    Total,
)
from storage.models import RegistrationState
from tests.clock import Clock
from tests.export_world import keep, seat, sheets
from tests.exports.conftest import Exported

_HEADING = Heading(("UBND",), ("CỘNG HÒA", "Độc lập"), "Ngày", "DANH SÁCH", ("Một dòng",))
_COLUMNS = (Column("STT", 5, Kind.NUMBER), Column("Câu hỏi", 75), Column("Trả lời", 60))
_CLOSING: tuple[Line, ...] = (
    Total("Tổng cộng", 3),
    Signers("NGƯỜI LẬP", "TM. ỦY BAN\nCHỦ TỊCH", "(ký)"),
)
_WORDS = "một câu dài "


def _row(number: int, lines: int = 1, *, ends: str = "") -> Row:
    return Row((number, "\n".join([_WORDS] * lines) + ends, ""))


async def _pages(
    folder: Path, lines: Sequence[Line], *, paged: bool = False
) -> list[list[list[object]]]:
    """The rows of each page, as the file tells where pages end."""

    async def batches() -> Batches:
        for line in lines:  # what belongs together comes in different batches
            yield [line]

    path = folder / "list.xlsx"
    sheet = Sheet("Bảng", _HEADING, _COLUMNS, batches, paged=paged)
    await xlsx.write(Book((sheet,)), path)
    return _split(path, "Bảng")


def _split(path: Path, name: str) -> list[list[list[object]]]:
    """The rows of the first sheet, called *name*, page by page."""
    with ZipFile(path) as file:
        markup = file.read("xl/worksheets/sheet1.xml").decode()
    assert "fitToPage" not in markup, "Excel would ignore where pages end"
    ends = [int(one) for one in re.findall(r'<brk id="(\d+)" max="16383"', markup)]
    rows = sheets(path)[name]
    return [rows[one:other] for one, other in zip([0, *ends], [*ends, len(rows)], strict=True)]


def _firsts(page: Sequence[Sequence[object]]) -> list[str]:
    return [str(row[0]) for row in page]


@pytest.mark.parametrize("last", [1, 4, 19, 25, 26, 27, 60])
@pytest.mark.parametrize("count", [0, 12, 14, 16, 18, 20, 35, 40])
async def test_total_and_signers_stand_with_a_row(tmp_path: Path, count: int, last: int) -> None:
    rows = [_row(number) for number in range(1, count + 1)]
    lines = [*rows, _row(99, last, ends="HẾT"), *_CLOSING]
    pages = await _pages(tmp_path, lines)
    texts = [str(row[1]) for row in pages[-1]]
    assert any(text.endswith("HẾT") for text in texts)
    assert {"Tổng cộng", "NGƯỜI LẬP"} <= set(_firsts(pages[-1]))
    written = "".join(str(row[1]) for page in pages for row in page)
    assert written.count(_WORDS.strip()) == count + last, "no line is lost"


@pytest.mark.parametrize("size", [1, 3, 24])
@pytest.mark.parametrize("before", range(8, 24))
async def test_the_name_of_a_group_stands_with_its_first_row(
    tmp_path: Path, before: int, size: int
) -> None:
    rows = [_row(number) for number in range(1, before + 1)]
    group: list[Line] = [Band("Nhóm"), _row(77, size)]
    pages = await _pages(tmp_path, [*rows, *group, *_CLOSING])
    (page,) = (page for page in pages if "Nhóm" in _firsts(page))
    assert any(first.startswith("77") for first in _firsts(page))


async def test_a_page_that_does_not_end_a_table_is_full(tmp_path: Path) -> None:
    pages = await _pages(tmp_path, [*map(_row, range(1, 200)), *_CLOSING])
    _, *middle, before, last = map(len, pages)
    assert len(middle) > 3
    assert min(middle) == max(middle) > 26
    assert max(before, last) <= max(middle), "the end takes one row along, not more"
    assert before > max(middle) - 5


async def test_a_list_of_thousands_of_pages_still_keeps_its_end(tmp_path: Path) -> None:
    pages = await _pages(tmp_path, [*(_row(at, 20) for at in range(1, 1200)), *_CLOSING])
    assert len(pages) <= 1023, "Excel knows no more"
    assert {"1199.0", "Tổng cộng", "NGƯỜI LẬP"} <= set(_firsts(pages[-1]))
    assert len(pages[-1]) < 10


@pytest.mark.parametrize(
    ("named", "waiting", "takes"),
    [(1, 0, 1), (3, 0, 1), (3, 1, 1), (15, 0, 2), (15, 1, 2), (15, 5, 2), (40, 0, 3), (3, 60, 4)],
)
async def test_those_who_sign_stand_with_names_and_empty_rows(
    tmp_path: Path, named: int, waiting: int, takes: int
) -> None:
    rows: list[Line] = [Row((number, "Lò Mẫu", ""), 21.0) for number in range(1, named + 1)]
    waits: list[Line] = [Row((number, "Chờ Mẫu", ""), 21.0) for number in range(waiting)]
    counted = [Total("Cộng", 3), *([Band("Chờ"), *waits] if waiting else [])]
    empty = Row(("", "", ""), 21.0)
    above, signers = (rows[-1], *counted, Band("Thêm")), _CLOSING[1:]
    lines: list[Line] = [PageStart("Thôn"), *rows[:-1], FilledPage(above, empty, 5, signers)]
    again: list[Line] = [PageStart("Thôn", _HEADING), *lines[1:]]
    pages = await _pages(tmp_path, [*lines, *again], paged=True)
    start = next(at for at, page in enumerate(pages) if at and "DANH SÁCH" in _firsts(page))
    village = pages[start:]
    assert len(village) == takes
    assert all("STT" in _firsts(page) for page in pages)
    last = village[-1]
    assert any(row[1] in {"Lò Mẫu", "Chờ Mẫu"} for row in last)
    (summed,) = (page for page in village if "Cộng" in _firsts(page))
    assert any(row[1] == "Lò Mẫu" for row in summed)
    assert (summed is last) == (waiting < 60), "with the signers, unless too many wait"
    found = _firsts(last)
    by_hand = found[found.index("Thêm") + 1 : found.index("NGƯỜI LẬP") - 1]
    assert len(by_hand) >= 5
    assert not any(by_hand)
    for page, following in pairwise(village):
        if "NGƯỜI LẬP" not in _firsts(following):
            assert len(page) > 15


async def test_a_village_of_few_seats_takes_one_page(exported: Exported, clock: Clock) -> None:
    world, storage = exported.world, exported.parts.storage
    async with storage.write() as uow:
        for quota in await uow.dialogue_sessions.quotas(exported.session_id):
            quota.seats = 3
        await uow.commit()
    waits = RegistrationState.WAITLISTED
    village_id = world.villages[4].id
    names = [
        *(seat(world, clock(), f"Lò Mẫu {word}", village_id=village_id) for word in "ABC"),
        seat(world, clock(), "Chờ Mẫu", village_id=village_id, state=waits, wait_position=1),
    ]
    await keep(storage, names)
    pages = _split(await exported.export("attendance_list"), "Ký nhận")
    for number in (2, 4, 5):
        (page,) = (page for page in pages if any(row[4] == f"Thôn {number}" for row in page))
        firsts = _firsts(page)
        assert f"Thôn {number} (được 3 chỗ)" in firsts
        assert any(first.startswith(f"Cộng Thôn {number}: ") for first in firsts)
        assert "NGƯỜI LẬP BIỂU" in firsts
    assert f"Danh sách chờ của Thôn {number}: 1 người" in firsts


def test_the_room_of_a_page_is_that_of_the_paper() -> None:
    """21 cm less 2 cm above and below, and a reserve."""
    assert 460 < paging.Pages(100).room < 482
