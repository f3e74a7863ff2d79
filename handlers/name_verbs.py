"""Sentences that come where names are read: "bà Lan là Lò Thị Lan", "gửi nhầm", "ai đang chờ"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from faq.normalize import fold
from handlers.name_parts import MIDDLE_NAMES
from handlers.parsing import key

_SENTENCE = re.compile(
    r"\b(?:gui|nhan|ghi|bam|go|nop) (?:nham|lon)\b|^(?:em |toi )?xin loi\b|^nham (?:roi|so|tin)\b"
    r"|\b(?:lam|cong tac|lam viec) o\b|^ai (?!thi |van )\w|\b(?:con|co|nhung|la) ai\b"
    r"|\bnhuong (?:cho|lai|suat|ghe)\b|\b(?:da|moi|bi) (?:chet|mat)\b|\b(?:chet roi|qua doi)\b"
    r"|^(?:sua|doi|chua|thay) (?!thi |van )\w.* (?:thanh|la|bang) "
)
_VERBS = frozenset({"là", "nhường"})
_NO_NAMES = frozenset(
    {
        *("vào", "xin", "xét", "đưa", "bị", "bệnh", "ốm", "đau", "liệt", "què", "tật", "chết"),
        *("khỏi", "sập", "hỏng", "dột", "lụt", "sạt", "đói", "khổ", "rớt", "cắt", "kéo", "xây"),
    }
)
_HARDLY_NAMES = frozenset(
    {
        *("được", "có", "chưa", "không", "đang", "đã", "muốn", "mong", "cần", "phải", "thiếu"),
        *("nhận", "cho", "vẫn", "cũng", "thấy", "rất", "quá", "mất", "sửa", "làm", "thoát"),
        *("nuôi", "đề", "nghèo", "nặng", "mới", "đẻ", "hỏi", "nhờ", "nên", "mù"),
    }
)
"""Words of a sentence; as the end of a name in small letters they are possible."""
_BARE_NO_NAMES = frozenset({"vao", "xin", "xet", "dua", "benh", "om"})
_BARE_HARDLY = frozenset({"duoc", "dc", "ko", "khong", "ngheo"})
_BARE_TOLD = re.compile(
    r"\b(?:bi (?:benh|om|liet|mu|dau|tat|sap|mat|cat)|ra khoi|dau (?:yeu|om|nang)"
    r"|mat (?:bo|trau|viec|nha|mua)|(?:bo|trau|nha) (?:chet|sap|dot)|(?:nha|cau) hong)\b"
)
"""The same without accents, where many more of them are names."""
_FEWEST_BEFORE = 2
_BEFORE_LAST = MIDDLE_NAMES | {"a"}
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


def tells_of(name: str) -> bool:
    """Whether *name*, as typed, is what a sentence says of somebody: "bà Lan xin vào".

    A word with a capital, behind a middle name, or at the end of a full name is one of the name.
    """
    words = _as_in_a_sentence(name)
    bare = all(map(str.isascii, words))
    if bare and _BARE_TOLD.search(" ".join(words)):
        return True
    never, hardly = (_BARE_NO_NAMES, _BARE_HARDLY) if bare else (_NO_NAMES, _HARDLY_NAMES)
    told = [
        place
        for place, word in enumerate(words)
        if word in never | hardly and (not place or fold(words[place - 1]) not in _BEFORE_LAST)
    ]
    ends_name = len(words) > _FEWEST_BEFORE and words[-1] in hardly and told == [len(words) - 1]
    return bool(told) and not ends_name


def _as_in_a_sentence(name: str) -> list[str]:
    """The words of *name*; capitals that only loudness or the beginning asks for are small."""
    words = name.casefold().split() if name.isupper() else name.split()
    begins = len(words) > 1 and words[1].islower() and fold(words[1]) not in MIDDLE_NAMES
    return [words[0].casefold(), *words[1:]] if begins else words


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
