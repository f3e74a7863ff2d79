"""Words by which several questions in one message are told apart; ``split`` reads them."""

import re
from typing import Final

from faq.normalize import fold


def both(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A pattern for accented text, and the same for bare text."""
    return re.compile(pattern), re.compile(fold(pattern))


ENDS: Final = re.compile(r"(?<=[?!…;])\s+|(?<=[^\d\s][.])\s+|\n+")
NUMBERED: Final = re.compile(r"(?:^|(?<=[\s:]))(?:\(?\d{1,2}[.)/]|[-*•])\s+(?=\S)")
ORDINALS: Final = re.compile(
    r"(?:^|(?<=[\s:,.;]))(?:"
    r"(?:câu|cau|việc|viec|ý)(?: hỏi| hoi)? (?:số |so |thứ |thu )?"
    r"(?P<number>\d{1,2}|một|mot|hai|ba|nhất|nhat)"
    r"|(?:thứ|thu) (?P<place>nhất|nhat|hai|ba|tư|tu|năm|nam)"
    r"|(?P<count>một|mot|hai|ba|bốn|bon)(?=\s(?:là|la)\s))(?=[\s:,.)-])",
    re.IGNORECASE,
)
"""How the questions of a message are counted up: "thứ nhất … thứ hai", "câu 1: … câu 2:"."""
FIRST: Final = frozenset({"nhất", "nhat", "một", "mot", "1"})
COUNTED: Final = re.compile(
    r"(?:con|đứa|dua|cháu|chau|lần|lan|người|nguoi|đợt|dot|kỳ|ky|bé|be|thẻ|the|nhà|nha)\s\Z",
    re.IGNORECASE,
)
"""Before these words something else is counted: "con thứ hai"."""
SIGNS_BETWEEN: Final = re.compile(r"(?<=[,?;])\s*(?=\S)|\n+")
LINKS: Final = re.compile(
    r"(?:[,.;]?\s+)(?="
    r"(?:với lại|voi lai|vs lại|ngoài ra|ngoai ra|nhân tiện|nhan tien|tiện thể|tien the|"
    r"sẵn cho|san cho|à mà|thêm nữa|them nua|thứ hai|thu hai|"
    r"(?:rồi )?cho (?:\w+ )?hỏi (?:thêm|luôn|với)|(?:roi )?cho (?:\w+ )?hoi (?:them|luon|voi)|"
    r"hỏi thêm|hoi them)\s)"
    r"|,\s+(?=(?:còn|con)\s)",
    re.IGNORECASE,
)
LOOSE: Final = re.compile(
    r",?\s+(?=(?:và|va|còn|con|với cả|voi ca|a ma)\s)|,\s*(?=\S)", re.IGNORECASE
)
LINKED: Final = re.compile(r"(?:và|va|còn|con|với cả|voi ca|a ma)\s", re.IGNORECASE)
ADDED: Final = re.compile(
    r"(?:với lại|voi lai|vs lại|với cả|voi ca|còn nữa|con nua|à mà|a ma|thêm nữa|them nua|"
    r"ngoài ra|ngoai ra|nhân tiện|nhan tien|tiện thể|tien the|sẵn cho|san cho)\s",
    re.IGNORECASE,
)
"""Something else follows, and it may be a wish that asks nothing."""
STILL: Final = re.compile(r"(?:còn|con)\s", re.IGNORECASE)
OPENS_ASKING: Final = re.compile(
    r"(?:(?:da |xin |cho (?:\w+ )?)?hoi )?(?:khi nao|bao gio|chung nao|may gio|hom nao|luc nao)\s"
)
SHORTEST_ASKING: Final = re.compile(
    r"(?:\w+ ){1,2}(?:o dau|khi nao|bao gio|luc nao|ngay nao|hom nao)"
)
# Accented text is read with its accents ("đâu", not "đầu"), bare text without.
ENDS_ASKING: Final = both(
    r"\b(?:không|chưa|sao|đâu|ai|gì|nào|nhiêu|bao lâu|bao giờ|mô|hông"
    r"|mấy (?:đồng|tiền|phần|triệu|mét|người)"
    r"|bao nhiêu (?:tiền|người|ngày|tháng|năm|phần|đồng|lần|triệu|nghìn))$"
)
DENIES: Final = both(
    r"\b(?:không|chưa|chẳng|hổng)\b(?! (?:biết|rõ|hiểu))[^,.;]* (?:gì|nào|ai|đâu|sao)$"
)
ASKS: Final = both(
    r"\b(?:không|sao|đâu|bao nhiêu|bao lâu|bao giờ|khi nào|lúc nào|thế nào|gì|mấy|ai|nào|chưa|"
    r"mô|răng|chi rứa|được hông|phải không|bi nhiêu|nhiêu vậy)\b"
)
WISHES: Final = both(
    r"\b(?:muốn|mún|xin|nhờ|mong|đề nghị|cho (?:tôi|em|tui|cháu|nhà tôi|nhà em) (?:vay|mượn|hỏi))\b"
)
THANKS: Final = frozenset({"cảm", "ơn", "cám", "cam", "on"})
ENDS_NOT: Final = both(r"\b(?:không|chưa)$")
YES_OR_NO: Final = both(r"\b(?:có|được|phải|đã)\b[^,.;]*$")
PARTICLES: Final = frozenset(
    {"a", "ha", "vay", "the", "nhi", "z", "ad", "day", "nhe", "oi", "xa", "em", "hen", "he"}
)
MARKED: Final = re.compile(r"(?:còn|con|với lại|voi lai|ngoài ra|ngoai ra)\s", re.IGNORECASE)
# what follow-up questions are made of; none of these says what the question is about
_FOLLOW_UP: Final = """
ai anh bác bao bây cách cái cần cầm cấp chắc chi chị cho chú chưa có con còn của cũng cứ dạ đã đang
đâu đây đem đến đi được đồng em gặp gì giấy gồm giờ giúp gửi hai hạn hay hoặc hỏi hết hồ không khi
là lại lâu làm lấy lần lên loại lúc luôn mà mang mất mấy mình một mỗi mới muốn nào này nay nên ngày
nghe người nhà nhận nhé nhiều nhiêu như nhưng nộp nói nơi nữa ở ông phải phí quá quy ra rằng rồi
sao sơ sẽ số tại tên tháng thêm thế thì thôi thủ thứ thưa tiền tìm tới tôi trả triệu trong trước tự
tục tuần từ tui tờ và vào vậy về việc vì viết với vừa xã xin xong ạ à ơi nghìn năm biết nếu lệ
"""
UNSURE: Final = frozenset({"vay", "lai"})
"""Without tones "vậy" is written like "vay", to borrow, and "lại" like "lãi", interest."""
BORROWED: Final = frozenset({"von", "tien", "nuoi", "mua", "ngan"})
_TERM_WORDS: Final = "lãi lời phần trăm thời gian đồng chỗ rộng mét"
TERMS: Final = frozenset(f"{_TERM_WORDS} {fold(_TERM_WORDS)}".split())
"""Words of a follow-up about what was asked before it: "lãi mấy phần"."""
NOT_OWN: Final = frozenset(_FOLLOW_UP.split())
NOT_OWN_BARE: Final = NOT_OWN | frozenset(fold(_FOLLOW_UP).split())
