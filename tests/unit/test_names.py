"""Reading names as people type them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.normalize import fold
from handlers import names
from handlers.categories import LEGEND, read_category
from handlers.headings import is_heading
from handlers.name_parts import without_aside
from handlers.names import (
    MAX_LINES,
    MAX_NAME,
    NameLine,
    look_like_names,
    problem_of,
    read_names,
    read_one,
    rows_of,
)
from handlers.parsing import key
from handlers.services.told_names import told_name
from storage.models import PovertyStatus as P


@pytest.mark.parametrize(
    ("line", "name", "category", "phone"),
    [
        ("Nông Thị Mẫu", "Nông Thị Mẫu", None, None),
        ("1. Nông Thị Mẫu - hộ nghèo", "Nông Thị Mẫu", P.POOR, None),
        ("2) Nông Thị Mẫu (HN)", "Nông Thị Mẫu", P.POOR, None),
        ("(3) Nông Thị Mẫu [cận nghèo]", "Nông Thị Mẫu", P.NEAR_POOR, None),
        ("4/ Nông Thị Mẫu, 3", "Nông Thị Mẫu", P.JUST_ESCAPED, None),
        ("05 Nông Thị Mẫu: không nghèo", "Nông Thị Mẫu", P.NOT_POOR, None),
        ("- Nông Thị Mẫu; ban quan ly", "Nông Thị Mẫu", P.VILLAGE_BOARD, None),
        ("• Nông Thị Mẫu\tđoàn thể", "Nông Thị Mẫu", P.ORGANISATION, None),
        ("nong thi mau ho can ngheo", "Nong Thi Mau", P.NEAR_POOR, None),
        ("Nông Thị Mẫu moi thoat ngheo.", "Nông Thị Mẫu", P.JUST_ESCAPED, None),
        ("Nông Thị Mẫu-2", "Nông Thị Mẫu", P.NEAR_POOR, None),
        ("Nông Thị Mẫu, nguy cơ tái nghèo", "Nông Thị Mẫu", P.AT_RISK, None),
        ("Nông Thị Mẫu, loại 4", "Nông Thị Mẫu", P.NOT_POOR, None),
        ("Ksor H'Mẫu, 1", "Ksor H'Mẫu", P.POOR, None),
        ("Y-Mẫu Niê", "Y-Mẫu Niê", None, None),
        ("A Mẫu", "A Mẫu", None, None),
        ("Nông Thị Mẫu, HN, 0912 345 678", "Nông Thị Mẫu", P.POOR, "0912345678"),
        ("ksor h'mẫu", "Ksor H'Mẫu", None, None),
        ("Vàng Thị Mẫu sđt 0912345678", "Vàng Thị Mẫu", None, "0912345678"),
        ("Vàng Thị Mẫu 0912.345.678 hộ nghèo", "Vàng Thị Mẫu", P.POOR, "0912345678"),
        ("vang thi mau (dt: 0912 345 678)", "Vang Thi Mau", None, "0912345678"),
        ("ông Lò Văn Mẫu", "Lò Văn Mẫu", None, None),
        ("ba lo thi mau, can ngheo", "Lo Thi Mau", P.NEAR_POOR, None),
        ("Ông Thị Mẫu", "Ông Thị Mẫu", None, None),
        ("chu van mau", "Chu Van Mau", None, None),
        ("Nông Thị Mẫu bí thư chi bộ", "Nông Thị Mẫu", P.VILLAGE_BOARD, None),
        ("trưởng thôn Lò Văn Mẫu", "Lò Văn Mẫu", P.VILLAGE_BOARD, None),
        ("nong thi mau hoi phu nu", "Nong Thi Mau", P.ORGANISATION, None),
        ("tran thi chi doan", "Tran Thi Chi Doan", None, None),
        ("Thôn 3: Nông Thị Mẫu", "Nông Thị Mẫu", None, None),
        ("Nông Thị Mẫu, +84912345678, hn", "Nông Thị Mẫu", P.POOR, "+84912345678"),
        ("Nông Thị Mẫu - Đoàn TN", "Nông Thị Mẫu", P.ORGANISATION, None),
        ("Nông Thị Mẫu, Hội LHPN", "Nông Thị Mẫu", P.ORGANISATION, None),
        ("Nông Thị Mẫu, ĐTN", "Nông Thị Mẫu", P.ORGANISATION, None),
        ("Nông Thị Mẫu, thôn phó", "Nông Thị Mẫu", P.VILLAGE_BOARD, None),
        ("Nông Thị Mẫu, hộ cận ngèo", "Nông Thị Mẫu", P.NEAR_POOR, None),
        ("Nông Thị Mẫu, ko nghèo", "Nông Thị Mẫu", P.NOT_POOR, None),
        ("Nông Thị Mẫu nghèo", "Nông Thị Mẫu", P.POOR, None),
        ("Nông Thị Nghèo", "Nông Thị Nghèo", None, None),
        ("nong thi ngheo", "Nong Thi Ngheo", None, None),
        ("Nông Thị Mẫu,1978,hộ cận nghèo", "Nông Thị Mẫu", P.NEAR_POOR, None),
        ("Nông Thị Mẫu sn 1978 hn", "Nông Thị Mẫu", P.POOR, None),
        ("Nông Thị Mẫu (12/05/1978) hộ nghèo", "Nông Thị Mẫu", P.POOR, None),
        ("1. Nông Thị Mẫu - Nữ - 1978 - hộ nghèo", "Nông Thị Mẫu", P.POOR, None),
        ("Nông Thị Mẫu, 45 tuổi, 0912345678", "Nông Thị Mẫu", None, "0912345678"),
        ("Cháu Nông Thị Mẫu thay mẹ", "Nông Thị Mẫu", None, None),
        ("Nông Thị Mẫu đi thay bà Na", "Nông Thị Mẫu", None, None),
        ("Nông Thị Mẫu Thay", "Nông Thị Mẫu Thay", None, None),
    ],
)
def test_one_line(line: str, name: str, category: P | None, phone: str | None) -> None:
    assert read_one(line) == NameLine(name, category, phone)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Mẫu", "short"),
        ("A", "short"),
        ("A B", "short"),
        ("Nông Văn 3", "digits"),
        ("0912345678", "digits"),
        ("vay von nuoi bo thi lam sao", "reply"),
        ("sửa thôn", "reply"),
        ("Cảm ơn em", "empty"),
        ("2 vợ chồng anh Mẫu", "several"),
        ("vo chong ong Mau", "several"),
        ("Nông Văn Mẫu và vợ", "several"),
        ("mẹ con chị Mẫu", "several"),
        ("thôi khỏi", "reply"),
        ("cho em gap can bo", "reply"),
        ("mau@xa.vn", "address"),
        ("http://xa.vn Mẫu", "address"),
        ("Nông " * 20, "long"),
        ("N" * 61 + " Mẫu", "long"),
        ("=1+1 Mẫu Mẫu", "digits"),
        ("=Mẫu Mẫu", "signs"),
        ("Nông Thị Mẫu, lò văn mẫu", "category"),
        (", hộ nghèo", "empty"),
        ("", "empty"),
        ("1.", "empty"),
        ("a , ,", "short"),
        ("Nông Thị Mẫu, Lò Văn Mẫu", "one-only"),
    ],
)
def test_lines_that_name_nobody(line: str, problem: str) -> None:
    assert read_one(line) == problem


@pytest.mark.parametrize(
    ("line", "category", "phone"),
    [
        ("18. Nông Thị Mẫu, hộ nghèo, căn cước 012345678901", P.POOR, None),
        ("Nông Thị Mẫu (so can cuoc: 012 345 678 901), hn", P.POOR, None),
        ("Nông Thị Mẫu cccd 001234567890 sđt 0912345678", None, "0912345678"),
        ("Nông Thị Mẫu cmnd 0123456789", None, None),
        ("Nông Thị Mẫu, 012345678, 2", P.NEAR_POOR, None),
        ("012345678901 Nông Thị Mẫu 0912 345 678", None, "0912345678"),
        ("18 001.234.567.890 Nông Thị Mẫu", None, None),
        ("Nông Thị Mẫu, stk 19034567890123 hộ nghèo", P.POOR, None),
        ("18 Nông Thị Mẫu, 912345678", None, "912345678"),
        ("Nông Thị Mẫu số tài khoản của vợ 0912345678", None, None),
    ],
)
def test_numbers_of_papers_are_not_read(line: str, category: P | None, phone: str | None) -> None:
    assert read_one(line) == NameLine("Nông Thị Mẫu", category, phone)
    assert look_like_names(line)


def test_numbers_of_papers_are_not_quoted() -> None:
    found = read_names("Mẫu 012345678901\n012345678901\nLò Mẫu Na, tốt bụng 012345678901")
    assert [(one.text, one.problem) for one in found.bad] == [("Mẫu", "short")]
    assert [one.left_out for one in found.good] == ["tốt bụng"]


@pytest.mark.parametrize(
    ("role", "category"),
    [
        ("hội phụ nữ", P.ORGANISATION),
        ("chi hội trưởng phụ nữ", P.ORGANISATION),
        ("chủ tịch hội nông dân", P.ORGANISATION),
        ("hội cựu chiến binh", P.ORGANISATION),
        ("bí thư đoàn thanh niên", P.ORGANISATION),
        ("bí thư chi bộ", P.VILLAGE_BOARD),
        ("trưởng ban công tác mặt trận", P.VILLAGE_BOARD),
        ("phó thôn", P.VILLAGE_BOARD),
        ("công an viên", P.VILLAGE_BOARD),
    ],
)
def test_a_role_in_the_village_says_the_category(role: str, category: P) -> None:
    for typed in (role, fold(role), role.upper()):
        assert read_one(f"Nông Thị Mẫu, {typed}") == NameLine("Nông Thị Mẫu", category)


@pytest.mark.parametrize(
    ("line", "category", "left_out"),
    [
        ("Nông Thị Mẫu, tốt bụng", None, "tốt bụng"),
        ("Nông Thị Mẫu - bạn tôi", None, "bạn tôi"),
        ("Nông Thị Mẫu, hộ nghèo (chồng đi thay)", P.POOR, "chồng đi thay"),
        ("Nông Thị Mẫu, tốt bụng, hộ nghèo", P.POOR, "tốt bụng"),
    ],
)
def test_a_name_counts_whatever_stands_behind_it(
    line: str, category: P | None, left_out: str
) -> None:
    assert read_one(line) == NameLine("Nông Thị Mẫu", category, left_out=left_out)


def test_each_phone_stays_with_its_owner() -> None:
    found = read_names("Lò Mẫu Na sđt 0912345678, Vàng Mẫu Thu 0987654321").good
    assert [(one.name, one.phone) for one in found] == [
        ("Lò Mẫu Na", "0912345678"),
        ("Vàng Mẫu Thu", "0987654321"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "DANH SACH THON 6",
        "DANH SÁCH THÔN 2",
        "Danh sách hộ nghèo thôn 3 đi họp",
        "Em gửi danh sách thôn 3 ạ",
        "ds đi họp",
        "STT Họ và tên",
        "TT\tHọ và tên chủ hộ\tLoại hộ\tGhi chú",
        "Họ tên",
        "Thôn 3",
        "Bản Nà Mẫu",
        "thôn 3 gồm",
        "Hộ nghèo:",
        "Những người đi họp",
        "Hội nghị đối thoại xã Mẫu",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "UBND XÃ MẪU",
        "Tổng cộng 5 người",
    ],
)
def test_a_heading_is_nobody(heading: str) -> None:
    found = read_names(f"{heading}\n1. Nông Thị Mẫu\nLò Văn Mẫu, 2")
    assert [one.name for one in found.good] == ["Nông Thị Mẫu", "Lò Văn Mẫu"]
    assert [(one.line, one.problem) for one in found.bad] == [(1, "heading")]
    assert problem_of(heading) in {"heading", "empty", "digits"}


@pytest.mark.timeout(20)  # each repetition that is read in two ways would double the time
@pytest.mark.parametrize("words", ["ho ten chu ho", "Họ và tên chủ hộ", "STT Họ tên", "so tt tt"])
def test_a_heading_that_repeats_itself_is_read_in_one_way(words: str) -> None:
    for times in (2, 19):
        assert is_heading(" ".join([words] * times)) == (times * len(words) < 300)
        assert not is_heading(" ".join([words] * times + ["mau"]))
    assert told_name(" ".join([words] * 100)) is None


@pytest.mark.parametrize(
    "name",
    [
        *("Bàn Văn Mẫu", "Xa Thị Mẫu", "Danh Mẫu Na", "Tổng Thị Mẫu", "Công Văn Mẫu", "Đăng Mẫu"),
        *("Hồ Thị Mẫu", "Hộ Mẫu", "Hộ Mẫu Sáu B", "Chu Hồ Mẫu", "Tô Mẫu Na", "Đoàn Thị Mẫu"),
    ],
)
def test_a_name_is_no_heading(name: str) -> None:
    for typed in (name, fold(name), name.upper()):
        found = read_names(typed)
        assert [key(one.name) for one in found.good] == [key(name)]


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


def test_a_number_tells_two_people_of_one_name_apart() -> None:
    found = read_names("Giàng A Mẫu\nGiàng A Mẫu 2, hộ nghèo")
    assert [one.name for one in found.good] == ["Giàng A Mẫu", "Giàng A Mẫu 2"]
    assert found.bad == ()


def test_good_lines_are_kept_and_bad_ones_told_with_their_line() -> None:
    found = read_names("1. Nông Thị Mẫu\n\nMẫu\nnong thi mau, hn\nLò Mẫu, Vàng Mẫu, Sùng Mẫu, 2")
    assert [line.name for line in found.good] == ["Nông Thị Mẫu", "Lò Mẫu", "Vàng Mẫu", "Sùng Mẫu"]
    assert found.good[-1].category is P.NEAR_POOR
    assert [(one.line, one.problem) for one in found.bad] == [(2, "short"), (3, "repeat")]


def test_more_than_sixty_lines() -> None:
    lines = [f"Mẫu {chr(97 + number // 20)}a {chr(97 + number % 20)}o" for number in range(80)]
    found = read_names("\n".join(lines))
    assert len(found.good) == MAX_LINES
    assert [one.problem for one in found.bad] == ["too-many"]


def test_a_long_line_is_quoted_short() -> None:
    (bad,) = read_names("x" * 5000).bad
    assert len(bad.text) == MAX_NAME


@pytest.mark.parametrize("number", range(1, 7))
def test_the_legend(number: int) -> None:
    assert read_category(f" {number}. ") is LEGEND[number - 1]


@pytest.mark.parametrize("text", ["0", "7", "giau", "", "Lò Văn Mẫu"])
def test_no_category(text: str) -> None:
    assert read_category(text) is None


def test_the_name_stays_as_typed_in_nfc() -> None:
    typed = unicodedata.normalize("NFD", "1.  NÔNG   thị Mẫu ")
    assert read_one(typed) == NameLine("NÔNG thị Mẫu")


@given(st.text(max_size=400))
def test_no_text_breaks_it(text: str) -> None:
    found = read_names(text)
    keys = [key(line.name) for line in found.good]
    assert len(keys) == len(set(keys))
    assert all(problem_of(line.name) is None for line in found.good)
    assert all(len(one.text) <= MAX_NAME for one in found.bad)


def test_the_rows_of_a_long_list_are_found_without_judging_its_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judged: list[str] = []

    def counted(name: str) -> str | None:
        judged.append(name)
        return problem_of(name)

    monkeypatch.setattr(names, "problem_of", counted)
    text = "\n".join(["Nông Văn Mẫu"] * 150)
    assert len(rows_of(text)) == 150
    assert judged == []
    assert len(read_names(text).good) == 1
    assert len(judged) == MAX_LINES


SYLLABLE = st.sampled_from(("Nông", "Thị", "Mẫu", "Lò", "Hai", "H'Mẫu", "Y-Mẫu", "A", "Ê", "Ksor"))
NAME = st.lists(SYLLABLE, min_size=2, max_size=5).map(" ".join).filter(lambda n: not problem_of(n))
MARK = st.sampled_from([", ", " - ", "; ", ": ", " – ", "- "])
CATEGORY = st.sampled_from(
    [
        ("hộ nghèo", P.POOR),
        ("can ngheo", P.NEAR_POOR),
        ("3", P.JUST_ESCAPED),
        ("BQL", P.VILLAGE_BOARD),
    ]
)
NUMBER = st.sampled_from(["", "1. ", "12) ", "(3) ", "- ", "07 "])


@given(st.lists(st.tuples(NUMBER, NAME, MARK, CATEGORY), max_size=20))
def test_what_was_written_is_what_is_read(
    lines: list[tuple[str, str, str, tuple[str, P]]],
) -> None:
    text = "\n".join(f"{number}{name}{mark}{said}" for number, name, mark, (said, _) in lines)
    wanted: dict[str, NameLine] = {}
    for _, name, _, (_, category) in lines:
        wanted.setdefault(key(name), NameLine(name, category))
    assert list(read_names(text).good) == list(wanted.values())


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
    ("typed", "name"),
    [
        ("ba Y Lan nha ko co dt", "ba Y Lan"),
        ("Bà Lò Thị Mẫu không có điện thoại", "Bà Lò Thị Mẫu"),
        ("Lò Thị Mẫu, nhà chưa có đt", "Lò Thị Mẫu"),
        ("Lo Thi Mau (nha khong co so dien thoai)", "Lo Thi Mau"),
        ("Nông Văn Mẫu k xài zalo đâu", "Nông Văn Mẫu"),
        ("Nông Văn Số", "Nông Văn Số"),
        ("Lò Thị Không Mẫu", "Lò Thị Không Mẫu"),
        ("ko co dt", "ko co dt"),
    ],
)
def test_what_is_added_about_a_phone_is_no_name(typed: str, name: str) -> None:
    assert without_aside(typed) == name
