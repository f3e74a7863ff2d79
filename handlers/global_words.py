"""Words that work in every state, whatever waits."""

from __future__ import annotations

from collections.abc import Mapping

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
    "noi chuyen voi can bo": "official_contact",
    "dung": "stop_messages",
    "dung lai": "stop_messages",
    "stop": "stop_messages",
    "xem": "my_data",
    "xoa": "erase_data",
}
"""Folded whole messages that work in every state. "Đúng" folds to the same letters as "Dừng": see
``is_stop``."""

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
