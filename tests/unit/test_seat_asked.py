"""A seat that is asked for in plain words, and for whom; a place to live or to learn is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faq.knowledge import load_starter
from handlers.seat_asked import Asked, asked

MINE = """
dat cho | giu cho | đặt chỗ | giữ chỗ cho em với | giu cho toi mot cho | cho tôi đi dự với
lấy cho tôi một chỗ | dành cho tôi 1 chỗ nhé | cho tui một ghế | xin đi dự | muốn tham dự
cho em tham dự với ạ | em muốn đặt chỗ | chừa cho tui 1 chỗ nghe | xin 1 cho | cho toi di hop voi
chừa chỗ cho tôi | dành chỗ cho nhà em | toi muon dat cho | dat cho giup em oi | giu cho hop
giu cho di hop | dat mot cho | giu 1 cho nhe | dat cho cho toi | giu cho cho em voi a
"""
OTHERS = """
đăng ký họp cho vợ | cho chồng tôi đi họp với | giu cho me em mot cho | xin cho mẹ em 1 suất đi họp
ghi tên mẹ tôi đi họp | dang ky cho chong toi di hop | giữ giúp bà ngoại một chỗ
cho má tui đi dự với | dat mot cho cho bac hang xom | xin chỗ cho vợ tôi | kiếm chỗ cho mẹ em với
"""
NAMED = """
xin 1 chỗ cho vợ tôi Lê Thị Mẫu = Lê Thị Mẫu | xin 1 cho cho vo toi le thi mau = le thi mau
đăng ký cho Lò Thị Mẫu đi họp = Lò Thị Mẫu | đặt chỗ cho ông Tư Mẫu = Tư Mẫu
giữ cho bà Mẫu Lan một chỗ nhé = Mẫu Lan
"""
OTHER_THINGS = """
xin cho con đi học | chỗ ở | xin 1 chỗ ở | giữ chỗ học nội trú | xin 1 cho cho con di hoc
xin một chỗ ở cho mẹ tôi | xin dat cho toi | đất cho tôi | xin đất làm nhà | giữ cho tôi
xin cho vợ tôi vay | xin 1 suất quà cho mẹ tôi | cho con tôi đi dự giờ | xin 1 chỗ bán hàng cho vợ
đặt chỗ xe | giữ chỗ cho con học bán trú | cho mẹ tôi đi khám với | xin cho ông Tư một con bò
đi dự đám cưới | dat cho lam nha | xin chỗ cho trâu
xin cho vo toi | xin chỗ cho con đi học | xin chỗ bán cho vợ tôi
xin cho con một chỗ học | đặt cọc chỗ bán
xin một suất vay cho con | xin cho Lò Thị Mẫu vay vốn | giữ trẻ cho tôi | cho toi muon mot cho ngu
chua cho toi | chua cho con | chua cho nha toi | danh cho nha toi | danh cho toi | dat cho con
dat cho toi | dat cho em | dat cho em voi | dat cho nha toi | dat cho nha | giu cho con | chua cho
giu cho toi | giu cho me em | dat cho vo toi | chua cho me toi | xa chua cho toi | em chua cho
chưa cho tôi | xã chưa cho con tôi | đất cho con | dat cho con toi | chua cho cho toi
"""


def _each(table: str) -> list[str]:
    return [one.strip() for line in table.strip().split("\n") for one in line.split("|")]


@pytest.mark.parametrize("text", _each(MINE))
def test_for_oneself(text: str) -> None:
    assert asked(text) == Asked()


@pytest.mark.parametrize("text", _each(OTHERS))
def test_for_somebody_who_is_not_named(text: str) -> None:
    assert asked(text) == Asked(other=True)


@pytest.mark.parametrize("line", _each(NAMED))
def test_for_somebody_by_name(line: str) -> None:
    text, _, name = line.partition(" = ")
    assert asked(text) == Asked(name, other=True)


@pytest.mark.parametrize("text", _each(OTHER_THINGS))
def test_other_things(text: str) -> None:
    assert asked(text) is None


def test_questions_stay_questions() -> None:
    known = [
        said
        for entry in load_starter().entries
        for said in (entry.question, *(alias.text for alias in entry.aliases))
    ]
    path = Path(__file__).parents[1] / "data" / "faq_messages" / "tuning.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    written = [row["text"] for row in rows if row["expected"]]
    assert [text for text in (*known, *written) if asked(text)] == []
