"""What people mean by the many ways in which they ask about the meeting."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faq.knowledge import load_starter
from handlers.phrases import (
    ACCEPTED,
    CALL,
    MAY_COME,
    MEETING,
    MINE,
    NO_MESSAGES,
    NO_SEAT,
    PETITION,
    SEAT,
    meant,
)

SEATS = """
dk hop | đk họp | dk di hop | đăng ký họp | dang ky di hop | dang ki hop | dan ky hop | dang ky hopp
em dk di hop voi a | cho em dang ky hop | cho e dk hop nhe | xin 1 cho di hop | xin 1 cho
xin mot cho | xin một chỗ | em xin một chổ đi họp | cho toi di hop voi | cho tôi đi họp với
cho em đi họp với ạ | cho tôi xin 1 chỗ | toi muon di hop | em muốn dự họp | xin di hop
muốn tham gia họp thì đăng ký | ghi ten di hop cho em | ghi tên tôi đi họp | xin mot choo di hop
xin cho em di hop voi | đăng kí đi hợp | cho nha em dang ky 1 cho | dang ky doi thoai
"""
MEETINGS = """
khi nao hop | khi nào họp | khi nào họp vậy em | bao gio hop | bao giờ họp dân | hop o dau
co hop dan o dau khi nao vay | co hop dan khong | may gio hop | mấy giờ họp ạ | hop luc nao
họp ở đâu vậy xã | hom nao hop | ngay nao hop dan vay | lich hop | lịch họp tháng này
cho em hoi bao gio hop | cho hỏi họp ngày nào ạ | bao gio doi thoai | buoi doi thoai o dau
xã họp khi nào | sap hop chua | kih nao hop | khi nao hopj | bao giowf hop | khi nào hợp
khi nao xa hop dan | chừng nào họp | may h hop z | mấy h họp vậy ad | hop luc may h
họp bao h ở đâu v | bao gio hop z | hop cho nao | hôm nào họp zị | khi mô họp rứa | bao jo hop
họp hành bao giờ | hop hum nao z
"""
MAY_COMES = """
toi co duoc di hop ko | tôi có được đi họp không | em được đi họp không | dc di hop ko
tôi được đi họp chưa | có được đi họp không em | cho em đi họp được không | nhà em có được dự họp ko
"""
NO_SEATS = """
không được đi họp | nhà em không được đi họp nữa | di hop khong duoc
khong di hop duoc | em bận không đi họp được | toi khong di hop | ko đi họp đc | hủy chỗ đi họp
huy dang ky hop | khong di dc | toi ko di duoc nua | toi di khong duoc | khong di nua
toi ban roi khong di duoc | bận việc không tới được | mai toi khong di | toi khong the di duoc
nhà có đám không đi được | em xin huỷ chỗ | hủy đăng ký | thôi không đi nữa | ko tham gia được
rut lai loi xin cho | rút lại lời xin chỗ | cho em rút lời xin chỗ họp với | bo loi xin cho di hop
không xin chỗ nữa | toi ko xin cho nua | huỷ lời xin chỗ giúp tôi
"""
NO_MESSAGE = """
thoi ko nhan tin nua | thoi dung nhan nua | đừng nhắn tin nữa | dung nhan tin cho toi nua
không nhận tin nữa | ngưng gửi tin | toi khong muon nhan tin nua
"""
MINES = """
cau hoi cua toi dau | xem cau hoi cua toi | coi lại câu hỏi của em | cho em xem câu đã gửi với
câu hỏi của tôi đâu rồi | xem kien nghi cua toi | tìm câu tôi gửi
"""
PETITIONS = """
toi muon kien nghi | em muốn phản ánh | cho tôi kiến nghị | tui muon gop y voi xa
"""
WAS_ACCEPTED = """
toi dc nhan chua | tôi có tên chưa
em được nhận chưa ạ | có chỗ chưa | thon duyet chua | tôi có suất chưa
"""
OTHER_THINGS = """
muon kien nghi thi gui o dau | câu hỏi của tôi về tiền học sao chưa có | phản ánh đường hỏng ở đâu
da nhan tien chua | được nhận tiền hỗ trợ chưa | kien nghi lam duong vao thon 4
duyet ho ngheo chua
hop tac xa | hợp tác xã ở đâu | hop tac xa hop khi nao | hop dong | hop dong vay von o dau
lam hop dong o dau | ho ngheo | dang ky ho ngheo | dk ho ngheo | xin ho ngheo o dau
ho ngheo co duoc di hop khong | truong hop nha em thi sao | cho em hoi truong hop nay
bao gio co tien | bao gio tra loi | khi nao nhan gao | xin mot con bo | cho em hoi
xin hoi cho nao ban bo | cho nao lam the bhyt | cho toi xin giong lua | họp phụ huynh khi nào
họp có tiền không | di hop co duoc tien khong | di hop mang theo gi | hop xong co ket qua chua
di hop thay chong duoc khong | hôm qua họp nói gì | hop sua cho con bao nhieu tien
nhà em hộ nghèo họp thôn bỏ tên em thì hỏi ai | hop phap khong | dang ky ket hon o dau
bỏ buổi làm đi họp xã có cho đồng nào không | dk tam tru | đăng ký khai sinh ở đâu | hop | cho
muon di hoc | muốn đi học nghề | xin 1 cho o | xin chỗ ở | xin mot cho hoc | bao gio het han
xin đất làm nhà ở đâu | xin cap the o dau | không đi họp có sao không | Lò Thị Mẫu Họp
co di khong | em di duoc khong | tôi có đi được không | khong di hoc | không được đi khám à
duong lay khong di duoc | không đi được thì ai đi thay | khong nhan duoc tin nhan | không gửi nữa
có nhắn tin không | sao khong nhan tin | xe hỏng không đi được ra chợ
"""


def _each(table: str, meaning: str | None) -> list[tuple[str, str | None]]:
    said = (one.strip() for line in table.strip().split("\n") for one in line.split("|"))
    return [(one, meaning) for one in said]


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        *_each(SEATS, SEAT),
        *_each(MEETINGS, MEETING),
        *_each(MAY_COMES, MAY_COME),
        *_each(NO_SEATS, NO_SEAT),
        *_each(NO_MESSAGE, NO_MESSAGES),
        ("goi cho toi 0912345678", CALL),
        *((text, None) for text in ("rút lại đơn xin cho con", "huy don xin cho vay")),
        *((text, None) for text in ("rut lai loi xin cho con hoc", "không xin cho con nữa")),
        ("gọi lại cho em nhé số 0912 345 678", None),
        ("gọi lại cho em nhé", CALL),
        *_each(MINES, MINE),
        *_each(PETITIONS, PETITION),
        *_each(WAS_ACCEPTED, ACCEPTED),
        *_each(OTHER_THINGS, None),
    ],
)
def test_meaning(said: str, meaning: str | None) -> None:
    assert meant(said) == meaning


def test_questions_of_the_faq_stay_questions() -> None:
    """Only "when and where is the meeting" and "I cannot come" may be taken for it."""
    taken = {
        entry.id
        for entry in load_starter().entries
        for said in (entry.question, *(alias.text for alias in entry.aliases))
        if meant(said)
    }
    assert taken <= {"doi-thoai-thoi-gian-dia-diem", "doi-thoai-khong-den-duoc"}


def test_labelled_messages_stay_questions() -> None:
    path = Path(__file__).parents[1] / "data" / "faq_messages" / "tuning.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    taken = [row for row in rows if row["expected"] and meant(row["text"])]
    assert {row["expected"] for row in taken} <= {"doi-thoai-thoi-gian-dia-diem"}, taken
