"""From what a person typed to the words in which the guards search.

Words lose their tones, so that missing accents hide nothing. But a word that was typed with its
tones and cannot be the dangerous one gets a digit behind: "đổi" (change) is ``doi2`` and never
"đói" (hungry), "đòi" (demand) is ``doi1``; without tones all of them are ``doi``. Some that can be
no other get one, too: "cháy" (to burn) is ``chay3``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from faq.guards.phrases import SURE, Said
from faq.normalize import clean, fold, spoken
from faq.telex import is_syllable

_OTHERS = {
    "an": "án an ân ấn ẩn",
    "ao": "áo ảo",
    "chay": "chạy chay chày",
    "chong": "chống chông chóng",
    "cuu": "cựu cừu cửu",
    "da": "đã da dạ đa đà",
    "dam": "dám đám đầm đảm đạm đàm dặm dầm",
    "danh": "dành đành đanh dảnh",
    "dao": "đào đạo dạo",
    "dap": "đắp đáp",
    "doi": "đổi đời đồi đối đợi đội dội dồi dơi dối dời",
    "gao": "gào gáo",
    "het": "hét",
    "hiep": "hiệp",
    "kien": "kiến kiên",
    "lu": "lu lú lụ",
    "lua": "lúa lụa lứa lựa",
    "ngap": "ngáp",
    "ngat": "ngắt ngát ngặt",
    "ngon": "ngon ngọn",
    "nhin": "nhìn",
    "nhot": "nhớt nhọt",
    "sap": "sắp sáp sạp",
    "song": "sông song sóng",
    "tat": "tật tất tắt",
    "tham": "thăm thảm thấm thầm",
    "tien": "tiên tiến tiện tiễn",
    "troi": "trôi trời trồi",
    "tu": "từ tù tư tú tủ",
    "vay": "vậy vây vẩy vảy váy vẫy",
}
_TONED = {word: f"{bare}2" for bare, words in _OTHERS.items() for word in words.split()} | {
    "đòi": "doi1",
    "chảy": "chay1",
    "vòi": "voi1",
    "lửa": "lua1",
    "đê": "de1",
    "bố": f"bo{SURE}",
    "cháy": f"chay{SURE}",
    "sóng": "song1",
    "rơi": f"roi{SURE}",
    "dật": "giat",
    "dựt": "giut",
    "vẫn": "van1",
    "vẩn": "van1",
    "oánh": "danh",
    "quýnh": "danh",
    "quánh": "danh",
}
_CHAT = {"uynh": "danh", "chit": "chet", "mun": "muon", "trg": "truong", "zoi": "roi"}
_BEGINS = (("dz", "d"), ("f", "ph"), ("j", "gi"), ("k", "c"), ("w", "qu"), ("z", "d"), ("z", "gi"))
_ENDS = (("g", "ng"), ("h", "nh"), ("k", "ch"), ("k", "c"))
_THANKS, _THANKS_BEGIN, _THANKS_ENDS = "camon", "cam", frozenset({"on", "un", "in"})
_SHORTEST = 3
_ACCENTED = 0.5
"""From here on a word typed without tones has none: "danh" is then not "đánh"."""


def read(text: str) -> Said:
    """The words of *text*: chat spellings written out, tones gone."""
    found, accented = spoken(clean(text))
    typed = _thanks_joined(found)
    words = [_plain(word) for word in typed]
    if text.isascii():
        return Said(words)
    bare = accented < _ACCENTED
    meant = [
        word if bare and said.isascii() else _TONED.get(said, word)
        for said, word in zip(typed, words, strict=True)
    ]
    return Said(words, meant)


def _thanks_joined(typed: Sequence[str]) -> list[str]:
    """ "Cảm ơn" as one word: without tones its first half would be "cầm", to take."""
    joined: list[str] = []
    for word in typed:
        if joined and _bare(word) in _THANKS_ENDS and _bare(joined[-1]) == _THANKS_BEGIN:
            joined[-1] = _THANKS
        else:
            joined.append(word)
    return joined


@lru_cache(maxsize=8192)
def _bare(typed: str) -> str:
    return fold(typed)


@lru_cache(maxsize=8192)
def _plain(typed: str) -> str:
    word = _bare(typed)
    if word in _CHAT or word == _THANKS:
        return _CHAT.get(word, word)
    return word if word.isdigit() or is_syllable(word) else _respelled(word)


def _respelled(word: str) -> str:
    """A word that is no syllable with the letters for which chat has shorter ones."""
    if len(word) < _SHORTEST:
        return word
    begun = [new + word[len(old) :] for old, new in _BEGINS if word.startswith(old)]
    for one in [word, *begun]:
        ended = [one[: -len(old)] + new for old, new in _ENDS if one.endswith(old)]
        for spelled in [one, *ended]:
            if is_syllable(spelled):
                return spelled
    return word
