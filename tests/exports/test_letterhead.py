"""The block above a table, measured and named as decree 30/2020/NĐ-CP orders it."""

import pytest

from handlers.exports import letterhead


@pytest.mark.parametrize(
    ("commune", "place"),
    [
        ("Xã Mẫu", "Mẫu"),
        ("xã Mẫu Đào", "Mẫu Đào"),
        ("Phường Mẫu", "Mẫu"),
        ("Đặc khu Mẫu", "Mẫu"),
        ("Phường 1", "Phường 1"),
        ("Xã", "Xã"),
        ("Mẫu", "Mẫu"),
    ],
)
def test_a_paper_is_dated_at_the_name_alone_but_for_a_number(commune: str, place: str) -> None:
    assert letterhead.place(commune) == place
