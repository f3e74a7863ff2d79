"""Categories of households and guests as a village head types them: a number, a word, initials."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handlers.parsing import key
from storage.models import PovertyStatus

LEGEND: tuple[PovertyStatus, ...] = (
    PovertyStatus.POOR,
    PovertyStatus.NEAR_POOR,
    PovertyStatus.JUST_ESCAPED,
    PovertyStatus.NOT_POOR,
    PovertyStatus.VILLAGE_BOARD,
    PovertyStatus.ORGANISATION,
)
"""Categories as numbered for village heads, from 1."""

_WORDS: Mapping[str, PovertyStatus] = {
    "ngheo": PovertyStatus.POOR,
    "hn": PovertyStatus.POOR,
    "can ngheo": PovertyStatus.NEAR_POOR,
    "hcn": PovertyStatus.NEAR_POOR,
    "cn": PovertyStatus.NEAR_POOR,
    "moi thoat": PovertyStatus.JUST_ESCAPED,
    "moi thoat ngheo": PovertyStatus.JUST_ESCAPED,
    "thoat ngheo": PovertyStatus.JUST_ESCAPED,
    "mtn": PovertyStatus.JUST_ESCAPED,
    "nguy co": PovertyStatus.AT_RISK,
    "nguy co tai ngheo": PovertyStatus.AT_RISK,
    "co nguy co tai ngheo": PovertyStatus.AT_RISK,
    "nctn": PovertyStatus.AT_RISK,
    "khong ngheo": PovertyStatus.NOT_POOR,
    "khong": PovertyStatus.NOT_POOR,
    "hkn": PovertyStatus.NOT_POOR,
    "kn": PovertyStatus.NOT_POOR,
    "ban quan ly": PovertyStatus.VILLAGE_BOARD,
    "ban quan ly thon": PovertyStatus.VILLAGE_BOARD,
    "bql": PovertyStatus.VILLAGE_BOARD,
    "bql thon": PovertyStatus.VILLAGE_BOARD,
    "doan the": PovertyStatus.ORGANISATION,
    "dt": PovertyStatus.ORGANISATION,
}
_SPELT: Mapping[str, str] = {
    **dict.fromkeys(("ngeo", "nheo", "nghieo"), "ngheo"),
    **dict.fromkeys(("ko", "k", "kg", "hong", "hok", "hk", "kh", "chang"), "khong"),
    "tn": "thanh nien",
    "lhpn": "lien hiep phu nu",
    "hlhpn": "hoi lien hiep phu nu",
    "pn": "phu nu",
    "hpn": "hoi phu nu",
    "nd": "nong dan",
    "hnd": "hoi nong dan",
    "dtn": "doan thanh nien",
    "hccb": "hoi ccb",
    "mt": "mat tran",
    "mttq": "mat tran",
    "cbo": "chi bo",
}
"""Short and wrong spellings of a word beside others, or of a body that is named alone."""
_NOT_ALONE = frozenset(
    {"ko", "k", "kg", "hong", "hok", "hk", "kh", "chang", "tn", "pn", "nd", "mt"}
)
"""Alone these mean a no, or nothing that is sure."""
_BOARD = frozenset(
    {
        *(
            "truong thon",
            "pho thon",
            "thon truong",
            "thon pho",
            "ban pho",
            "pho ban",
            "truong ban",
            "truong ap",
            "truong buon",
        ),
        *("truong lang", "truong xom", "truong khu pho", "to truong to dan pho", "bi thu chi bo"),
        *("pho bi thu chi bo", "bi thu", "chi bo", "chi uy", "thon doi", "thon doi truong"),
        *("mat tran", "ban cong tac mat tran", "cong tac mat tran", "ctmt", "mat tran thon"),
        *("cong an vien", "to bao ve an ninh", "an ninh trat tu", "y te thon", "y te ban"),
        *("ban thon", "ban dieu hanh thon", "nguoi co uy tin", "gia lang", "to an ninh"),
        *(
            "to bao ve an ninh trat tu",
            "to hoa giai",
            "ban giam sat dau tu cong dong",
            "ke toan thon",
        ),
    }
)
_ORGANISATIONS = frozenset(
    {
        *("phu nu", "nong dan", "cuu chien binh", "ccb", "thanh nien", "nguoi cao tuoi"),
        *("chu thap do", "khuyen hoc", "cong doan", "doan thanh nien", "lien hiep phu nu"),
        *("doan", "chi doan", "nguoi khuyet tat", "nct", "lam vuon", "to vay von", "htx"),
        *("to tiet kiem va vay von", "to tiet kiem vay von", "to tk vv", "hop tac xa"),
    }
)
_ELSE = frozenset(
    {
        *(
            "hdnd",
            "hoi dong nhan dan",
            "dang vien",
            "nhan vien y te",
            "can bo y te",
            "cong tac vien",
        ),
        *("cong tac vien dan so", "can bo dan so", "can bo khuyen nong", "truong dong ho"),
    }
)
"""Offices that tell no category of a household or guest. None may be a name ("Y Tê")."""
_OFFICE = re.compile(
    r"^(?:ong |ba |thanh vien |uy vien |can bo |hoi vien |dai dien |dai bieu |thu ky )?"
    r"(?:(?:chi hoi|hoi|chi|to)? ?(?:truong|pho)(?= (?:ban |chi |hoi |to |doan |phu |nong |cuu "
    r"|thanh |mat |ctmt|nguoi |chu |khuyen |hop )) |chu tich |pho chu tich "
    r"|(?:pho )?bi thu (?=doan|chi doan|thanh))?"
    r"(?:ban (?=cong|mat|giam)|chi hoi |hoi (?!dong)|to chuc )?"
)
"""What may stand before the name of a body: who somebody is in it."""
_PLACE = re.compile(r" (?:thon|ban|ap|buon|lang|xom|khu|khu pho|to dan pho|xa)(?: \d{1,2})?$")
_NAMED_PLACE = re.compile(r"^((?:\w+ ){2,}\w+) (?:thon|ban|ap|buon|lang|xom)(?: \w+){1,2}$")
_BOTH = re.compile(r" (?:kiem|va|dong thoi(?: la)?) ")
"""Between two offices of one person."""
_LONGEST_OFFICE = 80
TRAILING = (
    "ho moi thoat ngheo",
    "moi thoat ngheo",
    "ho khong ngheo",
    "ho can ngheo",
    "khong ngheo",
    "can ngheo",
    "ho ngheo",
    "ban quan ly thon",
    "ban quan ly",
    "doan the",
    "hcn",
    "hkn",
    "bql",
    "hn",
)
"""Categories that are recognised at the end of a line without any sign before them."""


def read_category(text: str) -> PovertyStatus | None:
    """The category that *text* says: a number of the legend, words with or without accents."""
    said = key(text)
    if said.isascii() and said.isdigit():
        place = int(said)
        return LEGEND[place - 1] if 1 <= place <= len(LEGEND) else None
    if said.startswith("loai "):
        return read_category(said[5:])
    said = _spelt(said)
    return _in_words(said) or _of_office(said)


def read_office(text: str) -> str | None:
    """The office in the village or a body that *text* tells, as typed; None for a category."""
    said = _spelt(key(text))
    if len(said) > _LONGEST_OFFICE or _in_words(said) is not None or not _is_office(said):
        return None
    return " ".join(text.split()).strip(" .,;:-–")


def _spelt(said: str) -> str:
    if said in _NOT_ALONE:
        return said
    return " ".join(_SPELT.get(word, word) for word in said.split())


def _in_words(said: str) -> PovertyStatus | None:
    found = _WORDS.get(said)
    return _WORDS.get(said[3:]) if found is None and said.startswith("ho ") else found


def _is_office(said: str) -> bool:
    if _of_office(said) is not None or any(words in _ELSE for words in _bodies(said)):
        return True
    parts = _BOTH.split(said)
    return len(parts) > 1 and all(map(_is_office, parts))


def _of_office(said: str) -> PovertyStatus | None:
    """The category of somebody whose office was written instead of it; of two the first tells."""
    for words in _bodies(said):
        if words in _BOARD:
            return PovertyStatus.VILLAGE_BOARD
        if words in _ORGANISATIONS:
            return PovertyStatus.ORGANISATION
    parts = _BOTH.split(said)
    if len(parts) > 1 and all(map(_is_office, parts)):
        return next((found for found in map(_of_office, parts) if found), None)
    return None


def _bodies(said: str) -> tuple[str, ...]:
    """What may be the name of a body in *said*: all of it, or less rank and place."""
    here = _NAMED_PLACE.sub(r"\1", said)
    bare = _PLACE.sub("", here)
    numbered = re.sub(r" \d{1,2}$", "", here)  # "trưởng thôn 3"
    return (said, numbered, here, bare, _OFFICE.sub("", bare, count=1))
