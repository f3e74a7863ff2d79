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
        *("ban thon", "ban dieu hanh thon", "nguoi co uy tin", "gia lang"),
    }
)
_ORGANISATIONS = frozenset(
    {
        *("phu nu", "nong dan", "cuu chien binh", "ccb", "thanh nien", "nguoi cao tuoi"),
        *("chu thap do", "khuyen hoc", "cong doan", "doan thanh nien", "lien hiep phu nu"),
        *("doan", "chi doan", "nguoi khuyet tat", "nct", "lam vuon"),
    }
)
_OFFICE = re.compile(
    r"^(?:ong |ba |thanh vien |uy vien |can bo |hoi vien |dai dien )?"
    r"(?:(?:chi hoi|hoi|chi)? ?(?:truong|pho)(?= (?:ban |chi |hoi |to |doan |phu |nong |cuu |thanh "
    r"|mat |ctmt)) |chu tich |pho chu tich |bi thu (?=doan|chi doan|thanh))?"
    r"(?:ban (?=cong|mat)|chi hoi |hoi |to chuc )?"
)
"""What may stand before the name of a body: who somebody is in it."""
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
    if said not in _NOT_ALONE:
        said = " ".join(_SPELT.get(word, word) for word in said.split())
    found = _WORDS.get(said)
    if found is None and said.startswith("ho "):
        found = _WORDS.get(said[3:])
    return found or _of_role(said)


def _of_role(said: str) -> PovertyStatus | None:
    """The category of somebody whose role in the village was written instead of it."""
    body = _OFFICE.sub("", said.removesuffix(" thon").removesuffix(" ban"), count=1)
    for words in (said, body):
        if words in _BOARD:
            return PovertyStatus.VILLAGE_BOARD
        if words in _ORGANISATIONS:
            return PovertyStatus.ORGANISATION
    return None
