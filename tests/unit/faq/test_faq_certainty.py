"""Which answers leave a question open, and what may be told before an official looked."""

from dataclasses import replace
from datetime import date

import pytest

from faq.certainty import leaves_open, sure_details, sure_way
from faq.entries import Answer, Detail, FaqEntry, Review
from faq.knowledge import load_starter
from faq.speech_lint import speech_findings

SURE = FaqEntry(
    id="von-vay-bo",
    topic="von-vay",
    question="Vay mua bò được không?",
    answer=Answer(
        "Hộ nghèo vay được ở ngân hàng chính sách.",
        (Detail("where", "Hỏi tổ trưởng."), Detail("how_much", "Vay được 100 triệu đồng.")),
        "Bước một: hỏi tổ trưởng trong 3 ngày.",
    ),
    unconfirmed=("Có nơi vay được nhiều hơn.",),
)
RECALLED = replace(SURE, seen=False)
REVIEWED = replace(RECALLED, review=Review("reviewed", "Cán bộ Mẫu", date(2026, 11, 20)))


def test_an_entry_whose_source_was_read_is_told_whole() -> None:
    assert not leaves_open(SURE)
    assert sure_details(SURE) == SURE.answer.details
    assert sure_way(SURE) == SURE.answer.how_to_get


def test_what_is_only_recalled_waits_for_an_official() -> None:
    assert leaves_open(RECALLED)
    assert [one.kind for one in sure_details(RECALLED)] == ["where"]
    assert sure_way(RECALLED) is None


def test_an_official_who_looked_through_it_makes_it_sure() -> None:
    assert not leaves_open(REVIEWED)
    assert sure_details(REVIEWED) == SURE.answer.details
    assert sure_way(REVIEWED) == SURE.answer.how_to_get


@pytest.mark.parametrize(
    "short",
    [
        "Hỏi xã. Được bao nhiêu thì em chưa chắc.",
        "Có phát loa không thì em chưa rõ.",
        "Em chưa có thông tin về khoản này.",
        "Hạn trả lời của buổi này chưa ghi.",
    ],
)
def test_an_answer_that_says_so_leaves_the_question_open(short: str) -> None:
    assert leaves_open(replace(SURE, answer=Answer(short)))
    assert leaves_open(replace(REVIEWED, answer=Answer(short)))


@pytest.mark.parametrize(
    "short",
    [
        "Em chuyển cán bộ trả lời anh/chị.",
        "Cần giấy gì thì cán bộ xã sẽ trả lời.",
        "Khi có, em báo anh/chị.",
        "Cán bộ ngân hàng ở điểm giao dịch sẽ trả lời.",
    ],
)
def test_no_answer_promises_what_the_conversation_has_to_ask(short: str) -> None:
    found = speech_findings(replace(SURE, answer=Answer(short)))
    assert [one.rule for one in found] == ["promise"]


def test_the_starter_faq_promises_nothing_and_is_mostly_sure() -> None:
    entries = load_starter().entries
    promised = [
        entry.id for entry in entries for one in speech_findings(entry) if one.rule == "promise"
    ]
    assert promised == []
    assert sum(leaves_open(entry) for entry in entries) < len(entries) / 4
