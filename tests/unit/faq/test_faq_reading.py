"""How hard a text is to read."""

import re

import pytest

from faq.reading import (
    MESSAGE,
    Limits,
    before_menu,
    breaths,
    count_syllables,
    measure,
    sentences,
    too_hard,
)

# the twelve samples of style that the house goes by (officials-documents, section 5)
SAMPLES = """\
Chào anh/chị. Em là trợ lý tự động của xã Tân Lập. Em ghi tên, thôn và câu hỏi để xã mời họp và trả lời. Anh/chị có thể bảo em xóa bất cứ lúc nào. 1. Đồng ý  2. Không  3. Nghe đọc
Anh/chị ở thôn nào? 1. Thôn 1  2. Thôn 2  3. Thôn 3  4. Thôn khác  0. Gặp cán bộ
Anh/chị muốn hỏi hay đề nghị điều gì? Gõ ngắn gọn, hoặc bấm giữ để nói.
Có thể câu này giúp anh/chị (trả lời tự động): Trẻ con hộ nghèo có thẻ bảo hiểm y tế. Thẻ do xã lập danh sách. Đúng điều anh/chị hỏi chưa? 1. Đúng  2. Chưa, gửi cho cán bộ
✅ Em đã nhận. Mã của anh/chị: KN-TL-0123. Xã báo lại trước thứ Sáu, 04/12/2026. Gõ mã này để xem kết quả.
Em ghi thế này: ‘Thôn 3 xin sửa bể nước’. Người gửi: chị Y Lan, Thôn 3. Gửi đi không? 1. Gửi  2. Sửa  3. Thôi
Thôn 3 đã đủ 15 người. Em ghi anh/chị vào danh sách chờ, số 2. Có chỗ em báo ngay. Anh/chị vẫn gửi câu hỏi được: bấm 1.
Hạn đăng ký đã hết từ thứ Tư, 02/12. Anh/chị vẫn đến nghe được nếu hội trường còn chỗ. Gửi câu hỏi: bấm 1. Gặp trưởng thôn: bấm 2.
📅 Mời bà con dự buổi nói chuyện về chính sách giảm nghèo. Thứ Bảy, 05/12/2026, 7 giờ 30 sáng, hội trường xã. Mỗi thôn 15 người. Đăng ký: bấm 1. Nghe đọc: bấm 2.
⚠ Buổi họp ngày 05/12 dời lại vì mưa lớn. Ngày mới: thứ Bảy, 12/12/2026, 7 giờ 30 sáng, chỗ cũ. Anh/chị vẫn giữ chỗ. 1. Vẫn đi  2. Không đi được
Về mã KN-TL-0123: Xã đã xem bể nước Thôn 3. Việc này do tỉnh quyết. Xã đã gửi văn bản lên tỉnh ngày 15/12. Có tin em báo. 1. Đã rõ  2. Chưa rõ
Em chưa hiểu, xin lỗi anh/chị. Chọn giúp em một số: 1. Đăng ký họp  2. Hỏi chính sách  3. Xem kết quả  0. Gặp cán bộ (giờ làm việc, thứ Hai đến thứ Sáu)
""".splitlines()  # noqa: E501


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_samples_of_the_house_read_well(sample: str) -> None:
    assert too_hard(before_menu(sample)) == []


def test_a_menu_is_cut_off() -> None:
    assert before_menu(SAMPLES[1]) == "Anh/chị ở thôn nào?"
    assert before_menu(SAMPLES[6]).endswith("Có chỗ em báo ngay.")
    assert before_menu("Thôn 1 có 15 người.") == "Thôn 1 có 15 người."


def test_counting() -> None:
    text = "Thẻ có hạn đến 31/12: anh/chị nhớ xem. Mức là 2.530.000 đồng – chưa đổi; hỏi xã nhé?"
    assert count_syllables("– ✅ anh/chị 7 giờ 30 …") == 4
    assert sentences(text) == [
        "Thẻ có hạn đến 31/12: anh/chị nhớ xem",
        "Mức là 2.530.000 đồng – chưa đổi",
        "hỏi xã nhé",
    ]
    assert breaths(text)[:2] == ["Thẻ có hạn đến 31/12", "anh/chị nhớ xem"]
    assert measure("") == measure(" . ") == type(measure(""))(0, 0, 0)


def test_what_is_too_hard_is_said() -> None:
    long_sentence = " ".join(["từ"] * 19) + "."
    assert too_hard(long_sentence) == ["19 syllables in one sentence, at most 18"]
    five = "Một câu ngắn. " * 5
    assert too_hard(five) == ["5 sentences, at most 4"]
    many = " ".join(["mười hai chữ một câu thì vẫn còn là ngắn gọn lắm."] * 6)
    assert re.match(r"\d+ syllables, at most 60", too_hard(many)[0])
    assert too_hard(many, Limits(None, None, None)) == []
    assert Limits(syllables=60, sentences=4, longest=18) == MESSAGE
