"""Somebody who cannot read or write tells so: "toi khong biet chu", "mắt kém không đọc được".

Only whole messages count, with a reason before and a small question behind. A question in which
such a person occurs ("mẹ em không biết chữ, làm hộ nghèo thế nào") stays a question.
"""

from __future__ import annotations

import re

from faq.normalize import clean
from handlers.parsing import key
from handlers.reply_words import TEEN

_MOST_WORDS = 20
_NO = r"(?:khong|chua|chang|cha|dau)"
_LEAD = (
    r"(?:(?:da|thoi|a|u|um|em oi|xa oi|can bo oi|xin loi|that ra|noi that|nhung|ma|tai|vi|la|do|thi"
    r"|gio|con|chao em|chao xa|cho) )*"
)
_WHO = (
    r"(?:(?:toi|tui|em|minh|chau|con|ba|ong|bac|co|chu|chi|anh|me|ma|bo|cha|chong|vo|nha|ca nha"
    r"|nguoi gia|ba con|nguoi dan"
    r"|vo chong|hai vo chong)(?: (?:toi|tui|em|minh|chau|nha|noi|ngoai|nay))*(?: (?:thi|nay|lai"
    r"|cung|day|von|bi|thuc ra|tu nho))* )?"
)
_CAN = r"(?:duoc|ra|noi|thay|ro|xong|kip)"
_SCRIPT = r"(?:mat |con |may )?(?:chu|tin nhan|tin)(?: (?:nghia|nao|viet|gi|nay|quoc ngu))*"
_SKILL = (
    rf"(?:doc|viet|{_SCRIPT}|go(?: phim)?|danh may|nhan tin|soan tin|bam phim)"
    rf"(?: {_SCRIPT})?"
)
_READS_NOT = (
    r"(?:"
    rf"{_NO} (?:co )?biet (?:cach )?{_SKILL}"
    rf"(?: (?:(?:va|voi|hay|cung) )?(?:(?:khong )?biet )?{_SKILL})*"
    rf"|{_NO} (?:the )?(?:doc|viet|go|nhan tin)(?: (?:{_CAN}))+(?: {_SCRIPT})?"
    rf"|(?:doc|viet|go|nhan tin)(?: {_SCRIPT})? {_NO} {_CAN}(?: {_SCRIPT})?"
    rf"|{_NO} (?:(?:nhin|thay|ro|trong) )+{_SCRIPT}"
    rf"|(?:nhin|trong) {_SCRIPT} {_NO} {_CAN}"
    rf"|{_NO} (?:co )?{_SCRIPT} nao"
    r"|(?:bi )?mu chu|mu tit chu|chu nghia mu tit"
    r")"
)
_WHY = (
    r"(?:(?:gia|lon tuoi|gia yeu|it hoc|hoc it|that hoc|nguoi dan toc|hoc lop \d)"
    r"(?: (?:roi|qua|ca|nen|lam|hoc))*"
    r"|(?:khong|chua) (?:duoc )?(?:di )?hoc(?: (?:hanh|chu|ngay nao|nen))*"
    r"|(?:con |doi )?mat (?:(?:toi|em|ba|ong|minh|bac|da|lai|no) )*"
    r"(?:kem|mo|yeu|loa|lem nhem|toet|dau|duc|mu|can)(?: (?:lam|qua|roi|nen|het|ca|hai mat))*"
    rf"|{_SCRIPT} (?:(?:may|o day|em gui|no) )*(?:nho|be|li ti|mo|nhieu)"
    r"(?: (?:qua|lam|xiu|ti|the|nen))*) "
)
_ME = r"(?:toi|tui|em|minh|chau|con|ba|ong|bac|co|chu|chi|anh)"
_READS_TO = rf"(?:doc|noi) (?:(?:giup|gium|dum|ho|cho|len)(?: {_ME})?(?: (?:nghe|voi))*)"
_ENDS = (
    rf"(?: (?:roi|dau|a|nua|lam|gi|ca|het|nha|nhe|ne|day|ma|em|chau|con|oi|can bo|cb|xa|thoi|luon"
    rf"|vay|the|nen|voi|tot|duoc|may|cho lam|bang gi|bang tay"
    rf"|(?:(?:thi|vay|gio|the|roi|phai|biet)(?: {_ME})? )*(?:lam|hoi|nhan|ghi|gui|tinh|viet)?"
    r"(?: cau hoi| can bo)? ?(?:sao|the nao|kieu gi|lam sao|cach nao|bang cach nao|kieu nao)"
    rf"|(?:(?:vi|tai|do) )?(?:{_SCRIPT} (?:nho|be|mo)|mat (?:kem|mo|yeu)|gia)(?: (?:qua|lam|roi))?"
    rf"|{_READS_TO}|(?:ai|nho ai) (?:doc|viet|ghi) (?:giup|gium|dum|ho|cho)(?: {_ME})?"
    r"|(?:gui|nhan|noi)(?: (?:bang|tin nhan|ghi am|tin|thoai|giong|loi|mieng|vao|may)){1,4}"
    r"(?: (?:cho xa|duoc|khong|chu|a|vay))*))*"
)
_CANNOT = re.compile(
    rf"{_LEAD}{_WHO}(?:{_WHY}{_LEAD}{_WHO})*{_READS_NOT}(?: {_LEAD}{_WHO}{_READS_NOT})*{_ENDS}"
)
_ASKS = re.compile(
    rf"{_LEAD}(?:(?:nho|xin|em|bot|ai|muon|can|hay) )*doc (?:to )?(?:giup|gium|dum|ho|cho)"
    rf"(?: {_ME})?(?: (?:nghe|voi|di|a|nha|nhe|em|duoc|khong|chu))*"
    rf"|{_LEAD}(?:{_ME} )?(?:chi )?(?:muon|cho|thich)(?: {_ME})? nghe"
    r"(?: (?:thoi|doc|noi|bang loi|bang tieng|a|nhe|em|co|duoc|khong))*"
    rf"|{_LEAD}(?:(?:muon|cho|xin|{_ME}) )*(?:gui|nhan|noi)(?: (?:bang|tin nhan|tin|qua|loi))*"
    r" (?:ghi am|thoai|giong noi|voice|mieng)(?: (?:duoc|khong|chu|a|vay|nhe|di|cho xa|cho em))*"
)
"""Asks to be read to, or whether speaking will do."""
_OTHER_WORDS = re.compile(r"(?:biết|mù|đọc|biet|mat) (?:chú|chủ|chù)\b|\b(?:độc|dọc|đốc|dốc)\b")
"""Words that only without their tones are "chữ" and "đọc"."""


def cannot_read(text: str) -> bool:
    """Whether *text* says that its writer cannot read or write, and nothing else."""
    said = [TEEN.get(word, word) for word in key(text).split()]
    if not 1 < len(said) <= _MOST_WORDS or _OTHER_WORDS.search(clean(text).casefold()):
        return False
    whole = " ".join(said)
    return _CANNOT.fullmatch(whole) is not None or _ASKS.fullmatch(whole) is not None
