"""What people say about an answer: not understood, too long, wrong, once more."""

from __future__ import annotations

import pytest

from faq.knowledge import load_starter
from handlers.after_words import ANEW, LONG, UNCLEAR, WRONG, heard

SAID = {
    UNCLEAR: """
        không hiểu | khong hieu gi het | em k hiểu | nói rõ hơn | noi ro hon di em | nói lại đi
        giải thích lại giúp tôi | kho hieu qua | nói dễ hiểu hơn | tôi chưa hiểu | cụ thể hơn đi
        doc khong hieu gi | trả lời khó hiểu quá | noi cham thoi | chả hiểu gì
        khó quá | rối quá | k hiu
        """,
    LONG: """
        dài quá | dai qua em oi | nói ngắn thôi | nói dài quá | tom lai la sao | nhiều chữ quá
        ngan gon thoi | viet dai dong qua | tóm tắt lại | nói ngắn gọn giúp tôi
        """,
    WRONG: """
        tra loi nham | trả lời sai rồi | nhầm câu rồi | không phải câu tôi hỏi | lạc đề rồi
        tôi đâu có hỏi cái đó | hiểu nhầm ý tôi rồi | khong phai cai em hoi | tra loi bay ba qua
        """,
    ANEW: """
        hỏi lại | cho toi hoi lai | hỏi câu khác | toi muon hoi lai | hoi viec khac
        cháu ơi bà hỏi tí | hoi them cau nua | cho hỏi chút | bác muốn hỏi tí
        """,
}
OTHERS = """
nói rõ hơn về tiền điện | hồ sơ ghi sai tên | trả lời đơn mất mấy ngày | dài | không | không rõ
họp dài không | hỏi lại xã khi nào có tiền | đường dài quá xe không vào được | trả nhầm tiền
may tra loi cham qua | hoi ve vay von ti | hỏi tiền điện tí | giải thích luật hộ nghèo
khong biet | trả lời tôi đi | noi chuyen voi can bo | viet sai ten
"""


def _each(lines: str) -> list[str]:
    return [one.strip() for line in lines.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize(
    ("text", "meaning"), [(text, meaning) for meaning, said in SAID.items() for text in _each(said)]
)
def test_what_is_said_about_an_answer(text: str, meaning: str) -> None:
    assert heard(text) == meaning


@pytest.mark.parametrize("text", _each(OTHERS))
def test_something_else_is_said(text: str) -> None:
    assert heard(text) is None


def test_no_question_of_the_faq_is_taken() -> None:
    entries = load_starter().entries
    asked = [
        alias
        for entry in entries
        for alias in (entry.question, *(one.text for one in entry.aliases))
    ]
    assert [text for text in asked if heard(text)] == []
