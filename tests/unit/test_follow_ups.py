"""Questions that lean on the one before are known; those that say what they are about stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faq.knowledge import load_starter
from faq.split import is_follow_up
from handlers.follow_ups import lacks_subject, leans


@pytest.mark.parametrize(
    "text",
    [
        *("con bo toi thi sao", "thế còn vay thì sao", "the o dau", "còn mẹ tôi thì sao em"),
        *("vợ tôi thì sao", "vậy còn tiền điện thì thế nào", "roi con nha toi thi sao a"),
        *("me toi thi co duoc khong", "gặp ai", "bao lâu thì có", "thế cần giấy gì ạ"),
        *("con tien cua me toi", "còn mẹ tôi nữa", "the con ba noi"),
    ],
)
def test_what_leans(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    [
        *("mất thẻ bảo hiểm thì sao", "con tôi bị bệnh phải nằm viện thì sao", "họp ở đâu"),
        *("vay vốn ở đâu", "nhà dột thì xin ai", "bố tôi chết thì được gì", "còn gạo không", ""),
        *("bò chết thì sao", "điện bao nhiêu", "mẹ tôi 80 tuổi thì có được trợ cấp không"),
        *("con gái tôi", "còn tiền của mẹ tôi bao giờ có", "con em đi học"),
    ],
)
def test_what_says_what_it_is_about(text: str) -> None:
    assert not leans(text)


@pytest.mark.parametrize(
    "text",
    [
        *("tháng này có tiền chưa", "tiền về chưa", "bao giờ có tiền", "nộp hồ sơ ở đâu"),
        *("phải nộp tiền không", "thang nay co tien chua", "tien ve chua", "nop ho so o dau"),
        *("làm thủ tục ở đâu", "hồ sơ xong chưa", "khi nào trả tiền", "tiền đâu rồi"),
        *("co mat phi khong", "giấy của tôi xong chưa", "con nop ho so o dau"),
    ],
)
def test_what_may_be_the_first_thing_said(text: str) -> None:
    assert not lacks_subject(text)


@pytest.mark.parametrize(
    "text",
    [
        *("thế ở đâu", "the o dau", "gặp ai", "bao lâu thì có", "nhận ở đâu", "có được không"),
        *("mất bao nhiêu tiền", "duoc may tien", "cần giấy gì", "can giay to gi", "cần hồ sơ gì"),
        *("thế phải nộp tiền không", "rồi tiền đâu", "ai trả"),
    ],
)
def test_what_names_nothing(text: str) -> None:
    assert lacks_subject(text)


def test_no_question_of_the_faq_lacks_its_subject() -> None:
    asked = [
        text
        for entry in load_starter().entries
        for text in (entry.question, *(alias.text for alias in entry.aliases))
    ]
    path = Path(__file__).parents[1] / "data" / "faq_messages" / "tuning.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    asked += [row["text"] for row in rows if row["expected"]]
    assert [text for text in asked if is_follow_up(text)] == []
