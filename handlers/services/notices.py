"""Telling people something that they did not just ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.context import Work
from handlers.messages import Reply
from storage.models import OutboxMessage, Person, Priority
from storage.repositories.deliveries import ANNOUNCEMENT

Letters = Mapping[int, tuple[Person, tuple[str, ...]]]
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
    announcement_id: int | None = None,
    wanted: bool = False,
    everywhere: bool = False,
) -> OutboxMessage | None:
    """Queue text *key* to the account that *person* used last; None when they cannot be reached.

    Somebody who said DỪNG is told only what they asked to be told (*wanted*: the answer to their
    own question). What cannot wait goes to every account that can be written to (*everywhere*):
    nobody knows which of them the person looks at now. A notice has no choices: the menu that waits
    stays valid; a notice names the word that starts what it is about.
    """
    if person.erased_at is not None or (person.stopped_at is not None and not wanted):
        return None
    addresses = await work.uow.people.addresses(person.id)
    if not addresses:
        return None
    if dedupe_key is not None and await work.uow.deliveries.has(dedupe_key):
        return None
    text = work.texts.render(person.language, key, params)
    queued = [
        work.queue(
            address,
            Reply(text),
            purpose=purpose,
            priority=priority,
            dedupe_key=f"{dedupe_key}:{place}" if dedupe_key and place else dedupe_key,
            announcement_id=announcement_id,
        )
        for place, address in enumerate(addresses if everywhere else addresses[:1])
    ]
    return queued[0]


async def tell_all(work: Work, texts: Letters, announcement_id: int) -> int:
    """Queue ready texts of an announcement to many people at once; for how many people.

    The same rules as :func:`tell` hold, with a fixed number of reads however many people there
    are: one account of each gets them, the one used last. Where that turns out to be blocked the
    next one gets them (``Outbox.stop_address``). The first text stands for the announcement where
    deliveries are counted.
    """
    queued_before = await work.uow.deliveries.announced(announcement_id)
    addresses = await work.uow.people.addresses_of(list(texts))
    added = 0
    for person, parts in texts.values():
        key = f"announcement:{announcement_id}:{person.id}"
        accounts = addresses.get(person.id, [])
        silent = person.erased_at is not None or person.stopped_at is not None
        if not accounts or silent or key in queued_before:
            continue
        for place, text in enumerate(parts):
            work.queue(
                accounts[0],
                Reply(text),
                purpose=ANNOUNCEMENT,
                priority=Priority.BULK,
                dedupe_key=f"{key}:{place}" if place else key,
                announcement_id=None if place else announcement_id,
            )
        added += 1
    await work.uow.flush()
    return added
