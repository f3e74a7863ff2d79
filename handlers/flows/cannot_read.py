"""Somebody cannot read or write: how to hear it, how to say it, and whom to call. Nothing to type.

What waits is not read out once more: it stands there, and takes a recording as well.
"""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, briefly, say
from handlers.services import contact

flow = Flow("cannot_read")


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """As few words as possible: a recording, a person, and the button, which not every page has."""
    where = await contact.of(turn.work, turn.person.commune_id)
    listen = (say("cannot-read-listen"),) if turn.work.door.reads_aloud else ()
    person = say("cannot-read-call", phone=where.phone) if where.phone else say("cannot-read-head")
    return briefly(say("cannot-read-speak"), person, *listen)
