"""Words that somebody asked with and did not send: they do not outlast the talk.

Who agreed to our keeping what they send may come back to them, as to any draft.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from handlers.context import Work
from handlers.services import people

_KEPT = timedelta(hours=1)
"""After the last message of the talk."""
_AT_ONCE = 500

Asked = Mapping[str, tuple[str, ...]]
"""By flow, the data that people wrote to ask."""


def until(frames: Sequence[Mapping[str, Any]], asked: Asked, now: datetime) -> datetime | None:
    """When such words of open flows, as the conversation keeps them, go; None without any."""
    held = any(frame["data"].get(name) for frame in frames for name in asked.get(frame["flow"], ()))
    return now + _KEPT if held else None


async def forget(work: Work, asked: Asked) -> int:
    """Blank the words whose time is over; in how many talks.

    The waiting step stays: a late answer is understood, and what it lacks is asked for again.
    """
    forgotten = 0
    for talk in await work.uow.due_talks.with_old_words(work.now, _AT_ONCE):
        talk.words_until = None
        if await people.consented(work, talk.address.person):
            continue
        talk.frames = [_blanked(frame, asked.get(frame["flow"], ())) for frame in talk.frames]
        forgotten += 1
    return forgotten


def _blanked(frame: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """*frame* without the words, and without the questions before the waiting one."""
    if not names:
        return frame
    prompt = frame["prompt"]
    if prompt is not None:
        prompt = {**prompt, "data": _without(prompt["data"], names)}
    return {**frame, "data": _without(frame["data"], names), "prompt": prompt, "trail": []}


def _without(data: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: type(value)() if name in names else value for name, value in data.items()}
