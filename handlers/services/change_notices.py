"""A meeting that was announced gets another date, or is called off: who is told, and what.

Invitations that have not left are taken back first, so that nobody is invited to the old day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from handlers.context import Work
from handlers.messages import Reply
from handlers.services import (
    announcements,
    head_notices,
    notice_words,
    notices,
    reach,
    session_deadlines,
)
from handlers.services.announcements import CANCELLED, POSTPONED
from handlers.texts import date_words
from storage.models import Announcement, DialogueSession, Person, RegistrationState, Role, Unit
from storage.repositories.deliveries import ANNOUNCEMENT

_TOLD_STATES = (
    RegistrationState.REGISTERED,
    RegistrationState.WAITLISTED,
    RegistrationState.REQUESTED,
)


async def tell_postponed(
    work: Work, dialogue_session: DialogueSession, before: datetime | None
) -> int:
    """Tell the new date to everybody to whom the meeting was announced; how many.

    *before* is the date that no longer holds. Whose invitation had not left gets one to the new
    date instead, unless they hold a seat or head a village.
    """
    params: dict[str, Any] = {"before": before}
    key = "notice-postponed-open"
    if dialogue_session.starts_at is not None:
        key = "notice-postponed"
        params["when"] = notice_words.when_and_where(dialogue_session).rstrip(".")
    invitation = await announcements.invitation(work, dialogue_session)
    concerned = await _concerned(work, dialogue_session)
    withdrawn = await _withdraw(work, invitation)
    if invitation is None or dialogue_session.starts_at is None:
        return len(await _tell(work, dialogue_session, POSTPONED, key, params, concerned))
    queued = await work.uow.deliveries.announced(invitation.id)
    anew = {
        person_id: letter
        for person_id, letter in (await announcements.letters(work, dialogue_session)).items()
        if person_id in withdrawn and notices.key_of(invitation.id, person_id) not in queued
    }
    involved = await _involved(work, dialogue_session)
    changed = {one: who for one, who in concerned.items() if one not in anew or one in involved}
    told = await _tell(work, dialogue_session, POSTPONED, key, params, changed)
    until = session_deadlines.of_use_until(dialogue_session, work.now)
    return len(told | await notices.tell_all(work, anew, invitation.id, until))


async def tell_cancelled(work: Work, dialogue_session: DialogueSession) -> int:
    """Tell everybody to whom the meeting was announced that there is none; how many.

    A meeting that was never announced is called off in silence.
    """
    if dialogue_session.announced_at is None:
        return 0
    params = {"before": dialogue_session.starts_at}
    concerned = await _concerned(work, dialogue_session)
    await _withdraw(work, await announcements.invitation(work, dialogue_session))
    return len(
        await _tell(work, dialogue_session, CANCELLED, "notice-cancelled", params, concerned)
    )


async def _withdraw(work: Work, invitation: Announcement | None) -> set[int]:
    """Take back invitations that nobody has and nobody is sending; ids of their persons."""
    return await work.uow.deliveries.withdraw(invitation.id, work.now) if invitation else set()


async def _involved(work: Work, dialogue_session: DialogueSession) -> dict[int, Person]:
    """Heads of the villages, and who holds a seat, waits for one or asks for one."""
    ids = [quota.village_id for quota in dialogue_session.quotas]
    found = {one.id: one for one in await work.uow.people.with_role(Role.VILLAGE_HEAD, ids)}
    for seat in await work.uow.registrations.of_session(dialogue_session.id, _TOLD_STATES):
        person = await work.uow.people.get(seat.person_id) if seat.person_id else None
        if person is not None:
            found[person.id] = person
    return found


async def _concerned(work: Work, dialogue_session: DialogueSession) -> dict[int, Person]:
    """Everybody to whom anything about the meeting was announced, and who is involved."""
    made = await work.uow.dialogue_sessions.announcements(dialogue_session.id)
    announced = await work.uow.deliveries.announced_to([one.id for one in made])
    return await _involved(work, dialogue_session) | {one.id: one for one in announced}


async def _tell(
    work: Work,
    dialogue_session: DialogueSession,
    kind: str,
    key: str,
    params: Mapping[str, Any],
    people: Mapping[int, Person],
) -> set[int]:
    """Tell *people*, and heads what to tell those who cannot be written to."""
    unreached: dict[int, int] = {}
    for seat in await work.uow.registrations.of_session(dialogue_session.id, _TOLD_STATES):
        if seat.person_id is None:
            unreached[seat.village_id] = unreached.get(seat.village_id, 0) + 1
    announcement = await announcements.recorded(
        work, dialogue_session, kind, len(people), sum(unreached.values())
    )
    texts: dict[int, tuple[Person, tuple[Reply, ...]]] = {}
    for person in people.values():
        text = await _dated(work, dialogue_session, person.language, key, params)
        texts[person.id] = (person, (Reply(text),))
    for village in await notice_words.invited_villages(work, dialogue_session):
        for head in await work.uow.people.with_role(Role.VILLAGE_HEAD, [village.id]):
            # What is to be passed on stands alone; one phone may serve two villages.
            if head.id in texts:
                retold = await _retell(work, head.language, village, unreached.get(village.id, 0))
                texts[head.id] = (head, (*texts[head.id][1], *retold))
    until = session_deadlines.of_use_until(dialogue_session, work.now)
    reachable = await work.uow.people.addresses_of(list(texts))
    for person, (news, *_) in texts.values():
        if person.id not in reachable:
            await notices.leave_to_officials(
                work,
                person,
                news,
                purpose=ANNOUNCEMENT,
                not_after=until,
                announcement_id=announcement.id,
            )
    return await notices.tell_all(work, texts, announcement.id, until)


async def _retell(work: Work, language: str, village: Unit, registered: int) -> list[Reply]:
    """Whom the head of *village* tells in person, homes by name; empty when there is nobody."""
    told: list[Reply] = []
    if registered:
        params = {"count": registered, "village": village.name}
        told.append(Reply(work.texts.render(language, "notice-head-retell", params)))
    waiting = await reach.to_tell(work, village.id)
    return [*told, *head_notices.homes(work, language, village, waiting)]


async def _dated(
    work: Work,
    dialogue_session: DialogueSession,
    language: str,
    key: str,
    params: Mapping[str, Any],
) -> str:
    """The news, with the old date, and until when people register for the new one."""
    before = params["before"]
    told = date_words(before) if before else work.texts.render(language, "notice-coming", None)
    text = work.texts.render(language, key, {**params, "before": told})
    if key != "notice-postponed":
        return text
    return f"{text}\n{await notice_words.register_line(work, dialogue_session, language)}"
