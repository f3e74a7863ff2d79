"""Which answers leave a question open, and what may be told before an official looked."""

from dataclasses import replace
from datetime import date

import pytest

from faq.certainty import leaves_open, sure_details, sure_way
from faq.entries import Answer, Citation, Detail, FaqEntry, LegalDocument, Review
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


def test_what_rests_on_numbers_from_memory_waits_for_an_official() -> None:
    law = LegalDocument(id="luat-01", number="01/2017/QH14", number_recalled=True)
    known = replace(law, id="luat-02", number_recalled=False)
    cites = tuple(Citation(one.id, document=one) for one in (law, known))
    resting = replace(SURE, citations=cites[:1])
    assert leaves_open(resting)
    assert [one.kind for one in sure_details(resting)] == ["where"]
    assert not leaves_open(replace(resting, review=REVIEWED.review))
    assert not leaves_open(replace(SURE, citations=cites))


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("giao-duc-sv-kinh-ho-ngheo", ("dân tộc thiểu số", "Người Kinh")),
        ("phap-ly-so-do-tien-su-dung-dat", ("tiền sử dụng đất", "không phải thuế đất")),
        ("phap-ly-to-cao-can-bo", ("nơi ngoài xã", "Ban Tiếp công dân tỉnh")),
    ],
)
def test_short_answers_name_what_they_are_about(entry: str, words: tuple[str, ...]) -> None:
    found = load_starter().by_id(entry)
    assert found is not None
    assert all(one in found.answer.short for one in words)


@pytest.mark.parametrize("entry", ["phap-ly-tro-giup-phap-ly", "san-xuat-khoan-bao-ve-rung"])
def test_starter_answers_without_a_sure_basis_go_on_and_tell_no_figure(entry: str) -> None:
    found = load_starter().by_id(entry)
    assert found is not None
    assert leaves_open(found)
    assert not any(letter.isdigit() for letter in found.answer.short)


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
