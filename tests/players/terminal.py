"""People at terminals, a process each, over one SQLite file."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from time import monotonic

from bot.app import App, build, migrate
from bot.config import Settings
from bot.ticks import run_ticks
from handlers.faq_book import FaqBook
from tests.chat import move
from tests.clock import Clock
from tests.players.outbox import has_mail, rows, taken_in
from tests.players.script import FILE, Shown, gathered
from tests.players.windows import Open, Window, forked
from tests.worlds import TERMINAL, WORLDS

_SAVED = "Tệp đã lưu: "
_PATIENCE = 60.0


class TerminalPlayer:
    """Everybody's terminal. A window opens when its person speaks or something waits for them."""

    channel = "terminal"

    def __init__(self, app: App, folder: Path, clock: Clock, open_window: Open) -> None:
        self._app = app
        self._open_window = open_window
        self._folder = folder
        self._clock = clock
        self._clock_set = monotonic()
        self._database = app.storage.database
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
        (await self._window(who)).type(text)
        return await self._news_of_turn(taken)

    async def _greeted(self, who: str) -> Shown:
        taken = await taken_in(self._database)
        await self._open(who)
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
        await run_ticks(self._app)
        return await self._news()

    async def file(self, who: str, name: str) -> bytes:
        """The file as it lies in the folder where the person typed."""
        return (self._folder / who / name).read_bytes()

    async def close(self) -> None:
        """Close every window."""
        statuses = {who: window.close() for who, window in self._windows.items()}
        assert set(statuses.values()) <= {0}, statuses

    async def _window(self, who: str) -> Window:
        return self._windows.get(who) or await self._open(who)

    async def _open(self, who: str) -> Window:
        folder = self._folder / who
        folder.mkdir(exist_ok=True)
        now = self._clock() + timedelta(seconds=monotonic() - self._clock_set)
        settings = self._app.settings
        environment = {
            "DOITHOAI_DATABASE_URL": settings.database_url,
            "DOITHOAI_DATA_DIR": str(settings.data_dir),
            "DOITHOAI_SQLITE_SYNCHRONOUS": settings.sqlite_synchronous,
            "DOITHOAI_TURNS_PER_MINUTE": str(settings.turns_per_minute),
            "DOITHOAI_CLOCK": now.isoformat(),
        }
        repeated = await self._waiting(who)
        window = self._windows[who] = self._open_window(who, folder, environment, repeated)
        return window

    async def _waiting(self, who: str) -> str:
        """The question that waits for somebody who opens the window again."""
        if not await has_mail(self._database, who):
            return ""
        waiting = await self._app.intake.waiting(TERMINAL, who)
        return waiting.plain() if waiting is not None else ""

    async def _news(self) -> Shown:
        """What the windows show once nothing is on its way any more."""
        for row in await rows(self._database, self._seen):
            await self._window(row.address)
        await self._until(self._all_sent)
        found = await rows(self._database, self._seen)
        self._seen = max([self._seen, *(row.id for row in found)])
        return gathered((who, _text(window.news())) for who, window in self._windows.items())

    async def _all_sent(self) -> bool:
        found = await rows(self._database, self._seen)
        opened = [window.has_opened() for window in self._windows.values()]
        return all(opened) and not any(row.pending for row in found)

    async def _until(self, condition: Callable[[], Awaitable[bool]]) -> None:
        """Look again and again until *condition* holds: the other side is another process."""
        async with asyncio.timeout(_PATIENCE):
            while not await condition():
                ended = [who for who, one in self._windows.items() if not one.is_open()]
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
    folder: Path,
    clock: Clock,
    book: FaqBook,
    faq_cache: Path,
    world: str,
    open_window: Open = forked,
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
    player = TerminalPlayer(app, folder, clock, open_window)
    try:
        await WORLDS[world](app.storage, clock())
        yield player
    finally:
        await player.close()
        await app.storage.database.close()
