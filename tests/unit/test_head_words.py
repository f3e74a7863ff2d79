"""What village heads mean who write about their list, and what they do not mean."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import head_words, instead_words, phrases
from handlers.head_words import (
    ADDS,
    DROPS_OUT,
    NOT_REACHED,
    NOTICE,
    REPLACE,
    REQUESTS,
    SEATS_LEFT,
    change,
)
from handlers.name_words import asks_of_list, dropped, line_to_mend, replaced
from handlers.named_people import named
from handlers.parsing import key

SEATS = """
con may cho | con bao nhieu cho | còn mấy chỗ nữa em | con cho ko | thon 3 con may cho
hết chỗ chưa | du nguoi chua | ghi duoc may nguoi roi | dc may nguoi roi
đăng ký được bao nhiêu người rồi
cho em hỏi còn mấy chỗ ạ | con may nguoi | thieu may nguoi
"""
HOMES = """
ai chua nhan dc tin | ai chưa nhận được tin | nha nao chua biet | con nha nao chua bao
hộ nào chưa nhận tin nhắn | den nha nao | còn ai chưa nhận được tin | ai chưa được báo
ai chua biet tin | nhà nào chưa được thông báo | ai chưa có giấy mời | ai chua nhan duoc thong bao
nhà nào chưa báo tin vậy em | ai chưa biết lịch họp
"""
ALOUD = """
loi doc loa dau | lời đọc loa đâu rồi em | cho em bài đọc loa | bai phat loa | lay loi bao hop
lời thông báo họp đâu | gui lai bai doc loa | nội dung đọc loa
"""
SOMEBODY_ELSE = """
doi nguoi | thay nguoi | đổi người | thay người | đổi người khác | muốn thay người đi họp
thay ông Minh bằng bà Đặng Thị Mẫu | thay ong minh bang ba dang thi mau
em muon doi nguoi | thay ba Lan | đổi bà Lan bằng ông Lò Văn Mẫu | ông Lò Văn Mẫu đi thay bà Lan
thay ông Ba bằng bà Lò Thị Mẫu | doi ba Hoa lay ong Lo Van Mau | thay Lò Thị Mẫu bằng Lò Văn Mẫu
Lò Thị Mẫu không đi, thay bằng Lò Văn Mẫu | anh Khoa bận, cho chị Lò Thị Xuân đi thay nhé
ba Hoa om khong di duoc thi ong Mau di thay | bà Hoa vắng, nhờ bà Lan thay
Lo Thi Hoa khong di, thay bang Lo Thi Mai | lo thi hoa khong di thay bang lo thi mai
Lò Thị Hoa bận, Lò Thị Mai đi thay | lo thi hoa ban lo thi mai di thay | bà Hoa bận bà Mai đi thay
bà Hoa vắng để bà Mai đi | bà Hoa ốm nên bà Mai đi | bà Hoa đi viện, bà Mai đi thay
bà Hoa không đi nữa, con là Lò Văn Tư đi thay | ba Hoa dau chan khong di cho ba Mai di
bà Hoa nhường cho bà Mai | Lò Thị Hoa nhường chỗ cho Lò Thị Mai | ba Hoa xin nhuong suat cho ong Tu
bà Hoa nhường bà Mai đi | lo thi hoa nhuong cho lo van sinh | cho bà Mai đi thế bà Hoa
cho Lò Thị Mai đi thế Lò Thị Hoa | bà Mai đi thế chỗ bà Hoa | ghi bà Mai thay cho bà Hoa nhé
sửa Lò Thị Hoa thành Lò Thị Hòa | sua ten ba Hoa thanh Lo Thi Hoan | sửa tên ông Tư là Lò Văn Từ
thay lo thi hoa bang lo thi mai | thay Giàng A Sinh bằng Giàng A Mới | thay bà Hoa bằng bà Lò Thị Hà
"""
ADDING = """
thêm bà Mai | them ba Lo Thi Mai | thêm bà Lò Thị Mai, hộ nghèo | ghi thêm ông Lò Văn Tư nhé
cho thêm Lò Thị Mai | bổ sung chị Lò Thị Hà | em ghi them lo thi mai | thêm tên ông Giàng A Sinh
"""
ASKING = """
ai xin cho | ai xin chỗ | có ai xin chỗ không | nguoi xin cho | may nguoi xin cho roi
duyet xin cho | xem ai xin chỗ | nhà nào xin chỗ vậy em | duyệt chỗ
"""
CANNOT_COME = """
ông Minh không đi được | ong minh khong di duoc | bỏ ông Minh | chú Dương bận | cô Sinh bận
ba Lan khong di duoc | bà Lan không đi được | ong Mau ban viec ko di dc | Lan bận | bà Lan bận rồi
ba lan ban | nha ba Lan khong di hop duoc | Lò Thị Mẫu Lan xin nghỉ | em Lan bận không đi
bác Hùng hôm đó bận | ông Ba không đi được | ong ba khong di duoc | xóa ông Ba | bỏ bà Lan
xoa ten ong Tu | gạch tên chị Lò Thị Mẫu giúp em | bà Em bận rồi | bỏ ông Tư khỏi danh sách
Lò Thị Hoa ốm không đi | bà Hoa ốm, không đi | bỏ tên Lò Thị Hoa | bo ten lo thi hoa
bà Hoa đi vắng | xoá tên Giàng A Sinh | bỏ tên bà Lò Thị Hà | bà Lan báo không đi được nữa
lo van mau khong di dc nha em | Bà Lan vắng
"""
OTHER_THINGS = """
sửa câu hỏi | sua cau hoi | sửa câu trả lời | doi cau hoi | thay nhà ở
nhà mình không đi được | ông mình không đi được | mình không đi được | bỏ mình ra
toi khong di duoc | nhà tôi không đi được | nhà em bận | đường lầy không đi được | ai không đi được
không đi được | mai toi khong di | anh bận | chi ban | Lò Thị Bận | lo thi ban | Vàng Mẫu Vắng
thay doi chinh sach the nao | thay đổi chính sách | con bà Lan ốm có được gì không
bhyt con may cho | khong ai di duoc | nguoi gia khong di duoc thi sao | Nông Văn Thay
ho ngheo khong di duoc | thong bao ket qua ho ngheo dau | doc thong bao ho ngheo
Bo Bo | xóa nợ | xoá nhà tạm | bo ho ngheo | xoa doi giam ngheo | ông bà không đi được | nhà bà bận
đổi đất lấy đất | doi tien lay hang | thay đổi nơi khám sang bệnh viện huyện | xin chỗ cho bà Lan
mẹ ốm, con đi khám thay được không | trời mưa, thay bằng gì | xin cho vay | ai xin cho vay von
đổi thẻ bảo hiểm | thay the bhyt o dau | con cho an com
sửa đường thành bê tông | sửa nhà ông Tư thành nhà mới | sua nha thanh nha moi | doi bo lay trau
thay mái lá bằng mái tôn | ông Tư nhường đất cho ông Ba | nhường nhà cho con | bà con nhường nhau
làm thẻ cho bà Lan | lam the cho ba Lan | thế bà Lan thì sao | bà Lan thế nào rồi | đi thế nào
thêm tiền | thêm bà con | them ho ngheo | thêm người | thêm con bò | thêm hộ ông Tư | thêm anh em
bà Lan ốm | ong Tu bi om | ông Tư đi làm xa | xoá nợ cho bà Lan | bỏ nhà đi | ai di thay toi
mẹ không đi được con đi thay được không | tôi ốm, con đi thay | sua ten thanh Lo Van Mau
ai chưa có thẻ | nhà nào chưa được vay | ai chua co the | ai chưa nhận | nhà nào chưa có
ai chưa biết đọc | ai chưa được | nhà nào chưa đọc | hộ nào chưa được vay | ai chua thay
thêm bà Lan vào danh sách hộ nghèo | them ba lan vao ho ngheo | bổ sung Lò Thị Mẫu vào hộ nghèo
bổ sung nhà văn hóa | bổ sung cầu treo | bổ sung câu hỏi | bo sung nha o | thêm câu hỏi
Lò Thị Nhường | Lò Thị Thế | lò văn thế | Lo Thi Them | Nông Văn Sửa | xoá tên tôi | bỏ tên
"""


def _all(table: str, meaning: str | None) -> list[tuple[str, str | None]]:
    said = (one.strip() for line in table.strip().split("\n") for one in line.split("|"))
    return [(one, meaning) for one in said]


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        *_all(SEATS, SEATS_LEFT),
        *_all(HOMES, NOT_REACHED),
        *_all(ALOUD, NOTICE),
        *_all(SOMEBODY_ELSE, REPLACE),
        *_all(ADDING, ADDS),
        *_all(ASKING, REQUESTS),
        *_all(CANNOT_COME, DROPS_OUT),
        *_all(OTHER_THINGS, None),
    ],
)
def test_meaning(said: str, meaning: str | None) -> None:
    found = change(said)
    assert (found.meaning if found else None) == meaning


def test_a_list_of_names_is_no_order() -> None:
    assert change("Lò Văn Mẫu\nLò Thị Mẫu không đi được") is None


def test_who_is_meant_is_told_apart() -> None:
    asked = change("đổi bà Lan bằng ông Lò Văn Mẫu")
    assert asked is not None
    assert (asked.who, asked.instead) == ("bà Lan", "ông Lò Văn Mẫu")
    named = change("lo thi hoa khong di thay bang lo thi mai")
    assert named is not None
    assert (named.who, named.instead) == ("lo thi hoa", "lo thi mai")
    whole = change("thay bà Hoa bằng bà Lò Thị Hà nhé")
    assert whole is not None
    assert whole.instead == "bà Lò Thị Hà"
    assert phrases.meant("toi khong di duoc") == phrases.NO_SEAT


@pytest.mark.timeout(20)  # words that are read in two ways would double the time with each
@pytest.mark.parametrize(
    ("module", "name"),
    [
        (module, name)
        for module in (head_words, instead_words)
        for name, one in vars(module).items()
        if isinstance(one, re.Pattern)
    ],
)
@pytest.mark.parametrize(
    "words", ["em oi", "nhan", "tin nhan", "nhan tin", "dau roi", "hop di hop", "bao ban viec"]
)
def test_words_over_and_over_are_read_in_one_way(module: ModuleType, name: str, words: str) -> None:
    pattern = getattr(module, name)
    for before in ("", "ai chua ", "bai doc loa ", "ba Lan "):
        assert pattern.match(f"{before}{' '.join([words] * 60)} =") is None


PETITIONS = """
sửa nhà dột | xin sửa cầu treo | sua nha van hoa | bổ sung nhà văn hóa | thêm cô giáo | sửa nhà tạm
sửa nhà cho bà Mẫu | thêm câu hỏi | bổ sung cô nuôi | thay nhà dột bằng nhà xây | thay bác sĩ
đổi chủ đất | trâu ốm không đi được | thêm bác sĩ | thay cô giáo | sua cau treo | SỬA CẦU TREO
XIN SỬA NHÀ DỘT | thêm nhà sinh hoạt văn hóa | sửa cái van nước | bổ sung cán bộ văn phòng
them co nuoi | thay cậu bé bằng cô bé | xe hỏng không đi được | bò ốm không đi được | sửa nhà bà Mẫu
thêm chú bộ đội | đổi bác sĩ lấy y tá | bỏ nhà tạm | xóa nhà dột | sửa nhà ông Tư | thay cầu gỗ
sua nha van hoa thon | sửa điểm văn hóa thôn | thêm chợ thị trấn | đường lầy xe không đi được
"""


@pytest.mark.parametrize("said", [one for one, _ in _all(PETITIONS, None)])
def test_a_petition_changes_a_list_only_where_one_is_open(said: str) -> None:
    found = change(said)
    assert found is None or found.is_doubtful or found.on_open_list


@pytest.mark.parametrize(
    "said",
    [
        *(
            "thêm bà Mai",
            "them ba lo thi mai",
            "ghi them lo thi mai",
            "thêm Lò Thị Hoa",
            "bỏ bà Lan",
        ),
        *("ba Lan khong di duoc", "nhà bà Lan không đi họp được", "thay Giàng A Sinh bằng bà Mai"),
        *("sửa tên bà Hoa", "thay ông Lò Văn Hóa", "cậu Mẫu bận", "sửa bà Hoa thành bà Hoan"),
        *("bỏ Sùng A Mẫu", "xoá tên Lò Thị Thị", "THÊM LÒ THỊ MẪU"),
    ],
)
def test_who_surely_names_a_person_is_heard_anywhere(said: str) -> None:
    found = change(said)
    assert found is not None
    assert (found.is_doubtful, found.on_open_list) == (False, False)


LIST = ["Lò Thị Mẫu Lan", "Vàng Mẫu Lan", "Nông Mẫu Hòa", "Nông Mẫu Hoa", "Hộ Mẫu"]


@pytest.mark.parametrize(
    ("who", "places"),
    [
        ("bà Lan", [0, 1]),
        ("lo thi mau lan", [0]),
        ("ba Thi Mau Lan", [0]),
        ("Hòa", [2]),
        ("hoa", [2, 3]),
        ("nhà ông Hộ Mẫu", [4]),
        ("bà Lừ", []),
    ],
)
def test_whom_the_words_name(who: str, places: list[int]) -> None:
    assert named(who, LIST) == places


@pytest.mark.parametrize(
    ("said", "who", "instead"),
    [
        ("thay lan bang mai", "lan", "mai"),
        ("Hòa nhường suất cho ông Tư", "Hòa", "ông Tư"),
        ("Lan bận, Mai đi thay", "Lan", "Mai"),
        ("thay lò bằng mai", None, None),
        ("thay bò bằng trâu", None, None),
        ("con may cho", None, None),
    ],
)
def test_small_letters_count_where_the_list_is_known(
    said: str, who: str | None, instead: str | None
) -> None:
    found = replaced(said, LIST)
    assert (found.who if found else None, found.instead if found else None) == (who, instead)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        *(
            ("sửa dòng 2", 1),
            ("sua lai dong so 5", 4),
            ("đổi người thứ 1", 0),
            ("sửa dòng 6", None),
        ),
        *(("sửa dòng 0", None), ("sửa 2", None), ("dòng 2", None), ("sửa dòng 2 triệu", None)),
    ],
)
def test_a_line_is_mended_by_its_number(said: str, line: int | None) -> None:
    assert line_to_mend(said, len(LIST)) == line


def test_what_may_be_a_name_drops_nobody_else() -> None:
    assert dropped("bỏ bà Hòa", LIST) == [2]
    assert dropped("huy lan", LIST) == []  # "Huy Lan" is a name
    assert dropped("bo hòa", LIST) == [2]
    assert dropped("Bo Lan", LIST) == []
    assert dropped("bỏ dòng 2", LIST) == [1]
    assert dropped("bỏ dòng 9", LIST) == []


_SYLLABLES = st.sampled_from(
    [
        *("Lò", "Vàng", "Chu", "Mẫu", "Thị", "Văn", "Bận", "Ban", "Vắng", "Thay", "Đổi", "Con"),
        *("Bà", "Ông", "Anh", "Nhà", "Hồ", "Lan", "Nghỉ", "Ai", "Đi", "Dư"),
    ]
)


@given(st.lists(_SYLLABLES, min_size=2, max_size=4))
def test_no_name_in_capitals_is_taken_for_an_order(syllables: list[str]) -> None:
    name = " ".join(["Nông", *syllables])
    assert not asks_of_list(name)


@given(st.text(max_size=200))
def test_anything_can_be_read(text: str) -> None:
    found = change(text)
    if found is not None and found.who is not None:
        assert key(found.who)
        assert found.who in text or found.who.casefold() in text.casefold() or not text.isascii()
