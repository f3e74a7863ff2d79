"""Households that ask for a seat: the head decides about one after the other."""

from __future__ import annotations

from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Outcome, Say, choose, option
from handlers.flows.attendee_list.showing import show
from handlers.heads import line_of, said, seats_words
from handlers.parsing import NO, YES
from handlers.services import registrations, seat_requests, seats
from storage.models import Registration


async def next_request(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    """The next one that was not put off; the list again when there is none."""
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
                option("accept", "list-accept", means=(YES,)),
                option("refuse", "list-refuse", means=(NO,)),
                option("later", "list-later"),
                says=says,
                line=line_of(turn, one.attendee_name, one.category, one.office),
                **counts,
            )
    data["later"] = []
    return await show(turn, says)


async def ask_sure_refuse(turn: Turn) -> Outcome:
    """Whether the request is refused indeed: the household is told at once."""
    return choose(
        "sure_refuse",
        "list-sure-refuse",
        option("refuse", "list-refuse-yes", means=(YES,)),
        option("back", "list-refuse-no", means=(NO,)),
        name=turn.data["name"],
        **await seats_words(turn),
    )


async def decide(turn: Turn, *, accept: bool, other: bool | None = None) -> Outcome:
    """Carry the decision out, and go on to the next one."""
    try:
        decided = await seat_requests.decide(turn.work, turn.data["id"], accept, other_person=other)
    except RuleError as why:
        if why.key == "registration-same-person":
            return choose(
                "decide_same",
                "list-request-same",
                option("same", "list-same-one"),
                option("other", "list-same-other"),
                **why.params,
            )
        return await next_request(turn, (said(why.key, **why.params),))
    return await next_request(turn, (await _decided(turn, decided, accept),))


async def _decided(turn: Turn, decided: Registration, accept: bool) -> Say:
    name = decided.attendee_name
    if not accept:
        return said("list-refused", name=name)
    place = await seats.place_in_line(turn.work, decided)
    if place is not None:
        return said("reg-waiting-one", name=name, place=place, **await seats_words(turn))
    return said("list-accepted", name=name)
