"""DỪNG: no message that we start."""

from __future__ import annotations

from handlers import phrases
from handlers.context import Turn
from handlers.flow import Flow, Outcome, done
from handlers.services import people

flow = Flow(
    "stop_messages",
    owners=True,
    triggers=("dung nhan tin", "ngung nhan tin", "tat tin nhan"),
    phrases=(phrases.NO_MESSAGES,),
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Stop, and say how to start again; questions can still be asked at any time."""
    return done("stop-done" if people.stop(turn.work, turn.person) else "stop-already")
