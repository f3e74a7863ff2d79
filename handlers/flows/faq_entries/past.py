"""Earlier versions of an entry, and going back to one."""

from __future__ import annotations

from faq.entries import FaqEntry
from handlers.context import Turn
from handlers.flow import Outcome, choose, option, say
from handlers.flows.faq_entries.saving import saved
from handlers.flows.faq_entries.showing import answer, briefly
from handlers.services import faq_changes, faq_entries
from handlers.texts import date_words
from storage.models import FaqRevision


async def show(turn: Turn) -> Outcome:
    """Every version but the present one, the newest first."""
    view = await faq_entries.view(turn.work, turn.data["id"])
    earlier = view.revisions[1:]
    if not earlier:
        return await briefly(turn, turn.data["id"], say("faq-past-none"))
    options = [option(str(one.number), label=await _line(turn, one)) for one in earlier]
    return choose("version", "faq-past-which", *options, now=await _line(turn, view.revisions[0]))


async def _line(turn: Turn, one: FaqRevision) -> str:
    person = await turn.work.uow.people.get(one.by_id) if one.by_id else None
    by = (person.display_name if person else None) or turn.say("faq-past-software")
    origin = turn.say(f"faq-past-{one.origin.value}")
    params = {"number": one.number, "origin": origin, "day": date_words(one.at), "name": by}
    return turn.say("faq-past-line", params)


async def version(turn: Turn) -> Outcome:
    """The words of an earlier version."""
    turn.data["number"] = int(turn.choice or 0)
    view = await faq_entries.view(turn.work, turn.data["id"])
    entry = await faq_entries.at(turn.work, turn.data["id"], turn.data["number"])
    parts = [turn.say(f"faq-part-{part}") for part in _differing(view.entry, entry)]
    differs = say("faq-past-differs", parts=", ".join(parts)) if parts else say("faq-past-same")
    return choose(
        "roll_back",
        "faq-past-ask",
        option("save", "faq-past-back"),
        option("drop", "answer-drop"),
        says=(
            say("faq-past-words", question=entry.question),
            *answer(turn, entry),
            differs,
        ),
        number=turn.data["number"],
    )


def _differing(one: FaqEntry, other: FaqEntry) -> list[str]:
    """Parts of two versions that are not the same."""
    same = {
        "question": one.question == other.question,
        "short": one.answer.short == other.answer.short,
        "details": one.answer.details == other.answer.details,
        "how": one.answer.how_to_get == other.answer.how_to_get,
        "asked": set(one.aliases) == set(other.aliases),
        "basis": one.citations == other.citations,
    }
    return [part for part, is_same in same.items() if not is_same]


async def roll_back(turn: Turn) -> Outcome:
    """Tell the earlier words again."""
    if turn.choice != "save":
        return await briefly(turn, turn.data["id"])
    data = turn.data
    change = faq_changes.roll_back(turn.work, data["id"], data["number"], data["revision"])
    return await saved(turn, change, say("faq-past-done", number=data["number"]))
