"""A wish that asks nothing is told from a question, accented and bare."""

from __future__ import annotations

import pytest

from faq.normalize import fold
from faq.wishes import only_wishes

WISHES = [
    "mong nhà nước làm con đường",
    "đề nghị xã làm cầu",
    "Đường vào thôn lầy lội quá, đề nghị xã đổ bê tông",
    "kiến nghị xã sửa lại mái nhà văn hóa thôn",
    "xin xã sửa bể nước thôn mình",
    "nhờ xã khơi lại con mương đầu làng",
    "Bà con mong muốn nhà nước hỗ trợ kéo điện lên bản",
    "rất mong cấp trên quan tâm đến đường đi học của các cháu",
    "Mùa mưa nước ngập không đi được, mong xã bắc cho cái cầu",
    "muốn xã mở lớp dạy nghề cho thanh niên trong thôn",
    "yêu cầu xã xử lý bãi rác đầu thôn",
    "đề xuất tăng mức hỗ trợ cho hộ nghèo",
    "ước gì nhà nước làm cho cái cầu",
    "đề nghị công khai danh sách hộ nghèo",
    "kính mong các cấp xem xét cho nhà tôi sửa nhà",
    "mong xã mở lớp học nghề cho thanh niên",
    "tôi mong xã cho vay vốn nhiều hơn cho bà con",
    "đề nghị tăng mức vay cho hộ nghèo",
    "mong xã làm đường vào nhà tôi",
    "mong nhà nước hỗ trợ bà con sửa nhà",
    "đề nghị xã cấp sổ đỏ cho bà con thôn mình",
    "đề nghị xã sửa nhà văn hoá cho thôn tôi",
    "mong xã sửa đường đi học cho con em",
]
QUESTIONS = [
    "đề nghị cho biết bao giờ làm đường",
    "đề nghị xã cho biết danh sách hộ nghèo",
    "đề nghị hướng dẫn làm thẻ bảo hiểm",
    "mong cán bộ trả lời giúp",
    "mong xã giải thích vì sao nhà tôi không được xét",
    "xin hỏi làm thẻ bảo hiểm ở đâu",
    "muốn vay vốn nuôi bò thì gặp ai",
    "muốn vay vốn nuôi bò",
    "xin giấy xác nhận hộ nghèo",
    "muốn xin làm thẻ bảo hiểm cho con",
    "nhà nước có hỗ trợ làm nhà không",
    "mong nhà nước làm con đường, bao giờ mới làm vậy",
    "đề nghị xã làm cầu được không",
    "xã làm đường chưa",
    "nhà tôi được hỗ trợ gì",
    "xin xã chỉ giúp chỗ nộp hồ sơ",
    "mái nhà dột, mưa ướt hết",
    "xin xã cho vay 50 triệu",
    "nhờ xã giúp em xin vay vốn nuôi bò",
    "đề nghị được vay vốn",
    "nhờ xã giúp tôi làm thẻ bảo hiểm",
    "tôi cần xã cấp lại thẻ bảo hiểm bị mất",
    "mong được đi học nghề",
    "nhờ xã làm giúp giấy khai sinh cho con",
    "đề nghị xã cấp sổ hộ nghèo cho nhà tôi",
    "mong xã xét cho tôi vào hộ nghèo",
    "xin xã hỗ trợ nhà tôi sửa mái",
    "mong nhà nước hỗ trợ tôi làm nhà",
    "nhờ xã giúp làm căn cước",
    "đề nghị cấp sổ đỏ cho tôi",
    "xin xã cho con tôi đi học",
    "mong được hỗ trợ tiền điện",
    "đề nghị xã làm lại thẻ bhyt",
    "nhờ xã cấp giấy xác nhận",
    "cần xã cho mượn vốn làm ăn",
    "mong được trợ cấp người già",
    "thẻ bảo hiểm mất thì làm lại ở đâu?",
    "cho tôi xin số điện thoại của xã",
    "",
    "mong",
    "mong xã " * 400,
]


@pytest.mark.parametrize("text", WISHES)
def test_a_wish_is_heard(text: str) -> None:
    assert only_wishes(text)
    assert only_wishes(fold(text))


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_asks_is_no_wish(text: str) -> None:
    assert not only_wishes(text)
    assert not only_wishes(fold(text))
