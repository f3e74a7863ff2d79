"""An answer goes out only while the FAQ entry and the law that it rests on stand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from secrets import token_hex

import pytest

from bot.app import App
from handlers.errors import RuleError
from handlers.messages import Incoming
from handlers.services import answers, faq_changes, faq_states, grouping, legal_documents
from storage.models import Submission, SubmissionKind, SubmissionState
from tests.chat import CollectingChannel
from tests.clock import Clock
from tests.faq_world import ASKED, CARD, DOCUMENTS, ENTRIES, LAW, LOAN, Faq, installed
from tests.integration.submissions import submission_of
from tests.worlds import TERMINAL

FIRST, SAME = "XM100014", "XM300036"
SHORT = "Anh/chị mang giấy tờ lên xã."
BASIS = "Luật 01/2025/QH15, Điều 1"


@pytest.fixture
async def faq(migrated_database_url: str, tmp_path: Path, clock: Clock) -> AsyncIterator[Faq]:
    async with installed(migrated_database_url, tmp_path, clock, second=False) as made:
        await _asked(made)
        yield made


@pytest.fixture
async def province(migrated_database_url: str, tmp_path: Path, clock: Clock) -> AsyncIterator[Faq]:
    async with installed(migrated_database_url, tmp_path, clock, second=True) as made:
        await _asked(made)
        yield made


async def _asked(faq: Faq) -> None:
    """Two households asked the same."""
    async with faq.acting("O") as work:
        for code, who in ((FIRST, "H"), (SAME, "T")):
            work.uow.submissions.add(
                Submission(
                    code=code,
                    kind=SubmissionKind.QUESTION,
                    state=SubmissionState.RECEIVED,
                    commune_id=faq.units["XM"].id,
                    asker_id=faq.people[who].id,
                    text=ASKED[CARD],
                    topic="bhyt",
                    faq_candidates=[{"id": CARD, "score": 0.9}],
                    created_at=work.now,
                    changed_at=work.now,
                )
            )
        await work.uow.flush()


async def _answer(
    faq: Faq, text: str = SHORT, basis: str | None = BASIS, entry: str | None = CARD
) -> None:
    async with faq.acting("O") as work:
        first = await submission_of(work, FIRST)
        await answers.answer(work, first.id, text, basis, first.version, faq_entry_id=entry)


async def _merge(faq: Faq) -> None:
    async with faq.acting("O") as work:
        same = await submission_of(work, SAME)
        await grouping.mark_duplicate(work, same.id, FIRST, same.version)


async def _end(faq: Faq, clock: Clock, who: str = "O") -> None:
    async with faq.acting(who) as work:
        await legal_documents.mark_ended(work, LAW, clock.now.date() - timedelta(days=1))


async def _untouched(faq: Faq, code: str) -> bool:
    """Whether nothing was told to who sent *code*."""
    async with faq.acting(None) as work:
        found = await submission_of(work, code)
        return found.state is SubmissionState.RECEIVED and not found.answers


async def test_a_duplicate_gets_no_answer_of_an_ended_law(faq: Faq, clock: Clock) -> None:
    await _answer(faq)
    await _end(faq, clock)
    with pytest.raises(RuleError, match="answer-outdated"):
        await _merge(faq)
    assert await _untouched(faq, SAME)


async def test_nor_one_that_only_names_it(faq: Faq, clock: Clock) -> None:
    await _answer(faq, "Lời riêng của xã.", "theo LUẬT 01/2025/qh15", None)
    await _end(faq, clock)
    with pytest.raises(RuleError, match="answer-basis-ended"):
        await _merge(faq)
    assert await _untouched(faq, SAME)


async def test_nor_words_that_were_changed_since(faq: Faq) -> None:
    await _answer(faq, basis=None)
    words = await faq.content(CARD)
    async with faq.acting("O") as work:
        await faq_changes.edit(work, CARD, {**words, "answer": {"short": "Lời mới."}}, 1)
        await faq_states.review(work, CARD, 2)
    with pytest.raises(RuleError, match="answer-outdated"):
        await _merge(faq)
    assert await _untouched(faq, SAME)


async def test_what_still_holds_is_told(faq: Faq) -> None:
    await _answer(faq)
    await _merge(faq)
    async with faq.acting(None) as work:
        same = await submission_of(work, SAME)
        assert (same.state, [one.text for one in same.answers]) == (
            SubmissionState.ANSWERED,
            [SHORT],
        )


@pytest.mark.parametrize("gone", ["expire", "retire", "send_to_review"])
async def test_a_ready_answer_that_is_told_no_more_is_not_released(faq: Faq, gone: str) -> None:
    async with faq.acting("O") as work:
        await getattr(faq_states, gone)(work, CARD, 1)
    with pytest.raises(RuleError, match="answer-outdated"):
        await _answer(faq)
    assert await _untouched(faq, FIRST)


async def test_the_copy_of_the_commune_is_what_counts(province: Faq) -> None:
    async with province.acting("O") as work:
        await faq_states.expire(work, CARD, 1)
    with pytest.raises(RuleError, match="answer-outdated"):
        await _answer(province)
    assert await _untouched(province, FIRST)


@pytest.mark.parametrize(
    ("basis", "refused"),
    [
        ("Luật 01/2025/QH15", True),
        ("01/2025/QH15 và 02/2026/QH15", True),
        ("Luật 101/2025/QH15", False),
        ("Luật 01/2025/QH151", False),
        ("Luật 02/2026/QH15", False),
        ("Luật Bảo hiểm y tế", False),
    ],
)
async def test_only_the_number_itself_names_a_document(
    faq: Faq, clock: Clock, basis: str, *, refused: bool
) -> None:
    await _end(faq, clock)
    if refused:
        with pytest.raises(RuleError, match="answer-basis-ended"):
            await _answer(faq, "Lời của xã.", basis, None)
    else:
        await _answer(faq, "Lời của xã.", basis, None)
    assert await _untouched(faq, FIRST) is refused


async def test_a_number_that_two_documents_have_refuses_nothing(faq: Faq, clock: Clock) -> None:
    other = {"id": "luat-cung-so", "number": "01/2025/QH15", "effective_from": "2025-06-01"}
    await faq.bring({**ENTRIES, "moi": {**ENTRIES[LOAN], "id": "moi"}}, [*DOCUMENTS, other])
    await _end(faq, clock)
    await _answer(faq, "Lời của xã.", BASIS, None)
    assert not await _untouched(faq, FIRST)


# -- in the chat ----------------------------------------------------------------------------------


async def _type(app: App, channel: CollectingChannel, *typed: str) -> str:
    """The official types words, or labels of choices; everything that the official is told."""
    for text in typed:
        mine = [reply for address, reply in channel.sent if address == "O"]
        numbers = {one.label: str(one.number) for one in mine[-1].choices} if mine else {}
        message = Incoming(TERMINAL, "O", token_hex(8), text=numbers.get(text, text))
        await app.intake.receive(message)
        await app.dispatcher.drain()
    return "\n".join(reply.plain() for address, reply in channel.sent if address == "O")


async def test_an_official_who_picked_a_ready_answer_looks_again(faq: Faq, clock: Clock) -> None:
    async with faq.app() as (app, channel):
        picked = ("xem câu hỏi", "1", "1", "Dùng câu có sẵn", "Đúng, dùng lời đáp này")
        read = await _type(app, channel, *picked, BASIS)
        assert SHORT in read
    await _end(faq, clock)
    async with faq.app() as (app, channel):
        told = await _type(app, channel, "1")
    assert "Em chưa gửi gì" in told
    assert "Anh/chị muốn làm gì?" in told
    assert "Dùng câu có sẵn" in told, "to name another entry"
    assert await _untouched(faq, FIRST)


async def test_an_official_who_names_an_ended_law_keeps_the_words(faq: Faq, clock: Clock) -> None:
    await _end(faq, clock)
    async with faq.app() as (app, channel):
        asked = await _type(
            app, channel, "xem câu hỏi", "1", "1", "Trả lời", "Lời của xã.", BASIS, "Gửi"
        )
        assert "Văn bản 01/2025/QH15 đã hết hiệu lực" in asked
        assert await _untouched(faq, FIRST)
        await _type(app, channel, "Không có căn cứ", "Gửi")
    async with faq.acting(None) as work:
        [answer] = (await submission_of(work, FIRST)).answers
        assert (answer.text, answer.legal_basis) == ("Lời của xã.", None)
