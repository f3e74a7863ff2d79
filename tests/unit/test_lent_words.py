"""A lent phone is heard before the question, and borrowing a machine stays a question."""

from __future__ import annotations

import pytest

from faq.knowledge import load_starter
from faq.normalize import fold
from handlers.lent_words import Lent, read

ROAD = "đường vô nhà em hư"


@pytest.mark.parametrize(
    ("text", "lent"),
    [
        (f"hàng xóm mượn máy hỏi tí: {ROAD}", Lent(None, ROAD, next_door=True)),
        ("toi la hang xom muon nho may hoi ti", Lent(None, "", next_door=True)),
        ("tôi mượn máy, tôi là Vàng A Mẫu hàng xóm", Lent("Vàng A Mẫu", "", next_door=True)),
        (f"tôi là Vàng A Mẫu hàng xóm, mượn máy hỏi: {ROAD}", Lent("Vàng A Mẫu", ROAD, True)),
        (f"em hàng xóm dùng nhờ điện thoại. {ROAD}", Lent(None, ROAD, next_door=True)),
        (f"hàng xóm hỏi nhờ tí, {ROAD}", Lent(None, ROAD, next_door=True)),
        (f"nhà bên mượn máy chút\n{ROAD}", Lent(None, ROAD, next_door=True)),
        ("hang xom muon may hoi the bhyt mat lam sao", Lent(None, "the bhyt mat lam sao", True)),
        ("toi la hang xom hoi ti", Lent(None, "", next_door=True)),
        ("em mượn điện thoại hỏi tí", Lent(None, "", next_door=False)),
        (f"cho em mượn máy hỏi chút, {ROAD}", Lent(None, ROAD, next_door=False)),
        (
            "may nay cua chi toi, toi muon hoi ve vay von",
            Lent(None, "toi muon hoi ve vay von", next_door=True),
        ),
        ("tôi là hàng xóm, máy này của ông Mẫu", Lent(None, "", next_door=True)),
        ("tôi mượn máy con gái, tôi là Nông Thị Mẫu", Lent("Nông Thị Mẫu", "", next_door=True)),
        *(
            (f"hàng xóm mượn {lent} {ROAD}", Lent(None, ROAD, next_door=True))
            for lent in ("máy:", "máy.", "nhờ máy,", "máy chút,", "điện thoại,", "máy hỏi,")
        ),
        *(
            (f"hàng xóm mượn máy, {asked}", Lent(None, asked, next_door=True))
            for asked in ("hỏi tí đường hư", "nhờ xã sửa đường")
        ),
        *(
            (f"hàng xóm mượn máy: {asked}", Lent(None, asked, next_door=True))
            for asked in ("mất thẻ bhyt", "đổi thẻ ở đâu", "trả nợ vay thế nào")
        ),
        (f"hàng xóm mượn máy, tôi là Lò Thị Mẫu, {ROAD}", Lent("Lò Thị Mẫu", ROAD, True)),
        (
            "hàng xóm mượn máy hỏi tí: không trả nợ thì sao",
            Lent(None, "không trả nợ thì sao", True),
        ),
        *(
            (text, Lent(None, words, next_door))
            for text, words, next_door in (
                ("toi la nguoi khac, muon may hang xom", "", True),
                ("tôi là người khác mượn máy hàng xóm: " + ROAD, ROAD, True),
                ("toi la nguoi khac muon may hang xom, toi muon hoi cho", "toi muon hoi cho", True),
                ("em la nguoi khac, muon dien thoai nha ben hoi ti", "", True),
                ("tôi không phải chủ máy, tôi mượn nhờ máy của hàng xóm", "", True),
                ("hang xom muon dien thoai nha ben hoi ti", "", True),
                ("tôi là người khác mượn máy", "", False),
                ("toi ko phai chu may, muon dt hoi nho: duong hu", "duong hu", False),
            )
        ),
        ("hang xom xai nho dt: hop ngay nao", Lent(None, "hop ngay nao", next_door=True)),
        *(
            (text, None)
            for text in (
                "máy này của ai",
                "may cua chong em, bi hu",
                "máy của chồng em hư, sửa ở đâu",
                "em mượn máy cày của xã được không",
                "toi muon may hoi ai",
                "hàng xóm mượn máy cày không trả thì làm sao",
                "hàng xóm mượn máy, không trả, làm sao đòi",
                "hang xom muon may, khong tra lam sao doi",
                "hàng xóm mượn máy, làm hỏng rồi, bắt đền ai",
                "nhà bên mượn máy, cứ đòi là chửi",
                "hàng xóm mượn máy bơm, không trả",
                "hàng xóm mượn máy: mất rồi thì ai đền",
                "hàng xóm mượn điện thoại, hai năm rồi chưa trả",
                "hàng xóm mượn máy, hỏi mãi không trả",
                "hang xom muon may, nho xa doi giup",
                "hang xom muon may hoi ai doi lai",
                "hàng xóm lấn đất nhà tôi thì hỏi ai",
                "hàng xóm hỏi tôi sao không được hộ nghèo",
                "tôi mượn máy, xã cho mượn máy tuốt lúa không",
                "hộ nghèo vay vốn mua máy, hỏi ai",
                "hàng xóm tôi mất thẻ bhyt",
                "tôi là người khác, mượn máy cày",
                "tôi là người khác xã, muốn xin nhập hộ khẩu",
                "toi la nguoi khac, muon may hang xom, khong tra thi sao",
                "người khác mượn máy hàng xóm làm hư",
                "tôi không phải chủ máy cày, mượn máy hàng xóm có được hỗ trợ không",
                "may",
                "",
            )
        ),
    ],
)
def test_a_lent_phone(text: str, lent: Lent | None) -> None:
    assert read(text) == lent


def test_no_question_of_the_faq_is_taken_for_it() -> None:
    asked = [
        text
        for entry in load_starter().entries
        for text in (entry.question, *(alias.text for alias in entry.aliases))
    ]
    assert [text for text in asked if read(text) or read(fold(text))] == []
