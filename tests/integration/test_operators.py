"""A real commune from nothing: made by command, its first official lets themselves in."""

from __future__ import annotations

import re

import pytest

from bot import cli
from bot.config import Settings
from handlers.faq_book import FaqBook
from tests.chat import Chat
from tests.clock import Clock


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = cli.main(arguments)
    shown = capsys.readouterr()
    return status, shown.out, shown.err


async def test_from_an_empty_database_to_a_working_official(
    settings: Settings, book: FaqBook, capsys: pytest.CaptureFixture[str]
) -> None:
    import asyncio
    from datetime import UTC, datetime

    url = ("--database-url", settings.database_url)

    def operate() -> str:
        made = _run(
            capsys, "commune", "Xã Mẫu", "--prefix", "xm", "--villages", "Thôn 1; Thôn 2", *url
        )
        assert made[:2] == (0, "Đã tạo Xã Mẫu với 2 thôn.\n")
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
