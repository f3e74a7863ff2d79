"""What village heads mean who write about their list, and what they do not mean."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import head_words, phrases
from handlers.head_words import (
    DROPS_OUT,
    NOT_REACHED,
    NOTICE,
    REPLACE,
    REQUESTS,
    SEATS_LEFT,
    change,
)
from handlers.name_words import asks_of_list, dropped
from handlers.named_people import named
from handlers.parsing import key

SEATS = """
con may cho | con bao nhieu cho | còn mấy chỗ nữa em | con cho ko | thon 3 con may cho
hết chỗ chưa | du nguoi chua | ghi duoc may nguoi roi | dc may nguoi roi
đăng ký được bao nhiêu người rồi
cho em hỏi còn mấy chỗ ạ | con may nguoi | thieu may nguoi
"""
HOMES = """
ai chua nhan dc tin | ai chưa nhận được tin | nha nao chua biet | con nha nao chua bao
hộ nào chưa nhận tin nhắn | den nha nao | còn ai chưa nhận được tin
"""
ALOUD = """
loi doc loa dau | lời đọc loa đâu rồi em | cho em bài đọc loa | bai phat loa | lay loi bao hop
lời thông báo họp đâu | gui lai bai doc loa | nội dung đọc loa
"""
SOMEBODY_ELSE = """
doi nguoi | thay nguoi | đổi người | thay người | đổi người khác | muốn thay người đi họp
em muon doi nguoi | thay ba Lan | đổi bà Lan bằng ông Lò Văn Mẫu | ông Lò Văn Mẫu đi thay bà Lan
thay ông Ba bằng bà Lò Thị Mẫu | doi ba Hoa lay ong Lo Van Mau | thay Lò Thị Mẫu bằng Lò Văn Mẫu
Lò Thị Mẫu không đi, thay bằng Lò Văn Mẫu | anh Khoa bận, cho chị Lò Thị Xuân đi thay nhé
ba Hoa om khong di duoc thi ong Mau di thay | bà Hoa vắng, nhờ bà Lan thay
"""
ASKING = """
ai xin cho | ai xin chỗ | có ai xin chỗ không | nguoi xin cho | may nguoi xin cho roi
duyet xin cho | xem ai xin chỗ | nhà nào xin chỗ vậy em | duyệt chỗ
"""
CANNOT_COME = """
ba Lan khong di duoc | bà Lan không đi được | ong Mau ban viec ko di dc | Lan bận | bà Lan bận rồi
ba lan ban | nha ba Lan khong di hop duoc | Lò Thị Mẫu Lan xin nghỉ | em Lan bận không đi
bác Hùng hôm đó bận | ông Ba không đi được | ong ba khong di duoc | xóa ông Ba | bỏ bà Lan
xoa ten ong Tu | gạch tên chị Lò Thị Mẫu giúp em | bà Em bận rồi | bỏ ông Tư khỏi danh sách
bà Lan báo không đi được nữa | lo van mau khong di dc nha em | Bà Lan vắng
"""
OTHER_THINGS = """
toi khong di duoc | nhà tôi không đi được | nhà em bận | đường lầy không đi được | ai không đi được
không đi được | mai toi khong di | anh bận | chi ban | Lò Thị Bận | lo thi ban | Vàng Mẫu Vắng
thay doi chinh sach the nao | thay đổi chính sách | con bà Lan ốm có được gì không
bhyt con may cho | khong ai di duoc | nguoi gia khong di duoc thi sao | Nông Văn Thay
ho ngheo khong di duoc | thong bao ket qua ho ngheo dau | doc thong bao ho ngheo
Bo Bo | xóa nợ | xoá nhà tạm | bo ho ngheo | xoa doi giam ngheo | ông bà không đi được | nhà bà bận
đổi đất lấy đất | doi tien lay hang | thay đổi nơi khám sang bệnh viện huyện | xin chỗ cho bà Lan
mẹ ốm, con đi khám thay được không | trời mưa, thay bằng gì | xin cho vay | ai xin cho vay von
đổi thẻ bảo hiểm | thay the bhyt o dau | con cho an com
"""


def _all(table: str, meaning: str | None) -> list[tuple[str, str | None]]:
    said = (one.strip() for line in table.strip().split("\n") for one in line.split("|"))
    return [(one, meaning) for one in said]


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        *_all(SEATS, SEATS_LEFT),
        *_all(HOMES, NOT_REACHED),
        *_all(ALOUD, NOTICE),
        *_all(SOMEBODY_ELSE, REPLACE),
        *_all(ASKING, REQUESTS),
        *_all(CANNOT_COME, DROPS_OUT),
        *_all(OTHER_THINGS, None),
    ],
)
def test_meaning(said: str, meaning: str | None) -> None:
    found = change(said)
    assert (found.meaning if found else None) == meaning


def test_a_list_of_names_is_no_order() -> None:
    assert change("Lò Văn Mẫu\nLò Thị Mẫu không đi được") is None


def test_who_is_meant_is_told_apart() -> None:
    asked = change("đổi bà Lan bằng ông Lò Văn Mẫu")
    assert asked is not None
    assert (asked.who, asked.instead) == ("bà Lan", "ông Lò Văn Mẫu")
    assert phrases.meant("toi khong di duoc") == phrases.NO_SEAT


@pytest.mark.timeout(20)  # words that are read in two ways would double the time with each
@pytest.mark.parametrize(
    "name", [name for name, one in vars(head_words).items() if isinstance(one, re.Pattern)]
)
@pytest.mark.parametrize(
    "words", ["em oi", "nhan", "tin nhan", "nhan tin", "dau roi", "hop di hop", "bao ban viec"]
)
def test_words_over_and_over_are_read_in_one_way(name: str, words: str) -> None:
    pattern = getattr(head_words, name)
    for before in ("", "ai chua ", "bai doc loa ", "ba Lan "):
        assert pattern.match(f"{before}{' '.join([words] * 60)} =") is None


LIST = ["Lò Thị Mẫu Lan", "Vàng Mẫu Lan", "Nông Mẫu Hòa", "Nông Mẫu Hoa", "Hộ Mẫu"]


@pytest.mark.parametrize(
    ("who", "places"),
    [
        ("bà Lan", [0, 1]),
        ("lo thi mau lan", [0]),
        ("ba Thi Mau Lan", [0]),
        ("Hòa", [2]),
        ("hoa", [2, 3]),
        ("nhà ông Hộ Mẫu", [4]),
        ("bà Lừ", []),
    ],
)
def test_whom_the_words_name(who: str, places: list[int]) -> None:
    assert named(who, LIST) == places


def test_what_may_be_a_name_drops_nobody_else() -> None:
    assert dropped("bỏ bà Hòa", LIST) == [2]
    assert dropped("huy lan", LIST) == []  # "Huy Lan" is a name
    assert dropped("bỏ dòng 2", LIST) == [1]
    assert dropped("bỏ dòng 9", LIST) == []


_SYLLABLES = st.sampled_from(
    [
        *("Lò", "Vàng", "Chu", "Mẫu", "Thị", "Văn", "Bận", "Ban", "Vắng", "Thay", "Đổi", "Con"),
        *("Bà", "Ông", "Anh", "Nhà", "Hồ", "Lan", "Nghỉ", "Ai", "Đi", "Dư"),
    ]
)


@given(st.lists(_SYLLABLES, min_size=2, max_size=4))
def test_no_name_in_capitals_is_taken_for_an_order(syllables: list[str]) -> None:
    name = " ".join(["Nông", *syllables])
    assert not asks_of_list(name)


@given(st.text(max_size=200))
def test_anything_can_be_read(text: str) -> None:
    found = change(text)
    if found is not None and found.who is not None:
        assert key(found.who)
        assert found.who in text or found.who.casefold() in text.casefold() or not text.isascii()
