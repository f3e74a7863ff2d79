"""Numbers that lead to a person, told from amounts, years and dates.

Whatever has the digits of a phone or identity number, any other number of eight digits or more,
and one of seven in a row is hidden. An amount or a year is what the text is about, and stays.
"""

from __future__ import annotations

import re

from handlers import paper_words

_BLANK = r"[^\S\n]"
_BETWEEN = rf"(?:{_BLANK}?[.\-–—/]{_BLANK}?|,|{_BLANK}?\(|\){_BLANK}?|{_BLANK})?"
"""What people write between the digits of a phone number. A comma with a blank parts two things."""
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_UNIT = r"(?:đồng|dong|vn[dđ]|đ|nghìn|nghin|ngàn|ngan|triệu|trieu|tỷ|tỉ)(?!\w)"
_RANGE = rf"(?:\d{{1,3}}{_BLANK}?[-–]{_BLANK}?)?"


def _digits(count: str) -> str:
    return rf"(?:{_BETWEEN}\d){{{count}}}(?!\d)"


_STAYS = "|".join(
    (
        # a date, "07/2021" of a decree or a month, years one after another
        rf"{_DAY}[/.\- ]{_MONTH}[/.\- ]20\d\d(?![/.\- ]?\d)",
        rf"\d{{1,3}}/{_YEAR}(?![/.\-]?\d)",
        rf"{_YEAR}(?:{_BLANK}?[-–—/]{_BLANK}?{_YEAR}|{_BLANK}{_YEAR})+(?![/.\- ]?\d)",
        rf"{_YEAR}(?={_BLANK}\+?(?:0|84)\d{{8}})",
        # a number that anybody may call
        r"1[89]00[ .\-]?\d{4}(?![ .\-]?\d)",
        # an amount that says so
        rf"{_RANGE}[1-9]\d{{0,2}}(?P<mark>[., ])\d{{3}}(?:(?P=mark)\d{{3}})*{_BLANK}?{_UNIT}",
        rf"[1-9]\d{{3,11}}{_BLANK}?(?:đồng|dong|vn[dđ])(?!\w)",
        r"[1-9]\d{0,8}000[đd](?!\w)",
    )
)
_ROUND = "|".join(
    (
        rf"{_RANGE}[1-9]\d{{0,2}}(?:[.,]\d{{3}})*[.,]000(?![.,]?\d)",
        r"[1-9]\d{0,2}(?: \d{3})* 000(?! ?\d)",
        r"[1-9]\d{0,2}(?:000){2,3}(?!\d)",
    )
)
_HIDDEN = "|".join(
    (
        rf"\(?\+{_BLANK}?84{_digits('8,10')}",
        rf"\(?0{_BETWEEN}[35789]{_digits('8')}",
        rf"\(?0{_digits('11')}",
        rf"\(?(?:0|84){_digits('8,10')}",
        r"\+?\d(?:[^\S\n]?[.\-–]?\d|[^\S\n]\d){7,18}(?!\d)",
        r"\d{7}(?![.,]?\d)",
    )
)
_NUMBER = re.compile(
    # each begins so; to look first is ten times faster, and a list has many texts
    rf"(?=[\d+(])(?<!\d)(?:(?P<stays>{_STAYS})|(?P<round>{_ROUND})|(?P<hidden>{_HIDDEN}))",
    re.IGNORECASE,
)
_CALLS = re.compile(
    r"(?:gọi|goi|điện thoại|dien thoai|đt|dt|sđt|sdt|zalo|liên hệ|lien he|số máy|so may|"
    r"căn cước|can cuoc|cccd|cmnd|tài khoản|tai khoan|stk)"
    r"(?: (?:số|so|là|la|cho|em|tôi|toi))*\W*\Z",
    re.IGNORECASE,
)
_PAPER = (
    r"(?:căn cước|can cuoc|cccd|cmnd|cmt|chứng minh|chung minh|tài khoản|tai khoan|stk)"
    r"(?: (?:công dân|cong dan|nhân dân|nhan dan|ngân hàng|ngan hang|số|so|của|cua|là|la|em|tôi|toi"
    r"|con|cháu|chau|vợ|vo|chồng|chong|cũ|cu|mới|moi))*\W*\Z"
)
_PAPERS = re.compile(_PAPER, re.IGNORECASE)
_PHONE = re.compile(r"(?:0|84)[235789]\d{8}|[5789]\d{8}|0[12]\d{9}")
_FEWEST_OF_PAPER = 9
_DIGIT = re.compile(r"\d")
_IDENTITY = 12
"""Digits of an identity number; it begins with the code of a province, 001 to 096."""
_LOOKS_BACK = 60


def hide_numbers(text: str, sign: str) -> str:
    """*text* with *sign* for each number that leads to a person."""

    def shown(found: re.Match[str]) -> str:
        number = found[0]
        if not _leads(found):
            return number
        opened = number.startswith("(") and number.count("(") > number.count(")")
        return f"({sign}" if opened else sign

    return _NUMBER.sub(shown, text)


def hide_papers(text: str, sign: str) -> str:
    """*text* with *sign* for each identity or account number: nobody needs it to give an answer.

    A phone that is left to be called stays.
    """
    return _NUMBER.sub(lambda found: sign if _is_paper(found) else found[0], text)


def without_papers(row: str) -> str:
    """*row* of a list without such numbers, and without the words that tell of papers and banks.

    Among names a number as long as one of a paper is one, unless it can be a phone.
    """
    kept, done = "", 0
    for found in _NUMBER.finditer(row) if _DIGIT.search(row) else ():
        before = kept + row[done : found.start()]
        if _is_paper(found) or _is_of_row(found, before):
            kept = paper_words.without_announcement(before) + ","
            done = found.end() + (row[found.end() : found.end() + 1] in {")", "]"})
    return paper_words.without((kept + row[done:]).strip(" ,") if kept else row)


def _is_of_row(found: re.Match[str], before: str) -> bool:
    """Whether the number is one of a paper because it stands in a row of names."""
    announced = paper_words.announces(before)
    return bool(found["hidden"]) and (announced or _is_no_phone(found[0]))


def _is_paper(found: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", found[0])
    before = found.string[max(0, found.start() - _LOOKS_BACK) : found.start()]
    identity = len(digits) == _IDENTITY and digits.startswith("0")
    return bool(found["hidden"]) and (identity or _PAPERS.search(before) is not None)


def _is_no_phone(number: str) -> bool:
    """Whether *number* is as long as one of a paper and no phone, perhaps behind a row's number."""
    whole, behind = (
        re.sub(r"\D", "", one) for one in (number, re.sub(r"\A\d{1,3}\D+", "", number))
    )
    phone = _PHONE.fullmatch(whole) or _PHONE.fullmatch(behind)
    return len(whole) >= _FEWEST_OF_PAPER and phone is None


def numbers(text: str) -> list[str]:
    """The digits of each number in *text* that leads to a person; a phone begins with 0."""
    found = [one[0] for one in _NUMBER.finditer(text) if _leads(one)]
    return [re.sub(r"\A84(?=\d{9}\Z)", "0", re.sub(r"\D", "", one)) for one in found]


def _leads(found: re.Match[str]) -> bool:
    if found["stays"]:
        return False
    # round, yet somebody says that it is a phone or an account
    before = found.string[max(0, found.start() - _LOOKS_BACK) : found.start()]
    return not found["round"] or _CALLS.search(before) is not None
