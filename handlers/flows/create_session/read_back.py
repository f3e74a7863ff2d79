"""What was told about a new dialogue session: read back, and as a plan to keep."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from handlers.context import Turn
from handlers.flow import Outcome, ask, option
from handlers.flows.create_session import topics, villages
from handlers.flows.create_session.when_and_where import closing_words
from handlers.services.session_plans import Plan
from handlers.texts import moment_words


async def read_back(turn: Turn) -> Outcome:
    """Everything once more, with what may be changed."""
    return ask(
        "confirm",
        "session-read-back",
        option("save", "session-save"),
        option("venue", "session-edit-venue"),
        option("when", "session-edit-date"),
        option("topics", "session-edit-topics"),
        option("villages", "session-edit-villages"),
        option("rest", "session-edit-rest"),
        lines="\n".join(await _lines(turn)),
    )


async def _lines(turn: Turn) -> list[str]:
    data = turn.data
    lines = [
        turn.say(
            "session-read-when", {"moment": moment_words(datetime.fromisoformat(data["when"]))}
        )
        if data["when"]
        else turn.say("session-read-no-date"),
        turn.say("session-read-venue", {"venue": data["venue"].rstrip(".")})
        if data["venue"]
        else turn.say("session-read-no-venue"),
        turn.say("session-read-topics", {"topics": topics.names(turn, data["topics"])}),
        await villages.line(turn),
        turn.say("session-read-deadlines", closing_words(data["deadlines"]))
        if data.get("deadlines")
        else turn.say("session-read-no-deadlines"),
    ]
    extras = [
        turn.say(f"session-read-{name}", {name: data[name].rstrip(".")})
        for name in ("bring", "allowance")
        if data[name]
    ]
    return [*lines, *extras]


def plan(turn: Turn) -> Plan:
    """What was told, as the service takes it."""
    data = turn.data
    closes = data.get("deadlines") or {}
    return Plan(
        title=turn.say("session-title"),
        seats={int(village): seats for village, seats in data["seats"].items()},
        starts_at=_moment(data["when"]),
        venue=data["venue"] or None,
        topics=data["topics"],
        registration_closes_at=_moment(closes.get("registration")),
        questions_close_at=_moment(closes.get("questions")),
        bring_items=data["bring"] or None,
        attendee_allowance=data["allowance"] or None,
    )


def told(plan: Plan, now: datetime) -> dict[str, Any]:
    """A plan as it would have been told, for a draft that is to be corrected.

    Deadlines that are over are told anew.
    """
    closes = {
        "registration": plan.registration_closes_at,
        "questions": plan.questions_close_at,
    }
    known = {name: at.isoformat() for name, at in closes.items() if at is not None and at > now}
    deadlines = {"deadlines": known} if len(known) == len(closes) else {}
    return {
        "venue": plan.venue or "",
        "when": plan.starts_at.isoformat() if plan.starts_at else "",
        "topics": list(plan.topics),
        "villages": list(plan.seats),
        "seats": {str(village): seats for village, seats in plan.seats.items()},
        "bring": plan.bring_items or "",
        "allowance": plan.attendee_allowance or "",
        **deadlines,
    }


def _moment(told: str | None) -> datetime | None:
    return datetime.fromisoformat(told) if told else None
