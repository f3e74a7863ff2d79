"""What people say about who they are is understood, and no question is taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.knowledge import load_starter
from faq.normalize import fold
from handlers.parsing import key
from handlers.speakers import (
    FOR_OTHER,
    NAME,
    OTHER,
    OWNER,
    VILLAGE,
    Described,
    Said,
    described,
    read,
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("doi thon", Said(VILLAGE)),
        ("Em muốn sửa thôn ạ", Said(VILLAGE)),
        ("sai thon roi", Said(VILLAGE)),
        ("toi o thon 4 khong phai thon 3", Said(VILLAGE, "thon 4")),
        ("toi o thon 4 ko phai thon 3", Said(VILLAGE, "thon 4")),
        ("toi o thon 2 ko pham thon 6", Said(VILLAGE, "thon 2")),
        ("em o thon 2 hok phia thon 6", Said(VILLAGE, "thon 2")),
        ("Tôi ở bản Nà Mẫu chứ không phải bản Nà Thử", Said(VILLAGE, "bản Nà Mẫu")),
        ("em không phải ở thôn 3 mà ở thôn 4", Said(VILLAGE, "thôn 4")),
        ("ghi sai thôn rồi, tôi ở thôn 5", Said(VILLAGE, "thôn 5")),
        ("thon 4 hong phai thon 3 nha", Said(VILLAGE, "thon 4")),
        ("sai thon, thon 4", Said(VILLAGE, "thon 4")),
        ("em chuyển về thôn 2 rồi ạ", Said(VILLAGE, "thôn 2")),
        ("sửa tên", Said(NAME)),
        ("doi ten", Said(NAME)),
        ("ten toi ghi sai roi", Said(NAME)),
        ("toi ten la Nông Thị Mẫu, ghi sai ten", Said(NAME, "Nông Thị Mẫu")),
        ("Em tên Mẫu Lan không phải Mẫu Lam", Said(NAME, "Mẫu Lan")),
        ("đổi tên thành Mẫu Lan", Said(NAME, "Mẫu Lan")),
        ("toi la nguoi khac", Said(OTHER)),
        ("may nay cua con toi", Said(OTHER)),
        ("em mượn máy của chị hàng xóm", Said(OTHER)),
        ("máy này hai nhà dùng chung", Said(OTHER)),
        ("chu may", Said(OWNER)),
        ("tôi là chủ máy đây", Said(OWNER)),
        ("tra may roi", Said(OWNER)),
        ("toi khong phai chu may", Said(OTHER)),
        ("chủ máy xúc đòi tiền thì kêu ai", None),
        ("toi hoi cho ba noi", Said(FOR_OTHER)),
        ("cho em hỏi giúp mẹ em", Said(FOR_OTHER)),
        ("đổi", None),
        ("doi ten tren the bao hiem y te", None),
        ("the bao hiem ghi sai ten", None),
        ("con toi ten Mẫu bi ghi sai ten trong so ho ngheo", None),
        ("toi hoi cho con toi di hoc co duoc mien hoc phi khong", None),
        ("nha toi o thon 4 khong phai thon 3 sao khong co duong vao vay xa oi", None),
        ("em muon doi so dien thoai", None),
        ("nhà khác dùng chung máy", Said(OTHER)),
        ("hàng xóm dùng chung máy này", Said(OTHER)),
        ("gửi giúp bác", None),
        ("gửi giúp bác nhé", None),
        ("gui giup me em", Said(FOR_OTHER)),
        ("hỏi giúp bác", None),
        ("hỏi giúp bác hàng xóm", Said(FOR_OTHER)),
        ("cho em hỏi hộ em", None),
        ("số của em", None),
        ("tôi ở thôn 4 không phải đóng bhyt à", None),
        ("tôi ở thôn 3 không phải hộ nghèo", None),
        ("toi ten Mua khong phai ho ngheo", None),
    ],
)
def test_what_is_said(text: str, said: Said | None) -> None:
    assert read(text) == said


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("ba Sen nha ke ben", Described("ba Sen", next_door=True)),
        ("Bà Sen hàng xóm ạ", Described("Bà Sen", next_door=True)),
        ("hang xom", Described(None, next_door=True)),
        ("nhà khác", Described(None, next_door=True)),
        ("mẹ tôi", Described(None, next_door=False)),
        ("cho ba noi con", Described(None, next_door=False)),
        ("Mẫu Nứa", Described("Mẫu Nứa", next_door=False)),
        ("đường vào nhà tôi lầy quá, xã làm giúp", None),
        ("2 nhà", None),
    ],
)
def test_whom_a_message_describes(text: str, whom: Described | None) -> None:
    assert described(text) == whom


def test_no_question_of_the_faq_is_taken_for_it() -> None:
    asked = [
        text
        for entry in load_starter().entries
        for text in (entry.question, *(alias.text for alias in entry.aliases))
    ]
    assert len(asked) > 500
    assert [text for text in asked if read(text) or read(fold(text))] == []


_PIECES = st.sampled_from(
    [
        *("tôi", "toi", "ở", "thôn 4", "thon", "không phải", "ma", "tên là", "ten", "Mẫu Lan"),
        *("ghi sai", "đổi", "sua", "thành", "rồi", "hỏi cho", "bà nội", "máy này", "của", ","),
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=9).map(" ".join)))
def test_what_is_told_stands_in_the_message(text: str) -> None:
    said = read(text)
    if said is not None and said.to is not None:
        assert key(said.to) in key(text)
        assert said.to == said.to.strip() != ""
