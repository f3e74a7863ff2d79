"""XOÁ: everything that says who somebody is goes, after one question."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, choose, done, farewell, option
from handlers.parsing import NO
from handlers.services import erasure

flow = Flow("erase_data", owners=True, triggers=("xoa du lieu", "xoa het", "xoa thong tin cua toi"))


@flow.entry
async def begin(_turn: Turn) -> Outcome:
    """Say what goes and what stays, and ask."""
    erase, keep = option("erase", "erase-yes"), option("keep", "option-cancel", means=(NO,))
    return choose("sure", "erase-ask", erase, keep)


@flow.step
async def sure(turn: Turn) -> Outcome:
    """Erase; the confirmation is the last message."""
    if turn.choice != "erase":
        return done("erase-kept")
    await erasure.erase(turn.work, turn.person, turn.address)
    return farewell("erase-done")
