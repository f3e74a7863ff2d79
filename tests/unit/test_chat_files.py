"""Transcripts keep their blank lines and their names in braces."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chat_files import block, blocks, capture, captured_anew, filled

TEXT = "Em đã nhận.\n\nXã trả lời sau.\n1. Xem"


def test_a_message_with_blank_lines_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "a.chat"
    written = ["given: commune", "", "H: menu", block("Bot", TEXT), "# a note", "", "H: 0", ""]
    path.write_text("\n".join(written), "utf-8")
    assert blocks(path) == ["given: commune", "H: menu", f"Bot: {TEXT}", "H: 0"]
    assert not any(line.endswith(" ") for line in path.read_text("utf-8").split("\n"))


@pytest.mark.parametrize(
    ("shown", "wanted", "kept"),
    [
        ("Mã: XM 100 014. Gõ mã.", "Mã: {code}. Gõ mã.", "Mã: {code}. Gõ mã."),
        ("Mã số: XM 100 014. Gõ mã.", "Mã: {code}. Gõ mã.", "Mã số: {code}. Gõ mã."),
        (
            "Có một câu hỏi mới, mã XM 100 014.",
            "Câu hỏi có mã {code}",
            "Có một câu hỏi mới, mã {code}.",
        ),
        ("Mở đây nhé: https://a/t/Xy9", "Đường dẫn đây nhé: {link}", "Mở đây nhé: {link}"),
        (
            "1. XM 100 014 (đang xem)\n0. Thôi",
            "1. {code}: mat the… (đang xem)",
            "1. {code} (đang xem)\n0. Thôi",
        ),
        ("Không có mã nào.", "Mã: {code}. Gõ mã.", "Không có mã nào."),
    ],
)
def test_names_stay_when_the_words_around_them_change(shown: str, wanted: str, kept: str) -> None:
    known: dict[str, str] = {}
    named = capture(shown, wanted, known)
    assert (named if named == wanted else captured_anew(shown, [wanted], known)) == kept
    assert ("{" in kept) == bool(known)


def test_a_value_that_is_known_is_recognised_in_any_wording() -> None:
    known = {"code": "XM 100 014"}
    shown = "Cán bộ đã xem câu mang mã XM 100 014 rồi."
    assert captured_anew(shown, ["Mã khác"], known) == shown.replace("XM 100 014", "{code}")


def test_nobody_can_type_what_nobody_was_shown() -> None:
    assert filled("mã {code}", {"code": "XM 1"}) == "mã XM 1"
    with pytest.raises(LookupError, match="code"):
        filled("mã {code}", {})
