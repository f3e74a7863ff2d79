"""People at terminals: a ``doithoai chat --as NAME`` process each, over one SQLite file."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import monotonic

from bot.app import build, migrate
from bot.config import Settings
from bot.ticks import run_ticks
from handlers.faq_book import FaqBook
from storage.database import Database
from tests.chat import move
from tests.clock import Clock
from tests.players.outbox import has_mail, rows, taken_in
from tests.players.script import FILE, Shown, gathered
from tests.worlds import WORLDS

_COMMAND = Path(sys.executable).with_name("doithoai")
_SAVED = "Tệp đã lưu: "
_PATIENCE = 60.0


@dataclass(slots=True)
class Window:
    """One person's terminal."""

    process: subprocess.Popen[bytes]

    def type(self, text: str) -> None:
        """Type a line."""
        assert self.process.stdin is not None
        self.process.stdin.write(text.replace("\n", "\\n").encode() + b"\n")
        self.process.stdin.flush()

    def read(self) -> str:
        """What stands there since the last look."""
        assert self.process.stdout is not None
        found = b""
        while True:
            try:
                chunk = os.read(self.process.stdout.fileno(), 65536)
            except BlockingIOError:
                break
            if not chunk:
                break
            found += chunk
        return found.decode()

    def close(self) -> int:
        """End the input; the process' exit status."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        status = self.process.wait(_PATIENCE)
        self.process.stdout.close()
        return status


class TerminalPlayer:
    """Everybody's terminal. A window opens when its person speaks or something waits for them."""

    channel = "terminal"

    def __init__(self, settings: Settings, folder: Path, clock: Clock, book: FaqBook) -> None:
        self._settings = settings
        self._folder = folder
        self._clock = clock
        self._clock_set = monotonic()
        self._book = book
        self._database = Database(settings.effective_database_url)
        self._windows: dict[str, Window] = {}
        self._seen = 0

    async def say(self, who: str, text: str) -> Shown | None:
        """Type the line; ``[start]`` opens the window."""
        if text == "[start]":
            return await self._greeted(who)
        if text.startswith("["):
            return None
        if not await has_mail(self._database, who):
            await self._greeted(who)  # a transcript that begins in the middle of a talk
        taken = await taken_in(self._database)
        self._window(who).type(text)
        return await self._news_of_turn(taken)

    async def _greeted(self, who: str) -> Shown:
        taken = await taken_in(self._database)
        self._open(who)
        return await self._news_of_turn(taken)

    async def _news_of_turn(self, taken: int) -> Shown:
        async def is_taken_in() -> bool:
            return await taken_in(self._database) > taken

        await self._until(is_taken_in)
        return await self._news()

    async def move(self, text: str) -> Shown:
        """Close every window; they open again at the new time."""
        move(self._clock, text)
        self._clock_set = monotonic()
        statuses = {who: window.close() for who, window in self._windows.items()}
        assert set(statuses.values()) <= {0}, statuses
        self._windows.clear()
        app = await build(self._settings, {}, clock=self._clock, book=self._book)
        try:
            await run_ticks(app)
        finally:
            await app.storage.database.close()
        return await self._news()

    async def file(self, who: str, name: str) -> bytes:
        """The file as it lies in the folder where the person typed."""
        return (self._folder / who / name).read_bytes()

    async def close(self) -> None:
        """Close every window."""
        statuses = {who: window.close() for who, window in self._windows.items()}
        await self._database.close()
        assert set(statuses.values()) <= {0}, statuses

    def _window(self, who: str) -> Window:
        return self._windows.get(who) or self._open(who)

    def _open(self, who: str) -> Window:
        folder = self._folder / who
        folder.mkdir(exist_ok=True)
        now = self._clock() + timedelta(seconds=monotonic() - self._clock_set)
        settings = self._settings
        process = subprocess.Popen(
            [_COMMAND, "chat", "--as", who],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=folder,
            env={
                **os.environ,
                "DOITHOAI_DATABASE_URL": settings.database_url,
                "DOITHOAI_DATA_DIR": str(settings.data_dir),
                "DOITHOAI_SQLITE_SYNCHRONOUS": settings.sqlite_synchronous,
                "DOITHOAI_TURNS_PER_MINUTE": str(settings.turns_per_minute),
                "DOITHOAI_CLOCK": now.isoformat(),
            },
        )
        assert process.stdout is not None
        os.set_blocking(process.stdout.fileno(), False)
        window = self._windows[who] = Window(process)
        return window

    async def _news(self) -> Shown:
        """What the windows show once nothing is on its way any more."""
        for row in await rows(self._database, self._seen):
            self._window(row.address)
        await self._until(self._all_sent)
        found = await rows(self._database, self._seen)
        self._seen = max([self._seen, *(row.id for row in found)])
        return gathered((who, _text(window.read())) for who, window in self._windows.items())

    async def _all_sent(self) -> bool:
        found = await rows(self._database, self._seen)
        return not any(row.pending for row in found)

    async def _until(self, condition: Callable[[], Awaitable[bool]]) -> None:
        """Look again and again until *condition* holds: the other side is another process."""
        async with asyncio.timeout(_PATIENCE):
            while not await condition():
                ended = [
                    who for who, one in self._windows.items() if one.process.poll() is not None
                ]
                assert not ended, f"the terminal of {ended} ended"
                await asyncio.sleep(0.02)


def _text(shown: str) -> str:
    """What stands in a window, as a transcript writes it: only the name of a saved file."""
    parts = []
    for part in shown.strip().split("\n\n"):
        saved = part.startswith(_SAVED)
        parts.append(FILE + Path(part.removeprefix(_SAVED)).name if saved else part)
    return "\n\n".join(parts)


@asynccontextmanager
async def terminal_player(
    folder: Path, clock: Clock, book: FaqBook, faq_cache: Path, world: str
) -> AsyncIterator[TerminalPlayer]:
    """The commune of *world* on a SQLite file, and windows on it."""
    data = folder / "data"
    data.mkdir()
    (data / "cache").symlink_to(faq_cache, target_is_directory=True)
    settings = Settings(
        _env_file=None,
        database_url=f"sqlite:///{folder / 'terminal.sqlite3'}",
        data_dir=data,
        sqlite_synchronous="NORMAL",
        turns_per_minute=1000,
    )
    await migrate(settings)
    app = await build(settings, {}, clock=clock, book=book)
    await WORLDS[world](app.storage, clock())
    await app.storage.database.close()
    player = TerminalPlayer(settings, folder, clock, book)
    try:
        yield player
    finally:
        await player.close()
