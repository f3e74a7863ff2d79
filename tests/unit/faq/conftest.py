"""A small FAQ of another institution (a public library), and the starter FAQ."""

import pytest

from faq.entries import Alias, Answer, FaqEntry
from faq.knowledge import Knowledge, load_starter
from faq.matcher import Matcher

LIBRARY = {
    "gio-mo-cua": (
        "Thư viện mở cửa mấy giờ?",
        "Thư viện mở từ 7 giờ 30 sáng đến 5 giờ chiều, nghỉ thứ Hai.",
        ["may gio thu vien mo", "chủ nhật có mở không", "toi muon den buoi toi duoc khong"],
    ),
    "lam-the": (
        "Làm thẻ bạn đọc cần gì?",
        "Anh/chị mang căn cước và một tấm ảnh tới quầy thẻ.",
        ["dang ky the doc o dau", "làm thẻ mượn sách cho con", "can giay to gi de lam the"],
    ),
    "gia-han-sach": (
        "Gia hạn sách đang mượn thế nào?",
        "Anh/chị gọi điện trước ngày trả để thêm bảy ngày.",
        ["sach chua doc xong xin them ngay", "mượn thêm một tuần nữa được không", "gia han o dau"],
    ),
    "mat-sach": (
        "Làm mất sách thì đền ra sao?",
        "Mất sách thì mua cuốn khác thế vào hoặc trả bằng giá bìa.",
        ["em lo lam uot het cuon truyen", "sách bị rách đền nhiêu", "mat sach phai den khong"],
    ),
    "tra-tre": (
        "Trả sách trễ có bị phạt không?",
        "Trễ mỗi ngày đóng 1 nghìn đồng một cuốn.",
        ["qua han tra bi phat may tien", "quên trả sách hai tuần rồi", "tra muon co sao khong"],
    ),
    "phong-doc": (
        "Phòng đọc có ổ cắm và mạng không?",
        "Phòng đọc tầng hai có ổ điện và mạng không dây.",
        ["cho nao cam sac may tinh", "mật khẩu mạng phòng đọc", "o tang hai co wifi ko"],
    ),
    "thieu-nhi": (
        "Có chỗ đọc cho trẻ nhỏ không?",
        "Phòng thiếu nhi ở tầng một, có truyện tranh và đồ chơi.",
        ["be 4 tuoi vao duoc khong", "phòng cho các cháu ở đâu", "co truyen tranh cho con khong"],
    ),
    "muon-may": (
        "Được mượn mấy cuốn một lần?",
        "Mỗi thẻ mượn ba cuốn trong hai tuần.",
        ["muon toi da bao nhieu cuon", "lấy năm cuốn một lượt được không", "muon may ngay"],
    ),
    "tang-sach": (
        "Muốn tặng sách cũ cho thư viện thì gửi đâu?",
        "Anh/chị mang sách tới quầy, cán bộ thư viện sẽ chọn.",
        [
            "nha co nhieu sach cu muon cho",
            "quyên góp sách ở đâu",
            "co nhan sach giao khoa cu khong",
        ],
    ),
    "in-an": (
        "Ở thư viện có in, chụp tài liệu được không?",
        "Quầy tầng một nhận in và chụp, 500 đồng một trang.",
        ["photo o dau", "in tài liệu màu bao nhiêu một trang", "co may in khong"],
    ),
}


@pytest.fixture(scope="session")
def library() -> Knowledge:
    """Ten entries with three aliases each."""
    entries = tuple(
        FaqEntry(
            id=entry_id,
            topic="thu-vien",
            question=question,
            answer=Answer(short=answer),
            aliases=tuple(Alias(text) for text in aliases),
        )
        for entry_id, (question, answer, aliases) in LIBRARY.items()
    )
    return Knowledge(entries)


@pytest.fixture(scope="session")
def library_matcher(library: Knowledge) -> Matcher:
    """A matcher over the ten entries."""
    return Matcher(library.entries)


@pytest.fixture(scope="session")
def starter() -> Knowledge:
    """The FAQ that comes with the software."""
    return load_starter()


@pytest.fixture(scope="session")
def starter_matcher(starter: Knowledge) -> Matcher:
    """A matcher over the starter FAQ."""
    return Matcher(starter.entries)
