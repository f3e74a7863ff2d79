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
        "Lò Văn Mẫu - hộ nghèo",
        "Lò Văn Mẫu (hộ nghèo)",
        "Chu Thị Mẫu, hộ nghèo",
        "Thôn 2: Lò Văn Mẫu, Nông Thị Mẫu",
        "thon 2: lo van mau, nong thi mau",
        "Thôn 2: Lò Văn Mẫu, hộ nghèo; Nông Thị Mẫu",
        "Danh sách đi họp\n1. Lò Văn Mẫu - thôn 2\n2. Nông Thị Mẫu - thôn 2",
        "Lò Văn Mẫu, hộ nghèo, thôn 2",
        "Giàng A Vào, hộ nghèo",
        "lò thị được, hộ nghèo",
        "lo thi duoc, ho ngheo",
        "1. giang a mau\n2. nong thi mau",
        "bà Mẫu, hộ nghèo\nông Cò, hộ cận nghèo",
        "đăng ký Nông Văn Mẫu, Trần Thị Mẫu",
        "đăng ký Hộ Mẫu Bốn A, Ka Mẫu, Bùi Thị Mẫu",
        "dang ky cho ong Nguyen Van Mau va ba Tran Thi Mau",
        "em dk nguyen van mau, ho ngheo, tran thi mau",
        "ghi bà Lò Thị Mẫu, hộ nghèo",
        "ghi thêm 2 người Lò Thị Mẫu, Lò Văn Mẫu",
    ],
)
def test_who_comes_is_a_list(text: str) -> None:
    assert is_list(text)


@pytest.mark.parametrize(
    "text",
    [
        "đăng ký vay vốn",
        "dang ky ho ngheo, ho can ngheo",
        "đăng ký khai sinh cho con",
        "dang ky mai tang phi",
        "Đăng Ký Kết Hôn",
        "đăng ký hộ nghèo cho bà Lan",
        "ghi cho em câu hỏi",
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
        "bà Mẫu xin vào hộ nghèo",
        "ba mau xin vao ho ngheo",
        "BÀ MẪU XIN VÀO HỘ NGHÈO",
        "xét bà Mẫu vào hộ nghèo",
        "đưa bà Mẫu vào hộ nghèo",
        "thêm bà Mẫu vào danh sách hộ nghèo",
        "bà Mẫu bị ra khỏi hộ nghèo",
        "mẹ Mẫu bệnh nặng, hộ nghèo",
        "me mau benh nang, ho ngheo",
        "vợ Mẫu mới đẻ, hộ nghèo",
        "bà Lò Thị Mẫu, hộ nghèo",
        "Lò Thị Mẫu hộ nghèo",
        "Lò Thị Mẫu hoàn cảnh khó khăn, hộ nghèo",
        "công nhận hộ nghèo",
        "bà Mẫu xin vào hộ nghèo\nông Cò xin vào hộ nghèo",
        "mẹ Mẫu ốm nặng, hộ nghèo\nbố Cò ốm nặng, hộ nghèo",
        "1. Lò Văn Mẫu bị ốm\n2. Nông Thị Mẫu mất bò",
        "1. Đường vào thôn lầy\n2. Cầu bị sập\n3. Nước sinh hoạt",
        "1. Sửa đường\n2. Kéo điện",
        "1. sua duong\n2. keo dien",
        "Thôn 2: sửa đường, kéo điện",
        "thon 2: sua duong, keo dien",
        "Thôn 2: bà Mẫu ốm, ông Cò bị liệt",
        "Các hộ khó khăn:\n1. Lò Văn Mẫu, hộ nghèo\n2. Nông Thị Mẫu, hộ nghèo",
        "danh sách người bệnh: Lò Văn Mẫu, Nông Thị Mẫu",
        "danh sách đưa ra khỏi hộ nghèo: Lò Văn Mẫu, Nông Thị Mẫu",
        "",
    ],
)
def test_what_tells_of_people_is_none(text: str) -> None:
    assert not is_list(text)
