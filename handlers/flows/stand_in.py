"""Somebody of the house comes instead: on the seat they have, the village head exchanges the names;
without one a seat is asked for."""

from __future__ import annotations

from handlers import phrases, stand_in_words
from handlers.context import Turn
from handlers.flow import Flow, Option, Outcome, ask, ask_again, choose, done, go, option
from handlers.heads import day_words
from handlers.names import problem_of
from handlers.parsing import NO, YES, gives_up, key, yes_no
from handlers.services import stand_ins
from handlers.services.own_seats import of_speaker
from handlers.services.told_names import bare_name, name_in
from handlers.stand_in_words import StandIn
from storage.models import DialogueSession, Registration

flow = Flow("stand_in", phrases=(stand_in_words.STAND_IN,), asked=("name", "named"))


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """The seat in question; several are asked for, none leads to asking for one."""
    said = stand_in_words.read(turn.text) or StandIn()
    mine = await of_speaker(turn)
    if not mine:
        comes = {"for_name": said.name} if said.name else {"for_other": True} if said.other else {}
        return go("session_info", meant=phrases.SEAT, **comes)
    turn.data["named"] = said.name or ("" if said.other else turn.called or "")
    if len(mine) == 1:
        return _who(turn, mine[0][0])
    return choose("which", "stand-in-which", *(_option(turn, *one) for one in mine))


def _option(turn: Turn, one: Registration, meeting: DialogueSession) -> Option:
    return option(str(one.id), label=f"{one.attendee_name}, {day_words(turn, meeting)}")


@flow.step
async def which(turn: Turn) -> Outcome:
    """Whose seat it is."""
    for one, _ in await of_speaker(turn):
        if str(one.id) == turn.choice:
            return _who(turn, one)
    return ask_again()


def _who(turn: Turn, seat: Registration) -> Outcome:
    """Read back who comes; without a full name, or with that of the seat itself, ask for it."""
    turn.data |= {"id": seat.id, "old": seat.attendee_name}
    named = turn.data.get("named") or ""
    if not named or problem_of(named) is not None or key(named) == seat.attendee_key:
        return _ask_name()
    return _read_back(turn, named)


def _ask_name() -> Outcome:
    return ask("name", "stand-in-name")


@flow.step
async def name(turn: Turn) -> Outcome:
    """The full name of who comes."""
    if yes_no(turn.text) is False or gives_up(turn.text):
        return done("stand-in-dropped", name=turn.data["old"])
    told = name_in(turn)
    problem = problem_of(told or bare_name(turn.text)) or (None if told else "short")
    if told is None or problem is not None:
        return ask_again(f"names-{problem}")
    return _read_back(turn, told)


def _read_back(turn: Turn, named: str) -> Outcome:
    turn.data["name"] = named
    return ask(
        "sure",
        "stand-in-sure",
        option("yes", "stand-in-yes", means=(YES,)),
        option("name", "seat-other-name"),
        option("no", "option-cancel", means=(NO,)),
        private=True,
        name=turn.data["old"],
        new=named,
    )


@flow.step
async def sure(turn: Turn) -> Outcome:
    """Tell the head."""
    new = turn.data.get("name")
    if turn.choice == "name" or not new:  # gone after a silence
        return _ask_name()
    if turn.choice == "no" or (turn.choice is None and gives_up(turn.text)):
        return done("stand-in-dropped", name=turn.data["old"])
    if turn.choice != "yes":
        return ask_again()
    has_head = await stand_ins.ask(turn.work, turn.data["id"], new)
    key_ = "stand-in-asked" if has_head else "stand-in-asked-no-head"
    return done(key_, name=turn.data["old"], new=new)
