"""What leaves over Telegram: words in parts, buttons, files; and what a failure means."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from telegram import Bot, InputFile, Message
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot import logs
from bot.channels.base import (
    ContactStopped,
    Rejected,
    SendError,
    Temporary,
    Throttled,
    Unauthorised,
    split_text,
)
from bot.channels.telegram_files import seconds
from handlers.messages import OutFile, Reply
from handlers.services.faq_audio import RECORDING

log = logs.get(__name__)

MAX_TEXT = 4096
MAX_CAPTION = 1024
_BUTTON_LABEL = 60
_VOICES = (".ogg", ".mp3", ".m4a")
"""Names of recordings that the platform plays as a voice message."""

Materialise = Callable[[OutFile], Awaitable[tuple[str, bytes]]]
_Parameters = dict[str, Any]
"""Of a method of the Bot API, by their names there."""


class Sending:
    """Says replies over one bot."""

    def __init__(self, bot: Bot, materialise: Materialise) -> None:
        self._bot = bot
        self._materialise = materialise

    async def send(self, chat: int, reply: Reply) -> str | None:
        """Send *reply*; the id of its last message. Raises ``SendError``."""
        try:
            sent = await self._send_parts(chat, reply)
        except TelegramError as error:
            raise send_error(error) from error
        return None if sent is None else str(sent.message_id)

    async def _send_parts(self, chat: int, reply: Reply) -> Message | None:
        recording, caption = await self._recording(reply), reply.plain()
        if recording is not None and len(split_text(caption, MAX_CAPTION, utf16=True)) == 1:
            # one message: a failure in the middle would say the words again
            sent = await self._send_recording(chat, recording, caption, _buttons(reply))
            if sent is not None:
                return sent
            recording = None
        sent = await self._send_text(chat, reply)
        for file in reply.files:
            if file.kind != RECORDING:
                name, content = await self._materialise(file)
                sent = await self._bot.send_document(chat, InputFile(content, filename=name))
        if recording is not None:
            sent = await self._send_recording(chat, recording) or sent
        return sent

    async def _send_text(self, chat: int, reply: Reply) -> Message | None:
        parts = split_text(reply.plain(), MAX_TEXT, utf16=True)
        sent: Message | None = None
        for place, part in enumerate(parts):
            buttons = _buttons(reply) if place == len(parts) - 1 else None
            sent = await self._bot.send_message(chat, part, api_kwargs=buttons)
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
        buttons: _Parameters | None = None,
    ) -> Message | None:
        """As a voice message, which plays at a touch; else as a file.

        None when the platform takes neither: the words must get there without it.
        """
        under: dict[str, Any] = {"caption": caption, "api_kwargs": buttons}
        try:
            if recording.filename.endswith(_VOICES):
                return await self._bot.send_voice(chat, recording, **under)
        except BadRequest as refused:  # people may refuse voice messages
            log.info("telegram_no_voice", error=type(refused).__name__)
        try:
            return await self._bot.send_document(chat, recording, **under)
        except BadRequest as refused:
            log.info("telegram_no_recording", error=type(refused).__name__)
        return None


def _buttons(reply: Reply) -> _Parameters | None:
    """The choices of *reply* below it, one a row, as the platform's own parameter.

    The library's objects for it are taken apart again for every message, which took a tenth of
    what sending takes.
    """
    if not reply.choices:
        return None
    rows = [
        [
            {
                "text": f"{choice.number}. {choice.label}"[:_BUTTON_LABEL],
                "callback_data": reply.token(choice),
            }
        ]
        for choice in reply.choices
    ]
    return {"reply_markup": {"inline_keyboard": rows}}


def send_error(error: TelegramError) -> SendError:
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
