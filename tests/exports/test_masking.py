"""What everybody may read."""

from __future__ import annotations

import pytest

from handlers.services.masking import Mask


@pytest.fixture
def mask() -> Mask:
    return Mask(["Hộ Mẫu Ba"], name_sign="[tên]", number_sign="[số]", withheld_sign="[riêng]")


@pytest.mark.parametrize(
    "text", ["toi muon chet", "nha em het gao may ngay nay", "chong toi danh dap toi"]
)
def test_danger_is_never_published(mask: Mask, text: str) -> None:
    assert mask(text) == "[riêng]"


def test_an_ordinary_question_stays_without_its_people(mask: Mask) -> None:
    shown = mask("ho mau ba hoi the bao hiem, goi 0912 345 678")
    assert shown == "[tên] hoi the bao hiem, goi [số]"
