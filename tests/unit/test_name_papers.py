"""Numbers of papers and accounts beside a name, and the words about them."""

from __future__ import annotations

import pytest

from handlers.names import NameLine, look_like_names, read_names, read_one
from handlers.number_mask import without_papers
from storage.models import PovertyStatus as P


@pytest.mark.parametrize(
    ("line", "category", "phone"),
    [
        ("18. Nông Thị Mẫu, hộ nghèo, căn cước 012345678901", P.POOR, None),
        ("Nông Thị Mẫu (so can cuoc: 012 345 678 901), hn", P.POOR, None),
        ("Nông Thị Mẫu cccd 001234567890 sđt 0912345678", None, "0912345678"),
        ("Nông Thị Mẫu cmnd 0123456789", None, None),
        ("Nông Thị Mẫu, 012345678, 2", P.NEAR_POOR, None),
        ("012345678901 Nông Thị Mẫu 0912 345 678", None, "0912345678"),
        ("18 001.234.567.890 Nông Thị Mẫu", None, None),
        ("Nông Thị Mẫu, stk 19034567890123 hộ nghèo", P.POOR, None),
        ("18 Nông Thị Mẫu, 912345678", None, "912345678"),
        ("Nông Thị Mẫu số tài khoản của vợ 0912345678", None, None),
    ],
)
def test_numbers_of_papers_are_not_read(line: str, category: P | None, phone: str | None) -> None:
    assert read_one(line) == NameLine("Nông Thị Mẫu", category, phone)
    assert look_like_names(line)


def test_numbers_of_papers_are_not_quoted() -> None:
    found = read_names("Mẫu 012345678901\n012345678901\nLò Mẫu Na, tốt bụng 012345678901")
    assert [(one.text, one.problem) for one in found.bad] == [("Mẫu", "short")]
    assert [one.left_out for one in found.good] == ["tốt bụng"]


@pytest.mark.parametrize(
    "beside",
    [
        *("stk 19034567890123 Agribank", "số tài khoản 190345678 Vietcombank", "stk 12345 VCB"),
        *("so tai khoan agribank", "tk ngân hàng nông nghiệp 3501205123456", "MB Bank 0912345678"),
        *("tài khoản tại Agribank chi nhánh Mẫu", "ngân hàng chính sách xã hội huyện"),
        *("mã thẻ BHYT GD4381234567890", "thẻ BHYT GD 4 38 3812345678", "bhyt 0912345678"),
        *("chưa có thẻ BHYT", "ko co the bao hiem y te", "số tài khoản …", "STK: 101234567 (BIDV)"),
        *("stk 190345678901 chủ tk Lò Văn Mẫu", "tên tài khoản LO VAN MAU", "sổ hộ khẩu 12345"),
    ],
)
@pytest.mark.parametrize("mark", [" ", ", ", " - "])
def test_words_of_papers_and_banks_are_neither_kept_nor_told(beside: str, mark: str) -> None:
    found = read_names(f"1. Nông Thị Mẫu{mark}{beside}\nLò Văn Mẫu, hn, {beside}")
    assert [one.name for one in found.good] == ["Nông Thị Mẫu", "Lò Văn Mẫu"]
    assert [one.category for one in found.good] == [None, P.POOR]
    assert [(one.left_out, one.phone) for one in found.good] == [(None, None)] * 2
    assert found.bad == ()


@pytest.mark.parametrize(
    "line",
    [
        *("Nông Thị Mẫu, tổ trưởng tổ TK&VV", "Nong Van Lam", "Mã Văn Thẻ", "Tài Văn Khoản"),
        *("Nông Thị Mẫu, 0912345678", "Ma Thị Số, 2", "Ngân Thị Hàng", "Sổ Văn Hộ"),
    ],
)
def test_other_words_are_left_alone(line: str) -> None:
    assert without_papers(line) == line


def test_a_phone_behind_a_card_stays() -> None:
    (one,) = read_names("Nông Thị Mẫu, có bhyt, 0912345678, hn").good
    assert (one.phone, one.category, one.left_out) == ("0912345678", P.POOR, None)


@pytest.mark.parametrize(
    "beside",
    [
        *("tài khoản của chồng Lò Văn Sáu", "tai khoan cua chong Lo Van Sau", "stk vợ Lò Thị Sáu"),
        *("số tài khoản của con gái Lò Thị Sáu", "tk ngân hàng của Lò Văn Sáu", "bhyt con Lò Sáu"),
        *("tài khoản 190345 của chồng Lò Văn Sáu", "stk 19034567890123 của vợ Lò Thị Sáu"),
        *("tài khoản Agribank của chồng Lò Văn Sáu", "stk của vợ Lò Thị Sáu 19034567890123"),
        *(
            "tài khoản đứng tên chồng Lò Văn Sáu",
            "tài khoản của chồng",
            "thẻ BHYT của mẹ Lò Thị Sáu",
        ),
        *(
            "tài khoản của chồng Lò Văn Sáu 0912345678",
            "tk cua chong Ho Van Sau",
            "stk cua Can Van Sau",
        ),
    ],
)
@pytest.mark.parametrize(
    "row",
    [
        *("Nông Thị Mẫu, {}, hộ nghèo", "Nông Thị Mẫu, hộ nghèo, {}", "Nông Thị Mẫu - {} - hn"),
        *("Nông Thị Mẫu {}, hộ nghèo", "Nông Thị Mẫu {} hộ nghèo", "Nông Thị Mẫu, hn ({})"),
    ],
)
def test_whose_account_it_is_is_neither_kept_nor_told(beside: str, row: str) -> None:
    found = read_names(row.format(beside))
    assert [(one.name, one.category) for one in found.good] == [("Nông Thị Mẫu", P.POOR)]
    assert [(one.left_out, one.phone) for one in found.good] == [(None, None)]
    assert found.bad == ()


@pytest.mark.parametrize(
    "line", ["vợ của ông Mẫu", "Nông Thị Mẫu, con Lò Thị Mẫu", "Nông Thị Mẫu, vợ ông Lò Văn Mẫu"]
)
def test_whose_kin_somebody_is_stays(line: str) -> None:
    assert without_papers(line) == line
