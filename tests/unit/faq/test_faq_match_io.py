"""The contract of `doithoai faq match`: one line out per line in."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.knowledge import Knowledge
from faq.match_io import run
from faq.matcher import Matcher


def matched(matcher: Matcher, data: bytes, *, jsonl: bool = False) -> list[dict[str, Any]]:
    out = io.BytesIO()
    run(io.BytesIO(data), out, matcher, jsonl)
    written = out.getvalue()
    assert written == b"" or written.endswith(b"\n")
    lines = written.split(b"\n")[:-1]
    assert written.decode("utf-8").splitlines() == [line.decode("utf-8") for line in lines]
    return [json.loads(line) for line in lines]


def test_the_shape_of_a_line(library_matcher: Matcher) -> None:
    (found,) = matched(library_matcher, "Làm thẻ đọc cần giấy gì\n".encode())
    assert list(found) == ["text", "decision", "candidates"]
    assert found["text"] == "Làm thẻ đọc cần giấy gì"
    assert found["decision"] in {"answer", "suggest", "none"}
    assert found["candidates"][0]["id"] == "lam-the"
    scores = [candidate["score"] for candidate in found["candidates"]]
    assert len(scores) == 5
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_every_line_gets_one_line_in_order(library_matcher: Matcher) -> None:
    data = b"\xef\xbb\xbfmay gio mo cua\n\n\xff\xfe\n" + "a\r\x0b\x85\u2028b\r\n".encode() + b"cuoi"
    found = matched(library_matcher, data)
    assert [line["text"] for line in found] == [
        "may gio mo cua",
        "",
        "\ufffd\ufffd",
        "a\r\x0b\x85\u2028b\r",
        "cuoi",
    ]
    assert [line["decision"] for line in found[1:3]] == ["none", "none"]
    assert all(len(line["candidates"]) == 5 for line in found)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"kein json",
        b"[1, 2]",
        b'{"text": 5}',
        b'{"other": "x"}',
        b'{"text": null}',
        b"[" * 100_000,
        b'{"text": "a',
        b"1" * 5000,
    ],
)
def test_a_bad_json_line_is_an_empty_message(library_matcher: Matcher, line: bytes) -> None:
    data = line + b"\n" + b'{"text": "photo o dau", "more": 1}\n'
    bad, good = matched(library_matcher, data, jsonl=True)
    assert (bad["text"], bad["decision"]) == ("", "none")
    assert len(bad["candidates"]) == 5
    assert good["candidates"][0]["id"] == "in-an"


def test_lone_surrogates_are_written_as_valid_utf8(library_matcher: Matcher) -> None:
    (found,) = matched(library_matcher, b'{"text": "mat \\ud800 sach"}\n', jsonl=True)
    assert found["text"] == "mat ? sach"


def test_nothing_in_nothing_out(library_matcher: Matcher) -> None:
    assert matched(library_matcher, b"") == []


NASTY = (
    *(b"\x00", b"\r", b"\r\n", b"\n", b"\n\n", b"\x0b\x0c\x1c\x1e", b"\x1a", b"\xef\xbb\xbf"),
    *("\x85\u2028\u2029".encode(), b"\xff\xfe", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc3"),
    *("😀".encode(), "שלום".encode(), b"<b>&amp;</b>", b"'; DROP TABLE faq; --", b'{"text": "'),
    *(b'"}', b'{"text": "mat \\u2028 sach"}', b"[1]", b"null", b"mat sach den sao", b" "),
)


def lines_of(data: bytes) -> int:
    """Count lines: each ends at a newline byte, and what follows the last one is a line too."""
    return data.count(b"\n") + (data != b"" and not data.endswith(b"\n"))


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.binary(max_size=300), st.lists(st.sampled_from(NASTY), max_size=20).map(b"".join))
)
def test_any_bytes_keep_the_count(library_matcher: Matcher, data: bytes) -> None:
    for jsonl in (False, True):
        found = matched(library_matcher, data, jsonl=jsonl)
        assert len(found) == lines_of(data)
        assert all(len(line["candidates"]) == 5 for line in found)


@pytest.mark.slow
@pytest.mark.parametrize("jsonl", [False, True])
def test_the_command_keeps_the_count(library: Knowledge, tmp_path: Path, jsonl: bool) -> None:
    rows = [
        {
            "id": entry.id,
            "topic": entry.topic,
            "question": entry.question,
            "aliases": [alias.text for alias in entry.aliases],
            "answer": entry.answer.short,
        }
        for entry in library.entries
    ]
    file = tmp_path / "library.yaml"
    file.write_text(yaml.safe_dump(rows, allow_unicode=True), encoding="utf-8")
    data = (
        b"".join(piece + b"\n" for piece in NASTY) + b"\x00" * 10_000 + b"\nmat sach\n\nphoto o dau"
    )
    options = ["--knowledge", str(file), *(["--jsonl"] if jsonl else [])]
    done = subprocess.run(
        [sys.executable, "-m", "bot", "faq", "match", *options],
        input=data,
        capture_output=True,
        env={**os.environ, "DOITHOAI_DATA_DIR": str(tmp_path)},
        check=True,
    )
    assert done.stderr == b""
    found = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert len(found) == lines_of(data)
    if not jsonl:
        assert found[-1]["candidates"][0]["id"] == "in-an"
        assert found[-2]["decision"] == "none"
