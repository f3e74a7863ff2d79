"""What was told under a law: who hears that it changed, what is listed, when it is forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.ticks import run_ticks
from handlers.errors import RuleError
from handlers.services import erasure, faq_changes, faq_states, legal_documents, people
from storage.models import (
    Answer,
    AnswerForm,
    Submission,
    SubmissionKind,
    SubmissionState,
)
from tests.clock import Clock
from tests.faq_world import (
    ASKED,
    CARD,
    LAW,
    LOAN,
    NEW_LAW,
    ROOF,
    Faq,
)
from tests.integration.laws import ask, today
from tests.worlds import TERMINAL


async def test_a_household_hears_that_the_rule_has_changed(faq: Faq, clock: Clock) -> None:
    assert "Anh/chị mang giấy tờ lên xã." in await ask(faq, "H", ASKED[CARD])
    async with faq.acting("O") as work:
        await legal_documents.mark_ended(work, LAW, today(clock) - timedelta(days=1))
    told = await ask(faq, "H", ASKED[CARD])
    assert "Quy định về việc này đã đổi" in told
    assert "cán bộ" in told
    assert "Anh/chị mang giấy tờ lên xã." not in told


async def test_what_waits_for_review_says_so(faq: Faq) -> None:
    async with faq.acting("O") as work:
        await faq_states.send_to_review(work, CARD, 1)
    assert "Xã đang xem lại lời đáp cho câu này" in await ask(faq, "H", ASKED[CARD])


async def test_given_answers_are_listed_with_people_only_where_they_agreed(
    province: Faq, clock: Clock
) -> None:
    faq = province
    async with faq.acting("H") as work:
        assert work.actor is not None
        await people.give_consent(work, work.actor)
    for who, text in (("H", CARD), ("H2", CARD), ("H", LOAN), ("H", "thôn 3 có ai ở nhà không")):
        await ask(faq, who, ASKED.get(text, text))
    async with faq.acting("P") as work:
        words = {**await faq.content(CARD), "cites": []}
        await faq_changes.edit(work, CARD, words, 1)
    await ask(faq, "H2", ASKED[CARD])
    async with faq.storage.write() as uow:
        for place, basis, entry_id in (
            ("XM", "Điều 2 Luật 01/2025/QH15", None),
            ("XH", None, ROOF),
        ):
            row = Submission(
                code=f"{place}100014",
                kind=SubmissionKind.QUESTION,
                state=SubmissionState.ANSWERED,
                commune_id=faq.units[place].id,
                text="Câu hỏi Mẫu",
                created_at=clock(),
                changed_at=clock(),
            )
            uow.submissions.add(row)
            await uow.flush()
            uow.submissions.add(
                Answer(
                    submission_id=row.id,
                    text="Lời Mẫu",
                    legal_basis=basis,
                    faq_entry_id=entry_id,
                    form=AnswerForm.MESSAGE,
                    created_at=clock(),
                )
            )
        await uow.commit()

    async with faq.acting("P") as work:
        found = await legal_documents.given_under(work, LAW)
        assert [(one.entry_id, one.revision, one.day) for one in found.told] == [
            (CARD, 1, today(clock)),
            (CARD, 1, today(clock)),
        ]
        other, mine = found.told
        assert (mine.person_id, mine.unit_id) == (
            faq.people["H"].id,
            faq.people["H"].village_id,
        )
        assert (other.person_id, other.unit_id) == (None, faq.units["XH"].id)
        assert [one.code for one in found.answers] == ["XM100014", "XH100014"]
        assert not (await legal_documents.given_under(work, NEW_LAW)).told
        later = today(clock) + timedelta(days=1)
        assert not (await legal_documents.given_under(work, LAW, since=later)).told
    async with faq.acting("O2") as work:
        found = await legal_documents.given_under(work, LAW)
        assert [one.person_id for one in found.told] == [None]
        assert [one.code for one in found.answers] == ["XH100014"]
    async with faq.acting("H") as work:
        with pytest.raises(RuleError, match="not-allowed"):
            await legal_documents.given_under(work, LAW)


async def test_an_erased_person_is_named_in_nothing_that_was_told(faq: Faq) -> None:
    async with faq.acting("H") as work:
        assert work.actor is not None
        await people.give_consent(work, work.actor)
    await ask(faq, "H", ASKED[CARD])
    assert "1 câu trả lời mẫu" in await ask(faq, "H", "XEM")
    async with faq.acting("H") as work:
        assert work.actor is not None
        account = await work.uow.people.address(TERMINAL, "H")
        assert account is not None
        await erasure.erase(work, work.actor, account)
    async with faq.acting("O") as work:
        found = await legal_documents.given_under(work, LAW)
    assert [one.person_id for one in found.told] == [None]


async def test_what_was_told_is_forgotten_after_its_time(faq: Faq, clock: Clock) -> None:
    async def kept() -> int:
        async with faq.acting("O") as work:
            return len((await legal_documents.given_under(work, LAW)).told)

    async with faq.acting("H") as work:
        assert work.actor is not None
        await people.give_consent(work, work.actor)
    await ask(faq, "H", ASKED[CARD])
    await ask(faq, "T", ASKED[CARD])
    clock.forward(days=30)
    await ask(faq, "H", ASKED[ROOF])
    assert await kept() == 3
    for days, left in ((700, 3), (1, 1), (29, 1), (1, 0)):
        clock.forward(days=days)
        async with faq.app() as (app, _):
            await run_ticks(app)
        assert await kept() == left, days
    async with faq.acting("H") as work:
        assert work.actor is not None
        assert (await people.held(work, work.actor)).answers == 0


async def test_forgetting_goes_step_by_step_from_the_oldest(faq: Faq, clock: Clock) -> None:
    for _ in range(3):
        await ask(faq, "H", ASKED[CARD])
    clock.forward(days=1)
    await ask(faq, "H", ASKED[CARD])
    gone = []
    for _ in range(3):
        async with faq.storage.write() as uow:
            gone.append(await uow.faq_told.forget_before(today(clock), 2))
            await uow.commit()
    assert gone == [2, 1, 0]
