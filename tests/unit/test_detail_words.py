"""Details of a meeting are told after words of their own: those typed before them go."""

from __future__ import annotations

import pytest

from handlers.services.session_details import bare


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("bring", "đem cccd va so ho ngheo", "cccd va so ho ngheo"),
        ("bring", "dem theo can cuoc", "can cuoc"),
        ("bring", "Bà con nhớ mang căn cước", "căn cước"),
        ("bring", "phai mang theo so ho ngheo", "so ho ngheo"),
        ("bring", "căn cước, cam quýt", "căn cước, cam quýt"),
        ("bring", "cam", "cam"),
        ("bring", "mang theo", "mang theo"),
        ("bring", "cân gạo mang về", "cân gạo mang về"),
        ("allowance", "Duoc ho tro 50 nghin dong mot ngay", "50 nghin dong mot ngay"),
        ("allowance", "Xã hỗ trợ 100 nghìn đồng", "100 nghìn đồng"),
        ("allowance", "được 50 nghìn", "50 nghìn"),
        ("allowance", "nhà xa được thêm tiền xe", "nhà xa được thêm tiền xe"),
        ("contact", "được cán bộ mang tới", "được cán bộ mang tới"),
    ],
)
def test_the_words_before_a_detail_go(name: str, typed: str, kept: str) -> None:
    assert bare(name, typed) == kept
