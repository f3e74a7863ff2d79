"""Full names that people type in small letters, mostly without accents.

"ong nguyen van mau o thon 2": a family name tells where the name begins, the words that follow
tell where it ends. Family names that are also everyday words ("luong", "truong", "duong") count
only together with "thị", "văn" and their like, and typed without accents only behind a title. A
syllable too much is hidden rather than one of a name shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from faq.normalize import fold

_WORD = re.compile(r"[^\W\d_]+")
_SAME_NAME = re.compile(r"[^\S\n]+\Z")
_AFTER_TITLE = re.compile(r"[^\S\n]*:?[^\S\n]+\Z|[^\S\n]*:\Z")
_LONGEST = 4


def _split(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Accents as typed: "trường" is a school, whatever the name "Trương" is.
_FAMILY = _split("""
nguyen tran pham huynh bui phung quach giang sung thao phang khuat hoang
nguyễn trần lê phạm hoàng huỳnh vũ võ đặng bùi trương trịnh phùng quách đinh giàng sùng thào vừ
phàng quàng lường tòng ksor siu rcom rmah kpa moong hlong hkruong
""")
_SELDOM_A_WORD = _split("""
le ngo trinh
""")
_EVERYDAY = _split("""
vo dang do ho ha dinh trieu duong ly luong lo luu quang tong vang vuong mua nong hua chu cao truong
phan vu tang thai kha dieu xeo cam dao doan lam mai ta to ma la hau vi bach
lương dương lý đỗ hồ hà ngô đào đoàn lò lưu cầm vàng vương mùa nông hứa lâm tạ tô triệu thái tăng
điểu mã hầu chử lù bàn đường
""")
_ACCENTED_FAMILY = frozenset(name for name in _EVERYDAY if not name.isascii()) | _split(
    "ma la mai vi cao chu phan kha lô lữ bế"
)
_WORD_WITH = {
    "tran": _split("mat mặt"),
    "nguyen": _split("tu"),
    "pham": _split("vi"),
    "hoang": _split("dat bo"),
}
"""Family names, and what makes a word of two syllables with each: "mặt trận", "tự nguyện"."""
_TITLES = _split("""
ong anh ông chị bà cô chú bác hộ chi ba chu bac ho
""")
_TITLE_AFTER = {
    "la": _split("toi em chau con minh ten"),
    "ten": _split("toi em chau con minh ho va"),
    "ho": _split("chu"),
}
"""The last word of a title of two, and what may stand before it."""
_MIDDLE = _split("thi thị van văn")
_ACCENTED_MIDDLE = _split("thị văn")
_NO_NAME_AFTER = _split("bản bằng trường trấn xã hoá hóa phòng nghệ tự")
"""With these "thị" and "văn" are half of another word: "cầm văn bản", "lò thị trường"."""
_HIGHLAND_MIDDLE = _split("a mi mí seo sèo xeo")
_OTHER_MIDDLE = _split("""
duc huu ngoc minh xuan quoc dinh cong ba thanh hong kim viet trong dang manh tien hoang bich
""")
_NEVER = _split("o la khong ko duoc dc va voi thon cua oi a")
_ENDS = _NEVER | _split("""
co bi ban xa hoi xin muon roi chua da dang thi toi nay nen neu khi so hay hoac
""")
_ENDS_LONGER = _ENDS | _split("""
nam lam an di den ve ra vao len xuong lay nhan vay mua nop tra uong om benh chet mat song sinh tai
tuoi sdt dien thoai con chau vo chong bo me nha em cho noi bao goi gui nho giup biet thay nghe can
dang ky cung cu vua moi hien truoc sau trong ngoai tren duoi hom qua mai ho ngheo khu to ap lang vi
dan toc nguoi cai dat ruong vuon lo ay do day sang trua chieu lai that rat nhieu it kia se de tinh
ma
""")
"""Words that end a name: right after a middle name, after the family name, further on."""


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    typed: str
    folded: str


def hide_names(text: str, sign: str) -> str:
    """*text* with *sign* for each full name that is found by its family name."""
    words = [
        _Word(found.start(), found.end(), found[0].lower(), fold(found[0]))
        for found in _WORD.finditer(text)
    ]
    pieces: list[str] = []
    done = place = 0
    while place < len(words):
        length = _name_at(text, words, place)
        if length:
            pieces += [text[done : words[place].start], sign]
            done = words[place + length - 1].end
        place += length or 1
    return "".join([*pieces, text[done:]])


def _name_at(text: str, words: Sequence[_Word], place: int) -> int:
    """How many words from *place* on are a name."""
    family = words[place].typed
    sure = family in _FAMILY
    if not (sure or family in _SELDOM_A_WORD or family in _EVERYDAY):
        return 0
    if place and words[place - 1].typed in _WORD_WITH.get(family, ()):
        return 0
    following = _following(text, words, place)
    middle = following[0].typed if following else ""
    titled = _is_titled(text, words, place)
    accented = middle in _ACCENTED_MIDDLE and family in _ACCENTED_FAMILY
    if accented and len(following) > 1 and following[1].typed in _NO_NAME_AFTER:
        return 0
    if middle in _MIDDLE and (titled or accented or family not in _EVERYDAY):
        return _whole(following, (frozenset(), _NEVER), fewest=3)
    if middle in _HIGHLAND_MIDDLE and titled:
        return _whole(following, (frozenset(), _NEVER), fewest=3)
    if not (sure and titled):
        return 0
    return _whole(
        following, (_ENDS, _ENDS) if fold(middle) in _OTHER_MIDDLE else (_ENDS,), fewest=2
    )


def _following(text: str, words: Sequence[_Word], place: int) -> list[_Word]:
    """The next words of the same name at most: only blanks between them."""
    found: list[_Word] = []
    for before, word in zip(
        words[place : place + _LONGEST - 1], words[place + 1 : place + _LONGEST], strict=False
    ):
        if not _SAME_NAME.match(text[before.end : word.start]):
            break
        found.append(word)
    return found


def _whole(following: Sequence[_Word], ends: Sequence[frozenset[str]], *, fewest: int) -> int:
    """Syllables of the name, 0 when too few. *ends*: words that end it, place by place."""
    length = 1
    for number, word in enumerate(following):
        if word.folded in (ends[number] if number < len(ends) else _ENDS_LONGER):
            break
        length += 1
    return length if length >= fewest else 0


def _is_titled(text: str, words: Sequence[_Word], place: int) -> bool:
    if not place:
        return False
    before = words[place - 1]
    if not _AFTER_TITLE.match(text[before.end : words[place].start]):
        return False
    if before.typed in _TITLES or before.folded == "ten":
        return True
    return place > 1 and words[place - 2].folded in _TITLE_AFTER.get(before.folded, ())
