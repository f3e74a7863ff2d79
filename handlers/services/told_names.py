"""Which name a message tells, and when it is none: a command, a question, what the FAQ knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.context import Turn
from handlers.name_words import asks, is_reply, names_nobody
from handlers.named_people import TITLE
from handlers.names import look_like_names, problem_of
from handlers.parsing import key
from handlers.speakers import NAME, SURELY_KIN, told

_LONGEST_NAME = 60
_MOST_WORDS = 8
_MOST_OF_ONE = 5
_FEWEST_LETTERS = 2
_FEWEST_WORDS = 2
_LIKE_A_QUESTION = 5
_ENDS_ASKING = frozenset({"khong", "ko", "hok", "hong", "chua", "sao", "dau", "gi", "nhieu"})
_NO_NAME = frozenset({"gi", "nao", "sao"})
_POLITE = frozenset({"nha", "nhe", "nhé", "nhá", "nghe", "nhen", "ạ", "a", "em", "đó"})
_BEFORE_NAME = re.compile(
    r"^(?:dạ[ ,]+)?(?:(?:em|tôi|chị|anh|cháu|tui|mình|con|toi|chi|chau"
    r"|bà|ông|bác|cô|chú|ba|ong|bac|co|chu)(?= (?:họ |ho )?(?:tên|ten|là|la)) )?"
    r"(?:họ tên|ho ten|tên(?: tôi| em)? là|ten(?: toi| em)? la|tên|ten|là|la)(?: là| la)? +(?=\w)",
    re.IGNORECASE,
)
_ME = r"(?:toi|tui|em|e|minh|chau|con|chi|anh|co|chu|bac|ong|ba)"
_CALLED = re.compile(
    r"(?:(?:da|thoi|thi|cu|xin|nho|cho|em|anh|chi|can bo|xa|ad|ban) ){0,3}"
    r"(?:(?:nguoi ta|ba con|moi nguoi|ai|thien ha|hang xom|lang xom|o nha|nha|trong thon|trong lang"
    r"|o thon|o lang|thon|lang|xom|ho|dan) )?(?:(?:trong|o|ca) (?:thon|lang|xom|ban|nha) )?"
    r"(?:(?:cung|deu|van|hay|thuong|quen|toan) )*"
    rf"(?:(?:goi|keu)(?: ten)?(?: {_ME})?(?: ten)? la"
    r"|(?:ghi|viet|dien|de)"
    rf"(?: (?:la(?! (?:ho|can|nguoi) )|ten(?: {_ME})?(?: la)?|{_ME} (?:ten )?la)))"
    r" (?=\w)"
)
"""How somebody says what others call them, or what to write: "người ta gọi tôi là Tư"."""

_SOFTLY = (
    r"(?:(?:da|u|thoi|khong(?: phai)?|ko(?: phai)?|k(?: phai)?|sai(?: ten)?|nham(?: ten)?"
    r"|dau|roi|xin|nho|em oi|em|anh|chi|can bo|xa|ad) )*"
)
_KIN = rf"(?:cua )?{SURELY_KIN}(?: (?:ten la|ten|la))?"
_WRITE = (
    r"(?:ghi|viet|dien|de|lay|doi|sua|thay)(?: (?:lai|cho|giup|gium|ho|em|toi|ten|nguoi|di|hop"
    r"|thanh|sang|bang|la))*"
)
_COMES = re.compile(
    rf"{_SOFTLY}(?:(?:{_WRITE}|cho)(?: {_KIN})?|{_KIN}|(?:ho )?ten(?: la)?"
    rf"|(?:ten )?nguoi (?:di hop|di|hop)(?: (?:ten la|ten|la))?)(?: {TITLE}(?! (?:la|ten)\b))?"
    r" (?=\w)"
)
"""Before the name of who shall come: "không phải, ghi tên vợ em là …", "cho bà …"."""
_I_AM_CALLED = re.compile(
    rf"{_SOFTLY}(?:{_ME} (?:ho )?(?:ten )?la|{_ME} (?:ho )?ten|(?:ho )?ten {_ME}(?: la)?) (?=\w)"
)

_AFTER_NAME = frozenset({*_POLITE, "đi", "di", "với", "voi", "thay", "họp", "hop", "giúp", "giup"})


@dataclass(frozen=True, slots=True)
class Named:
    """A full name that is told where it was read back who comes; *own*: by who bears it."""

    name: str
    own: bool


def who_comes(text: str) -> Named | None:
    """Whom *text* names in place of who was read back; None where it tells no name, or asks."""
    words = _first_part(text)
    folded = " ".join(map(key, words))
    own = _I_AM_CALLED.match(folded)
    found = own or _COMES.match(folded)
    rest = words[found.group().count(" ") if found else 0 :]
    if [key(word) for word in rest[-2:]] == ["moi", "dung"]:
        rest = rest[:-2]
    fewest = _FEWEST_WORDS if rest and rest[0][0].isupper() else _FEWEST_WORDS + 1
    while len(rest) > fewest and rest[-1] in _AFTER_NAME:
        rest.pop()
    name = bare_name(" ".join(rest))
    is_name = problem_of(name) is None and look_like_names(name) and not names_nobody(name)
    asked = "?" in text or asks(" ".join(rest)) or _ends_asking(name)
    if not is_name or asked or _says_more(name):
        return None
    return Named(name, own is not None)


def _first_part(text: str) -> list[str]:
    """The words up to a comma, but for a part that only says no: "không phải, …"."""
    parts = [[word for word in part.split() if key(word)] for part in text.split(",")]
    told = (part for part in parts if not re.fullmatch(_SOFTLY, " ".join([*map(key, part), ""])))
    return next(told, [])


def _says_more(name: str) -> bool:
    """Whether it goes on in small letters after a name in capital ones, or is no name at all."""
    words = name.split()
    goes_on = words[0][0].isupper() and not all(one[0].isupper() for one in words)
    return goes_on or len(words) > _MOST_OF_ONE or any(letter.isdigit() for letter in name)


def is_introduced(text: str) -> bool:
    """Whether *text* begins as people do who say their name: "em tên là"."""
    return _BEFORE_NAME.match(text.strip()) is not None or bool(_words_before(text.split()))


def _words_before(typed: Sequence[str]) -> int:
    """How many words stand before the name in "người ta gọi tôi là Tư"."""
    folded = [key(word) for word in typed]
    found = _CALLED.match(" ".join(folded)) if all(folded) else None
    return found.group().count(" ") if found else 0


def name_in(turn: Turn) -> str | None:
    """The name in a message, or None when it does not look like one."""
    name = told(turn.text, NAME) or told_name(turn.text) or bare_name(turn.text)
    letters = sum(letter.isalpha() for letter in name)
    if letters < _FEWEST_LETTERS or len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS:
        return None
    if is_reply(name) or names_nobody(turn.text):
        return None
    if _is_known(turn, name) or asks(turn.text.partition(",")[0]) or _ends_asking(name):
        return None
    if any(letter.isdigit() for letter in name):
        return None
    return name


def _ends_asking(name: str) -> bool:
    words = key(name).split()
    return len(words) >= _LIKE_A_QUESTION and words[-1] in _ENDS_ASKING


def _is_known(turn: Turn, name: str) -> bool:
    """Whether the FAQ knows it: the shorter, the surer it must be, as names are like by chance."""
    if turn.match is None or not turn.match.is_meant:
        return False
    long, sure = len(name.split()) >= _LIKE_A_QUESTION, turn.match.decision == "answer"
    return (long and sure) or ((long or sure) and not look_like_names(name))


def told_name(text: str) -> str | None:
    """The full name that *text* surely tells: "tên tôi là …", "Nông Thị Mẫu, vợ ông Tư"."""
    told, _, _ = text.partition(",")
    name = bare_name(told)
    introduced = name != " ".join(told.split()).strip(" .,;:")
    if problem_of(name) is not None or not (introduced or look_like_names(name)):
        return None
    return None if key(name).split()[0] in _NO_NAME else name  # "tên là gì cũng được"


def introduced_alone(text: str) -> str | None:
    """The full name in a message that says nothing but who writes: "tôi là Nông Thị Mẫu"."""
    name = told_name(text) if is_introduced(text) and "," not in text else None
    return name if name is not None and " " in name and look_like_names(name) else None


def bare_name(text: str) -> str:
    """*text* without the words that people put before a name: "em tên là"."""
    typed = text.split()
    name = _BEFORE_NAME.sub("", " ".join(typed[_words_before(typed) :])).strip(" .,;:")
    rest, _, last = name.rpartition(" ")
    # "Lò Thị A" keeps its last syllable, "lò thị mẫu ạ" does not.
    polite = last in _POLITE and (rest[:1].isupper() or len(rest.split()) > 2)  # noqa: PLR2004
    return rest.strip(" .,;:") if polite else name
