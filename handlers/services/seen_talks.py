"""Open talks of officials and village heads, when somebody whose words or name they show is erased.

A waiting question shows first words and names, and is shown again to whoever opens the chat.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from handlers.context import Work
from handlers.services.head_talks import CLOSED
from storage.models import Person
from storage.repositories.written_names import is_named

_READING = "list_submissions"
"""The flow whose data name the open submission as ``id``."""


async def close(
    work: Work, reader: Person, submissions: Collection[int], names: Collection[str]
) -> None:
    """What *reader* has open of these *submissions* (ids), or under these *names*, is forgotten."""
    for talk in await work.uow.conversations.of_person(reader.id, lock=True):
        frames = [_without(frame, submissions, names) for frame in talk.frames]
        if frames != talk.frames:
            talk.frames = frames


def untouched(
    frames: Iterable[dict[str, Any]], submissions: Collection[int]
) -> list[dict[str, Any]]:
    """Those of the open flows that show nothing of these *submissions* (ids)."""
    return [frame for frame in frames if _without(frame, submissions, ()) == frame]


def _without(
    frame: dict[str, Any], submissions: Collection[int], names: Collection[str]
) -> dict[str, Any]:
    """*frame* without earlier questions that show it; begun anew where the present one does."""
    flow, prompt = frame["flow"], frame["prompt"] or {}

    def shows(asked: Mapping[str, Any], data: Mapping[str, Any]) -> bool:
        told = set(asked.get("about", ()))
        if flow == _READING:
            told.add(data.get("id"))
        return bool(told & set(submissions)) or _calls([asked, data], names)

    if shows(prompt, frame["data"]):
        return {**frame, "data": {}, "trail": [], "prompt": CLOSED}
    trail = [one for one in frame["trail"] if not shows(one, one["data"])]
    return {**frame, "trail": trail}


def _calls(kept: Any, names: Collection[str]) -> bool:
    # one word alone ("Hoa") stands in too much that is somebody else's
    whole = [name for name in names if " " in name.strip()]
    return any(is_named(text, name) for text in _texts(kept) for name in whole)


def _texts(kept: Any) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(kept, str):
        yield kept
    elif isinstance(kept, Mapping):
        for one in kept.values():
            yield from _texts(one)
    elif isinstance(kept, list):
        for one in kept:
            yield from _texts(one)
