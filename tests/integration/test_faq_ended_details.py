"""Who asks for more after the law ended hears no old figures, and comes to an official."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from secrets import token_hex

import pytest

from handlers.messages import Incoming, Reply
from handlers.services import faq_changes, faq_states, legal_documents
from tests.clock import Clock
from tests.faq_world import ASKED, CARD, LAW, Faq, installed
from tests.worlds import TERMINAL

FIGURE = "4.000 đồng"


@pytest.fixture
async def faq(migrated_database_url: str, tmp_path: Path, clock: Clock) -> AsyncIterator[Faq]:
    async with installed(migrated_database_url, tmp_path, clock, second=False) as made:
        answer = {
            "short": "Anh/chị mang giấy tờ lên xã.",
            "details": {"how_much": f"Lệ phí {FIGURE} một thẻ."},
        }
        words = {**await made.content(CARD), "answer": answer}
        async with made.acting("O") as work:
            await faq_changes.edit(work, CARD, words, 1)
        yield made


async def _type(faq: Faq, who: str, *typed: str) -> list[Reply]:
    """*who* types words, or labels of choices; what is told to the last of them."""
    last: list[Reply] = []
    async with faq.app() as (app, channel):
        for text in typed:
            numbers = {one.label: str(one.number) for one in last[-1].choices} if last else {}
            before = len(channel.sent)
            message = Incoming(TERMINAL, who, token_hex(8), text=numbers.get(text, text))
            await app.intake.receive(message)
            await app.dispatcher.drain()
            last = [reply for address, reply in channel.sent[before:] if address == who]
    return last


async def _end(faq: Faq, clock: Clock) -> None:
    async with faq.acting("O") as work:
        await legal_documents.mark_ended(work, LAW, clock.now.date() - timedelta(days=1))


def _place(replies: list[Reply], label: str) -> str:
    return next(str(one.number) for one in replies[-1].choices if one.label == label)


async def _review(faq: Faq) -> None:
    """The question is left open while nobody has looked through the entry."""
    async with faq.acting("O") as work:
        await faq_states.review(work, CARD, 2)


@pytest.mark.parametrize("reviewed", [False, True])
async def test_a_household(faq: Faq, clock: Clock, *, reviewed: bool) -> None:
    if reviewed:
        await _review(faq)
    clock.forward(days=2)
    more = _place(await _type(faq, "H", ASKED[CARD]), "Xem thêm")
    await _end(faq, clock)
    told = await _type(faq, "H", more)
    said = "\n".join(reply.plain() for reply in told)
    assert FIGURE not in said
    assert "Quy định về việc này đã đổi" in said
    assert told[-1].choices, "the way on to an official"


async def test_a_household_hears_more_while_it_holds(faq: Faq) -> None:
    more = _place(await _type(faq, "H", ASKED[CARD]), "Xem thêm")
    assert FIGURE in "\n".join(reply.plain() for reply in await _type(faq, "H", more))


async def test_what_was_taken_out_is_passed_on(faq: Faq) -> None:
    more = _place(await _type(faq, "H", ASKED[CARD]), "Xem thêm")
    async with faq.acting("O") as work:
        await faq_states.retire(work, CARD, 2)
    told = await _type(faq, "H", more)
    assert "chuyển cho cán bộ" in "\n".join(reply.plain() for reply in told)
    assert told[-1].choices


async def test_a_head_who_reads_it_out(faq: Faq, clock: Clock) -> None:
    asked = await _type(faq, "T", "hỏi giúp", "1", "Hộ Mẫu Bốn", "1", ASKED[CARD])
    more = _place(asked, "Xem thêm")
    await _end(faq, clock)
    told = await _type(faq, "T", more)
    said = "\n".join(reply.plain() for reply in told)
    assert FIGURE not in said
    assert "Quy định về việc này đã đổi" in said
    assert told[-1].choices, "the question goes on to the officials"
