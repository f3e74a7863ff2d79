"""What people write round a name: a title, a role in the village, a phone number, no capitals."""

from __future__ import annotations

import re

from faq.normalize import fold
from handlers.categories import TRAILING, read_category, read_office
from handlers.parsing import key

FAMILY_NAMES = frozenset(
    {
        *("nguyen", "tran", "pham", "hoang", "huynh", "phan", "vu", "bui", "ngo", "duong", "ly"),
        *("luong", "quang", "tong", "vang", "giang", "sung", "thao", "phang", "trieu", "phung"),
        *("nong", "hua", "chu", "dinh", "cao", "quach", "truong", "tang", "thai", "vuong", "kha"),
        *("ksor", "siu", "rcom", "rmah", "kpa", "dieu", "moong", "xeo", "hlong", "hkruong"),
    }
)
"""Without accents, and without those that are everyday words then ("lo", "do", "cam")."""
MIDDLE_NAMES = frozenset({"thi", "van"})
_FEWEST_PHONE_DIGITS = 9
_MOST_PHONE_DIGITS = 11
_LONGEST_ROLE = 8
_FULL = 2
"""Syllables of the shortest full name."""

_TITLES = frozenset(
    {
        *(
            "ông",
            "bà",
            "anh",
            "chị",
            "cô",
            "chú",
            "bác",
            "cụ",
            "dì",
            "cậu",
            "mợ",
            "thím",
            "cháu",
            "em",
        ),
        *("ong", "ba", "chi", "co", "bac", "thim"),
    }
)
_TITLES_OR_NAMES = frozenset({"chu", "cu", "di", "cau", "mo"})
"""Without accents these are a title or a family name: only before one syllable are they titles."""
_ALSO_NAMES = frozenset({"chi doan", "chi bo", "nong dan"})
"""Roles of two syllables that end a name as well ("Trần Thị Mẫu Chi Đoan")."""

_NOT_A_PHONE = re.compile(r"\b(?:cccd|cmnd|cmt|can cuoc|chung minh|stk|tai khoan|bhyt)\b")
_PHONE_WORD = (
    r"(?:(?:số |so )?(?:sđt|sdt|đt|điện thoại|dien thoai|di động|di dong|zalo|tel|phone"
    r"|dt(?=[ :.]))|số|so)(?: (?:là|la))?[ :.]*"
)
_DIGITS = r"(?<![\w+])(?P<digits>(?:\+84|0)(?:[ .\-]?\d){8,10})(?!\d)"
_PHONE = re.compile(
    rf"(?<![ ,;(\[–-])[ ,;(\[–-]*(?:\b{_PHONE_WORD})?{_DIGITS}[)\]]?", re.IGNORECASE
)
_NO_PHONE = re.compile(
    r"(?<=\w)(?: (?:nha|ho|gia dinh|ba|ong|nay|do|ay|thi|ma|hien|la|em))*"
    r" (?:khong|ko|k|kg|hong|hok|chua) (?:(?:co|dung|xai|biet|nho) )*(?:cai )?"
    r"(?:sdt|dtdd|dt|dthoai|dien thoai|di dong|so dien thoai|so dt|so|zalo)(?: .*)?$"
)
_INSTEAD = re.compile(
    r"(?<=\w) (?:di |den )?thay(?: cho)? (?:me|bo|ba|ma|cha|vo|chong|con|chau|ong|anh|chi|em|co|chu"
    r"|bac)(?: \w+){0,4}$"
)
_BORN = re.compile(
    r"[ ,;(\[–-]*(?:\b(?:sn|ns|sinh năm|sinh nam|năm sinh|nam sinh|ngày sinh|ngay sinh|sinh)"
    r"[ :.]*)?"
    r"(?<![\w/.])(?:(?:\d{1,2}[/.-]){0,2}(?:19[2-9]\d|20[01]\d)(?![\d/.])"
    r"|\d{2} (?:tuổi|tuoi)\b)[)\]]?",
    re.IGNORECASE,
)
_KIN = r"(?:con|cháu)(?: (?:trai|gái|dâu|rể|nội|ngoại))?|vợ|chồng|mẹ|bố|cha|em trai|em gái|anh trai"
_TITLED = r"(?:ông|bà|anh|chị|cô|chú|bác|cụ|dì|cậu|mợ|thím)"
_KIN_OF = re.compile(rf"^(?:{_KIN})(?: của)? {_TITLED} \w")
_KIN_OF_BARE = re.compile(rf"^(?:{fold(_KIN)})(?: cua)? {fold(_TITLED)} \w")
_MARK = re.compile(r"^(?P<name>.*\D) [1-9]$")
_SMALL = re.compile(r"(?:(?<=^)|(?<=[\s'’ʼ-]))[^\W\d_]")


def with_capitals(name: str) -> str:
    """A name typed in small letters throughout, with capitals; any other stays as typed.

    So does the title of who has no full name: "ông Tư" is "Ông Tư" on a list.
    """
    if name != name.lower():
        return name[:1].upper() + name[1:] if is_familiar(name) else name
    return _SMALL.sub(lambda found: found[0].upper(), name)


def phone_in(text: str) -> str | None:
    """The phone number that *text* is."""
    bare = re.sub(r"[\s.\-]", "", text)
    digits = bare.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        return None
    return bare if _FEWEST_PHONE_DIGITS <= len(digits) <= _MOST_PHONE_DIGITS else None


def phones_apart(line: str) -> str:
    """*line* with commas round the phone numbers in it, and without words that announce them.

    Numbers of papers are no phones.
    """
    if _NOT_A_PHONE.search(key(line)):
        return line
    return _PHONE.sub(r", \g<digits>, ", line).strip(" ,")


def without_birth(line: str) -> str:
    """*line* with a comma in place of a year, day of birth or age: no list keeps them."""
    return _BORN.sub(", ", line).strip(" ,")


def without_mark(name: str) -> str:
    """A full name without the number that tells two people of one name apart ("Lò Mẫu Na 2")."""
    marked = _MARK.match(name)
    if marked is None:
        return name
    parts = key(marked["name"]).split()
    return marked["name"] if len(parts) > 1 and parts[-1] not in MIDDLE_NAMES else name


def without_role(name: str) -> tuple[str, str]:
    """*name* without the role or category that stands before or behind it, and those words.

    Only where a name of two syllables, perhaps a title and one, is left.
    """
    words = name.split()
    most = min(_LONGEST_ROLE, len(words) - _FULL)
    for size in range(most, 0, -1):
        left, role = words[:-size], words[-size:]
        if _role_behind(role, left):
            return " ".join(left), " ".join(role)
    for size in range(most, 1, -1):
        said = " ".join(words[:size])
        if _is_role(said) and key(words[size]) not in MIDDLE_NAMES:
            return " ".join(words[size:]), said
    return name, ""


def _is_role(said: str) -> bool:
    return read_category(said) is not None or read_office(said) is not None


def _role_behind(role: list[str], left: list[str]) -> bool:
    said = key(" ".join(role))
    if said in TRAILING:
        return True
    sure = role[0][0].islower() or all(word.isupper() for word in (*role, *left))
    told_apart = role[0][0].islower() and left[-1][0].isupper()
    return (
        (len(role) > 1 or told_apart)
        and sure
        and said not in _ALSO_NAMES
        and fold(left[-1]) not in MIDDLE_NAMES
        and _is_role(said)
    )


def without_aside(name: str) -> str:
    """*name* without what is added: "bà Mẫu nhà không có điện thoại", "Lò Thị Mẫu thay mẹ"."""
    words = name.split()
    said = " ".join(fold(word.lower()).strip(",;.-–()") for word in words)
    told = _NO_PHONE.search(said)
    if told is None and "thay" in words:  # "Thay" may end a name
        told = _INSTEAD.search(said)
    if told is None:
        return name
    return " ".join(words[: told.string[: told.start()].count(" ") + 1]).rstrip(" ,;.-–(")


def without_title(name: str) -> str:
    """A full name without the title before it: "ông Lò Văn Mẫu" is "Lò Văn Mẫu".

    A title with one syllable stays as it is, and so does "Ông Thị Mẫu", whose family name it is.
    """
    words = name.split()
    titled = len(words) > _FULL and words[0].lower() in _TITLES
    return " ".join(words[1:]) if titled and fold(words[1]) not in MIDDLE_NAMES else name


def is_familiar(name: str) -> bool:
    """Whether *name* is what people call somebody ("ông Tư", "vợ ông Tư"): no full name."""
    if _KIN_OF.match(name.lower()) or (name == name.lower() and _KIN_OF_BARE.match(name)):
        return True
    words = name.lower().split()
    return len(words) == _FULL and words[0] in _TITLES | _TITLES_OR_NAMES
