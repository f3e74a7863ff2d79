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
    r"(?<!\w)(?:gọi|goi|điện thoại|dien thoai|đt|dt|sđt|sdt|zalo|liên hệ|lien he|số máy|so may|"
    rf"{paper_words.IDENTITY}|{paper_words.ACCOUNT})"
    r"(?: (?:số|so|là|la|cho|em|tôi|toi))*\W*\Z",
    re.IGNORECASE,
)
_CARD_LETTERS = re.compile(r"(?<!\w)(?!(?i:tk|so|la|nh))(?:[A-Za-z]{2}|[A-Z]{2}[ .])\Z")
"""A card of health insurance begins with two letters; they tell who is poor, and who a child."""
_CARD = re.compile(r"[1-5]\d{12}")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
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
    """*text* with *sign* for each number of a paper, a card or an account: no answer needs it.

    A phone that is left to be called stays.
    """
    kept, done = "", 0
    for found in _NUMBER.finditer(text):
        if _is_paper(found):
            kept += _CARD_LETTERS.sub("", text[done : found.start()]) + sign
            done = found.end()
    return kept + text[done:]


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
    if not found["hidden"]:
        return False
    digits = re.sub(r"\D", "", found[0])
    before = found.string[: found.start()]
    if len(digits) == _IDENTITY and digits.startswith("0"):
        return True
    if _CARD.fullmatch(digits) and _CARD_LETTERS.search(before):
        return True
    phone = _PHONE.fullmatch(digits) is not None
    amount = len(digits) < _FEWEST_OF_PAPER or _THOUSANDS.fullmatch(found[0]) is not None
    after = found.string[found.end() :]
    return paper_words.tell_of(before, after, phone=phone, amount=amount)


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
