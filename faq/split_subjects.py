"""Questions told apart by what they are about: "mất thẻ bhyt. nhà dột muốn xây. họp bữa nào".

Each part must name a subject that no other part names. What only stands near another subject in the
same story (a cow that is to be bought with a loan) is none.
"""

import re
from typing import Final

from faq.normalize import accentedness, fold
from faq.split_words import both

_ACCENTED: Final = 0.5
_SUBJECTS: Final = tuple(
    both(rf"\b(?:{words})\b")
    for words in (
        r"bhyt|bảo hiểm|thẻ y tế",
        r"vốn|vay (?:tiền|nuôi|mua|ngân|được|đc|dc|làm|ở)",
        r"tiền điện|hóa đơn điện|điện (?!thoại|tử)",
        r"học phí|tiền học|đi học|sách giáo khoa|học bổng|tiền ăn trưa",
        r"dột|(?:xây|sửa|làm|cất|dựng) (?:lại )?nhà|(?:nhà|mái) (?:sập|hư|hỏng|nát)",
        r"(?<!trường )(?<!phù )(?<!kết )(?<!tổng )họp",
        r"gạo",
        r"nước sạch|nước sinh hoạt|giếng|bể nước",
        r"đường (?:vào|vô|đi|thôn|xóm|làng|bản)|đèn đường",
        r"trợ cấp|bảo trợ",
        r"căn cước|cccd|khai sinh|hộ khẩu|kết hôn",
        r"sổ đỏ|sổ đất",
        r"việc làm|học nghề|dạy nghề",
    )
)
ROW: Final = re.compile(r"(?<=[,?;])\s*(?=\S)|(?<=[^\d\s][.])\s+|\n+")
STOPPED: Final = re.compile(r"[.;?\n]\s*\Z")
ANNOUNCED: Final = re.compile(
    r"(?:\S+ ){0,4}(?:hỏi|hoi) (?:[2-6]|hai|ba|bốn|bon|mấy|may) "
    r"(?:cái|cai|câu|cau|việc|viec|điều|dieu|chuyện|chuyen|ý|y)\b",
    re.IGNORECASE,
)
""" "Em hỏi 3 cái": what follows is a list, though its parts may not ask."""
TROUBLE: Final = both(r"\b(?:mất|hỏng|hư|rách|hết hạn|dột|sập|chưa có|thiếu|ghi sai|sai)\b")
TOGETHER: Final = re.compile(
    r"(?P<first>(?:\S+ ){0,4}(?:hỏi|hoi) .+?) "
    r"(?P<second>(?:vs|với|voi|và|va|cùng|cung) (?!lại|lai).+)",
    re.IGNORECASE | re.DOTALL,
)
""" "Hỏi tiền điện với miễn học phí": two things that are only named."""


def subjects(text: str) -> set[int]:
    """Which of the subjects *text* names."""
    accented = accentedness(text) > _ACCENTED
    said = text.lower() if accented else fold(text)
    return {
        place
        for place, (with_accents, bare) in enumerate(_SUBJECTS)
        if (with_accents if accented else bare).search(said)
    }


def are_apart(parts: list[str]) -> bool:
    """Whether each part names something, and none names what another one does."""
    named = [subjects(part) for part in parts]
    return all(named) and sum(map(len, named)) == len(set().union(*named))
