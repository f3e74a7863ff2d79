"""Before an answer goes out, what it rests on is looked at once more.

A ready answer may have been picked days ago, and the answer that a duplicate gets be months old.
"""

from __future__ import annotations

import re

from faq.entries import LegalDocument
from faq.normalize import fold
from handlers import faq_book
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import faq_entries
from handlers.services.answer_delivery import Given

_NUMBERED = re.compile(r"(?<![\w/])\d{1,5}\s?(?:/\s?(?:19|20)\d{2}(?!\d)|[/-]\s?[a-z]{2})")
"""How numbers of documents begin, folded: 188/2025/nd-cp, 07/2021, 42-nq/tw, 145/kh-ubnd."""
_BY_NAME = re.compile(
    r"\b(?:luat|phap lenh)(?: (?!so\b|dieu\b|khoan\b|nay\b)[a-z]{2,}){2}|\bhien phap\b"
)
"""A law that everybody knows by its name: "luật đất đai"."""


def names_document(basis: str) -> bool:
    """Whether a legal basis as typed tells which document it is: by its number, or a law's name.

    Decree 30/2020/NĐ-CP, annex I: a basis is given with kind, number and name.
    """
    told = fold(basis)
    return bool(_NUMBERED.search(told) or _BY_NAME.search(told))


class AnswerOutdated(RuleError):
    """Nothing is told: the FAQ entry that gave the words is no longer told, or says otherwise."""


class BasisEnded(RuleError):
    """Nothing is told: the legal basis names a document that is no longer in force."""


async def refuse_outdated(work: Work, given: Given, commune_id: int) -> None:
    """Check that *given* may still be told in a commune today.

    Raises ``RuleError``: :class:`AnswerOutdated` or :class:`BasisEnded`.
    """
    if given.faq_entry_id is not None and not await _is_told(work, given, commune_id):
        raise AnswerOutdated("answer-outdated")
    if given.legal_basis is not None:
        ended = await _ended(work, given.legal_basis)
        if ended is not None:
            raise BasisEnded("answer-basis-ended", document=ended.number or ended.id)


async def _is_told(work: Work, given: Given, commune_id: int) -> bool:
    entry_id = given.faq_entry_id or ""
    copy = await work.uow.faq.copy(entry_id, commune_id)
    if copy is not None and copy.retired is None:
        entry_id = copy.id
    entry = await faq_book.present(work.uow, entry_id)
    if entry is None or entry.is_stale(work.today):
        return False
    return entry.answer.short.strip() == given.text


async def _ended(work: Work, basis: str) -> LegalDocument | None:
    """A document that *basis* names by its number, if it is over and no other has the number."""
    named = [one for one in (await faq_entries.documents(work)).values() if _names(basis, one)]
    over = {one.number: one for one in named if _is_over(one, work)}
    for one in named:
        if not _is_over(one, work):
            over.pop(one.number, None)
    return next(iter(over.values()), None)


def _names(basis: str, document: LegalDocument) -> bool:
    if document.number is None:
        return False
    number = re.escape(fold(document.number))
    return re.search(rf"(?<![\w/-]){number}(?![\w/-])", fold(basis)) is not None


def _is_over(document: LegalDocument, work: Work) -> bool:
    return document.effective_to is not None and document.effective_to < work.today
