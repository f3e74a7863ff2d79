"""A command of an official, or of a village head, from somebody else: kindly told, kept nowhere."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, done

flow = Flow("others_work")


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Say whose work it is; what waits is asked again, or the person's own menu stands there."""
    return done(f"others-work-{turn.data['whose']}")
