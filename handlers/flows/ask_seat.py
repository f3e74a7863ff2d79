"""A household asks for a seat at a dialogue session; the village head decides.

Who writes and who comes may be two people: the sender's own name is never changed by the seat.
"""

from __future__ import annotations

from handlers import phrases, speakers
from handlers.context import Turn
from handlers.flow import Flow, Outcome, Say, StepFunction, ask, ask_again, done, option, say
from handlers.names import problem_of
from handlers.parsing import yes_no
from handlers.services import alerts, another_name, list_entries, seat_requests
from handlers.services.introduction import Introduction
from handlers.services.told_names import bare_name, name_in, who_comes
from handlers.texts import moment_words
from storage.models import AskedFor

flow = Flow(
    "ask_seat",
    hears=frozenset({"session_info", "decline_seat", "my_submissions"}),
    reads=frozenset({"commune", "village", "consent", "name", "renamed", "attendee", "confirm"}),
    understands=frozenset({phrases.NO_SEAT}),
    asked=("name", "attendee"),
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Village, consent and name: the head must know who asks."""
    return await introduction.next(turn)


async def _known(turn: Turn) -> Outcome:
    """Who comes is the sender, until another name is given or meant."""
    if turn.data.pop("other", False) and "attendee" not in turn.data:
        return _ask_attendee()
    attendee = turn.data.setdefault("attendee", turn.data["name"])
    problem = problem_of(attendee)  # what we call the sender may be too short for a list
    if problem is not None:
        return _ask_attendee(say(f"names-{problem}"))
    return await _read_back(turn)


introduction = Introduction(flow, _known, name_needed=True, settles=True)
flow.mends.add("confirm")


async def _renamed(turn: Turn) -> Outcome:
    """Whoever bears the other name comes, unless the name stays as it was."""
    if turn.choice in {another_name.OTHERS, another_name.OWNERS}:
        turn.data["attendee"] = turn.data["named"]
    return await introduction.renamed(turn)


flow.steps["renamed"] = _renamed


def _ask_attendee(*says: Say) -> Outcome:
    return ask("attendee", "seat-name-ask", says=says)


@flow.step
async def attendee(turn: Turn) -> Outcome:
    """Take the full name of who comes."""
    if yes_no(turn.text) is False:
        return done("seat-dropped")
    named = who_comes(turn.text)
    name = named.name if named else name_in(turn)
    problem = problem_of(name or bare_name(turn.text)) or (None if name else "short")
    if problem is not None:
        return ask_again(f"names-{problem}")
    turn.data["attendee"] = name
    return await _read_back(turn)


async def _read_back(turn: Turn) -> Outcome:
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
        name=turn.data["attendee"],
        village=village.name,
        when=moment_words(meeting.starts_at) if meeting.starts_at else turn.say("meeting-no-day"),
    )


@flow.step
async def confirm(turn: Turn) -> Outcome:
    """Ask the head for the seat; another name that is told now is read back."""
    named = await _named(turn) if turn.choice is None else None
    if named is not None:
        return named
    if turn.choice == "name" or speakers.means(turn.text, speakers.NAME):
        return _ask_attendee()
    if turn.choice == "no" or (turn.choice is None and yes_no(turn.text) is False):
        return done("seat-dropped")
    if turn.choice != "yes" and yes_no(turn.text) is not True:
        mends_village = turn.choice is None and speakers.means(turn.text, speakers.VILLAGE)
        return (await introduction.mend(turn) if mends_village else None) or ask_again()
    name, village_id = turn.data["attendee"], turn.data["village_id"]
    entry = await list_entries.of_attendee(turn.work, turn.person, village_id, name)
    asked = await seat_requests.ask(
        turn.work,
        turn.data["meeting_id"],
        village_id,
        turn.person,
        name=name,
        household_id=entry.id if entry else None,
        asked_for=AskedFor.HOUSEHOLD if turn.neighbour else None,
    )
    if turn.neighbour:
        turn.neighbour["names"] = [*turn.neighbour.get("names", ()), name]
    has_head = await alerts.seat_asked(turn.work, village_id)
    return done("seat-asked" if has_head else "seat-asked-no-head", name=asked.attendee_name)


async def _named(turn: Turn) -> Outcome | None:
    """Take a name that is told where all is read back; None where none is.

    "Ghi tên …" says who comes. "Em tên là …" says it of who writes: where we know another name,
    whose it is is asked.
    """
    told = speakers.told(turn.text, speakers.NAME)
    named = who_comes(told or turn.text)
    if named is None or await introduction.names_village(turn):
        return None
    if named.own and not turn.data.get("named_here") and another_name.differs(turn, named.name):
        return another_name.asks(turn, named.name)
    turn.data["attendee"] = named.name
    return (await introduction.mend(turn) if named.own else None) or await _read_back(turn)


def _unless_given_up(step: StepFunction) -> StepFunction:
    """*step*, where who asks does not say that they cannot come: then nothing is asked for."""

    async def heard(turn: Turn) -> Outcome:
        if turn.choice is None and phrases.meant(turn.text) == phrases.NO_SEAT:
            return done("seat-dropped")
        return await step(turn)

    return heard


for _name, _step in list(flow.steps.items()):
    flow.steps[_name] = _unless_given_up(_step)
