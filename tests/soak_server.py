"""The real server process of the soak, killed without a warning and started again."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import socket
import sys
from collections import Counter
from pathlib import Path

from bot.config import Settings
from tests.fakes.telegram import TOKEN, FakeTelegram

_PORTS = range(20_000, 30_000)
"""Below those that outgoing connections take: the port must stay ours while the server is dead."""


class Server:
    """``doithoai serve`` on a port of its own that stays the same after every kill."""

    def __init__(self, fake: FakeTelegram, folder: Path) -> None:
        self._log = folder / "serve.log"
        port = _free_port()
        self.url = f"http://127.0.0.1:{port}"
        self._environment = {
            **os.environ,
            "DOITHOAI_DATA_DIR": str(folder),
            "DOITHOAI_DATABASE_URL": f"sqlite:///{folder / 'soak.sqlite3'}",
            "DOITHOAI_SQLITE_SYNCHRONOUS": "FULL",
            "DOITHOAI_PORT": str(port),
            "DOITHOAI_LOG_LEVEL": "DEBUG",
            "DOITHOAI_TURNS_PER_MINUTE": "1000000",
            "DOITHOAI_TELEGRAM_TOKEN": TOKEN,
            "DOITHOAI_TELEGRAM_BASE_URL": f"{fake.url}/bot",
            "DOITHOAI_TELEGRAM_RATE": "1000000",
            "DOITHOAI_TELEGRAM_CHAT_RATE": "1000000",
        }
        self.settings = Settings(
            _env_file=None,
            data_dir=folder,
            database_url=self._environment["DOITHOAI_DATABASE_URL"],
        )
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it; that it answers is the others' affair."""
        with self._log.open("wb") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "serve",
                stdout=asyncio.subprocess.DEVNULL,
                stderr=log,
                env=self._environment,
            )

    async def kill(self) -> set[str]:
        """``kill -9``; the channels of which the log shows turns begun and not finished."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        await self._process.wait()
        open_turns: Counter[str] = Counter()
        for line in self._log.read_text("utf-8", "replace").splitlines():
            if line.endswith("}"):
                said = json.loads(line)
                step = {"turn_begun": 1, "turn": -1}.get(said.get("event"), 0)
                open_turns[said.get("channel", "")] += step
        return {channel for channel, count in open_turns.items() if count > 0}

    async def stop(self) -> None:
        """Let it end by itself."""
        assert self._process is not None
        self._process.terminate()
        await self._process.wait()


def _free_port() -> int:
    for port in random.SystemRandom().sample(_PORTS, 100):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise OSError("no free port")
