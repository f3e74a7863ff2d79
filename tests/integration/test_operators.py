"""A real commune from nothing: made by command, its first official lets themselves in."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime

import pytest

from bot import cli
from bot.config import Settings
from handlers.faq_book import FaqBook
from handlers.services import contact
from storage.database import Database
from storage.unit_of_work import Storage
from tests.acting import work_of
from tests.chat import Chat
from tests.clock import Clock


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = cli.main(arguments)
    shown = capsys.readouterr()
    return status, shown.out, shown.err


async def test_from_an_empty_database_to_a_working_official(
    settings: Settings, book: FaqBook, capsys: pytest.CaptureFixture[str]
) -> None:
    url = ("--database-url", settings.database_url)

    def operate() -> str:
        made = _run(
            capsys, "commune", "Xã Mẫu", "--prefix", "xm", "--villages", "Thôn 1; Thôn 2", *url
        )
        assert made[:2] == (0, "Đã tạo Xã Mẫu với 2 thôn: Thôn 1; Thôn 2.\n")
        status, out, _ = _run(capsys, "grant", "official", "--unit", "XM", *url)
        assert status == 0
        found = re.search(r"Mã mời: (\w{4} \w{4})\.", out)
        assert found is not None
        return found.group(1)

    code = await asyncio.to_thread(operate)
    clock = Clock()
    clock.now = datetime.now(UTC)
    chat = Chat(settings, clock, book)
    await chat.say("X", "mã mời")
    await chat.say("X", code.lower())
    assert "Em ghi tên và việc anh/chị làm" in chat.last("X").plain()
    await chat.say("X", "đồng ý")
    await chat.say("X", "Cán bộ Mẫu")
    await chat.say("X", "1")
    assert "1. Tạo buổi đối thoại" in chat.last("X").plain()

    await chat.say("Y", "mã mời")
    await chat.say("Y", code)
    assert "đã dùng" in chat.last("Y").plain()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("commune", "Xã Mẫu", "--prefix", "1", "--villages", "A"), "Ký hiệu phải là"),
        (("commune", "Xã Mẫu", "--prefix", "AB", "--villages", " ; "), "ít nhất một thôn"),
        (("commune", "Xã Mẫu", "--prefix", "XM", "--villages", "A"), "đã có xã dùng"),
        (
            ("commune", "Xã Mẫu", "--prefix", "AB", "--villages", "Thôn 1; Bản A, thôn  1"),
            "có thôn ghi hai lần: Thôn 1.",
        ),
        (("grant", "official", "--unit", "QQ"), "Không có xã nào"),
        (("grant", "village_head", "--unit", "XM"), "phải nêu tên thôn"),
        (("grant", "village_head", "--unit", "XM", "--village", "Z"), "không có trong xã"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    settings: Settings,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    sentence: str,
) -> None:
    url = ("--database-url", settings.database_url)
    _run(capsys, "commune", "Xã Mẫu", "--prefix", "XM", "--villages", "Thôn 1", *url)
    status, out, error = _run(capsys, *arguments, *url)
    assert (status, out) == (1, "")
    assert sentence in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("typed", "read_back"),
    [
        ("Bản A, Bản B, Bản C", "3 thôn: Bản A; Bản B; Bản C."),
        (" Bản  A;Bản B ,Bản C;", "3 thôn: Bản A; Bản B; Bản C."),
        ("Bản Mẫu; Bản Màu; Bản Mẫu 2", "3 thôn: Bản Mẫu; Bản Màu; Bản Mẫu 2."),
    ],
)
def test_villages_are_read_back_as_they_were_made(
    settings: Settings, capsys: pytest.CaptureFixture[str], typed: str, read_back: str
) -> None:
    url = ("--database-url", settings.database_url)
    made = _run(capsys, "commune", "Xã Mẫu", "--prefix", "XM", "--villages", typed, *url)
    assert made[:2] == (0, f"Đã tạo Xã Mẫu với {read_back}\n")
    last = read_back.rstrip(".").rpartition("; ")[2]
    found = _run(capsys, "grant", "village_head", "--unit", "XM", "--village", last, *url)
    assert found[0] == 0


async def _made(settings: Settings, capsys: pytest.CaptureFixture[str]) -> tuple[str, ...]:
    """Two communes, "XM" and "YM"; the arguments that name the database."""
    url = ("--database-url", settings.database_url)
    for name, prefix in (("Xã Mẫu", "XM"), ("Xã Mẫu Hai", "YM")):
        villages = ("--villages", "Thôn 1; Thôn 2")
        await asyncio.to_thread(_run, capsys, "commune", name, "--prefix", prefix, *villages, *url)
    return url


async def _set(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    return await asyncio.to_thread(_run, capsys, "commune", *arguments)


async def test_a_commune_sets_and_shows_whom_to_call(
    settings: Settings, book: FaqBook, capsys: pytest.CaptureFixture[str], clock: Clock
) -> None:
    url = await _made(settings, capsys)
    status, out, _ = await _set(capsys, "--prefix", "xm", *url)
    assert status == 0
    assert out.splitlines() == [
        "Xã Mẫu đang dùng:",
        "Số điện thoại trực: chưa có",
        "Giờ làm việc: giờ làm việc, từ thứ Hai đến thứ Sáu (dùng chung của máy chủ)",
        "Số của nơi khác: chưa có",
        "Nơi nhận tố cáo: chưa có",
    ]
    told = ("--duty-phone", "0260 3812 345", "--office-hours", "7 giờ đến 17 giờ.")
    place = ("--denunciation-place", "phòng tiếp dân", "--source", "cán bộ tư pháp Mẫu, 20/11")
    status, out, _ = await _set(capsys, "--prefix", "XM", *told, *place, *url)
    assert status == 0
    assert "Số điện thoại trực: 0260 3812 345 (nguồn: cán bộ tư pháp Mẫu, 20/11)\n" in out
    assert "Giờ làm việc: 7 giờ đến 17 giờ (nguồn:" in out
    assert "Nơi nhận tố cáo: phòng tiếp dân (nguồn:" in out
    status, out, _ = await _set(capsys, "--prefix", "XM", *url)
    assert "0260 3812 345" in out
    assert "0260 3812 345" not in (await _set(capsys, "--prefix", "YM", *url))[1]

    storage = Storage(Database(settings.effective_database_url, synchronous="NORMAL"))
    try:
        async with storage.write() as uow:
            work = work_of(uow, clock.now)
            commune = await uow.units.by_prefix("XM")
            other = await uow.units.by_prefix("YM")
            assert commune is not None
            assert other is not None
            here = await contact.of(work, commune.id)
            assert (here.phone, here.hours, here.denunciation_place) == (
                "0260 3812 345",
                "7 giờ đến 17 giờ",
                "phòng tiếp dân",
            )
            assert (await contact.of(work, other.id)).phone == ""
            audited = [entry.action for entry in await uow.audit.of("unit", commune.id)]
            assert audited.count("unit.setting_changed") == 3
    finally:
        await storage.database.close()
    status, out, _ = await _set(capsys, "--prefix", "XM", "--duty-phone", "", *url)
    assert (status, "Số điện thoại trực: chưa có\n" in out) == (0, True)
    assert "7 giờ đến 17 giờ" in out


async def test_a_commune_may_be_made_with_its_settings(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    url = ("--database-url", settings.database_url)
    made = ("Xã Mẫu", "--prefix", "XM", "--villages", "Thôn 1", "--duty-phone", "113")
    status, out, _ = await _set(capsys, *made, *url)
    assert status == 0
    assert out.startswith(
        "Đã tạo Xã Mẫu với 1 thôn: Thôn 1.\nXã Mẫu đang dùng:\nSố điện thoại trực: 113\n"
    )


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("--prefix", "QQ", "--duty-phone", "113"), 1, "Không có xã nào"),
        (("--prefix", "XM", "--duty-phone", "gọi anh Mẫu"), 1, "chỉ gồm chữ số"),
        (("--prefix", "XM", "--office-phones", "0260 3811 222"), 1, "Ghi số của nơi khác như"),
        (("--prefix", "XM", "--office-phones", "Trạm y tế: hỏi xã"), 1, "Ghi số của nơi khác như"),
        (
            ("--prefix", "XM", "--office-phones", "Trường mầm non: 02601; Trường tiểu học: 02602"),
            1,
            "Mỗi loại nơi một số",
        ),
        (("--prefix", "XM", "--office-hours", "x" * 301), 1, "dài nhất 300"),
        (("--prefix", "XM", "--denunciation-place", "trụ sở"), 1, "phải có --source"),
        (("--prefix", "XM", "--villages", "A"), 2, "nêu cả tên"),
        (("Xã Mẫu", "--prefix", "ZM"), 2, "nêu cả tên"),
    ],
)
async def test_a_setting_that_cannot_be_changes_nothing(
    settings: Settings,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    status: int,
    sentence: str,
) -> None:
    url = await _made(settings, capsys)
    ended, out, error = await _set(capsys, *arguments, *url)
    assert (ended, out) == (status, "")
    assert sentence in error
    assert error.count("\n") == 1
    assert "nguồn" not in (await _set(capsys, "--prefix", "XM", *url))[1]
