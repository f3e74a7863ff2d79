"""The recording of an answer, for people who do not read: it must say what the text says."""

from __future__ import annotations

from storage.models import FaqRecord
from storage.unit_of_work import UnitOfWork


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
