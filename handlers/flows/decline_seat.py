"""An attendee says that they cannot come: the seat goes to the first who waits."""

from __future__ import annotations

from handlers import phrases, sent_words, stand_in_words
from handlers.context import Turn
from handlers.flow import Flow, Outcome, ask_again, choose, done, go, option
from handlers.heads import day_words
from handlers.parsing import YES
from handlers.services import seat_changes
from handlers.services.own_seats import of_speaker
from storage.models import DialogueSession, Registration, RegistrationState

_HELD = frozenset({RegistrationState.REGISTERED, RegistrationState.ATTENDED})
_KEPT = {
    RegistrationState.REQUESTED: "decline-kept-asked",
    RegistrationState.WAITLISTED: "decline-kept-waiting",
}
"""What is kept where it is no seat yet."""

flow = Flow(
    "decline_seat",
    triggers=(
        "khong di duoc",
        "khong di",
        "em khong di duoc",
        "toi khong di duoc",
        "toi khong di",
        "khong di hop",
        "khong di hop duoc",
        "huy cho",
        "bo cho",
    ),
    phrases=(phrases.NO_SEAT, stand_in_words.CANNOT_COME),
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Find the person's seats, and ask which one when there are several."""
    mine = await of_speaker(turn)
    known = turn.match is not None and turn.match.decision == "answer"
    known = known or turn.data.get("meant") == stand_in_words.CANNOT_COME  # a matter of its own
    if not mine and "meant" in turn.data and known:
        return go("ask_question", given=True)  # what happens to who cannot come is in the FAQ
    if not mine:
        return done("decline-nothing")
    if len(mine) == 1:
        return _ask_sure(turn, *mine[0])
    options = [option(str(one.id), label=_label(turn, one, at)) for one, at in mine]
    return choose("which", "decline-which", *options)


def _label(turn: Turn, one: Registration, meeting: DialogueSession) -> str:
    return f"{one.attendee_name}, {day_words(turn, meeting)}"


@flow.step
async def which(turn: Turn) -> Outcome:
    """Take the seat that is given up."""
    for one, meeting in await of_speaker(turn):
        if str(one.id) == turn.choice:
            return _ask_sure(turn, one, meeting)
    return ask_again()


def _ask_sure(turn: Turn, one: Registration, meeting: DialogueSession) -> Outcome:
    turn.data |= {"id": one.id, "meeting": meeting.id, "name": one.attendee_name}
    return choose(
        "sure",
        "decline-sure",
        option("decline", "decline-yes", means=(YES, phrases.NO_SEAT, sent_words.BARE)),
        option("keep", "decline-no"),
        name=one.attendee_name,
        when=day_words(turn, meeting),
    )


@flow.step
async def sure(turn: Turn) -> Outcome:
    """Give the seat up, or keep it, as it stands by now: the head may have decided meanwhile."""
    now = await _as_it_stands(turn)
    if now is None:
        return done("decline-gone")
    if turn.choice != "decline":
        return done(_KEPT.get(now.state, "decline-kept"))
    held = now.state in _HELD
    await seat_changes.decline(turn.work, now.id)
    return done("decline-done" if held else "decline-done-no-seat")


async def _as_it_stands(turn: Turn) -> Registration | None:
    """The seat in question, also when the head found that name on the list already."""
    mine = [one for one, _ in await of_speaker(turn)]
    same = [one for one in mine if one.id == turn.data["id"]]
    place = (turn.data.get("meeting"), turn.data.get("name"))
    same += [one for one in mine if (one.dialogue_session_id, one.attendee_name) == place]
    return same[0] if same else None
