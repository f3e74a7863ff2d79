"""Private files that people send: limits first, then bytes, under names that tell nothing.

A file is written to ``<files>/ab/cd/abcd…`` under a random key, flushed to the disk and renamed, so
that a key in the database never names half a file. What a file *is* is read from its first bytes,
never from what the sender calls it.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any, BinaryIO, TypeVar

from bot import logs
from bot.allowance import Allowance, Allowances
from bot.config import Settings
from bot.file_kinds import KINDS, TYPES, known, sniff
from handlers.messages import File, Incoming, Kind
from storage.unit_of_work import Storage

log = logs.get(__name__)

_T = TypeVar("_T")

_MB = 1024 * 1024
_KEY_BYTES = 20
_PART = ".part"
_SETTLED = timedelta(hours=1)
"""After this long nothing is on its way any more: what nobody refers to then is left over."""
_HARDLY_OURS = 20
"""A database that knows none of so many files is hardly the one they belong to."""


class FileRefused(ValueError):
    """A file that is not taken in; ``kind`` is what the conversation is told instead."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind.value)
        self.kind = kind


class FileKeeper:
    """The folder of private files of one installation, and its limits."""

    def __init__(
        self,
        settings: Settings,
        *,
        free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
    ) -> None:
        self._root = settings.files_dir
        self.max_file = settings.max_file_mb * _MB
        """Bytes of the largest file taken in."""
        self._max_day = settings.max_day_mb * _MB
        self._min_free = settings.min_free_mb * _MB
        self._free_bytes = free_bytes
        self._storage: Storage | None = None
        self._allowances: Allowances | None = None

    def connect(
        self, storage: Storage, clock: Callable[[], datetime], commune_id: int | None
    ) -> None:
        """Join the store with the database, before the first file is kept.

        *commune_id* is the home of accounts that are new. From now on the bytes of files that a
        transaction of *storage* drops go right after it.
        """
        self._storage = storage
        self._allowances = Allowances(storage, clock, commune_id, self._max_day)
        storage.file_dropped = self._drop_now

    async def keep(
        self,
        channel: str,
        address: str,
        *,
        chunks: AsyncIterator[bytes],
        kind: str = "",
        content_type: str = "",
        size: int | None = None,
    ) -> File:
        """Keep what *chunks* gives for the account *address* on *channel*.

        *kind*, *content_type* and *size* are what the sender says, if anything: kind and type are
        read from the bytes instead, the size is enforced while reading. Raises ``FileRefused``
        with ``TOO_BIG``, ``NO_ROOM`` (disk or daily allowance) or ``UNKNOWN`` (not a photo,
        recording or document we know); nothing is left behind then.
        """
        allowance = self._connected()[1].of(channel, address)
        kept = 0
        try:
            file = await self._keep(allowance, chunks, size)
            kept = file.size
        except FileRefused as refused:
            # What the sender writes there is theirs: only words that we know reach a log.
            said = {"said": known(kind, KINDS), "said_type": known(content_type, TYPES)}
            log.info("file_refused", reason=refused.kind.value, **said)
            raise
        finally:
            await allowance.settle(kept)
        return file

    async def _keep(
        self, allowance: Allowance, chunks: AsyncIterator[bytes], size: int | None
    ) -> File:
        if size is not None and size > self.max_file:
            raise FileRefused(Kind.TOO_BIG)
        await _on_disk(self._guard_disk, size or 0)
        if not await allowance.cover(size or 0):
            raise FileRefused(Kind.NO_ROOM)
        return await self._write(chunks, allowance)

    def _connected(self) -> tuple[Storage, Allowances]:
        if self._storage is None or self._allowances is None:
            raise AssertionError("the file store is not connected")
        return self._storage, self._allowances

    def path(self, key: str) -> Path:
        """Where the bytes of *key* lie. Raises ``ValueError`` for what is no key."""
        if len(key) != 2 * _KEY_BYTES or not set(key) <= set("0123456789abcdef"):
            raise ValueError("not a storage key")
        return self._root / key[:2] / key[2:4] / key

    async def read(self, key: str) -> bytes:
        """The bytes of *key*. Raises ``OSError`` when they are gone."""
        return await asyncio.to_thread(self.path(key).read_bytes)

    async def delete(self, key: str) -> None:
        """Remove the bytes of *key*; harmless when they are gone."""
        await asyncio.to_thread(self.path(key).unlink, missing_ok=True)

    def _drop_now(self, key: str) -> None:
        """Remove bytes whose row is gone for good; what fails is left to :meth:`sweep`."""
        try:
            self.path(key).unlink(missing_ok=True)
        except (OSError, ValueError):
            log.exception("file_not_removed")

    async def drop_unused(self, incoming: Incoming) -> int:
        """After the turn of *incoming*: remove its files that nothing refers to; how many.

        A turn that a guard stopped, a repeat, or a step that takes no files leaves such bytes. They
        count towards nobody's day.
        """
        if not incoming.files:
            return 0
        storage, allowances = self._connected()
        unused = {file.storage_key: file.size for file in incoming.files}
        async with storage.read() as uow:
            account = await uow.people.address(incoming.channel, incoming.address)
            if account is not None:
                for key in await uow.files.referred(unused, person_id=account.person_id):
                    del unused[key]
        for key in unused:
            await self.delete(key)
        if unused and account is not None:
            await allowances.give_back(account.person_id, sum(unused.values()))
        return len(unused)

    async def sweep(self) -> int:
        """Remove bytes that nothing has referred to for an hour; how many files.

        A crash between a transaction and the removal of its bytes leaves such files, and so does a
        draft that is given up.
        """
        old = await asyncio.to_thread(self._older, time.time() - _SETTLED.total_seconds())
        keys = {path.name for path in old if path.suffix != _PART}
        async with self._connected()[0].read() as uow:
            known = await uow.files.referred(keys)
        if not known and len(keys) > _HARDLY_OURS:
            log.error("files_of_another_database", files=len(keys))
            return 0
        left_over = [path for path in old if path.name not in known]
        for path in left_over:
            await asyncio.to_thread(path.unlink, missing_ok=True)
        return len(left_over)

    def _guard_disk(self, size: int) -> None:
        self._root.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self._free_bytes(self._root) - size < self._min_free:
            raise FileRefused(Kind.NO_ROOM)

    async def _write(self, source: AsyncIterator[bytes], allowance: Allowance) -> File:
        key = token_hex(_KEY_BYTES)
        part = self.path(key).with_suffix(_PART)
        digest = hashlib.sha256()
        size = 0
        handle = await _on_disk(_create, part)
        try:
            async for piece in source:
                size += len(piece)
                if size > self.max_file:
                    raise FileRefused(Kind.TOO_BIG)
                if not await allowance.cover(size):
                    raise FileRefused(Kind.NO_ROOM)
                digest.update(piece)
                await _on_disk(handle.write, piece)
            return await _on_disk(self._finish, handle, part, key, digest.hexdigest())
        finally:
            await asyncio.to_thread(_discard, handle, part)

    def _finish(self, handle: BinaryIO, part: Path, key: str, sha256: str) -> File:
        handle.flush()
        os.fsync(handle.fileno())
        found = sniff(part)
        if found is None:
            raise FileRefused(Kind.UNKNOWN)
        size = part.stat().st_size
        final = self.path(key)
        part.rename(final)
        _sync_folder(final.parent)
        kind, content_type = found
        return File(kind, content_type, size, sha256, key)

    def _older(self, than: float) -> list[Path]:
        found = []
        for path in self._root.glob("??/??/*"):
            with suppress(FileNotFoundError):  # another process swept it
                if path.stat().st_mtime < than:
                    found.append(path)
        return found


async def _on_disk(act: Callable[..., _T], *given: Any) -> _T:
    """Do *act* in a thread. A disk that is full or shut refuses this file, and not the message."""
    try:
        return await asyncio.to_thread(act, *given)
    except OSError as error:
        log.exception("file_store_failed", errno=error.errno)
        raise FileRefused(Kind.NO_ROOM) from error


def _discard(handle: BinaryIO, part: Path) -> None:
    with suppress(OSError):  # bytes that a full disk did not take are still in the handle
        handle.close()
    with suppress(OSError):  # the sweep comes again
        part.unlink(missing_ok=True)


def _create(part: Path) -> BinaryIO:
    part.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    return os.fdopen(number, "wb")


def _sync_folder(folder: Path) -> None:
    """Make the rename itself outlive a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
