"""Telegram, with python-telegram-bot as transport only (Bot API 10.0, library 22.8).

Updates are confirmed only after their turns are committed: the library's own polling confirms a
batch before any handler has run, so the loop here is ours. Messages are paced by the outbox; the
library's rate limiter is not used. Off unless a token is set: Telegram is throttled in Việt Nam and
must never delay another channel.
"""

from __future__ import annotations

import asyncio
import hmac
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from telegram import (
    Bot,
    ChatMember,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    Message,
    Update,
)
from telegram.constants import ChatType
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest

from bot import logs
from bot.channels.backlog import Backlog
from bot.channels.base import (
    Capabilities,
    ContactStopped,
    Rejected,
    SendError,
    Temporary,
    Throttled,
    Unauthorised,
    split_text,
)
from bot.channels.telegram_files import download, seconds
from bot.config import Settings
from bot.files import FileKeeper, FileRefused
from handlers.messages import File, Incoming, Kind, OutFile, Reply
from handlers.services.faq_audio import RECORDING

# The library's coming behaviour; without it every 429 raises a deprecation warning.
os.environ.setdefault("PTB_TIMEDELTA", "true")

log = logs.get(__name__)

NAME = "telegram"
MAX_TEXT = 4096
MAX_CAPTION = 1024
_BUTTON_LABEL = 60
_POLL_SECONDS = 25
_LOOK_AGAIN_SECONDS = 0.5
"""While an update is not done: how long others wait at most until theirs is looked at."""
_FIRST_BACKOFF, _LONGEST_BACKOFF = 1.0, 30.0
_ALLOWED = ("message", "callback_query", "my_chat_member")
_PHOTO_TYPE = "image/jpeg"
_VOICES = (".ogg", ".mp3", ".m4a")
"""Names of recordings that the platform plays as a voice message."""

Receive = Callable[[Incoming], Awaitable[object]]
Materialise = Callable[[OutFile], Awaitable[tuple[str, bytes]]]


class TelegramChannel:
    """One bot. ``receive`` is the intake; it returns once the turn is committed."""

    name = NAME

    def __init__(
        self,
        settings: Settings,
        keeper: FileKeeper,
        materialise: Materialise,
    ) -> None:
        if settings.telegram_token is None:
            raise ValueError("the Telegram channel needs a token")
        if settings.telegram_mode == "webhook" and settings.telegram_secret is None:
            raise ValueError("a webhook needs DOITHOAI_TELEGRAM_SECRET")
        self.capabilities = Capabilities(
            max_text=MAX_TEXT,
            buttons=True,
            files_in=True,
            files_out=True,
            foreign=True,
            rate=settings.telegram_rate,
            per_chat=settings.telegram_chat_rate,
        )
        self._settings = settings
        self._keeper = keeper
        self._materialise = materialise
        self._receive: Receive | None = None
        base = settings.telegram_base_url
        self.bot = Bot(
            settings.telegram_token.get_secret_value(),
            base_url=base,
            base_file_url=settings.telegram_base_file_url or _file_url(base),
            request=HTTPXRequest(
                connection_pool_size=settings.telegram_pool,
                pool_timeout=30,
                read_timeout=15,
                connect_timeout=10,
            ),
            get_updates_request=HTTPXRequest(
                connection_pool_size=1, read_timeout=_POLL_SECONDS + 10, pool_timeout=30
            ),
        )

    def connect(self, receive: Receive) -> None:
        """Set who takes in messages."""
        self._receive = receive

    # -- out ------------------------------------------------------------------------------------

    async def send(self, address: str, reply: Reply, key: str) -> str | None:
        """Send *reply*; the id of its last message."""
        try:
            sent = await self._send_parts(int(address), reply)
        except TelegramError as error:
            raise _send_error(error) from error
        return None if sent is None else str(sent.message_id)

    async def _send_parts(self, chat: int, reply: Reply) -> Message | None:
        recording, caption = await self._recording(reply), reply.plain()
        if recording is not None and len(split_text(caption, MAX_CAPTION, utf16=True)) == 1:
            # one message: a failure in the middle would say the words again
            sent = await self._send_recording(chat, recording, caption, _keyboard(reply))
            if sent is not None:
                return sent
            recording = None
        sent = await self._send_text(chat, reply)
        for file in reply.files:
            if file.kind != RECORDING:
                name, content = await self._materialise(file)
                sent = await self.bot.send_document(chat, InputFile(content, filename=name))
        if recording is not None:
            sent = await self._send_recording(chat, recording) or sent
        return sent

    async def _send_text(self, chat: int, reply: Reply) -> Message | None:
        parts = split_text(reply.plain(), MAX_TEXT, utf16=True)
        sent: Message | None = None
        for place, part in enumerate(parts):
            markup = _keyboard(reply) if place == len(parts) - 1 else None
            sent = await self.bot.send_message(chat, part, reply_markup=markup)
        return sent

    async def _recording(self, reply: Reply) -> InputFile | None:
        """What of *reply* is to be listened to; None also when it may not be played any more."""
        for file in reply.files:
            if file.kind == RECORDING:
                try:
                    name, content = await self._materialise(file)
                except Rejected:
                    return None
                return InputFile(content, filename=name)
        return None

    async def _send_recording(
        self,
        chat: int,
        recording: InputFile,
        caption: str | None = None,
        markup: InlineKeyboardMarkup | None = None,
    ) -> Message | None:
        """As a voice message, which plays at a touch; else as a file.

        None when the platform takes neither: the words must get there without it.
        """
        under: dict[str, Any] = {"caption": caption, "reply_markup": markup}
        try:
            if recording.filename.endswith(_VOICES):
                return await self.bot.send_voice(chat, recording, **under)
        except BadRequest as refused:  # people may refuse voice messages
            log.info("telegram_no_voice", error=type(refused).__name__)
        try:
            return await self.bot.send_document(chat, recording, **under)
        except BadRequest as refused:
            log.info("telegram_no_recording", error=type(refused).__name__)
        return None

    # -- in -------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Poll until cancelled; in webhook mode only make the bot known and return."""
        await self._start()
        if self._settings.telegram_mode == "webhook":
            return
        await self.bot.delete_webhook()
        backlog = Backlog()
        try:
            await self._poll(backlog)
        finally:
            await backlog.close()

    async def _poll(self, backlog: Backlog) -> None:
        backoff = _FIRST_BACKOFF
        while True:
            try:
                updates = await self.bot.get_updates(
                    offset=backlog.offset,
                    timeout=0 if backlog.is_open else _POLL_SECONDS,
                    allowed_updates=list(_ALLOWED),
                )
            except TelegramError as error:
                await self._trouble(error, backoff)
                backoff = min(_LONGEST_BACKOFF, backoff * 2)
                continue
            backoff = _FIRST_BACKOFF
            for update in updates:
                chat = _private(update)
                if chat is None:
                    backlog.skip(update.update_id)
                else:
                    backlog.begin(update.update_id, chat, partial(self._take, update))
            await backlog.settle(_LOOK_AGAIN_SECONDS)

    async def webhook(self, body: dict[str, Any]) -> None:
        """Take one update that came over the webhook."""
        update = Update.de_json(body, self.bot)
        if _private(update) is not None:
            await self._take(update)

    def is_secret(self, given: str) -> bool:
        """Whether a webhook call carries our secret, compared in constant time."""
        secret = self._settings.telegram_secret
        if secret is None:
            return False
        return hmac.compare_digest(given.encode(), secret.get_secret_value().encode())

    async def close(self) -> None:
        """Give back connections."""
        await self.bot.shutdown()

    async def _start(self) -> None:
        backoff = _FIRST_BACKOFF
        while True:
            try:
                await self.bot.initialize()
                if self._settings.telegram_mode == "webhook":
                    await self._set_webhook()
            except TelegramError as error:
                await self._trouble(error, backoff)
                backoff = min(_LONGEST_BACKOFF, backoff * 2)
            else:
                return

    async def _set_webhook(self) -> None:
        secret = self._settings.telegram_secret
        await self.bot.set_webhook(
            f"{self._settings.effective_public_url}/hooks/telegram",
            allowed_updates=list(_ALLOWED),
            secret_token=secret.get_secret_value() if secret else None,
        )

    async def _trouble(self, error: TelegramError, backoff: float) -> None:
        kind = "two_pollers" if isinstance(error, Conflict) else type(error).__name__
        log.warning("telegram_trouble", error=kind, wait=backoff)
        wait = seconds(error.retry_after) if isinstance(error, RetryAfter) else backoff
        await asyncio.sleep(wait)

    async def _take(self, update: Update) -> None:
        """Run the turn of *update*; raises when it could not even be recorded as failed."""
        if self._receive is None:
            raise AssertionError("the channel is not connected")
        incoming = await self._parse(update)
        if incoming is not None:
            await self._receive(incoming)
            await self._keeper.drop_unused(incoming)
        if update.callback_query is not None:
            await self._calm_button(update)

    async def _calm_button(self, update: Update) -> None:
        """Stop the button's waiting sign; of no weight, so its failure is not either."""
        if update.callback_query is not None:
            try:
                await update.callback_query.answer()
            except TelegramError as error:
                log.debug("telegram_button", error=type(error).__name__)

    async def _parse(self, update: Update) -> Incoming | None:
        chat = update.effective_chat
        if chat is None:
            return None
        base: dict[str, Any] = {
            "channel": NAME,
            "address": str(chat.id),
            "external_id": str(update.update_id),
        }
        if update.callback_query is not None:
            return Incoming(**base, kind=Kind.BUTTON, button=update.callback_query.data or "")
        if update.my_chat_member is not None:
            status = update.my_chat_member.new_chat_member.status
            left = status in {ChatMember.BANNED, ChatMember.LEFT}
            return Incoming(**base, kind=Kind.STOPPED) if left else None
        if update.message is None:
            return None
        return await self._parse_message(base, update.message)

    async def _parse_message(self, base: dict[str, Any], message: Message) -> Incoming:
        sent_at: datetime = message.date
        if message.text is not None:
            return _text(base, message.text, sent_at)
        if message.sticker is not None:
            return Incoming(**base, kind=Kind.STICKER, sent_at=sent_at)
        found = _file_of(message)
        if found is None:
            return Incoming(**base, kind=Kind.UNKNOWN, sent_at=sent_at)
        kind, file_id, content_type, size = found
        if size > self._settings.max_file_mb * 1024 * 1024:
            return Incoming(**base, kind=Kind.TOO_BIG, sent_at=sent_at)
        try:
            kept = await self._fetch(base["address"], kind, file_id, content_type)
        except FileRefused as refused:
            return Incoming(**base, kind=refused.kind, sent_at=sent_at)
        return Incoming(
            **base, kind=Kind.FILE, text=message.caption or "", files=(kept,), sent_at=sent_at
        )

    async def _fetch(self, address: str, kind: str, file_id: str, content_type: str) -> File:
        content = await download(self.bot, file_id)

        async def chunks() -> AsyncIterator[bytes]:
            yield content

        return await self._keeper.keep(
            NAME, address, kind=kind, content_type=content_type, chunks=chunks()
        )


def _file_url(base: str) -> str:
    """Where files lie beside *base*: ``…/bot`` becomes ``…/file/bot``."""
    head, _, tail = base.rpartition("/")
    return f"{head}/file/{tail}"


def _private(update: Update) -> int | None:
    """The chat of an update, unless it is a group or a channel."""
    chat = update.effective_chat
    return chat.id if chat is not None and chat.type == ChatType.PRIVATE else None


def _text(base: dict[str, Any], text: str, sent_at: datetime) -> Incoming:
    if text.startswith("/"):
        command, _, rest = text[1:].partition(" ")
        command = command.partition("@")[0]
        if command == "start":
            return Incoming(**base, kind=Kind.START, start=rest.strip() or None, sent_at=sent_at)
        text = f"{command} {rest}".strip()
    return Incoming(**base, text=text, sent_at=sent_at)


def _file_of(message: Message) -> tuple[str, str, str, int] | None:
    """Kind, id, type and size in bytes of the file in a message."""
    if message.photo:
        photo = message.photo[-1]
        return "photo", photo.file_id, _PHOTO_TYPE, photo.file_size or 0
    if message.voice is not None:
        voice = message.voice
        return "voice", voice.file_id, voice.mime_type or "audio/ogg", voice.file_size or 0
    if message.document is not None:
        document = message.document
        content_type = document.mime_type or "application/octet-stream"
        return "document", document.file_id, content_type, document.file_size or 0
    return None


def _keyboard(reply: Reply) -> InlineKeyboardMarkup | None:
    if not reply.choices:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(
                    f"{choice.number}. {choice.label}"[:_BUTTON_LABEL],
                    callback_data=reply.token(choice),
                )
            ]
            for choice in reply.choices
        ]
    )


def _send_error(error: TelegramError) -> SendError:
    """What a failure of the platform means to the outbox."""
    match error:
        case RetryAfter():
            return Throttled(timedelta(seconds=seconds(error.retry_after)))
        case Forbidden():
            return ContactStopped()
        case InvalidToken():
            return Unauthorised()
        case BadRequest():
            gone = "chat not found" in error.message.lower()
            return ContactStopped("chat_not_found") if gone else Rejected("bad_request")
    return Temporary()
