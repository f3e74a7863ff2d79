"""Private files: what refers to their bytes, and how much a person sent on a day."""

from __future__ import annotations

import re
from collections.abc import Collection

from sqlalchemy import Text, case, cast, delete, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Attachment, ChannelAddress, Conversation, UploadDay

_CHUNK = 500
"""Keys of one ``IN`` list; SQLite bounds them."""
_IN_TALK = re.compile(r'"storage_key": ?"([^"]+)"')


class Files:
    """The database's side of the file store."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened
        sqlite = opened.get_bind().dialect.name == "sqlite"
        self._insert = sqlite_insert if sqlite else postgresql_insert

    async def referred(self, keys: Collection[str], *, person_id: int | None = None) -> set[str]:
        """Those of *keys* that belong to a submission or an answer, or stand in an open talk.

        With *person_id* only talks of that person are read.
        """
        # Talks first: a draft that is sent between the two readings is then found as a row.
        found = await self._in_talks(person_id) & set(keys)
        wanted = sorted(set(keys) - found)
        for start in range(0, len(wanted), _CHUNK):
            query = select(Attachment.storage_key).where(
                Attachment.storage_key.in_(wanted[start : start + _CHUNK])
            )
            found.update((await self._opened.scalars(query)).all())
        return found

    async def _in_talks(self, person_id: int | None) -> set[str]:
        frames = cast(Conversation.frames, Text)
        query = select(frames).where(frames.contains("storage_key"))
        if person_id is not None:
            query = query.join(Conversation.address).where(ChannelAddress.person_id == person_id)
        texts = (await self._opened.scalars(query)).all()
        return {key for text in texts for key in _IN_TALK.findall(text)}

    async def reserve(self, person_id: int, day: str, size: int, most: int) -> bool:
        """Count *size* bytes towards the *day* of a person; False when that would pass *most*.

        One statement decides, so that of files sent at the same time only those that fit get in.
        """
        if size > most:
            return False
        query = self._insert(UploadDay).values(person_id=person_id, day=day, bytes=size)
        query = query.on_conflict_do_update(
            index_elements=["person_id", "day"],
            set_={"bytes": UploadDay.bytes + query.excluded.bytes},
            where=UploadDay.bytes + query.excluded.bytes <= most,
        )
        done = await self._opened.execute(query.returning(UploadDay.id))
        return done.first() is not None

    async def release(self, person_id: int, day: str, size: int) -> None:
        """Take *size* bytes back that were counted and not kept; the count never falls below 0."""
        rest = case((UploadDay.bytes > size, UploadDay.bytes - size), else_=0)
        await self._opened.execute(
            update(UploadDay)
            .where(UploadDay.person_id == person_id, UploadDay.day == day)
            .values(bytes=rest)
        )

    async def forget_days(self, before: str) -> None:
        """Drop the counts of days before *before* (``2026-11-20``)."""
        await self._opened.execute(delete(UploadDay).where(UploadDay.day < before))
