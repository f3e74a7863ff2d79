"""Deadlines in plain words: the end of a day, which deadline, "as it is" and "nothing"."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from handlers.dates import as_end, read_moment
from handlers.flows.create_session.deadline_words import by_name
from handlers.parsing import has_nothing, leaves_it
from handlers.texts import LOCAL_ZONE

NOW = datetime(2026, 11, 22, 9, tzinfo=LOCAL_ZONE)


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("hết ngày 30/11", "30/11", "23:59"),
        ("het ngay 30/11", "30/11", "23:59"),
        ("hết 30/11", "30/11", "23:59"),
        ("đến hết ngày mùng 2 tháng 12", "02/12", "23:59"),
        ("cuối ngày 30/11", "30/11", "23:59"),
        ("hết thứ sáu", "27/11", "23:59"),
        ("hết hôm nay", "22/11", "23:59"),
        ("hết ngày mai", "23/11", "23:59"),
        ("24h 30/11", "30/11", "23:59"),
        ("30/11 24h", "30/11", "23:59"),
        ("24h00 ngày 30/11", "30/11", "23:59"),
        ("trưa mùng 1/12", "01/12", "12:00"),
        ("trua 1/12", "01/12", "12:00"),
        ("11h trưa 1/12", "01/12", "11:00"),
        ("hết 17h 30/11", "30/11", "17:00"),
        ("17h30 30/11", "30/11", "17:30"),
    ],
)
def test_the_end_of_a_day_is_its_last_minute(text: str, day: str, hour: str) -> None:
    at = read_moment(as_end(text), NOW).at
    assert at is not None
    assert f"{at:%d/%m %H:%M}" == f"{day} {hour}"


@pytest.mark.parametrize("text", ["24h", "hết ngày", "cuối ngày"])
def test_the_end_of_a_known_day(text: str) -> None:
    at = read_moment(as_end(text), NOW, known_day=date(2026, 11, 30)).at
    assert at == datetime(2026, 11, 30, 23, 59, tzinfo=LOCAL_ZONE)


@pytest.mark.parametrize("text", ["30/11", "sáng 30/11", "chiều 30/11"])
def test_a_day_alone_has_no_hour(text: str) -> None:
    assert read_moment(as_end(text), NOW).at is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "đăng ký hết ngày 30/11, câu hỏi trưa mùng 1/12",
            {"registration": "hết ngày 30/11", "questions": "trưa mùng 1/12"},
        ),
        ("dang ky 30/11 cau hoi 1/12", {"registration": "30/11", "questions": "1/12"}),
        ("30/11 9h đăng ký, 1/12 9h câu hỏi", {"registration": "30/11 9h", "questions": "1/12 9h"}),
        (
            "hạn đăng ký với câu hỏi đều 30/11 9h",
            {"registration": "đều 30/11 9h", "questions": "đều 30/11 9h"},
        ),
        ("đổi hạn câu hỏi sang trưa 1/12", {"questions": "trưa 1/12"}),
        ("đổi hạn đăng ký", {"registration": ""}),
        ("30/11 9h", {}),
        ("đăng ký 30/11 hay đăng ký 1/12", {}),
    ],
)
def test_which_deadline_is_named(text: str, said: dict[str, str]) -> None:
    assert by_name(text) == said


@pytest.mark.parametrize(
    "text",
    [
        *("giữ nguyên", "giu nguyen", "giữ như cũ", "như cũ", "để vậy đi", "để mặc định", "thôi"),
        *("cứ để như vậy", "không đổi gì", "ko doi", "giữ cũ", "giữ lại", "y như cũ", "vẫn như cũ"),
        *("không thay đổi gì nữa", "giữ cái cũ", "vậy đi", "để nguyên nhé em"),
    ],
)
def test_what_was_told_stays(text: str) -> None:
    assert leaves_it(text)


@pytest.mark.parametrize(
    "text",
    [
        *("vay", "vay vốn", "mang như cũ", "giữ xe miễn phí", "để xe ngoài sân", "đổi", "30/11 9h"),
        *("hỗ trợ như năm trước", "nhà văn hoá", "không"),
    ],
)
def test_other_words_do_not_leave_it(text: str) -> None:
    assert not leaves_it(text)


@pytest.mark.parametrize(
    "text",
    [
        *("ko cần gì đâu", "không cần mang gì", "k", "ko", "không", "khong co gi", "chưa có"),
        *("không hỗ trợ", "xã không hỗ trợ gì đâu em", "không có tiền hỗ trợ", "khỏi mang gì"),
        *("bà con không cần mang theo gì", "ko phai mang gi het", "đâu có gì", "chưa biết"),
    ],
)
def test_there_is_nothing_of_it(text: str) -> None:
    assert has_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        *("mang căn cước", "không mang trẻ nhỏ", "khong mang tien", "100 nghìn", "50k", "cơm trưa"),
        *("không cần mang gì, xã lo nước", "xã hỗ trợ 50k", "có"),
    ],
)
def test_there_is_something_of_it(text: str) -> None:
    assert not has_nothing(text)
