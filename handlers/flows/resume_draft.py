"""Something is not finished: go on with it, or drop it.

It is asked of who comes back after a long silence, and of who would leave what they wrote behind
by going to the main menu. The router puts this on top of the open flow, whose data and waiting
question are kept.
"""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, choose, done, option
from handlers.parsing import NO, YES

flow = Flow("resume_draft")


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Ask first: what was just said may have nothing to do with the old question."""
    go, drop = option("go", "resume-go", means=(YES,)), option("drop", "resume-drop", means=(NO,))
    if turn.data.get("urgent"):
        go = option("go", "resume-go-urgent", means=(YES,))
        return choose("go_on", "resume-ask-urgent", go, drop)
    words = turn.data.get("words")
    if not words:
        held = turn.data.get("held", False)
        return choose("go_on", "resume-ask" if held else "resume-ask-open", go, drop)
    return choose("go_on", "resume-ask-words", go, drop, private=True, words=words)


@flow.step
async def go_on(turn: Turn) -> Outcome:
    """The waiting question once more, or the main menu."""
    if turn.choice == "go":
        return done()
    return done("resume-dropped", menu=True)
