"""An official looks at the notice and whom it reaches, and sends it."""

from __future__ import annotations

from datetime import datetime

from handlers import official_words, which_session
from handlers.asking_dates import hear_moment, names_date
from handlers.context import Turn
from handlers.flow import (
    OFFICIALS,
    Flow,
    Outcome,
    Say,
    ask,
    ask_again,
    choose,
    done,
    go,
    option,
    say,
)
from handlers.services import announcements, date_warnings, reach, session_plans
from handlers.services.reach import Preview, VillageReach
from handlers.which_session import WhichSession
from storage.models import DialogueSession, SessionState

flow = Flow(
    "announce",
    roles=OFFICIALS,
    triggers=("bao hop", "gui thong bao", "thong bao hop"),
    dates=frozenset({"when"}),
    interruptible=False,
)

_SHORTEST_PLACE = 2


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Settle the dialogue session, then show its notice."""
    return await which.start(turn)


async def _show(turn: Turn) -> Outcome:
    """The notice and its reach, or the question for what is missing."""
    found = await which_session.chosen(turn)
    lacking = session_plans.missing(found)
    if lacking and found.state is SessionState.DRAFT:
        return choose(
            "fill",
            "announce-fill",
            option("fill", "announce-fill-now"),
            option("later", "announce-not-now"),
        )
    if _is_too_late(turn, found):
        return ask(
            "fill",
            "announce-over",
            option("edit", "session-other-date"),
            option("later", "announce-not-now"),
        )
    if lacking and found.state is SessionState.POSTPONED:
        return choose(
            "fill",
            "announce-postponed",
            option("new_date", "announce-fill-date"),
            option("later", "announce-not-now"),
            venue=found.venue or turn.say("session-no-venue"),
        )
    session_plans.complete_or_refuse(found)
    shown = await reach.preview(turn.work, found)
    again = found.state is SessionState.ANNOUNCED and bool(
        await turn.work.uow.dialogue_sessions.announcements(found.id)
    )
    cautions = await date_warnings.of_session(turn.work, found)
    draft = found.state is SessionState.DRAFT
    asking = ask if draft else choose
    edit = [option("edit", "announce-edit")] if draft else []
    return asking(
        "confirm",
        "announce-ask-again" if again else "announce-ask",
        option("send", "announce-send"),
        option("later", "announce-not-now"),
        *edit,
        says=(
            say("announce-preview", notice=shown.text),
            *_reach(turn, shown),
            *(Say(one.key, one.params) for one in cautions),
        ),
    )


which = WhichSession(
    flow,
    _show,
    states=(SessionState.DRAFT, SessionState.ANNOUNCED, SessionState.POSTPONED),
)


def _is_too_late(turn: Turn, found: DialogueSession) -> bool:
    """Whether the day of a draft went by before it was announced."""
    draft = found.state is SessionState.DRAFT
    return draft and found.starts_at is not None and found.starts_at <= turn.work.now


def _reach(turn: Turn, shown: Preview) -> tuple[Say, ...]:
    lines = "\n".join(_village_line(turn, one) for one in shown.villages)
    counts = say("announce-counts", contacts=shown.contacts, heads=shown.heads, villages=lines)
    if not shown.unreached:
        return (counts,)
    return counts, say("announce-in-person", count=shown.unreached)


def _village_line(turn: Turn, one: VillageReach) -> str:
    key = "announce-village" if one.households else "announce-village-empty"
    key += "" if one.has_head else "-no-head"
    if not one.households:
        return turn.say(key, {"village": one.name})
    return turn.say(key, {"village": one.name, "reached": one.reached, "unreached": one.unreached})


@flow.step
async def fill(turn: Turn) -> Outcome:
    """Ask for what the draft lacks, or for another date: it may be typed at once."""
    if turn.choice is None:
        return await when(turn) if names_date(turn) else ask_again()
    if turn.choice == "edit":
        meeting_id = turn.data["dialogue_session"]
        return go("create_session", dialogue_session=meeting_id, part="when")
    if turn.choice == "new_date":
        meeting_id = turn.data["dialogue_session"]
        return go("session_overview", dialogue_session=meeting_id, part="new_date")
    if turn.choice != "fill":
        return done("announce-later", menu=True)
    return await _ask_missing(turn)


async def _ask_missing(turn: Turn) -> Outcome:
    found = await which_session.chosen(turn)
    if not found.venue:
        return ask("venue", "session-ask-venue", option("hall", "session-venue-hall"))
    if found.starts_at is None:
        return ask("when", "session-ask-date")
    return await _show(turn)


@flow.step
async def venue(turn: Turn) -> Outcome:
    """The place."""
    place = turn.say("session-venue-hall-said") if turn.choice == "hall" else turn.text.strip()
    if len(place) < _SHORTEST_PLACE:
        return ask_again()
    await session_plans.set_when_and_where(turn.work, turn.data["dialogue_session"], None, place)
    return await _ask_missing(turn)


@flow.step
async def when(turn: Turn) -> Outcome:
    """Day and hour; warnings about them follow with the preview."""
    found = hear_moment(turn, "when")
    if isinstance(found, Outcome):
        return found
    if not isinstance(found, datetime):
        return done("announce-later", menu=True)
    await session_plans.set_when_and_where(turn.work, turn.data["dialogue_session"], found, None)
    return await _ask_missing(turn)


@flow.step
async def confirm(turn: Turn) -> Outcome:
    """Send, once for everybody; of a draft a part may be put right instead, in plain words."""
    if turn.choice is None:
        if official_words.part_to_mend(turn.text) is not None:
            return go("create_session", dialogue_session=turn.data["dialogue_session"], mends=True)
        return await when(turn) if names_date(turn) else ask_again()
    if turn.choice == "edit":
        return go("create_session", dialogue_session=turn.data["dialogue_session"])
    if turn.choice != "send":
        return done("announce-later", menu=True)
    if _is_too_late(turn, await which_session.chosen(turn)):
        return await _show(turn)  # it went by while the notice was looked at
    published = await announcements.publish(turn.work, turn.data["dialogue_session"])
    says = [say("announce-done-nothing")]
    if published.added:
        says = [say("announce-done", added=published.added)]
    if published.adopted:
        says.append(say("announce-adopted", count=published.adopted))
    return done(*says, menu=True)
