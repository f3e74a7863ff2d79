"""Illness of a person, taken out of a text for a list that everybody may read.

A short list of what people say of themselves and their family. What names a service ("bệnh viện",
"khám bệnh") or tells of animals and crops stays: that is what the question is about.
"""

from __future__ import annotations

import re

from faq.normalize import fold

_ALONE = (
    "ung thư|tâm thần|động kinh|tiểu đường|đái tháo đường|tai biến|đột quỵ|suy thận|chạy thận"
    "|suy tim|viêm gan|xơ gan|lao phổi|bị lao|trầm cảm|tự kỷ|bại liệt|bị liệt|nằm liệt|huyết áp cao"
    "|cao huyết áp|tim bẩm sinh|thoát vị|chất độc da cam|nghiện ma tuý|nghiện ma túy|nghiện rượu"
    "|ốm đau|ốm yếu|ốm nặng|bị ốm|hay ốm|đau ốm|bệnh tật|đau yếu|sảy thai|vô sinh"
)
_OF = (
    "tim|thận|gan|phổi|lao|phong|nặng|nền|mãn tính|mạn tính|hiểm nghèo|nan y|hoài|suốt|liên miên"
    "|xương khớp|dạ dày|tuỵ|máu|trĩ|da liễu"
)
_SERVICES = "viện|xá|án|nhân"
_HAS = "hay|bị|mắc|có|đang|lại|đau"


def _both(words: str) -> str:
    """Each with and without accents, once: twice the same would be tried twice at every turn."""
    each = words.split("|")
    return "|".join(dict.fromkeys((*each, *map(fold, each))))


_ILL = re.compile(
    rf"(?<!\w)(?:(?:{_both(_ALONE)}|hiv|aids|sida)"
    rf"|(?:(?:{_both(_HAS)})\s+){{0,3}}(?:bệnh|benh)(?!\s+(?:{_both(_SERVICES)})(?!\w))"
    rf"(?:\s+(?:{_both(_OF)})(?!\w)){{0,3}})(?!\w)",
    re.IGNORECASE,
)
_NOT_OF_PEOPLE = re.compile(
    rf"(?<!\w)(?:{_both('khám|chữa|phòng|dịch|trị')})\s+\Z"
    rf"|(?<!\w)(?:{_both('bò|trâu|heo|lợn|gà|vịt|dê|cây|lúa|cà phê|tiêu')})(?:\s+\w+)?\s+\Z",
    re.IGNORECASE,
)


def hide_illness(text: str, sign: str) -> str:
    """*text* with *sign* for each illness that it tells of a person."""

    def shown(found: re.Match[str]) -> str:
        before = found.string[: found.start()]
        return found[0] if _NOT_OF_PEOPLE.search(before) else sign

    return _ILL.sub(shown, text)
