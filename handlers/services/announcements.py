"""Notices of a dialogue session are sent, each person's once; how far they got.

Every recipient's rows in the outbox have keys of their own, so that publishing twice adds nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from handlers import access
from handlers.context import Work
from handlers.messages import Reply
from handlers.services import (
    adoption,
    dialogue_sessions,
    head_notices,
    notice_words,
    notices,
    reach,
)
from storage.models import (
    Announcement,
    DialogueSession,
    OutboxState,
    Person,
)
from storage.repositories.handovers import INVITATION
from storage.repositories.outbox import OPENED_BY_PERSON

_STAGES = 4
POSTPONED, CANCELLED = "postponed", "cancelled"
"""Kinds of announcements beside the one that invites."""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did."""

    announcement_id: int
    added: int
    """People for whom this act queued something; 0 when everybody had theirs before."""
    contacts: int
    heads: int
    unreached: int
    adopted: int
    """Submissions sent before that belong to this session now."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """How many people the announcements of a session reached, counted once per announcement.

    Whose notice has several messages counts for the one that got least far.
    """

    waiting: int
    unopened: int
    """They lie there until the person opens the only channel we know of."""
    sent: int
    failed: int
    """Nothing is tried any more; announcing again does."""


async def publish(work: Work, dialogue_session_id: int) -> Published:
    """Announce the dialogue session and queue one message for everybody it concerns.

    Publishing again adds only people who were not known before, and those whom it did not reach.
    Nothing of it leaves once the meeting has begun. Open submissions that belong to
    no session are taken in. Raises ``RuleError``.
    """
    found = await dialogue_sessions.announce(work, dialogue_session_id)
    shown = await reach.preview(work, found)
    announcement = await recorded(work, found, INVITATION, shown.reached, shown.unreached)
    texts = await letters(work, found)
    added = len(await notices.tell_all(work, texts, announcement.id, found.starts_at))
    work.audit(
        "announcement.published",
        "announcement",
        announcement.id,
        unit_id=found.unit_id,
        added=added,
        unreached=shown.unreached,
    )
    # Last, so that who sends something now waits only for the commit.
    adopted = await adoption.adopt(work, found)
    return Published(announcement.id, added, shown.contacts, shown.heads, shown.unreached, adopted)


async def invitation(work: Work, dialogue_session: DialogueSession) -> Announcement | None:
    """The announcement that invited to the dialogue session, if it was made."""
    for one in await work.uow.dialogue_sessions.announcements(dialogue_session.id):
        if one.kind == INVITATION:
            return one
    return None


async def recorded(
    work: Work, dialogue_session: DialogueSession, kind: str, reachable: int, unreachable: int
) -> Announcement:
    """The announcement of *kind*; callers hold the session's lock, so there is only one.

    A change of date is told anew each time; the invitation is one, however often it is published.
    """
    before = await invitation(work, dialogue_session) if kind == INVITATION else None
    if before is not None:
        return before
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


async def letters(
    work: Work, dialogue_session: DialogueSession
) -> dict[int, tuple[Person, tuple[Reply, ...]]]:
    """Who gets which texts: heads theirs, everybody else of the villages the notice."""
    texts = await head_notices.invitations(work, dialogue_session)
    notices_by_language: dict[str, Reply] = {}
    ids = [quota.village_id for quota in dialogue_session.quotas]
    for person in await work.uow.people.reachable_in(ids):
        language = person.language
        if language not in notices_by_language:
            notice = await notice_words.notice(work, dialogue_session, language)
            notices_by_language[language] = Reply(notice)
        texts.setdefault(person.id, (person, (notices_by_language[language],)))
    return texts


async def deliveries(work: Work, dialogue_session: DialogueSession) -> Delivery:
    """How many people's announcements of this dialogue session arrived, wait, or failed."""
    await access.official_of(work, dialogue_session.unit_id)
    totals = [0] * _STAGES
    for one in await work.uow.dialogue_sessions.announcements(dialogue_session.id):
        least: dict[int, int] = {}
        for person_id, channel, state in await work.uow.deliveries.announcement_states(one.id):
            stage = _stage(channel, state)
            least[person_id] = min(least.get(person_id, stage), stage)
        for stage in least.values():
            totals[stage] += 1
    failed, unopened, waiting, sent = totals
    return Delivery(waiting=waiting, unopened=unopened, sent=sent, failed=failed)


def _stage(channel: str, state: OutboxState) -> int:
    """How far a message got: failed, waits to be opened, on its way, arrived."""
    if state is OutboxState.SENT:
        return 3
    if state is not OutboxState.PENDING:
        return 0
    return 1 if channel in OPENED_BY_PERSON else 2
