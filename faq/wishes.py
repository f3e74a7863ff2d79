"""Tell a wish that asks nothing ("mong xã làm lại con đường") from a question.

Only what is plainly a wish counts: what asks for words ("đề nghị cho biết…") or for oneself ("xin
xã cho vay vốn", "nhờ xã làm lại thẻ bảo hiểm") is a question, which the FAQ or an official answers.
"""

import re
from typing import Final

from faq.normalize import accentedness, clean, fold

__all__ = ["only_wishes"]


def _both(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A pattern for accented text, and the same for bare text."""
    return re.compile(pattern), re.compile(fold(pattern))


_ACCENTED: Final = 0.5
_LONGEST: Final = 4000
_OFFICE: Final = (
    r"(?:xã|nhà nước|chính quyền|chính phủ|ủy ban|uỷ ban|ubnd|cấp trên|các cấp|huyện|tỉnh|thôn"
    r"|trung ương|đảng|lãnh đạo|cán bộ|hội đồng|các anh|các bác|quý|mấy anh|bên xã|trên xã)"
)
_DOES: Final = (
    r"(?:làm|xây|xây dựng|sửa|mở|bắc|kéo|lắp|nâng cấp|nâng|đổ|lát|rải|đầu tư|hỗ trợ|cấp|quan tâm"
    r"|xem xét|xem lại|giúp|xử lý|giải quyết|bố trí|tạo điều kiện|thay|dọn|khơi|nạo|trồng|khoan"
    r"|bổ sung|tăng|giảm|miễn|khảo sát|kiểm tra|nhắc nhở|nhắc|phạt|cử|tổ chức|đưa|chữa|tu sửa"
    r"|ưu tiên|đền bù|bồi thường|có|được|cho|công khai)"
)
_WISHES: Final = _both(
    r"\b(?:mong|kiến nghị|đề nghị|đề xuất|ước gì|tha thiết)(?: \w+){0,6}? " + _DOES + r"\b"
    r"|\b(?:xin|nhờ|muốn|mún|yêu cầu|cần)(?: \w+)? " + _OFFICE + r"(?: \w+){0,5}? " + _DOES + r"\b"
)
_WANTS_WORDS: Final = _both(
    r"\b(?:hỏi|biết|giải thích|giải đáp|trả lời|hướng dẫn|tư vấn|nói rõ|làm rõ|trình bày"
    r"|cho xem|cho hay|chỉ (?:dẫn|giúp|cho|dùm|giùm|bảo|với)|báo (?:cho|lại|giúp)"
    r"|thông tin|thông báo|nói cho|cho em số|cho số|xin số)\b"
)
_ASKS: Final = _both(
    r"\b(?:khi nào|bao giờ|chừng nào|lúc nào|hôm nào|ngày nào|bao nhiêu|bao lâu"
    r"|mấy (?:tiền|giờ|đồng)|ở đâu|chỗ nào|nơi nào|thế nào|ra sao|làm sao|tại sao|vì sao"
    r"|sao (?:không|chưa|lại|mà)|cần gì|những gì|giấy gì|là gì|gồm gì|ai được|được không"
    r"|được chưa|phải không|có không"
    r"|hay không|hay chưa|hông|không (?:ạ|xã|em|vậy)|nhỉ|à)\b"
    r"|\b(?:không|chưa|sao|đâu|gì|nào|nhiêu|ai)[ .!]*$"
)
_SERVICE: Final = _both(
    r"\b(?:vay|vốn|thẻ|bhyt|bảo hiểm|căn cước|cccd|cmnd|sổ|giấy|khai sinh|khai tử|chứng tử|kết hôn"
    r"|hộ khẩu|tạm trú|chứng thực|công chứng|xác nhận|học nghề|xuất khẩu lao động|trợ cấp|hồ sơ"
    r"|(?:mong|đề nghị|kiến nghị|muốn|xin|cần)(?: sớm| cũng)? được"
    r" (?:hỗ trợ|cấp|hưởng|nhận|xét|giúp|đi|miễn|giảm|làm|học))\b"
)
"""What one person or household gets."""
_OWN: Final = r"(?:tôi|em|tui|mình|cháu|con|vợ|chồng|mẹ|bố|má|(?:ba|bà)(?! con)|ông|nhà|gia đình)"
_ONESELF: Final = _both(
    rf"\b(?:cho|giúp|hộ|dùm|giùm|của|hỗ trợ|nhà|gia đình) (?:gia đình |nhà )?{_OWN}\b"
)
_OWN_PLACE: Final = _both(
    r"\b(?:sửa|làm|xây|dựng|cất)(?: lại| giúp| cho| hộ| cái| căn| ngôi)* (?:nhà|mái)"
    r"(?! (?:văn|trường|họp|sinh|cộng|vệ|trẻ|mẫu))\b"
    r"|\b(?:vào|diện) hộ (?:nghèo|cận)\b|(?<!đường )\bđi học\b"
)
"""The own house, a place among the poor or at a school."""
_IN_DUE_FORM: Final = _both(r"\bkính (?:mong|đề nghị|xin|thưa|gửi)\b")
_FOR_MANY: Final = _both(
    r"\b(?:bà con|mọi người|người dân|nhân dân|thanh niên|chị em|các (?:hộ|cháu|em|gia đình)"
    r"|công khai|mở (?:thêm )?lớp|mức|danh sách|tăng)\b"
    r"|\b(?:cho|của|trong|cả|toàn|lên|về|vào|đến)(?: \w+)? (?:thôn|bản|xóm|làng|ấp|buôn|xã|dân)\b"
)


def _for_oneself(read: str, at: int) -> bool:
    """Whether a service for the sender or one household is wished, and nothing for many."""
    if _ONESELF[at].search(read):
        own_place = _OWN_PLACE[at].search(read) and not _IN_DUE_FORM[at].search(read)
        return bool(own_place or _SERVICE[at].search(read))
    return _SERVICE[at].search(read) is not None and _FOR_MANY[at].search(read) is None


def only_wishes(text: str) -> bool:
    """Tell whether *text* asks the officials to do something, and asks them nothing."""
    said = clean(text).lower()
    if "?" in said or len(said) > _LONGEST:
        return False
    at = 0 if accentedness(text) > _ACCENTED else 1
    read = fold(said) if at else said
    if _ASKS[at].search(read) or _WANTS_WORDS[at].search(read):
        return False
    return _WISHES[at].search(read) is not None and not _for_oneself(read, at)
