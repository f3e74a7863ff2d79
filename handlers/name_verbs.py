"""Sentences that come where names are read: "bà Lan là Lò Thị Lan", "gửi nhầm", "ai đang chờ"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from handlers.name_parts import MIDDLE_NAMES
from handlers.parsing import key

_SENTENCE = re.compile(
    r"\b(?:gui|nhan|ghi|bam|go|nop) (?:nham|lon)\b|^(?:em |toi )?xin loi\b|^nham (?:roi|so|tin)\b"
    r"|\b(?:lam|cong tac|lam viec) o\b|^ai (?!thi |van )\w|\b(?:con|co|nhung|la) ai\b"
    r"|\bnhuong (?:cho|lai|suat|ghe)\b|\b(?:da|moi|bi) (?:chet|mat)\b|\b(?:chet roi|qua doi)\b"
    r"|^(?:sua|doi|chua|thay) (?!thi |van )\w.* (?:thanh|la|bang) "
)
_VERBS = frozenset({"là", "nhường"})
_OFFICE_VERB = re.compile(
    r" (?:là|la|làm ở|lam o|làm|công tác ở|cong tac o|giữ chức|giu chuc|thuộc) (?=\S)"
)
_IS = re.compile(
    r"^(?:(?:dạ|da|tên|ten|thì|thi) )*(?P<who>\S+(?: \S+){0,4}?)"
    r" (?:(?:tên|ten|họ tên|ho ten|đầy đủ|day du) )*(?:là|la) (?P<new>\S.*)$",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s*[,;\n]\s*|\s+(?:còn|và)\s+")


def says_more(line: str) -> bool:
    """Whether *line* is a sentence about somebody, so that it is nobody's name."""
    words = line.split()
    if all(word[:1].isupper() and not word[1:].isupper() for word in words):
        return False
    if _SENTENCE.search(key(line)):
        return True
    return any(_is_verb(words, place) for place in range(1, len(words) - 1))


def _is_verb(words: Sequence[str], place: int) -> bool:
    """ "là" between two names; as a name it has a capital, or a middle name before it."""
    word = words[place]
    if key(words[place - 1]) in MIDDLE_NAMES:
        return False
    bare = word == "la" and any(one[:1].isupper() for one in words)
    return word in _VERBS or bare


def with_comma(line: str, is_office: Callable[[str], bool]) -> str:
    """*line* with a comma for "là" or "làm ở" before an office: "ông Chín là bí thư chi bộ"."""
    for found in _OFFICE_VERB.finditer(line):
        before, rest = line[: found.start()], line[found.end() :]
        if is_office(rest.split(",")[0]):
            return f"{before}, {rest}"
    return line


def full_names(text: str) -> list[tuple[str, str]]:
    """Who is called what, each as typed, in "bà Lan là Lò Thị Lan, anh Tuấn là Nguyễn Văn Tuấn".

    A category or phone behind a name stays with it. Empty where *text* says nothing of the kind.
    """
    told: list[tuple[str, str]] = []
    for piece in filter(None, _PIECES.split(text.strip(" .,;!"))):
        found = _IS.match(piece)
        if found is not None:
            told.append((found["who"], found["new"]))
        elif told:
            told[-1] = (told[-1][0], f"{told[-1][1]}, {piece}")
        else:
            return []
    return told
