"""``doithoai chat``: the bot in a terminal, over the same database; a script can drive it.

What others cause for the person (a notice, an answer) appears at opening, after each line and
while the terminal waits for the next one.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from secrets import token_hex
from threading import Thread

from bot import logs
from bot.app import App, opened
from bot.channels.terminal import NAME, TerminalChannel
from bot.config import Settings
from bot.demo import identities
from handlers.messages import Incoming, Kind, OutFile
from handlers.texts import Texts
from storage.models import Person

_POLL_SECONDS = 0.3
"""How soon a notice that another process queued is shown at the latest."""
_CHUNK = 65536
_MOST_LISTED = 20


@dataclass(frozen=True, slots=True)
class ChatError(Exception):
    """Why one cannot chat as somebody; ``key`` names the sentence."""

    key: str
    known: str
    """Whom one can chat as instead."""


def keep(folder: Path, name: str, content: bytes) -> Path:
    """Write *content* as *name* into *folder*, numbered when the name is taken; where it is."""
    wanted = Path(Path(name).name)
    for number in count(1):
        path = folder / (wanted if number == 1 else f"{wanted.stem} ({number}){wanted.suffix}")
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            continue
        return path
    raise AssertionError("numbers never end")


async def chat(settings: Settings, name: str, role: str | None) -> int:
    """Read lines from standard input as *name* until its end; exit status."""
    logs.set_up(level="ERROR", as_json=settings.log_json)
    joined: list[App] = []

    async def save(outfile: OutFile) -> str:
        from bot.exporting import carrier

        carry = carrier(lambda: joined[0], foreign=False)
        path = await asyncio.to_thread(keep, Path.cwd(), *await carry(outfile))
        return joined[0].texts.render("vi", "cli-chat-file", {"file": str(path)})

    async with opened(settings, {NAME: TerminalChannel(_write, save)}) as app:
        joined.append(app)
        try:
            address = await _address(app, name, role)
        except ChatError as wrong:
            _remark(wrong.key, name, wrong.known)
            return 1
        async with _delivering(app, address):
            await _open(app, address)
            async for line in lines(sys.stdin.fileno()):
                await _say(app, address, line)
    return 0


@asynccontextmanager
async def _delivering(app: App, address: str) -> AsyncIterator[None]:
    """Whatever waits for *address* is shown, now and until the block ends."""
    app.dispatcher.serve_only(address, _POLL_SECONDS)
    jobs = {asyncio.create_task(app.dispatcher.run()), asyncio.create_task(app.shelf.watch())}
    try:
        yield
        await app.dispatcher.drain()
    finally:
        for job in jobs:
            job.cancel()
        await asyncio.wait(jobs)


async def _address(app: App, name: str, role: str | None) -> str:
    """The terminal account to speak from; never gives a role."""
    async with app.storage.read() as uow:
        known = await uow.people.address(NAME, name)
        held = _held(known.person) if known else set()
        others = await uow.people.accounts(NAME, _MOST_LISTED)
        able = [one.address for one in others if role is None or role in _held(one.person)]
    if role is None or role in held or (role == "household" and not held):
        if known is None and able:
            _remark("cli-chat-new", name, ", ".join(able))
        return name
    for identity in await identities(app.storage):
        if identity.role.value == role:
            return identity.key
    raise ChatError("cli-chat-no-role", ", ".join(able))


def _held(person: Person) -> set[str]:
    return {grant.role.value for grant in person.roles if grant.revoked_at is None}


def _remark(key: str, name: str, known: str) -> None:
    """A sentence to whoever sits at the terminal, and whom else they may speak as."""
    texts = Texts.load()
    said = [texts.render("vi", key, {"name": name})]
    if known:
        said.append(texts.render("vi", "cli-chat-known", {"known": known}))
    sys.stderr.write(" ".join(said) + "\n")


async def _open(app: App, address: str) -> None:
    """Show what was said meanwhile and the question that waits; greet who finds nothing there."""
    async with app.storage.read() as uow:
        known = await uow.people.address(NAME, address)
        said = await uow.mailbox.last_id(known.id) if known else 0
    if said:
        await app.dispatcher.drain()
        waiting = await app.intake.waiting(NAME, address)
        if waiting is not None:
            _write(waiting.plain())
    else:
        await _take(app, Incoming(NAME, address, token_hex(8), kind=Kind.START))


async def _say(app: App, address: str, line: str) -> None:
    await _take(app, Incoming(NAME, address, token_hex(8), text=line, sent_at=app.clock()))


async def _take(app: App, incoming: Incoming) -> None:
    await app.intake.receive(incoming)
    await app.dispatcher.drain()


async def lines(source: int) -> AsyncIterator[str]:
    """Lines of the file descriptor *source* as they come; ``\\n`` in a line is a line break.

    A thread of its own reads, so that a terminal which says nothing stops nobody. It reads the
    descriptor, not ``sys.stdin``: a reader that still waits at the end would hold its lock.
    """
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[bytes | None] = asyncio.Queue()

    def read() -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody listens
            with suppress(OSError):  # the terminal is gone: the end
                while chunk := os.read(source, _CHUNK):
                    loop.call_soon_threadsafe(queue.put_nowait, chunk)
            loop.call_soon_threadsafe(queue.put_nowait, None)

    Thread(target=read, name="standard-input", daemon=True).start()
    rest = b""
    while (chunk := await queue.get()) is not None:
        *whole, rest = (rest + chunk).split(b"\n")
        for raw in whole:
            yield _decoded(raw)
    if rest:
        yield _decoded(rest)


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").rstrip("\r").replace("\\n", "\n")


def _write(text: str) -> None:
    sys.stdout.write(text + "\n\n")
    sys.stdout.flush()
