"""Answering what households sent, or pointing them to the office in charge."""

from __future__ import annotations

from handlers.context import Work
from handlers.errors import RuleError
from handlers.services.answer_delivery import Delivered, Given, give_all
from handlers.services.answer_sources import refuse_outdated
from handlers.services.submission_changes import locked_open
from storage.models import SubmissionState

LONGEST = 2000
"""Characters of an answer; it must fit every channel together with the code."""
LONGEST_BASIS = 300


async def answer(
    work: Work,
    submission_id: int,
    text: str,
    legal_basis: str | None,
    expected_version: int,
    *,
    faq_entry_id: str | None = None,
) -> Delivered:
    """Release an answer: kept, moved to "đã trả lời", told to every asker of the group.

    *text* is that of the FAQ entry when one is named. Raises ``RuleError``: an empty or too long
    text, a closed submission, ``ChangedMeanwhile`` when *expected_version* is not the present one,
    or what ``answer_sources`` refuses.
    """
    text = text.strip()
    basis = (legal_basis or "").strip() or None
    if not text or len(text) > LONGEST or len(basis or "") > LONGEST_BASIS:
        raise RuleError("answer-text-wrong", most=LONGEST)
    found = await locked_open(work, submission_id, expected_version, text)
    given = Given(text, basis, faq_entry_id)
    await refuse_outdated(work, given, found.commune_id)
    return await give_all(work, found, given)


async def redirect(work: Work, submission_id: int, where: str, expected_version: int) -> Delivered:
    """Point everybody of the group to the office in charge, in words; that ends it.

    Law 42/2013/QH13: what is not in one's competence is passed on and the sender is told.
    Raises ``RuleError``.
    """
    where = where.strip()
    if not where or len(where) > LONGEST:
        raise RuleError("answer-text-wrong", most=LONGEST)
    found = await locked_open(work, submission_id, expected_version)
    return await give_all(work, found, Given(where, None, to=SubmissionState.REDIRECTED))
