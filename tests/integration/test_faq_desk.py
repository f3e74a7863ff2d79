"""``doithoai faq list | search | show | edit | review | expire | scope | audio | law``."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path

import pytest

from bot.cli import main
from handlers.services import faq_states
from storage.models import FaqReview
from tests.clock import Clock
from tests.faq_world import CARD, LAW, LOAN, NEW_LAW, ROOF, installed

Capture = pytest.CaptureFixture[str]

_OGG = b"OggS" + bytes(200)


@pytest.fixture(autouse=True)
def _world(
    migrated_database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOITHOAI_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DOITHOAI_DATABASE_URL", migrated_database_url)
    monkeypatch.setattr("bot.app.seed", _no_seed)  # the small FAQ stays the only one

    async def whole() -> None:
        made = installed(migrated_database_url, tmp_path, Clock(), second=False)
        async with made as faq, faq.acting("O") as work:
            await faq_states.send_to_review(work, ROOF, 1)

    asyncio.run(whole())
    capsys.readouterr()


async def _no_seed(*_: object) -> None:
    return None


def _run(capsys: Capture, *arguments: str) -> tuple[int, list[str], str]:
    status = main(["faq", *arguments, "--as", "O"])
    said = capsys.readouterr()
    return status, said.out.splitlines(), said.err


def test_entries_are_listed_by_topic_and_state(capsys: Capture) -> None:
    status, out, err = _run(capsys, "list")
    assert (status, len(out), err) == (0, 3, "3 câu.\n")
    _, out, _ = _run(capsys, "list", "--state", "to_review")
    assert [line.partition(":")[0] for line in out] == [ROOF]
    assert out[0].endswith("(chờ rà soát)")
    _, out, _ = _run(capsys, "list", "--topic", "bhyt")
    assert [line.partition(":")[0] for line in out] == [CARD]


def test_an_entry_is_found_as_in_the_chat_and_shown_whole(capsys: Capture) -> None:
    status, out, _ = _run(capsys, "search", "vay", "nuôi", "bò")
    assert (status, out[0].partition(":")[0]) == (0, LOAN)
    assert _run(capsys, "search", "zzz")[0] == 1
    status, out, _ = _run(capsys, "show", CARD)
    told = "\n".join(out)
    assert status == 0
    assert "Anh/chị mang giấy tờ lên xã." in told
    assert "01/2025/QH15, Điều 1" in told
    assert "Chưa có cán bộ rà soát." in told
    assert _run(capsys, "show", "khong-co")[0] == 1


@pytest.mark.parametrize(
    "command",
    [
        ("show", "khong-co"),
        ("review", "khong-co", "--yes"),
        ("expire", "khong-co"),
        ("law", "show", "khong-co"),
        ("law", "end", "khong-co", "--last-day", "01/01/2027", "--yes"),
    ],
)
def test_what_is_not_there_is_told_without_the_menu_of_a_chat(
    capsys: Capture, command: tuple[str, ...]
) -> None:
    status, out, error = _run(capsys, *command)
    assert (status, out) == (1, [])
    assert "Em không" in error
    assert "menu" not in error


def test_words_are_changed_part_by_part_and_a_review_goes_with_them(capsys: Capture) -> None:
    assert _run(capsys, "review", CARD, "--yes")[0] == 0
    status, out, _ = _run(
        capsys,
        *("edit", CARD, "--short", "Anh/chị lên  bộ phận một cửa.", "--how", "Mang căn cước."),
        *("--detail", "cost", "Không mất tiền."),
    )
    assert (status, out[0]) == (0, "✅ Em đã lưu.")
    told = "\n".join(_run(capsys, "show", CARD)[1])
    for words in ("Anh/chị lên bộ phận một cửa.", "Mang căn cước.", "Không mất tiền."):
        assert words in told
    assert "Chưa có cán bộ rà soát." in told or "chờ" in told
    assert _run(capsys, "edit", CARD, "--how", "", "--detail", "cost", "")[0] == 0
    told = "\n".join(_run(capsys, "show", CARD)[1])
    assert "Mang căn cước." not in told
    assert "Không mất tiền." not in told


def test_an_edit_of_nothing_or_of_an_unknown_part_is_wrong_use(capsys: Capture) -> None:
    assert _run(capsys, "edit", CARD)[0] == 2
    status, _, err = _run(capsys, "edit", CARD, "--detail", "la", "Gì đó.")
    assert (status, "how_much" in err) == (2, True)
    assert _run(capsys, "edit", CARD, "--short", "")[0] == 1


@pytest.mark.parametrize(("answer", "kept"), [("có\n", True), ("không\n", False), ("", False)])
def test_a_review_bears_name_and_day_after_a_look(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, answer: str, kept: bool
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    status, out, err = _run(capsys, "review", CARD)
    assert "Anh/chị mang giấy tờ lên xã." in "\n".join(out)
    assert (status, err) == ((0, "") if kept else (1, "Em chưa lưu gì.\n"))
    listed = _run(capsys, "list", "--state", FaqReview.REVIEWED.value)[1]
    assert bool(listed) is kept
    assert ("Cán bộ Mẫu" in "\n".join(_run(capsys, "show", CARD)[1])) is kept


def _meanwhile(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    """Before the yes to what was shown, another official's command goes through."""

    def yes_after_it(_: str) -> bool:
        return main(["faq", *arguments, "--as", "O"]) == 0

    monkeypatch.setattr("bot.faq_desk_cli.agreed", yes_after_it)


@pytest.mark.parametrize(("command", "state"), [("review", "reviewed"), ("expire", "expired")])
def test_a_yes_is_for_the_words_that_were_shown(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, command: str, state: str
) -> None:
    _meanwhile(monkeypatch, "edit", CARD, "--short", "Anh/chị lên bộ phận một cửa.")
    status, _, err = _run(capsys, command, CARD)
    assert (status, "vừa sửa câu này" in err) == (1, True)
    assert _run(capsys, "list", "--state", state)[1] == []
    assert "Anh/chị lên bộ phận một cửa." in "\n".join(_run(capsys, "show", CARD)[1])
    monkeypatch.setattr("bot.faq_desk_cli.agreed", lambda _: True)
    assert _run(capsys, command, CARD)[0] == 0
    assert len(_run(capsys, "list", "--state", state)[1]) == 1


@pytest.mark.parametrize(
    "between",
    [("law", "end", LAW, "--last-day", "31/10/2025", "--yes"), ("expire", CARD, "--yes")],
)
def test_a_law_ends_as_it_was_shown(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, between: tuple[str, ...]
) -> None:
    end = ("law", "end", LAW, "--last-day", "30/11/2025")
    _meanwhile(monkeypatch, *between)
    status, _, err = _run(capsys, *end)
    assert (status, "vừa được sửa" in err) == (1, True)
    assert "30/11/2025" not in "\n".join(_run(capsys, "law", "show", LAW)[1])
    monkeypatch.setattr("bot.faq_desk_cli.agreed", lambda _: True)
    assert _run(capsys, *end)[0] == 0
    assert "30/11/2025" in "\n".join(_run(capsys, "law", "show", LAW)[1])


def test_an_entry_expires_and_holds_in_a_commune(capsys: Capture) -> None:
    assert _run(capsys, "expire", CARD, "--yes")[0] == 0
    assert _run(capsys, "list", "--state", "expired")[1] != []
    status, out, _ = _run(capsys, "scope", LOAN, "--unit", "xm")
    assert (status, "Xã Mẫu" in "\n".join(out)) == (0, True)
    assert _run(capsys, "scope", LOAN, "--everywhere")[0] == 0
    assert _run(capsys, "scope", LOAN, "--unit", "QQ")[0] == 1
    with pytest.raises(SystemExit) as wrong:
        main(["faq", "scope", LOAN, "--as", "O"])
    assert wrong.value.code == 2


def test_a_recording_comes_and_goes(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "doc.ogg"
    file.write_bytes(_OGG)
    status, out, err = _run(capsys, "audio", CARD, "--file", str(file))
    assert (status, err) == (0, "")
    kept = [one for one in (tmp_path / "files").glob("??/??/*")]
    assert len(kept) == 1
    assert kept[0].read_bytes() == _OGG
    file.write_text("không phải tiếng")
    assert _run(capsys, "audio", CARD, "--file", str(file))[0] == 1
    assert _run(capsys, "audio", "khong-co", "--file", str(tmp_path / "no.ogg"))[0] == 1
    assert _run(capsys, "audio", CARD, "--drop")[0] == 0
    assert not list((tmp_path / "files").glob("??/??/*"))
    assert out


def test_a_law_is_found_ended_and_given_back(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [line.partition(":")[0] for line in _run(capsys, "law", "list")[1]] == [LAW, NEW_LAW]
    assert len(_run(capsys, "law", "list", "02/2026")[1]) == 1
    assert _run(capsys, "law", "list", "la", "lung")[0] == 1
    shown = _run(capsys, "law", "show", LAW)[1]
    assert "Có 2 câu hỏi dựa vào văn bản này." in shown
    assert any(line.startswith(CARD) for line in shown)
    end = ("law", "end", LAW, "--last-day", "30/11/2025", "--replaced-by", NEW_LAW)
    monkeypatch.setattr("sys.stdin", io.StringIO("không\n"))
    status, out, _ = _run(capsys, *end)
    assert (status, any("02/2026/QH15" in line for line in out)) == (1, True)
    status, out, _ = _run(capsys, *end, "--yes")
    assert status == 0
    assert "Văn bản thay thế: 02/2026/QH15." in out
    assert len(_run(capsys, "list", "--state", "to_review")[1]) == 2
    assert _run(capsys, "law", "take-back", LAW)[0] == 0
    assert len(_run(capsys, "list", "--state", "to_review")[1]) == 1
    assert _run(capsys, "law", "take-back", LAW)[0] == 1
    with pytest.raises(SystemExit) as wrong:
        main(["faq", "law", "end", LAW, "--last-day", "hôm nào", "--as", "O"])
    assert wrong.value.code == 2


def test_a_review_says_what_holds_instead_of_an_ended_law(capsys: Capture) -> None:
    end = ("law", "end", LAW, "--last-day", "2025-11-30", "--yes")
    assert _run(capsys, *end)[0] == 0
    assert _run(capsys, "review", CARD, "--yes")[0] == 1
    status, _, err = _run(capsys, "review", CARD, "--yes", "--instead", LAW, "")
    assert (status, err) == (0, "")
    assert _run(capsys, "list", "--state", "reviewed")[1] != []


def test_only_officials_look_after_the_faq(capsys: Capture) -> None:
    for command in (("list",), ("show", CARD), ("expire", CARD, "--yes"), ("law", "list")):
        assert main(["faq", *command, "--as", "H"]) == 1
        assert capsys.readouterr().err == 'Không có cán bộ nào tên "H".\n'
        with pytest.raises(SystemExit):
            main(["faq", *command])
        capsys.readouterr()
