"""How far an entry can be trusted, where and how long it holds, and its recording."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date

from handlers import access
from handlers.asking_dates import hear_day
from handlers.context import Turn, Work
from handlers.flow import Outcome, ask, ask_again, choose, option, say
from handlers.flows.faq_entries import reviewing
from handlers.flows.faq_entries.saving import confirm, saved
from handlers.flows.faq_entries.showing import briefly
from handlers.messages import File
from handlers.services import faq_entries, faq_states
from handlers.services.faq_changes import Saved
from handlers.texts import date_words

_CHANGES: Mapping[str, Callable[[Work, str, int], Awaitable[Saved]]] = {
    "send": faq_states.send_to_review,
    "expire": faq_states.expire,
    "retire": faq_states.retire,
}
_STATES = ("send", "expire", "days", "place", "voice", "retire")
_NO_DAY = "none"


# -- reviewing ----------------------------------------------------------------------------------


async def ask_review(turn: Turn) -> Outcome:
    """What holds instead of ended documents, then whether the official stands behind the words."""
    turn.data["settled"] = {}
    return await reviewing.next_question(turn)


async def review_sure(turn: Turn) -> Outcome:
    """The official stands behind the words, from today."""
    settled = turn.data.pop("settled", {})
    if turn.choice != "save":
        return await briefly(turn, turn.data["id"], say("faq-not-saved"))
    change = faq_states.review(turn.work, turn.data["id"], turn.data["revision"], settled=settled)
    return await saved(turn, change, say("faq-reviewed"))


# -- other states -------------------------------------------------------------------------------


async def ask_state(turn: Turn) -> Outcome:
    """Ask what to change."""
    return choose("state", "faq-state-ask", *(option(one, f"faq-state-{one}") for one in _STATES))


async def state(turn: Turn) -> Outcome:
    """Read the chosen state back, or ask for what it needs."""
    match turn.choice:
        case "days":
            return ask("first_day", "faq-days-first", option(_NO_DAY, "faq-days-from-now"))
        case "place":
            return await _ask_place(turn)
        case "voice":
            return await _ask_voice(turn)
    turn.data["state"] = turn.choice
    question = (await faq_entries.view(turn.work, turn.data["id"])).entry.question
    return confirm("state_sure", f"faq-state-{turn.choice}-sure", question=question)


async def state_sure(turn: Turn) -> Outcome:
    """Save the state."""
    if turn.choice != "save":
        return await briefly(turn, turn.data["id"], say("faq-not-saved"))
    change = _CHANGES[turn.data["state"]](turn.work, turn.data["id"], turn.data["revision"])
    return await saved(turn, change, say("faq-saved"))


async def restore(turn: Turn) -> Outcome:
    """Put an entry back that was taken out."""
    change = faq_states.restore(turn.work, turn.data["id"])
    return await saved(turn, change, say("faq-restored"))


# -- days ---------------------------------------------------------------------------------------


async def first_day(turn: Turn) -> Outcome:
    """The first day on which it holds, then ask for the last."""
    heard = _day(turn)
    if isinstance(heard, Outcome):
        return heard
    turn.data["first"] = heard
    return ask("last_day", "faq-days-last", option(_NO_DAY, "faq-days-no-end"))


async def last_day(turn: Turn) -> Outcome:
    """The last day; read both back."""
    heard = _day(turn)
    if isinstance(heard, Outcome):
        return heard
    turn.data["last"] = heard
    return confirm(
        "days_sure",
        "faq-days-sure",
        first=_words(turn, turn.data["first"], "faq-days-from-now"),
        last=_words(turn, heard, "faq-days-no-end"),
    )


async def days_sure(turn: Turn) -> Outcome:
    """Save the days."""
    if turn.choice != "save":
        return await briefly(turn, turn.data["id"], say("faq-not-saved"))
    first, last = (
        date.fromisoformat(told) if told else None
        for told in (turn.data["first"], turn.data["last"])
    )
    change = faq_states.set_validity(
        turn.work, turn.data["id"], turn.data["revision"], first=first, last=last
    )
    return await saved(turn, change, say("faq-saved"))


def _day(turn: Turn) -> str | Outcome | None:
    """A day as it is kept, None for "no day", or what to ask again."""
    if turn.choice == _NO_DAY:
        return None
    heard = hear_day(turn)
    return heard.isoformat() if isinstance(heard, date) else heard


def _words(turn: Turn, day: str | None, otherwise: str) -> str:
    return date_words(date.fromisoformat(day)) if day else turn.say(otherwise)


# -- place --------------------------------------------------------------------------------------


async def _ask_place(turn: Turn) -> Outcome:
    commune = await access.commune_of_official(turn.work)
    return choose(
        "place",
        "faq-place-ask",
        option("own", "faq-place-own", place=commune.name),
        option("shared", "faq-place-shared"),
        option("drop", "answer-drop"),
    )


async def place(turn: Turn) -> Outcome:
    """Only here, or for everybody."""
    if turn.choice == "drop":
        return await briefly(turn, turn.data["id"], say("faq-not-saved"))
    commune = await access.commune_of_official(turn.work)
    unit_id = commune.id if turn.choice == "own" else None
    change = faq_states.set_scope(turn.work, turn.data["id"], turn.data["revision"], unit_id)
    return await saved(turn, change, say("faq-saved"))


# -- recording ----------------------------------------------------------------------------------


async def _ask_voice(turn: Turn) -> Outcome:
    view = await faq_entries.view(turn.work, turn.data["id"])
    drop = (option("none", "faq-voice-drop"),) if view.record.audio_id is not None else ()
    read = say("faq-voice-read", text=view.entry.answer.short)
    return ask("voice", "faq-voice-ask", *drop, files=True, says=(read,))


async def voice(turn: Turn) -> Outcome:
    """The recording, or none any more."""
    if turn.choice is None and not turn.files:
        return ask_again("faq-no-recording")
    turn.data["voice"] = None if turn.choice == "none" else turn.files[0].to_json()
    key = "faq-voice-drop-sure" if turn.choice == "none" else "faq-voice-sure"
    return confirm("voice_sure", key)


async def voice_sure(turn: Turn) -> Outcome:
    """Keep the recording with the answer."""
    told = turn.data.pop("voice")
    if turn.choice != "save":
        return await briefly(turn, turn.data["id"], say("faq-not-saved"))
    file = File(**told) if told else None
    change = faq_states.set_audio(turn.work, turn.data["id"], turn.data["revision"], file)
    return await saved(turn, change, say("faq-saved"))
