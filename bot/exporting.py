"""Making the files of exports: two short transactions, a temporary file, the bytes.

The list is fixed and noted in a writing transaction; its lines are then read from one snapshot
while they are written in a thread, so that a long list holds nobody up.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bot.channels.base import Rejected
from bot.file_kinds import ENDINGS
from handlers import access
from handlers.context import ReadFile, Rules, Work
from handlers.errors import RuleError
from handlers.exports import faq_workbook, xlsx
from handlers.exports.base import Export, Options, Scope, Selection, Source
from handlers.exports.registry import WRITERS, by_id
from handlers.faq_book import FaqBook
from handlers.messages import OutFile
from handlers.services import download_links, faq_audio, faq_import_words
from handlers.texts import Texts, local
from storage.models import Unit
from storage.unit_of_work import Storage


class Parts(Protocol):
    """What of an installation is needed; a ``bot.app.App`` has it."""

    @property
    def storage(self) -> Storage:
        """The database."""

    @property
    def rules(self) -> Rules:
        """Settings of the rules."""

    @property
    def texts(self) -> Texts:
        """The catalogues."""

    @property
    def book(self) -> FaqBook:
        """The FAQ."""

    @property
    def clock(self) -> Callable[[], datetime]:
        """The time."""

    @property
    def read_file(self) -> ReadFile | None:
        """Gives the bytes of files that were sent; None where none come in."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file that somebody asked for."""

    kind: str
    format: str
    dialogue_session_id: int | None
    """None: what belongs to no dialogue session."""
    person_id: int | None
    """Who will have it; None is the operator of the machine, at the command line."""
    options: Options = field(default_factory=Options)
    commune_id: int | None = None
    """Whose list the operator wants where there is no dialogue session."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written."""

    name: str
    content_type: str
    count: int
    """Submissions, or people on the list."""


async def materialise(parts: Parts, outfile: OutFile) -> tuple[str, str, bytes]:
    """Name, content type and bytes of *outfile*, made now for the person it was promised to.

    Raises ``RuleError`` when that person may not have it (any more).
    """
    if outfile.kind == faq_audio.RECORDING:
        return await _recording(parts, outfile)
    if outfile.kind == faq_import_words.FAULTS:
        return outfile.name, "text/plain; charset=utf-8", _listed(outfile.params.get("lines", ()))
    with tempfile.TemporaryDirectory(prefix="doithoai-") as folder:
        path = Path(folder) / "export"
        made = await _make_for(parts, outfile, path)
        content = await asyncio.to_thread(path.read_bytes)
    return outfile.name or made.name, made.content_type, content


def _listed(lines: Sequence[str]) -> bytes:
    """A text that every editor of an office opens with its accents."""
    return "\r\n\r\n".join(line.replace("\n", "\r\n") for line in lines).encode("utf-8-sig")


async def _recording(parts: Parts, outfile: OutFile) -> tuple[str, str, bytes]:
    """The recording of an FAQ answer. Raises ``RuleError`` when its words are no longer told."""
    async with parts.storage.read() as uow:
        found = await faq_audio.find(uow, outfile.params, local(parts.clock()).date())
    if parts.read_file is None:
        raise RuleError("not-found")
    try:
        content = await parts.read_file(found.storage_key)
    except OSError as gone:
        raise RuleError("not-found") from gone
    name = parts.texts.render("vi", "faq-recording-file")
    return f"{name}{ENDINGS.get(found.content_type, '')}", found.content_type, content


async def _make_for(parts: Parts, outfile: OutFile, path: Path) -> Made:
    person_id = outfile.params.get("person_id")
    session_id = outfile.params.get("dialogue_session_id")
    if outfile.kind == download_links.FAQ and isinstance(person_id, int):
        return await make_faq(parts, person_id, path)
    export = by_id().get(outfile.kind)
    told = "dialogue_session_id" in outfile.params and isinstance(session_id, int | None)
    if not isinstance(person_id, int) or not told or export is None:
        raise RuleError("not-allowed")
    if outfile.public and not export.public:
        raise RuleError("not-allowed")
    return await make(parts, Wanted(outfile.kind, outfile.format, session_id, person_id), path)


def carrier(
    parts: Callable[[], Parts], *, foreign: bool
) -> Callable[[OutFile], Awaitable[tuple[str, bytes]]]:
    """What a channel carries files with: name and bytes of an ``OutFile``.

    *foreign*: the channel's servers are elsewhere; a file with names is refused whatever asked
    for it. Refusals are raised as ``Rejected``: the channel must not try again.
    """

    async def carry(outfile: OutFile) -> tuple[str, bytes]:
        if foreign and not outfile.public:
            raise Rejected("private_file")
        try:
            name, _, content = await materialise(parts(), outfile)
        except RuleError as refused:
            raise Rejected("file_refused") from refused
        return name, content

    return carry


async def make(parts: Parts, wanted: Wanted, path: Path) -> Made:
    """Write the wanted file to *path*, whole or not at all.

    Raises ``RuleError``: unknown kind or format, no such dialogue session, no right to it.
    Raises ``OSError`` when *path* cannot be written.
    """
    export = by_id().get(wanted.kind)
    if export is None or wanted.format not in export.formats:
        raise RuleError("not-found")
    writer = WRITERS[wanted.format]
    async with _whole(path) as part:
        scope, commune, selection = await _choose(parts, export, wanted)
        async with parts.storage.snapshot() as uow:
            source = Source(
                queries=uow.queries,
                texts=parts.texts,
                options=wanted.options,
                today=local(parts.clock()).date(),
                scope=scope,
                commune=commune,
                villages=await uow.units.all_villages(commune.id),
            )
            await writer.write(await export.book(source, selection), part)
    name = export.file_name(parts.texts, commune, scope, wanted.format)
    return Made(name, writer.CONTENT_TYPE, selection.count)


async def make_faq(parts: Parts, person_id: int | None, path: Path) -> Made:
    """Write the FAQ as a workbook to edit to *path*, whole or not at all.

    As an official sees it; None is the operator of the machine, who gets all of it.
    Raises ``RuleError``: no official. Raises ``OSError`` when *path* cannot be written.
    """
    async with _whole(path) as part:
        async with parts.storage.snapshot() as uow:
            work = Work(uow, parts.clock(), parts.rules, parts.texts, parts.book)
            if person_id is not None:
                work.actor = await uow.people.get(person_id)
                await access.commune_of_official(work)
            content = await faq_workbook.read(work)
            name = await faq_workbook.file_name(work)
        book = await asyncio.to_thread(faq_workbook.book, parts.texts, content)
        await xlsx.write(book, part)
        async with parts.storage.write() as uow:
            work = Work(uow, parts.clock(), parts.rules, parts.texts, parts.book)
            work.actor = await uow.people.get(person_id) if person_id is not None else None
            work.audit("faq.exported", "faq", count=len(content.entries))
            await uow.commit()
    return Made(name, xlsx.CONTENT_TYPE, len(content.entries))


@asynccontextmanager
async def _whole(path: Path) -> AsyncIterator[Path]:
    """A file to write that takes the place of *path* when the block ends well."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    # Before anything is noted as issued: can a file be written there at all?
    await asyncio.to_thread(_begin, part, path)
    try:
        yield part
        await asyncio.to_thread(os.replace, part, path)
    finally:
        with suppress(FileNotFoundError):
            await asyncio.to_thread(part.unlink)


def _begin(part: Path, path: Path) -> None:
    try:
        part.touch()
    except OSError as wrong:
        wrong.filename = str(path)
        raise


async def _choose(parts: Parts, export: Export, wanted: Wanted) -> tuple[Scope, Unit, Selection]:
    """Check the right, fix what stands in the file, note that it leaves; then commit."""
    async with parts.storage.write() as uow:
        work = Work(uow, parts.clock(), parts.rules, parts.texts, parts.book)
        scope = await _scope(work, wanted)
        commune = await uow.units.get(scope.commune_id)
        if commune is None:
            raise RuleError("not-found")
        selection = await export.choose(work, scope)
        work.audit(
            "export.made",
            "dialogue_session" if scope.meeting else "unit",
            scope.meeting.id if scope.meeting else commune.id,
            unit_id=commune.id,
            kind=export.id,
            format=wanted.format,
            count=selection.count,
        )
        await uow.commit()
    return scope, commune, selection


async def _scope(work: Work, wanted: Wanted) -> Scope:
    """What the file is of, for who may have it. Raises ``RuleError``."""
    number = wanted.dialogue_session_id
    if wanted.person_id is not None:
        work.actor = await work.uow.people.get(wanted.person_id)
        if number is None:
            return Scope((await access.commune_of_official(work)).id, None)
        meeting = await access.dialogue_session(work, number)
        return Scope(meeting.unit_id, meeting)
    found = await work.uow.dialogue_sessions.get(number) if number is not None else None
    if found is not None:
        return Scope(found.unit_id, found)
    if number is not None or wanted.commune_id is None:
        raise RuleError("not-found")
    return Scope(wanted.commune_id, None)
