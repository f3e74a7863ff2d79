"""XEM: what we hold of the person, in words."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, done, say
from handlers.services import people
from handlers.texts import date_words

flow = Flow("my_data", triggers=("xem du lieu", "thong tin cua toi", "xem thong tin cua toi"))


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Tell it field by field, and how to have it erased."""
    found = await people.held(turn.work, turn.person)
    if found.nothing:
        return done("data-nothing")
    none = turn.say("data-none")
    says = [
        say(
            "data-who",
            name=found.name or none,
            village=found.village or none,
            phone=found.phone or none,
        ),
        say(
            "data-counts",
            submissions=found.submissions,
            files=found.files,
            registrations=found.registrations,
        ),
    ]
    if found.answers:
        says.append(say("data-answers", count=found.answers))
    if found.consented_at is not None:
        says.append(say("data-consent", day=date_words(found.consented_at)))
    if found.stopped:
        says.append(say("data-stopped"))
    return done(*says, say("data-how"))
