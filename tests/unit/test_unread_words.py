"""Who cannot read says so in a few words; a question in which such a person occurs stays one."""

from __future__ import annotations

import pytest

from faq.knowledge import load_starter
from handlers.unread_words import cannot_read

CANNOT = """
tôi ko biết đọc | toi khong biet chu | mù chữ | đọc không được chữ | mắt kém không đọc được
tui mù chữ | em k bit chu | e hok biet doc | bà già rồi mắt mờ không đọc được chữ | hong biet chu
toi gia mat kem ko doc dc | tôi không biết đọc biết viết | khong biet doc khong biet viet
không biết gõ chữ | toi khong biet nhan tin | không biết viết thì hỏi bằng cách nào
e k biet chữ, gửi tin nhắn thoai cho xã dc hok | đọc giùm tôi với | đọc cho tôi nghe
chu nho qua khong doc duoc | mẹ em không biết chữ | toi doc ko noi | nhìn chữ không rõ
không thấy chữ | mat toi mo khong thay chu | em it hoc khong biet doc | toi muon nghe thoi
thoi toi khong biet chu dau em oi | bác không biết chữ cháu ơi | toi ko pit chu
ba khong doc duoc chu nho qua | không biết chữ mà
nguoi gia ko biet chu hoi sao | gửi ghi âm được không
"""
OTHERS = """
tôi không biết chú nào lo | toi khong biet chu tich xa la ai | khong biet viet don thi nho ai
mẹ em không biết chữ, làm hộ nghèo thế nào | tôi không biết đọc sổ đỏ | không biết | mù | chữ
nho ai doc giay giup, toi mu chu | bà tôi mù có được trợ cấp không | ảnh mờ không đọc được
mắt kém có được bảo hiểm mổ mắt không | không biết chữ ký của ai | không biết chủ hộ là ai
thuốc này không độc | lớp xoá mù chữ ở đâu | con toi khong doc duoc bai | mẹ em bị mù
tôi nghe nói có tiền | đọc giùm tôi tờ giấy này | gửi ghi âm cuộc họp | không nghe rõ
toi khong biet | chữ ký bị sai
"""


def _each(lines: str) -> list[str]:
    return [one.strip() for line in lines.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize("text", _each(CANNOT))
def test_somebody_cannot_read(text: str) -> None:
    assert cannot_read(text)


@pytest.mark.parametrize("text", _each(OTHERS))
def test_something_else_is_meant(text: str) -> None:
    assert not cannot_read(text)


def test_hardly_a_question_of_the_faq_is_taken() -> None:
    entries = load_starter().entries
    taken = {
        entry.id
        for entry in entries
        for alias in (entry.question, *(one.text for one in entry.aliases))
        if cannot_read(alias)
    }
    assert taken <= {"doi-thoai-tieng-dan-toc"}  # which asks who helps to write
