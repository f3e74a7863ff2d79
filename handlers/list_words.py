"""What the patterns over a village head's words share: small words, and the names between them."""

from __future__ import annotations

import re
from functools import lru_cache

from faq.normalize import fold
from handlers.name_parts import MIDDLE_NAMES
from handlers.named_people import has_title, is_somebody, titles_of, without_title

# No word of a repeated group is made of others of it ("em oi" of "em" and "oi"): the number of ways
# to read a message would double with each.
LEAD = (
    r"(?:(?:da|a|em|oi|cho (?:em |toi |minh |anh |chi )?hoi|xin hoi|xem|xem giup|cho xem"
    r"|(?:doi|thay) (?:nguoi|ng) ?:) )*"
)
TAIL = (
    r"(?: (?:roi|vay|the|a|ah|em|e|nhe|nha|nhi|nua|ha|oi|z|day|hop|di hop|hom do|bua do|dau|duoc"
    r"|trong|ngoi))*$"
)
_TAIL = re.compile(TAIL)
CANNOT = (
    r"(?:(?:khong|ko|k|kh|hong|hok|khg|chang) (?:the )?(?:(?:di|den|toi|du|tham gia|tham du)"
    r"(?: hop)?(?: duoc| dc| noi)?|(?:duoc|dc) di)|di (?:khong|ko|k|kh|hong) (?:duoc|dc|noi))"
)
WHY = (
    r"(?:(?:bao|noi|bi|la|thi|no|xin|hom do|bua do|mai|om|met|dau|ban|ban viec|co viec|co dam)"
    r",? )*"
)


def folded(cleaned: str) -> str:
    """Folded letter by letter, so that places in it are places in *cleaned*."""
    return "".join(map(_letter, cleaned))


@lru_cache(maxsize=4096)
def _letter(one: str) -> str:
    folded_ = fold(one)
    return folded_ if len(folded_) == 1 else one.lower()[:1]


def typed(cleaned: str, found: re.Match[str], group: str) -> str | None:
    """What stands in *cleaned* for *group*; a name keeps its end that looks like a small word.

    "bà Lò Thị Hà": a capital, or a middle name before it, tells that "Hà" is no "ha".
    """
    start, end = found.span(group)
    if start < 0:
        return None
    name = cleaned[start:end].split()
    if _TAIL.match(found.string, end):
        name += _end_of_name(name, cleaned[end:].split())
    return " ".join(name).strip(" ,;") or None


def _end_of_name(name: list[str], words: list[str]) -> list[str]:
    capitals = [at for at, word in enumerate(words, start=1) if word[0].isupper()]
    if capitals:
        return words[: capitals[-1]]
    return words[:1] if name and fold(name[-1].lower()) in MIDDLE_NAMES else []


def is_named(who: str) -> bool:
    """Whether *who*, as typed, is sure to name one person.

    A title, a middle name, or capitals say so; small letters alone may be anything.
    """
    if not is_somebody(who):
        return False
    words = without_title(who).split()
    middle = any(fold(word.lower()) in MIDDLE_NAMES for word in words[1:-1])
    capitals = len(words) > 1 and all(word[0].isupper() for word in words)
    return has_title(who) or middle or capitals


_NO_PERSON = frozenset({"nhà", "nha", "hộ", "ho", "cau"})
"""Before a thing as well: a house, a household's affair, "câu", "cầu"."""
_THINGS = frozenset({"hoa", "phong", "ban", "nghe", "nuoc", "xa", "tran", "truong"})
"""With "văn" or "thị" before them also things: "văn hóa", "van nước", "thị xã"."""


def is_surely_person(who: str) -> bool:
    """Whether *who* names a person also where nobody speaks of a list.

    "bà Mẫu", "ba lo thi mau", "Lò Thị Mẫu", yet not "nhà tạm", "cô nuôi", "nhà văn hóa", "CẦU".
    """
    if not is_somebody(who):
        return False
    titles, bare = titles_of(who), without_title(who).split()
    titled = any(title.casefold() not in _NO_PERSON for title in titles)
    capitals = [word[0].isupper() and not who.isupper() for word in bare]
    middle = len(bare) > 2 and fold(bare[1].lower()) in MIDDLE_NAMES  # noqa: PLR2004 - a full name
    if middle and not titled and not capitals[0]:
        middle = fold(bare[2].lower()) not in _THINGS
    if titles:
        return middle or (titled and capitals[0])
    return middle or (len(bare) > 1 and all(capitals))
