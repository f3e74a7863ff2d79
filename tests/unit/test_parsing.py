"""Reading short answers: lists of places, yes and no, what is a message at all."""

from __future__ import annotations

import pytest

from handlers.global_words import named
from handlers.parsing import (
    DENIED,
    EDIT,
    NO,
    YES,
    gives_up,
    knows_not,
    senses,
    several,
    tells_something,
    without_politeness,
    yes_no,
)


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("1,2 va 4", ["1", "2", "4"]),
        ("thon 1, 2 va 4", ["thon 1", "2", "4"]),
        ("Thôn 1, 2 và 4.", ["Thôn 1", "2", "4"]),
        ("1 2 4", ["1", "2", "4"]),
        ("1.2.4", ["1", "2", "4"]),
        ("1,2VA 4", ["1", "2", "4"]),
        ("1, 2, và 4", ["1", "2", "4"]),
        ("1, 2 với 4", ["1", "2", "4"]),
        ("các thôn 1, 2 va 4", ["thôn 1", "2", "4"]),
        ("thôn 1 2 4", ["thôn 1", "thôn 2", "thôn 4"]),
        ("thôn 1 thôn 2", ["thôn 1", "thôn 2"]),
        ("thon 1 va thon 3", ["thon 1", "thon 3"]),
        ("1 & 2", ["1", "2"]),
        ("thôn 1+3", ["thôn 1", "3"]),
        ("1-4", ["1", "2", "3", "4"]),
        ("thôn 1 đến 3", ["thôn 1", "thôn 2", "thôn 3"]),
        ("thôn 1 - thôn 3", ["thôn 1", "thôn 2", "thôn 3"]),
        ("4-1", ["4-1"]),
        ("Bản Mẫu và Thôn Vạn", ["Bản Mẫu", "Thôn Vạn"]),
        ("Bản Mẫu - Bản Cũ", ["Bản Mẫu", "Bản Cũ"]),
        # "Va" and "Voi" are also names.
        ("Thôn Va, Bản Voi", ["Thôn Va", "Bản Voi"]),
        ("Bản Voi Xanh", ["Bản Voi Xanh"]),
        ("", []),
        (" , ", []),
        ("từ thôn 1 đến thôn 3", ["thôn 1", "thôn 2", "thôn 3"]),
        ("tu thon 1 den thon 2", ["thon 1", "thon 2"]),
        ("tu thon 1", ["tu thon 1"]),
    ],
)
def test_what_is_listed(typed: str, listed: list[str]) -> None:
    assert several(typed) == listed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("đúng rồi em", True),
        ("ok em", True),
        ("rồi em ạ", True),
        ("dạ", True),
        ("chưa em ơi", False),
        ("không em", False),
        ("thôi", False),
        ("đúng rồi chờ tí", None),
        ("uh", True),
        ("ok cam on em", True),
        ("dc r", True),
        ("ko phai", False),
        ("thoi cam on em", False),
        ("dạ ko ạ", False),
        *((text, True) for text in ("ok e", "uk dc", "dong i", "roi dc", "cung dc", "dr")),
        *((text, True) for text in ("u dung r do", "dung ui", "hieu roi", "được thôi em")),
        *((text, False) for text in ("ko co gi", "khong gui", "thoi khong gui", "thoi khoi gui")),
        *((text, False) for text in ("không có gì đâu em", "k can dau", "dạ chưa được ạ")),
        *((text, None) for text in ("co gi khong", "duoc khong", "phai khong", "thoi gui di em")),
        *((text, None) for text in ("khong co the bhyt", "duoc tien khong", "nhan duoc chua")),
        *((text, None) for text in ("Vàng A Đồng", "khong biet", "co duoc khong a")),
        *((text, True) for text in ("👍", "👌🏻")),
        ("😡", None),
        *((text, None) for text in ("đúng, gửi nha", "đúng gửi em", "Đúng, ghi đi em")),
        *((text, False) for text in ("dung gui nha", "đừng gửi em", "đừng ghi nhé")),
        ("cam on em", None),
        ("em", None),
    ],
)
def test_yes_and_no_with_politeness(typed: str, meant: bool | None) -> None:
    assert yes_no(typed) is meant


@pytest.mark.parametrize(
    ("typed", "tells"),
    [
        *((text, False) for text in ("1", "số 2", "hai", "ừ", "không ạ", "3.", "")),
        *((text, True) for text in ("đường hỏng", "bhyt", "2 con bò chết")),
    ],
)
def test_a_number_or_a_yes_is_no_message(typed: str, tells: bool) -> None:
    assert tells_something(typed) is tells


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sai roi, sua lai", (EDIT,)),
        ("sửa giúp tôi với", (EDIT,)),
        ("sai rồi", (EDIT, NO)),
        ("ko phai", (EDIT, NO)),
        ("thôi", (NO,)),
        ("uh em", (YES,)),
        ("ko phai to cao", (DENIED,)),
        ("k phai to cao, gui can bo", (DENIED,)),
        ("Dạ em đâu có tố cáo ai đâu", (DENIED,)),
        ("không phải khiếu nại đâu em", (DENIED,)),
        ("toi chi hoi thoi khong to cao", (DENIED,)),
        ("tôi chỉ hỏi thôi chứ không tố cáo ai", (DENIED,)),
        ("mình hỏi cho biết chứ đâu có tố cáo", (DENIED,)),
        ("gửi cho cán bộ đi em", (DENIED,)),
        ("không tố cáo được thì gửi đơn ở đâu để xã giải quyết giúp em", ()),
        ("tố cáo cán bộ thì gửi đơn ở đâu", ()),
        ("Tên trên thẻ BHYT sai thì sửa ở đâu", ()),
    ],
)
def test_what_plain_words_mean_to_choices(typed: str, meant: tuple[str, ...]) -> None:
    assert senses(typed) == meant


@pytest.mark.parametrize(
    ("typed", "lost"),
    [
        *((text, True) for text in ("khong biet", "ko bit", "hong biet nua em", "chịu")),
        *((text, True) for text in ("em không nhớ ạ", "quen roi", "tui cung k biet nua")),
        *((text, False) for text in ("khong biet lam the o dau", "mẹ tôi không biết chữ", "quen")),
        *((text, False) for text in ("không biết nhà tôi có được vay không", "không nhớ mã thẻ")),
    ],
)
def test_who_does_not_know(typed: str, lost: bool) -> None:
    assert knows_not(typed) is lost


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("xoa het di", "xoa het"),
        ("Câu đã gửi giúp em với", "cau da gui"),
        ("khong di", "khong"),
        ("di", "di"),
    ],
)
def test_what_is_left_without_politeness(typed: str, command: str) -> None:
    assert without_politeness(typed) == command


@pytest.mark.parametrize(
    ("typed", "given_up"),
    [
        ("thôi", True),
        ("thoi khoi", True),
        ("ủa thôi đúng rồi", True),
        ("khỏi ghi nữa em", True),
        ("thôi khỏi gửi, cảm ơn em", True),
        ("thoi gui di em", False),
        ("thôi, gửi cán bộ giúp", False),
        ("thôn 3", False),
        ("thôi nôi cho cháu có được hỗ trợ gì", False),
        ("Lò Văn Thôi", False),
    ],
)
def test_who_wants_no_more_of_it(typed: str, given_up: bool) -> None:
    assert gives_up(typed) is given_up


@pytest.mark.parametrize(
    ("typed", "flow"),
    [
        ("tui mun gap can bo", "official_contact"),
        ("cho tui gap can bo zoi", "official_contact"),
        ("Em muốn nói chuyện với cán bộ xã ạ", "official_contact"),
        ("toi muon noi chuyen voi nguoi", "official_contact"),
        ("goi can bo", "official_contact"),
        ("tôi muốn gặp người đã ký đơn", None),
        ("cho e gặp cb đi", "official_contact"),
        ("xin gặp cán bộ", "official_contact"),
        ("em gặp cán bộ rồi", None),
        ("muốn gặp cán bộ thì mang giấy tờ gì", None),
        ("ko mun gap can bo", None),
        ("giúp với", "help"),
    ],
)
def test_words_that_work_everywhere_are_heard_with_their_slips(
    typed: str, flow: str | None
) -> None:
    assert named(typed) == flow


@pytest.mark.parametrize(
    "text",
    [
        *("đâu có", "đâu có đồng ý", "có được đâu", "dau co duoc", "đồng ý đâu", "có đâu"),
        *("tôi không đồng ý", "toi ko dong y", "không, tôi không đồng ý", "toi khong muon"),
        *("đừng gửi", "dung ghi", "👎"),
    ],
)
def test_a_denial_is_never_a_yes(text: str) -> None:
    assert yes_no(text) is False


@pytest.mark.parametrize("text", ["đâu", "👍👎", "khong dong y voi quyet dinh cua xa"])
def test_neither_yes_nor_no(text: str) -> None:
    assert yes_no(text) is None


@pytest.mark.parametrize("text", ["toi dong y nha em", "đồng ý hết", "toi dong y", "👍"])
def test_a_yes_in_a_sentence_of_its_own(text: str) -> None:
    assert yes_no(text) is True
