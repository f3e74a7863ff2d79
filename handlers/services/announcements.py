"""Notices of a dialogue session: their words, whom they reach, sending them once.

The notice invites "bà con": it never tells that somebody is poor. Every recipient has one row in
the outbox under a key of its own, so that publishing twice adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
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
    texts = await _texts(work, found)
    added = await notices.tell_all(
        work, texts, purpose="announcement", announcement_id=announcement.id
    )
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


async def _head_texts(
    work: Work, dialogue_session: DialogueSession
) -> dict[int, tuple[Person, str]]:
    """Each head gets the text to forward and the households to tell in person."""
    texts: dict[int, tuple[Person, str]] = {}
    for village in await invited_villages(work, dialogue_session):
        waiting = await to_tell(work, village.id)
        households = len(await work.uow.people.households(village.id))
        for head in await work.uow.people.with_role(Role.VILLAGE_HEAD, [village.id]):
            params = {
                "village": village.name,
                "notice": await notice_text(work, dialogue_session, head.language),
                "to_tell": _to_tell_line(work, head.language, village, waiting, households),
            }
            text = _say(work, head.language, "notice-head", **params)
            before = texts.get(head.id)
            # One phone may serve two villages: both parts in the one message.
            texts[head.id] = (head, f"{before[1]}\n\n{text}" if before else text)
    return texts


def _to_tell_line(
    work: Work, language: str, village: Unit, waiting: Sequence[Household], households: int
) -> str:
    if not households:
        return _say(work, language, "notice-head-no-list", village=village.name)
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


async def _texts(work: Work, dialogue_session: DialogueSession) -> dict[int, tuple[Person, str]]:
    """Who gets which text: heads theirs, everybody else of the villages the notice."""
    texts = await _head_texts(work, dialogue_session)
    notices_by_language: dict[str, str] = {}
    ids = [quota.village_id for quota in dialogue_session.quotas]
    for person in await work.uow.people.reachable_in(ids):
        language = person.language
        if language not in notices_by_language:
            notices_by_language[language] = await notice_text(work, dialogue_session, language)
        texts.setdefault(person.id, (person, notices_by_language[language]))
    return texts


async def tell_postponed(
    work: Work, dialogue_session: DialogueSession, before: datetime | None
) -> int:
    """Tell the new date to heads and to everybody who holds or waits for a seat; how many.

    *before* is the date that no longer holds.
    """
    params: dict[str, Any] = {"before": before}
    if dialogue_session.starts_at is None:
        key = "notice-postponed-open"
    else:
        key = "notice-postponed"
        params["when"] = when_and_where(dialogue_session).rstrip(".")
    return await _tell_concerned(work, dialogue_session, POSTPONED, key, params)


async def tell_cancelled(work: Work, dialogue_session: DialogueSession) -> int:
    """Tell heads and everybody who holds or waits for a seat that there is no meeting.

    A meeting that was never announced is called off in silence.
    """
    if dialogue_session.announced_at is None:
        return 0
    params = {"before": dialogue_session.starts_at}
    return await _tell_concerned(work, dialogue_session, CANCELLED, "notice-cancelled", params)


async def _tell_concerned(
    work: Work, dialogue_session: DialogueSession, kind: str, key: str, params: Mapping[str, Any]
) -> int:
    """Tell those with a seat, a place in the waiting list or a request; heads tell the others."""
    people: dict[int, Person] = {}
    unreached: dict[int, int] = {}
    for seat in await work.uow.registrations.of_session(dialogue_session.id, _TOLD_STATES):
        person = await work.uow.people.get(seat.person_id) if seat.person_id else None
        if person is None:
            unreached[seat.village_id] = unreached.get(seat.village_id, 0) + 1
        else:
            people[person.id] = person
    announcement = await _announcement(
        work, dialogue_session, kind, len(people), sum(unreached.values())
    )
    texts: dict[int, tuple[Person, str]] = {}
    for village in await invited_villages(work, dialogue_session):
        for head in await work.uow.people.with_role(Role.VILLAGE_HEAD, [village.id]):
            notice = _dated(work, head.language, key, params)
            left = unreached.get(village.id, 0)
            if left:
                retell = {"notice": notice, "count": left, "village": village.name}
                notice = _say(work, head.language, "notice-head-retell", **retell)
            texts[head.id] = (head, notice)
    for person in people.values():
        texts.setdefault(person.id, (person, _dated(work, person.language, key, params)))
    return await notices.tell_all(
        work, texts, purpose="announcement", announcement_id=announcement.id
    )


def _dated(work: Work, language: str, key: str, params: Mapping[str, Any]) -> str:
    before = params["before"]
    told = date_words(before) if before else _say(work, language, "notice-coming")
    return _say(work, language, key, **{**params, "before": told})


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
