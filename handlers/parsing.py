"""Reading short answers: choices, yes and no. Tolerant of missing accents and of typing errors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from rapidfuzz import fuzz

from faq.normalize import clean, fold
from handlers import reply_words as known

_NUMBER_WORDS = {
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "sau": 6,
}
_NUMBERED = re.compile(r"^(?:so|chon|cau|muc|y|phim|bam)?\s*(\d{1,2})\s*[.)]?$")
_NO_LETTERS = re.compile(r"[^\w]+")
_CLOSE_ENOUGH = 88
_CLEARLY_BETTER = 6
_SHORTEST_FUZZY = 3


def key(text: str) -> str:
    """*text* for comparing: folded, punctuation and extra blanks gone."""
    return " ".join(_NO_LETTERS.sub(" ", fold(text)).split())


def number(text: str) -> int | None:
    """The number of a choice as typed: "1", "số 1", "1.", "một"; None for anything else."""
    folded = " ".join(fold(text).split()).strip(" .!?,")
    found = _NUMBERED.match(folded)
    if found:
        return int(found.group(1))
    if folded == "so khong":  # "không" alone is a no
        return 0
    if folded.startswith("so "):
        folded = folded[3:]
    return _NUMBER_WORDS.get(folded)


def pick(text: str, labels: Sequence[str]) -> int | None:
    """Index of the label that *text* spells, with or without accents and small errors.

    None when no label is close, or when two are equally close.
    """
    typed = key(text)
    if not typed:
        return None
    keys = [key(label) for label in labels]
    exact = [index for index, label in enumerate(keys) if label == typed]
    if len(exact) == 1:
        return exact[0]
    if exact or len(typed) < _SHORTEST_FUZZY:
        return None
    # Digits tell villages apart ("thôn 1", "thôn 11"): they must agree exactly.
    digits = re.findall(r"\d+", typed)
    scored = sorted(
        (
            (fuzz.ratio(typed, label), index)
            for index, label in enumerate(keys)
            if re.findall(r"\d+", label) == digits
        ),
        reverse=True,
    )
    if not scored or scored[0][0] < _CLOSE_ENOUGH:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEARLY_BETTER:
        return None
    return scored[0][1]


LOST = "lost"
"""What somebody means who does not know what to answer."""
YES, NO, EDIT, DENIED = "yes", "no", "edit", "denied"
"""What a plain word means to the choices that wait."""


def yes_no(text: str) -> bool | None:
    """True for a plain yes, False for a plain no, None for anything else."""
    if not any(letter.isalnum() for letter in text):
        return _by_thumb(text)
    said = _plain(text)
    if _denies(text, said):
        return False
    agreed = None if _is_like_name(text) else _agreed_by(said)
    if agreed is not None:
        return agreed
    while said:
        typed = " ".join(said)
        if typed in known.YES_SAYINGS:
            return True
        if typed in known.NO_SAYINGS:
            return False
        if said[-1] in known.POLITE:
            said.pop()
        elif said[-2:] == known.THANKS:
            del said[-2:]
        elif said[0] in {"da", "vang", "em"}:
            del said[0]
        else:
            return None
    return None


def _by_thumb(text: str) -> bool | None:
    up, down = bool(known.THUMBS.intersection(text)), known.THUMB_DOWN in text
    return up if up != down else None


def _denies(text: str, said: list[str]) -> bool:
    """ "Đâu" beside a yes takes it back ("đâu có", "có được đâu"); so does a no in a sentence."""
    words = frozenset(said)
    if "dau" in words and len(words) > 1 and words <= known.YES_WORDS | known.NO_WORDS:
        return True
    return known.REFUSES.fullmatch(" ".join(_apart_from_right(text))) is not None


def _apart_from_right(text: str) -> list[str]:
    """*text*, in which a "đúng" (right) typed with its accents is not read as "đừng" (don't)."""
    return _plain(clean(text).casefold().replace("đúng", "chuẩn"))


def _agreed_by(said: list[str]) -> bool | None:
    """Yes or no where nothing but the words of one of them is said."""
    point = _to_the_point(said)
    words, bare = frozenset(point), [word for word in point if word not in known.POLITE]
    agreed = words - {"thoi"} if bare[-1:] == ["thoi"] else words  # "được thôi"
    if agreed <= known.YES_WORDS and agreed & known.SURELY_YES and bare[:1] != ["thoi"]:
        return True
    refuses = words <= known.NO_WORDS and next(iter(point), "") in known.SURELY_NO
    return False if refuses or _is_given_up(" ".join(said)) else None


def gives_up(text: str) -> bool:
    """Whether *text* wants no more of what is asked: "thôi khỏi", "ủa thôi đúng rồi"."""
    return _is_given_up(" ".join(_plain(text)))


def _is_given_up(said: str) -> bool:
    return known.GIVES_UP.fullmatch(said) is not None and known.DO_IT.search(said) is None


def leaves_it(text: str) -> bool:
    """Whether *text* wants what was told to stay: "giữ nguyên", "để mặc định", "thôi"."""
    said = " ".join(_plain(text))
    return known.LEAVES_IT.fullmatch(said) is not None or _is_given_up(said)


def has_nothing(text: str) -> bool:
    """Whether *text* only says that there is nothing of it: "ko cần gì đâu", "k", "chưa biết"."""
    said = " ".join(_plain(text))
    nothing = known.HAS_NOTHING.fullmatch(said) is not None
    return nothing or yes_no(text) is False or knows_not(text)


def hides_name(text: str) -> bool:
    """Whether *text* only says that no name shall be told: "khỏi ghi tên", "tên thì thôi"."""
    return known.HIDES_NAME.fullmatch(" ".join(_apart_from_right(text))) is not None


def knows_not(text: str) -> bool:
    """Whether *text* only says that its writer does not know: "hông biết nữa em", "quên rồi"."""
    return known.KNOWS_NOT.fullmatch(" ".join(_plain(text))) is not None


def without_politeness(text: str) -> str:
    """*text* as :func:`key` gives it, less what is added to a command: "xoá hết đi em"."""
    said = key(text).split()
    while len(said) > 1 and said[-1] in known.POLITE | known.ADDED:
        said.pop()
    return " ".join(said)


def senses(text: str) -> tuple[str, ...]:
    """What *text* may mean to a choice, the likeliest first.

    ``DENIED``: it is no denunciation and no complaint; or ``EDIT``, ``YES``, ``NO``.
    """
    said = _plain(text)
    if known.DENIES.fullmatch(" ".join(said)):
        return (DENIED,)
    mends = not known.MENDS.isdisjoint(said) and known.MENDING.issuperset(said)
    edit = (EDIT,) if mends or " ".join(said) in known.ASKS_TO_MEND else ()
    agreed = yes_no(text)
    return edit if agreed is None else (*edit, YES if agreed else NO)


def _plain(text: str) -> list[str]:
    return " ".join(known.TEEN.get(word, word) for word in key(text).split()).split()


def _to_the_point(said: list[str]) -> list[str]:
    """*said* from where politeness ends; all of it where it is nothing else."""
    lead = ("da", "vang", "a", "em", "oi", "u", "oh", "toi", "tui", "chau", "minh")
    return list(dropwhile(lambda word: word in lead, said)) or said


def _is_like_name(text: str) -> bool:
    """ "Vàng A Đồng": several words, each with a capital, and not all of them are capitals."""
    words = text.split()
    return len(words) > 1 and not text.isupper() and all(word[:1].isupper() for word in words)


def tells_something(text: str) -> bool:
    """Whether *text* can be a message to the officials: not a bare number, a yes or a no."""
    words = any(letter.isalpha() for letter in text)
    return words and number(text) is None and yes_no(text) is None


_BETWEEN = re.compile(
    r"[,;&+\n]+|(?<=[\s\d])(?:và|va)\s+(?=\w)|(?<=\d)\s*(?:và|va|với|voi|cùng|cung)\s*(?=[\w])",
    re.I,
)
_DASH = re.compile(r"\s[-–]\s")
_FROM = r"(?:từ|tu)\s+(?=\D*\d{1,3}\s*(?:-|–|đến|den|tới|toi)\s*\D*\d)"
_BEFORE = re.compile(rf"^(?:{_FROM}|(?:và|các|cac|những|nhung|mấy|may)\s+|va\s+(?=\d))", re.I)
_RANGE = re.compile(r"^(\D*?)(\d{1,3})\s*(?:-|–|đến|den|tới|toi)\s*(?:\1)?(\d{1,3})$", re.I)
_NUMBERS = re.compile(r"[\d\s.]+")
_ONE_NAME = re.compile(r"^([^\W\d_][^\d]*?)\s*(\d{1,3}(?:[\s.]+\d{1,3})+)$")
_PAIRS = re.compile(r"(?:[^\W\d_]+\s*\d{1,3}\s*){2,}")
_LONGEST_RANGE = 60


def several(text: str) -> list[str]:
    """What is listed in *text*, one by one: "thôn 1, 2 và 4" gives "thôn 1", "2", "4".

    Between two: a comma, "và", "&", a new line; between numbers a blank is enough, and "1-4" or
    "thôn 1 đến 4" names each number from the first to the last.
    """
    parts = (_BEFORE.sub("", part.strip(" .")) for part in _BETWEEN.split(text))
    return [one for part in parts if part for one in _listed(part)]


def _listed(part: str) -> list[str]:
    span, named = _RANGE.match(part), _ONE_NAME.match(part)
    if span and 0 <= int(span[3]) - int(span[2]) <= _LONGEST_RANGE:
        return [f"{span[1]}{one}" for one in range(int(span[2]), int(span[3]) + 1)]
    if _NUMBERS.fullmatch(part):
        return part.replace(".", " ").split()
    if named:
        return [f"{named[1]} {one}" for one in re.split(r"[\s.]+", named[2])]
    if _PAIRS.fullmatch(part):
        return re.findall(r"[^\W\d_]+\s*\d+", part)
    return [one.strip() for one in _DASH.split(part)]
