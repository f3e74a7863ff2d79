"""Dialogue sessions to come: when, where, what to bring, seats of my village; asking for a seat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handlers import phrases, seat_asked, sent_words
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Flow, Option, Outcome, Say, ask, ask_again, choose, done, go, option, say
from handlers.parsing import key, yes_no
from handlers.services import meetings, own_seats, registrations, seats, session_facts
from handlers.services.introduction import Introduction
from handlers.services.seats import Seats
from handlers.texts import date_words
from storage.models import DialogueSession, Registration, RegistrationState

_SEAT_WORDS = frozenset(
    {"dang ky", "dang ki", "dang ky hop", "dang ky di hop", "di hop", "xin cho"}
)
"""Triggers by which somebody asks for a seat."""
_CHOICES = (
    option("seat", "meeting-ask-seat"),
    option("question", "meeting-ask-question"),
    option("enough", "meeting-enough"),
)

flow = Flow(
    "session_info",
    triggers=(
        *_SEAT_WORDS,
        "hop",
        "buoi hop",
        "xem buoi hop",
        "lich hop",
        "doi thoai",
    ),
    phrases=(phrases.MEETING, phrases.SEAT, phrases.ACCEPTED, phrases.MAY_COME),
    asked=("for_name",),
)

_TOLD_FIELDS = ("topics", "bring_items", "attendee_allowance", "proxy_rule", "languages", "contact")


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Day and place at once where the village is not known; it only matters for seats."""
    data, person = turn.data, turn.person
    if data.get("meant") == phrases.ACCEPTED and not await registrations.of_account(turn.work):
        return go("ask_question", given=True)  # it is about something else
    commune_id, village_id = person.commune_id, turn.home_id
    seat = data.get("meant") == phrases.SEAT or key(turn.text) in _SEAT_WORDS
    asked = seat_asked.asked(turn.text) if seat else None
    if asked is not None and asked.other:
        data.pop("for_name", None)  # not who speaks, but whom they name
        data |= {"for_name": asked.name} if asked.name else {"for_other": True}
    at_once = data.get("aside") or (village_id is None and not seat)
    if commune_id is None or not at_once:
        return await where.next(turn)
    data |= {"commune_id": commune_id, "village_id": village_id, "name": turn.called}
    found = await meetings.open_to(turn.work, commune_id, village_id)
    if not found:
        return done("meeting-none")
    told = tuple(one for meeting in found for one in _when_and_where(meeting))
    if data.get("aside"):  # what is open goes on
        return done(*told)
    return ask("next", "meeting-next", *_CHOICES, says=told)


def _when_and_where(meeting: DialogueSession) -> tuple[Say, Say]:
    return say("meeting-title", title=meeting.title), session_facts.when_and_where(meeting)


async def _placed(turn: Turn) -> Outcome:
    village_id = turn.data["village_id"]
    found = await meetings.open_to(turn.work, turn.data["commune_id"], village_id)
    if not found:
        village = await turn.work.uow.units.get(village_id) if village_id else None
        if village is None:
            return done("meeting-none")
        return done("meeting-none-here", village=village.name)
    if len(found) == 1:
        return await _show(turn, found[0])
    options = [option(str(one.id), label=_title(turn, one)) for one in found]
    return choose("which", "meeting-which", *options)


where = Introduction(flow, _placed, consent=False)


def _title(turn: Turn, meeting: DialogueSession) -> str:
    day = date_words(meeting.starts_at) if meeting.starts_at else turn.say("meeting-no-day")
    return f"{meeting.title}, {day}"


@flow.step
async def which(turn: Turn) -> Outcome:
    """Show the chosen session."""
    meeting = await turn.work.uow.dialogue_sessions.get(int(turn.choice or 0))
    return await _show(turn, meeting) if meeting else ask_again()


async def _show(turn: Turn, meeting: DialogueSession) -> Outcome:
    turn.data["meeting_id"] = meeting.id
    facts = session_facts.Facts(
        turn.work, turn.person.language, meeting, turn.data.get("village_id")
    )
    head = _when_and_where(meeting)
    places_of_mine = await _of_mine(turn, meeting)
    mine = [await _place(turn, one) for one in places_of_mine]
    told = (*head, *session_facts.of_fields(facts, _TOLD_FIELDS), *mine)
    _, question, enough = _CHOICES
    try:
        places = await seats.count(turn.work, meeting.id, turn.data.get("village_id") or 0)
    except RuleError:
        return ask("next", "meeting-not-invited", question, enough, says=told)
    try:
        seats.check_open(turn.work, meeting, official=False)
    except RuleError as closed:
        why = Say(closed.key, closed.params)
        return ask("next", "meeting-closed", question, enough, says=(*told, why))
    comes = _who_comes(turn)
    if turn.data.get("meant") == phrases.SEAT and places.left and (comes or not mine):
        return go("ask_seat", says=head, meeting_id=meeting.id, **comes)
    own = [one for one, _ in await own_seats.of_speaker(turn)]
    theirs = [one for one in own if one.dialogue_session_id == meeting.id]
    return await _offer(turn, places, told, theirs)


def _who_comes(turn: Turn) -> dict[str, Any]:
    """Somebody else than the sender, where that was said before."""
    if turn.data.get("for_name"):
        return {"attendee": turn.data["for_name"]}
    return {"other": True} if turn.data.get("for_other") else {}


def _seat_options(turn: Turn, mine: Sequence[Registration]) -> list[Option]:
    """Ask for a seat; who has or asked for one gives it up, or asks for somebody else.

    Whose seats are only of others may still ask for one of their own.
    """
    if not mine:
        return [option("seat", "meeting-ask-seat")]
    own = [] if _has_own(turn, mine) else [option("seat", "meeting-ask-seat")]
    asked = all(one.state is RegistrationState.REQUESTED for one in mine)
    label = "meeting-withdraw" if asked else "decline-yes"
    back = option("withdraw", label, means=(sent_words.BARE,))
    return [*own, back, option("other", "meeting-ask-other-seat")]


def _has_own(turn: Turn, mine: Sequence[Registration]) -> bool:
    """Whether one of the seats bears the name of who speaks, whole or in part."""
    called = set(key(turn.called or "").split())
    names = [set(key(one.attendee_name).split()) for one in mine]
    return any(called <= name or name <= called for name in names)


async def _offer(
    turn: Turn, places: Seats, says: tuple[Say, ...], mine: Sequence[Registration]
) -> Outcome:
    """Seats left, and what can be done about them; no waiting list for who has a place."""
    village = await turn.work.uow.units.get(turn.data["village_id"])
    full = "meeting-full-yours" if mine and _has_own(turn, mine) else "meeting-full"
    return ask(
        "next",
        "meeting-seats-left" if places.left else full,
        *_seat_options(turn, mine),
        option("question", "meeting-ask-question"),
        option("enough", "meeting-enough"),
        says=says,
        village=village.name if village else "",
        left=places.left,
        seats=places.seats,
    )


async def _of_mine(turn: Turn, meeting: DialogueSession) -> Sequence[Registration]:
    mine = await registrations.of_account(turn.work)
    here = [one for one, session_ in mine if session_.id == meeting.id]
    return [one for one in here if turn.is_theirs(one.attendee_name, one.asked_for)]


async def _place(turn: Turn, one: Registration) -> Say:
    if one.state is RegistrationState.REQUESTED:
        return say("meeting-mine-requested", name=one.attendee_name)
    place = await seats.place_in_line(turn.work, one)
    if place is None:
        return say("meeting-mine-seat", name=one.attendee_name)
    return say("meeting-mine-waiting", name=one.attendee_name, place=place)


@flow.step
async def next(turn: Turn) -> Outcome:  # noqa: A001 - the step's name in open talks
    """A seat, a question for the meeting, or enough; the village where it was not told yet."""
    placed = "meeting_id" in turn.data
    if turn.choice == "seat" and not placed:
        turn.data["meant"] = phrases.SEAT
        return await where.next(turn)
    if turn.choice == "seat":
        return go("ask_seat", meeting_id=turn.data["meeting_id"], **_who_comes(turn))
    if turn.choice == "other":
        return go("ask_seat", meeting_id=turn.data["meeting_id"], other=True)
    if turn.choice == "withdraw":
        return go("decline_seat")
    if turn.choice == "question":
        return go("new_question")
    if turn.choice == "enough" or yes_no(turn.text) is False:
        return done()
    return ask_again() if placed else await where.village(turn)
