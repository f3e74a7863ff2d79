"""With which words people answer what waits: yes, no, send it, hide my name, let it be.

One place for all of them. ``parsing`` reads yes, no and "put it right", ``answer_words`` what else
a menu offers. Yes and no are folded, as ``parsing.key`` gives them; sayings of a menu are written
with accents, which tell words apart where they were typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# -- yes and no -----------------------------------------------------------------------------------

TEEN = {
    **dict.fromkeys(("ko", "k", "kh", "khg", "hok", "hong", "hem", "no"), "khong"),
    **dict.fromkeys(("uh", "uk", "uhm", "um", "uhu", "yes"), "u"),
    **dict.fromkeys(("oke", "oki", "okie", "okela", "okay"), "ok"),
    **dict.fromkeys(("r", "rui", "ui"), "roi"),
    **dict.fromkeys(("dc",), "duoc"),
    **dict.fromkeys(("bit", "bik", "biek", "pit", "pik", "bjt"), "biet"),
    **dict.fromkeys(("hiu", "hju"), "hieu"),
    "thui": "thoi",
    "seo": "sao",
    "lm": "lam",
    "e": "em",
    "j": "gi",
    "dr": "dung roi",
}
"""Short spellings of the words that answer."""
YES_SAYINGS = frozenset(
    {
        *("dung", "co", "u", "vang", "da", "ok", "roi", "chuan", "phai", "dong", "y", "duoc"),
        *("dung vay", "dong y", "co chu", "da dung", "da vang"),
    }
)
NO_SAYINGS = frozenset(
    {
        *("khong", "chua", "sai", "khong phai", "chua dung", "khong dung", "chua phai", "thoi"),
        *("khong can", "thoi khong", "thoi khong can", "thoi khoi", "khoi"),
    }
)
POLITE = frozenset(
    {
        *("em", "a", "ah", "nhe", "nha", "chau", "oi", "day", "roi", "vay", "ad", "dau"),
        *("do", "ne", "nhen", "nghe", "ha", "z", "luon"),
    }
)
"""What people add to a yes or a no."""
SURELY_YES = frozenset({"dung", "co", "u", "vang", "ok", "chuan", "duoc", "dong", "hieu", "roi"})
YES_WORDS = YES_SAYINGS | POLITE | {"dong", "cung", "hieu", "biet", "i", "chu", "cu", "het"}
"""A message of these alone, one of them a sure one, is a yes: "cũng được", "ừ đúng rồi đó"."""
SURELY_NO = frozenset({"khong", "chua", "sai", "thoi", "khoi"})
NO_WORDS = (
    SURELY_NO
    | POLITE
    | {"phai", "dung", "can", "dong", "y", "gui", "ghi", "muon", "cho", "co", "gi", "nua", "het"}
    | {"chiu", "duoc"}
)
"""A message of these alone that begins with a sure one is a no: "không có gì", "chưa gửi"."""
ADDED = frozenset({"di", "giup", "gium", "dum", "voi", "e", "toi", "tui", "cai", "ngay", "ban"})
"""What people add to a command."""
THUMBS, THUMB_DOWN = frozenset("👍👌✅🆗"), "👎"
THANKS = ["cam", "on"]
MENDS = frozenset({"sua", "sai", "nham"})
MENDING = MENDS | POLITE | {"lai", "giup", "cho", "toi", "di", "voi", "chua", "dung", "khong"}
ASKS_TO_MEND = frozenset({"khong phai", "khong dung", "chua dung", "chua phai"})

GIVES_UP = re.compile(
    r"(?:(?:ua|o|oh|a|ah|u|uh|da|ma|hay|em|oi|chet) )*(?:thoi|khoi)(?: (?:thoi|khoi|khong|sua|doi"
    r"|hoi|gui|ghi|can|nua|them|ai|em|a|ad|nha|nhe|roi|dung|di|vay|bo|cu|the|het|giu|nguyen|nhu|de"
    r"|viec|gi|dau|cam|on|toi|tui))*"
)

REFUSES = re.compile(
    r"(?:(?:da|a|em|toi|tui|anh|chi|con|chau|minh|ba|ong|bac) )*"
    r"(?:(?:khong|chua|chang) (?:dong y|muon|chiu|ghi|gui|cho)|dung (?:gui|ghi)|tu choi)"
    r"(?: (?:dau|a|em|nha|nhe|ghi|gui|nua|het|voi|chi|anh|can bo|cai nay|roi))*"
    r"|(?:khong|thoi) (?:(?:em|toi|tui|anh|chi|con|chau|minh) )?(?:khong|chua) (?:dong y|muon|chiu)"
)
"""No in a sentence of its own: "tôi không đồng ý", "không, em không muốn"."""

DENIES = re.compile(
    r"(?:(?:da|a|em|toi|tui|minh|con|chau|oi|ua|cai|cau|day|do|nay|thi|la|chi|hoi|cho|biet|thoi|chu"
    r"|noi|nham) )*(?:"
    r"(?:khong|dau|chang)(?: (?:phai|co|la|he|muon|dam|y|dinh))* (?:to cao|to giac|khieu nai"
    r"|khieu kien)(?: \w+){0,6}"
    r"|gui (?:(?:cho|len|giup|cau|nay) )*can bo(?: (?:xa|di|em|giup|a|nha|nhe|voi))*)"
)

KNOWS_NOT = re.compile(
    r"(?:(?:da|em|toi|tui|minh|con|chau|me|thi|u|oh|cung|a) )*"
    r"(?:(?:khong|chua) (?:biet|ro|nho|hieu)"
    r"|chiu|bo tay|quen(?= (?:roi|mat)))(?: (?:roi|mat|ro|dau|nua|gi|het|lam sao|sao|thoi|luon|em|a"
    r"|ad|oi|nha|nhe|do|ban|minh|toi|tui|viec|nay|cai|ca))*"
)
LEAVES_IT = re.compile(
    r"(?:(?:da|a|u|ok|cu|de|giu|lay|theo|thoi|van|y|han|cai|lai|thi|em) )*"
    r"(?:mac dinh|nguyen(?: xi)?|nhu (?:cu|vay|tren|the|truoc|ban dau|da ghi|dang ghi)"
    r"|(?<= )vay|vay(?= (?:di|nhe|luon|duoc)\b)|(?:(?<=giu )|(?<=cai )|(?<=han )|(?<=y ))cu"
    r"|(?<=giu )lai|khong (?:(?:can|muon|phai) )?(?:thay )?(?:doi|sua))"
    r"(?: (?:nhu (?:cu|vay|tren|the)|nua|gi|het|ca|dau|di|em|a|nhe|nha|luon|duoc|roi|giup|do|day))*"
)
"""What was told stays: "giữ nguyên", "cứ để như cũ", "không thay đổi gì"."""
HAS_NOTHING = re.compile(
    r"(?:(?:da|a|u|thoi|thi|chac|em|oi|ba con|dan|xa|nguoi di hop|ho|minh|hien|nam nay) )*"
    r"(?:khong|chua|chang|khoi|dau)(?: (?:co|can|phai|duoc|mang|dem|theo|ho tro"
    r"|(?!(?<!\bco )(?<!ho tro )tien(?! ho tro))tien|chi|cho|ghi|them|gi|khoan|nao|cai"
    r"|thu|do|dau|het|ca|cung|nua|ba con|dan|xa|a|em|nhe|nha|roi|di|luon|oi))*"
)
"""There is nothing of what is asked for: "ko cần mang gì đâu", "xã không hỗ trợ gì"."""
DO_IT = re.compile(r"(?<!khong )(?<!khoi )\b(?:gui|ghi|lam|sua) (?:di|luon|giup|can bo|cho)\b")
"""What makes "thôi gửi đi" no refusal."""

# -- what a menu offers ---------------------------------------------------------------------------

SEND, QUIET, DROP = "send", "quiet", "drop"
"""Send it or write it down; without my name; throw it away."""
MORE, ENOUGH = "more", "enough"
"""Tell me more of it; what was told is enough."""
AS_IT_IS, REWRITE = "as_it_is", "rewrite"
"""Nothing new: leave the words as they are; or other words instead of them."""
HERE, HEAD, MEETING = "here", "head", "at_meeting"
"""Where the answer should be told."""


def _each(sayings: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in sayings.split("|"))


CHOOSES: Mapping[str, tuple[str, ...]] = {
    QUIET: (
        *_each("giấu tên | dấu tên | ẩn danh | ẩn tên | giấu | nặc danh | bí mật | kín tên"),
        *_each("giữ kín tên | giấu kín tên | giữ bí mật | giữ kín | giấu danh tính"),
        *(
            f"{no} {show} tên"
            for no in ("không", "ko", "k", "đừng", "khỏi", "hông")
            for show in ("ghi", "để", "nêu", "lộ", "đưa", "có", "hiện")
        ),
    ),
    DROP: _each("bỏ | xóa câu này | xoá câu này | xóa câu | xoá câu | xoá lời này"),
    SEND: _each("gửi | gởi | chuyển | nộp | ghi | lưu"),
    MORE: (
        *_each("thêm | xem thêm | nói thêm | đọc thêm | kể thêm | giải thích | giải thích thêm"),
        *_each("nói rõ | rõ hơn | nói rõ hơn | cụ thể hơn | nói cụ thể | chi tiết hơn"),
    ),
    ENOUGH: _each("đủ rồi | vậy đủ rồi | đủ"),
    REWRITE: (
        *_each("viết lại | gõ lại | soạn lại | nói lại | hỏi lại | làm lại"),
        *(
            f"{mend} {words}"
            for mend in ("sửa", "sửa lại", "viết lại", "đổi", "đổi lại", "chỉnh", "chỉnh lại")
            for words in ("câu hỏi", "câu", "lời nhắn", "nội dung", "tin nhắn", "chữ")
        ),
    ),
    AS_IT_IS: _each("hết | hết rồi | xong | xong rồi | giữ nguyên | để nguyên | như cũ | để vậy"),
    MEETING: _each("họp | buổi họp | cuộc họp | đối thoại | hội nghị"),
    HEAD: _each("trưởng thôn | trưởng bản | trưởng ấp | trưởng buôn | trưởng xóm | trưởng làng"),
    HERE: _each("ở đây | đây | tại đây | trên này | máy này | điện thoại | zalo | nhắn tin"),
}
"""Sayings of each meaning, as they are written with accents; of several the first counts."""

SMALL = frozenset(
    _each(
        "dạ | ạ | à | ơi | nha | nhé | nghe | đi | giúp | giùm | dùm | luôn | thì | là | em | e"
        "| tôi | tui | mình | con | cháu | chị | anh | cho | với | cứ | vậy | ông | bà | bác | chú"
        "| cô | nói | báo | nhắn | trả lời | lại | nhờ | muốn | xin | ở | tại | trong | trên | qua"
        "| hôm | buổi | hãy | ok | ừ | thôi | rồi | được | hết | tin | câu này | cán bộ | xã | nó"
        "| câu | này | về"
    )
)
"""What may stand beside any of them."""
BESIDE: Mapping[str, frozenset[str]] = {
    # "gửi nhưng giấu tên"
    QUIET: frozenset((*CHOOSES[SEND], *_each("nhưng | mà | và | tên"))),
    # "dạ đúng rồi em gửi giúp"
    SEND: frozenset(
        _each("đúng | đúng rồi | phải | phải rồi | chuẩn | chính xác | vâng | đồng ý | có | cảm ơn")
    ),
}
"""What else may stand beside the sayings of one meaning."""

NO_NAME = frozenset({"bo qua", "nguoi dan", "mot nguoi dan", "dan trong thon", "ba con"})
"""Where a name is asked for: without one."""
_OF_ME = (
    r"(?: (?:toi|tui|em|e|minh|chau|con|nha|cua|that|tuoi|ra|dau|a|nhe|voi|di|oi|ad|nua|duoc))*"
)
HIDES_NAME = re.compile(
    r"(?:(?:da|a|em|e|toi|tui|minh|chau|con|xin|thoi|gui|goi|ghi|nhung|ma|cu|cho|thi|la|hay|u"
    r"|ok) )*"
    r"(?:khong|khoi|mien|dung|chang|cha)"
    r"(?: (?:can|muon|thich|dam|tien|phai|nen|bat buoc|co|the))*"
    r"(?: (?:ghi|noi|neu|khai|bao|cho|dua|lo|hien|xung|dien|viet|nhap|tiet|biet|ro|ra|vao|xa|ke|len"
    rf"|de|cung cap|cong khai))* (?:ho )?(?:ten|danh tinh){_OF_ME}"
    r"|(?:ho )?ten (?:(?:toi|tui|em|thi|xin|cho) )*(?:khoi|khong can|thoi khoi|thoi|mien)"
    rf"(?: (?:ghi|noi|neu|can|khai))?{_OF_ME}"
)
"""No name shall be told, in a sentence of its own: "em không muốn nói tên đâu", "tên thì khỏi"."""
ORDERS_NAME = re.compile(
    r"(?:(?:da|em|u|ok|cu|thi|xin|nho|vang|duoc|roi) )*(?:ghi|gui|goi|viet|dien|nhap|de)"
    r"(?: (?:ho|ten|di|vao|nhe|nha|a|em|giup|gium|dum|toi|tui|minh|cho|luon|xuong|lai|voi|la))*"
    r"|(?:ho )?ten(?: (?:cua|toi|tui|em|minh|la|gi|a|ha|nao|ho))+"
)
"""That a name be written down, without the name: "ghi", "ghi tên tôi đi"."""
