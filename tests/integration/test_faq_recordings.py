"""The recording of an answer goes to households with the words it reads, and with no others."""

from __future__ import annotations

from datetime import timedelta
from secrets import token_hex

import pytest

from bot.app import App
from bot.channels.base import Rejected
from bot.exporting import carrier, materialise
from faq.content import with_learned
from handlers.errors import RuleError
from handlers.messages import File, Incoming, OutFile, Reply
from handlers.services import faq_changes, faq_states, legal_documents
from handlers.services.faq_audio import RECORDING
from storage.models import FaqReview
from tests.clock import Clock
from tests.faq_world import ASKED, CARD, LAW, ROOF, Faq, entry
from tests.worlds import TERMINAL

NEW = {"short": "Anh/chị gọi điện cho xã trước."}


def _voice(key: str = "key-mau") -> File:
    return File("voice", "audio/ogg", 10, "0" * 64, key)


async def _record(faq: Faq, who: str, entry_id: str = CARD, key: str = "key-mau") -> str:
    """*who* records the answer; the id of the entry that has the recording."""
    async with faq.acting(who) as work:
        revision = (await faq.record(entry_id)).revision
        return (await faq_states.set_audio(work, entry_id, revision, _voice(key))).entry_id


async def _said(app: App, channel: object, who: str, text: str) -> list[Reply]:
    sent: list[tuple[str, Reply]] = channel.sent  # type: ignore[attr-defined]
    before = len(sent)
    await app.intake.receive(Incoming(TERMINAL, who, token_hex(8), text=text))
    await app.dispatcher.drain()
    return [reply for address, reply in sent[before:] if address == who]


async def _ask(faq: Faq, who: str, text: str, *, files: bool = True) -> list[Reply]:
    async with faq.app(files=files) as (app, channel):
        return await _said(app, channel, who, text)


def _heard(replies: list[Reply]) -> list[str]:
    """Entries whose recording goes with *replies*."""
    files = [file for reply in replies for file in reply.files]
    assert all(file.kind == RECORDING and file.public for file in files)
    return [file.params["entry"] for file in files]


async def test_the_answer_comes_with_its_recording(faq: Faq) -> None:
    assert _heard(await _ask(faq, "H", ASKED[CARD])) == []
    await _record(faq, "O")
    replies = await _ask(faq, "H", ASKED[CARD])
    assert _heard(replies) == [CARD]
    assert "Anh/chị mang giấy tờ lên xã." in replies[0].text
    assert replies[0].files, "with the words themselves"
    assert replies[-1].choices, "and no further step"
    assert _heard(await _ask(faq, "H", ASKED[CARD])) == [CARD], "also when asked again"
    assert _heard(await _ask(faq, "H", ASKED[ROOF])) == []


async def test_a_channel_without_files_offers_nothing(faq: Faq) -> None:
    await _record(faq, "O")
    told, asked = await _ask(faq, "H", ASKED[CARD], files=False), await _ask(faq, "H", ASKED[CARD])
    assert _heard(told) == []
    assert told[0].text.startswith(asked[0].text)


async def test_a_head_hears_it_too(faq: Faq) -> None:
    await _record(faq, "O")
    async with faq.app(files=True) as (app, channel):
        for text in ("hỏi giúp", "1", "Hộ Mẫu Bốn", "1"):
            replies = await _said(app, channel, "T", text)
        replies = await _said(app, channel, "T", ASKED[CARD])
    assert _heard(replies) == [CARD], replies


# -- only the words that it reads -----------------------------------------------------------------


async def test_other_words_have_no_recording(faq: Faq) -> None:
    await _record(faq, "O")
    words = await faq.content(CARD)
    async with faq.app(files=True) as (app, channel):
        [promised, _] = await _said(app, channel, "H", ASKED[CARD])
        async with faq.acting("O") as work:
            await faq_changes.edit(work, CARD, {**words, "answer": NEW}, 1)
        # this process has the old words in memory still, the file is gone
        old = await _said(app, channel, "H", ASKED[CARD])
        assert "Anh/chị mang giấy tờ lên xã." in old[0].text
        assert _heard(old) == []
        with pytest.raises(RuleError):
            await materialise(app, promised.files[0])
    assert _heard(await _ask(faq, "H", ASKED[CARD])) == []


async def test_old_words_in_memory_never_go_with_a_new_recording(faq: Faq) -> None:
    words = await faq.content(CARD)
    async with faq.app(files=True) as (app, channel):
        async with faq.acting("O") as work:
            await faq_changes.edit(work, CARD, {**words, "answer": NEW}, 1)
        await _record(faq, "O")
        old = await _said(app, channel, "H", ASKED[CARD])
        assert "Anh/chị mang giấy tờ lên xã." in old[0].text
        assert _heard(old) == []
    replies = await _ask(faq, "H", ASKED[CARD])
    assert NEW["short"] in replies[0].text
    assert _heard(replies) == [CARD]


async def test_going_back_to_earlier_words_brings_no_recording_back(faq: Faq) -> None:
    await _record(faq, "O")
    words = await faq.content(CARD)
    async with faq.acting("O") as work:
        await faq_changes.edit(work, CARD, {**words, "answer": NEW}, 1)
    await _record(faq, "O", key="key-moi")
    async with faq.acting("O") as work:
        await faq_changes.roll_back(work, CARD, 1, 2)
    assert _heard(await _ask(faq, "H", ASKED[CARD])) == []


async def test_a_wording_that_is_learned_leaves_the_recording(faq: Faq) -> None:
    await _record(faq, "O")
    words = await faq.content(CARD)
    async with faq.acting("O") as work:
        learned = with_learned(words, ["the rot xuong ao thi sao"])
        await faq_changes.edit(work, CARD, learned, 1)
    assert _heard(await _ask(faq, "H", ASKED[CARD])) == [CARD]


async def test_a_release_with_other_words_takes_it_away(faq: Faq) -> None:
    await _record(faq, "O")
    await _record(faq, "O", ROOF, "key-mai")
    same = {ROOF: entry(ROOF, "Anh/chị báo trưởng thôn.", checked_on="2026-11-02")}
    await faq.bring({CARD: entry(CARD, NEW["short"]), **same})
    assert _heard(await _ask(faq, "H", ASKED[CARD])) == []
    assert _heard(await _ask(faq, "H", ASKED[ROOF])) == [ROOF]


async def test_what_may_not_be_told_is_not_played(faq: Faq) -> None:
    await _record(faq, "O")
    async with faq.acting("O") as work:
        await faq_states.send_to_review(work, CARD, 1)
    assert (await faq.record(CARD)).review is FaqReview.TO_REVIEW
    assert _heard(await _ask(faq, "H", ASKED[CARD])) == []


# -- where people live ----------------------------------------------------------------------------


async def test_each_commune_hears_its_own(province: Faq) -> None:
    faq = province
    await _record(faq, "P")
    copy = await _record(faq, "O", key="key-xa")
    assert copy != CARD
    assert _heard(await _ask(faq, "H", ASKED[CARD])) == [copy]
    assert _heard(await _ask(faq, "H2", ASKED[CARD])) == [CARD]


async def test_a_copy_in_other_words_does_not_borrow_the_shared_recording(province: Faq) -> None:
    faq = province
    await _record(faq, "P")
    words = await faq.content(CARD)
    async with faq.acting("O") as work:
        await faq_changes.edit(work, CARD, {**words, "answer": NEW}, 1)
    replies = await _ask(faq, "H", ASKED[CARD])
    assert NEW["short"] in replies[0].text
    assert _heard(replies) == []
    assert _heard(await _ask(faq, "H2", ASKED[CARD])) == [CARD]


async def test_a_copy_in_the_same_words_is_heard_with_the_shared_recording(province: Faq) -> None:
    faq = province
    await _record(faq, "P")
    async with faq.acting("O") as work:
        copy = (await faq_states.review(work, CARD, 1)).entry_id
    assert copy != CARD
    replies = await _ask(faq, "H", ASKED[CARD])
    assert _heard(replies) == [CARD]
    [file] = replies[0].files or replies[1].files
    async with faq.app(files=True) as (app, _):
        assert (await materialise(app, file))[2] == b"bytes of key-mau"
    words = await faq.content(CARD)
    async with faq.acting("P") as work:
        await faq_changes.edit(work, CARD, {**words, "answer": NEW}, 1)
        revision = (await work.uow.faq.get(CARD)).revision  # type: ignore[union-attr]
    async with faq.acting("P") as work:
        await faq_states.set_audio(work, CARD, revision, _voice("key-moi"))
    replies = await _ask(faq, "H", ASKED[CARD])
    assert "Anh/chị mang giấy tờ lên xã." in replies[0].text
    assert _heard(replies) == [], "the shared entry says something else now"


# -- the bytes ------------------------------------------------------------------------------------


async def test_only_recordings_of_answers_are_given_out(faq: Faq) -> None:
    await _record(faq, "O")
    replies = await _ask(faq, "H", ASKED[CARD])
    [file] = replies[0].files
    async with faq.app(files=True) as (app, _):
        name, content_type, content = await materialise(app, file)
        assert (name, content_type, content) == ("loi-dap.ogg", "audio/ogg", b"bytes of key-mau")
        for params in (
            {},
            {**file.params, "entry": ROOF},
            {**file.params, "attachment_id": file.params["attachment_id"] + 1},
            {"entry": ROOF, "attachment_id": None},
        ):
            with pytest.raises(RuleError):
                await materialise(app, OutFile("", RECORDING, "", params, public=True))
        carry = carrier(lambda: app, foreign=True)
        assert await carry(file) == ("loi-dap.ogg", b"bytes of key-mau")
        async with faq.acting("O") as work:
            await faq_states.set_audio(work, CARD, 1, None)
        with pytest.raises(Rejected):
            await carry(file)


@pytest.mark.parametrize("gone", ["expire", "send_to_review", "retire", "law", "last_day"])
async def test_an_old_message_plays_nothing_that_is_told_no_more(
    faq: Faq, clock: Clock, gone: str
) -> None:
    await _record(faq, "O")
    [file] = (await _ask(faq, "H", ASKED[CARD]))[0].files
    yesterday = clock.now.date() - timedelta(days=1)
    async with faq.acting("O") as work:
        if gone == "law":
            await legal_documents.mark_ended(work, LAW, yesterday)
        elif gone == "last_day":
            await faq_states.set_validity(work, CARD, 1, first=None, last=yesterday)
        else:
            await getattr(faq_states, gone)(work, CARD, 1)
    async with faq.app(files=True) as (app, _):
        with pytest.raises(RuleError):
            await materialise(app, file)


async def test_nor_the_shared_recording_for_a_copy_that_is_told_no_more(province: Faq) -> None:
    faq = province
    await _record(faq, "P")
    async with faq.acting("O") as work:
        copy = (await faq_states.review(work, CARD, 1)).entry_id
    [mine] = (await _ask(faq, "H", ASKED[CARD]))[0].files
    [theirs] = (await _ask(faq, "H2", ASKED[CARD]))[0].files
    async with faq.acting("O") as work:
        await faq_states.expire(work, copy, 1)
    async with faq.app(files=True) as (app, _):
        with pytest.raises(RuleError):
            await materialise(app, mine)
        assert (await materialise(app, theirs))[2] == b"bytes of key-mau"


async def test_bytes_that_are_lost_are_no_recording(faq: Faq) -> None:
    await _record(faq, "O", key="lost")
    replies = await _ask(faq, "H", ASKED[CARD])
    [file] = replies[0].files
    async with faq.app(files=True) as (app, _):
        with pytest.raises(RuleError):
            await materialise(app, file)
