"""Fresh wordings of danger, and harmless ones beside them that share their words."""

from __future__ import annotations

import pytest

from faq.guards import Danger, Guard, danger_kind, screen, tells_denunciation
from faq.normalize import fold


def _as_typed_and_bare(*lines: str) -> list[str]:
    return list(dict.fromkeys([*lines, *map(fold, lines)]))


@pytest.mark.parametrize(
    "text",
    _as_typed_and_bare(
        "công an xã đánh tôi",
        "trưởng thôn tát vợ em ngay giữa đường",
        "ông chủ tịch đấm tôi chảy máu mũi",
        "dân quân đánh chồng em ngất rồi",
        "cán bộ xã cầm gậy rượt chồng em",
        "bảo vệ uỷ ban đạp em ngã gãy tay",
        "bị công an xã đánh sưng mặt",
    ),
)
def test_violence_by_somebody_in_office_is_danger_and_not_written_down(text: str) -> None:
    assert danger_kind(text) is Danger.VIOLENCE
    assert tells_denunciation(text)


@pytest.mark.parametrize(
    "text",
    _as_typed_and_bare(
        "người ta đòi nợ dọa chém",
        "nguoi ta doi no dam chem",
        "chủ nợ đến nhà đòi nợ đòi đâm chồng em",
        "bọn đòi nợ đâm chém nhau trước cửa",
        "chồng em uống rượu vào là chửi bới đập phá đồ đạc em sợ lắm",
        "bố say rượu về đập phá nhà cửa",
        "thằng con trai chửi mẹ rồi đập đồ, tôi sợ quá",
        "anh trai em say đuổi vợ con ra đường",
    ),
)
def test_violence_at_home_and_over_debts(text: str) -> None:
    assert danger_kind(text) is Danger.VIOLENCE


@pytest.mark.parametrize(
    "text",
    _as_typed_and_bare(
        "con tôi bị đuối nước làm sao",
        "cháu bé ngã xuống ao rồi cứu với",
        "có người chết đuối ngoài đập",
        "bạn em bị đuối nước ở suối",
        "thằng bé trượt xuống mương không thấy đâu",
        "mẹ em té xuống giếng",
        "đò chìm giữa sông",
        "đứa nhỏ tắm suối bị hụt chân chìm rồi",
    ),
)
def test_somebody_in_the_water(text: str) -> None:
    assert danger_kind(text) is Danger.DROWNING


@pytest.mark.parametrize(
    "text",
    _as_typed_and_bare(
        "nhà em ở góc núi đất đang nứt ra sợ sập quá",
        "đồi sau nhà đang sạt",
        "sân nhà bị nứt to, sợ sạt lở",
        "nền nhà nứt dài sợ lở xuống suối",
        "taluy sau nhà đang nứt rộng ra",
    ),
)
def test_ground_that_gives_way(text: str) -> None:
    assert danger_kind(text) is Danger.DISASTER


@pytest.mark.parametrize(
    "text",
    _as_typed_and_bare(
        "công an xã làm thẻ căn cước ở đâu",
        "cán bộ xã đánh giá hộ nghèo khi nào",
        "trưởng thôn dành cho em một suất được không",
        "tôi đòi nợ mãi họ không trả",
        "vay ngân hàng không trả được nợ thì sao",
        "lớp dạy bơi phòng chống đuối nước mở ở đâu",
        "trẻ chết đuối năm ngoái được hỗ trợ mai táng bao nhiêu",
        "ống nước rơi xuống suối ai sửa",
        "tường nhà bị nứt có được hỗ trợ xây lại không",
        "nhà ở dưới nước chảy qua có được làm cầu không",
        "đập phá nhà cũ xây lại có được hỗ trợ không",
        "chồng em uống rượu suốt không chịu làm ăn",
        "đất nứt nẻ không trồng được ngô",
        "núi sau nhà có được trồng rừng không",
        "đồ đạc trong nhà mất hết xin hỗ trợ",
    ),
)
def test_harmless_neighbours(text: str) -> None:
    assert screen(text) is not Guard.DANGER


@pytest.mark.parametrize(
    "text",
    _as_typed_and_bare(
        "em bị chồng đánh, sợ lắm",
        "em bị chồng đánh, sợ quá",
        "em bị chồng đánh, đau lắm",
        "bị đánh, sợ lắm",
        "em bị nó đánh đau quá anh ơi",
    ),
)
def test_fear_and_pain_beside_it_do_not_hide_violence(text: str) -> None:
    assert danger_kind(text) is Danger.VIOLENCE


@pytest.mark.parametrize(
    "text", _as_typed_and_bare("hồ sơ bị đánh số sai", "phiếu bị đánh dấu rồi")
)
def test_numbers_and_marks_are_no_violence(text: str) -> None:
    assert danger_kind(text) is None


@pytest.mark.parametrize(
    "text",
    _as_typed_and_bare(
        "con em bị ốm nặng mà không có tiền đi viện", "cháu bệnh nặng ko có tiền nhập viện"
    ),
)
def test_a_child_that_is_very_ill_and_no_money_is_danger(text: str) -> None:
    assert danger_kind(text) is Danger.ILLNESS


@pytest.mark.parametrize(
    "text",
    _as_typed_and_bare(
        "cái thẻ đi viện của ông rớt xuống suối", "giấy của chồng em rơi xuống sông mất rồi"
    ),
)
def test_a_thing_in_the_water_is_nobody_who_drowns(text: str) -> None:
    assert danger_kind(text) is None


@pytest.mark.parametrize(
    "text", _as_typed_and_bare("ông em rơi xuống suối rồi", "con của chị em té xuống ao")
)
def test_somebody_in_the_water_drowns(text: str) -> None:
    assert danger_kind(text) is Danger.DROWNING
