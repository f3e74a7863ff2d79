"""XOÁ: everything that says who somebody is goes, after one question.

A neighbour with the owner's phone erases what they sent with it, and nothing else.
"""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, choose, done, farewell, option, say
from handlers.parsing import NO
from handlers.services import erasure

flow = Flow("erase_data", triggers=("xoa du lieu", "xoa het", "xoa thong tin cua toi"))

_CHOICES = (option("erase", "erase-yes"), option("keep", "option-cancel", means=(NO,)))


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Say what goes and what stays, and ask."""
    if turn.neighbour:
        name = turn.neighbour["name"]
        return choose("sure_neighbour", "erase-ask-other", *_CHOICES, name=name)
    others = len(await erasure.of_neighbours(turn.work, turn.person))
    says = (say("erase-others", count=others),) if others else ()
    return choose("sure", "erase-ask", *_CHOICES, says=says)


@flow.step
async def sure(turn: Turn) -> Outcome:
    """Erase; the confirmation is the last message."""
    if turn.choice != "erase":
        return done("erase-kept")
    if turn.neighbour:
        return done("other-owners", name=turn.neighbour["name"])  # the phone went round meanwhile
    await erasure.erase(turn.work, turn.person, turn.address)
    return farewell("erase-done")


@flow.step
async def sure_neighbour(turn: Turn) -> Outcome:
    """Erase what the neighbour sent; the phone is the owner's again."""
    if turn.choice != "erase" or not turn.neighbour:
        return done("erase-kept")
    await erasure.erase_neighbour(turn.work, turn.person, turn.address, turn.neighbour)
    turn.neighbour = None
    return done("erase-done-other")  # nor does anything wait that they wrote
