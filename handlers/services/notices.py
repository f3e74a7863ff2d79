"""Telling people something that they did not just ask for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from handlers.context import Work
from handlers.messages import Reply
from storage.models import ChannelAddress, OutboxMessage, Person, Priority, Untold
from storage.repositories.deliveries import ANNOUNCEMENT, ARRIVES, URGENT
from storage.repositories.handovers import is_seen_to

Letters = Mapping[int, tuple[Person, tuple[Reply, ...]]]
"""Person and the messages for them, in order, by id of the person."""


async def tell(
    work: Work,
    person: Person,
    key: str,
    params: Mapping[str, Any] | None = None,
    *,
    purpose: str,
    priority: int = Priority.NOTICE,
    dedupe_key: str | None = None,
    answer_id: int | None = None,
    not_after: datetime | None = None,
    wanted: bool = False,
) -> OutboxMessage | None:
    """Queue text *key* to the account that *person* used last; None when they cannot be reached.

    What an official then sees to is left to the officials; an answer (*answer_id*) by the caller,
    who may know another way.

    Somebody who said DỪNG is told only what they asked to be told (*wanted*: the answer to their
    own question). What cannot wait (``URGENT``) goes to every account that can be written to:
    nobody knows which of them the person looks at now. A notice has no choices: the menu that waits
    stays valid; a notice names the word that starts what it is about.
    """
    if person.erased_at is not None or (person.stopped_at is not None and not wanted):
        return None
    if dedupe_key is not None and await work.uow.deliveries.has(dedupe_key):
        return None
    text = work.texts.render(person.language, key, params)
    addresses = await work.uow.people.addresses(person.id)
    if not addresses:
        if is_seen_to(purpose):
            await leave_to_officials(
                work, person, Reply(text), purpose=purpose, not_after=not_after
            )
        return None
    queued = [
        work.queue(
            address,
            Reply(text),
            purpose=purpose,
            priority=priority,
            dedupe_key=f"{dedupe_key}:{place}" if dedupe_key and place else dedupe_key,
            answer_id=answer_id,
            not_after=not_after,
        )
        for place, address in enumerate(addresses if purpose == URGENT else addresses[:1])
    ]
    return queued[0]


async def leave_to_officials(
    work: Work,
    person: Person,
    said: Reply,
    *,
    purpose: str,
    not_after: datetime | None,
    announcement_id: int | None = None,
) -> None:
    """No account takes what is *said* to *person*: an official of the commune concerned sees to it.

    Who said DỪNG wants no notice, by other means neither.
    """
    if person.stopped_at or person.erased_at:
        return
    commune_id, village_id = await work.uow.handovers.place(person, purpose, announcement_id)
    if commune_id is None:
        return
    work.uow.untold.add(
        Untold(
            commune_id=commune_id,
            village_id=village_id,
            person_id=person.id,
            announcement_id=announcement_id,
            purpose=purpose,
            text=said.text,
            elsewhere=said.elsewhere,
            not_after=not_after,
            since=work.now,
        )
    )


def key_of(announcement_id: int, person_id: int) -> str:
    """What tells that an announcement was queued for a person."""
    return f"announcement:{announcement_id}:{person_id}"


async def tell_all(
    work: Work,
    letters: Letters,
    announcement_id: int,
    not_after: datetime | None,
    *,
    part: str = "",
) -> set[int]:
    """Queue ready messages of an announcement to many people at once; ids of those people.

    The same rules as :func:`tell` hold, with a fixed number of reads however many people there
    are: one account of each gets them, the one used last. Where that turns out to be blocked the
    next one gets them (``Handovers.stop_address``). Messages that were queued before and did not
    arrive are queued again. *part* names what is told besides what was told before.
    """
    before = await work.uow.deliveries.announced(announcement_id)
    addresses = await work.uow.people.addresses_of(list(letters))
    wanted: dict[str, tuple[int, ChannelAddress, Reply]] = {}
    for person, parts in letters.values():
        accounts = addresses.get(person.id, [])
        if not accounts or person.erased_at is not None or person.stopped_at is not None:
            continue
        first = key_of(announcement_id, person.id) + (f":{part}" if part else "")
        for place, reply in enumerate(parts):
            key = f"{first}:{place}" if place else first
            if before[key][1] not in ARRIVES if key in before else first not in before:
                wanted[key] = person.id, accounts[0], reply
    await work.uow.deliveries.forget_keys([before[key][0] for key in wanted if key in before])
    for key, (_, account, reply) in wanted.items():
        work.queue(
            account,
            reply,
            purpose=ANNOUNCEMENT,
            priority=Priority.BULK,
            dedupe_key=key,
            announcement_id=announcement_id,
            not_after=not_after,
        )
    await work.uow.flush()
    return {person_id for person_id, _, _ in wanted.values()}
