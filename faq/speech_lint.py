"""Check how the texts for households speak: length, plain words, no office shorthand."""

import re
from collections.abc import Iterator
from typing import Final

from faq.entries import FaqEntry
from faq.figures import figures
from faq.findings import Finding
from faq.reading import MESSAGE, Limits, too_hard

__all__ = ["LONGEST_ANSWER", "speech_findings"]

LONGEST_ANSWER: Final = 2000
"""Characters of a short answer; it must fit every channel."""

_DETAIL: Final = Limits(syllables=None, sentences=None, longest=24)
_HOW_TO_GET: Final = Limits(syllables=90, sentences=None, longest=24)

_ABBREVIATION: Final = re.compile(r"\b[A-ZĐ][A-ZĐ&]+\b|\b(?:TP|Q|P|TX)\.")
_NAMES: Final = frozenset({"ATM", "SIM", "QR", "HIV", "AIDS", "SMS"})
_ROMAN: Final = re.compile(r"[IVX]+\Z")
_MONEY: Final = re.compile(r"\d(?:[.,]?\d)*\s?(?:đ|k|tr|vnđ|vnd)\b", re.IGNORECASE)
_LAW: Final = re.compile(r"\b\d+/(?:\d{4}/)?[A-ZĐ]{2,}\d*(?:-[A-ZĐ]+)*|\b(?:Điều|Khoản) \d")
_BRACKETS: Final = re.compile(r"[()\[\]{}|<>]")
_SHOUT: Final = re.compile(r"!")
_EMOJI: Final = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
# "Ban Tiếp công dân" is the name of an office
_ADDRESS: Final = re.compile(
    r"\b(?:bạn|quý khách|(?<![Tt]iếp )công dân)\b(?! (?:bè|học|đời|gái|trai|tù))"
)
_STIFF: Final = re.compile(r"\b(?:thụ hưởng|đối tượng thụ|căn cứ vào|theo quy định tại|nêu trên)\b")
_DISTRICT: Final = re.compile(r"\bhuyện\b")
# the district may be named only to say that it is gone, or as it stands on an old paper
_NO_DISTRICT: Final = re.compile(
    r"(?:không còn|không có|không phải|không cần|khỏi|bỏ|thôi|hết|đừng|chứ không|thay cho|thay|"
    r"trước đây|trước kia|ngày trước)\b[^.;:?!]{0,40}\Z"
)
_OLD_DISTRICT: Final = re.compile(r"\A (?:cũ|trước|ngày trước|không còn|đã bỏ|nữa)\b")
_FIRST_CLAUSE: Final = re.compile(r"[^.,:;?!…]*")
_YES_NO_WORDS: Final = """
anh/chị bắt buộc cũng cần chưa có còn dùng dạ làm không nên phải rồi thì thưa thể tùy vâng vẫn xét ạ
ừ đâu đúng được
"""
_YES_NO: Final = frozenset(_YES_NO_WORDS.split())
_PROMISE: Final = re.compile(
    r"\bem (?:chuyển|sẽ|báo (?:lại |cho )?anh/chị)\b"
    r"|\b(?:cán bộ|xã)\b[^.;?]{0,40} sẽ (?:trả lời|báo|gọi|chỉ|nói rõ)\b",
    re.IGNORECASE,
)
_MARK: Final = re.compile(r"\[?chưa kiểm\]?|nhớ lại", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")


def speech_findings(entry: FaqEntry) -> Iterator[Finding]:
    """Give what is wrong with the texts of one entry that households see."""
    if not entry.answer.short:
        yield Finding(entry.id, "missing-answer", "answer.short is empty", part="short")
    if len(entry.answer.short) > LONGEST_ANSWER:
        message = f"short: {len(entry.answer.short)} characters, at most {LONGEST_ANSWER}"
        about = f"{len(entry.answer.short)} > {LONGEST_ANSWER}"
        yield Finding(entry.id, "too-long", message, part="short", about=about)
    for name, text in entry.answer.texts:
        yield from _reading(entry.id, name, text)
        part = _part(name)
        for rule, words, message in _wording(text):
            yield Finding(entry.id, rule, f"{name}: {words!r}: {message}", part=part, about=words)
        for place in _district(text):
            message = f"{name}: nobody is sent to a district ({place!r})"
            yield Finding(entry.id, "district", message, part=part, about=place)
    reply = _bare_reply(entry.answer.short)
    if reply:
        # the household may have asked the opposite: "thẻ có mất tiền không?" – "Có ạ"
        advice = f"short: {reply!r} answers yes or no; begin with the thing itself"
        yield Finding(entry.id, "bare-reply", advice, part="short", about=reply)
    if entry.review.state != "reviewed":  # an official who has looked may vouch for a figure
        for name, figure, message in _unconfirmed_figures(entry):
            told = f"{name}: {message}"
            yield Finding(entry.id, "unconfirmed-figure", told, part=_part(name), about=figure)


def _unconfirmed_figures(entry: FaqEntry) -> Iterator[tuple[str, str, str]]:
    """Give texts by name that tell a figure which nobody has read in a source, and the figure."""
    doubted = frozenset(one for text in entry.unconfirmed for one in figures(text))
    for name, text in entry.answer.texts:
        told = figures(text)
        if not entry.seen and (told or _DIGIT.search(text)):
            yield name, "", "seen is false, so the answer must tell no figure"
            continue
        for value, unit in sorted(told & doubted):
            figure = f"{value:f} {unit}"
            yield name, figure, f"{figure} is told, yet unconfirmed says it is not sure"


def _reading(entry_id: str, name: str, text: str) -> Iterator[Finding]:
    limits = {"short": MESSAGE, "how_to_get": _HOW_TO_GET}.get(name, _DETAIL)
    for message in too_hard(text, limits):
        yield Finding(entry_id, "reading", f"{name}: {message}", part=_part(name))


def _part(name: str) -> str:
    """The name of a text as the part of an entry that it is."""
    return name.removeprefix("details.")


def _wording(text: str) -> Iterator[tuple[str, str, str]]:
    """Give the rule that is broken, by which words, and what to do."""
    for found in _ABBREVIATION.findall(_LAW.sub(" ", text)):
        if found not in _NAMES and not _ROMAN.match(found):
            yield "abbreviation", found, "must be written out"
    checks = (
        ("money", _MONEY, "write money in words"),
        ("law-number", _LAW, "law belongs to cites"),
        ("brackets", _BRACKETS, "no brackets or tables"),
        ("voice", _SHOUT, "no exclamation mark"),
        ("voice", _EMOJI, "no emoji"),
        ("voice", _ADDRESS, 'say "anh/chị"'),
        ("voice", _STIFF, "use a common word"),
        ("promise", _PROMISE, "the conversation itself asks whether an official shall answer"),
        ("unconfirmed-figure", _MARK, "notes about checking are for officials"),
    )
    for rule, pattern, advice in checks:
        found_at = pattern.search(text)
        if found_at:
            yield rule, found_at.group(), advice


def _bare_reply(short: str) -> str:
    """Give the first clause when it says no more than yes or no ("Có ạ", "Không bắt buộc")."""
    found = _FIRST_CLAUSE.match(short)
    clause = found.group().strip() if found else ""
    return clause if _YES_NO.issuperset(clause.lower().split()) else ""


def _district(text: str) -> Iterator[str]:
    lowered = text.lower()
    for found in _DISTRICT.finditer(lowered):
        before, after = lowered[: found.start()], lowered[found.end() :]
        if not _NO_DISTRICT.search(before) and not _OLD_DISTRICT.match(after):
            yield text[max(0, found.start() - 25) : found.end()]
