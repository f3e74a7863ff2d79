"""Who asks for the number of an office is understood; who asks about it is not taken for that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.config import Settings
from faq.knowledge import load_starter
from handlers.offices import ELSEWHERE, asked_phone, read_phones


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("sdt tram y te", "clinic"),
        ("so dien thoai tram y te xa", "clinic"),
        ("trạm y tế số mấy", "clinic"),
        ("Số điện thoại của trạm y tế xã là bao nhiêu ạ?", "clinic"),
        ("cho em xin số trạm y tế với", "clinic"),
        ("trạm y tế xã mình sdt bao nhiêu", "clinic"),
        ("gọi trạm y tế số nào", "clinic"),
        ("muốn gọi cho trạm y tế thì gọi số nào", "clinic"),
        ("trạm y tế xã số điện thoại", "clinic"),
        ("sdt công an xã", "police"),
        ("cho tôi xin sđt công an xã", "police"),
        ("so cong an xa may", "police"),
        ("số điện thoại trường mầm non", "school"),
        ("sdt ngan hang chinh sach", "bank"),
        ("số điện lực là số mấy", "power"),
        ("xin số bảo hiểm xã hội", "insurance"),
        ("so cong an xa", "police"),
        ("bhxh số mấy", "insurance"),
        ("số điện thoại bảo hiểm xã hội là gì", "insurance"),
        ("cho em số trường mầm non", "school"),
        ("ngân hàng chính sách sđt bao nhiêu", "bank"),
        ("goi dien luc so nao", "power"),
        ("cho hỏi bưu điện có số điện thoại không", "post"),
        ("sđt bảo hiểm xã hội huyện", "insurance"),
        ("sđt công an huyện", ELSEWHERE),
        ("xin số công an tỉnh", ELSEWHERE),
        ("sdt bhxh tinh", ELSEWHERE),
        ("một cửa huyện số mấy", ELSEWHERE),
    ],
)
def test_the_office_is_heard(text: str, office: str) -> None:
    assert asked_phone(text) == office


@pytest.mark.parametrize(
    "text",
    [
        "trạm y tế ở đâu",
        "trạm y tế mấy giờ mở cửa",
        "trạm y tế có khám bảo hiểm không",
        "công an xã làm căn cước ở đâu",
        "làm thẻ bảo hiểm y tế ở đâu",
        "số trưởng thôn",
        "sdt anh Mẫu",
        "số điện thoại xã",
        "vay ngân hàng chính sách lãi bao nhiêu",
        "ngân hàng chính sách cho vay bao nhiêu",
        "thẻ khám ở trạm y tế số 3",
        "gọi trạm y tế rồi mà không ai nghe",
        "mất số bảo hiểm xã hội làm lại ở đâu",
        "trạm y tế hết thuốc",
        "đổi số điện thoại trên thẻ bảo hiểm",
        *("bảo hiểm xã hội là gì", "sổ bảo hiểm xã hội", "bhxh bao nhieu", "ngân hàng nào"),
        *("một cửa là gì", "ngân hàng có gì", "trường mầm non nào", "số điện bao nhiêu"),
        *("sợ công an xã", "em sợ công an"),
        *("sổ ngân hàng", "số bảo hiểm xã hội của tôi là gì", "xin sổ bảo hiểm xã hội"),
        *("muốn gặp công an xã nào", "so bao hiem xa hoi", "xin so bao hiem xa hoi", "bhxh là gì"),
        *("số điện lực của tôi bao nhiêu", "số ngân hàng của em", "sdt ngân hàng của tôi"),
        *("ngân hàng số", "bưu điện bao nhiêu", "điện lực có gì", "số trường mầm non bao nhiêu"),
        *("so ngan hang bao nhieu", "cho số bảo hiểm xã hội cho con", "trường tiểu học nào"),
        *("công an là gì", "gặp một cửa nào", "trạm y tế bao nhiêu", "Sổ điện", "số nhà trường"),
        "sdt " * 60,
        "",
    ],
)
def test_other_questions_are_left(text: str) -> None:
    assert asked_phone(text) is None


@pytest.mark.parametrize(
    ("typed", "phones"),
    [
        (
            "Trạm y tế xã: 0260 3811 222; Công an xã: 0260 3811 333;",
            {"clinic": "0260 3811 222", "police": "0260 3811 333"},
        ),
        ("Bảo hiểm xã hội huyện: 02601", {"insurance": "02601"}),
        ("Trạm y tế xã Quan Mẫu: 02601", {"clinic": "02601"}),
        ("", {}),
        ("Trường mầm non: 02601; Trường tiểu học: 02602", None),
        ("Công an huyện: 113; Công an xã: 02601", None),
        ("Công an xã: 02601; Công an khu vực: 02602", None),
        ("Trạm y tế: 02601; Mẫu: 02602", None),
        ("Trạm y tế: mẫu", None),
    ],
)
def test_numbers_are_read_all_or_refused(typed: str, phones: dict[str, str] | None) -> None:
    assert read_phones(typed) == phones


def test_a_setting_that_would_lose_a_number_is_refused() -> None:
    Settings(_env_file=None, office_phones="Trạm y tế: 02601; Công an xã: 02602")
    with pytest.raises(ValidationError):
        Settings(_env_file=None, office_phones="Trạm y tế: 02601; Công an huyện: 113")


def test_what_the_faq_answers_is_left_to_it() -> None:
    known = [
        said
        for entry in load_starter().entries
        for said in (entry.question, *(alias.text for alias in entry.aliases))
    ]
    path = Path(__file__).parents[1] / "data" / "faq_messages" / "tuning.jsonl"
    lines = map(json.loads, path.read_text("utf-8").splitlines())
    in_scope = [line["text"] for line in lines if line["expected"]]
    assert [one for one in (*known, *in_scope) if asked_phone(one)] == []
