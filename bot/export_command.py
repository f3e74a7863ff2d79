"""``doithoai export``: the operator of the machine writes a list to a file."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from bot.app import migrate, utc_now
from bot.command import CommandError
from bot.config import Settings
from bot.exporting import Made, Parts, Wanted, make
from handlers.context import ReadFile, Rules
from handlers.errors import RuleError
from handlers.exports.base import Export, Options
from handlers.exports.registry import EXPORTS, by_id
from handlers.faq_book import FaqBook
from handlers.texts import Texts, local
from storage.database import Database, missing_file
from storage.models import DialogueSession
from storage.unit_of_work import Storage


@dataclass(eq=False)
class ExportError(Exception):
    """Why no file was written: ``key`` names the sentence; *wrong_use* of the command or not."""

    key: str
    params: dict[str, str]
    wrong_use: bool = False


@dataclass(frozen=True, slots=True)
class _Parts:
    storage: Storage
    rules: Rules
    texts: Texts
    book: FaqBook
    clock: Callable[[], datetime]
    read_file: ReadFile | None = None


def kinds(texts: Texts) -> list[str]:
    """A line for each kind of list: id, label, formats."""
    return [
        texts.render(
            "vi",
            "cli-export-line",
            {
                "kind": one.id,
                "label": texts.render("vi", one.label),
                "formats": ", ".join(one.formats),
            },
        )
        for one in EXPORTS
    ]


def checked(kind: str | None, format_: str | None, file: Path | None) -> tuple[Export, str, Path]:
    """The arguments, as far as they can be judged without a database. Raises ``ExportError``."""
    if not kind or file is None:
        raise ExportError("cli-export-needs", {}, wrong_use=True)
    export = by_id().get(kind)
    if export is None:
        known = ", ".join(by_id())
        raise ExportError("cli-export-no-kind", {"kind": kind, "known": known}, wrong_use=True)
    format_ = format_ or _format_of(export, file)
    if format_ is None:
        known = ", ".join(export.formats)
        raise ExportError("cli-export-needs-format", {"known": known}, wrong_use=True)
    if format_ not in export.formats:
        params = {"kind": kind, "format": format_, "known": ", ".join(export.formats)}
        raise ExportError("cli-export-no-format", params, wrong_use=True)
    return export, format_, file


def _format_of(export: Export, file: Path) -> str | None:
    """The format that the name of the file tells, or the only one there is."""
    if len(export.formats) == 1:
        return export.formats[0]
    ending = file.suffix.lower().removeprefix(".")
    return ending if ending in export.formats else None


async def write(
    settings: Settings,
    export: Export,
    format_: str,
    file: Path,
    *,
    dialogue_session_id: int | None,
    without_session: str | None = None,
    full_phones: bool = False,
) -> Made:
    """Write the list of a dialogue session to *file*, which appears whole or not at all.

    Without a number the only dialogue session is taken. *without_session*: what belongs to none,
    of the commune with this prefix, or of the only one (""). Raises ``ExportError``, ``OSError``.
    """
    if without_session is not None and dialogue_session_id is not None:
        raise ExportError("cli-export-one-of", {}, wrong_use=True)
    if without_session is not None and export.of_session:
        raise ExportError("cli-export-only-session", {"kind": export.id}, wrong_use=True)
    async with opened(settings) as parts:
        options = Options(settings.language, full_phones)
        if without_session is None:
            session_id = await _session(parts.storage, dialogue_session_id)
            wanted = Wanted(export.id, format_, session_id, None, options)
        else:
            commune_id = await _commune(parts.storage, without_session.upper())
            wanted = Wanted(export.id, format_, None, None, options, commune_id)
        try:
            return await make(parts, wanted, file)
        except RuleError as refused:
            params = {"id": str(dialogue_session_id)}
            raise ExportError("cli-export-no-session", params) from refused


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Parts]:
    """What a command needs of an installation to read it or write files; closed at the end.

    Raises ``CommandError`` where there is no database: an empty one helps nobody.
    """
    missing = missing_file(settings.effective_database_url)
    if missing is not None:
        raise CommandError("cli-no-database", file=str(missing))
    await migrate(settings)
    database = Database(settings.effective_database_url, synchronous=settings.sqlite_synchronous)
    parts = _Parts(
        Storage(database),
        settings.rules(),
        Texts.load(),
        cast("FaqBook", None),  # a list never asks the FAQ, whose index takes seconds to load
        utc_now,
    )
    try:
        yield parts
    finally:
        await database.close()


async def _session(storage: Storage, wanted: int | None) -> int:
    if wanted is not None:
        return wanted
    async with storage.read() as uow:
        found = await uow.dialogue_sessions.all()
    if not found:
        raise ExportError("cli-export-no-sessions", {})
    if len(found) > 1:
        known = "; ".join(map(_named, found))
        raise ExportError("cli-export-many-sessions", {"known": known}, wrong_use=True)
    return found[0].id


def _named(session: DialogueSession) -> str:
    """Number, day and place, as far as they are known."""
    day = f"{local(session.starts_at):%d/%m/%Y}" if session.starts_at else session.title
    told = ", ".join(filter(None, (day, session.venue)))
    return f"{session.id} ({told})"


async def _commune(storage: Storage, prefix: str) -> int:
    """The commune of *prefix*, or the only one there is."""
    async with storage.read() as uow:
        communes = [one for one in await uow.units.communes() if one.code_prefix]
    found = [one for one in communes if prefix in {"", one.code_prefix}]
    if len(found) != 1:
        known = ", ".join(str(one.code_prefix) for one in communes)
        raise ExportError("cli-export-which-commune", {"known": known}, wrong_use=True)
    return found[0].id
