"""An official puts a wrong village right: out of one list and into the other in one step."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import OFFICIALS, Flow, Outcome, ask, ask_again, choose, done, option, say
from handlers.heads import line_of, numbered
from handlers.parsing import number, pick
from handlers.services import notice_words, registrations, seat_changes, seats
from handlers.which_session import WhichSession, chosen
from storage.models import Registration, RegistrationState

flow = Flow(
    "move_attendee",
    roles=OFFICIALS,
    triggers=("chuyen thon", "chuyen nguoi sang thon khac"),
    interruptible=False,
)

_SHOWN = {
    RegistrationState.WAITLISTED: "move-line-waiting",
    RegistrationState.REQUESTED: "move-line-requested",
}
_LIVE = frozenset({RegistrationState.REGISTERED, *_SHOWN})


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Settle the dialogue session, then ask where the person stands now."""
    return await which.start(turn)


async def _ask_from(turn: Turn) -> Outcome:
    meeting = await chosen(turn)
    counts = await turn.work.uow.registrations.counts(meeting.id)
    occupied = {village_id for village_id, state in counts if state in _LIVE}
    villages = await notice_words.invited_villages(turn.work, meeting)
    turn.data["villages"] = [[one.id, one.name] for one in villages]
    options = [option(str(one.id), label=one.name) for one in villages if one.id in occupied]
    if not options:
        return done("move-nobody", menu=True)
    return choose("village", "move-from", *options)


which = WhichSession(flow, _ask_from)


@flow.step
async def village(turn: Turn) -> Outcome:
    """Show who stands there."""
    meeting = await chosen(turn)
    turn.data["from"] = int(turn.choice or 0)
    on_list, requests = await registrations.listed(turn.work, meeting.id, turn.data["from"])
    rows = [*on_list, *requests]
    if not rows:
        return done("move-nobody", menu=True)
    turn.data["rows"] = [[one.id, one.attendee_name] for one in rows]
    lines = numbered(_line(turn, one) for one in rows)
    return ask("who", "move-who", village=_name(turn, turn.data["from"]), lines=lines)


def _line(turn: Turn, one: Registration) -> str:
    shown = line_of(turn, one.attendee_name, one.category, one.office)
    key = _SHOWN.get(one.state)
    return turn.say(key, {"line": shown}) if key else shown


def _name(turn: Turn, village_id: int) -> str:
    return next(str(name) for id_, name in turn.data["villages"] if id_ == village_id)


@flow.step
async def who(turn: Turn) -> Outcome:
    """The person, by number or name."""
    rows = turn.data["rows"]
    place = number(turn.text)
    if place is None:
        found = pick(turn.text, [name for _, name in rows])
        place = None if found is None else found + 1
    if place is None or not 1 <= place <= len(rows):
        return ask_again("list-who-unknown", most=len(rows))
    turn.data["id"], turn.data["name"] = rows[place - 1]
    others = [one for one in turn.data["villages"] if one[0] != turn.data["from"]]
    if not others:
        return done("move-one-village", menu=True)
    options = [option(str(id_), label=name) for id_, name in others]
    return choose("to_village", "move-to", *options, name=turn.data["name"])


@flow.step
async def to_village(turn: Turn) -> Outcome:
    """Read it back; a full village means waiting."""
    turn.data["to"] = int(turn.choice or 0)
    there = await seats.count(turn.work, turn.data["dialogue_session"], turn.data["to"])
    return choose(
        "sure",
        "move-sure" if there.left else "move-sure-full",
        option("yes", "move-yes"),
        option("no", "move-no"),
        name=turn.data["name"],
        here=_name(turn, turn.data["from"]),
        there=_name(turn, turn.data["to"]),
        seats=there.seats,
    )


@flow.step
async def sure(turn: Turn) -> Outcome:
    """Move; everybody concerned is told."""
    if turn.choice != "yes":
        return done("move-kept", menu=True)
    left = await seat_changes.move(turn.work, turn.data["id"], turn.data["to"])
    moved = left.registration
    place = await seats.place_in_line(turn.work, moved)
    key = "move-done"
    if moved.state is RegistrationState.REQUESTED:
        key = "move-done-request"
    elif place is not None:
        key = "move-done-waiting"
    here = _name(turn, turn.data["from"])
    return done(
        say(key, name=moved.attendee_name, village=_name(turn, turn.data["to"]), place=place or 0),
        *(say("move-promoted", name=one.attendee_name, village=here) for one in left.promoted),
        menu=True,
    )
