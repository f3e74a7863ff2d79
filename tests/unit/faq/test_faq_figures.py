"""Figures in digits and in words."""

from decimal import Decimal

import pytest

from faq.figures import Figure, figures
from faq.knowledge import load_starter


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("150.000 đồng", {("150000", "đồng")}),
        ("150 nghìn đồng một tháng", {("150000", "đồng")}),
        ("một trăm năm mươi nghìn", {("150000", "đồng")}),
        ("1 triệu 80 nghìn đồng", {("1080000", "đồng")}),
        ("423 nghìn tỷ đồng", {("423000000000000", "đồng")}),
        ("2,5 triệu đồng", {("2500000", "đồng")}),
        ("6,24 phần trăm", {("6.24", "phần trăm")}),
        ("70%", {("70", "phần trăm")}),
        ("3 đến 5 tuổi", {("3", "tuổi"), ("5", "tuổi")}),
        ("3–5 tuổi", {("3", "tuổi"), ("5", "tuổi")}),
        ("hai mươi lăm ngày làm việc", {("25", "ngày")}),
        ("năm năm", {("5", "năm")}),
        ("quá mười hai tháng", {("12", "tháng")}),
        ("1 nghìn 200 lít", {("1200", "lít")}),
        ("15 cây số", {("15", "km")}),
        ("40 nghìn đồng một ki-lô-gam", {("40000", "đồng")}),
        ("30 mét vuông, 8 m2/người", {("30", "m2"), ("8", "m2")}),
        ("ba tháng một lần", {("3", "tháng")}),
    ],
)
def test_a_figure_is_the_same_however_it_is_written(
    text: str, expected: set[tuple[str, str]]
) -> None:
    assert figures(text) == {(Decimal(value), unit) for value, unit in expected}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bước ba: hỏi xã",
        "năm 2027, mức mới",
        "từ 01/7/2025",
        "ngày 1 tháng 9",
        "tháng 7 năm 2026",
        "mỗi tháng một lần",
        "Nghị định 188/2025, Điều 12",
        "con học cấp ba, trường hai buổi",
        "nghìn",
        "1..2,,3",
    ],
)
def test_years_laws_and_steps_are_no_figures(text: str) -> None:
    assert figures(text) == frozenset()


def test_whoever_tells_the_base_salary_names_its_decree() -> None:
    salary = Figure(Decimal(2_530_000), "đồng")
    told = [
        entry
        for entry in load_starter().entries
        if any(salary in figures(text) for _, text in entry.answer.texts)
    ]
    assert told
    for entry in told:
        cited = [one.document_id for one in entry.citations]
        assert "nd-161-2026-nd-cp" in cited, entry.id
