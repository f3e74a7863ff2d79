"""Words that work in every state, whatever waits."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handlers.parsing import key

HOME = "menu"

GLOBAL_WORDS: Mapping[str, str] = {
    "menu": HOME,
    "trang chu": HOME,
    "bat dau": HOME,
    "start": HOME,
    "giup": "help",
    "giup do": "help",
    "giup voi": "help",
    "tro giup": "help",
    "huong dan": "help",
    "help": "help",
    "gap can bo": "official_contact",
    "can bo": "official_contact",
    "goi can bo": "official_contact",
    "goi cho can bo": "official_contact",
    "goi dien can bo": "official_contact",
    "lien he can bo": "official_contact",
    "nhan can bo": "official_contact",
    "noi chuyen voi can bo": "official_contact",
    "dung": "stop_messages",
    "dung lai": "stop_messages",
    "stop": "stop_messages",
    "xem": "my_data",
    "xoa": "erase_data",
}
"""Folded whole messages that work in every state. "Đúng" folds to the same letters as "Dừng": see
``is_stop``."""

_WANT = r"(?:cho|xin|muon|mun|moun|can|nho|lam on|dc|duoc)"
_ME = r"(?:da|thoi|em|e|toi|tui|mk|minh|chau|con|bac|oi|gio|hay)"
_MEET = (
    r"(?:gap|noi chuyen|nc|goi|goi dien|goi cho|lien he|lien lac)"
    r"(?: (?:mat|truc tiep|dc|duoc|voi|vs))*"
)
_OFFICIAL = r"(?:can bo|canbo|cb|ng that|nguoi that|nguoi)(?: (?:xa|uy ban|phu trach))?"
_PLEASE = (
    r"(?: (?:voi|vs|zoi|di|a|ah|nha|nhe|nhen|nghe|em|ad|giup|gium|dum|toi|tui|ngay|gap|luon|oi"
    r"|co|duoc|dc|khong|ko|k))*"
)
_MEETS_OFFICIAL = re.compile(
    rf"(?:(?:{_ME} )*{_WANT} )(?:(?:{_WANT}|{_ME}) )*{_MEET} {_OFFICIAL}{_PLEASE}"
)
"""Whoever *wants* it: "em gặp cán bộ rồi" tells that it has been done."""


def named(text: str) -> str | None:
    """The flow that *text* names in every state, with the slips of a hurried hand."""
    typed = key(text)
    wanted = _MEETS_OFFICIAL.fullmatch(typed) is not None
    return "official_contact" if wanted else GLOBAL_WORDS.get(typed)


DROP_WORDS = frozenset({"huy", "huy bo", "thoat"})
"""Folded whole messages that give up what is open."""

BACK_WORDS = frozenset({"quay lai", "tro lai", "lui lai", "back"})
"""Folded whole messages that go one question back."""


def says_stop(text: str) -> bool:
    """Whether somebody typed "dừng" with its accents: it is never taken for "đúng"."""
    return text.strip(" .!").casefold() == "dừng"


def is_stop(text: str, *, asked: bool) -> bool:
    """Whether a text that folds to "dung" means DỪNG (stop) and not "đúng" (right).

    Where something is *asked*, a bare "dung" stops only in capitals, as the texts teach it.
    """
    bare = text.strip(" .!")
    return says_stop(text) or bare == "DUNG" or (not asked and bare.casefold() == "dung")
