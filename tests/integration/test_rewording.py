"""Who may put the words of a question right that was sent, and until when."""

from __future__ import annotations

import pytest

from handlers.errors import RuleError
from handlers.services import rewording
from storage.models import Submission, SubmissionState
from storage.unit_of_work import Storage
from tests.acting import acting
from tests.clock import Clock
from tests.worlds import asked

_NEW = "Xin xã lợp lại mái, hết 12 tấm tôn"


async def _second(storage: Storage) -> Submission:
    async with storage.read() as uow:
        row = await uow.submissions.by_code("XM200028")
        assert row is not None
        return row


async def test_the_head_who_sent_it_rewords_it_and_its_history_tells(
    storage: Storage, clock: Clock
) -> None:
    world = await asked(storage, clock())
    before = await _second(storage)
    async with acting(storage, world.people["T"].id, clock()) as work:
        await rewording.reword(work, before.id, _NEW, ())
    row = await _second(storage)
    assert (row.text, row.code, row.due_at) == (_NEW, before.code, before.due_at)
    assert row.version == before.version + 1  # who has it open as it was cannot save over it
    async with storage.read() as uow:
        assert (await uow.submissions.history(row.id))[-1].reason == rewording.REWORDED


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"issued_at": True}, "reword-issued"),
        ({"state": SubmissionState.TOLD}, "reword-answered"),
        ({"danger": "medical"}, "reword-urgent"),
        ({"group_id": 1}, "reword-grouped"),
    ],
)
async def test_what_somebody_worked_on_stays(
    storage: Storage, clock: Clock, changed: dict[str, object], why: str
) -> None:
    world = await asked(storage, clock())
    number = (await _second(storage)).id
    async with storage.write() as uow:
        row = await uow.submissions.get(number)
        for name, value in changed.items():
            setattr(row, name, clock() if name == "issued_at" else value)
        await uow.commit()
    with pytest.raises(RuleError) as refused:
        async with acting(storage, world.people["T"].id, clock()) as work:
            await rewording.reword(work, number, _NEW, ())
    assert refused.value.key == why


@pytest.mark.parametrize("who", ["H", "T1", "O"])
async def test_nobody_else_rewords_it(storage: Storage, clock: Clock, who: str) -> None:
    world = await asked(storage, clock())
    number = (await _second(storage)).id
    with pytest.raises(RuleError, match="not-found"):
        async with acting(storage, world.people[who].id, clock()) as work:
            await rewording.reword(work, number, _NEW, ())
