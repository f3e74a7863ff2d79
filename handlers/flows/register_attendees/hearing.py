"""What comes among the names and names nobody new: who is to come off, how many seats are left."""

from __future__ import annotations

from handlers import head_words
from handlers.context import Turn
from handlers.flow import Outcome, Say, aside, ask_again
from handlers.flows.register_attendees.result import forget_mended
from handlers.heads import said
from handlers.name_words import asks_of_list, dropped
from handlers.services import registrations

_DONE_THERE = frozenset({head_words.SEATS_LEFT, head_words.REPLACE, head_words.REQUESTS})


def drop_line(turn: Turn) -> Say | None:
    """Take the line that the message names off what is being read back."""
    lines = turn.data["lines"]
    places = dropped(turn.text, [line["name"] for line in lines])
    if not places:
        return None
    if len(places) > 1:
        return said("reg-several-to-drop", count=len(places))
    name = lines.pop(places[0])["name"]
    forget_mended(turn, [name])
    return said("reg-line-dropped", name=name)


async def about_list(turn: Turn) -> Outcome | None:
    """What is asked about those written down is done there; a name nobody knows is told."""
    where = {name: turn.data[name] for name in ("village_id", "dialogue_session_id")}
    asked = head_words.change(turn.text)
    if asked is not None and asked.meaning in _DONE_THERE:
        return aside("attendee_list", said=turn.text, **where)
    on_list, _ = await registrations.listed(
        turn.work, where["dialogue_session_id"], where["village_id"]
    )
    if dropped(turn.text, [one.attendee_name for one in on_list]):
        return aside("attendee_list", said=turn.text, **where)
    return ask_again("reg-nobody-to-drop") if asks_of_list(turn.text) else None
