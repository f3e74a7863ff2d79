"""A village head's list: who comes, who waits, who asks; replacing and taking off."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import HEADS, Flow, Outcome, Say, ask, ask_again, choose, done, go_on, option
from handlers.heads import (
    TOPICS,
    Where,
    as_data,
    category_of,
    line_of,
    numbered,
    said,
    seats_words,
)
from handlers.name_words import dropped, drops_somebody
from handlers.names import read_one
from handlers.parsing import EDIT, NO, YES, number, pick
from handlers.services import registrations, seat_changes, seat_requests, seats
from storage.models import Registration, RegistrationState

flow = Flow(
    "attendee_list",
    roles=HEADS,
    triggers=("danh sach", "xem danh sach", "danh sach thon", "danh sach cua thon", "duyet"),
    hears=TOPICS,
    reads=frozenset({"act"}),
    interruptible=False,
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Settle village and meeting, then show the list."""
    return await where.start(turn)


async def _show(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    data = turn.data
    on_list, requests = await registrations.listed(
        turn.work, data["dialogue_session_id"], data["village_id"]
    )
    data["rows"] = [[one.id, one.attendee_name] for one in on_list]
    wanted = data.pop("drop", None)
    off = dropped(wanted, [name for _, name in data["rows"]]) if wanted else None
    if off is not None:
        return _ask_sure(turn, off)
    options = []
    if requests:
        options.append(option("requests", "list-requests", count=len(requests)))
    if on_list:
        options += [option("replace", "list-replace"), option("cancel", "list-cancel")]
    options += [option("add", "list-add"), option("finish", "heads-finish")]
    counts = await seats_words(turn)
    if not on_list:
        return choose("act", "list-empty", *options, says=says, when=data["when"], **counts)
    shown = numbered(_line(turn, one, at) for one, at in _with_places(on_list))
    return choose(
        "act", "list-shown", *options, says=says, when=data["when"], lines=shown, **counts
    )


where = Where(flow, _show)


def _with_places(rows: Sequence[Registration]) -> list[tuple[Registration, int]]:
    """Each row with its place in the waiting list, 0 for a seat."""
    found: list[tuple[Registration, int]] = []
    waiting = 0
    for one in rows:
        waiting += one.state is RegistrationState.WAITLISTED
        found.append((one, waiting if one.state is RegistrationState.WAITLISTED else 0))
    return found


def _line(turn: Turn, one: Registration, place: int) -> str:
    shown = line_of(turn, one.attendee_name, one.category)
    return turn.say("list-line-waiting", {"line": shown, "place": place}) if place else shown


@flow.step
async def act(turn: Turn) -> Outcome:
    """Do what was chosen with the list."""
    data = turn.data
    if turn.choice is None:
        off = dropped(turn.text, [name for _, name in data["rows"]])
        if off is None:
            return ask_again("reg-nobody-to-drop" if drops_somebody(turn.text) else None)
        return _ask_sure(turn, off)
    if turn.choice == "requests":
        return await _next_request(turn)
    if turn.choice == "add":
        known = {name: data[name] for name in ("village_id", "dialogue_session_id")}
        return go_on("register_attendees", **known)
    if turn.choice in {"replace", "cancel"}:
        data["act"] = turn.choice
        return ask("who", f"list-who-{turn.choice}")
    return done()


@flow.step
async def who(turn: Turn) -> Outcome:
    """Take somebody of the list, by number or name."""
    rows = turn.data["rows"]
    place = number(turn.text)
    if place is None:
        found = pick(turn.text, [name for _, name in rows])
        place = None if found is None else found + 1
    if place is None or not 1 <= place <= len(rows):
        return ask_again("list-who-unknown", most=len(rows))
    if turn.data["act"] == "replace":
        turn.data["id"], turn.data["name"] = rows[place - 1]
        return ask("new_name", "list-new-name", name=turn.data["name"])
    return _ask_sure(turn, place - 1)


def _ask_sure(turn: Turn, place: int) -> Outcome:
    turn.data["id"], turn.data["name"] = turn.data["rows"][place]
    return choose(
        "sure",
        "list-sure",
        option("drop", "list-drop", means=(YES,)),
        option("keep", "option-cancel", means=(NO,)),
        name=turn.data["name"],
    )


@flow.step
async def sure(turn: Turn) -> Outcome:
    """Take the person off the list, or leave it."""
    if turn.choice != "drop":
        return await _show(turn)
    try:
        left = await seat_changes.cancel(turn.work, turn.data["id"])
    except RuleError as refused:
        return await _refused(turn, refused)
    says = [said("list-dropped", name=turn.data["name"])]
    says += [said("list-moved-up", name=one.attendee_name) for one in left.promoted]
    return await _show(turn, tuple(says))


# -- replacing ------------------------------------------------------------------------------------


@flow.step
async def new_name(turn: Turn) -> Outcome:
    """Take who comes instead."""
    line = read_one(turn.text)
    if isinstance(line, str):
        return ask_again(f"names-{line}")
    turn.data["line"] = as_data(line)
    return choose(
        "sure_replace",
        "list-sure-replace",
        option("yes", means=(YES,)),
        option("edit", means=(EDIT,)),
        option("leave", "option-cancel", means=(NO,)),
        name=turn.data["name"],
        instead=line_of(turn, line.name, line.category),
    )


@flow.step
async def sure_replace(turn: Turn) -> Outcome:
    """What was read back is right, wrong, or not wanted."""
    if turn.choice == "edit":
        return ask("new_name", "list-new-name", name=turn.data["name"])
    if turn.choice == "yes":
        return _ask_told(turn, "reg-ask-told-one")
    return await _show(turn)


def _ask_told(turn: Turn, key_: str) -> Outcome:
    return choose(
        "told",
        key_,
        option("told", "reg-told", means=(YES,)),
        option("not_yet", "reg-not-yet", means=(NO,)),
        option("leave", "option-cancel"),
        name=turn.data["line"]["name"],
    )


@flow.step
async def told(turn: Turn) -> Outcome:
    """The head states that the new person knows."""
    if turn.choice == "not_yet":
        return _ask_told(turn, "reg-tell-first-one")
    if turn.choice == "leave":
        return await _show(turn)
    return await _replace(turn)


@flow.step
async def same(turn: Turn) -> Outcome:
    """The new name stands on the list already: another person, or somebody else must come."""
    if turn.choice != "other":
        return ask("new_name", "list-new-name", name=turn.data["name"])
    turn.data["line"]["other"] = True
    return await _replace(turn)


async def _replace(turn: Turn) -> Outcome:
    line = turn.data["line"]
    try:
        new = await seat_changes.replace(
            turn.work,
            turn.data["id"],
            line["name"],
            category=category_of(line),
            phone=line["phone"],
            other_person=bool(line["other"]),
            told_statement=True,
        )
    except RuleError as refused:
        if refused.key == "registration-same-person":
            return choose(
                "same",
                "reg-same",
                option("edit", "list-other-name"),
                option("other", "reg-same-other"),
                **refused.params,
            )
        return await _refused(turn, refused)
    changed = said("list-replaced", name=turn.data["name"], instead=new.attendee_name)
    return await _show(turn, (changed,))


# -- requests of households -----------------------------------------------------------------------


async def _next_request(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    data = turn.data
    _, requests = await registrations.listed(
        turn.work, data["dialogue_session_id"], data["village_id"]
    )
    later = data.setdefault("later", [])
    counts = await seats_words(turn)
    for one in requests:
        if one.id not in later:
            data["id"], data["name"] = one.id, one.attendee_name
            return choose(
                "decide",
                "list-request" if counts["taken"] < counts["seats"] else "list-request-full",
                option("accept", "list-accept"),
                option("refuse", "list-refuse"),
                option("later", "list-later"),
                says=says,
                line=line_of(turn, one.attendee_name, one.category),
                **counts,
            )
    data["later"] = []
    return await _show(turn, says)


@flow.step
async def decide(turn: Turn) -> Outcome:
    """Give the seat, refuse, or think it over."""
    if turn.choice == "later":
        turn.data["later"] = [*turn.data["later"], turn.data["id"]]
        return await _next_request(turn)
    return await _decide(turn, accept=turn.choice == "accept")


@flow.step
async def decide_same(turn: Turn) -> Outcome:
    """The name that asks stands on the list: the same person, or another one."""
    return await _decide(turn, accept=True, other=turn.choice == "other")


async def _decide(turn: Turn, *, accept: bool, other: bool | None = None) -> Outcome:
    try:
        decided = await seat_requests.decide(turn.work, turn.data["id"], accept, other_person=other)
    except RuleError as refused:
        if refused.key == "registration-same-person":
            return choose(
                "decide_same",
                "list-request-same",
                option("same", "list-same-one"),
                option("other", "list-same-other"),
                **refused.params,
            )
        return await _next_request(turn, (said(refused.key, **refused.params),))
    return await _next_request(turn, (await _decided(turn, decided, accept),))


async def _decided(turn: Turn, decided: Registration, accept: bool) -> Say:
    name = decided.attendee_name
    if not accept:
        return said("list-refused", name=name)
    place = await seats.place_in_line(turn.work, decided)
    if place is not None:
        return said("reg-waiting-one", name=name, place=place, **await seats_words(turn))
    return said("list-accepted", name=name)


async def _refused(turn: Turn, refused: RuleError) -> Outcome:
    """Say why, and show the list as it is now."""
    return await _show(turn, (said(refused.key, **refused.params),))
