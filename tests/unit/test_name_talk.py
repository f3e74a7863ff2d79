"""What is said where a name is asked for, and what people call somebody."""

from __future__ import annotations

import pytest

from faq.normalize import fold
from handlers.name_verbs import full_names
from handlers.names import look_like_names, problem_of, read_names
from handlers.parsing import key


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ong chin", "Ong Chin"),
        ("ông Tư, hộ nghèo", "Ông Tư"),
        ("bà Bảy bí thư chi bộ", "Bà Bảy"),
        ("chú Ba", "Chú Ba"),
        ("Vợ ông Tư", "Vợ ông Tư"),
        ("con trai bà Bảy", "Con trai bà Bảy"),
        ("vo ong tu", "Vo Ong Tu"),
    ],
)
def test_what_people_call_somebody_is_no_full_name(typed: str, name: str) -> None:
    (line,) = read_names(typed).good
    assert (line.name, line.familiar) == (name, True)


@pytest.mark.parametrize(
    "thanks",
    [
        *("Xin cảm ơn", "Cảm ơn em", "cam on em nhieu", "Hết rồi em", "thế thôi nhé", "chào em ạ"),
        *("em cảm ơn ạ", "nhờ em ghi giúp", "Xong rồi nhé", "hết danh sách"),
    ],
)
def test_what_is_said_round_a_list_is_nobody(thanks: str) -> None:
    found = read_names(f"Nông Thị Mẫu\n{thanks}")
    assert [one.name for one in found.good] == ["Nông Thị Mẫu"]
    assert found.bad == ()
    assert problem_of(thanks) == "reply"


@pytest.mark.parametrize("name", ["Cảm Thị Mẫu", "Chảo Láo Mẫu", "Võ Bá Mẫu", "Bố Mẫu"])
def test_a_name_is_no_talk(name: str) -> None:
    for typed in (name, fold(name).title()):
        assert [one.familiar for one in read_names(typed).good] == [False]


@pytest.mark.parametrize(
    "typed",
    [
        "Nông Thị Mẫu",
        "nong thi mau",
        "1. sùng mẫu",
        "ksor h'mau",
        "lo thi mau na",
        "mẫu na, hộ nghèo",
        "Lò Văn Mẫu\nVàng Mẫu Thu, 1",
    ],
)
def test_names_that_answer_no_question_for_names(typed: str) -> None:
    assert look_like_names(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "đúng rồi em",
        "dạ vâng ạ",
        "sao lâu thế",
        "cam on em",
        "chờ em tí",
        "vẫn người đó",
        "Mẫu",
        "?",
    ],
)
def test_talk_is_no_name(typed: str) -> None:
    assert not look_like_names(typed)


@pytest.mark.parametrize(
    "sentence",
    [
        *("bà Mai nhường cho ông Quàng Văn Mẫu hộ nghèo", "ông Tư nhường cho bà Lò Thị Mẫu"),
        *("bà Lan là Lò Thị Mẫu", "ba Lan la Lò Thị Mẫu", "xin lỗi gửi nhầm", "em gui nham a"),
        *("ai dang cho", "ai đang chờ", "còn ai trong danh sách chờ", "nhan nham tin roi"),
        *("ông Mẫu làm ở xã", "sua Hoa thanh can ngheo", "sửa Lan là Lò Thị Mẫu thành Lò Mẫu"),
        *("Sùng B Mẫu chết rồi", "cụ Mẫu mới mất", "ba Mau da mat roi"),
    ],
)
def test_a_sentence_about_somebody_is_no_name(sentence: str) -> None:
    assert [one.problem for one in read_names(sentence).bad] == ["reply"]


@pytest.mark.parametrize(
    "name",
    [
        *("Lò Thị Là", "Nguyễn Văn Thành", "nguyen van thanh mau", "Lò Thị La Na", "Vàng La Mẫu"),
        *("Ai Thị Mẫu", "lò thị ai", "nguyễn thành mẫu", "Sùng Thị Nhường", "Nhường Thị Mẫu"),
        *("Lâm Ở Mẫu", "Sùa Thị Mẫu", "sua thi mau", "Đổi Văn Mẫu", "Hà Thị Mất", "Nhan Nham"),
    ],
)
def test_a_name_that_sounds_like_a_sentence_stays_one(name: str) -> None:
    assert [key(one.name) for one in read_names(name).good] == [key(name)]


@pytest.mark.parametrize(
    ("line", "name", "office"),
    [
        ("ong Chin la bi thu chi bo", "Ong Chin", "bi thu chi bo"),
        ("ông Sùng A Mẫu làm ở ban công tác mặt trận", "Sùng A Mẫu", "ban công tác mặt trận"),
        ("Lò Thị Mẫu là chi hội trưởng phụ nữ", "Lò Thị Mẫu", "chi hội trưởng phụ nữ"),
    ],
)
def test_an_office_may_be_told_in_a_sentence(line: str, name: str, office: str) -> None:
    (one,) = read_names(line).good
    assert (one.name, one.office) == (name, office)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "bà lan là Lò Thị Lan, anh tuấn là Nguyễn Văn Tuấn",
            [("bà lan", "Lò Thị Lan"), ("anh tuấn", "Nguyễn Văn Tuấn")],
        ),
        ("ba Lan ten day du la Lò Thị Lan, hộ nghèo", [("ba Lan", "Lò Thị Lan, hộ nghèo")]),
        (
            "bà Lan là Lò Thị Lan\nông Ba là Vàng A Ba",
            [("bà Lan", "Lò Thị Lan"), ("ông Ba", "Vàng A Ba")],
        ),
        ("Lò Thị Lan, hộ nghèo", []),
    ],
)
def test_full_names_are_told_in_pairs(text: str, told: list[tuple[str, str]]) -> None:
    assert full_names(text) == told


@pytest.mark.parametrize(
    "told",
    [
        *("bà Mẫu xin vào", "ba mau xin vao", "BÀ MẪU XIN VÀO", "mẹ Mẫu bệnh nặng", "Xét bà Mẫu"),
        *("Lò Thị Mẫu bị ốm", "me mau om", "bà Mẫu được vào", "lo mau bi benh", "Kéo điện"),
    ],
)
def test_what_is_told_of_somebody_is_no_name(told: str) -> None:
    assert problem_of(told) == "reply"
    assert read_names(f"{told}, hộ nghèo").good == ()


@pytest.mark.parametrize(
    "name",
    [
        *("Lò Thị Được", "lò thị được", "lo thi duoc", "LÒ THỊ XIN", "Giàng A Xét", "giang a vao"),
        *("Nguyễn Hữu Cần", "nguyễn hữu cần", "Bùi Mẫu Mong", "Hoàng Mẫu Khôi", "hoang mau khoi"),
    ],
)
def test_a_name_of_words_that_tell_stays_one(name: str) -> None:
    assert problem_of(name) is None


@pytest.mark.parametrize(
    "typed",
    ["Nông Thị Mẫu vào danh sách đi họp", "thêm bà Nông Thị Mẫu vào ds giúp em"],
)
def test_what_list_a_name_goes_into_is_left_out(typed: str) -> None:
    assert [one.name for one in read_names(typed).good] == ["Nông Thị Mẫu"]
