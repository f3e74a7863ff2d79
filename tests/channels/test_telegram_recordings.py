"""An official's voice message becomes the voice message that households hear."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from handlers.faq_book import FaqBook
from handlers.messages import OutFile, Reply
from handlers.services.faq_audio import RECORDING
from tests.channels.telegram_world import TelegramWorld, joined
from tests.channels.work import make_official
from tests.recording import ASKED, OGG, TO_VOICE, take_away

HOUSEHOLD = 2


async def _recorded(world: TelegramWorld) -> None:
    await world.ask(1, "/start")
    await make_official(world.app, "telegram", "1")
    for text in TO_VOICE:
        await world.ask(1, text)
    await world.fake.wait_confirmed(await world.fake.send_file(1, "voice", OGG))
    await world.app.dispatcher.settle()
    assert "Em đã lưu" in (await world.ask(1, "1"))[0]
    await world.ask(HOUSEHOLD, "/start")


async def _asked(world: TelegramWorld) -> list[dict[str, Any]]:
    before = len(world.fake.user(HOUSEHOLD).received)
    await world.ask(HOUSEHOLD, ASKED)
    return world.fake.user(HOUSEHOLD).received[before:]


async def test_a_household_hears_what_an_official_recorded(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book, whole=True) as world:
        await _recorded(world)
        answer, question = await _asked(world)
        assert answer["_file"] == OGG
        assert "voice" in answer
        assert "Anh/chị xin cấp lại ở bảo hiểm xã hội cơ sở" in answer["caption"]
        assert "Đúng điều anh/chị hỏi chưa?" in question["text"]
        assert question["reply_markup"]


async def test_who_takes_no_voice_messages_gets_a_file(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book, whole=True) as world:
        await _recorded(world)
        world.fake.user(HOUSEHOLD).no_voice = True
        answer, _ = await _asked(world)
        assert answer["document"]["file_name"] == "loi-dap.ogg"
        assert answer["_file"] == OGG
        assert "Anh/chị xin cấp lại" in answer["caption"]


async def test_words_too_long_for_a_caption_come_first(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book, whole=True) as world:
        await _recorded(world)
        async with world.app.storage.read() as uow:
            record = await uow.faq.get("bhyt-mat-the")
        assert record is not None
        params = {"entry": record.id, "attachment_id": record.audio_id}
        file = OutFile("", RECORDING, "", params, public=True)
        await world.channel.send(str(HOUSEHOLD), Reply("Câu này dài. " * 100, files=(file,)), "k")
        words, voice = world.fake.user(HOUSEHOLD).received[-2:]
        assert words["text"].startswith("Câu này dài.")
        assert voice["_file"] == OGG
        assert "caption" not in voice


async def test_a_recording_taken_away_meanwhile_leaves_the_words(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book, whole=True) as world:
        await _recorded(world)
        async with world.app.storage.read() as uow:
            official = await uow.people.address("telegram", "1")
            record = await uow.faq.get("bhyt-mat-the")
        assert official is not None
        assert record is not None
        params = {"entry": record.id, "attachment_id": record.audio_id}
        file = OutFile("", RECORDING, "", params, public=True)
        await take_away(world.app, official.person_id)
        await world.channel.send(str(HOUSEHOLD), Reply("Lời đáp.", files=(file,)), "k")
        last = world.fake.user(HOUSEHOLD).received[-1]
        assert last["text"] == "Lời đáp."
        assert "_file" not in last
        [both] = await _asked(world)
        assert "_file" not in both


async def test_words_arrive_whatever_the_platform_says_of_the_recording(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book, whole=True) as world:
        await _recorded(world)
        world.fake.user(HOUSEHOLD).no_voice = world.fake.user(HOUSEHOLD).no_files = True
        answer, _ = await _asked(world)
        assert "Anh/chị xin cấp lại" in answer["text"]
        assert "_file" not in answer
