"""Entries that differ only in the kind of household, for messages that do not name one."""

from typing import Final

from faq.normalize import fold, syllables

__all__ = ["same_for_other_kinds"]

_SISTERS: Final = (
    ("von-vay-ho-ngheo-muc-lai", "von-vay-can-ngheo-muc-lai", "von-vay-moi-thoat-ngheo"),
)
"""Loans of the same shape, each with an interest of its own."""
_NAMED_BY: Final = frozenset(
    [
        *(
            "ngheo",
            "ngeo",
            "ngheoo",
            "ngoeo",
            "nghoeo",
            "hn",
            "cn",
            "hcn",
            "thoat",
            "tung",
            "thieu",
        ),
        *("so", "dien", "kho", "loai", "nac", "bac", "diem", "xep", "cham", "nguong"),
        *("khon", "khau", "kha", "danh", "chuan", "map", "lung"),
    ]
)
"""Folded words with which people say, however roundabout, what kind of household theirs is."""


def same_for_other_kinds(entry: str, text: str) -> tuple[str, ...]:
    """Give the entries among which *text* leaves open which one is meant, *entry* among them.

    Nothing for an entry without sisters, and for a message that says what kind of household asks:
    the figures of one kind must not be told to another.
    """
    sisters = next((ids for ids in _SISTERS if entry in ids), ())
    if not sisters or any(fold(word) in _NAMED_BY for word in syllables(text)):
        return ()
    return sisters
