"""Words that somebody wrote and did not send: without consent they do not outlast the talk.

Who agreed to our keeping what they send may come back to them, as to any draft; not to words of
somebody else with the same phone, who has not said yes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from handlers import prompts
from handlers.context import Work
from handlers.flow import Prompt
from handlers.services import people
from handlers.services.reminders import GONE, RESUME

_KEPT = timedelta(hours=1)
"""After the last message of the talk."""
_AT_ONCE = 500
_BLANK = "…"
_WRITTEN = ("text", "files")
OTHER_PERSON = "other_person"
"""The flow in which somebody asks for another."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What people write in one flow."""

    names: tuple[str, ...]
    """The data that holds it."""
    anew: bool = False
    """Without it the flow is over, and the words are asked for again."""


def until(
    frames: Sequence[Mapping[str, Any]], asked: Mapping[str, Asked], now: datetime
) -> datetime | None:
    """When such words of open flows, as the conversation keeps them, go; None without any."""
    held = any(_holds(frame, asked) for frame in frames)
    return now + _KEPT if held else None


def is_writing(frames: Sequence[Mapping[str, Any]]) -> bool:
    """Whether words or files that were not sent stand in the open flows."""
    return any(frame["data"].get(name) for frame in frames for name in _WRITTEN)


async def forget(work: Work, asked: Mapping[str, Asked]) -> int:
    """Blank the words whose time is over; in how many talks.

    A late answer is understood, and what it lacks is asked for again.
    """
    forgotten = 0
    for talk in await work.uow.due_talks.with_old_words(work.now, _AT_ONCE):
        talk.words_until = None
        agreed = await people.consented(work, talk.address.person)
        if agreed and not any(_is_of_other(frame) for frame in talk.frames):
            continue
        talk.frames = _without_words(_with_owners(talk.frames), asked, of_others=agreed)
        forgotten += 1
    return forgotten


def _with_owners(frames: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """*frames* with what the owner wrote before a neighbour took the phone, which waits again."""
    opened: list[dict[str, Any]] = []
    for frame in frames:
        opened += [frame, *(frame["data"].get("whose") or {}).get("owners", ())]
    return opened


def _without_words(
    frames: Sequence[dict[str, Any]], asked: Mapping[str, Asked], *, of_others: bool
) -> list[dict[str, Any]]:
    """*frames* with nothing of what was written; of several that begin anew the newest is left.

    *of_others*: only what somebody else wrote goes.
    """
    left: list[dict[str, Any]] = []
    begun = False
    for frame in reversed(frames):
        if frame["flow"] == RESUME:  # quotes what goes
            continue
        known = None if of_others and not _is_of_other(frame) else asked.get(frame["flow"])
        if known is not None and known.anew and _holds(frame, asked):
            if not begun:
                left.append(_asked_anew(frame))
            begun = True
            continue
        left.append(_blanked(frame, known.names) if known is not None else frame)
    return left[::-1]


def _holds(frame: Mapping[str, Any], asked: Mapping[str, Asked]) -> bool:
    known = asked.get(frame["flow"])
    return known is not None and any(frame["data"].get(name) for name in known.names)


def _is_of_other(frame: Mapping[str, Any]) -> bool:
    """Whether it is asked for somebody who has not agreed to our keeping it."""
    data = frame["data"]
    others = (data.get(name) for name in ("whose", "for_name", "unsettled"))
    return any(others) and not data.get("agreed")


def _asked_anew(frame: Mapping[str, Any]) -> dict[str, Any]:
    """The question for the words, in place of *frame*; what kind they were is kept."""
    data = {"of": OTHER_PERSON if frame["data"].get("whose") else frame["flow"]}
    if frame["data"].get("kind"):
        data["kind"] = frame["data"]["kind"]
    prompt = prompts.kept(Prompt("again", "words-gone", files=True), data)
    return {"flow": GONE, "version": 1, "data": data, "prompt": prompt, "trail": []}


def _blanked(frame: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """*frame* without the words, and without the questions before the waiting one."""
    prompt = frame["prompt"]
    if prompt is not None:
        params = prompt["params"]
        if prompt.get("private"):  # repeats what was written
            params = {
                name: _BLANK if isinstance(value, str) else value for name, value in params.items()
            }
        prompt = {**prompt, "data": _without(prompt["data"], names), "params": params}
    return {**frame, "data": _without(frame["data"], names), "prompt": prompt, "trail": []}


def _without(data: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: type(value)() if name in names else value for name, value in data.items()}
