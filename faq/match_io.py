"""The lines of `doithoai faq match`: one message in, one JSON object out, in order.

Lines end at a newline byte only. An empty line, a line of broken UTF-8 and a line that is no JSON
get an answer like any other, so that line n of the output always belongs to line n of the input.
"""

import json
from typing import BinaryIO, Final

from faq.matcher import Matcher, MatchResult

__all__ = ["as_json", "run"]

_BOM: Final = b"\xef\xbb\xbf"
# some readers end a line at these as well; JSON may hold them only in strings, where escapes do
_ENDS_A_LINE_FOR_SOME: Final = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def run(stdin: BinaryIO, stdout: BinaryIO, matcher: Matcher, jsonl: bool = False) -> None:
    """Match every line of `stdin`, plain text or `{"text": …}`, and write a line for each."""
    for number, line in enumerate(stdin):
        bare = line.removesuffix(b"\n")
        if number == 0:
            bare = bare.removeprefix(_BOM)
        text = _text(bare) if jsonl else bare.decode("utf-8", errors="replace")
        stdout.write(as_json(matcher.match(text)))
        stdout.flush()


def _text(line: bytes) -> str:
    """Give the text of a JSON line, or an empty text when there is none to be had."""
    try:
        found = json.loads(line.decode("utf-8", errors="replace"))
    except (ValueError, RecursionError):
        return ""
    text = found.get("text") if isinstance(found, dict) else None
    return text if isinstance(text, str) else ""


def as_json(result: MatchResult) -> bytes:
    """Give the output line of one result, newline included."""
    content = {
        "text": result.text,
        "decision": result.decision,
        "candidates": [{"id": one.id, "score": one.score} for one in result.candidates],
    }
    line = json.dumps(content, ensure_ascii=False).translate(_ENDS_A_LINE_FOR_SOME)
    return line.encode("utf-8", errors="replace") + b"\n"
