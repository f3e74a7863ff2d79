"""What comes among the names and names nobody new: who comes off, or instead, what is left."""

from __future__ import annotations

from handlers import head_words, list_changes, named_people
from handlers.context import Turn
from handlers.flow import Outcome, Say, aside, ask_again
from handlers.flows.register_attendees.result import forget_mended
from handlers.heads import said
from handlers.name_words import all_dropped, asks_of_list, dropped, line_to_mend, replaced
from handlers.names import read_one
from handlers.number_mask import without_papers
from handlers.services import registrations

_DONE_THERE = frozenset({head_words.SEATS_LEFT, head_words.REPLACE, head_words.REQUESTS})


def drop_lines(turn: Turn) -> tuple[Say, ...]:
    """Take the lines that the message names off what is being read back; empty if it names none."""
    names = [line["name"] for line in turn.data["lines"]]
    places = all_dropped(turn.text, names)
    if not places:
        places = dropped(turn.text, names)
        if len(places) > 1:
            return (said("reg-several-to-drop", count=len(places)),)
    for place in reversed(places):
        turn.data["lines"].pop(place)
    gone = [names[place] for place in places]
    forget_mended(turn, gone)
    return tuple(said("reg-line-dropped", name=name) for name in gone)


def to_replace(turn: Turn) -> tuple[head_words.Change, list[int]] | None:
    """What the message puts right, and which of the lines that wait it may be about.

    None where it speaks of nobody who is being written down.
    """
    names = [line["name"] for line in turn.data["lines"]]
    line = line_to_mend(turn.text, len(names))
    if line is not None:
        return head_words.Change(head_words.REPLACE, names[line]), [line]
    asked = replaced(without_papers(turn.text), names)
    if asked is None:
        return None
    places = named_people.named(asked.who, names) if asked.who else list(range(len(names)))
    return (asked, places) if places else None


async def about_list(turn: Turn) -> Outcome | None:
    """What is asked about those written down is done there; a name nobody knows is told."""
    where = {name: turn.data[name] for name in ("village_id", "dialogue_session_id")}
    on_list, _ = await registrations.listed(
        turn.work, where["dialogue_session_id"], where["village_id"]
    )
    names = [one.attendee_name for one in on_list]
    if list_changes.several(without_papers(turn.text), names):
        return aside("attendee_list", said=without_papers(turn.text), **where)
    asked = replaced(turn.text, names) or head_words.change(turn.text)
    if asked is not None and asked.meaning in _DONE_THERE:
        if asked.who is None or named_people.named(asked.who, names):
            return aside("attendee_list", said=without_papers(turn.text), **where)
        # "Lò Thị Mẫu đi thay bà Na" writes down who comes, whoever bà Na is
        return _unknown(asked) if isinstance(read_one(turn.text), str) else None
    if dropped(turn.text, names):
        return aside("attendee_list", said=turn.text, **where)
    return _unknown(asked) if _asks_of_list(turn.text) else None


def _unknown(asked: head_words.Change | None) -> Outcome:
    if asked is None or asked.who is None:
        return ask_again("reg-nobody-to-drop")
    return ask_again("reg-nobody-called", name=asked.who)


def _asks_of_list(text: str) -> bool:
    asked = head_words.change(text)
    return asks_of_list(text) and (asked is None or asked.meaning != head_words.ADDS)
