"""What tests of a dialogue session ask of their world."""

from __future__ import annotations

from datetime import datetime

from tests.worlds import World


def official(world: World) -> int:
    return world.people["O"].id


def hour(world: World) -> datetime:
    """When the meeting begins."""
    assert world.dialogue_session is not None
    assert world.dialogue_session.starts_at is not None
    return world.dialogue_session.starts_at


def meeting_id(world: World) -> int:
    assert world.dialogue_session is not None
    return world.dialogue_session.id
