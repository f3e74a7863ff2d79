"""A legal basis tells which document it is, or the official is asked about it."""

from __future__ import annotations

import pytest

from handlers.services.answer_sources import names_document


@pytest.mark.parametrize(
    "typed",
    [
        "Nghị định 188/2025/NĐ-CP, Điều 6",
        "nghi dinh 188/2025",
        "ND 20/2021/ND-CP dieu 5",
        "điều 3 thông tư 07/2021/TT-BLĐTBXH",
        "Kế hoạch 145/KH-UBND",
        "Nghị quyết 42-NQ/TW",
        "Luật Bảo hiểm y tế, Điều 18",
        "luat dat dai",
        "Theo Hiến pháp, Điều 34",
        "QĐ số 22/2023/QĐ-TTg",
    ],
)
def test_a_number_or_the_name_of_a_law_tells_the_document(typed: str) -> None:
    assert names_document(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Nghị định 30 điều",
        "nghi dinh 30",
        "Luật số 5",
        "theo luật",
        "đúng luật này",
        "Điều 3 khoản 2",
        "theo quy định",
        "trả trước 20-11-2026",
        "từ 20/11/2026",
    ],
)
def test_what_names_no_document_is_seen(typed: str) -> None:
    assert not names_document(typed)
