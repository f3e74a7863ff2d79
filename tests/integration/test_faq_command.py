"""``doithoai faq export | import | lint --database | expiring | worklist``: a file, or words."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.cli import main
from handlers.services import faq_changes, faq_expiry, faq_states
from tests.clock import Clock
from tests.faq_files import Edited, title
from tests.faq_world import ASKED, CARD, LOAN, ROOF, Faq, installed

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def world(
    migrated_database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., None]:
    """Makes the small FAQ, does something with it, and lets go of the database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOITHOAI_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DOITHOAI_DATABASE_URL", migrated_database_url)
    monkeypatch.setattr("bot.app.seed", _no_seed)  # the small FAQ stays the only one

    def run(act: Callable[[Faq], Awaitable[object]]) -> None:
        async def whole() -> None:
            made = installed(migrated_database_url, tmp_path, Clock(), second=False)
            async with made as faq:
                await act(faq)

        asyncio.run(whole())
        capsys.readouterr()

    return run


async def _no_seed(*_: object) -> None:
    return None


async def _nothing(_faq: Faq) -> None:
    return None


def _run(capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    status = main(["faq", *arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def _edited(path: Path) -> Edited:
    return Edited.of(path.read_bytes())


def test_out_changed_and_in_again(
    world: Callable[..., None], tmp_path: Path, capsys: Capture
) -> None:
    world(_nothing)
    file = tmp_path / "faq.xlsx"
    assert _run(capsys, "export", str(file)) == (0, f"Đã ghi 3 mục vào {file}.\n", "")
    edited = _edited(file).set(CARD, title("short"), "Anh/chị lên trạm y tế.")
    file.write_bytes(edited.ask(CARD, "rơi mất cái thẻ đi viện").bytes())
    status, out, err = _run(capsys, "import", str(file), "--yes", "--as", "Cán bộ Mẫu")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "Thêm 0 câu, sửa 1 câu, giữ nguyên 2 câu.",
        "Thêm 1 cách hỏi, bỏ 0 cách hỏi.",
        f'– {CARD}, "{ASKED[CARD]} vậy cán bộ?": Lời đáp ngắn, Cách dân hỏi',
        "Đã nhập 1 câu.",
    ]
    again = _run(capsys, "import", str(file), "--as", "O")
    assert again[0] == 0
    assert "Tệp không khác gì" in again[1]


@pytest.mark.parametrize(("answer", "revision"), [("có\n", 2), ("không\n", 1), ("", 1)])
def test_it_asks_before_it_takes_anything_in(
    world: Callable[..., None],
    tmp_path: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    revision: int,
) -> None:
    world(_nothing)
    file = tmp_path / "faq.xlsx"
    _run(capsys, "export", str(file))
    file.write_bytes(_edited(file).set(CARD, title("short"), "Anh/chị lên xã.").bytes())
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    status, out, err = _run(capsys, "import", str(file), "--as", "can bo mau")
    assert "Nhập tệp này?" in out
    assert (status, err) == ((0, "") if revision > 1 else (1, "Em chưa nhập gì cả.\n"))

    async def look(faq: Faq) -> None:
        assert (await faq.record(CARD)).revision == revision

    asyncio.run(_looking(look))


async def _looking(look: Callable[[Faq], Awaitable[object]]) -> None:
    from bot.config import Settings
    from storage.database import Database
    from storage.unit_of_work import Storage

    settings = Settings(_env_file=None)
    storage = Storage(Database(settings.effective_database_url))
    try:
        await look(Faq(settings, storage, Clock(), settings.data_dir, {}, {}))
    finally:
        await storage.database.close()


def test_what_is_wrong_is_named_and_nothing_is_taken_in(
    world: Callable[..., None], tmp_path: Path, capsys: Capture
) -> None:
    world(_nothing)
    file = tmp_path / "faq.xlsx"
    _run(capsys, "export", str(file))
    edited = _edited(file).set(CARD, title("short"), "Anh/chị lên xã.")
    edited.set(LOAN, title("cites"), "luat-la").ask(ROOF, ASKED[CARD])
    file.write_bytes(edited.bytes())
    status, out, err = _run(capsys, "import", str(file), "--yes", "--as", "O")
    assert (status, err) == (1, "Tệp còn 2 chỗ cần sửa, nên em chưa nhập gì.\n")
    near = f'"{ASKED[CARD]} vậy cán bộ?"'
    assert out.splitlines() == [
        'Trang "Câu hỏi", dòng 4, cột "Căn cứ":',
        "Em chưa lưu, vì văn bản luat-la chưa có trong sổ.",
        'Trang "Cách dân hỏi", dòng 5, cột "Cách dân hỏi":',
        f"Lời này giống cách hỏi của câu {CARD}: {near}. Anh/chị chỉ để ở một câu.",
    ]

    async def look(faq: Faq) -> None:
        assert await faq.version() == 1

    asyncio.run(_looking(look))


def test_wrong_use_and_failures_have_their_own_exit_status(
    world: Callable[..., None], tmp_path: Path, capsys: Capture
) -> None:
    world(_nothing)
    file = tmp_path / "faq.xlsx"
    with pytest.raises(SystemExit) as wrong:
        main(["faq", "import", str(file)])
    assert wrong.value.code == 2
    capsys.readouterr()
    assert _run(capsys, "import", str(file), "--as", "O")[0] == 1
    file.write_bytes(b"not a workbook")
    status, _, err = _run(capsys, "import", str(file), "--as", "O")
    assert (status, err.startswith("Em không đọc được tệp này.")) == (1, True)
    assert _run(capsys, "export", str(file))[0] == 0
    for name in ("H", "Hộ Mẫu", "Không Ai"):
        status, _, err = _run(capsys, "import", str(file), "--yes", "--as", name)
        assert (status, err) == (1, f'Không có cán bộ nào tên "{name}".\n')
    assert _run(capsys, "export", str(tmp_path / "no" / "x.xlsx"))[0] == 1


def test_the_linter_reads_the_database(world: Callable[..., None], capsys: Capture) -> None:
    async def change(faq: Faq) -> None:
        words = await faq.content(CARD)
        async with faq.acting("O") as work:
            aliases = {"learned": [*words["aliases"]["accented"], ASKED[LOAN]]}
            await faq_changes.edit(work, CARD, {**words, "aliases": aliases}, 1)
        async with faq.acting("O") as work:
            await faq_states.send_to_review(work, ROOF, 1)

    world(change)
    status, out, err = _run(capsys, "lint", "--database")
    assert status == 1
    assert f"{CARD}: cách hỏi hợp cả câu khác: {ASKED[LOAN]} / {LOAN}" in out
    assert f"{ROOF}: chờ rà soát, nên chưa dùng" in out
    assert f"{LOAN}: chưa có căn cứ" in out
    assert "điều cần sửa" in err


def test_what_expires_or_waits_is_listed(world: Callable[..., None], capsys: Capture) -> None:
    soon = date.today().replace(day=28)  # noqa: DTZ011 - the command asks the machine's clock

    async def change(faq: Faq) -> None:
        async with faq.acting("O") as work:
            await faq_states.set_validity(work, CARD, 1, first=None, last=soon)
        async with faq.acting("O") as work:
            await faq_states.send_to_review(work, ROOF, 1)
        async with faq.acting("O") as work:
            await faq_states.set_validity(work, LOAN, 1, first=None, last=date(2199, 1, 1))

    world(change)
    status, out, err = _run(capsys, "expiring")
    assert (status, err) == (0, "2 câu.\n")
    first, second = out.splitlines()
    assert first.startswith(f"chờ rà soát: {ROOF}: ")
    assert second.startswith(f"đến {soon:%d/%m/%Y}: {CARD}: ")


def test_the_worklist_is_that_of_the_officials_chat(
    world: Callable[..., None], capsys: Capture
) -> None:
    listed: dict[str, list[str]] = {}

    async def change(faq: Faq) -> None:
        async with faq.acting("O") as work:
            await faq_states.send_to_review(work, ROOF, 1)
        async with faq.acting("O") as work:
            await faq_states.review(work, LOAN, 1)
        async with faq.acting("O") as work:
            unread, count = await faq_expiry.unreviewed(work)
            listed["unread"] = [line.record.id for line in unread]
            assert count == 1
            listed["due"] = [line.record.id for line in await faq_expiry.due(work)]

    world(change)
    assert listed == {"unread": [CARD], "due": [ROOF]}
    status, out, err = _run(capsys, "worklist")
    assert status == 0
    assert [line.split(": ")[:2] for line in out.splitlines()] == [
        ["chờ rà soát", ROOF],
        ["chưa ai rà soát", CARD],
    ]
    assert err == "1 câu chờ rà soát hoặc sắp hết hạn, 1 trên 3 câu chưa ai rà soát.\n"


def test_what_nobody_reviewed_and_ends_soon_is_listed_once(
    world: Callable[..., None], clock: Clock, capsys: Capture
) -> None:
    soon = clock.now.date() + timedelta(days=30)
    listed: dict[str, list[str]] = {}

    async def change(faq: Faq) -> None:
        async with faq.acting("O") as work:
            await faq_states.set_validity(work, CARD, 1, first=None, last=soon)
        async with faq.acting("O") as work:
            listed["due"] = [line.record.id for line in await faq_expiry.due(work)]
            unread, count = await faq_expiry.unreviewed(work)
            listed["unread"] = sorted(line.record.id for line in unread)
            assert count == 2

    world(change)
    assert listed == {"due": [CARD], "unread": sorted([ROOF, LOAN])}
    _, out, err = _run(capsys, "worklist")
    assert out.count(CARD) == 1
    assert err == "1 câu chờ rà soát hoặc sắp hết hạn, 3 trên 3 câu chưa ai rà soát.\n"


def test_what_the_linter_finds_is_said_in_one_language(
    world: Callable[..., None], capsys: Capture
) -> None:
    async def change(faq: Faq) -> None:
        words = await faq.content(CARD)
        async with faq.acting("O") as work:
            answer = {**words["answer"], "short": "Lên UBND nộp 50k (2 bản)."}
            await faq_changes.edit(work, CARD, {**words, "answer": answer}, 1)
        async with faq.acting("O") as work:
            await faq_states.send_to_review(work, ROOF, 1)

    world(change)
    status, out, _ = _run(capsys, "lint", "--database")
    assert status == 1
    lines = out.splitlines()
    assert f"{ROOF}: chờ rà soát, nên chưa dùng" in lines
    assert f"{CARD}: có chữ viết tắt, nên viết đủ: Lời đáp ngắn: UBND" in lines
    assert f"{CARD}: số tiền nên viết thành lời: Lời đáp ngắn: 50k" in lines
    assert any(line.startswith(f"{LOAN}: ít cách hỏi quá: ") for line in lines)
    for english in (" is ", " must ", "at least", "of kind", "characters", "advice"):
        assert english not in out
