"""Cells of the attendance list, read back by another program."""

from __future__ import annotations

import pytest

from handlers.exports.attendance_list import FEWEST_WALK_INS, mask_phone
from handlers.exports.base import Options
from storage.models import RegistrationState
from tests.export_world import sheets
from tests.exports.conftest import Exported


def _village(rows: list[list[object]], name: str) -> list[list[object]]:
    """The lines from the village's name to its signers, without column titles."""
    start = next(at for at, row in enumerate(rows) if str(row[0]).startswith(f"{name} ("))
    end = next(at for at in range(start, len(rows)) if rows[at][0] == "NGƯỜI LẬP BIỂU")
    return [row for row in rows[start : end + 1] if row[0] != "STT"]


async def test_columns_are_those_of_the_office(exported: Exported) -> None:
    rows = sheets(await exported.export("attendance_list"))["Ký nhận"]
    assert rows[4][0] == "DANH SÁCH ĐẠI BIỂU THAM DỰ HỘI NGHỊ ĐỐI THOẠI"
    assert rows[5][0] == "Hội nghị: Đối thoại chính sách giảm nghèo"
    assert rows[7][0] == "Thôn 1 (được 15 chỗ)", "above the table"
    assert rows[8] == [
        *("STT", "Họ và tên", "Nam/ Nữ", "Năm sinh", "Thôn", "Đối tượng", "Chức vụ, đoàn thể"),
        *("Đại diện hộ (chủ hộ)", "Số điện thoại", "Nguồn đăng ký", "Ký nhận", "Ghi chú"),
    ]


async def test_a_village_has_seats_sum_waiting_list_empty_rows_and_signers(
    exported: Exported,
) -> None:
    rows = _village(sheets(await exported.export("attendance_list"))["Ký nhận"], "Thôn 3")
    assert rows[0][0] == "Thôn 3 (được 15 chỗ)"
    assert [row[0] for row in rows[1:13]] == list(range(1, 13))
    assert rows[1][1:6] == ["Nông Văn Mẫu Một", "", "", "Thôn 3", "HN"]
    assert rows[2][8:10] == ["*******671", "Trưởng thôn"]
    assert (rows[11][1], rows[11][11]) == ("Bế Thị Mẫu", "Vắng mặt")
    assert (rows[12][9], rows[12][11]) == ("Cán bộ", "Có mặt")
    assert [row[:5] for row in rows[13:16]] == [[at, "", "", "", "Thôn 3"] for at in (13, 14, 15)]
    assert rows[16][0] == (
        "Cộng Thôn 3: 12/15 người. HN 5; HCN 3; BQL 2; chưa rõ 2. Nữ: ......... DTTS: ........."
    )
    assert rows[17][0] == "Danh sách chờ của Thôn 3: 2 người"
    assert [row[1] for row in rows[18:20]] == ["Chờ Trước Mẫu", "Chờ Sau Mẫu"]
    assert rows[18][11] == "Đang chờ chỗ"
    assert rows[20][0] == "Người đến thêm của Thôn 3 (ghi tay)"
    empty = [row for row in rows[21:-2] if not any(row[:4])]
    assert len(empty) == len(rows[21:-2]) >= FEWEST_WALK_INS
    assert "TRƯỞNG THÔN" in rows[-1]


async def test_every_invited_village_has_its_place_and_the_end_counts_all(
    exported: Exported,
) -> None:
    rows = sheets(await exported.export("attendance_list"))["Ký nhận"]
    for number in range(1, 7):
        assert len(_village(rows, f"Thôn {number}")) >= FEWEST_WALK_INS + 4
    assert any(
        str(row[0]).startswith("Tổng cộng Xã Mẫu: 13/90 người. HN 6; HCN 3;") for row in rows
    )
    assert str(rows[-1][0]).startswith("Đối tượng: HN: hộ nghèo; HCN: hộ cận nghèo;")
    names = {row[1] for row in rows}
    assert not names & {"Đã Thôi Mẫu", "Đang Xin Mẫu"}, "gave up, or only asked"


async def test_every_village_takes_title_time_legend_and_rows_for_its_seats_along(
    exported: Exported,
) -> None:
    rows = sheets(await exported.export("attendance_list"))["Ký nhận"]
    titles = [row[0] for row in rows].count("DANH SÁCH ĐẠI BIỂU THAM DỰ HỘI NGHỊ ĐỐI THOẠI")
    places = sum("Địa điểm: hội trường xã" in str(row[0]) for row in rows)
    legends = sum(str(row[0]).startswith("Đối tượng: HN: hộ nghèo") for row in rows)
    assert (titles, places, legends) == (6, 6, 6)
    empty = _village(rows, "Thôn 5")
    assert [row[0] for row in empty[1:16]] == list(range(1, 16))
    assert not any(row[1] for row in empty[1:16])
    assert str(empty[16][0]).startswith("Cộng Thôn 5: 0/15 người.")
    assert sum(not any(row[:4]) for row in empty[17:-2]) >= 10


async def test_how_somebody_is_addressed_tells_the_sex(exported: Exported) -> None:
    names = ("bà Nông Thị Mẫu Một", "ông Nông Văn Mẫu Hai", "Ông Ích Mẫu")
    async with exported.parts.storage.write() as uow:
        found = await uow.queries.attendees(
            exported.session_id, exported.world.villages[2].id, (RegistrationState.REGISTERED,)
        )
        for one, name in zip(found, names, strict=False):
            row = await uow.registrations.get(one.id)
            assert row is not None
            row.attendee_name = name
        await uow.commit()
    rows = _village(sheets(await exported.export("attendance_list"))["Ký nhận"], "Thôn 3")
    assert [row[1:3] for row in rows[1:4]] == [
        ["Nông Thị Mẫu Một", "Nữ"],
        ["Nông Văn Mẫu Hai", "Nam"],
        ["Ông Ích Mẫu", ""],
    ]


async def test_the_office_that_the_head_typed_is_printed(exported: Exported) -> None:
    async with exported.parts.storage.write() as uow:
        first, *_ = await uow.queries.attendees(
            exported.session_id, exported.world.villages[2].id, (RegistrationState.REGISTERED,)
        )
        row = await uow.registrations.get(first.id)
        assert row is not None
        row.office = "bí thư chi bộ"
        await uow.commit()
    rows = _village(sheets(await exported.export("attendance_list"))["Ký nhận"], "Thôn 3")
    assert [row[6] for row in rows[1:4]] == ["bí thư chi bộ", "", ""]


async def test_the_numbers_of_each_village_and_their_sums(exported: Exported) -> None:
    rows = sheets(await exported.export("attendance_list"))["Tổng hợp"]
    assert rows[8][:6] == ["STT", "Thôn", "Số chỗ", "Đã đăng ký", "Chờ", "Hộ nghèo"]
    assert rows[11] == [3, "Thôn 3", 15, 12, 2, 5, 3, 0, 0, 0, 2, 0, 0, 0, 2]
    assert rows[15] == ["Tổng cộng", "", 90, 13, 2, 6, 3, 0, 0, 0, 2, 0, 0, 0, 2]


async def test_phones_in_full_keep_their_leading_zero(exported: Exported) -> None:
    path = await exported.export("attendance_list", options=Options(full_phones=True))
    assert any(row[8] == "0912345671" for row in sheets(path)["Ký nhận"])


async def test_a_group_of_households_has_another_word_for_its_head(exported: Exported) -> None:
    async with exported.parts.storage.write() as uow:
        village = await uow.units.get(exported.world.villages[0].id)
        assert village is not None
        village.kind, village.name = "tổ dân phố", "Tổ dân phố 1"
        await uow.commit()
    rows = _village(sheets(await exported.export("attendance_list"))["Ký nhận"], "Tổ dân phố 1")
    assert "TỔ TRƯỞNG TỔ DÂN PHỐ" in rows[-1]


async def test_the_list_speaks_the_language_asked_for(exported: Exported) -> None:
    path = await exported.export("attendance_list", options=Options("en"))
    assert sheets(path)["To sign"][8][1] == "Full name"


@pytest.mark.parametrize(
    ("phone", "shown"),
    [("0912345678", "*******678"), ("+84 912 345 678", "+** *** *** 678"), ("12", "12"), ("", "")],
)
def test_only_the_last_digits_of_a_masked_phone_can_be_read(phone: str, shown: str) -> None:
    assert mask_phone(phone) == shown
