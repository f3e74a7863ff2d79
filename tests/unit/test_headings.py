"""Lines of a pasted list that name nobody, and names that look like them."""

from __future__ import annotations

import pytest

from faq.normalize import fold
from handlers.headings import is_heading
from handlers.names import problem_of, read_names
from handlers.parsing import key
from handlers.services.told_names import told_name


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
