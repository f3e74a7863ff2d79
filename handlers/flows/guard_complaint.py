"""A complaint against a decision has its own procedure and its own deadline, which is not ours."""

from __future__ import annotations

from faq.guards import Guard
from handlers.context import Turn
from handlers.flow import Flow, Outcome, ask, choose, done, go, option, say
from handlers.parsing import DENIED, NO

flow = Flow("guard_complaint")

_HOW = "phap-ly-khieu-nai-quyet-dinh"


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Point to the procedure; nothing of the words is kept."""
    how = turn.work.faq.told(_HOW, turn.work.today, turn.units)
    return choose(
        "pick",
        "complaint-choose",
        *((option("how", "complaint-how"),) if how else ()),
        option("menu", "danger-skip"),
        option("other", "complaint-other", means=(DENIED,)),
        says=(say("complaint-stop"),),
    )


@flow.step
async def pick(turn: Turn) -> Outcome:
    """How a complaint is made; or it is none, and the words are asked for again."""
    if turn.choice == "how":
        how = turn.work.faq.told(_HOW, turn.work.today, turn.units)
        return go("ask_question", entry=how.id if how else _HOW)
    if turn.choice != "other":
        return done(menu=True)
    turn.conversation.waived_guard = Guard.COMPLAINT
    return ask("again", "guard-tell-again", option("menu", "danger-skip", means=(NO,)), files=True)


@flow.step
async def again(turn: Turn) -> Outcome:
    """The words go to the officials."""
    if turn.choice == "menu":
        return done(menu=True)
    files = [file.to_json() for file in turn.files]
    return go("send_submission", text=turn.text, files=files)
