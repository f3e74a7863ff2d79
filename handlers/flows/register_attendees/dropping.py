"""Who is to come off: a line that is being read back, or somebody on the village's list."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Outcome, Say, ask_again, go
from handlers.flows.register_attendees.result import forget_mended
from handlers.heads import said
from handlers.name_words import dropped, drops_somebody
from handlers.services import registrations


def drop_line(turn: Turn) -> Say | None:
    """Take the line that the message names off what is being read back."""
    lines = turn.data["lines"]
    place = dropped(turn.text, [line["name"] for line in lines])
    if place is None:
        return None
    name = lines.pop(place)["name"]
    forget_mended(turn, [name])
    return said("reg-line-dropped", name=name)


async def drop_written(turn: Turn) -> Outcome | None:
    """Somebody on the village's list is taken off there; a name nobody knows is told."""
    where = {name: turn.data[name] for name in ("village_id", "dialogue_session_id")}
    on_list, _ = await registrations.listed(
        turn.work, where["dialogue_session_id"], where["village_id"]
    )
    known = dropped(turn.text, [one.attendee_name for one in on_list]) is not None
    if known and not turn.data["lines"]:
        return go("attendee_list", drop=turn.text, **where)
    return ask_again("reg-nobody-to-drop") if drops_somebody(turn.text) else None
