"""Words that tell of papers, accounts and banks, in a row of a list or in what somebody tells.

"số tài khoản … Agribank", "mã thẻ BHYT GD4…", "chủ tk …", "chưa có thẻ bảo hiểm": no list keeps or
repeats them. In a told text they stay, and say which number is one of a paper; the numbers are the
affair of ``handlers.number_mask``.
"""

from __future__ import annotations

import re

_COUNTED = r"(?:(?:số|so|thẻ|the|mã|ma|sổ) )*"
IDENTITY = (
    r"căn cước|can cuoc|cccd|cmnd|cmt|chứng minh|chung minh|định danh|so dinh danh"
    r"|dinh danh ca nhan"
)
ACCOUNT = r"tk(?! ?[&v])|tài khoản|tai khoan|taikhoan|stk|sotk"
_CARD = r"bhyt|bhxh|bảo hiểm|bao hiem|hộ khẩu|ho khau|số thẻ|mã thẻ|so the|atm"
_PAPER = rf"(?:{IDENTITY}|{ACCOUNT}|{_CARD})"
_WHAT = (
    r"công dân|cong dan|nhân dân|nhan dan|ngân hàng|ngan hang|y tế|y te|xã hội|xa hoi|số|so|là|la"
    r"|cũ|cu|mới|moi|riêng|rieng"
)
_MORE = rf"(?: (?:{_WHAT}|của|cua|em|tôi|toi|con|cháu|chau|vợ|vo|chồng|chong))*"
_BANK_NAME = (
    r"(?:(?:(?:mb|vp|tp|hd|sea|pv) )?[a-z]*bank|agri|vietcom|vietin|techcom|sacom|bidv|vcb|acb|mbb"
    r"|shb|ocb|scb|msb|vib|tpb|vpb|hdb|tcb|stb|nhcsxh|nhcs|nhnn|nhno)(?:[ -]bank)?"
)
_OF_BANK = (
    r"(?: (?:nông|nong|nghiệp|nghiep|phát|phat|triển|trien|thôn|thon|chính|chinh|sách|sach|xã|xa"
    r"|hội|hoi|công|cong|thương|thuong|quân|quan|đội|doi|đầu|dau|tư|tu|ngoại|ngoai|bưu|buu|điện"
    r"|dien|liên|lien|việt|viet|và|va|nam|huyện|huyen|tỉnh|tinh|nn|ptnt|csxh|agribank|bidv|vietinbank|vietcombank))*"
)
_BANK = (
    rf"(?:(?:tại|tai|ở|o|của|cua|bên|ben) )?(?:(?:ngân hàng|ngan hang|nh(?= [a-z]*bank)) ?"
    rf"{_OF_BANK}(?: ?{_BANK_NAME})?|{_BANK_NAME})"
    r"(?:,? (?:chi nhánh|chi nhanh|cn|pgd)\b[^,;|()\n]*)?"
)
_OWNER = r"(?:chủ|chu|tên|ten|người|nguoi) (?:tài khoản|tai khoan|tk|thẻ|the)(?!\w)[^,;|()\n]*"
_WITHOUT = r"(?:(?:không|khong|ko|k|chưa|chua|đã) (?:(?:có|co|mất|mat|làm|lam) )?|(?:có|mất|làm) )?"
_CODE = r"(?:[ :.]*(?:[a-z]{2}[ .]?(?=\d))?\d[\d .-]*|[ :.…]+)?"
"""A number too short to be hidden, or with the letters of a card before it."""
_CATEGORY = (
    r"(?:(?:(?:hộ|ho) )?(?:(?:mới |moi )?(?:thoát|thoat)|(?:cận|can))? ?(?:nghèo|ngheo)|hn|hcn|htn)"
    r"(?!\w)"
)
_SOMEBODY = rf"(?:(?! [-–—] | *{_CATEGORY})[^,;|()\n])*"
"""Whose it is, up to the next mark: the name of somebody who is no attendee."""
_KIN = (
    r"(?:vợ|vo|chồng|chong|con|cháu|chau|bố|bo|mẹ|me|cha|anh|chị|chi|em|ông|ong|bà|ba|người|nguoi)"
)
_OWNED = (
    r"(?: |(?<= ))(?:(?:đứng |dung )?(?:tên|ten) )?"
    rf"(?:(?:của|cua)(?!\w)|{_KIN}(?= \w)){_SOMEBODY}"
)
"""Behind words of a paper: "của chồng Lò Văn Mẫu"."""
_EDGE = r"[ ,;:(\[–-]*"

_ANNOUNCED = re.compile(
    rf"{_EDGE}(?<!\w)(?:{_COUNTED}{_PAPER}{_MORE}|{_BANK})(?:\W+[a-z]{{2}})?\W*\Z|[ ,;(\[–-]+\Z",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    rf"(?<!\w)(?:{_PAPER}{_MORE}|{_BANK})(?:[ :.]+[a-z]{{2}})?[ :.=-]*\Z", re.IGNORECASE
)
_BESIDE = re.compile(
    rf"{_EDGE}(?<!\w)(?:{_OWNER}|{_WITHOUT}{_COUNTED}{_PAPER}(?!\w)(?:(?: (?:{_WHAT}))*{_OWNED}"
    rf"|{_MORE}(?!\w){_CODE}(?:{_OWNED})?)|{_BANK}(?!\w)(?:{_OWNED})?)[)\]]?"
    rf"|(?<=,) *(?:của|cua) {_KIN}(?!\w){_SOMEBODY}[)\]]?",
    re.IGNORECASE,
)
_LOOKS_BACK = 60

_WHOSE = (
    rf"(?: (?:{_WHAT}|công an|cong an|của|cua|em|tôi|toi|tui|mình|minh|con|cháu|chau|vợ|vo|chồng"
    r"|chong|bố|bo|cha|mẹ|me|ông|ong|bà|ba|anh|chị|chi|nhà|nha|gái|gai|trai|này|nay|đây|day|cá nhân"
    r"|ca nhan|visa))*"
)
_COUNTED_SURELY = (
    r"(?<!mất )(?<!mat )(?<!hỏng )(?<!hong )(?<!làm )(?<!lam )(?<!lại )(?<!lai )(?<!có )(?<!co )"
    r"(?<!đổi )(?<!doi )(?:số|so|mã|ma) (?:(?:số|so|thẻ|the|sổ) )?"
)
"""A number is announced; "mất so bhxh" tells of a book (sổ)."""
_TO_NUMBER = r"(?:\W+[a-z]{2}|[a-z]{2})?[^\w;!?\n]*\Z"
_SURELY_TOLD = re.compile(
    rf"(?<!\w)(?:(?:{ACCOUNT})|{_COUNTED_SURELY}(?:{IDENTITY}|{_CARD}|thẻ|the|dinh danh))(?!\w)"
    rf"{_WHOSE}(?: {_BANK})?{_WHOSE}{_TO_NUMBER}",
    re.IGNORECASE,
)
_IDENTITY_TOLD = re.compile(rf"(?<!\w)(?:{IDENTITY})(?!\w){_WHOSE}[^\w;!?\n]*\Z", re.IGNORECASE)
_CALLED = re.compile(
    r"(?<!\w)(?:gọi|goi|alo|zalo|điện thoại|dien thoai|sđt|sdt|đt|dt|liên hệ|lien he)(?!\w)"
    r"[^,;.!?\n]*\Z",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"(?<!\w)(?:(?:{_PAPER}|ma dinh danh)(?!\w)[^,;!?\n]*|(?:{ACCOUNT}|{_BANK})(?!\w)[^;!?\n]*)\Z",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"(?<!\w)(?:hồ sơ|ho so|hợp đồng|hop dong|biên lai|bien lai|biên nhận|bien nhan|công tơ|cong to"
    r"|khách hàng|khach hang|quyết định|quyet dinh|công văn|cong van|giấy hẹn|giay hen|hoá đơn"
    r"|hóa đơn|hoa don|tổng đài|tong dai)"
    r"(?: (?:số|so|mã|ma|là|la|của|cua|em|tôi|toi|nhà|nha|điện|dien|nước|nuoc))*"
    r"\W*(?:[a-z]{2}\d*)?\W*\Z",
    re.IGNORECASE,
)
"""Numbers by which an office finds something: an official needs them."""
_BEHIND = re.compile(
    rf"\A[ ,]*[(–-]?[ ]*(?:{_BANK}|(?:(?:đây |day )?(?:là|la) )?(?:số |so )?"
    rf"(?:{IDENTITY}|{ACCOUNT}|bhyt|bhxh))(?!\w)",
    re.IGNORECASE,
)
_LOOKS_ON = 40
_SENTENCE_ENDS = re.compile(r"[;!?\n]|\.(?=\s)")


def tell_of(before: str, after: str, *, phone: bool, amount: bool) -> bool:
    """Whether the words round a number in a told text say that it is one of a paper or an account.

    Where it can be a *phone* or an *amount*, the words right before it have to say so.
    """
    before = _SENTENCE_ENDS.split(before[-_LOOKS_BACK:])[-1]
    if _SURELY_TOLD.search(before) is not None:
        return not (phone and _CALLED.search(before))
    if phone or _IDENTITY_TOLD.search(before) is not None:
        return not phone
    if amount or _OTHER_NUMBER.search(before) is not None:
        return False
    return _TOLD.search(before) is not None or _BEHIND.search(after[:_LOOKS_ON]) is not None


def without_announcement(before: str) -> str:
    """What stands *before* a number of a paper, less the words that announce it."""
    kept, told = before[:-_LOOKS_BACK], before[-_LOOKS_BACK:]
    return kept + _ANNOUNCED.sub("", told, count=1)


def announces(before: str) -> bool:
    """Whether the words right *before* a number say that it is one of a paper or an account."""
    return _ANNOUNCES.search(before[-_LOOKS_BACK:]) is not None


def without(row: str) -> str:
    """*row* of a list, a comma in place of what it tells of papers, accounts and banks."""
    if _BESIDE.search(row) is None:
        return row
    return re.sub(r"(?:\s*,){2,}", ",", _BESIDE.sub(", ", row)).strip(" ,")
