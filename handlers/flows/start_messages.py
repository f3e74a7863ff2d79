"""BẬT: notices again after DỪNG."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, done
from handlers.services import people

flow = Flow(
    "start_messages",
    owners=True,
    triggers=("bat", "bat tin", "bat tin nhan", "bat dau nhan tin", "nhan tin", "nhan tin lai"),
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Take notices up again."""
    return done("start-done" if people.resume(turn.work, turn.person) else "start-already")
