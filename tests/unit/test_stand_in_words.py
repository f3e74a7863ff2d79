"""Who comes instead of whom at home, in their own words; whether anybody may is a question."""

from __future__ import annotations

import pytest

from faq.knowledge import load_starter
from handlers.stand_in_words import StandIn, cannot_come, read

ME = """
cho toi di thay vo | tôi đi thay chồng được không | em di hop thay ck dc ko | cho tui đi thế chồng
chồng em ốm, em đi thay được không | em dự họp thay mẹ em được không ạ | toi di thay cho me toi
cho tôi đi thay ông nhà tôi
chồng tôi bận không đi được, tôi đi thay nhé | tôi đi họp thay chồng
"""
OTHERS = """
cho vợ tôi đi thay | cho vo toi di thay | vợ tôi đi thay được không | toi ban, cho vo toi di thay
tôi bận việc, để con trai tôi đi họp thay | tôi không đi được, vợ tôi đi thay nhé
toi doi y cho con toi di thay | con gai toi di thay toi | nhờ em trai tôi đi thay
"""
NOBODY = """
chủ hộ bận thì vợ con đi thay được không | người khác đi thay được không | ai di thay duoc khong
thay thẻ bảo hiểm cho vợ | tôi đi thấy đường hư | vợ tôi đi lãnh tiền thay tôi được không | di thay
cho toi di thay the bao hiem | con tôi ký thay được không | toi nhan tien thay me duoc khong
em vay thay chồng | chồng đi làm xa vợ ký thay được không | toi di kham thay chong duoc khong
"""


def _each(lines: str) -> list[str]:
    return [one.strip() for line in lines.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize("text", _each(ME))
def test_who_writes_comes(text: str) -> None:
    assert read(text) == StandIn()


@pytest.mark.parametrize("text", _each(OTHERS))
def test_somebody_else_comes(text: str) -> None:
    assert read(text) == StandIn(other=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cho vợ tôi Lê Thị Mẫu đi thay", "Lê Thị Mẫu"),
        ("cho con trai tôi là Lò Văn Mẫu đi thay tôi", "Lò Văn Mẫu"),
        ("cho vo toi le thi mau di thay", "le thi mau"),
    ],
)
def test_the_name_is_taken_as_typed(text: str, name: str) -> None:
    assert read(text) == StandIn(name, other=True)


@pytest.mark.parametrize("text", _each(NOBODY))
def test_nobody_is_meant(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("vợ tôi không đi được", "vo toi khong di duoc", "chồng em bận không đi họp được"),
        *("mẹ tôi ốm không đi được", "con trai toi di hop khong duoc", "ck e k di dc"),
    ],
)
def test_somebody_of_the_house_cannot_come(text: str) -> None:
    assert cannot_come(text)


@pytest.mark.parametrize(
    "text",
    [
        *("mẹ tôi không đi được có được trợ cấp không", "con tôi không đi học"),
        *("chồng tôi không đi làm được xin hỗ trợ gì", "xe không đi được", "tôi không đi được"),
    ],
)
def test_nobody_is_kept_away(text: str) -> None:
    assert not cannot_come(text)


def test_few_questions_of_the_faq_are_taken() -> None:
    entries = load_starter().entries
    taken = {
        entry.id
        for entry in entries
        for alias in (entry.question, *(one.text for one in entry.aliases))
        if read(alias)
    }
    assert taken <= {"doi-thoai-di-thay"}
