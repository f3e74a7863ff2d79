"""Telegram end to end over HTTP, against the fake platform."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from telegram import Update
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.channels import telegram_files
from bot.channels.base import (
    ContactStopped,
    Rejected,
    SendError,
    Temporary,
    Throttled,
    Unauthorised,
)
from bot.channels.telegram import TelegramChannel, _file_url
from bot.channels.telegram_sending import send_error
from bot.files import FileKeeper
from handlers.faq_book import FaqBook
from handlers.messages import Choice, Incoming, Kind, OutFile, Reply
from storage.models import AddressState, InboundMessage, OutboxMessage, OutboxState
from tests.channels.telegram_world import TelegramWorld, joined, small_file, telegram_settings
from tests.fakes.telegram import FakeTelegram, running

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


async def test_start_menu_and_buttons(database_url: str, tmp_path: Path, book: FaqBook) -> None:
    async with joined(database_url, tmp_path, book) as world:
        opened = await world.ask(1, "/start")
        assert opened[0].startswith("Chào anh/chị.")
        assert "1. Hỏi chính sách" in opened[0]
        assert world.fake.user(1).buttons()[0]["text"] == "1. Hỏi chính sách"

        update = await world.fake.press(1, "0.")
        await world.fake.wait_confirmed(update)
        await world.app.dispatcher.settle()
        assert "1. Làm tiếp việc đang dở" in world.fake.user(1).texts[-1]
        assert "answerCallbackQuery" in world.fake.calls


async def test_old_button_and_typed_number(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book) as world:
        await world.ask(1, "/start")
        old = world.fake.user(1).buttons()[0]["callback_data"]
        assert "Trợ giúp" not in (await world.ask(1, "0"))[0].split("\n")[0]
        update = await world.fake.press_data(1, old)
        await world.fake.wait_confirmed(update)
        await world.app.dispatcher.settle()
        texts = world.fake.user(1).texts
        assert any(text.startswith("Nút này thuộc câu cũ") for text in texts[-2:])


async def test_an_update_is_confirmed_only_after_its_turn(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book) as world:
        update = await world.fake.start(1)
        await world.fake.wait_confirmed(update)
        assert await _taken_in(world) == 1


async def test_a_failing_database_leaves_the_update_unconfirmed(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book) as world:
        refused = asyncio.Event()
        receive = world.app.intake.receive

        async def broken_once(incoming: Incoming) -> object:
            if not refused.is_set():
                refused.set()
                raise ConnectionError("no database")
            return await receive(incoming)

        world.channel.connect(broken_once)
        update = await world.fake.start(1)
        await refused.wait()
        assert world.fake.confirmed < update
        assert (await world.fake.wait_for(1, 1))[0].startswith("Chào anh/chị.")


async def test_chats_keep_their_order(database_url: str, tmp_path: Path, book: FaqBook) -> None:
    async with joined(database_url, tmp_path, book) as world:
        await world.ask(1, "/start")
        for number in (2, 3, 4):
            await world.fake.start(number)
        last = 0
        for text in ("0", "1", "0", "2"):
            last = await world.fake.send(1, text)
        await world.fake.wait_confirmed(last)
        await world.app.dispatcher.settle()
        first_lines = [text.split("\n")[0] for text in world.fake.user(1).texts[1:]]
        assert first_lines == [
            "Anh/chị muốn làm gì?",
            "Anh/chị cần việc gì nữa không?",
            "Anh/chị muốn làm gì?",
            "Anh/chị cần việc gì nữa không?",
        ]


async def test_block_and_return(database_url: str, tmp_path: Path, book: FaqBook) -> None:
    async with joined(database_url, tmp_path, book) as world:
        await world.ask(1, "/start")
        await world.fake.wait_confirmed(await world.fake.block(1))
        assert await _state(world, "1") is AddressState.BLOCKED
        await world.ask(1, "/start")
        assert await _state(world, "1") is AddressState.ACTIVE


async def test_block_noticed_when_sending(database_url: str, tmp_path: Path, book: FaqBook) -> None:
    async with joined(database_url, tmp_path, book) as world:
        await world.ask(1, "/start")
        world.fake.user(1).blocked = True
        update = await world.fake.send(1, "0")
        await world.fake.wait_confirmed(update)
        await world.app.dispatcher.settle()
        assert await _state(world, "1") is AddressState.BLOCKED
        async with world.app.storage.database.reading() as opened:
            last = (
                await opened.scalars(select(OutboxMessage).order_by(OutboxMessage.id.desc()))
            ).first()
        assert last is not None
        assert last.state is OutboxState.STOPPED


async def test_throttled_message_is_not_lost(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book) as world:
        world.fake.throttle = [1]
        await world.fake.start(1)
        texts = await world.fake.wait_for(1, 1)
        assert [text[:4] for text in texts] == ["Chào"]
        assert world.fake.throttle == []


async def test_photo_voice_document_and_sticker(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book) as world:
        taken: list[Incoming] = []

        async def collect(incoming: Incoming) -> object:
            taken.append(incoming)
            return None

        world.channel.connect(collect)
        fake = world.fake
        await fake.send_file(1, "photo", PNG, caption="mái nhà em dột")
        await fake.send_file(1, "voice", b"OggS" + bytes(64))
        await fake.send_file(1, "document", b"%PDF-1.7 mau", file_name="don.pdf")
        await fake.send_file(1, "document", b"\x00\x01 no known kind", file_name="x.bin")
        await fake.send_file(1, "document", bytes(11 * 1024 * 1024), file_name="to.pdf")
        await fake.wait_confirmed(await fake.sticker(1))
    kinds = [(one.kind, one.files[0].kind if one.files else "") for one in taken]
    assert kinds == [
        (Kind.FILE, "photo"),
        (Kind.FILE, "voice"),
        (Kind.FILE, "document"),
        (Kind.UNKNOWN, ""),
        (Kind.TOO_BIG, ""),
        (Kind.STICKER, ""),
    ]
    assert taken[0].text == "mái nhà em dột"


LOST = "Tệp chưa tới được chỗ em."


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegram_files, "_WAITS", (0.0, 0.0))


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("status", [404, 500])
async def test_a_file_that_never_comes_stops_nobody(
    database_url: str, tmp_path: Path, book: FaqBook, status: int
) -> None:
    async with joined(database_url, tmp_path, book) as world:
        await world.ask(1, "/start")
        world.fake.file_status = status
        await world.fake.send_file(1, "photo", PNG)
        await world.fake.send(1, "menu")
        last = await world.fake.start(2)
        await world.fake.wait_confirmed(last)
        await world.app.dispatcher.settle()
        assert world.fake.downloads == 3
        told = world.fake.user(1).texts[1:]
        assert any(LOST in text for text in told[:-1])
        assert told[-1].startswith("Anh/chị cần việc gì?")
        assert world.fake.user(2).texts[0].startswith("Chào anh/chị.")
        # The platform is well again: the same file sent once more is taken in.
        world.fake.file_status = 200
        await world.fake.wait_confirmed(await world.fake.send_file(1, "photo", PNG))
        assert world.fake.downloads == 4


async def test_a_slow_file_holds_back_its_own_chat_only(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book) as world:
        await world.ask(1, "/start")
        world.fake.file_gate.clear()
        photo = await world.fake.send_file(1, "photo", PNG)
        menu = await world.fake.send(1, "menu")
        await world.fake.start(2)
        assert (await world.fake.wait_for(2, 1))[0].startswith("Chào anh/chị.")
        await world.fake.send(2, "menu")
        await world.fake.wait_for(2, 2)
        # Others are answered; the file's own update is not confirmed, and its chat keeps its order.
        assert world.fake.confirmed == photo - 1
        assert len(world.fake.user(1).received) == 1
        assert await _taken_in(world) == 3
        world.fake.file_gate.set()
        last = await world.fake.send(2, "0")
        await world.fake.wait_confirmed(last)
        await world.app.dispatcher.settle()
        assert last > menu
        assert world.fake.downloads == 1
        assert await _taken_in(world) == 6
        assert world.fake.user(1).texts[-1].startswith("Anh/chị còn một việc viết dở")


async def test_a_file_that_is_too_big_for_bots_is_named_so(tmp_path: Path) -> None:
    async with pushed(tmp_path) as (channel, fake, taken):
        content = bytes(21 * 1024 * 1024)
        await fake.send_file(1, "document", content, file_name="to.pdf", file_size=100)
        await channel.webhook(fake.pending[0])
        assert [one.kind for one in taken] == [Kind.TOO_BIG]
        assert fake.downloads == 0


@pytest.mark.usefixtures("_impatient")
async def test_a_webhook_whose_file_never_comes_is_answered(tmp_path: Path) -> None:
    async with pushed(tmp_path) as (channel, fake, taken):
        fake.file_status = 500
        await fake.send_file(1, "photo", PNG)
        await channel.webhook(fake.pending[0])
        assert [one.kind for one in taken] == [Kind.LOST]


async def test_start_payload_and_slash_words(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book) as world:
        taken: list[Incoming] = []

        async def collect(incoming: Incoming) -> object:
            taken.append(incoming)
            return None

        world.channel.connect(collect)
        await world.fake.start(1, "join_ABCD2345")
        await world.fake.wait_confirmed(await world.fake.send(1, "/menu@doithoai_mau_bot"))
    assert [(one.kind, one.start, one.text) for one in taken] == [
        (Kind.START, "join_ABCD2345", ""),
        (Kind.TEXT, None, "menu"),
    ]


async def test_long_text_is_split_within_the_limit(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book) as world:
        await world.ask(1, "/start")
        text = "Câu này dài. " * 500 + "😀" * 1000
        await world.channel.send("1", Reply(text, (Choice("1", "Đúng"),), 3), "k")
        received = world.fake.user(1).received[1:]
        assert len(received) > 1
        assert "reply_markup" in received[-1]
        assert all("reply_markup" not in message for message in received[:-1])


async def test_a_file_goes_out(database_url: str, tmp_path: Path, book: FaqBook) -> None:
    async with joined(database_url, tmp_path, book) as world:
        await world.ask(1, "/start")
        file = OutFile("mau.csv", "submissions", "csv", {}, public=True)
        await world.channel.send("1", Reply("Đây ạ.", files=(file,)), "k")
        assert world.fake.user(1).received[-1]["document"]["file_name"] == "mau.csv"
        assert world.fake.user(1).received[-1]["_file"] == b"a,b\n"


async def test_two_pollers_wait_and_recover(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book) as world:
        await world.ask(1, "/start")
        settings = telegram_settings(database_url, tmp_path, world.fake.url)
        second = TelegramChannel(settings, FileKeeper(settings), small_file)
        second.connect(world.app.intake.receive)
        task = asyncio.create_task(second.run())
        assert await world.ask(1, "0")
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await second.close()


@asynccontextmanager
async def pushed(
    tmp_path: Path,
) -> AsyncIterator[tuple[TelegramChannel, FakeTelegram, list[Incoming]]]:
    """A channel in webhook mode; calls are made by hand."""
    async with running() as fake:
        settings = telegram_settings(
            "sqlite://", tmp_path, fake.url, telegram_mode="webhook", telegram_secret="gi-do-bi-mat"
        )
        channel = TelegramChannel(settings, FileKeeper(settings), small_file)
        taken: list[Incoming] = []

        async def collect(incoming: Incoming) -> object:
            taken.append(incoming)
            return None

        channel.connect(collect)
        await channel.run()
        assert fake.webhook["secret_token"] == "gi-do-bi-mat"
        fake.webhook = {}
        yield channel, fake, taken
        await channel.close()


async def test_webhook_checks_its_secret(tmp_path: Path) -> None:
    async with pushed(tmp_path) as (channel, fake, taken):
        assert channel.is_secret("gi-do-bi-mat")
        assert not channel.is_secret("gi-do-khac")
        await fake.send(5, "chào")
        await channel.webhook(json.loads(json.dumps(fake.pending[0])))
        assert [(one.address, one.text) for one in taken] == [("5", "chào")]


def test_groups_and_edits_are_left_alone() -> None:
    update = Update.de_json({"update_id": 1}, None)
    assert update.effective_chat is None


@pytest.mark.parametrize(
    ("error", "kind", "code"),
    [
        (RetryAfter(timedelta(seconds=3)), Throttled, "throttled"),
        (Forbidden("Forbidden: bot was blocked by the user"), ContactStopped, "contact_stopped"),
        (BadRequest("Chat not found"), ContactStopped, "chat_not_found"),
        (BadRequest("Message is too long"), Rejected, "bad_request"),
        (InvalidToken(), Unauthorised, "unauthorised"),
        (TimedOut(), Temporary, "temporary"),
        (NetworkError("reset"), Temporary, "temporary"),
    ],
)
def test_failures_are_told_apart(error: Exception, kind: type[SendError], code: str) -> None:
    found = send_error(error)  # type: ignore[arg-type]
    assert type(found) is kind
    assert found.code == code


def test_file_address_is_derived() -> None:
    assert _file_url("https://api.telegram.org/bot") == "https://api.telegram.org/file/bot"


async def _taken_in(world: TelegramWorld) -> int:
    async with world.app.storage.database.reading() as opened:
        return (await opened.scalars(select(func.count()).select_from(InboundMessage))).one()


async def _state(world: TelegramWorld, address: str) -> AddressState:
    async with world.app.storage.read() as uow:
        found = await uow.people.address("telegram", address)
    assert found is not None
    return found.state
