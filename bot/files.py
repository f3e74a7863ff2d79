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
import zipfile
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from bot import logs
from bot.config import Settings
from handlers.messages import File, Incoming, Kind
from handlers.texts import local
from storage.unit_of_work import Storage

log = logs.get(__name__)

_MB = 1024 * 1024
_KEY_BYTES = 20
_PART = ".part"
_HEAD = 32
_OFFICE_PARTS = {
    "word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_MOST_COUNTED = 20_000


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
        self._clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self._taken: dict[tuple[str, str, str], int] = {}

    def connect(self, storage: Storage, clock: Callable[[], datetime]) -> None:
        """Set what knows the files of earlier turns, for the daily allowance.

        From now on the bytes of files that a transaction of *storage* drops go right after it.
        """
        self._storage = storage
        self._clock = clock
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
        try:
            return await self._keep(channel, address, chunks, size)
        except FileRefused as refused:
            log.info("file_refused", reason=refused.kind.value, said=kind, said_type=content_type)
            raise

    async def _keep(
        self, channel: str, address: str, chunks: AsyncIterator[bytes], size: int | None
    ) -> File:
        if size is not None and size > self.max_file:
            raise FileRefused(Kind.TOO_BIG)
        now = self._clock()
        left = self._max_day - await self._used_today(channel, address, now)
        if (size or 1) > left:
            raise FileRefused(Kind.NO_ROOM)
        await asyncio.to_thread(self._guard_disk, size or 0)
        kept = await self._write(chunks, min(left, self.max_file), self.max_file)
        if len(self._taken) > _MOST_COUNTED:  # the database still knows what was kept
            self._taken.clear()
        day = (channel, address, local(now).date().isoformat())
        self._taken[day] = self._taken.get(day, 0) + kept.size
        return kept

    def path(self, key: str) -> Path:
        """Where the bytes of *key* lie. Raises ``ValueError`` for what is no key."""
        if len(key) != 2 * _KEY_BYTES or not set(key) <= set("0123456789abcdef"):
            raise ValueError("not a storage key")
        return self._root / key[:2] / key[2:4] / key

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

        A turn that a guard stopped, a repeat, or a step that takes no files leaves such bytes.
        """
        dropped = 0
        for file in incoming.files:
            if not await self._is_used(file.storage_key, incoming):
                await self.delete(file.storage_key)
                dropped += 1
        return dropped

    async def sweep(self, before: datetime) -> int:
        """Remove bytes older than *before* that no row knows (drafts given up, crashes)."""
        old = await asyncio.to_thread(lambda: list(self._older(before.timestamp())))
        removed = 0
        for path in old:
            if path.name.endswith(_PART) or not await self._has_row(path.name):
                await asyncio.to_thread(path.unlink, missing_ok=True)
                removed += 1
        return removed

    async def _is_used(self, key: str, incoming: Incoming) -> bool:
        if self._storage is None or await self._has_row(key):
            return True
        async with self._storage.read() as uow:
            address = await uow.people.address(incoming.channel, incoming.address)
            talks = await uow.conversations.of_person(address.person_id) if address else ()
            return any(key in repr(talk.frames) for talk in talks)

    async def _has_row(self, key: str) -> bool:
        if self._storage is None:
            return True
        async with self._storage.read() as uow:
            return await uow.submissions.has_file(key)

    async def _used_today(self, channel: str, address: str, now: datetime) -> int:
        midnight = local(now).replace(hour=0, minute=0, second=0, microsecond=0)
        # Files of drafts have no row yet; this process counts what it took.
        taken = self._taken.get((channel, address, midnight.date().isoformat()), 0)
        if self._storage is None:
            return taken
        async with self._storage.read() as uow:
            known = await uow.people.address(channel, address)
            used = await uow.submissions.bytes_since(known.person_id, midnight) if known else 0
        return max(used, taken)

    def _guard_disk(self, size: int) -> None:
        self._root.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self._free_bytes(self._root) - size < self._min_free:
            raise FileRefused(Kind.NO_ROOM)

    async def _write(self, source: AsyncIterator[bytes], room: int, most: int) -> File:
        key = token_hex(_KEY_BYTES)
        part = self.path(key).with_suffix(_PART)
        handle = await asyncio.to_thread(_create, part)
        digest = hashlib.sha256()
        size = 0
        try:
            async for piece in source:
                size += len(piece)
                if size > room:
                    raise FileRefused(Kind.TOO_BIG if size > most else Kind.NO_ROOM)
                digest.update(piece)
                await asyncio.to_thread(handle.write, piece)
            return await asyncio.to_thread(self._finish, handle, part, key, digest.hexdigest())
        finally:
            handle.close()
            await asyncio.to_thread(part.unlink, missing_ok=True)

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

    def _older(self, than: float) -> Iterator[Path]:
        for path in self._root.glob("??/??/*"):
            try:
                if path.stat().st_mtime < than:
                    yield path
            except FileNotFoundError:  # another process swept it
                continue


def sniff(path: Path) -> tuple[str, str] | None:
    """Kind (photo, voice, document) and content type by the first bytes; None when not ours."""
    with path.open("rb") as opened:
        head = opened.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _office(path)
    return _photo(head) or _voice(head) or _pdf(head)


def _photo(head: bytes) -> tuple[str, str] | None:
    if head.startswith(b"\xff\xd8\xff"):
        return "photo", "image/jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "photo", "image/png"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "photo", "image/webp"
    return None


def _voice(head: bytes) -> tuple[str, str] | None:
    if head.startswith(b"OggS"):
        return "voice", "audio/ogg"
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "voice", "audio/webm"
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "voice", "audio/wav"
    # Photos of some phones (HEIC) share this box; their brands are not among these.
    if head[4:8] == b"ftyp" and head[8:12] in {
        b"M4A ", b"M4B ", b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"dash",
    }:  # fmt: skip
        return "voice", "audio/mp4"
    if head.startswith(b"ID3"):
        return "voice", "audio/mpeg"
    return _framed_voice(head)


def _framed_voice(head: bytes) -> tuple[str, str] | None:
    """MP3 and AAC without a header: both begin with eleven or twelve set bits."""
    sync = 0xFF
    if len(head) < 2 or head[0] != sync:  # noqa: PLR2004 - the two bytes of the sync word
        return None
    if head[1] & 0xF6 == 0xF0:  # noqa: PLR2004 - ADTS: layer 00
        return "voice", "audio/aac"
    if head[1] & 0xE0 == 0xE0 and head[1] & 0x06:  # noqa: PLR2004 - MPEG audio: layer set
        return "voice", "audio/mpeg"
    return None


def _pdf(head: bytes) -> tuple[str, str] | None:
    return ("document", "application/pdf") if head.startswith(b"%PDF-") else None


def _office(path: Path) -> tuple[str, str] | None:
    """Word and Excel files of today are archives; those with macros are not taken."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return None
    if any(name.endswith("vbaProject.bin") for name in names):
        return None
    for folder, content_type in _OFFICE_PARTS.items():
        if "[Content_Types].xml" in names and any(name.startswith(folder) for name in names):
            return "document", content_type
    return None


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
