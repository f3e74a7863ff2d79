"""What officials type when they make a dialogue session: lists, "all", short texts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from handlers.context import Turn
from handlers.dates import only_moment
from handlers.flow import Outcome, aside, ask_again
from handlers.form import Field
from handlers.parsing import key
from handlers.services import codes
from handlers.services.session_plans import LONGEST

_ALL_WORDS = frozenset({"tat ca", "het", "ca", "toan bo", "tat", "moi thon", "tat ca cac thon"}) | {
    "tat ca thon",
    "ca xa",
    "toan xa",
    "cac thon",
    "het cac thon",
    "moi noi",
    "tat ca cac noi",
}
_SHORTEST = 2
_SEPARATORS = re.compile(r"[,;+&\n]+|\s+và\s+|\s+va\s+")


def means_all(text: str) -> bool:
    """Whether *text* says "all of them"."""
    return key(text) in _ALL_WORDS


def parts(text: str) -> list[str]:
    """The parts of a list as typed: "1, thôn 3 và thôn 5"."""
    return [part.strip() for part in _SEPARATORS.split(text) if part.strip()]


def opened(field: Field) -> Field:
    """*field*, but the code of a submission opens that one, and the question waits below."""

    async def parse(turn: Turn) -> Any:
        typed = codes.read(turn.text) if turn.choice is None else None
        if typed is not None and typed.prefix and typed.valid:
            return aside("my_submissions", code=turn.text)
        return await field.parse(turn)

    return replace(field, parse=parse)


def short_text(turn: Turn) -> str | Outcome:
    """The text of a short field, or what to ask again."""
    text = " ".join(turn.text.split())
    if len(text) > LONGEST:
        return ask_again("session-text-too-long", most=LONGEST)
    return text if len(text) >= _SHORTEST else ask_again()


def about_things(turn: Turn) -> str | Outcome:
    """The text of a short field that is never a day or an hour, or what to ask again."""
    if only_moment(turn.text, turn.work.now):
        return ask_again("session-not-a-date")
    return short_text(turn)
