"""Find several questions in one message, and rather too few than too many.

A part stands alone only when it asks something and names a subject of its own; a follow-up
("Làm ở đâu? Mất bao lâu?") and a piece of story stay with the question they belong to.
"""

import re
from itertools import islice, pairwise
from typing import Final

from faq.normalize import accentedness, clean, fold, syllables

__all__ = ["split_questions"]


def _both(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A pattern for accented text, and the same for bare text."""
    return re.compile(pattern), re.compile(fold(pattern))


_LONGEST: Final = 4000
_MOST_PARTS: Final = 6
_FEWEST_AFTER_COMMA: Final = 3
_FEWEST_LISTED: Final = 2
_LONGEST_LIST: Final = 160
"""Letters of a list of questions; whoever writes more tells a story."""
_SHORT: Final = 8
_SIGNS: Final = " ,;-"
_ACCENTED: Final = 0.5
_ENDING: Final = 6
_ENDS: Final = re.compile(r"(?<=[?!…;])\s+|(?<=[^\d\s][.])\s+|\n+")
_NUMBERED: Final = re.compile(r"(?:^|(?<=[\s:]))(?:\(?\d{1,2}[.)/]|[-*•])\s+(?=\S)")
_LINKS: Final = re.compile(
    r"(?:[,.;]?\s+)(?="
    r"(?:với lại|voi lai|vs lại|ngoài ra|ngoai ra|nhân tiện|nhan tien|tiện thể|tien the|"
    r"sẵn cho|san cho|à mà|thêm nữa|them nua|thứ hai|thu hai|"
    r"(?:rồi )?cho (?:\w+ )?hỏi (?:thêm|luôn|với)|(?:roi )?cho (?:\w+ )?hoi (?:them|luon|voi)|"
    r"hỏi thêm|hoi them)\s)"
    r"|,\s+(?=(?:còn|con)\s)",
    re.IGNORECASE,
)
_LOOSE: Final = re.compile(
    r",?\s+(?=(?:và|va|còn|con|với cả|voi ca|a ma)\s)|,\s*(?=\S)", re.IGNORECASE
)
_LINKED: Final = re.compile(r"(?:và|va|còn|con|với cả|voi ca|a ma)\s", re.IGNORECASE)
_ADDED: Final = re.compile(
    r"(?:với lại|voi lai|vs lại|với cả|voi ca|còn nữa|con nua|à mà|a ma|thêm nữa|them nua|"
    r"ngoài ra|ngoai ra|nhân tiện|nhan tien|tiện thể|tien the|sẵn cho|san cho)\s",
    re.IGNORECASE,
)
"""Something else follows, and it may be a wish that asks nothing."""
_STILL: Final = re.compile(r"(?:còn|con)\s", re.IGNORECASE)
_NOT: Final = re.compile(r"(?:^|\s)(?:không|khong|ko|k|hông|hong|hổng|hok)\Z", re.IGNORECASE)
_OPENS_ASKING: Final = re.compile(
    r"(?:(?:da |xin |cho (?:\w+ )?)?hoi )?(?:khi nao|bao gio|chung nao|may gio|hom nao|luc nao)\s"
)
_SHORTEST_ASKING: Final = re.compile(
    r"(?:\w+ ){1,2}(?:o dau|khi nao|bao gio|luc nao|ngay nao|hom nao)"
)
# Accented text is read with its accents ("đâu", not "đầu"), bare text without.
_ENDS_ASKING: Final = _both(
    r"\b(?:không|chưa|sao|đâu|ai|gì|nào|nhiêu|bao lâu|bao giờ|mô|hông"
    r"|mấy (?:đồng|tiền|phần|triệu|mét|người)"
    r"|bao nhiêu (?:tiền|người|ngày|tháng|năm|phần|đồng|lần|triệu|nghìn))$"
)
_DENIES: Final = _both(
    r"\b(?:không|chưa|chẳng|hổng)\b(?! (?:biết|rõ|hiểu))[^,.;]* (?:gì|nào|ai|đâu|sao)$"
)
_ASKS: Final = _both(
    r"\b(?:không|sao|đâu|bao nhiêu|bao lâu|bao giờ|khi nào|lúc nào|thế nào|gì|mấy|ai|nào|chưa|"
    r"mô|răng|chi rứa|được hông|phải không|bi nhiêu|nhiêu vậy)\b"
)
_WISHES: Final = _both(
    r"\b(?:muốn|mún|xin|nhờ|mong|đề nghị|cho (?:tôi|em|tui|cháu|nhà tôi|nhà em) (?:vay|mượn|hỏi))\b"
)
_THANKS: Final = frozenset({"cảm", "ơn", "cám", "cam", "on"})
_ENDS_NOT: Final = _both(r"\b(?:không|chưa)$")
_YES_OR_NO: Final = _both(r"\b(?:có|được|phải|đã)\b[^,.;]*$")
_PARTICLES: Final = frozenset(
    {"a", "ha", "vay", "the", "nhi", "z", "ad", "day", "nhe", "oi", "xa", "em", "hen", "he"}
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
_BORROWED: Final = frozenset({"von", "tien", "nuoi", "mua", "ngan"})
_TERM_WORDS: Final = "lãi lời phần trăm thời gian đồng chỗ rộng mét"
_TERMS: Final = frozenset(f"{_TERM_WORDS} {fold(_TERM_WORDS)}".split())
"""Words of a follow-up about what was asked before it: "lãi mấy phần"."""
_NOT_OWN: Final = frozenset(_FOLLOW_UP.split())
_NOT_OWN_BARE: Final = _NOT_OWN | frozenset(fold(_FOLLOW_UP).split())


_MOST_PLACES: Final = 12
"""Commas and "và" of a sentence that are looked at: each costs a reading of the whole."""


def split_questions(text: str) -> list[str]:
    """Give the questions of a message in their order; a message with one question gives itself.

    An empty message gives an empty list. What tells the story before a question stays with it,
    what comes after the last one stays with the last. No word is lost: only list marks, and the
    signs between two questions, go.
    """
    whole = clean(text)
    if not whole:
        return []
    if len(whole) > _LONGEST:
        return [whole]
    numbered = len(_NUMBERED.findall(whole)) > 1
    pieces = [
        part
        for piece in _pieces(whole)
        for part in _loosened(piece, listed=_MARKED.match(piece) is not None)
    ]
    parts = [part.strip(_SIGNS) for part in _gather(pieces, fewest_own=1 if numbered else 2)]
    return parts if 1 < len(parts) <= _MOST_PARTS else [" ".join(whole.split())]


def _pieces(text: str) -> list[str]:
    """Cut where a sentence, a list entry or a saying like "với lại" begins."""
    pieces = [part for sentence in _ENDS.split(text) for part in _NUMBERED.split(sentence)]
    pieces = [part for piece in pieces for part in _cut(piece)]
    return [" ".join(piece.split()) for piece in pieces if piece.strip(_SIGNS)]


def _cut(piece: str) -> list[str]:
    """Cut before every linking saying; a sign before it stays with what it ends."""
    starts = [0, *(found.end() for found in _LINKS.finditer(piece)), len(piece)]
    return [piece[start:end] for start, end in pairwise(starts)]


def _loosened(piece: str, *, listed: bool) -> list[str]:
    """Cut at a comma, "và" or "còn" too, where a whole question stands on either side.

    These usually join parts of one question, so that both sides must ask and name subjects of
    their own; at a comma alone even more than elsewhere, unless the piece goes on a list of
    questions (*listed*).
    """
    for found in islice(_LOOSE.finditer(piece), _MOST_PLACES):
        left, right = piece[: found.end()].rstrip(), piece[found.end() :]
        if _is_no_longer(left, right):
            continue
        linked = _LINKED.match(right) is not None
        new = _begins_anew(right) if linked else _goes_on_asking(right, listed=listed)
        if new and (_ends_asking(left, 1 if listed else 2) or _opens_asking(left)):
            return [left, *_loosened(right, listed=len(piece) <= _LONGEST_LIST)]
    return [piece]


def _begins_anew(right: str) -> bool:
    """Tell whether a question, or something else that is wanted, stands behind a linking word."""
    return _stands_alone(right, 2) or (_ADDED.match(right) is not None and _wishes(right))


def _goes_on_asking(right: str, *, listed: bool) -> bool:
    """Tell whether a question of its own stands behind a comma."""
    fewest = _FEWEST_LISTED if listed else _FEWEST_AFTER_COMMA
    return _ends_so(right) and len(_own(right) - _TERMS) >= fewest


def _is_no_longer(left: str, right: str) -> bool:
    """Tell "không còn" (no longer) from a "không" that ends a question with "có", then "còn"."""
    return _STILL.match(right) is not None and _is_torn(left)


def _is_torn(piece: str) -> bool:
    """Tell whether "không" or "chưa" ends a piece in which nothing asks for yes or no."""
    return _found(_ENDS_NOT, piece) and not _found(_YES_OR_NO, piece)


def _ends_asking(piece: str, fewest_own: int) -> bool:
    """Tell whether a piece ends with the very words that ask, and has subjects of its own."""
    return _ends_so(piece) and len(_own(piece)) >= fewest_own


def _ends_so(piece: str) -> bool:
    asks = _found(_ENDS_ASKING, piece) and not _found(_DENIES, piece)
    return piece.endswith("?") or (asks and not _is_torn(piece))


def _found(patterns: tuple[re.Pattern[str], re.Pattern[str]], piece: str, most: int = 0) -> bool:
    """Look for a pattern in a piece, or in its last *most* words; polite words at its end go."""
    typed = syllables(piece)
    while typed and fold(typed[-1]) in _PARTICLES:
        typed.pop()
    said = " ".join(typed[-most:])
    accented, bare = patterns
    if accentedness(piece) > _ACCENTED:
        return accented.search(said) is not None
    return bare.search(fold(said)) is not None


def _opens_asking(piece: str) -> bool:
    """Tell whether a piece is a short question about when or where: "bao giờ họp", "họp ở đâu"."""
    typed = " ".join(fold(syllable) for syllable in syllables(piece))
    short = typed.count(" ") < _SHORT and _OPENS_ASKING.match(typed) is not None
    return (short or _SHORTEST_ASKING.fullmatch(typed) is not None) and bool(_own(piece))


def _gather(pieces: list[str], fewest_own: int) -> list[str]:
    """Join each piece to the question, or the wish beside questions, that it belongs to."""
    found: list[str] = []
    story: list[str] = []
    for piece in pieces:
        first = not found and not story
        wished = not found and _ADDED.match(piece) is not None and _wishes(" ".join(story))
        if _stands_alone(piece, fewest_own) or (first and _opens_asking(piece)):
            found += [" ".join(story), piece] if wished else [" ".join([*story, piece])]
            story = []
        elif found and _ADDED.match(piece) and _wishes(piece):
            found[-1] = " ".join([found[-1], *story])
            found.append(piece)
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
    """Tell whether a piece ends like a question: with its mark or with a word that asks.

    After a full stop only the very last words count: stories are full of "không" and "nào".
    """
    if piece.endswith("."):
        return _ends_so(piece.rstrip("."))
    return piece.endswith("?") or _found(_ASKS, piece, _ENDING)


def _wishes(piece: str) -> bool:
    """Tell whether a piece says what somebody wants, and names it."""
    return _found(_WISHES, piece) and len(_own(piece) - _THANKS) >= _FEWEST_LISTED


def _stands_alone(piece: str, fewest_own: int) -> bool:
    fewest = 1 if _MARKED.match(piece) else fewest_own
    return _asks(piece) and len(_own(piece)) >= fewest


def _own(piece: str) -> set[str]:
    """Give the words of a piece that say what it is about."""
    common = _NOT_OWN if accentedness(piece) > _ACCENTED else _NOT_OWN_BARE
    typed = syllables(piece)
    own = {word for word in typed if word not in common and not word.isdigit()}
    # without tones "vậy" is written like "vay", to borrow
    return own | {"vay" for word, after in pairwise(typed) if word == "vay" and after in _BORROWED}
