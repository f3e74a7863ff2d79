"""``doithoai export``: a file or one plain sentence."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.cli import main
from bot.config import Settings
from tests.clock import Clock
from tests.export_world import everything, installation, sheets
from tests.worlds import sent_before, two_villages

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty database's address, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOITHOAI_DATA_DIR", str(tmp_path))
    return f"sqlite:///{tmp_path / 'x.sqlite3'}"


def _fill(url: str, world: object = everything) -> None:
    async def fill() -> None:
        clock = Clock()
        parts = await installation(Settings(database_url=url), clock)
        try:
            await world(parts.storage, clock())  # type: ignore[operator]
        finally:
            await parts.storage.database.close()

    asyncio.run(fill())


def _sentence(capsys: Capture) -> str:
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err.strip()


def test_the_only_dialogue_session_needs_no_number(url: str, capsys: Capture) -> None:
    _fill(url)
    status = main(
        ["export", "attendance_list", "--format", "xlsx", "-o", "a.xlsx", "--database-url", url]
    )
    assert status == 0
    assert capsys.readouterr().out == "Đã ghi 15 mục vào a.xlsx.\n"
    assert any(row[8] == "*******671" for row in sheets(Path("a.xlsx"))["Ký nhận"])


def test_phones_stand_in_full_only_when_asked_for(url: str) -> None:
    _fill(url)
    asked = ["export", "attendance_list", "--format", "xlsx", "-o", "a.xlsx", "--with-phones"]
    assert main([*asked, "--database-url", url]) == 0
    assert any(row[8] == "0912345671" for row in sheets(Path("a.xlsx"))["Ký nhận"])


def test_what_belongs_to_no_session_is_asked_for_by_name(url: str, capsys: Capture) -> None:
    _fill(url, sent_before)
    asked = ["export", "submissions", "--format", "csv", "-o", "a.csv", "--database-url", url]
    for prefix in ([], ["xm"]):
        assert main([*asked, "--without-session", *prefix]) == 0
        assert capsys.readouterr().out == "Đã ghi 2 mục vào a.csv.\n"
    assert main([*asked, "--without-session", "XH"]) == 2
    assert "chữ đầu mã của một xã: XM." in _sentence(capsys)
    assert main([*asked, "--without-session", "--dialogue-session", "1"]) == 2
    assert "Chỉ dùng một trong hai" in _sentence(capsys)
    lists = ["export", "attendance_list", "--format", "xlsx", "-o", "a.xlsx", "--without-session"]
    assert main([*lists, "--database-url", url]) == 2
    assert "luôn theo một buổi đối thoại" in _sentence(capsys)


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("submissions", "a.csv"),
        ("submissions", "b.XLSX"),
        ("attendance_list", "c"),
    ],
)
def test_the_format_follows_from_the_file_or_the_kind(url: str, kind: str, file: str) -> None:
    _fill(url)
    assert main(["export", kind, "-o", file, "--database-url", url]) == 0
    is_table = Path(file).read_bytes().startswith(b"PK")
    assert is_table == (file != "a.csv")


def test_the_kinds_are_listed(capsys: Capture) -> None:
    assert main(["export", "--list"]) == 0
    assert capsys.readouterr().out == (
        "submissions: Bảng câu hỏi, kiến nghị (xlsx, csv)\n"
        "submissions_public: Bảng để đăng, không có tên (xlsx, csv)\n"
        "attendance_list: Danh sách người đi họp (xlsx)\n"
        "submissions_urgent: Việc khẩn cấp, chỉ cho cán bộ (xlsx, csv)\n"
    )


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["xyz", "--format", "xlsx"], 2, 'Không có loại danh sách "xyz"'),
        (["submissions", "--format", "docx"], 2, "Loại submissions không có kiểu docx."),
        ([], 2, "Cần đủ loại danh sách và -o."),
        (["submissions", "-o", "a.ods"], 2, "Cần --format với một trong các kiểu xlsx, csv"),
        (
            ["submissions", "--format", "csv", "--dialogue-session", "99"],
            1,
            "Không có buổi đối thoại số 99.",
        ),
    ],
)
def test_what_cannot_be_done_is_one_plain_sentence(
    url: str, capsys: Capture, arguments: list[str], status: int, sentence: str
) -> None:
    _fill(url)
    assert main(["export", "-o", "a.csv", *arguments, "--database-url", url]) == status
    assert _sentence(capsys).startswith(sentence)
    assert not Path("a.csv").exists()


def test_several_dialogue_sessions_need_a_number(url: str, capsys: Capture) -> None:
    _fill(url, two_villages)
    asked = ["export", "submissions", "--format", "csv", "-o", "a.csv", "--database-url", url]
    assert main(asked) == 2
    assert _sentence(capsys).endswith(
        "một trong các số 1 (05/12/2026, hội trường xã); 2 (19/12/2026, nhà văn hóa thôn 4)."
    )
    assert main([*asked, "--dialogue-session", "2"]) == 0


def test_without_any_dialogue_session_there_is_nothing_to_export(url: str, capsys: Capture) -> None:
    assert main(["migrate", "--database-url", url]) == 0
    capsys.readouterr()
    asked = ["export", "submissions", "--format", "csv", "-o", "a.csv", "--database-url", url]
    assert main(asked) == 1
    assert _sentence(capsys) == "Chưa có buổi đối thoại nào."


@pytest.mark.parametrize(
    "asked",
    [
        ["export", "submissions", "--format", "csv", "-o", "a.csv"],
        ["faq", "export", "faq.xlsx"],
        ["faq", "worklist"],
    ],
)
def test_where_there_is_no_database_none_is_made(
    url: str, capsys: Capture, asked: list[str]
) -> None:
    assert main([*asked, "--database-url", url]) == 1
    said = _sentence(capsys)
    assert said.startswith("Chưa có cơ sở dữ liệu ở ")
    assert "x.sqlite3" in said
    assert "--database-url" in said
    assert list(Path().iterdir()) == []


def test_a_folder_that_is_not_there_is_named(url: str, capsys: Capture) -> None:
    _fill(url)
    asked = ["export", "submissions", "--format", "xlsx", "-o", "no/a.xlsx"]
    assert main([*asked, "--database-url", url]) == 1
    assert _sentence(capsys) == "Không làm được: No such file or directory no/a.xlsx"
