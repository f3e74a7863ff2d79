"""The recording of an answer, for people who do not read: it must say what the text says.

A change of the answer takes its recording away, so a recording is of the words of the present
revision, and of no others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from faq.entries import FaqEntry
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
    if record is None or record.audio_id is None:
        return ()
    if record.revision != work.faq.mark(entry.id).revision:
        return ()
    params = {"entry": entry.id, "attachment_id": record.audio_id}
    return (OutFile("", RECORDING, "", params, public=True),)


async def find(uow: UnitOfWork, params: Mapping[str, Any]) -> Attachment:
    """The recording that a reply promised with *params*, as long as its words are told.

    Raises ``RuleError``.
    """
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
