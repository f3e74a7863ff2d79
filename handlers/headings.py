"""Lines of a pasted list that name nobody: its title, the names of its columns, its sum."""

from __future__ import annotations

import re

from faq.normalize import clean
from handlers.parsing import key

# None is made of others ("ho ten chu ho" of "ho ten" and "chu ho"): the number of ways to read a
# line would double with each.
_COLUMN = (
    r"(?:stt|tt|so tt|so thu tu|ho va ten|ho ten|ten|chu ho"
    r"|nguoi di hop|nam sinh|ngay sinh|tuoi|gioi tinh|nam nu|loai ho|dien ho|doi tuong|chuc vu"
    r"|chuc danh|dien thoai|so dien thoai|sdt|dia chi|thon|dan toc|ghi chu|ky ten|chu ky)"
)
_LONGEST = 300
"""Characters of the longest heading, folded."""
_COLUMNS = re.compile(rf"^(?=.*\b(?:stt|tt|ten|loai ho|ghi chu)\b){_COLUMN}(?: {_COLUMN})*$")
_TITLE = re.compile(
    r"^(?:[ivx]{1,4} |phan |bang |mau )?(?:"
    r"(?:em |toi |thon |gui |xin |day la |duoi day |sau day )*(?:la )?(?:ban )?(?:danh sach|ds)\b"
    r"|(?:(?:xin|cho|em|toi|nho|da) )*dang k[yi] (?:di |du |hop|tham|doi|nguoi|thon|\d)"
    r"|hoi nghi |hoi thao |(?:buoi )?hop (?:dan|doi)"
    r"|doi thoai |cong hoa xa hoi|doc lap tu do|ubnd\b|uy ban nhan dan|kinh gui\b|nguoi lap "
    r"|(?:tong (?:so|cong)|cong|so luong|tong) (?:la )?(?:\d|(?:nguoi|ho) \d)"
    r"|(?:hom nay |sang |chieu )?ngay \d|nam 20\d\d"
    r"|(?:nhung |cac |so )?(?:nguoi|ho dan|ba con|ho gia dinh|thanh phan) .*\b"
    r"(?:di hop|du hop|di du|tham gia|tham du|ngheo|gom|sau)\b"
    r")"
)
_NUMBERED_PLACE = re.compile(
    r"^(?:dan |ba con )?(?:thon|ban|xom|ap|to|to dan pho|khu|khu pho|buon|lang|soc|phum) \d+\b"
    r"(?: (?:(?:xa|phuong|di hop|di du|va)\b.*|gom|co|(?:gom |co )?\d.*))?$"
)
_NAMED_PLACE = re.compile(
    r"^(?:thôn|thon|bản|xóm|xã|phường|ấp|tổ dân phố|khu phố|huyện|tỉnh) (?!trưởng|truong|đội|doi)",
    re.IGNORECASE,
)
"""With accents: "Bàn" and "Xa" are family names."""


def is_heading(line: str) -> bool:
    """Whether *line* is a heading of a list ("DANH SÁCH THÔN 2", "STT Họ và tên", "Bản Mẫu:").

    What it names is no person, however much it looks like a name.
    """
    typed = clean(line).strip(" -*#.")
    folded = key(typed)
    if not folded or typed.endswith(":"):
        return bool(folded)
    return len(folded) <= _LONGEST and (
        _TITLE.match(folded) is not None
        or _COLUMNS.match(folded) is not None
        or _NUMBERED_PLACE.match(folded) is not None
        or _NAMED_PLACE.match(typed) is not None
    )
