"""How a dialogue session stands: registrations, questions, deliveries."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handlers import which_session
from handlers.context import Turn
from handlers.flow import Say, say
from handlers.services import (
    adoption,
    announcements,
    notice_words,
    reach,
    seat_requests,
    session_deadlines,
)
from handlers.services.session_deadlines import Standing
from handlers.services.submissions import WAITING_STATES
from handlers.texts import moment_words
from storage.models import DialogueSession, RegistrationState, SessionState, SubmissionState
from storage.repositories.submissions import SubmissionFilter

_SEATED = (RegistrationState.REGISTERED, RegistrationState.ATTENDED)
_BESIDE = (
    (RegistrationState.WAITLISTED, "overview-waiting"),
    (RegistrationState.REQUESTED, "overview-requested"),
)

_BEGUN = frozenset({Standing.OVER, Standing.IN_PROGRESS, Standing.CONCLUDED})
_UNANSWERED = tuple(WAITING_STATES - {SubmissionState.DUPLICATE})
"""A duplicate gets the answer of the one that it is a duplicate of."""


async def shown(turn: Turn, found: DialogueSession) -> tuple[Say, ...]:
    """Everything an official wants to know before acting."""
    line = which_session.line(turn, found)
    says = [
        say(
            "overview-head",
            line=f"{line[:1].upper()}{line[1:]}",
            state=which_session.state(turn, found),
        )
    ]
    closes = _closes(found, turn.work.now)
    if closes is not None:
        says.append(say("session-registration-deadline", moment=moment_words(closes)))
    says.append(say("overview-villages", lines=await _village_lines(turn, found)))
    says += await _questions(turn, found)
    if session_deadlines.standing(found, turn.work.now) in _BEGUN:
        says += await unanswered(turn, found)
    loose = await turn.work.uow.submissions.count(adoption.loose(found.unit_id))
    if loose:
        says.append(say("overview-questions-loose", count=loose))
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
    is_ahead = session_deadlines.of_use_until(found, turn.work.now) is not None
    if delivery.failed and is_ahead and found.state is SessionState.ANNOUNCED:
        says.append(say("overview-deliveries-failed"))
    if delivery.unopened:
        says.append(say("overview-deliveries-unopened", count=delivery.unopened))
    if is_ahead and found.announced_at is not None:
        says += await _headless(turn, found)
    return tuple(says)


async def unanswered(turn: Turn, found: DialogueSession) -> list[Say]:
    """How many questions of the meeting wait for an answer, and how many of them are overdue."""
    wanted = SubmissionFilter(
        commune_id=found.unit_id, states=_UNANSWERED, dialogue_session_id=found.id
    )
    count = turn.work.uow.submissions.count
    waiting = await count(wanted)
    if not waiting:
        return []
    overdue = await count(replace(wanted, overdue_at=turn.work.now))
    key = "overview-unanswered-overdue" if overdue else "overview-unanswered"
    return [say(key, count=waiting, overdue=overdue)]


async def requests(turn: Turn, found: DialogueSession) -> list[Say]:
    """How many requests for a seat wait in which villages: they end with the meeting."""
    counts = await turn.work.uow.registrations.counts(found.id)
    places = []
    for quota in found.quotas:
        count = counts.get((quota.village_id, RegistrationState.REQUESTED), 0)
        village = await turn.work.uow.units.get(quota.village_id) if count else None
        if village is not None:
            params = {"village": village.name, "count": count}
            places.append(turn.say("overview-requests-village", params))
    if not places:
        return []
    still_to_tell = not all(told for _, told in await seat_requests.open_of(turn.work, found))
    key = "overview-requests-open" if still_to_tell else "overview-requests-told"
    return [say(key, villages=", ".join(places))]


async def after_change(turn: Turn, found: DialogueSession) -> list[Say]:
    """Until when people register for the new day, and how many homes no message reaches."""
    says = []
    closes = _closes(found, turn.work.now)
    if closes is not None:
        says.append(say("session-registration-deadline", moment=moment_words(closes)))
    if found.announced_at is not None:
        unreached = (await reach.preview(turn.work, found)).unreached
        if unreached:
            says.append(say("announce-in-person", count=unreached))
    return says


async def _headless(turn: Turn, found: DialogueSession) -> list[Say]:
    """Homes that nobody goes to: no message reaches them, and their village has no head."""
    lines = [
        turn.say("overview-headless-village", {"village": one.name, "count": one.unreached})
        for one in (await reach.preview(turn.work, found)).villages
        if one.unreached and not one.has_head
    ]
    return [say("overview-headless", lines="\n".join(lines))] if lines else []


def _closes(found: DialogueSession, now: datetime) -> datetime | None:
    """Until when people may register; None when they may not, or have no deadline."""
    standing = session_deadlines.standing(found, now)
    if standing is Standing.REOPENED:
        return found.reopened_until
    return found.registration_closes_at if standing is Standing.ANNOUNCED else None


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


async def _questions(turn: Turn, found: DialogueSession) -> list[Say]:
    counts = await turn.work.uow.submissions.topic_counts(found.id)
    if not counts:
        return [say("overview-questions-none")]
    language = turn.person.language
    lines = [
        turn.say(
            "overview-topic",
            {
                "topic": notice_words.topic_name(turn.work, language, topic or "none"),
                "count": count,
            },
        )
        for topic, is_urgent, count in counts
        if not is_urgent
    ]
    urgent = sum(count for _, is_urgent, count in counts if is_urgent)
    if urgent:
        lines.insert(0, turn.say("overview-urgent", {"count": urgent}))
    says = [say("overview-questions", lines=", ".join(lines))]
    guessed = await turn.work.uow.submissions.guessed_count(found.id)
    return [*says, say("overview-questions-guessed", count=guessed)] if guessed else says
