"""How far an entry can be trusted, where and how long it holds: everything but its words.

Who may, and what happens to shared entries, is said in ``faq_changes``.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.messages import File
from handlers.services import faq_audio, faq_changes, faq_ended, faq_entries
from handlers.services.faq_changes import Saved
from handlers.services.faq_ended import Settled
from storage.models import Attachment, AttachmentKind, FaqRecord, FaqRetired, FaqReview

SENT = "sent"
"""Cause of a review that an official asked for."""


async def review(
    work: Work,
    entry_id: str,
    expected_revision: int,
    *,
    settled: Settled = MappingProxyType({}),
) -> Saved:
    """ "Đã rà soát": the actor stands behind the words, from today.

    *settled* says for every ended document that is cited what holds instead of it. Raises
    ``RuleError``, also when one is left out.
    """
    opened = await faq_changes.open_for_change(work, entry_id, expected_revision)
    last = opened.record.valid_to
    if last is not None and last < work.today:
        raise RuleError("faq-review-over")
    entry = (await faq_entries.view(work, opened.record.id)).entry
    await faq_ended.check(work, entry, settled)
    record = await faq_changes.own(work, opened)
    await faq_ended.settle(work, record, entry, settled)
    record.review = FaqReview.REVIEWED
    record.reviewed_by = work.actor.display_name if work.actor else None
    record.reviewed_on = work.today
    return await _stated(work, record, "faq.reviewed")


async def send_to_review(
    work: Work, entry_id: str, expected_revision: int, *, cause: str = SENT
) -> Saved:
    """Not told as current until an official has looked through it. Raises ``RuleError``."""
    opened = await faq_changes.open_for_change(work, entry_id, expected_revision)
    record = await faq_changes.own(work, opened)
    record.review = FaqReview.TO_REVIEW
    return await _stated(work, record, "faq.sent_to_review", cause=cause)


async def expire(work: Work, entry_id: str, expected_revision: int) -> Saved:
    """The answer no longer holds: who asks is told so and the question goes to an official.

    Raises ``RuleError``.
    """
    opened = await faq_changes.open_for_change(work, entry_id, expected_revision)
    record = await faq_changes.own(work, opened)
    record.review = FaqReview.EXPIRED
    return await _stated(work, record, "faq.expired")


async def _stated(work: Work, record: FaqRecord, action: str, *, cause: str | None = None) -> Saved:
    record.review_cause, record.review_before = cause, None
    record.reported = None  # when it ends or waits again, officials are told again
    record.changed_at = work.now
    return await faq_changes.saved(work, record, action)


async def set_validity(
    work: Work,
    entry_id: str,
    expected_revision: int,
    *,
    first: date | None,
    last: date | None,
) -> Saved:
    """On which days the entry holds; both are days on which it does. Raises ``RuleError``."""
    if first is not None and last is not None and last < first:
        raise RuleError("faq-dates-wrong")
    opened = await faq_changes.open_for_change(work, entry_id, expected_revision)
    record = await faq_changes.own(work, opened)
    record.valid_from, record.valid_to = first, last
    record.changed_at = work.now
    return await faq_changes.saved(work, record, "faq.validity_set")


async def set_scope(
    work: Work, entry_id: str, expected_revision: int, unit_id: int | None
) -> Saved:
    """Where the entry holds: in a unit and below it, or everywhere (None).

    The actor answers for both places. A copy keeps its place. Raises ``RuleError``.
    """
    record = await open_for_scope(work, entry_id, expected_revision, unit_id)
    record.unit_id, record.changed_at = unit_id, work.now
    return await faq_changes.saved(work, record, "faq.scope_set")


async def open_for_scope(
    work: Work, entry_id: str, expected_revision: int, unit_id: int | None
) -> FaqRecord:
    """The entry, if the actor may let it hold in another place; nothing is changed yet.

    Raises ``RuleError``.
    """
    await refuse_foreign(work, unit_id)
    opened = await faq_changes.open_for_change(work, entry_id, expected_revision, copying=False)
    record = opened.record
    if record.copy_of is not None or await work.uow.faq.copies(record.id):
        raise RuleError("faq-has-copies")
    return record


async def refuse_foreign(work: Work, unit_id: int | None) -> None:
    """Check that the actor answers for a unit, or for everybody (None). Raises ``RuleError``."""
    if unit_id is not None:
        await access.official_of(work, unit_id)
    elif not await access.over_everybody(work):
        raise RuleError("faq-shared")


async def set_audio(work: Work, entry_id: str, expected_revision: int, file: File | None) -> Saved:
    """The recording of the answer, or none any more. Raises ``RuleError``."""
    if file is not None and file.kind != AttachmentKind.VOICE.value:
        raise RuleError("faq-no-recording")
    opened = await faq_changes.open_for_change(work, entry_id, expected_revision)
    record = await faq_changes.own(work, opened)
    await faq_audio.drop(work.uow, record)
    if file is not None and work.actor_id is not None:
        attachment = Attachment(
            person_id=work.actor_id,
            kind=AttachmentKind.VOICE,
            content_type=file.content_type,
            size=file.size,
            sha256=file.sha256,
            storage_key=file.storage_key,
            created_at=work.now,
        )
        work.uow.submissions.add(attachment)
        await work.uow.flush()
        record.audio_id = attachment.id
    record.changed_at = work.now
    return await faq_changes.saved(work, record, "faq.audio_set")


async def retire(work: Work, entry_id: str, expected_revision: int) -> Saved:
    """Take an entry out; a copy gives way to the shared entry again. Raises ``RuleError``."""
    opened = await faq_changes.open_for_change(work, entry_id, expected_revision, copying=False)
    opened.record.retired = FaqRetired.HERE
    opened.record.changed_at = work.now
    return await faq_changes.saved(work, opened.record, "faq.retired")


async def restore(work: Work, entry_id: str) -> Saved:
    """Put a retired entry back as it was. Raises ``RuleError``."""
    await work.uow.faq.lock()
    record = await access.faq_entry(work, entry_id)
    if record.unit_id is not None:
        await access.official_of(work, record.unit_id)
    elif not await access.over_everybody(work):
        raise RuleError("faq-shared")
    if record.retired is None:
        raise RuleError("faq-not-retired")
    record.retired, record.changed_at = None, work.now
    return await faq_changes.saved(work, record, "faq.restored")
