"""Open talks of a village head, when the role ends.

A waiting question shows names of the village, and is shown again to whoever opens the chat.
"""

from __future__ import annotations

from typing import Any

from handlers.context import Work
from storage.models import Person

TOPICS = frozenset(
    {
        *("register_attendees", "attendee_list", "ask_on_behalf", "forward_notice"),
        *("homes_to_tell", "read_answers"),
    }
)
"""Flows of village heads."""

CLOSED: dict[str, Any] = {
    "step": "",
    "key": "not-allowed",
    "params": {},
    "options": [],
    "free": True,
    "files": False,
    "documents": False,
    "private": False,
    "page": 0,
    "menu": 0,
    "data": {},
}
"""A question that shows nothing: the engine finds no such step and begins anew, or refuses."""


async def close(work: Work, person: Person, village_id: int) -> None:
    """What *person* has open as head of the village forgets what it knows and asks."""
    for talk in await work.uow.conversations.of_person(person.id, lock=True):
        talk.frames = [
            {**frame, "data": {}, "trail": [], "prompt": CLOSED}
            if _is_about(frame, village_id)
            else frame
            for frame in talk.frames
        ]


def _is_about(frame: dict[str, Any], village_id: int) -> bool:
    """Of a flow that has not settled its village nobody knows which it is about."""
    known = frame["data"].get("village_id")
    return frame["flow"] in TOPICS and known in {None, village_id}
