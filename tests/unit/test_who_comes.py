"""Another name where it is read back who comes to the meeting, told from questions and answers."""

from __future__ import annotations

import pytest

from handlers.services.told_names import Named, who_comes


@pytest.mark.parametrize(
    ("text", "named"),
    [
        *(
            (text, Named("Lò Văn Mẫu", own=False))
            for text in (
                "ghi tên Lò Văn Mẫu",
                "ghi giúp em tên Lò Văn Mẫu với",
                "ghi tên chồng em là Lò Văn Mẫu nhé",
                "cho chồng tôi Lò Văn Mẫu",
                "cho ông Lò Văn Mẫu",
                "chồng em Lò Văn Mẫu đi",
                "người đi họp là Lò Văn Mẫu",
                "đổi thành Lò Văn Mẫu",
                "tên Lò Văn Mẫu",
                "không phải đâu, ghi tên Lò Văn Mẫu",
                "sai tên rồi, Lò Văn Mẫu",
                "Lò Văn Mẫu mới đúng",
                "Lò Văn Mẫu, chồng tôi",
                "Lò Văn Mẫu",
            )
        ),
        ("ghi ten vo toi la lo thi mau", Named("lo thi mau", own=False)),
        ("ghi la Sung A Mau Moi", Named("Sung A Mau Moi", own=False)),
        ("ghi tên Sùng Mẫu Mới", Named("Sùng Mẫu Mới", own=False)),
        ("Lò Mẫu A", Named("Lò Mẫu A", own=False)),
        ("em tên là Vàng A Mẫu", Named("Vàng A Mẫu", own=True)),
        ("ten toi la vang a mau", Named("vang a mau", own=True)),
        ("ko phai, em la Vàng A Mẫu", Named("Vàng A Mẫu", own=True)),
    ],
)
def test_a_told_name_is_heard(text: str, named: Named) -> None:
    assert who_comes(text) == named


@pytest.mark.parametrize(
    "text",
    [
        *("đúng rồi em", "không", "thôi không xin nữa", "đổi tên", "tôi ở thôn 4", "vàng rồi"),
        *("ghi tên người khác", "ghi tên ai", "tên là gì cũng được", "em tên là gì", "em là Mẫu"),
        *("em là hộ nghèo", "tôi là người khác", "cho chồng tôi", "cho vợ tôi đi cùng được không"),
        *("cho con tôi Lò Mẫu Na học ở đâu", "ghi tên Vàng A Mẫu có được không"),
        *("Lò Thị Mẫu chưa có thẻ", "the bhyt mat lam lai o dau", "cho tien mai tang bao nhieu"),
        *("vay tien cho con hoc", "Hồ sơ vay vốn", "duong vao xom em lay qua", "", ",", "?"),
    ],
)
def test_what_names_nobody_is_left(text: str) -> None:
    assert who_comes(text) is None
