"""``doithoai chat``: the bot in a terminal, over the same database; a script can drive it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from secrets import token_hex
from typing import BinaryIO

from bot import logs
from bot.app import App, opened
from bot.channels.terminal import NAME, TerminalChannel
from bot.config import Settings
from bot.demo import identities
from handlers.messages import Incoming, Kind
from handlers.texts import Texts


@dataclass(frozen=True, slots=True)
class ChatError(Exception):
    """Why one cannot chat as somebody; ``key`` names the sentence."""

    key: str


async def chat(settings: Settings, name: str, role: str | None) -> int:
    """Read lines from standard input as *name* until its end; exit status."""
    logs.set_up(level="ERROR", as_json=settings.log_json)
    channel = TerminalChannel(_write)
    async with opened(settings, {NAME: channel}) as app:
        try:
            address = await _address(app, name, role)
        except ChatError as wrong:
            texts = Texts.load()
            sys.stderr.write(texts.render("vi", wrong.key, {"name": name}) + "\n")
            return 1
        await _open(app, address)
        for line in _lines(sys.stdin.buffer):
            await _say(app, address, line)
    return 0


async def _address(app: App, name: str, role: str | None) -> str:
    """The terminal account to speak from; never gives a role."""
    async with app.storage.read() as uow:
        known = await uow.people.address(NAME, name)
        held = {
            grant.role.value
            for grant in (known.person.roles if known else ())
            if grant.revoked_at is None
        }
    if role is None or role in held or (role == "household" and not held):
        return name
    for identity in await identities(app.storage):
        if identity.role.value == role:
            return identity.key
    raise ChatError("cli-chat-no-role")


async def _open(app: App, address: str) -> None:
    """Greet like opening a chat does; an open conversation goes on where it stood."""
    async with app.storage.read() as uow:
        known = await uow.people.address(NAME, address)
        talks = await uow.conversations.of_person(known.person_id) if known else ()
        waiting = any(talk.frames and talk.address.address == address for talk in talks)
    if not waiting:
        await _take(app, Incoming(NAME, address, token_hex(8), kind=Kind.START))


async def _say(app: App, address: str, line: str) -> None:
    await _take(app, Incoming(NAME, address, token_hex(8), text=line, sent_at=app.clock()))


async def _take(app: App, incoming: Incoming) -> None:
    await app.intake.receive(incoming)
    await app.dispatcher.settle()


def _lines(stream: BinaryIO) -> Iterator[str]:
    while raw := stream.readline():
        yield raw.decode("utf-8", "replace").rstrip("\n").replace("\\n", "\n")


def _write(text: str) -> None:
    sys.stdout.write(text + "\n\n")
    sys.stdout.flush()
