"""The in-process harness as a player: fast, and built anew for every line."""

from __future__ import annotations

from handlers.messages import OutFile, Reply
from tests.chat import Chat, move
from tests.players.script import Shown, gathered, plain


class ChatPlayer:
    """Everybody of a :class:`tests.chat.Chat`."""

    channel = "chat"

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._files: dict[tuple[str, str], OutFile] = {}

    async def say(self, who: str, text: str) -> Shown | None:
        """Run the turn."""
        return self._shown(await self._chat.say(who, text))

    async def move(self, text: str) -> Shown:
        """Move the clock by hand and let timed work run."""
        move(self._chat.clock, text)
        return self._shown(await self._chat.wait())

    async def file(self, who: str, name: str) -> bytes:
        """Make the file."""
        from bot.app import build
        from bot.exporting import materialise

        chat = self._chat
        app = await build(chat.settings, {}, clock=chat.clock, book=chat.book)
        try:
            return (await materialise(app, self._files[who, name]))[2]
        finally:
            await app.storage.database.close()

    def _shown(self, sent: list[tuple[str, Reply]]) -> Shown:
        for who, reply in sent:
            self._files |= {(who, file.name): file for file in reply.files}
        return gathered((who, _text(reply)) for who, reply in sent)


def _text(reply: Reply) -> str:
    choices = ((one.number, one.label) for one in reply.choices)
    return plain(reply.text, choices, (file.name for file in reply.files))
