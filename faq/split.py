"""Find several questions in one message, and rather too few than too many.

A part stands alone only when it asks something and names a subject of its own; a follow-up
("Làm ở đâu? Mất bao lâu?") and a piece of story stay with the question they belong to.
"""

import re
from typing import Final

from faq.normalize import accentedness, clean, fold, syllables

__all__ = ["split_questions"]

_LONGEST: Final = 4000
_MOST_PARTS: Final = 6
_FEWEST_OWN: Final = 2
_ACCENTED: Final = 0.5
_ENDING: Final = 6
_ENDS: Final = re.compile(r"(?<=[?!…;])\s+|(?<=[^\d\s][.])\s+|\n+")
_NUMBERED: Final = re.compile(r"(?:^|(?<=[\s:]))(?:\(?\d{1,2}[.)/]|[-*•])\s+(?=\S)")
_LINKS: Final = re.compile(
    r"[,.;]?\s+(?="
    r"(?:với lại|voi lai|vs lại|ngoài ra|ngoai ra|nhân tiện|nhan tien|tiện thể|tien the|"
    r"sẵn cho|san cho|à mà|thêm nữa|them nua|thứ hai|thu hai|"
    r"(?:rồi )?cho (?:\w+ )?hỏi (?:thêm|luôn|với)|(?:roi )?cho (?:\w+ )?hoi (?:them|luon|voi)|"
    r"hỏi thêm|hoi them)\s)"
    r"|,\s+(?=(?:còn|con)\s)",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"\b(?:khong|sao|dau|bao nhieu|bao lau|bao gio|khi nao|luc nao|the nao|gi|may|ai|nao|chua|"
    r"mo|rang|chi rua|duoc hong|phai khong|bi nhieu|nhieu vay)\b"
)
_MARKED: Final = re.compile(r"(?:còn|con|với lại|voi lai|ngoài ra|ngoai ra)\s", re.IGNORECASE)
# what follow-up questions are made of; none of these says what the question is about
_FOLLOW_UP: Final = """
ai anh bác bao bây cách cái cần cầm cấp chắc chi chị cho chú chưa có con còn của cũng cứ dạ đã đang
đâu đây đem đến đi được đồng em gặp gì giấy gồm giờ giúp gửi hai hạn hay hoặc hỏi hết hồ không khi
là lại lâu làm lấy lần lên loại lúc luôn mà mang mất mấy mình một mỗi mới muốn nào này nay nên ngày
nghe người nhà nhận nhé nhiều nhiêu như nhưng nộp nói nơi nữa ở ông phải phí quá quy ra rằng rồi
sao sơ sẽ số tại tên tháng thêm thế thì thôi thủ thứ thưa tiền tìm tới tôi trả triệu trong trước tự
tục tuần từ tui tờ và vào vậy về việc vì viết với vừa xã xin xong ạ à ơi nghìn năm biết nếu lệ
"""
_NOT_OWN: Final = frozenset(_FOLLOW_UP.split())
_NOT_OWN_BARE: Final = _NOT_OWN | frozenset(fold(_FOLLOW_UP).split())


def split_questions(text: str) -> list[str]:
    """Give the questions of a message in their order; a message with one question gives itself.

    An empty message gives an empty list. What tells the story before a question stays with it,
    what comes after the last one stays with the last.
    """
    whole = clean(text)
    if not whole:
        return []
    if len(whole) > _LONGEST:
        return [whole]
    numbered = len(_NUMBERED.findall(whole)) > 1
    parts = _gather(_pieces(whole), fewest_own=1 if numbered else _FEWEST_OWN)
    return parts if 1 < len(parts) <= _MOST_PARTS else [" ".join(whole.split())]


def _pieces(text: str) -> list[str]:
    pieces = [text]
    for boundary in (_ENDS, _NUMBERED, _LINKS):
        pieces = [part for piece in pieces for part in boundary.split(piece)]
    return [" ".join(piece.split()) for piece in pieces if piece.strip(" ,.;-")]


def _gather(pieces: list[str], fewest_own: int) -> list[str]:
    """Join each piece to the question that it belongs to."""
    found: list[str] = []
    story: list[str] = []
    for piece in pieces:
        if _stands_alone(piece, fewest_own):
            found.append(" ".join([*story, piece]))
            story = []
        elif found and _asks(piece):
            found[-1] = " ".join([found[-1], *story, piece])
            story = []
        else:
            story.append(piece)
    if story and found:
        found[-1] = " ".join([found[-1], *story])
    return found


def _asks(piece: str) -> bool:
    """Tell whether a piece ends like a question: with its mark or with a word that asks."""
    end = [fold(syllable) for syllable in syllables(piece)[-_ENDING:]]
    return piece.endswith("?") or _ASKS.search(" ".join(end)) is not None


def _stands_alone(piece: str, fewest_own: int) -> bool:
    if not _asks(piece):
        return False
    fewest = 1 if _MARKED.match(piece) else fewest_own
    common = _NOT_OWN if accentedness(piece) > _ACCENTED else _NOT_OWN_BARE
    own = {word for word in syllables(piece) if word not in common and not word.isdigit()}
    return len(own) >= fewest
