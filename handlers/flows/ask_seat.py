"""A household asks for a seat at a dialogue session; the village head decides."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, ask, ask_again, done, option
from handlers.parsing import yes_no
from handlers.services import alerts, registrations
from handlers.services.introduction import Introduction
from handlers.texts import moment_words

flow = Flow("ask_seat")


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Village, consent and name: the head must know for whom the seat is."""
    return await introduction.next(turn)


async def _known(turn: Turn) -> Outcome:
    meeting = await turn.work.uow.dialogue_sessions.get(turn.data["meeting_id"])
    village_id = turn.data["village_id"]
    village = await turn.work.uow.units.get(village_id) if village_id else None
    if meeting is None or village is None:
        return done("meeting-not-yours")
    return ask(
        "confirm",
        "seat-read-back",
        option("yes", "seat-yes"),
        option("name", "seat-other-name"),
        option("no", "option-cancel"),
        name=turn.data["name"],
        village=village.name,
        when=moment_words(meeting.starts_at) if meeting.starts_at else turn.say("meeting-no-day"),
    )


introduction = Introduction(flow, _known, name_needed=True)


@flow.step
async def confirm(turn: Turn) -> Outcome:
    """Ask the head for the seat."""
    if turn.choice == "name":
        return introduction.ask_name()
    if turn.choice == "no" or (turn.choice is None and yes_no(turn.text) is False):
        return done("seat-dropped")
    if turn.choice != "yes" and yes_no(turn.text) is not True:
        return ask_again()
    asked = await registrations.request_seat(
        turn.work,
        turn.data["meeting_id"],
        turn.data["village_id"],
        turn.person,
        name=turn.data["name"],
    )
    has_head = await alerts.seat_asked(turn.work, turn.data["village_id"])
    return done("seat-asked" if has_head else "seat-asked-no-head", name=asked.attendee_name)
