"""What comes in over Telegram: an update becomes a message of ours."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

from telegram import Bot, ChatMember, Message, Update
from telegram.constants import ChatType

from bot.channels.telegram_files import download
from bot.files import FileKeeper, FileRefused
from handlers.messages import File, Incoming, Kind

_PHOTO_TYPE = "image/jpeg"


class Updates:
    """Reads the updates of one bot, whose messages go under the name of *channel*."""

    def __init__(self, bot: Bot, keeper: FileKeeper, channel: str, max_file: int) -> None:
        self._bot = bot
        self._keeper = keeper
        self._channel = channel
        self._max_file = max_file
        """Bytes; what is larger is not fetched at all."""

    async def read(self, update: Update) -> Incoming | None:
        """The message in *update*, its file fetched and kept; None when there is nothing to say."""
        chat = update.effective_chat
        if chat is None:
            return None
        base: dict[str, Any] = {
            "channel": self._channel,
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
        if size > self._max_file:
            return Incoming(**base, kind=Kind.TOO_BIG, sent_at=sent_at)
        try:
            kept = await self._fetch(base["address"], kind, file_id, content_type)
        except FileRefused as refused:
            return Incoming(**base, kind=refused.kind, sent_at=sent_at)
        return Incoming(
            **base, kind=Kind.FILE, text=message.caption or "", files=(kept,), sent_at=sent_at
        )

    async def _fetch(self, address: str, kind: str, file_id: str, content_type: str) -> File:
        content = await download(self._bot, file_id)

        async def chunks() -> AsyncIterator[bytes]:
            yield content

        return await self._keeper.keep(
            self._channel, address, kind=kind, content_type=content_type, chunks=chunks()
        )


def private(update: Update) -> int | None:
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
