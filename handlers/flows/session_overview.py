"""How a dialogue session stands, and what an official may do with it."""

from __future__ import annotations

from datetime import datetime

from handlers import access
from handlers.asking_dates import hear_moment
from handlers.context import Turn
from handlers.flow import (
    OFFICIALS,
    Flow,
    Option,
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
from handlers.services import announcements, dialogue_sessions
from handlers.texts import moment_words
from storage.models import DialogueSession, RegistrationState, SessionState

flow = Flow(
    "session_overview",
    roles=OFFICIALS,
    triggers=("xem dang ky", "xem buoi hop", "tinh hinh dang ky"),
    interruptible=False,
)

_SEATED = (RegistrationState.REGISTERED, RegistrationState.ATTENDED)
_BESIDE = (
    (RegistrationState.WAITLISTED, "overview-waiting"),
    (RegistrationState.REQUESTED, "overview-requested"),
)
_LIVE = (SessionState.ANNOUNCED, SessionState.REGISTRATION_CLOSED)
_ACTIONS: tuple[tuple[str, tuple[SessionState, ...]], ...] = (
    ("announce", (SessionState.DRAFT,)),
    ("close", (SessionState.ANNOUNCED,)),
    ("reopen", _LIVE),
    ("postpone", (*_LIVE, SessionState.POSTPONED)),
    ("cancel", (SessionState.DRAFT, *_LIVE, SessionState.POSTPONED)),
)
"""What is offered in which state; the services decide again under the lock."""


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Choose the dialogue session, unless there is only one."""
    commune = await access.commune_of_official(turn.work)
    found = await turn.work.uow.dialogue_sessions.of_commune(commune.id)
    if not found:
        return done("session-none")
    if len(found) == 1:
        return await _show(turn, found[0])
    return choose(
        "which",
        "session-which",
        *(option(str(one.id), label=_choice(turn, one)) for one in found),
    )


def _line(turn: Turn, one: DialogueSession) -> str:
    when = moment_words(one.starts_at) if one.starts_at else turn.say("session-no-date")
    params = {"moment": when, "venue": one.venue or turn.say("session-no-venue")}
    return turn.say("session-line", params)


def _choice(turn: Turn, one: DialogueSession) -> str:
    state = turn.say(f"session-state-{one.state.value}")
    return turn.say("session-choice", {"line": _line(turn, one), "state": state})


@flow.step
async def which(turn: Turn) -> Outcome:
    """The chosen dialogue session."""
    return await _show(turn, await access.dialogue_session(turn.work, int(turn.choice or 0)))


async def _show(turn: Turn, found: DialogueSession) -> Outcome:
    """Registrations, questions, deliveries, then what may be done."""
    turn.data["dialogue_session"] = found.id
    line = _line(turn, found)
    says = [
        say(
            "overview-head",
            line=f"{line[:1].upper()}{line[1:]}",
            state=turn.say(f"session-state-{found.state.value}"),
        ),
        say("overview-villages", lines=await _village_lines(turn, found)),
        await _questions(turn, found),
    ]
    delivery = await announcements.deliveries(turn.work, found)
    if delivery.sent or delivery.waiting or delivery.failed:
        says.append(
            say(
                "overview-deliveries",
                sent=delivery.sent,
                waiting=delivery.waiting,
                failed=delivery.failed,
            )
        )
    return choose("act", "overview-ask", *_offered(found), says=tuple(says))


def _offered(found: DialogueSession) -> list[Option]:
    offered = [
        option(name, f"overview-{name}") for name, states in _ACTIONS if found.state in states
    ]
    return [*offered, option("menu", "overview-menu")]


async def _village_lines(turn: Turn, found: DialogueSession) -> str:
    counts = await turn.work.uow.registrations.counts(found.id)
    lines = []
    for quota in found.quotas:
        village = await turn.work.uow.units.get(quota.village_id)
        parts = [
            turn.say(
                "overview-village",
                {
                    "village": village.name if village else "",
                    "seats": quota.seats,
                    "registered": sum(counts.get((quota.village_id, one), 0) for one in _SEATED),
                },
            )
        ]
        for state, key in _BESIDE:
            count = counts.get((quota.village_id, state), 0)
            if count:
                parts.append(turn.say(key, {"count": count}))
        lines.append(", ".join(parts))
    return "\n".join(lines)


async def _questions(turn: Turn, found: DialogueSession) -> Say:
    counts = await turn.work.uow.submissions.topic_counts(found.id)
    if not counts:
        return say("overview-questions-none")
    language = turn.person.language
    lines = [
        turn.say(
            "overview-topic",
            {
                "topic": announcements.topic_name(turn.work, language, topic or "none"),
                "count": count,
            },
        )
        for topic, count in counts
    ]
    return say("overview-questions", lines=", ".join(lines))


@flow.step
async def act(turn: Turn) -> Outcome:
    """Begin what was chosen."""
    match turn.choice:
        case "announce":
            return go("announce", dialogue_session=turn.data["dialogue_session"])
        case "close":
            await dialogue_sessions.close_registration(turn.work, turn.data["dialogue_session"])
            return done("overview-closed", menu=True)
        case "reopen":
            return ask("until", "overview-ask-until")
        case "postpone":
            return ask("new_date", "overview-ask-new-date")
        case "cancel":
            return choose(
                "cancel_once",
                "overview-cancel-confirm",
                option("keep", "overview-keep"),
                option("cancel", "overview-yes-cancel"),
            )
    return done(menu=True)


@flow.step
async def until(turn: Turn) -> Outcome:
    """Reopen until then."""
    found = hear_moment(turn, "until")
    if isinstance(found, Outcome):
        return found
    if not isinstance(found, datetime):
        return ask_again("session-date-unreadable")
    meeting = await access.dialogue_session(turn.work, turn.data["dialogue_session"])
    if meeting.starts_at is not None and found > meeting.starts_at:
        return ask_again("session-reopen-wrong")
    await dialogue_sessions.reopen(turn.work, meeting.id, found)
    return done("overview-reopened", moment=moment_words(found), menu=True)


@flow.step
async def new_date(turn: Turn) -> Outcome:
    """The new day, with its warnings, then a confirmation."""
    found = hear_moment(turn, "new_date")
    if isinstance(found, Outcome):
        return found
    yes = option("yes", "overview-yes-postpone")
    keep = option("keep", "overview-keep")
    if not isinstance(found, datetime):
        turn.data["new_date"] = None
        return choose("postpone_sure", "overview-postpone-confirm-open", yes, keep)
    turn.data["new_date"] = found.isoformat()
    meeting = await access.dialogue_session(turn.work, turn.data["dialogue_session"])
    cautions = await dialogue_sessions.date_warnings(
        turn.work, meeting.unit_id, found, but_not=meeting.id
    )
    return choose(
        "postpone_sure",
        "overview-postpone-confirm",
        yes,
        keep,
        says=tuple(Say(one.key, one.params) for one in cautions),
        moment=moment_words(found),
    )


@flow.step
async def postpone_sure(turn: Turn) -> Outcome:
    """Postpone and tell everybody concerned."""
    if turn.choice != "yes":
        return done(menu=True)
    told = turn.data["new_date"]
    before = await access.dialogue_session(turn.work, turn.data["dialogue_session"])
    old_date = before.starts_at
    meeting = await dialogue_sessions.postpone(
        turn.work, before.id, datetime.fromisoformat(told) if told else None
    )
    count = await announcements.tell_postponed(turn.work, meeting, old_date)
    return done("overview-postponed", count=count, menu=True)


@flow.step
async def cancel_once(turn: Turn) -> Outcome:
    """Ask once more: it cannot be undone."""
    if turn.choice != "cancel":
        return done(menu=True)
    return choose(
        "cancel_twice",
        "overview-cancel-confirm-again",
        option("keep", "overview-keep"),
        option("cancel", "overview-yes-cancel-sure"),
    )


@flow.step
async def cancel_twice(turn: Turn) -> Outcome:
    """Cancel and tell everybody concerned; questions stay."""
    if turn.choice != "cancel":
        return done(menu=True)
    meeting = await dialogue_sessions.cancel(turn.work, turn.data["dialogue_session"])
    count = await announcements.tell_cancelled(turn.work, meeting)
    return done("overview-cancelled", count=count, menu=True)
