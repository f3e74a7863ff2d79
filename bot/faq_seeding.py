"""Bringing the starter FAQ of the software into the database, once per release."""

from __future__ import annotations

import asyncio
from datetime import datetime

from bot import logs
from faq.release import Release, starter_release
from handlers.services import faq_release
from handlers.services.faq_release import Seeded
from storage.unit_of_work import Storage

log = logs.get(__name__)


async def seed(storage: Storage, now: datetime, release: Release | None = None) -> Seeded | None:
    """Bring *release* (the starter FAQ) in; None when it is there: that takes one query.

    Safe twice and from several processes at once: the others wait, then find it done.
    Raises ``KnowledgeError`` when its files cannot be read.
    """
    release = release or starter_release()
    async with storage.read() as uow:
        if await uow.faq.release() == release.hash:
            return None
    knowledge = await asyncio.to_thread(release.load)
    async with storage.write() as uow:
        version = await uow.faq.lock()
        if version.release == release.hash:
            return None
        seeded = await faq_release.bring_in(uow, knowledge, release.hash, now)
        await uow.commit()
    log.info(
        "faq_seeded",
        release=release.hash,
        documents=seeded.documents,
        added=seeded.added,
        updated=seeded.updated,
        retired=seeded.retired,
        kept=list(seeded.kept),
    )
    return seeded
