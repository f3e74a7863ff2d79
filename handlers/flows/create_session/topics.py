"""Which topics a new dialogue session is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from handlers.context import Turn
from handlers.flow import Option, Outcome, ask, ask_again, option, preceded, say
from handlers.flows.create_session.typed import means_all, parts
from handlers.parsing import key, pick, several
from handlers.services.session_plans import TOPICS

_SHORT_NAMES = {
    "bhyt": "bhyt",
    "the bao hiem": "bhyt",
    "hoc": "giao-duc",
    "vay": "von-vay",
    "vay von": "von-vay",
    "nha o tam": "nha-o",
    "nha tam": "nha-o",
    "xoa nha tam": "nha-o",
    "ho ngheo": "chuan-ngheo",
}
_ONLY_NUMBERS = re.compile(
    r"(?:(?:so|tu|cac|muc|y|noi dung|viec) )*\d{1,2}"
    r"(?:(?: (?:den|toi|va|voi|so|muc))* \d{1,2}|(?:den|toi|va)\d{1,2})*(?: (?:nhe|nha|em|a|thoi))*"
)
_NUMBER_WORD = re.compile(
    r"\b(?:số|so|mục|muc|các|cac|ý|y|nội dung|noi dung|việc|viec|nhé|nhe|nha|em|ạ|a|thôi|thoi)\b",
    re.IGNORECASE,
)


async def ask_topics(turn: Turn) -> Outcome:
    """Ask for all of them at once; for the rest, where some were chosen before."""
    so_far = turn.data.get("topics_so_far")
    if so_far:
        return _rest(turn, so_far)
    return ask("topics", "session-ask-topics", *(_option(one) for one in TOPICS))


async def hear_topics(turn: Turn) -> Any:
    """Topics one by one from the menu, or all in one line; the list when it is complete."""
    so_far = list(turn.data.get("topics_so_far", []))
    left = [one for one in TOPICS if one not in so_far]
    if turn.choice == "enough":
        return turn.data.pop("topics_so_far")
    if turn.choice is not None:
        so_far.append(turn.choice)
        return _more(turn, so_far)
    named, unclear = _named(turn, left)
    if not named:
        return ask_again()
    if unclear:
        more = _more(turn, [*so_far, *(one for one in named if one not in so_far)])
        told = say("session-topics-unclear", unclear=", ".join(unclear)[:80])
        return preceded(more, told) if isinstance(more, Outcome) else more
    turn.data.pop("topics_so_far", None)
    return _in_order([*so_far, *named])


def names(turn: Turn, topics: Sequence[str]) -> str:
    """Topics in words."""
    return ", ".join(turn.say(f"topic-{one}") for one in topics)


def _option(topic: str) -> Option:
    return option(topic, f"topic-{topic}")


def _more(turn: Turn, so_far: list[str]) -> Any:
    left = [one for one in TOPICS if one not in so_far]
    if not left:
        turn.data.pop("topics_so_far", None)
        return _in_order(so_far)
    turn.data["topics_so_far"] = so_far
    return _rest(turn, so_far)


def _rest(turn: Turn, so_far: Sequence[str]) -> Outcome:
    left = (one for one in TOPICS if one not in so_far)
    return ask(
        "topics",
        "session-ask-topics-more",
        *(_option(one) for one in left),
        option("enough", "session-topics-enough"),
        chosen=names(turn, so_far),
    )


def _named(turn: Turn, left: Sequence[str]) -> tuple[list[str], list[str]]:
    """Topics typed as numbers of the shown list, as names, or "tất cả"; and what is unclear."""
    if means_all(turn.text):
        return list(left), []
    numbers = _numbers(turn.text)
    if numbers is not None:
        good = numbers and all(1 <= one <= len(left) for one in numbers)
        return ([left[one - 1] for one in numbers] if good else []), []
    labels = [turn.say(f"topic-{one}") for one in TOPICS]
    found: list[str] = []
    unclear: list[str] = []
    for part in parts(turn.text):
        place = pick(part, labels)
        topic = TOPICS[place] if place is not None else _SHORT_NAMES.get(key(part))
        if topic is None:
            unclear.append(part)
        elif topic not in found:
            found.append(topic)
    return found, unclear


def are_numbers(text: str) -> bool:
    """Whether *text* is nothing but numbers as of a menu ("1 2 4", "1-6"), and so no day."""
    return _ONLY_NUMBERS.fullmatch(key(text)) is not None and "/" not in text


def _numbers(text: str) -> list[int] | None:
    """The numbers that are all *text* says, those of a range among them; None for other words."""
    told = several(_NUMBER_WORD.sub("", text)) if are_numbers(text) else []
    return [int(one) for one in told] if told and all(map(str.isdecimal, told)) else None


def _in_order(chosen: Sequence[str]) -> list[str]:
    return [one for one in TOPICS if one in chosen]
