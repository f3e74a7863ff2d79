"""Questions that lean on the one before: "thế ở đâu", "còn bố tôi thì sao".

Alone they match by chance whatever the FAQ has, so nothing is surely meant by them.
"""

from __future__ import annotations

import re

from faq.split import is_follow_up
from handlers.parsing import key
from handlers.speakers import SURELY_KIN

_POLITE = r"(?: (?:em|a|ha|vay|nhi|chi|ad|xa|em oi|xa oi|day|nhe))*"
_OF_ANOTHER = re.compile(
    r"(?:(?:da|a|u|roi|em oi|cho hoi) )*"
    rf"(?:(?:(?:the|vay|roi|nhu) )*con \w+(?: \w+){{0,2}}|{SURELY_KIN})"
    rf" (?:thi|thi co) (?:sao|the nao|duoc khong|duoc ko|lam sao){_POLITE}"
)
_OF_KIN = re.compile(
    r"(?:(?:da|a|u|roi|the|vay|em oi) )*con (?:(?:tien|the|phan|suat|che do|so) )?(?:cua )?"
    rf"{SURELY_KIN}(?: (?:thi|nua|sao))?{_POLITE}"
)
"""The same, said short: "còn tiền của mẹ tôi"."""
_GOES_ON = re.compile(r"(?:(?:da|a|u|roi) )*(?:the|vay|roi)\b")
_NAMED = re.compile(
    r"(?<!\bnhieu )(?<!\bmay )\b(?:tien|phi|ho so|thu tuc|giay)\b"
    r"(?! (?:to )?(?:gi|nao|bao nhieu|may)\b)"
)
"""Which of these is meant stays open; still it is how people begin."""


def leans(text: str) -> bool:
    """Whether *text* asks the last question again, of nothing new or of something else."""
    said = key(text)
    of_another = _OF_ANOTHER.fullmatch(said) or _OF_KIN.fullmatch(said)
    return is_follow_up(text) or of_another is not None


def lacks_subject(text: str) -> bool:
    """Whether *text*, with nothing before it, does not even name a thing: "ở đâu", "thế gặp ai".

    "Tiền về chưa" and "nộp hồ sơ ở đâu" do: nothing is sure, yet they are questions like any other.
    """
    said = key(text)
    named = _NAMED.search(said) is not None and _GOES_ON.match(said) is None
    return not named and is_follow_up(text)
