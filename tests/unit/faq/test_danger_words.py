"""Fresh wordings of danger, and harmless ones beside them that share their words."""

from __future__ import annotations

import pytest

from faq.guards import Danger, Guard, danger_kind, screen, tells_denunciation
from faq.normalize import fold


def _each(*lines: str) -> pytest.MarkDecorator:
    """Every line as it is typed, and without diacritics."""
    return pytest.mark.parametrize("text", list(dict.fromkeys([*lines, *map(fold, lines)])))


@_each(
    "công an xã đánh tôi",
    "trưởng thôn tát vợ em ngay giữa đường",
    "ông chủ tịch đấm tôi chảy máu mũi",
    "dân quân đánh chồng em ngất rồi",
    "cán bộ xã cầm gậy rượt chồng em",
    "bảo vệ uỷ ban đạp em ngã gãy tay",
    "bị công an xã đánh sưng mặt",
)
def test_violence_by_somebody_in_office_is_danger_and_not_written_down(text: str) -> None:
    assert danger_kind(text) is Danger.VIOLENCE
    assert tells_denunciation(text)


@_each(
    "người ta đòi nợ dọa chém",
    "nguoi ta doi no dam chem",
    "chủ nợ đến nhà đòi nợ đòi đâm chồng em",
    "bọn đòi nợ đâm chém nhau trước cửa",
    "chồng em uống rượu vào là chửi bới đập phá đồ đạc em sợ lắm",
    "bố say rượu về đập phá nhà cửa",
    "thằng con trai chửi mẹ rồi đập đồ, tôi sợ quá",
    "anh trai em say đuổi vợ con ra đường",
)
def test_violence_at_home_and_over_debts(text: str) -> None:
    assert danger_kind(text) is Danger.VIOLENCE


@_each(
    "chồng em hay say rượu có được hộ nghèo không",
    "chồng em say xe sợ lắm",
    "chồng em hay say rượu em làm sổ hộ nghèo được không",
    "chồng em uống rượu bị cắt sổ hộ nghèo",
    "chồng em hay nhậu, em sợ không đủ tiền đóng học",
    "bố em hay say thuốc, sợ quá",
    "tôi sợ lắm nếu mất đất",
    "chồng em nghiện rượu xin cai ở đâu",
    "em sợ bị cắt hộ nghèo vì chồng uống rượu",
    "chồng em say, số điện thoại trạm y tế là mấy",
    "tôi sợ lắm trời mưa lớn",
)
def test_drink_or_another_worry_alone_is_no_fear_at_home(text: str) -> None:
    assert danger_kind(text) is None


@_each(
    "con tôi bị đuối nước làm sao",
    "cháu bé ngã xuống ao rồi cứu với",
    "có người chết đuối ngoài đập",
    "bạn em bị đuối nước ở suối",
    "thằng bé trượt xuống mương không thấy đâu",
    "mẹ em té xuống giếng",
    "đò chìm giữa sông",
    "đứa nhỏ tắm suối bị hụt chân chìm rồi",
)
def test_somebody_in_the_water(text: str) -> None:
    assert danger_kind(text) is Danger.DROWNING


@_each(
    "nhà em ở góc núi đất đang nứt ra sợ sập quá",
    "đồi sau nhà đang sạt",
    "sân nhà bị nứt to, sợ sạt lở",
    "nền nhà nứt dài sợ lở xuống suối",
    "taluy sau nhà đang nứt rộng ra",
)
def test_ground_that_gives_way(text: str) -> None:
    assert danger_kind(text) is Danger.LANDSLIDE


@_each(
    "bếp nhà em bốc cháy rồi",
    "nhà hàng xóm đang cháy to",
    "có cháy ở chợ, khói mù mịt, nhà cháy lan",
    "cháy kho lúa rồi cứu với",
)
def test_fire(text: str) -> None:
    assert danger_kind(text) is Danger.FIRE


@_each(
    "nước đã vào tới bếp",
    "nước ngập lên tới giường nằm",
    "nước suối lên tới bậc thềm nhà em",
    "nước lên tới hiên rồi",
    "nước vô tới sân nhà tui rồi",
)
def test_water_that_comes_into_the_yard_or_the_house(text: str) -> None:
    assert danger_kind(text) is Danger.DISASTER


@_each(
    "nó hiếp em",
    "thằng hàng xóm hiếp con em",
    "cha dượng sờ mó con",
    "mấy thằng đó giở trò sàm sỡ em",
    "có ông già dâm ô chị em",
    "chú út bắt em ngủ với ổng",
    "nó leo lên giường em",
)
def test_who_does_it_may_be_anybody(text: str) -> None:
    assert danger_kind(text) in {Danger.VIOLENCE, Danger.CHILD}


@_each(
    "có người bắt con tôi đi rồi",
    "thằng lạ mặt bế cháu em đi mất",
    "có xe cướp con em",
    "nó kéo con gái em lên xe",
)
def test_a_child_that_somebody_takes_away(text: str) -> None:
    assert danger_kind(text) is Danger.MISSING


@_each(
    "nhà trường bắt con tôi nộp tiền",
    "họ bắt con tôi học lại lớp một",
    "có người bắt con bò của em",
    "hiệp hội có cho em vay không",
    "sắn bị ngập hết có được hỗ trợ không",
    "ngập sân trường thì con em học ở đâu",
    "nước máy có vào đến bếp không",
    "nước máy vào tới nhà chưa",
    "gửi cho cán bộ",
    "gui cho can bo",
    "nop don cho can bo nao",
    "cho can nguoi gia neo don",
    "nuoc sach keo vao toi nha bao nhieu tien",
)
def test_nobody_is_in_danger(text: str) -> None:
    assert danger_kind(text) is None


@_each(
    "trưởng thôn không cho em vô hộ nghèo",
    "trg thôn hông cho e vô hộ nghèo",
    "sao trưởng thôn không ghi em vô hộ nghèo",
    "trưởng thôn chưa xét cho con em vào hộ nghèo",
)
def test_who_is_left_out_of_the_list_denounces_nobody(text: str) -> None:
    assert screen(text) is None


@_each(
    "trưởng thôn cho em vợ vào hộ nghèo",
    "trưởng thôn không cho nhà em mà cho em vợ vào hộ nghèo",
    "trưởng thôn cứ mò sang nhà em lúc nửa đêm",
    "ông trưởng bản hay vào nhà em giữa đêm",
)
def test_kin_on_the_list_and_visits_at_night_are_told_of_somebody(text: str) -> None:
    assert screen(text) is Guard.DENUNCIATION


@_each(
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
)
def test_harmless_neighbours(text: str) -> None:
    assert screen(text) is not Guard.DANGER


@_each(
    "em bị chồng đánh, sợ lắm",
    "em bị chồng đánh, sợ quá",
    "em bị chồng đánh, đau lắm",
    "bị đánh, sợ lắm",
    "em bị nó đánh đau quá anh ơi",
)
def test_fear_and_pain_beside_it_do_not_hide_violence(text: str) -> None:
    assert danger_kind(text) is Danger.VIOLENCE


@_each("hồ sơ bị đánh số sai", "phiếu bị đánh dấu rồi")
def test_numbers_and_marks_are_no_violence(text: str) -> None:
    assert danger_kind(text) is None


@_each("con em bị ốm nặng mà không có tiền đi viện", "cháu bệnh nặng ko có tiền nhập viện")
def test_a_child_that_is_very_ill_and_no_money_is_danger(text: str) -> None:
    assert danger_kind(text) is Danger.ILLNESS


@_each("cái thẻ đi viện của ông rớt xuống suối", "giấy của chồng em rơi xuống sông mất rồi")
def test_a_thing_in_the_water_is_nobody_who_drowns(text: str) -> None:
    assert danger_kind(text) is None


@_each("ông em rơi xuống suối rồi", "con của chị em té xuống ao")
def test_somebody_in_the_water_drowns(text: str) -> None:
    assert danger_kind(text) is Danger.DROWNING


@_each("cho tui gặp cán bộ zoi", "nhà em có thẻ zoi")
def test_short_spellings_of_roi_tell_of_no_hunger(text: str) -> None:
    assert danger_kind(text) is None
