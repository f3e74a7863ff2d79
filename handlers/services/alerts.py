"""Telling officials what cannot wait: danger (where and what kind, never the words), a seat that
nobody decides about."""

from __future__ import annotations

from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import callback, codes, notices, submission_reading, submissions
from storage.models import Person, Priority, Role, Submission
from storage.repositories.deliveries import URGENT


async def danger(work: Work, person: Person, kind: str, village_id: int | None) -> int:
    """Alert every official of the commune, once an hour per person and kind; how many know now.

    *village_id*: where it happens, as far as that is known.
    """
    if person.commune_id is None:
        return 0
    unit = await work.uow.units.get(village_id or person.commune_id)
    told = 0
    for official in await submissions.officials(work, person.commune_id):
        key = f"danger:{person.id}:{kind}:{work.now:%Y%m%d%H}:{official.id}"
        knows = await work.uow.deliveries.reaches(key)
        if not knows:
            sent = await notices.tell(
                work,
                official,
                f"notice-danger-{kind}",
                {
                    "place": unit.name if unit else "",
                    "villages": int(village_id is not None),
                },
                purpose=URGENT,
                priority=Priority.REPLY,
                dedupe_key=key,
                wanted=True,
            )
            knows = sent is not None
        told += knows
    work.audit(
        "danger.alerted", "person", person.id, unit_id=person.commune_id, kind=kind, told=told
    )
    return told


async def placed(work: Work, submission_id: int, village_id: int) -> None:
    """Note the village of an urgent submission that was sent before it was known, and tell it on.

    Raises ``RuleError``: it is not the actor's, or the village is not of its commune.
    """
    found = await _urgent_of_actor(work, submission_id)
    place = await work.uow.units.get(village_id)
    if place is None or place.parent_id != found.commune_id:
        raise RuleError("not-found")
    found.village_id = village_id
    work.audit("submission.placed", "submission", found.id, unit_id=found.commune_id)
    await _tell_more(work, found, "notice-danger-village", place=place.name)


async def numbered(
    work: Work, submission_id: int, left: callback.Callback, said_by: Person
) -> Submission:
    """Keep a number to call that was left after the urgent submission, and tell that it is there.

    The submission. Raises ``RuleError``: it is not of *said_by*, who acts.
    """
    found = await _urgent_of_actor(work, submission_id)
    callback.keep(work, said_by, left.phone)
    found.asker_name = left.name or found.asker_name
    found.anonymous = False
    work.audit("submission.numbered", "submission", found.id, unit_id=found.commune_id)
    await _tell_more(work, found, "notice-danger-number")
    return found


async def _urgent_of_actor(work: Work, submission_id: int) -> Submission:
    """The urgent submission that the actor sent, locked and about to change."""
    found = await work.uow.submissions.get(submission_id, lock=True)
    if found is None or not submission_reading.concerns(work.actor, found):
        raise RuleError("not-found")
    if found.danger is None:
        raise RuleError("not-found")
    found.changed_at = work.now
    found.version += 1
    return found


async def _tell_more(work: Work, found: Submission, key: str, **params: str) -> None:
    """Tell every official of the commune what is known of an urgent submission by now."""
    for official in await submissions.officials(work, found.commune_id):
        await notices.tell(
            work,
            official,
            key,
            {"code": codes.shown(found.code), **params},
            purpose=URGENT,
            priority=Priority.REPLY,
            wanted=True,
        )


async def marked(work: Work, submission: Submission) -> None:
    """Tell every other official of the commune that one of them found a submission urgent."""
    unit = await work.uow.units.get(submission.village_id or submission.commune_id)
    for official in await submissions.officials(work, submission.commune_id):
        if official.id == work.actor_id:
            continue
        await notices.tell(
            work,
            official,
            "notice-danger-marked",
            {"place": unit.name if unit else "", "code": codes.shown(submission.code)},
            purpose=URGENT,
            priority=Priority.REPLY,
            wanted=True,
        )


async def seat_asked(work: Work, village_id: int) -> bool:
    """Whether the village has a head who decides about a seat; without one officials are told."""
    if await work.uow.people.with_role(Role.VILLAGE_HEAD, [village_id]):
        return True
    village = await work.uow.units.get(village_id)
    if village is None or village.parent_id is None:
        return False
    for official in await submissions.officials(work, village.parent_id):
        await notices.tell(
            work, official, "notice-seat-no-head", {"place": village.name}, purpose="seat_asked"
        )
    return False
