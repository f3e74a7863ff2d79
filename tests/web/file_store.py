"""The file store of a test: what is put into it, how old it is, what is left."""

from __future__ import annotations

import os
import time
from collections.abc import AsyncIterator
from pathlib import Path

from bot.app import App
from bot.config import Settings
from bot.files import FileKeeper
from handlers.messages import File
from storage.models import Attachment, AttachmentKind
from tests.channels.work import work_of

JPEG = b"\xff\xd8\xff\xe0" + b"j" * 1000
MB = 1024 * 1024


def photo(size: int) -> bytes:
    """A photo of *size* bytes."""
    return JPEG.ljust(size, b"x")


async def pieces(content: bytes, size: int = 300) -> AsyncIterator[bytes]:
    for start in range(0, len(content), size):
        yield content[start : start + size]


def left(settings: Settings) -> list[Path]:
    return [path for path in settings.files_dir.rglob("*") if path.is_file()]


def keeper_of(app: App, **settings: int) -> FileKeeper:
    """A store of *app*'s files as a process of its own has it."""
    keeper = FileKeeper(app.settings.model_copy(update={"min_free_mb": 0, **settings}))
    keeper.connect(app.storage, app.clock, None)
    return keeper


async def keep_row(app: App, address: str, file: File) -> None:
    async with work_of(app) as work:
        account = await work.uow.people.address_or_new(
            "webchat", address, now=work.now, commune_id=None
        )
        work.uow.submissions.add(
            Attachment(
                person_id=account.person_id,
                kind=AttachmentKind(file.kind),
                content_type=file.content_type,
                size=file.size,
                sha256=file.sha256,
                storage_key=file.storage_key,
                created_at=work.now,
            )
        )


async def keep_in_talk(app: App, address: str, file: File) -> None:
    async with work_of(app) as work:
        account = await work.uow.people.address("webchat", address)
        assert account is not None
        talk = await work.uow.conversations.locked(account, work.now)
        talk.frames = [{"flow": "x", "data": {"files": [file.to_json()]}}]


def aged(path: Path, hours: float) -> Path:
    """*path* as it looks *hours* after its last change."""
    then = time.time() - hours * 3600
    os.utime(path, (then, then))
    return path
