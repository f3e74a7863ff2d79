"""What the FAQ could learn from people's own words; an official decides.

A text that a guard knows (danger, denunciation, complaint, scam) is never kept here. Names and long
numbers are taken out before anything is written. A household's words are proposed only when the
household agreed to our keeping what it sends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from faq.content import learned, with_learned
from faq.normalize import clean
from handlers import access
from handlers.access import OFFICIAL_ROLES, roles_in
from handlers.context import Work
from handlers.errors import RuleError
from handlers.parsing import key
from handlers.services import faq_changes, faq_wordings, people
from handlers.services.faq_changes import Saved
from storage.models import (
    FaqOrigin,
    FaqProposal,
    FaqProposalKind,
    FaqProposalSource,
    FaqProposalState,
    Person,
)


async def propose(
    work: Work,
    *,
    text: str,
    source: FaqProposalSource,
    unit_id: int,
    entry_id: str | None = None,
    topic: str | None = None,
    answer: str | None = None,
    asker: Person | None = None,
) -> int | None:
    """Propose *text* as a wording of *entry_id*, or as a question that no entry answers.

    *answer* is what an official answered to it.

    Its id; of the same proposal made before, which is counted once more. None when there is
    nothing to learn: the entry has this wording. *unit_id* is whose officials decide, *asker* the
    household whose choice it was. Raises ``RuleError``.
    """
    text = clean(text)
    faq_wordings.refuse_unusable(text)
    if source is FaqProposalSource.CHOICE and (
        asker is None or not await people.consented(work, asker)
    ):
        raise RuleError("consent-missing")
    masked = await _masked(work, text, unit_id)
    if entry_id is not None and await _is_known(work, entry_id, masked):
        return None
    kind = FaqProposalKind.ENTRY if entry_id is None else FaqProposalKind.ALIAS
    name = "\n".join((kind.value, str(unit_id), entry_id or "", key(masked)))
    proposal_id = await work.uow.faq_proposals.propose(
        {
            "kind": kind,
            "text": masked,
            "answer": await _masked(work, answer, unit_id) if answer else None,
            "entry_id": entry_id,
            "topic": topic,
            "unit_id": unit_id,
            "source": source,
            "times": 1,
            "dedupe_key": sha256(name.encode()).hexdigest(),
            "state": FaqProposalState.WAITING,
            "created_at": work.now,
        }
    )
    work.audit("faq.proposed", "faq_proposal", proposal_id, unit_id=unit_id, entry=entry_id)
    return proposal_id


async def waiting(work: Work, *, limit: int, offset: int = 0) -> Sequence[FaqProposal]:
    """A page of what waits in the actor's units, the most often proposed first.

    Raises ``RuleError``.
    """
    units = await _units(work)
    return await work.uow.faq_proposals.waiting(units, limit=limit, offset=offset)


async def count_waiting(work: Work) -> int:
    """How many there are in :func:`waiting`. Raises ``RuleError``."""
    return await work.uow.faq_proposals.count_waiting(await _units(work))


async def view(work: Work, proposal_id: int) -> FaqProposal:
    """One that still waits. Raises ``RuleError``."""
    return await _open(work, proposal_id)


async def approve(
    work: Work, proposal_id: int, *, entry_id: str | None = None, text: str | None = None
) -> Saved:
    """The entry learns the wording: perhaps another entry, perhaps in better words.

    Raises ``RuleError``.
    """
    await work.uow.faq.lock()
    found = await _open(work, proposal_id)
    wanted = entry_id or found.entry_id
    if wanted is None:
        raise RuleError("not-found")
    saved = await learn(work, wanted, text or found.text)
    _decide(work, found, FaqProposalState.APPROVED)
    return saved


async def approve_as_entry(
    work: Work, proposal_id: int, topic: str, content: Mapping[str, Any]
) -> Saved:
    """A new entry answers what was proposed. Raises ``RuleError``."""
    await work.uow.faq.lock()
    found = await _open(work, proposal_id)
    saved = await faq_changes.create(work, topic, content)
    _decide(work, found, FaqProposalState.APPROVED)
    return saved


async def reject(work: Work, proposal_id: int) -> None:
    """The wording is not learned, and not asked about again. Raises ``RuleError``."""
    found = await _open(work, proposal_id)
    _decide(work, found, FaqProposalState.REJECTED)


async def learn(work: Work, entry_id: str, text: str) -> Saved:
    """The entry (or the commune's copy of it) is also found by *text*. Raises ``RuleError``."""
    text = clean(text)
    faq_wordings.refuse_unusable(text)
    commune = await access.commune_of_official(work)
    text = await _masked(work, text, commune.id)
    faq_wordings.refuse_unusable(text)
    copy = await work.uow.faq.copy(entry_id, commune.id)
    if copy is not None and copy.retired is None:
        entry_id = copy.id
    await work.uow.faq.lock()
    present = (await access.faq_entry(work, entry_id)).revision
    opened = await faq_changes.open_for_change(work, entry_id, present)
    if await _is_known(work, entry_id, text):
        raise RuleError("faq-alias-known")
    await faq_wordings.refuse_unfit(work, opened, text)
    record = await faq_changes.own(work, opened)
    content = with_learned(opened.content, [*learned(opened.content), text])
    await faq_changes.revise(work, record, content, FaqOrigin.ALIAS)
    return await faq_changes.saved(work, record, "faq.learned")


async def _units(work: Work) -> Sequence[int]:
    granted = roles_in(work.actor, OFFICIAL_ROLES)
    if not granted:
        raise RuleError("not-allowed")
    return await work.uow.units.within(granted)


async def _open(work: Work, proposal_id: int) -> FaqProposal:
    found = await work.uow.faq_proposals.get(proposal_id, lock=True)
    if found is None:
        raise RuleError("not-found")
    await access.official_of(work, found.unit_id)
    if found.state is not FaqProposalState.WAITING:
        raise RuleError("faq-proposal-decided")
    return found


def _decide(work: Work, found: FaqProposal, state: FaqProposalState) -> None:
    found.state = state
    found.decided_by_id, found.decided_at = work.actor_id, work.now
    work.audit(f"faq.proposal_{state.value}", "faq_proposal", found.id, unit_id=found.unit_id)


async def _masked(work: Work, text: str, unit_id: int) -> str:
    return (await faq_wordings.mask_of(work, unit_id))(text)


async def _is_known(work: Work, entry_id: str, text: str) -> bool:
    """Whether the entry is asked for in these words. Raises ``RuleError``: there is no entry."""
    record = await work.uow.faq.get(entry_id)
    if record is None or record.retired is not None:
        raise RuleError("not-found")
    revision = await work.uow.faq.revision(entry_id, record.revision)
    content = revision.content if revision is not None else {}
    return key(text) in {key(one) for one in faq_wordings.asked(content)}
