"""A neighbour who says that the phone is lent before they ask: "hàng xóm mượn máy hỏi tí: …".

What follows the lead-in is the question, and goes on as it was typed. Without a neighbour and
without a lent phone nothing is read: "em mượn máy cày của xã được không" is a question, and so is
a quarrel about something lent: "hàng xóm mượn máy, không trả, làm sao đòi".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from faq.normalize import clean
from handlers.name_parts import FAMILY_NAMES
from handlers.parsing import key

_MOST_BEFORE = 24
"""Words of the lead-in, with the signs between them; whatever follows is not looked at."""
_TOKENS = re.compile(r"\w+|[^\w\s]+|\n+")
_SIGN = r"(?: [|])"

_ME = r"(?:da |alo )?(?:(?:toi|em|e|minh|tui|chau|con|chi|anh|bac|co|chu|ong|ba) )?"
_DAY = r"(?: (?:day|ne|nay|a|nhe|nha|xa oi|can bo oi|em oi))?"
_NEAR = (
    r"(?:(?:nguoi|nha) )?(?:o )?(?:hang xom|lang gieng|nha ben canh|nha ke ben|nha sat ben"
    r"|nha ben|canh nha|nha canh|nha khac|ben canh)"
    r"(?: (?:nha (?:nay|toi|em|chu may)|cua chu may|ben canh))?"
)
_PHONE = r"(?:may dien thoai|may|dien thoai|dt|dthoai|zalo)"
_OWNER = (
    r"(?:(?:chi|anh|em|con|me|bo|ba|ong|chong|vo|ban|co|chu|bac|cau|di|hang xom|nha ben|nguoi ta"
    r"|nguoi khac|nguoi quen)(?: (?:toi|em|tui|minh|gai|trai|ho|noi|ngoai|dau|re|ben canh))*)"
)
_LENDER = (
    r"(?: (?:nay|ke|ti|chut|nho|tam|(?:cua )?(?:nha )?(?:chu may|hang xom|ben canh|ke ben"
    rf"|nguoi quen|nguoi ta|nguoi khac)|(?:cua )?{_OWNER})\b)?"
)
_LENT = (
    r"(?:dang |di |xin |cho (?:em|toi) )?(?:muon nho|muon tam|(?:dung|xai) (?:nho|ke|tam)"
    rf"|muon|nho)(?: (?:cai|tam|ke|nho))? {_PHONE}{_LENDER}"
)
_OTHER = (
    r"(?:(?:(?:day )?la|lai la) (?:mot |1 )?nguoi (?:khac|la)|nguoi khac (?:day|ne)"
    r"|(?:khong|khg|kg|kh|ko|k|hong|hok|hem|chang|dau) (?:phai|phair|phia|fai|pai) (?:la )?chu"
    rf" {_PHONE}(?: nay)?)"
)
_NEXT_DOOR = re.compile(r".* (?:hang xom|nha ben|ben canh|ke ben|lang gieng)(?: \w+){0,3}")
_ASK = r"(?:(?:de |xin |muon |cho ){0,2}(?:toi |em |tui )?hoi)"
_A_LITTLE = (
    r"(?:(?: (?:nho|ke|ti|xiu|chut|ty|teo|voi|giup|cai nay|cau nay|viec nay"
    r"|(?:1|mot|may|hai|2|3|ba) (?:ti|chut|cau|viec|cai|dieu|chuyen)))(?: (?:nha|nhe|a|voi))?)"
)
_LITTLE_ASKED = rf"(?={_ASK}{_A_LITTLE}{{1,2}}{_DAY}(?:{_SIGN}|$))"
_NAME = r"(?P<name>(?!hang xom|lang gieng|nguoi |nha |ho |chu )[^\W\d]+(?: [^\W\d]+){0,4}?)"
_CALLED = rf"(?:ten la|ten|la) {_NAME}"
_WHO = rf"{_SIGN}? {_ME}(?:{_CALLED}|la)(?: (?P<next>{_NEAR}))?{_DAY}(?={_SIGN}|$)"
_LED = tuple(
    re.compile(pattern)
    for pattern in (
        # "hàng xóm mượn máy", "tôi là Vàng A Mẫu hàng xóm, mượn máy"
        rf"{_ME}(?:la )?(?P<near>{_NEAR}){_DAY}{_SIGN}? {_ME}{_LENT}",
        rf"{_ME}{_CALLED}(?P<near> {_NEAR})?{_DAY}{_SIGN}? {_ME}{_LENT}",
        rf"{_ME}{_LENT}(?P<near>)",
        # "tôi là người khác, mượn máy hàng xóm"
        rf"{_ME}(?P<other>{_OTHER})(?P<near>){_DAY}{_SIGN}* {_ME}{_LENT}",
        # "tôi là hàng xóm, máy này của ông Mẫu"
        (
            rf"{_ME}(?:la )?(?P<near>{_NEAR}){_DAY}{_SIGN}* {_PHONE}(?: nay)? (?:la )?cua"
            rf"(?: [^\W\d]+){{1,4}}?(?={_SIGN}|$)"
        ),
        # "máy này của chị tôi, tôi muốn hỏi …"
        (
            rf"(?:da |alo )?{_PHONE}(?: nay)? (?:la )?(?:(?:di )?muon )?cua (?P<near>{_OWNER})"
            rf"{_DAY}(?={_SIGN}*(?: (?:toi|em|e|minh|tui|chau|cho|muon|xin|de|nho|can|gio))* hoi\b)"
        ),
        # without a word about the phone the neighbour asks "nhờ", "tí"
        rf"{_ME}(?:la )?(?P<near>{_NEAR}){_DAY}{_SIGN}? {_ME}{_LITTLE_ASKED}",
    )
)
_THEN = re.compile(
    rf"(?P<asks> ?{_ASK}{_A_LITTLE}{{0,2}}{_DAY})?(?P<who>{_WHO})?(?:{_SIGN}+|$)"
    rf"|(?P<on> ?{_ASK}(?P<little>{_A_LITTLE}){{0,2}})(?= (?!ai|o dau|sao|the nao|xa\b|cho nao))"
)
"""A sign after it, or the word for asking: there the question begins."""
_SURELY = re.compile(r"(?:.* )?(?:dien thoai|dt|dthoai|zalo|nho|ke|tam|ti|chut)(?: .*)?")
"""In the lead-in: a phone, or what one says who has it for a while; "máy" is any machine."""
_ASKS_NEXT = re.compile(
    r"(?:(?:toi|em|cho|xin|de|muon) ){0,3}(?:hoi(?! (?:ai|xa|sao|o dau|the nao)\b)|nho)"
    r" (?!.*\b(?:doi|tra|den|bat)\b)"
)
"""Behind "mượn máy," the question has to be announced, or it is no phone that was lent."""
_LOST = (
    r"(?:mat|hong|hu|vo|be|chay)(?: (?:roi|luon|het|may|cua|thi|ma|khong|ko|ai|gio|bat|xong|nen)\b"
    rf"|{_SIGN}|$)"
)
_QUARREL = re.compile(
    r"(?:[|] |(?:roi|ma|gio|nay|nhung|xong|cu|lai|no|ho|ong|ba|da|bi|lam|di|lau|may|thang|nam|ngay"
    r"|tuan|hai|mot|mai|hoai|khong|ko|k|kg|kh|hong|hok|chua|chang|chiu|nhat dinh|ay|do|toi|em"
    r"|minh|\d+) )*"
    r"(?:(?:tra|doi)(?! (?:no|von|goc|lai suat|tien|cuu|the|so|giay|ten|bang|can|cccd|cho o)\b)\b"
    rf"|(?:den|quyt|giat|giu|lay) (?:bu|luon|may|lai|mat)\b|bat den\b|{_LOST})"
)
"""What follows where the machine was lent and not given back, or not whole."""


@dataclass(frozen=True, slots=True)
class Lent:
    """Who has the phone now, as far as told, and what they ask; next door or not."""

    name: str | None
    words: str
    next_door: bool


def read(text: str) -> Lent | None:
    """The lead-in of somebody with a lent phone; None where a message has none."""
    whole = clean(text)
    tokens = list(_TOKENS.finditer(whole))[:_MOST_BEFORE]
    folded = " ".join(key(one.group()) or "|" for one in tokens)
    for pattern in _LED:
        found = pattern.match(folded)
        then = _THEN.match(folded, found.end()) if found else None
        if found is None or then is None:
            continue
        names = [one for one in (found, then) if one.groupdict().get("name")]
        name = _typed(whole, tokens, names[0]) if names else None
        other = "other" in found.groupdict()
        lenders = other and _NEXT_DOOR.fullmatch(found.group())  # whose neighbour speaks
        near = bool(found["near"] or then["next"] or name or lenders)
        last = tokens[folded.count(" ", 0, then.end())]
        sure = name or other or _SURELY.fullmatch(found.group())
        unsaid = last.group() == "," and not sure
        if not then["asks"] and (
            _QUARREL.match(folded, then.end() + 1)
            or (unsaid and not _ASKS_NEXT.match(folded, then.end() + 1))
        ):
            continue
        if near or other or then["asks"] or then["who"] or then["little"]:
            rest = whole[last.end() :]
            return Lent(name, rest.strip(" ,;:.-\n"), near)
    return None


def _typed(whole: str, tokens: list[re.Match[str]], found: re.Match[str]) -> str | None:
    """The name as it was typed, if it looks like one."""
    first, last = (found.string.count(" ", 0, place) for place in found.span("name"))
    name = whole[tokens[first].start() : tokens[last].end()]
    family = key(name).split()[0] in FAMILY_NAMES or all(one[0].isupper() for one in name.split())
    return name if family and " " in name else None
