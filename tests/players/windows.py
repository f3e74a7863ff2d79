"""Terminals: a ``doithoai chat --as NAME`` process each, started as a command or forked.

A command needs seconds to load everything. A golden path opens many windows, so there they are
forked from one process that has loaded it all; each is a process of its own all the same, with its
own input, screen, folder and settings.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.reduction import DupFd
from pathlib import Path
from typing import Any

from bot.cli import main
from tests.players.loaded import FAQ_CACHE

_COMMAND = Path(sys.executable).with_name("doithoai")
_PATIENCE = 60.0

Open = Callable[[str, Path, Mapping[str, str], str], "Window"]
"""Opens the window of a person in a folder, with settings; the last is what it repeats at first."""


@dataclass(slots=True)
class Window:
    """One person's terminal."""

    keyboard: int
    """File descriptor to write to."""
    screen: int
    """File descriptor to read from."""
    is_open: Callable[[], bool]
    wait: Callable[[], int]
    """Gives the exit status once the process has ended."""
    repeated: str
    """The question that waited when the window opened: shown again, and no news."""
    _shown: bytes = b""

    def __post_init__(self) -> None:
        os.set_blocking(self.screen, False)

    def type(self, text: str) -> None:
        """Type a line."""
        os.write(self.keyboard, text.replace("\n", "\\n").encode() + b"\n")

    def has_opened(self) -> bool:
        """Whether it shows the question that waited."""
        self._look()
        return self.repeated.encode() in self._shown

    def news(self) -> str:
        """What stands there since the last look, beside the question that waited."""
        self._look()
        shown, repeated = self._shown.decode(), self.repeated
        self._shown, self.repeated = b"", ""
        return shown.replace(repeated, "", 1) if repeated else shown

    def _look(self) -> None:
        with suppress(BlockingIOError):
            while chunk := os.read(self.screen, 65536):
                self._shown += chunk

    def close(self) -> int:
        """End the input; the process' exit status."""
        os.close(self.keyboard)
        status = self.wait()
        os.close(self.screen)
        return status


def as_command(who: str, folder: Path, settings: Mapping[str, str], repeated: str) -> Window:
    """A window as anybody opens it."""
    (typed, keyboard), (screen, shown) = os.pipe(), os.pipe()
    process = subprocess.Popen(
        [_COMMAND, "chat", "--as", who],
        stdin=typed,
        stdout=shown,
        cwd=folder,
        env={**os.environ, **settings},
    )
    os.close(typed)
    os.close(shown)
    return Window(
        keyboard, screen, lambda: process.poll() is None, lambda: process.wait(_PATIENCE), repeated
    )


def forked(who: str, folder: Path, settings: Mapping[str, str], repeated: str) -> Window:
    """A window from the process that has loaded everything; the first call starts that one."""
    os.environ.setdefault(FAQ_CACHE, str((Path(settings["DOITHOAI_DATA_DIR"]) / "cache").resolve()))
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.players.loaded"])
    (typed, keyboard), (screen, shown) = os.pipe(), os.pipe()
    process = context.Process(target=_chat, args=(who, folder, settings, Fd(typed), Fd(shown)))
    process.start()
    os.close(typed)
    os.close(shown)

    def wait() -> int:
        process.join(_PATIENCE)
        status = process.exitcode
        process.close()
        return -1 if status is None else status

    return Window(keyboard, screen, process.is_alive, wait, repeated)


class Fd:
    """A file descriptor on its way to another process."""

    def __init__(self, number: int) -> None:
        self._number = number

    def __reduce__(self) -> tuple[Any, ...]:
        return _arrived, (DupFd(self._number),)


def _arrived(passed: Any) -> int:
    number: int = passed.detach()
    return number


def _chat(who: str, folder: Path, settings: Mapping[str, str], typed: int, shown: int) -> None:
    os.dup2(typed, sys.stdin.fileno())
    os.dup2(shown, sys.stdout.fileno())
    os.close(typed)
    os.close(shown)
    os.chdir(folder)
    os.environ.update(settings)
    sys.exit(main(["chat", "--as", who]))
