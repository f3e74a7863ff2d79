"""A list of who comes is told from a petition in which people are named."""

from __future__ import annotations

import pytest

from handlers.pasted_lists import is_list


@pytest.mark.parametrize(
    "text",
    [
        "DANH SACH THON 3\n1. Lò Văn Mẫu 0912345678\n2. Nông Thị Mẫu 0912345679",
        "Danh sách đi họp thôn 2:\nLò Văn Mẫu\nông Chín\nNông Thị Mẫu",
        "gui ds thon 2:\nLò Văn Mẫu\nNông Thị Mẫu",
        "gui ds thon 2: Lò Văn Mẫu, Nông Thị Mẫu",
        "em gui danh sach thon minh: lo van mau, nong thi mau",
        "thon 2 co 3 nguoi di hop: Lò Văn Mẫu, Nông Thị Mẫu, Vàng A Mẫu",
        "dang ki 2 ng: Lò Văn Mẫu hộ nghèo, Nông Thị Mẫu cận nghèo",
        "người đi họp: Lò Văn Mẫu, Nông Thị Mẫu",
        "STT Họ và tên Loại hộ\n1. Lò Văn Mẫu, HN\n2. Nông Thị Mẫu, HCN",
        "\n".join(f"Vàng Thị Mẫu {letter}, hộ nghèo" for letter in "ABCDEGHIKL"),
        "Lò Văn Mẫu, hộ nghèo",
        "lo van mau, ho ngheo",
        "1. Lò Văn Mẫu\n2. Nông Thị Mẫu\n3. Vàng A Mẫu",
        "Lò Văn Mẫu - 0912345678\nNông Thị Mẫu - 0912345679",
    ],
)
def test_who_comes_is_a_list(text: str) -> None:
    assert is_list(text)


@pytest.mark.parametrize(
    "text",
    [
        "Những hộ sau chưa nhận được tiền hỗ trợ:\n1. Lò Văn Mẫu, hộ nghèo\n2. Nông Thị Mẫu",
        "danh sách hộ bị sập nhà: Lò Văn Mẫu, Nông Thị Mẫu",
        "ds ho chua duoc vay von:\nLò Văn Mẫu, hộ nghèo\nNông Thị Mẫu, hộ nghèo",
        "Lò Văn Mẫu, hộ nghèo, nhà dột nát chưa được sửa",
        "Nhà Lò Văn Mẫu hộ nghèo mà chưa có thẻ",
        "Lò Văn Mẫu, hộ nghèo, có được vay không?",
        "đường thôn 2: lầy lội quá",
        "hộ nghèo",
        "nhà ông Mẫu, hộ nghèo",
        "Lò Văn Mẫu 0912345678",
        "Lò Văn Mẫu",
        "Lò Văn Mẫu\nNông Thị Mẫu",
        "hôm nay họp thôn: bà con hỏi về điện, nước",
        "danh sách hộ nghèo năm nay xét thế nào",
        "danh sách: em chưa có",
        "ho tro nha o, vay von",
        "",
    ],
)
def test_what_tells_of_people_is_none(text: str) -> None:
    assert not is_list(text)
