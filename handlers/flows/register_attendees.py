"""A village head writes down who comes to the meeting: one by one, or many in one message."""

from __future__ import annotations

from typing import Any

from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import HEADS, Flow, Outcome, Say, ask, ask_again, choose, done, option
from handlers.heads import (
    Where,
    as_data,
    category_of,
    line_of,
    numbered,
    refusals,
    said,
    seats_words,
)
from handlers.names import NameList, read_category, read_names, read_one
from handlers.parsing import key, number
from handlers.services import registrations
from handlers.services.registrations import Newcomer
from storage.models import Registration, RegistrationState

flow = Flow(
    "register_attendees",
    roles=HEADS,
    triggers=("dang ky", "ghi danh", "dang ki", "ghi ten", "ghi nguoi di hop", "dang ky di hop"),
    interruptible=False,
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Settle village and meeting, then ask for names."""
    return await where.start(turn)


async def _first(turn: Turn) -> Outcome:
    data = turn.data
    await registrations.access_to(turn.work, data["dialogue_session_id"], data["village_id"])
    intro = said("reg-intro", when=data["when"], **await seats_words(turn))
    return _ask_names(turn, (intro, said("reg-legend")))


where = Where(flow, _first)


def _ask_names(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    turn.data["lines"] = []
    return ask("names", "reg-ask-names", says=says)


# -- reading names --------------------------------------------------------------------------------


@flow.step
async def names(turn: Turn) -> Outcome:
    """Take one or many names; what cannot be a name is told, the rest goes on."""
    if turn.choice == "finish":
        return done()
    return await _take(turn, read_names(turn.text))


async def _take(turn: Turn, found: NameList) -> Outcome:
    lines = turn.data["lines"]
    known = {key(line["name"]) for line in lines}
    problems = [(one.text, one.problem) for one in found.bad]
    for one in found.good:
        if key(one.name) in known:
            problems.append((one.name, "repeat"))
        else:
            lines.append(as_data(one))
    told = (said("reg-bad-lines", lines=refusals(problems, turn)),) if problems else ()
    if not lines:
        return Outcome(says=told or (said("names-empty"),), again=True)
    return await _compare(turn, told)


async def _compare(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    """Ask about names that are on the village's list already, one at a time; then read back."""
    data = turn.data
    open_names = [line["name"] for line in data["lines"] if not line["other"]]
    there = await registrations.same_names(
        turn.work, data["dialogue_session_id"], data["village_id"], open_names
    )
    for place, line in enumerate(data["lines"]):
        if not line["other"] and line["name"] in there:
            data["place"] = place
            same_one = there[line["name"]]
            asked = same_one.state is RegistrationState.REQUESTED
            return choose(
                "same",
                "reg-same-asked" if asked else "reg-same",
                option("skip", "reg-same-skip"),
                option("other", "reg-same-other"),
                says=says,
                name=same_one.attendee_name,
            )
    return _read_back(turn, says)


@flow.step
async def same(turn: Turn) -> Outcome:
    """Whether a name on the list is the same person, who then is not written down again."""
    lines = turn.data["lines"]
    if turn.choice == "other":
        lines[turn.data["place"]]["other"] = True
        return await _compare(turn)
    dropped = lines.pop(turn.data["place"])
    kept = said("reg-skipped", name=dropped["name"])
    return await _compare(turn, (kept,)) if lines else _ask_more(turn, (kept,))


# -- reading back ---------------------------------------------------------------------------------


def _read_back(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    shown = [line_of(turn, line["name"], line["category"]) for line in turn.data["lines"]]
    village = turn.data["village"]
    add, leave = option("more", "reg-add"), option("leave", "option-cancel")
    if len(shown) == 1:
        options = (option("yes"), option("fix", "option-edit"), add, leave)
        return choose(
            "confirm", "reg-read-back-one", *options, says=says, village=village, line=shown[0]
        )
    return choose(
        "confirm",
        "reg-read-back",
        option("yes"),
        option("fix", "reg-fix"),
        add,
        option("again", "reg-again"),
        leave,
        says=says,
        village=village,
        count=len(shown),
        lines=numbered(shown),
    )


@flow.step
async def confirm(turn: Turn) -> Outcome:
    """Go on, mend a line, add people, begin again, or leave it."""
    if turn.choice == "yes":
        return _ask_told(turn)
    if turn.choice == "fix":
        if len(turn.data["lines"]) == 1:
            return _ask_line(turn, 0)
        return ask("which_line", "reg-which-line")
    if turn.choice == "more":
        return ask("names", "reg-ask-more")
    if turn.choice == "again":
        return _ask_names(turn)
    return done("reg-left")


@flow.step
async def which_line(turn: Turn) -> Outcome:
    """Take the number of the line to mend."""
    lines = turn.data["lines"]
    place = number(turn.text)
    if place is None or not 1 <= place <= len(lines):
        return ask_again("reg-no-such-line", most=len(lines))
    return _ask_line(turn, place - 1)


def _ask_line(turn: Turn, place: int) -> Outcome:
    turn.data["place"] = place
    name = turn.data["lines"][place]["name"]
    return ask("mended", "reg-mend", option("drop", "reg-drop-line"), name=name)


@flow.step
async def mended(turn: Turn) -> Outcome:
    """Take the line anew, or only its category, or drop it."""
    lines, place = turn.data["lines"], turn.data["place"]
    if turn.choice == "drop":
        lines.pop(place)
        return _read_back(turn) if lines else _ask_more(turn)
    category = read_category(turn.text)
    if category is not None:
        lines[place]["category"] = category.value
        return _read_back(turn)
    line = read_one(turn.text)
    if isinstance(line, str):
        return ask_again(f"names-{line}")
    others = {key(one["name"]) for at, one in enumerate(lines) if at != place}
    if key(line.name) in others:
        return ask_again("names-repeat")
    before, lines[place] = lines[place], as_data(line)
    lines[place]["category"] = lines[place]["category"] or before["category"]
    return await _compare(turn)


# -- told, and written down -----------------------------------------------------------------------


def _ask_told(turn: Turn, key_: str = "reg-ask-told") -> Outcome:
    lines = turn.data["lines"]
    return choose(
        "told",
        f"{key_}-one" if len(lines) == 1 else key_,
        option("told", "reg-told"),
        option("not_yet", "reg-not-yet"),
        option("leave", "option-cancel"),
        name=lines[0]["name"],
    )


@flow.step
async def told(turn: Turn) -> Outcome:
    """The head states that each person knows; without it nobody is written down."""
    if turn.choice == "not_yet":
        return _ask_told(turn, "reg-tell-first")
    if turn.choice == "leave":
        return done("reg-left")
    return await _save(turn)


async def _save(turn: Turn) -> Outcome:
    data = turn.data
    people = [_newcomer(line) for line in data["lines"]]
    try:
        made = await registrations.register_many(
            turn.work,
            data["dialogue_session_id"],
            data["village_id"],
            people,
            source=registrations.SOURCE_HEAD,
            told_statement=True,
        )
    except RuleError as refused:
        if refused.key != "registration-same-person":
            raise
        return await _compare(turn)  # somebody else wrote the name down meanwhile
    return _ask_more(turn, await _result(turn, made))


def _newcomer(line: dict[str, Any]) -> Newcomer:
    return Newcomer(
        line["name"], category_of(line), line["phone"], other_person=bool(line["other"])
    )


async def _result(turn: Turn, made: list[Registration]) -> tuple[Say, ...]:
    counts = await seats_words(turn)
    seated = [one for one in made if one.state is RegistrationState.REGISTERED]
    waiting = [one for one in made if one.state is RegistrationState.WAITLISTED]
    says: list[Say] = []
    if len(seated) == 1:
        says.append(said("reg-saved-one", name=seated[0].attendee_name, **counts))
    elif seated:
        says.append(said("reg-saved", count=len(seated), **counts))
    places = [await registrations.place_in_line(turn.work, one) or 0 for one in waiting]
    if len(waiting) == 1:
        name = waiting[0].attendee_name
        says.append(said("reg-waiting-one", name=name, place=places[0], **counts))
    elif waiting:
        shown = "\n".join(
            turn.say("reg-waiting-line", {"name": one.attendee_name, "place": place})
            for one, place in zip(waiting, places, strict=True)
        )
        says.append(said("reg-waiting", count=len(waiting), lines=shown, **counts))
    return tuple(says)


def _ask_more(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    turn.data["lines"] = []
    return ask("names", "reg-anybody-else", option("finish", "heads-finish"), says=says)
