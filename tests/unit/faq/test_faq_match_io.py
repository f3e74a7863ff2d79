"""The contract of `doithoai faq match`: one line out per line in."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.match_io import run
from faq.matcher import Matcher


def matched(matcher: Matcher, data: bytes, *, jsonl: bool = False) -> list[dict[str, Any]]:
    out = io.BytesIO()
    run(io.BytesIO(data), out, matcher, jsonl)
    written = out.getvalue()
    assert written == b"" or written.endswith(b"\n")
    return [json.loads(line) for line in written.split(b"\n")[:-1]]


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


@settings(max_examples=60, deadline=None)
@given(st.lists(st.binary(max_size=80).map(lambda line: line.replace(b"\n", b" ")), max_size=6))
def test_any_bytes_keep_the_count(library_matcher: Matcher, lines: list[bytes]) -> None:
    data = b"".join(line + b"\n" for line in lines)
    for jsonl in (False, True):
        assert len(matched(library_matcher, data, jsonl=jsonl)) == len(lines)
