"""What people say about what they send or sent: pass it on, take it back, what became of it."""

from __future__ import annotations

import re

from faq.normalize import clean
from handlers.parsing import key

WITHDRAW = "withdraw"
"""Take back what I sent."""
WITHDRAW_ONE = "withdraw_one"
"""Take back that one of what I sent: its code or what it is about is told."""
BARE = "take_back"
"""Take back what is open; for a choice that stands there."""
SENT = "sent"
"""What became of what I sent?"""
SENDING = "sending"
"""I want to send something to an official; what it is, is not said."""

MEND = "mend"
"""Other words instead of those that I sent."""

_MOST_WORDS = 16
_LEAD = (
    r"(?:(?:da|a|thoi|em|e|toi|tui|minh|chau|con|xa oi|can bo oi|cho|xin|muon|nho|giup|doi y|roi"
    r"|cho hoi|hoi|the|vay|thui|de) ){0,6}"
)
_NO = r"(?:khong|ko|k|kg|khg|hong|hok|khoi|chang)"
_THING = r"(?:cai )?(?:cau hoi|cau(?! hoi\b)|kien nghi|phan anh|y kien|y)"
_MY = r"(?:cua )?(?:toi|em|e|tui|minh|chau|con)"
_DID = (
    r"(?:da |moi |vua |vua moi )?(?:gui|goi|hoi|nhan)(?: (?:len|di|roi|luc nay|hoi nay|hom qua))?"
)
_THAT = r"(?:do|nay|kia|vua roi|hoi nay|luc nay|hom qua|hom truoc)"
_OWN = rf"{_THING} (?:{_MY}(?: {_DID})?|{_DID})(?: {_THAT})?"
_IT = rf"(?:{_OWN}|{_THING} {_THAT})"
_CHANGE = r"(?:sua|doi|chinh|chinh sua|viet lai|ghi lai|dinh chinh)"
_NAMED = r"(?:cau hoi|kien nghi|phan anh|y kien)"
_WHOSE = r"(?:cua|cho) (?:ho|nha|ong|ba|anh|chi|co|chu|bac|cu)(?: \w+){1,5}?"
_END = (
    r"(?: (?:di|nha|nhe|a|ah|luon|lun|giup|giup toi|giup em|dum|gium|voi|nua|roi|lai|dau|cho toi"
    r"|cho em|duoc khong|duoc ko|dc k|dc ko|em|em oi|xa oi)){0,4}"
)
_STATE = r"(?:sao|toi dau|den dau|the nao|ra sao|tra loi|xem|xu ly|giai quyet|xong|nhan duoc|nhan)"
_AFTER = r"(?: (?:sao|gi|roi|chua|khong|ko|k|vay|the|a|ha|z|nao|het|nhi|nua))*"
_BEFORE = r"(?: (?:thi|da|duoc|dc|co|ai|xa|can bo|cb|nguoi|no)){0,4}"
_WHO = r"(?:(?:ben )?(?:xa|can bo(?: xa)?|cb|ubnd|uy ban(?: xa)?)|ai)"
_REPLY = r"(?:tra loi|phan hoi|hoi am)"
_DIGITS = r"\d(?: ?\d){5}"
_CODE = (
    rf"(?:(?:(?:ma|cau(?! hoi)|{_NAMED})(?: so)? )+(?:[a-z]{{2,4}} ?)?"
    rf"|[b-df-hj-np-tv-xz]{{2,4}} ?){_DIGITS}"
)
"""The code of a question: "rút tiền 500000" tells none."""
_MISTAKE = (
    rf"(?:(?:gui|hoi|goi|nhan)(?: (?:cau hoi|cau(?! hoi)|tin))? (?:nham|lon|sai)"
    rf"|{_NO}(?: (?:can|muon))? (?:hoi|gui) nua)(?: (?:roi|cau hoi|mat|nen|gio))*"
)
"""Why somebody takes a question back, before they say so."""
_WHEN = (
    r"(?:hom truoc|hom qua|hom no|hom kia|hom bua|hom roi|bua truoc|bua no|bua hom|tuan truoc"
    r"|lau nay|hoi nay|luc nay|hom nay|may hom nay|tuan roi|thang truoc|lan truoc|sang nay|lau roi)"
)
_ASKED = (
    rf"(?:(?:co|da|vua|moi) )*(?:hoi|gui|goi|kien nghi|phan anh)"
    rf"(?: (?:len|cho|mot|1|cai|cau hoi|cau(?! hoi)|kien nghi|phan anh|y kien|roi|{_WHO}|{_WHEN}))*"
)
_SO_FAR = r"(?:ma|sao|tai sao|vi sao|den gio|toi gio|den nay|toi nay|gio|van|lau the|lau vay)"
_NOT_YET = (
    rf"(?:chua|khong|ko|k|hong)(?: (?:thay|co|duoc|dc|nghe|{_WHO}))*"
    rf" (?:{_REPLY}|noi gi|noi nang gi|ket qua)"
)

_TO_SEND = (
    r"(?:(?:1|mot|may|it|cai|loi|tin|cau|cau hoi|tin nhan|loi nhan|noi dung|y kien|viec|chuyen"
    r"|nay|do) )*"
)
_OFFICIAL = (
    r"(?:can bo(?: xa)?|canbo|cb|xa|uy ban(?: xa)?|ubnd|(?:nguoi|ng) phu trach|chinh quyen"
    r"|lanh dao xa)"
)

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (meaning, re.compile(pattern))
    for meaning, pattern in (
        (
            WITHDRAW,
            rf"{_LEAD}(?:rut|huy|xoa|bo|thu hoi)(?: (?:lai|bo|di))? {_IT}{_END}",
        ),
        (
            WITHDRAW,
            (
                rf"{_LEAD}(?:{_MISTAKE} )?{_LEAD}(?:rut|huy|xoa|bo|thu hoi)(?: (?:lai|bo|di))?"
                rf" (?:{_NAMED}|{_IT}){_END}"
            ),
        ),
        (WITHDRAW, rf"{_LEAD}{_MISTAKE} {_LEAD}(?:rut|thu hoi|huy|xoa|bo)(?: lai)?{_END}"),
        (
            WITHDRAW,
            (
                rf"{_LEAD}(?:{_NO}|dung)(?: (?:can|muon|phai|{_WHO}))* {_REPLY}"
                rf"(?: (?:{_IT}|{_NAMED}|cho|toi|em))* nua{_END}"
            ),
        ),
        (WITHDRAW, rf"{_LEAD}rut lai{_END}"),
        (
            SENDING,
            (
                rf"(?!.*\b(?:roi|(?:toi|em) (?:da|moi|vua) gui)\b)"
                rf"{_LEAD}(?:{_LEAD}(?:gui|chuyen|hoi) {_TO_SEND}"
                rf"(?:(?:giup|gium|dum|ho|toi|em|len|cho|den|vao) )*{_OFFICIAL}"
                rf"(?: (?:1|mot|it|cai|may|loi|tin|cau hoi|cau(?! hoi)|tin nhan|loi nhan|y kien))*"
                rf"{_END})"
            ),
        ),
        (
            WITHDRAW,
            rf"{_LEAD}(?:{_NO}|dung)(?: (?:can|muon|co))? (?:gui|goi) {_IT}{_END}",
        ),
        (
            WITHDRAW,
            rf"{_LEAD}doi y(?: roi)?(?: {_MY})? {_NO}(?: (?:can|muon))? (?:gui|goi|hoi){_END}",
        ),
        (WITHDRAW, rf"{_LEAD}{_NO} muon (?:gui|goi)(?: (?:cau|y) {_THAT})? nua{_END}"),
        (
            WITHDRAW_ONE,
            (
                rf"{_LEAD}(?:{_MISTAKE} )?{_LEAD}(?:rut|thu hoi)(?: (?:lai|don|cai))* {_NAMED}"
                rf"(?: \w+){{1,8}}"
            ),
        ),
        (
            WITHDRAW_ONE,
            (
                rf"{_LEAD}(?:{_MISTAKE} )?{_LEAD}(?:rut|huy|xoa|bo|thu hoi)"
                rf"(?: (?:lai|bo|di|don|cai))* {_CODE}{_END}"
            ),
        ),
        (
            MEND,
            rf"{_LEAD}{_CHANGE}(?: (?:lai|noi dung|loi))* (?:{_IT}|{_NAMED}(?: {_WHOSE})?){_END}",
        ),
        (SENT, rf"{_LEAD}{_OWN}{_BEFORE} {_STATE}{_AFTER}"),
        (
            SENT,
            rf"{_LEAD}(?:ma|ma so|ma cau hoi) cua {_MY}(?: la)? (?:gi|bao nhieu|so may|may|dau)",
        ),
        (SENT, rf"(?:sao |vi sao )?(?:chua ai|chua thay ai|co ai|xa) tra loi {_OWN}{_AFTER}"),
        (
            SENT,
            (
                rf"{_LEAD}(?:(?:the nao|sao|ra sao|toi dau|den dau) roi )?"
                rf"(?:{_WHO} )?(?:(?:da|co) )*(?:{_REPLY}|ket qua)"
                rf"(?: (?:gi|cho))?(?: {_MY})? chua{_AFTER}"
            ),
        ),
        (
            SENT,
            (
                rf"{_LEAD}(?:(?:xem|coi|biet|giup) )*(?:lai )?"
                rf"(?:ket qua|cau tra loi|tra loi|phan hoi)"
                rf"(?: (?:cua|cho|ve))? (?:{_OWN}|{_NAMED}){_AFTER}{_END}"
            ),
        ),
        (
            SENT,
            (
                rf"{_LEAD}(?:{_WHEN} )?{_LEAD}(?:(?:nha em|nha toi) )?"
                rf"{_ASKED}(?: {_SO_FAR})* {_NOT_YET}{_AFTER}"
            ),
        ),
        (
            SENT,
            (
                rf"{_LEAD}(?:muon )?(?:xem|coi|mo|tim|tra|doc|kiem tra)"
                rf"(?: (?:lai|giup|cho|toi|em))* {_OWN}{_END}"
            ),
        ),
        (
            SENT,
            (
                rf"{_LEAD}{_NAMED}(?: {_THAT})?{_BEFORE} {_STATE}"
                rf"(?: (?:den dau|toi dau|the nao|duoc))* (?:roi|chua){_AFTER}"
            ),
        ),
    )
)


_OTHER_THINGS = re.compile(r"\b(?:má|mạ|cầu|cậu|bộ|bò)\b", re.IGNORECASE)
"""Words that are "mã", "câu" or "bỏ" only without their tones: a mother, a bridge, a set."""

_BARE = re.compile(rf"{_LEAD}rut lai{_END}")


def is_bare(text: str) -> bool:
    """Whether *text* takes back whatever is open, and does not say what: "rút lại đi em"."""
    return _BARE.fullmatch(key(text)) is not None


def meant(text: str) -> str | None:
    """Which of the meanings above a whole message has; None for anything else."""
    folded = key(text)
    if _OTHER_THINGS.search(clean(text).casefold().replace("cán bộ", "can bo")):
        return None
    if not 1 < len(folded.split()) <= _MOST_WORDS:
        return None
    return next((meaning for meaning, one in _PATTERNS if one.fullmatch(folded)), None)
