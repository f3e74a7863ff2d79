"""Dates as people write them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dates import Problem, only_moment, read_moment
from handlers.texts import LOCAL_ZONE, moment_words

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=LOCAL_ZONE)
"""A Friday."""


def at(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=LOCAL_ZONE)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("thứ Bảy 05/12/2026 7 giờ 30", "2026-12-05 07:30"),
        ("5/12 7h30", "2026-12-05 07:30"),
        ("thu 7 tuan sau luc 7h30 sang", "2026-11-28 07:30"),
        ("sang tuần thứ 7 7h30", "2026-11-28 07:30"),
        ("5-12-2026 14h", "2026-12-05 14:00"),
        ("5.12.2026 7h30", "2026-12-05 07:30"),
        ("2026-12-05 07:30", "2026-12-05 07:30"),
        ("7:30 5/12/26", "2026-12-05 07:30"),
        ("chủ nhật 6/12 lúc 8 giờ", "2026-12-06 08:00"),
        ("cn 8h", "2026-11-22 08:00"),
        ("ngày 5 tháng 12 năm 2026 lúc 7 giờ 30 phút sáng", "2026-12-05 07:30"),
        ("mùng 5 tháng 12 7g30", "2026-12-05 07:30"),
        ("5 tháng 12, 7 giờ rưỡi", "2026-12-05 07:30"),
        ("7 rưỡi sáng thứ bảy", "2026-11-21 07:30"),
        ("bảy giờ rưỡi sáng thứ bảy tuần sau", "2026-11-28 07:30"),
        (
            "8 giờ sáng thứ ba mồng tám tháng mười hai năm hai nghìn không trăm hai mươi sáu",
            "2026-12-08 08:00",
        ),
        ("ngay hai muoi lam thang muoi hai 7h30", "2026-12-25 07:30"),
        ("mồng một tháng sáu 8h", "2027-06-01 08:00"),
        ("7 giờ kém 15 5/12", "2026-12-05 06:45"),
        ("sáng mai 7h", "2026-11-21 07:00"),
        ("mot 8h", "2026-11-22 08:00"),
        ("mốt, 8 giờ sáng", "2026-11-22 08:00"),
        ("một giờ chiều mai", "2026-11-21 13:00"),
        ("10 ngày nữa 8h", "2026-11-30 08:00"),
        ("hôm nay 3h chiều", "2026-11-20 15:00"),
        ("tối nay 7h", "2026-11-20 19:00"),
        ("chiều thứ sáu 2 giờ", "2026-11-27 14:00"),
        ("13h30 thứ tư", "2026-11-25 13:30"),
        ("thứ bảy tuần này 8h", "2026-11-21 08:00"),
        ("ngày 25 8h", "2026-11-25 08:00"),
        ("ngày 5 8h", "2026-12-05 08:00"),
        ("29/2 7h", "2028-02-29 07:00"),
        ("5/9 8h", "2027-09-05 08:00"),
        ("thứ sáu 5/11 8h", "2027-11-05 08:00"),
        ("11h trưa mai", "2026-11-21 11:00"),
        ("1h trưa mai", "2026-11-21 13:00"),
        ("12 giờ trưa mai", "2026-11-21 12:00"),
        ("12 giờ đêm mai", "2026-11-21 00:00"),
        ("2 giờ đêm mai", "2026-11-21 02:00"),
        ("05:00 mai", "2026-11-21 05:00"),
        ("2pm 5/12", "2026-12-05 14:00"),
        ("8 am 5/12", "2026-12-05 08:00"),
        ("14h chiều 5/12", "2026-12-05 14:00"),
        ("26/11 8h sang", "2026-11-26 08:00"),
        ("8h sang 26/11", "2026-11-26 08:00"),
        ("sáng thứ 7 tuần sau 8h", "2026-11-28 08:00"),
        ("8 sáng 26/11", "2026-11-26 08:00"),
        ("26/11 8 toi", "2026-11-26 20:00"),
        ("thứ 7 tới 8h", "2026-11-21 08:00"),
        ("thứ bảy tới, 8 giờ sáng", "2026-11-21 08:00"),
        ("thu 7 toi 8h sang", "2026-11-21 08:00"),
        ("thứ 7 tối 8h", "2026-11-21 20:00"),
        ("tối thứ 7 8h", "2026-11-21 20:00"),
        ("thứ 7 tuần sau nữa 8h", "2026-12-05 08:00"),
        ("hai tuần nữa, thứ 7, 8h sáng", "2026-12-05 08:00"),
        ("2 tuần nữa 8h", "2026-12-04 08:00"),
        ("26/11 8h-10h", "2026-11-26 08:00"),
        ("8h30-10h 26/11", "2026-11-26 08:30"),
        ("26/11 từ 8h tới 10h30 sáng", "2026-11-26 08:00"),
    ],
)
def test_reads_a_moment(text: str, moment: str) -> None:
    found = read_moment(text, NOW)
    assert found.problem is None
    assert found.at == at(moment)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", Problem.UNREADABLE),
        ("abc", Problem.UNREADABLE),
        ("x" * 500, Problem.UNREADABLE),
        ("30/02 7h", Problem.NO_SUCH_DAY),
        ("31/4/2027", Problem.NO_SUCH_DAY),
        ("99/99", Problem.NO_SUCH_DAY),
        ("5/12/1800 8h", Problem.NO_SUCH_DAY),
        ("ngày 40 8h", Problem.NO_SUCH_DAY),
        ("25h 5/12", Problem.NO_SUCH_HOUR),
        ("7h75 5/12", Problem.NO_SUCH_HOUR),
        ("7 giờ kém 90 5/12", Problem.NO_SUCH_HOUR),
        ("14h sáng 5/12", Problem.NO_SUCH_HOUR),
        ("7h trưa 5/12", Problem.NO_SUCH_HOUR),
        ("1/1/2020 8h", Problem.PAST),
        ("1/1/2020", Problem.PAST),
        ("20/11 7h", Problem.PAST),
        ("thứ năm tuần này 8h", Problem.PAST),
        ("thứ sáu 5/12 7h30", Problem.WEEKDAY_DIFFERS),
        ("ngày 5 tháng 12", Problem.HOUR_MISSING),
        ("mai", Problem.HOUR_MISSING),
        ("thứ 7", Problem.HOUR_MISSING),
        ("7 rưỡi sáng", Problem.DAY_MISSING),
        ("2h 5/12", Problem.AMBIGUOUS),
        ("thu 7 toi 8h", Problem.AMBIGUOUS),
        ("ngày 5 sáng", Problem.HOUR_MISSING),
        ("thứ năm 5/11 8h", Problem.PAST),
        ("Được hỗ trợ 50 nghìn đồng một ngày", Problem.UNREADABLE),
        ("Duoc ho tro 50 nghin dong mot ngay", Problem.UNREADABLE),
        ("mot nguoi 100 nghin", Problem.UNREADABLE),
    ],
)
def test_names_the_problem(text: str, problem: Problem) -> None:
    found = read_moment(text, NOW)
    assert found.problem is problem
    if problem is not Problem.PAST:
        assert found.at is None


def test_a_past_moment_is_still_given() -> None:
    assert read_moment("1/1/2020 8h", NOW).at == at("2020-01-01 08:00")


def test_weekday_and_date_that_differ_offer_both_days() -> None:
    found = read_moment("thứ sáu 5/12 7h30", NOW)
    assert found.options == (at("2026-12-04 07:30"), at("2026-12-05 07:30"))


def test_an_ambiguous_hour_offers_both() -> None:
    found = read_moment("2h 5/12", NOW)
    assert found.options == (at("2026-12-05 02:00"), at("2026-12-05 14:00"))


@pytest.mark.parametrize(
    ("text", "hour"), [("7h30", time(7, 30)), ("8", time(8)), ("lúc 14 giờ", time(14))]
)
def test_an_hour_alone_answers_when_the_day_is_known(text: str, hour: time) -> None:
    found = read_moment(text, NOW, known_day=date(2026, 12, 5))
    assert found.at == datetime.combine(date(2026, 12, 5), hour, LOCAL_ZONE)


def test_another_day_replaces_the_known_one() -> None:
    found = read_moment("6/12 8h", NOW, known_day=date(2026, 12, 5))
    assert found.at == at("2026-12-06 08:00")


_FUTURE = st.datetimes(
    min_value=(NOW + timedelta(days=1)).replace(tzinfo=None),
    max_value=datetime(2099, 12, 31),  # noqa: DTZ001 - the zone is added below
)


@given(_FUTURE)
def test_reads_back_what_the_bot_says(moment: datetime) -> None:
    moment = moment.replace(second=0, microsecond=0, tzinfo=LOCAL_ZONE)
    assert read_moment(moment_words(moment), NOW).at == moment


_PIECES = st.sampled_from(
    ["thứ", "7", "30", "/", "-", ".", "giờ", "h", "rưỡi", "kém", "sáng", "chiều", "mai", "tuần sau",
     "ngày", "tháng", "12", "2026", "99", "0", "cn", "mốt", " ", ":", "năm", "nữa", "trưa", "đêm"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=12).map(" ".join)))
def test_never_raises(text: str) -> None:
    found = read_moment(text, NOW)
    assert (found.at is not None) or found.problem is not None
    for option in found.options:
        assert option.tzinfo is LOCAL_ZONE
    read_moment(text, NOW, known_day=date(2026, 12, 5))


@pytest.mark.parametrize(
    "text",
    [
        "5/12 7h30",
        "thứ Bảy",
        "7 giờ 30 sáng thứ Bảy 05/12/2026",
        "sáng mai",
        "2 giờ chiều",
        "mùng 5 Tết",
    ],
)
def test_a_moment_and_nothing_else(text: str) -> None:
    assert only_moment(text, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "sổ hộ nghèo",
        "mang thẻ, đến lúc 7h30",
        "2 kg gạo",
        "100 nghìn đồng",
        "căn cước",
        "giấy mời 5/12",
    ],
)
def test_things_are_no_moment(text: str) -> None:
    assert not only_moment(text, NOW)


def test_two_dates_are_both_offered() -> None:
    found = read_moment("5/12 hoặc 12/12, 7h30", NOW)
    assert found.problem is Problem.SEVERAL_DAYS
    assert found.options == (at("2026-12-05 07:30"), at("2026-12-12 07:30"))


@pytest.mark.parametrize(
    "text", ["19/11 8h", "mùng 5 tháng 11 8h", "22/9, 8 giờ", "5/11 chu nhat 8h"]
)
def test_a_date_just_over_is_of_this_year_or_the_next(text: str) -> None:
    found = read_moment(text, NOW)
    assert found.problem is Problem.YEAR_UNSURE
    over, coming = found.options
    assert (over.year, coming.year) == (2026, 2027)
    assert (over.day, over.month, over.time()) == (coming.day, coming.month, coming.time())


def test_a_date_of_december_is_just_over_in_january() -> None:
    found = read_moment("20/12 8h", datetime(2027, 1, 5, 8, tzinfo=LOCAL_ZONE))
    assert found.options == (at("2026-12-20 08:00"), at("2027-12-20 08:00"))


def test_midnight_is_asked_about() -> None:
    found = read_moment("0h 8/12", NOW)
    assert found.problem is Problem.AMBIGUOUS
    assert found.options == (at("2026-12-08 00:00"), at("2026-12-08 12:00"))


@pytest.mark.parametrize("text", ["hôm qua 8h", "hom qua 8h", "8h sáng hôm kia"])
def test_yesterday_is_over(text: str) -> None:
    assert read_moment(text, NOW).problem is Problem.PAST
