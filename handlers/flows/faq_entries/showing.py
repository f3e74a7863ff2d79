"""One entry with everything that an official must know of it."""

from __future__ import annotations

from faq.entries import FaqEntry
from handlers.context import Turn
from handlers.flow import Outcome, Say, choose, option, say
from handlers.services import faq_entries, faq_facts
from handlers.services.faq_entries import View
from handlers.which_entry import why

_ACTIONS = ("review", "words", "asked", "trust", "past", "back")
_RETIRED_ACTIONS = ("restore", "back")


async def show(turn: Turn, entry_id: str) -> Outcome:
    """The whole of an entry, as it is told in the official's commune, and what may be done."""
    view = await _opened(turn, entry_id)
    language = turn.person.language
    return _ask_act(
        view, *await faq_facts.everything(turn.work, language, view, *_why(turn, view.entry))
    )


async def briefly(turn: Turn, entry_id: str, *says: Say) -> Outcome:
    """After *says*: an entry that was read just now, with its state only."""
    view = await _opened(turn, entry_id)
    question = say("faq-view-question", question=view.entry.question, number=view.record.revision)
    state = await faq_facts.state(turn.work, turn.person.language, view)
    return _ask_act(view, *says, question, state)


async def _opened(turn: Turn, entry_id: str) -> View:
    view = await faq_entries.view(turn.work, await faq_entries.nearest(turn.work, entry_id))
    turn.data.pop("typed", None)
    turn.data |= {"id": view.record.id, "revision": view.record.revision}
    return view


def _ask_act(view: View, *says: Say) -> Outcome:
    names = _ACTIONS if view.record.retired is None else _RETIRED_ACTIONS
    return choose("act", "faq-action", *(option(one, f"faq-do-{one}") for one in names), says=says)


def answer(turn: Turn, entry: FaqEntry) -> list[Say]:
    """Short answer, details, how to get it."""
    return faq_facts.answer(turn.work, turn.person.language, entry)


def cited(turn: Turn, entry: FaqEntry) -> Say:
    """What an entry rests on."""
    return faq_facts.cited(turn.work, turn.person.language, entry)


def _why(turn: Turn, entry: FaqEntry) -> list[Say]:
    """Why the search found it: the nearest wording, and the words in common."""
    if turn.data.get("asked", entry.id) == entry.id:
        return []
    return [why(turn.data["asked"], entry)]
