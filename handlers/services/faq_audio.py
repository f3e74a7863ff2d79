"""The recording of an answer, for people who do not read: it must say what the text says.

A change of the answer takes its recording away, so a recording is of the words of the present
revision, and of no others. A commune's copy that has none of its own is told with the recording of
the shared entry as long as both say the same short answer, which is what is read aloud.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from faq.entries import FaqEntry
from handlers import faq_book
from handlers.context import Work
from handlers.errors import RuleError
from handlers.messages import OutFile
from storage.models import Attachment, FaqRecord
from storage.unit_of_work import UnitOfWork

RECORDING = "faq_recording"
"""The kind of a recording in a reply: to be listened to where it stands, not to be kept."""


async def of_told(work: Work, entry: FaqEntry) -> tuple[OutFile, ...]:
    """The recording of *entry* in the words that are told in this turn, to go with them.

    None where the person's channel carries no files, nor when the words were changed by now: those
    that are told come from the FAQ in memory.
    """
    if not work.door.files or work.read_file is None:
        return ()
    record = await work.uow.faq.get(entry.id)
    if record is None or record.revision != work.faq.mark(entry.id).revision:
        return ()
    read = await recorded(work.uow, record)
    if read is None:
        return ()
    params = {"entry": read.id, "attachment_id": read.audio_id, "told": record.id}
    return (OutFile("", RECORDING, "", params, public=True),)


async def recorded(uow: UnitOfWork, record: FaqRecord) -> FaqRecord | None:
    """The entry whose recording reads the words of *record*: itself, or the one that it copies."""
    if record.audio_id is not None:
        return record
    shared = await uow.faq.get(record.copy_of) if record.copy_of else None
    if shared is None or shared.audio_id is None:
        return None
    same = await _short(uow, record) == await _short(uow, shared)
    return shared if same else None


async def _short(uow: UnitOfWork, record: FaqRecord) -> str:
    """What is read aloud of an entry."""
    revision = await uow.faq.revision(record.id, record.revision)
    if revision is None:
        raise AssertionError("an entry without its present revision")
    short: str = revision.content["answer"]["short"]
    return short


async def find(uow: UnitOfWork, params: Mapping[str, Any], today: date) -> Attachment:
    """The recording that a reply promised with *params*, as long as its words are told.

    Raises ``RuleError``.
    """
    told = await faq_book.present(uow, str(params.get("told", params.get("entry"))))
    if told is None or told.is_stale(today):
        raise RuleError("not-found")
    record = await uow.faq.get(str(params.get("entry")))
    if record is None or record.audio_id is None or record.audio_id != params.get("attachment_id"):
        raise RuleError("not-found")
    found = await uow.submissions.attachment(record.audio_id)
    if found is None:
        raise RuleError("not-found")
    return found


async def drop(uow: UnitOfWork, record: FaqRecord) -> None:
    """An entry has no recording any more; the file goes with it."""
    if record.audio_id is None:
        return
    attachment = await uow.submissions.attachment(record.audio_id)
    record.audio_id = None
    await uow.flush()
    if attachment is not None:
        await uow.submissions.delete_file(attachment)
        uow.drop_file(attachment.storage_key)
