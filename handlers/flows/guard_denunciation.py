"""A told denunciation stops here: nothing of it is kept, its lawful way is explained.

One choice asks for the text again and lets it through, so that a false alarm loses nothing. It
stands last and says where the words go: who only wants to leave takes the one before it.
"""

from __future__ import annotations

from faq.guards import Guard
from handlers.context import Turn
from handlers.flow import Flow, Outcome, ask, choose, done, go, option, say, unwritten
from handlers.parsing import DENIED, NO
from handlers.services import contact

flow = Flow("guard_denunciation")


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Say that nothing was written down, and where a denunciation is lodged.

    A place outside the commune is always named: the place that the commune gave may be its own.
    """
    where = await contact.of(turn.work, turn.person.commune_id)
    told = (
        say("denunciation-place", place=where.denunciation_place)
        if where.denunciation_place
        else say("denunciation-ask")
    )
    return choose(
        "pick",
        "denunciation-choose",
        *((option("listing", "denunciation-listing"),) if turn.data.get("listing") else ()),
        option("menu", "danger-skip"),
        option("other", "denunciation-other", means=(DENIED,)),
        says=(unwritten("denunciation-stop"), told, say("denunciation-outside")),
    )


@flow.step
async def pick(turn: Turn) -> Outcome:
    """Not a denunciation: ask for the words again, and let them through."""
    if turn.choice == "listing":
        turn.conversation.waived_guard = Guard.DENUNCIATION
        return done()  # the list that is being written waits below
    if turn.choice != "other":
        return done(menu=True)
    turn.conversation.waived_guard = Guard.DENUNCIATION
    return ask("again", "guard-tell-again", option("menu", "danger-skip", means=(NO,)), files=True)


@flow.step
async def again(turn: Turn) -> Outcome:
    """The words go to the officials."""
    if turn.choice == "menu":
        return done(menu=True)
    files = [file.to_json() for file in turn.files]
    return go("send_submission", text=turn.text, files=files)
