"""Which name a message tells that answers the question for it, and when it tells none."""

from __future__ import annotations

import pytest

from handlers.name_words import is_reply, names_nobody
from handlers.services.told_names import bare_name, is_introduced


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("nguoi ta goi toi la Tư", "Tư"),
        ("người ta kêu tui là bà Mẫu Sáu", "bà Mẫu Sáu"),
        ("ai cũng kêu tui là Tư", "Tư"),
        ("bà con trong thôn quen gọi tôi là Mẫu Tre", "Mẫu Tre"),
        ("dạ cứ gọi em là Mẫu Lan ạ", "Mẫu Lan"),
        ("ở nhà hay gọi là Út", "Út"),
        ("ghi tên Lò Thị Mẫu", "Lò Thị Mẫu"),
        ("ghi ten toi la Lò Mẫu", "Lò Mẫu"),
        ("cứ ghi là Tư", "Tư"),
        ("tôi là Tư", "Tư"),
    ],
)
def test_the_name_without_what_stands_before_it(text: str, name: str) -> None:
    assert bare_name(text) == name
    assert is_introduced(text)
    assert not names_nobody(text)


@pytest.mark.parametrize(
    "text",
    [
        *("khong can ten", "không muốn nói tên", "khỏi ghi tên em", "ko can biet ten", "k ten"),
        *("không tiện nói tên ra", "tên thì khỏi", "đừng nêu tên", "gửi mà đừng để tên tôi"),
        *("ghi", "Ghi", "ghi đi em", "ghi tên", "ghi tên tôi đi", "gửi", "tên gì", "họ tên gì"),
        *("người dân", "giấu tên", "ẩn danh"),
    ],
)
def test_what_speaks_of_a_name_and_tells_none(text: str) -> None:
    assert names_nobody(text)
    assert is_reply(text)


@pytest.mark.parametrize(
    "name",
    ["Lưu", "Lưu Thị Mẫu", "Ghi Thị Mẫu", "Dương Thị Tên", "Không Mẫu", "Khôi", "Dân", "Đúng"],
)
def test_names_that_look_like_such_words(name: str) -> None:
    assert bare_name(name) == name
    assert not names_nobody(name)


@pytest.mark.parametrize(
    "text",
    ["gọi tôi lúc 8 giờ", "ghi là hộ nghèo", "gọi cho cán bộ", "gọi điện cho tôi", "ghi lại"],
)
def test_what_introduces_nobody(text: str) -> None:
    assert not is_introduced(text)
