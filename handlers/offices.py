"""Whose phone number a message asks for: the health station, the police, a school …"""

from __future__ import annotations

import re
from collections.abc import Mapping

from faq.normalize import clean
from handlers.parsing import key

OFFICE_PHONE = "office_phone"
"""What somebody means who asks for such a number."""
ELSEWHERE = "elsewhere"
"""An office of the district or province: its number is not known here."""
OFFICES: Mapping[str, str] = {
    "clinic": r"(?:tram y te|tram xa|y te(?= xa\b)|benh xa)",
    "police": r"(?:cong an khu vuc|cong an|ca(?= xa\b))",
    "school": r"(?:nha truong|truong (?:hoc|mam non|mau giao|tieu hoc|cap \d|thcs|pho thong))",
    "bank": r"(?:ngan hang(?: chinh sach)?(?: xa hoi)?|nhcs(?:xh)?)",
    "power": r"(?:dien luc|tho dien)",
    "insurance": r"(?:bao hiem xa hoi|bhxh|co quan bao hiem)",
    "post": r"(?:buu dien|buu ta)",
    "one_stop": r"(?:bo phan mot cua|mot cua|1 cua)",
}
"""How people write each office, folded; its name is text ``office-<id>``."""
_OF_DISTRICT = frozenset({"bank", "power", "insurance", "post"})
"""Those that serve the communes from the district."""
_WITH_ACCOUNT = frozenset({"bank", "power", "insurance"})
"""Those where people have a number of their own."""
_PHONE = re.compile(r"\+?\d[\d .()-]{1,24}")
_OFFICE = rf"(?:{'|'.join(OFFICES.values())})"
_ACCOUNT = rf"(?:{OFFICES['bank']}|{OFFICES['insurance']})"
"""Where "số" alone, or "sổ" without its tone, is rather a number or book of one's own."""
_COUNTED = rf"(?:{_ACCOUNT}|{OFFICES['school']})"
"""Where "số … bao nhiêu" is no phone either: how many schools?"""
_LEVEL = r"(?:huyen|tinh|quan|thi xa|thanh pho|tp)"
_OF_PLACE = (
    rf"(?P<of>(?: (?:cua|o|tren|ben|ngoai|xa|phuong|thon|ban|minh|nha|ta|em|toi|{_LEVEL}))*)"
)
_NAMED = rf"(?P<office>{_OFFICE}){_OF_PLACE}"
_NUMBER = r"(?:sdt|so dien thoai|so dt|sddt|dien thoai|dt|so phone|so lien lac|so lien he)"
_IS = r"(?: (?:la|thi|co|ghi|goi))*"
_MANY = r"(?:may|nao|bao nhieu|bao nhiu|bn)"
_WHICH = rf"{_IS} (?:{_NUMBER}|so){_IS} {_MANY}"
_TO = r"(?: (?:dien|cho|den|len|qua|ra|dt))* "
_LEAD = (
    r"(?:(?:da|a|em|e|toi|tui|chau|con|minh|can bo|cb|oi|cho|xin|hoi|muon|can|biet|cai|lam on|bac"
    r"|anh|chi|gap|nho|tim) )*"
)
_TAIL = (
    r"(?: (?:a|ah|vay|the|em|oi|voi|nhe|nha|nghe|ad|can bo|giup|gium|dum|toi|tui|di|day|khong|ko|k"
    r"|co|ha|hen|cam on|cho))*"
)
_ASKS = tuple(
    re.compile(rf"{_LEAD}(?:{shape}){_TAIL}")
    for shape in (
        rf"{_NUMBER}(?: (?:cua|o|ben|tren|goi|cho))* {_NAMED}(?:{_IS}(?: so)? (?:{_MANY}|gi))?",
        rf"{_NAMED}(?:{_WHICH}|(?: co)? {_NUMBER})",
        rf"goi{_TO}{_NAMED}(?:{_WHICH}| (?:the nao|sao|cach nao|o dau))",
        rf"so(?: (?:cua|o|ben|tren))* (?!{_COUNTED}){_NAMED}{_IS}(?: so)? {_MANY}",
        rf"so (?:cua )?(?={OFFICES['clinic']}|{OFFICES['police']}){_NAMED}",
        rf"(?:xin|cho|can|tim) {_LEAD}so (?:cua )?(?!{_ACCOUNT}){_NAMED}",
    )
)
_ASKS_TYPED = re.compile(
    rf"(?:{_LEAD})xin (?:cai )?so (?P<office>{_ACCOUNT})(?P<of>)(?: (?:a|voi|nhe|di|giup|gium))*"
)
"""Sure only with the tone of "số"."""
_OWN = re.compile(r" cua (?:toi|tui|em|minh|con|chau|nha)\b")
_ELSEWHERE = re.compile(rf"(?: (?:cua|o|tren|ben|ngoai))* {_LEVEL}\b")
_OF_PROVINCE = re.compile(r"(?: (?:cua|o|tren|ben|ngoai))* tinh\b")
_NO_NUMBER = re.compile(r"\b(?:sổ|sợ|sờ|sơ)\b", re.IGNORECASE)
"""Words that are "so" without their tones and no number: "sợ công an xã"."""
_TONED = re.compile(r"\bsố\b", re.IGNORECASE)
_LONGEST = 160


def asked_phone(text: str) -> str | None:
    """Id of the office whose number is all that *text* asks for; ``ELSEWHERE`` above the commune.

    None for what asks about an office, and for a number or book of one's own there.
    """
    said = key(text) if len(text) <= _LONGEST else ""
    shapes = (*_ASKS, _ASKS_TYPED) if _TONED.search(clean(text[:_LONGEST])) else _ASKS
    found = next((match for one in shapes if (match := one.fullmatch(said))), None)
    if found is None or _NO_NUMBER.search(clean(text)):
        return None
    id_, behind = _id_of(found["office"]), said[found.start("of") :]
    if id_ is None or (id_ in _WITH_ACCOUNT and _OWN.match(behind)):
        return None
    return ELSEWHERE if _is_elsewhere(id_, behind) else id_


def is_phone(text: str) -> bool:
    """Whether *text* is a phone number as an office writes it."""
    return _PHONE.fullmatch(text) is not None


def read_phones(text: str) -> dict[str, str] | None:
    """Numbers by office, from "Trạm y tế: 0260…; Công an xã: 0260…".

    None where one is unclear, and where two are of one kind: nobody could be told which.
    """
    found: dict[str, str] = {}
    for part in filter(None, (one.strip() for one in text.split(";"))):
        name, _, phone = part.partition(":")
        office = office_of(name)
        if office is None or office in found or not is_phone(phone.strip()):
            return None
        found[office] = phone.strip()
    return found


def office_of(name: str) -> str | None:
    """Id of the office that is called *name* ("Trạm y tế xã"); None for another one."""
    said = key(name)
    found = re.match(rf"{_OFFICE}\b", said)
    id_ = _id_of(found[0]) if found is not None else None
    return None if found is None or _is_elsewhere(id_, said[found.end() :]) else id_


def _id_of(office: str) -> str | None:
    return next((id_ for id_, shape in OFFICES.items() if re.match(shape, f"{office} xa")), None)


def _is_elsewhere(id_: str | None, behind: str) -> bool:
    """Whether *behind* the office stands a district or province that has another of its kind."""
    level = _OF_PROVINCE if id_ in _OF_DISTRICT else _ELSEWHERE
    return level.match(behind) is not None
