"""What people say about an answer that they got: not understood, too long, wrong; asking anew.

Only whole messages count. What they are not content with stands before them; a question in which
such words occur stays a question.
"""

from __future__ import annotations

import re

from handlers.parsing import key
from handlers.reply_words import TEEN

UNCLEAR = "unclear"
"""I do not understand it; say it more plainly."""
LONG = "long"
"""It is too long for me."""
WRONG = "wrong"
"""That is no answer to what I asked."""
ANEW = "anew"
"""Let me ask something, or ask again."""
ALL = frozenset({UNCLEAR, LONG, WRONG, ANEW})

_MOST_WORDS = 14
_ME = r"(?:toi|tui|em|minh|chau|con|ba|ong|bac|co|chu|anh|chi)"
_LEAD = (
    rf"(?:(?:da|a|u|um|oi|troi|thoi|ma|nhung|sao|xa|bot|ad|may|thay|van|{_ME}|cau nay|cai nay"
    r"|cau tra loi|tra loi(?= (?:dai|kho|nhieu|khong ro|chua ro))|viet(?= dai)|noi(?= dai)"
    r"|doc(?! nhieu)|nghe|gi) )*"
)
_END = (
    rf"(?: (?:qua|lam|the|vay|roi|oi|a|nha|nhe|di|voi|giup|gium|dum|cho|ad|ha|gi|het|ca|chut|ti"
    rf"|xiu|dau|luon|nua|xa|la|xem|thoi|{_ME}))*"
)
_SAYS = r"(?:noi|giai thich|giang|chi|ke|viet|tra loi|huong dan)"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (meaning, re.compile(f"{_LEAD}(?:{pattern}){_END}"))
    for meaning, pattern in (
        (
            UNCLEAR,
            (
                r"(?:khong|chua|chang|cha|kho) hieu(?: (?:gi|het|y|cho nay|cau nay|noi gi|em noi gi"
                r"|xa noi gi|cau tra loi))*"
                rf"|{_SAYS}(?: (?:lai|them|cho|giup|gium|dum|{_ME}))*(?: (?:ro|ky|de hieu|cu the"
                r"|chi tiet|don gian))(?: (?:rang|hon|ra|lai|them))*"
                rf"|(?:giai thich|giang)(?: (?:lai|them|ra|cho|giup|{_ME}))*"
                r"|(?:kho|roi|phuc tap|rac roi|loang ngoang) (?:qua|lam|ghe)"
                r"|noi lai|(?:noi|doc) cham(?: (?:thoi|lai|hon))*"
                r"|(?:ro|cu the|de hieu) hon|(?:noi|viet|tra loi) (?:khong|chua) ro"
            ),
        ),
        (
            LONG,
            (
                r"(?:dai|nhieu chu|dong dai|lan man|dai dong)(?: dong)? (?:qua|lam|the|vay)"
                r"|dai dong|(?:noi|viet|tra loi)(?: (?:cho|giup|lai))* (?:ngan|gon)(?: gon)?"
                r"(?: (?:hon|lai|thoi))*|ngan(?: gon)? (?:thoi|hon|lai)|tom tat(?: lai)?"
                r"|tom lai(?: la)? (?:sao|gi|the nao)"
            ),
        ),
        (
            WRONG,
            (
                r"(?:tra loi|dap|hieu)(?: (?:bi|cau|bay))* (?:nham|sai|lac de|trat|lon|bay"
                r"|lung tung|tum lum|khong dung)(?: (?:cau|y|cau hoi|toi|em))*"
                r"|(?:nham|sai|lon|trat) (?:cau|y)(?: (?:hoi|toi|em|roi))*|lac de"
                r"|(?:khong|dau) phai (?:cau|cai|dieu|viec|chuyen|y)(?: (?:do|nay|em|toi|tui|muon"
                r"|dang|can|hoi))+"
                r"|(?:dau|khong)(?: co)? hoi (?:(?:cai|cau|vu|viec|chuyen) )?(?:do|nay|vay|the)"
                r"|hoi mot (?:dang|dang ma|duong) tra loi mot (?:neo|kieu|duong)"
            ),
        ),
        (
            ANEW,
            (
                rf"(?:(?:cho|muon|xin|de|can)(?: {_ME})? )*hoi"
                r" (?:lai(?: (?:tu dau|cau khac|cau nay))?|(?:cau|viec|chuyen|dieu) khac"
                r"|(?:(?:1|mot|them|may|cai|cau|viec|chuyen|dieu|nua) )*"
                r"(?:ti|chut|xiu|ty|teo|nua|them|ti xiu|chut xiu|cau nua))"
            ),
        ),
    )
)


def heard(text: str) -> str | None:
    """Which of the meanings above a whole message has; None for anything else."""
    said = [TEEN.get(word, word) for word in key(text).split()]
    if not 1 < len(said) <= _MOST_WORDS:
        return None
    whole = " ".join(said)
    return next((meaning for meaning, one in _PATTERNS if one.fullmatch(whole)), None)
