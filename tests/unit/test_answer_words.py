"""A few words choose what a menu offers; what asks something stays a question."""

from __future__ import annotations

import pytest

from faq.knowledge import load_starter
from faq.normalize import fold
from handlers.answer_words import meant
from handlers.reply_words import (
    AS_IT_IS,
    DROP,
    ENOUGH,
    HEAD,
    HERE,
    MEETING,
    MORE,
    QUIET,
    REWRITE,
    SEND,
)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        *((text, SEND) for text in ("gui nha", "gui di em", "ghi di", "gởi dùm tui", "Gửi cán bộ")),
        *((text, QUIET) for text in ("giau ten", "gui an danh", "dấu tên", "gửi không để tên nhé")),
        *(
            (text, QUIET)
            for text in ("gửi nhưng giấu tên", "gui ma dung de ten toi", "khong can ten")
        ),
        *(
            (text, QUIET)
            for text in ("không muốn nói tên đâu em", "tên thì khỏi", "giữ kín tên nhé")
        ),
        *((text, SEND) for text in ("dạ đúng rồi em gửi giúp", "da dung roi e gui giup e")),
        *((text, SEND) for text in ("đúng, gửi nha", "ok gui di", "phải rồi, chuyển giúp em")),
        *((text, REWRITE) for text in ("sửa lại câu hỏi", "viet lai", "đổi nội dung giúp em")),
        *((text, REWRITE) for text in ("sua cau hoi", "gõ lại", "em viết lại", "sửa lời nhắn")),
        *((text, DROP) for text in ("bỏ đi em", "xoa cau nay di")),
        *(
            (text, HEAD)
            for text in ("nho ong truong thon noi", "trưởng bản báo lại", "truong thon")
        ),
        *((text, MEETING) for text in ("nói ở họp", "tra loi o buoi hop nhe", "hôm họp")),
        *((text, HERE) for text in ("o day", "nhắn lại đây", "tra loi tren zalo", "nhan tin")),
        *((text, MORE) for text in ("them", "nói thêm đi em")),
        *((text, ENOUGH) for text in ("du roi", "vay du roi", "thôi đủ rồi em", "vậy là đủ")),
        *((text, AS_IT_IS) for text in ("het", "xong roi", "giu nguyen", "để vậy đi", "nhu cu")),
    ],
)
def test_what_is_chosen(text: str, meaning: str) -> None:
    assert meant(text) == (meaning,)


@pytest.mark.parametrize(
    "text",
    [
        *("khong gui", "họp ở đâu", "gui tien o dau", "truong thon o dau", "gửi được không?"),
        *("ghi ten di hop", "trưởng thôn ghi sai tên tôi", "bo de o dau", "giấu tên được không"),
        *("con tôi ở đây không có thẻ", "1", ""),
        *("đừng gửi", "dung gui", "dung em gui", "đừng gửi em ơi", "không đúng", "đúng rồi"),
        *("viết lại đơn ở đâu", "làm lại thẻ", "sửa lại nhà", "viết lại đơn xin vay"),
        *("không có tên trong sổ", "tên tôi không có trong danh sách", "tên sai thì khỏi lãnh à"),
    ],
)
def test_what_chooses_nothing(text: str) -> None:
    assert meant(text) == ()


def test_no_question_of_the_faq_chooses_anything() -> None:
    asked = [
        text
        for entry in load_starter().entries
        for text in (entry.question, *(alias.text for alias in entry.aliases))
    ]
    assert [text for text in asked if meant(text) or meant(fold(text))] == []
