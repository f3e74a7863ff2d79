"""Notices of a dialogue session: their words, whom they reach, sending them once.

The notice invites "bà con": it never tells that somebody is poor. Every recipient has one row in
the outbox under a key of its own, so that publishing twice adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import dialogue_sessions, notices
from handlers.texts import date_words, time_words
from storage.models import (
    Announcement,
    DialogueSession,
    Household,
    OutboxState,
    Person,
    Priority,
    RegistrationState,
    Role,
    SessionState,
    Unit,
)

INVITATION, POSTPONED, CANCELLED = "invitation", "postponed", "cancelled"
"""Kinds of announcements."""

_SHOWN_TOPICS = 4
_SHOWN_NAMES = 10
_TOLD_STATES = (
    RegistrationState.REGISTERED,
    RegistrationState.WAITLISTED,
    RegistrationState.REQUESTED,
)


@dataclass(frozen=True, slots=True)
class VillageReach:
    """How far a notice gets in one village."""

    village_id: int
    name: str
    households: int
    """Households on record."""
    reached: int
    """Households for whom somebody can be written to."""
    contacts: int
    """People of the village who can be written to."""
    has_head: bool

    @property
    def unreached(self) -> int:
        """Households to be told in person."""
        return self.households - self.reached


@dataclass(frozen=True, slots=True)
class Preview:
    """What publishing would send, and whom it would not reach."""

    text: str
    villages: tuple[VillageReach, ...]
    contacts: int
    heads: int

    @property
    def reached(self) -> int:
        """Households that the notice reaches."""
        return sum(one.reached for one in self.villages)

    @property
    def unreached(self) -> int:
        """Households to be told in person."""
        return sum(one.unreached for one in self.villages)


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did."""

    announcement_id: int
    added: int
    """Messages queued by this act; 0 when everybody had theirs before."""
    contacts: int
    heads: int
    unreached: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where the messages of all announcements of a session are."""

    waiting: int
    sent: int
    failed: int


async def notice_text(work: Work, dialogue_session: DialogueSession, language: str = "vi") -> str:
    """The invitation as it is sent and forwarded: what, when, where, seats, how to register."""
    villages = await invited_villages(work, dialogue_session)
    kind = _kind(villages)
    lines = [_say(work, language, "notice-invite")]
    if dialogue_session.starts_at is None or not dialogue_session.venue:
        lines.append(_say(work, language, "notice-later"))
    else:
        lines.append(when_and_where(dialogue_session))
    if dialogue_session.topics:
        lines.append(_topics_line(work, language, dialogue_session.topics))
    lines.append(_seats_line(work, language, dialogue_session, kind))
    if dialogue_session.bring_items:
        lines.append(
            _say(work, language, "notice-bring", items=dialogue_session.bring_items.rstrip("."))
        )
    if dialogue_session.attendee_allowance:
        lines.append(
            _say(
                work,
                language,
                "notice-allowance",
                allowance=dialogue_session.attendee_allowance.rstrip("."),
            )
        )
    return "\n".join(lines)


def when_and_where(dialogue_session: DialogueSession) -> str:
    """Day, hour and place in one sentence: "Thứ Bảy, 05/12/2026, 7 giờ 30 sáng, hội trường xã."

    The dialogue session must have a date and a place.
    """
    if dialogue_session.starts_at is None:
        raise AssertionError("a date is needed")
    starts = dialogue_session.starts_at
    day = date_words(starts)
    place = (dialogue_session.venue or "").rstrip(".")
    return f"{day[:1].upper()}{day[1:]}, {time_words(starts)}, {place}."


def _topics_line(work: Work, language: str, topics: Sequence[str]) -> str:
    names = [topic_name(work, language, topic) for topic in topics[:_SHOWN_TOPICS]]
    key = "notice-topics-more" if len(topics) > _SHOWN_TOPICS else "notice-topics"
    return _say(work, language, key, topics=", ".join(names))


def _seats_line(work: Work, language: str, dialogue_session: DialogueSession, kind: str) -> str:
    seats = {quota.seats for quota in dialogue_session.quotas}
    params: dict[str, Any] = {"kind": kind, "head": head_word(kind)}
    if len(seats) == 1:
        params["seats"] = seats.pop()
    closes = dialogue_session.registration_closes_at
    if closes is not None:
        params["date"] = date_words(closes)
    key = "notice-register"
    key += "-seats" if "seats" in params else ""
    key += "-until" if closes is not None else ""
    return _say(work, language, key, **params)


def topic_name(work: Work, language: str, topic: str) -> str:
    """A topic in words; one that has no text yet is shown as it is named."""
    key = f"topic-{topic}"
    return _say(work, language, key) if key in work.texts.keys(language) else topic


def head_word(kind: str) -> str:
    """How people call the head of a village of this kind."""
    return "tổ trưởng" if kind.startswith("tổ") else f"trưởng {kind}"


def _kind(villages: Iterable[Unit]) -> str:
    kinds = {village.kind for village in villages}
    return kinds.pop() if len(kinds) == 1 else "thôn"


def _say(work: Work, language: str, key: str, **params: Any) -> str:
    return work.texts.render(language, key, params)


async def invited_villages(work: Work, dialogue_session: DialogueSession) -> list[Unit]:
    """Villages of a dialogue session in order of invitation."""
    found = [await work.uow.units.get(quota.village_id) for quota in dialogue_session.quotas]
    return [village for village in found if village is not None]


async def preview(work: Work, dialogue_session: DialogueSession) -> Preview:
    """The text, and how many households per village can and cannot be reached."""
    villages = await invited_villages(work, dialogue_session)
    reaches = [await _reach(work, village) for village in villages]
    return Preview(
        text=await notice_text(work, dialogue_session),
        villages=tuple(reaches),
        contacts=sum(one.contacts for one in reaches),
        heads=sum(one.has_head for one in reaches),
    )


async def _reach(work: Work, village: Unit) -> VillageReach:
    people = work.uow.people
    households = await people.households(village.id)
    reached = await people.reached_households([village.id])
    return VillageReach(
        village_id=village.id,
        name=village.name,
        households=len(households),
        reached=sum(household.id in reached for household in households),
        contacts=len(await people.reachable_in([village.id])),
        has_head=bool(await people.with_role(Role.VILLAGE_HEAD, [village.id])),
    )


async def to_tell(work: Work, village_id: int) -> list[Household]:
    """Households of a village whom no message reaches: their head tells them in person."""
    reached = await work.uow.people.reached_households([village_id])
    return [one for one in await work.uow.people.households(village_id) if one.id not in reached]


async def publish(work: Work, dialogue_session_id: int) -> Published:
    """Announce the dialogue session and queue one message for everybody it concerns.

    Publishing again adds only people who were not known before. Raises ``RuleError``.
    """
    found = await dialogue_sessions.announce(work, dialogue_session_id)
    shown = await preview(work, found)
    announcement = await _announcement(work, found, INVITATION, shown.reached, shown.unreached)
    added = await _tell_heads(work, found, announcement, "notice-head")
    added += await _tell_households(work, found, announcement)
    work.audit(
        "announcement.published",
        "announcement",
        announcement.id,
        unit_id=found.unit_id,
        added=added,
        unreached=shown.unreached,
    )
    return Published(announcement.id, added, shown.contacts, shown.heads, shown.unreached)


async def _announcement(
    work: Work, dialogue_session: DialogueSession, kind: str, reachable: int, unreachable: int
) -> Announcement:
    """The announcement of *kind*; callers hold the session's lock, so there is only one.

    A change of date is told anew each time; the invitation is one, however often it is published.
    """
    if kind == INVITATION:
        for one in await work.uow.dialogue_sessions.announcements(dialogue_session.id):
            if one.kind == kind:
                return one
    made = Announcement(
        dialogue_session_id=dialogue_session.id,
        kind=kind,
        created_by_id=work.actor_id,
        published_at=work.now,
        reachable=reachable,
        unreachable=unreachable,
    )
    work.uow.dialogue_sessions.add(made)
    await work.uow.flush()
    return made


async def _tell_heads(
    work: Work, dialogue_session: DialogueSession, announcement: Announcement, key: str
) -> int:
    """Each head gets the text to forward and the households to tell in person."""
    added = 0
    for village in await invited_villages(work, dialogue_session):
        heads = await work.uow.people.with_role(Role.VILLAGE_HEAD, [village.id])
        waiting = await to_tell(work, village.id)
        for head in heads:
            params = {
                "village": village.name,
                "notice": await notice_text(work, dialogue_session, head.language),
                "to_tell": _to_tell_line(work, head.language, village, waiting),
            }
            added += await _tell(work, head, key, params, announcement)
    return added


def _to_tell_line(work: Work, language: str, village: Unit, waiting: Sequence[Household]) -> str:
    if not waiting:
        return _say(work, language, "notice-head-all-told", village=village.name)
    line = _say(work, language, "notice-head-to-tell", village=village.name, count=len(waiting))
    names = [one.head_name for one in waiting if one.head_name][:_SHOWN_NAMES]
    more = len(waiting) - len(names)
    if not names:
        return line
    if more:
        names.append(_say(work, language, "notice-head-more", count=more))
    return "\n".join([line, *(f"- {name}" for name in names)])


async def _tell_households(
    work: Work, dialogue_session: DialogueSession, announcement: Announcement
) -> int:
    ids = [quota.village_id for quota in dialogue_session.quotas]
    texts: dict[str, str] = {}
    added = 0
    for person in await work.uow.people.reachable_in(ids):
        if person.language not in texts:
            texts[person.language] = await notice_text(work, dialogue_session, person.language)
        params = {"notice": texts[person.language]}
        added += await _tell(work, person, "notice-as-is", params, announcement)
    return added


async def _tell(
    work: Work,
    person: Person,
    key: str,
    params: Mapping[str, Any],
    announcement: Announcement,
) -> int:
    queued = await notices.tell(
        work,
        person,
        key,
        params,
        purpose="announcement",
        priority=Priority.BULK,
        dedupe_key=f"announcement:{announcement.id}:{person.id}",
        announcement_id=announcement.id,
    )
    if queued is not None:
        await work.uow.flush()
    return int(queued is not None)


async def tell_postponed(work: Work, dialogue_session: DialogueSession) -> int:
    """Tell the new date to heads and to everybody who holds or waits for a seat; how many."""
    if dialogue_session.starts_at is None:
        return await _tell_concerned(work, dialogue_session, POSTPONED, "notice-postponed-open", {})
    params = {"when": when_and_where(dialogue_session).rstrip(".")}
    return await _tell_concerned(work, dialogue_session, POSTPONED, "notice-postponed", params)


async def tell_cancelled(work: Work, dialogue_session: DialogueSession) -> int:
    """Tell heads and everybody who holds or waits for a seat that there is no meeting."""
    starts = dialogue_session.starts_at
    params = {"when": date_words(starts) if starts else ""}
    key = "notice-cancelled" if starts else "notice-cancelled-open"
    return await _tell_concerned(work, dialogue_session, CANCELLED, key, params)


async def _tell_concerned(
    work: Work, dialogue_session: DialogueSession, kind: str, key: str, params: Mapping[str, Any]
) -> int:
    ids = [quota.village_id for quota in dialogue_session.quotas]
    heads = await work.uow.people.with_role(Role.VILLAGE_HEAD, ids)
    people = {head.id: head for head in heads}
    unreachable = 0
    for seat in await work.uow.registrations.of_session(dialogue_session.id, _TOLD_STATES):
        person = await work.uow.people.get(seat.person_id) if seat.person_id else None
        if person is None:
            unreachable += 1
        else:
            people[person.id] = person
    announcement = await _announcement(work, dialogue_session, kind, len(people), unreachable)
    added = 0
    for person in people.values():
        added += await _tell(work, person, key, params, announcement)
    return added


async def deliveries(work: Work, dialogue_session: DialogueSession) -> Delivery:
    """How many messages of this dialogue session's announcements wait, left, or failed."""
    await access.official_of(work, dialogue_session.unit_id)
    totals: dict[OutboxState, int] = {}
    for one in await work.uow.dialogue_sessions.announcements(dialogue_session.id):
        for state, count in (await work.uow.outbox.announcement_counts(one.id)).items():
            totals[state] = totals.get(state, 0) + count
    waiting = totals.pop(OutboxState.PENDING, 0)
    sent = totals.pop(OutboxState.SENT, 0)
    return Delivery(waiting=waiting, sent=sent, failed=sum(totals.values()))


async def announceable(work: Work, commune_id: int) -> list[DialogueSession]:
    """Dialogue sessions of a commune that can be announced, the newest first."""
    await access.official_of(work, commune_id)
    open_states = {SessionState.DRAFT, SessionState.ANNOUNCED, SessionState.POSTPONED}
    found = await work.uow.dialogue_sessions.of_commune(commune_id)
    return [one for one in found if one.state in open_states]


def complete_or_refuse(dialogue_session: DialogueSession) -> None:
    """Raises ``RuleError`` when date, place or villages are missing."""
    if dialogue_sessions.missing(dialogue_session):
        raise RuleError("session-incomplete")
