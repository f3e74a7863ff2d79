"""The starter FAQ comes into the database: once, quickly, and without touching what is edited."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, func, select

from bot import cli
from bot.app import migrate
from bot.config import Settings
from bot.faq_seeding import seed
from faq.knowledge import load_starter
from handlers import faq_book
from handlers.services import faq_changes, faq_proposals, faq_states
from storage.database import Database
from storage.models import FaqCitation, FaqRecord, FaqRetired, FaqReview, FaqRevision
from storage.unit_of_work import Storage
from tests.clock import Clock
from tests.faq_world import (
    CARD,
    DOCUMENTS,
    ENTRIES,
    LAW,
    LOAN,
    ROOF,
    Faq,
    entry,
    installed,
    release,
)


@pytest.fixture
async def faq(migrated_database_url: str, tmp_path: Path, clock: Clock) -> AsyncIterator[Faq]:
    async with installed(migrated_database_url, tmp_path, clock, second=True) as made:
        yield made


def _with(**changes: dict[str, Any] | None) -> dict[str, dict[str, Any]]:
    """The entries of the release, some changed, some gone."""
    names = {"card": CARD, "loan": LOAN, "roof": ROOF, "new": "bhyt-moi"}
    made = {**ENTRIES, **{names[key]: value for key, value in changes.items() if value}}
    gone = {names[key] for key, value in changes.items() if value is None}
    return {entry_id: one for entry_id, one in made.items() if entry_id not in gone}


async def test_the_starter_faq_comes_in_whole_and_is_read_back_the_same(
    settings: Settings, clock: Clock
) -> None:
    await migrate(settings)
    starter = load_starter()
    storage = Storage(Database(settings.effective_database_url))
    try:
        async with storage.snapshot() as uow:
            stored = await faq_book.read(uow)
        assert {one.id: one for one in stored.knowledge.entries} == {
            one.id: one for one in starter.entries
        }
        for one in stored.knowledge.entries:
            known = starter.by_id(one.id)
            assert known is not None
            assert [c.document for c in one.citations] == [c.document for c in known.citations]
        assert set(stored.knowledge.documents) == set(starter.documents)
    finally:
        await storage.database.close()


async def test_the_same_release_costs_one_query(faq: Faq, tmp_path: Path) -> None:
    again = release(tmp_path / "release")
    asked: list[str] = []
    engine = faq.storage.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    assert await seed(faq.storage, faq.clock(), again) is None
    assert len(asked) == 1
    assert await faq.version() == 1


@pytest.mark.slow
async def test_three_processes_bring_it_in_once(empty_database_url: str, tmp_path: Path) -> None:
    processes = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "migrate", "--database-url", empty_database_url),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={**os.environ, "DOITHOAI_DATA_DIR": str(tmp_path)},
        )
        for _ in range(3)
    ]
    ended = [await process.communicate() for process in processes]
    assert [process.returncode for process in processes] == [0] * 3, ended
    assert sum("thêm 168 câu".encode() in out for out, _ in ended) == 1
    storage = Storage(Database(empty_database_url))
    try:
        async with storage.database.reading() as opened:
            for table in (FaqRecord, FaqRevision):
                count = await opened.scalar(select(func.count()).select_from(table))
                assert count == 168
        async with storage.read() as uow:
            assert await uow.faq.version() == 1
    finally:
        await storage.database.close()


def test_the_command_says_what_it_brought(
    empty_database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("migrate", "--database-url", empty_database_url)
    assert cli.main(arguments) == 0
    first = capsys.readouterr().out
    assert "Bộ câu hỏi: thêm 168 câu, sửa 0 câu, rút 0 câu." in first
    assert cli.main(arguments) == 0
    assert "Bộ câu hỏi" not in capsys.readouterr().out


async def test_a_later_release_updates_what_nobody_edited_and_names_the_rest(faq: Faq) -> None:
    async with faq.acting("P") as work:
        words = {**await faq.content(CARD), "answer": {"short": "Xã mình làm ở nhà văn hóa."}}
        await faq_changes.edit(work, CARD, words, 1)
    async with faq.acting("P") as work:
        await faq_states.review(work, LOAN, 1)
    brought = await faq.bring(
        _with(
            card=entry(CARD, "Anh/chị lên trạm."),
            loan=entry(LOAN, "Anh/chị gặp ngân hàng."),
            new=entry("bhyt-moi", "Câu mới."),
        )
    )
    assert (brought.added, brought.updated, brought.retired) == (1, 1, 0)
    assert brought.kept == (CARD,)
    assert (await faq.content(CARD))["answer"] == {"short": "Xã mình làm ở nhà văn hóa."}
    loan = await faq.record(LOAN)
    assert (loan.revision, loan.review) == (2, FaqReview.UNREVIEWED), "other words were reviewed"
    assert (await faq.content(LOAN))["answer"] == {"short": "Anh/chị gặp ngân hàng."}
    again = await faq.bring(_with(card=entry(CARD, "Anh/chị lên trạm y tế.")))
    assert again.kept == (CARD,)


async def test_a_review_outlasts_a_release_that_tells_the_same(faq: Faq) -> None:
    async with faq.acting("P") as work:
        await faq_states.review(work, LOAN, 1)
    aliases = {"accented": ["Vay thêm ít tiền nuôi lợn thì gặp ai?"]}
    await faq.bring(_with(loan={**ENTRIES[LOAN], "aliases": aliases}))
    loan = await faq.record(LOAN)
    assert (loan.revision, loan.review) == (2, FaqReview.REVIEWED)


async def test_what_a_release_no_longer_has_is_retired_and_may_come_back(faq: Faq) -> None:
    assert (await faq.bring(_with(roof=None))).retired == 1
    assert (await faq.record(ROOF)).retired is FaqRetired.RELEASE
    assert (await faq.book()).entry(ROOF) is None
    assert (await faq.bring(_with(card=entry(CARD, "Khác.")))).retired == 0
    assert (await faq.book()).entry(ROOF) is not None


async def test_an_edited_entry_stays_when_the_release_drops_it(faq: Faq) -> None:
    async with faq.acting("P") as work:
        words = {**await faq.content(ROOF), "answer": {"short": "Gọi cán bộ xây dựng."}}
        await faq_changes.edit(work, ROOF, words, 1)
    brought = await faq.bring(_with(roof=None))
    assert (brought.retired, brought.kept) == (0, (ROOF,))
    assert (await faq.book()).entry(ROOF) is not None


async def test_wordings_learned_here_survive_a_release(faq: Faq) -> None:
    async with faq.acting("P") as work:
        await faq_proposals.learn(work, CARD, "thẻ rơi xuống sông rồi")
    assert (await faq.record(CARD)).edited_here is False
    brought = await faq.bring(_with(card=entry(CARD, "Anh/chị lên trạm.")))
    assert (brought.updated, brought.kept) == (1, ())
    words = await faq.content(CARD)
    assert words["answer"] == {"short": "Anh/chị lên trạm."}
    assert words["aliases"]["learned"] == ["thẻ rơi xuống sông rồi"]


async def test_a_copy_follows_the_release_until_its_words_are_edited(faq: Faq) -> None:
    for who in ("O", "O2"):
        async with faq.acting(who) as work:
            await faq_states.review(work, CARD, 1)
    mine, other = (f"{CARD}@{faq.units[name].id}" for name in ("XM", "XH"))
    async with faq.acting("O2") as work:
        words = {**await faq.content(other), "answer": {"short": "Xã Hai làm ở trạm."}}
        await faq_changes.edit(work, other, words, 1)
    brought = await faq.bring(_with(card=entry(CARD, "Anh/chị lên trạm.")))
    assert (brought.updated, brought.kept) == (2, (other,))
    assert (await faq.content(mine))["answer"] == {"short": "Anh/chị lên trạm."}
    assert (await faq.record(mine)).review is FaqReview.UNREVIEWED
    assert (await faq.content(other))["answer"] == {"short": "Xã Hai làm ở trạm."}


async def test_citations_and_documents_follow_the_release(faq: Faq) -> None:
    later = ({**DOCUMENTS[0], "title": "Luật Mẫu"}, DOCUMENTS[1])
    cites = [{"document": "luat-mau-moi", "article": "Điều 7"}]
    brought = await faq.bring(_with(card=entry(CARD, "Lên xã.", cites=cites)), later)
    assert brought.documents == 1
    async with faq.storage.database.reading() as opened:
        rows = (await opened.scalars(select(FaqCitation).order_by(FaqCitation.entry_id))).all()
    assert [(row.entry_id, row.document_id, row.article) for row in rows] == [
        (CARD, "luat-mau-moi", "Điều 7"),
        (ROOF, LAW, "Điều 1"),
    ]
