"""The register of legal documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import false, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Answer, LegalRecord, Submission


@dataclass(frozen=True, slots=True)
class AnswerUnder:
    """An official's answer that rests on a document or on an entry that cites it."""

    answer_id: int
    submission_id: int
    code: str
    given_at: datetime


class LegalDocuments:
    """Laws, decrees, decisions."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    def add(self, row: LegalRecord) -> None:
        """Keep a new document."""
        self._opened.add(row)

    async def get(self, document_id: str) -> LegalRecord | None:
        """One document as it is now."""
        return await self._opened.get(LegalRecord, document_id, populate_existing=True)

    async def all(self) -> Sequence[LegalRecord]:
        """The whole register, by id."""
        return (await self._opened.scalars(select(LegalRecord).order_by(LegalRecord.id))).all()

    async def answers_under(
        self, communes: Sequence[int], number: str | None, entries: Sequence[str]
    ) -> Sequence[AnswerUnder]:
        """Answers of officials of *communes* that name *number* or were taken from *entries*."""
        named = Answer.legal_basis.contains(number, autoescape=True) if number else false()
        query = (
            select(Answer.id, Submission.id, Submission.code, Answer.created_at)
            .join(Submission, Submission.id == Answer.submission_id)
            .where(
                Submission.commune_id.in_(communes), or_(named, Answer.faq_entry_id.in_(entries))
            )
            .order_by(Answer.id)
        )
        rows = (await self._opened.execute(query)).all()
        return [AnswerUnder(*row) for row in rows]
