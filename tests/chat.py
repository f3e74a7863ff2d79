"""Plays a transcript (``*.chat``) through intake, engine and a real database.

    given: announced
    H: bhyt ho ngheo mat the lam lai o dau
    Bot: Có thể câu này giúp anh/chị…
      1. Đúng
      2. Chưa, gửi cho cán bộ
      0. Trợ giúp
    Bot → T: …                     (what somebody else was told by that line)
    @ 2026-12-01 08:00             (sets the clock, Vietnamese wall time)
    @ +25h                         (moves it on)
    H: [photo]           (also [voice], [sticker], [start join_ABC], [button 2], [button old])
    O: [workbook NAME]   (the FAQ as it is exported now, edited as ``tests.faq_files`` says)

``given: asked with files`` is over a channel that carries files; those that go out are shown as
``[kind]``. ``with voice`` is over one where people can have everything read out.

**Between lines the whole app is thrown away and built again from the database.** ``{name}`` in a
bot line captures what stands there (a code) and may be used in later lines. A spare or missing bot
line fails. ``pytest --update-transcripts`` rewrites the bot's lines.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.app import App, build, migrate, open_database
from bot.channels.base import Capabilities
from bot.config import Settings
from bot.ticks import run_ticks
from handlers.exports.xlsx import CONTENT_TYPE as XLSX
from handlers.faq_book import FaqBook
from handlers.messages import File, Incoming, Kind, Reply
from storage.database import Database
from storage.unit_of_work import Storage
from tests.chat_files import block, blocks, capture, captured_anew, filled
from tests.clock import Clock
from tests.worlds import TERMINAL, WORLDS, World

_SPEAKER = re.compile(r"(Bot(?: → \w+)?|\w+): (.*)", re.DOTALL)
_WITH = " with "
_SPECIAL = re.compile(r"^\[(\w+)(?: (.+))?\]$")


class CollectingChannel:
    """Keeps what is sent, per address."""

    name = TERMINAL
    capabilities = Capabilities(max_text=2000)

    def __init__(self, *, files: bool = False, voice: bool = False) -> None:
        self.capabilities = replace(self.capabilities, files_out=files, reads_aloud=voice)
        self.sent: list[tuple[str, Reply]] = []

    async def send(self, address: str, reply: Reply, key: str) -> str | None:
        self.sent.append((address, reply))
        return key

    async def run(self) -> None:
        return

    async def close(self) -> None:
        return


@dataclass(slots=True)
class Chat:
    """People talking to one installation."""

    settings: Settings
    clock: Clock
    book: FaqBook
    world: World | None = None
    sent: dict[str, list[Reply]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    """What was sent, by storage key."""
    carries_files: bool = False
    reads_aloud: bool = False
    _number: int = 0
    _seed: int = 7
    _database: Database | None = None
    """Without a connection between the lines; what it keeps is how statements are worded."""

    async def prepare(self, world: str) -> None:
        """Make the database and the commune of *world*, perhaps ``… with files``."""
        world, _, channel = world.partition(_WITH)
        self.carries_files, self.reads_aloud = channel == "files", channel == "voice"
        await migrate(self.settings)
        app = await self._app(CollectingChannel())
        try:
            self.world = await WORLDS[world](app.storage, self.clock())
        finally:
            await app.storage.database.close()

    async def say(self, who: str, text: str) -> list[tuple[str, Reply]]:
        """Send one line as *who*; everything that was sent to anybody because of it."""
        channel = CollectingChannel(files=self.carries_files, voice=self.reads_aloud)
        app = await self._app(channel)
        try:
            self._number += 1
            await self._edit_workbook(app, who, text)
            await app.intake.receive(self._incoming(who, text))
            await app.dispatcher.drain()
        finally:
            await app.storage.database.close()
        return self._keep(channel)

    async def wait(self) -> list[tuple[str, Reply]]:
        """Let timed work run at the clock's time; what was sent."""
        channel = CollectingChannel(files=self.carries_files, voice=self.reads_aloud)
        app = await self._app(channel)
        try:
            await run_ticks(app)
            await app.dispatcher.drain()
        finally:
            await app.storage.database.close()
        return self._keep(channel)

    async def _edit_workbook(self, app: App, who: str, text: str) -> None:
        from tests.faq_files import edited_for_chat

        special = _SPECIAL.match(text)
        if special is not None and special.group(1) == "workbook" and self.world is not None:
            content = await edited_for_chat(app, self.world.people[who].id, special.group(2))
            self.files[f"key-{self._number}"] = content

    async def _read_file(self, key: str) -> bytes:
        return self.files[key]

    def storage(self) -> Storage:
        """The same database, for looking at; the caller closes its ``database``."""
        return Storage(Database(self.settings.effective_database_url, synchronous="NORMAL"))

    def shown(self, reply: Reply) -> str:
        """A message as a transcript has it."""
        files = [f"[{file.kind}]" for file in reply.files] if self.carries_files else []
        return "\n".join([reply.plain(), *files])

    def last(self, who: str) -> Reply:
        """The last message *who* got."""
        return self.sent[who][-1]

    async def _app(self, channel: CollectingChannel) -> App:
        self._database = self._database or open_database(self.settings)
        return await build(
            self.settings,
            {channel.name: channel},
            clock=self.clock,
            book=self.book,
            dice=random.Random(self._seed + self._number),
            read_file=self._read_file,
            database=self._database,
        )

    def _keep(self, channel: CollectingChannel) -> list[tuple[str, Reply]]:
        for address, reply in channel.sent:
            self.sent.setdefault(address, []).append(reply)
        return channel.sent

    def _incoming(self, who: str, text: str) -> Incoming:
        base: dict[str, Any] = {
            "channel": TERMINAL,
            "address": who,
            "external_id": f"m{self._number}",
        }
        special = _SPECIAL.match(text)
        if special is None:
            return Incoming(**base, text=text, sent_at=self.clock())
        word, argument = special.group(1), special.group(2) or ""
        if word == "start":
            return Incoming(**base, kind=Kind.START, start=argument or None)
        if word == "button":
            return Incoming(**base, kind=Kind.BUTTON, button=self._button(who, argument))
        if word == "workbook":
            file = File("document", XLSX, 1000, f"{self._number:064x}", f"key-{self._number}")
            return Incoming(**base, kind=Kind.FILE, files=(file,))
        if word in {"photo", "voice", "document"}:
            digest = f"{self._number:064x}"
            file = File(word, "application/octet-stream", 1000, digest, f"key-{self._number}")
            return Incoming(**base, kind=Kind.FILE, text=argument, files=(file,))
        return Incoming(**base, kind=Kind(word))

    def _button(self, who: str, argument: str) -> str:
        if argument == "old":
            return "0:1"
        with_menu = next(reply for reply in reversed(self.sent[who]) if reply.menu)
        return f"{with_menu.menu}:{argument}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a transcript."""

    who: str
    text: str


def read(path: Path) -> tuple[str, list[Line]]:
    """The ``given:`` world and the lines of a transcript."""
    given, lines = "commune", []
    for one in blocks(path):
        if one.startswith("given: "):
            given = one.removeprefix("given: ").strip()
        elif one.startswith("@ "):
            lines.append(Line("@", one[2:].strip()))
        else:
            found = _SPEAKER.fullmatch(one)
            if found is None:
                raise ValueError(f"{path.name}: cannot read {one!r}")
            lines.append(Line(found.group(1), found.group(2)))
    return given, lines


async def play(chat: Chat, lines: list[Line], *, update: bool = False) -> list[str]:
    """Play the people's lines; the transcript as it really went, line blocks.

    With *update* names in braces stay where the words around them are new.
    """
    known: dict[str, str] = {}
    played: list[str] = []
    expected = _expectations(lines)
    for index, line in enumerate(lines):
        if line.who.startswith("Bot"):
            continue
        played.append(block(line.who, line.text) if line.who != "@" else f"@ {line.text}")
        if line.who == "@":
            move(chat.clock, line.text)
            got = await chat.wait()
            speaker = ""
        else:
            got = await chat.say(line.who, filled(line.text, known))
            speaker = line.who
        for place, (address, reply) in enumerate(got):
            label = "Bot" if address == speaker else f"Bot → {address}"
            wanted = expected[index][place] if place < len(expected[index]) else ""
            shown = capture(chat.shown(reply), wanted, known)
            if update and shown != wanted:
                shown = captured_anew(shown, expected[index], known)
            played.append(block(label, shown))
    return played


def as_written(lines: list[Line]) -> list[str]:
    """The transcript as the file has it, in the same blocks as :func:`play` gives."""
    return [f"@ {one.text}" if one.who == "@" else block(one.who, one.text) for one in lines]


def _expectations(lines: list[Line]) -> dict[int, list[str]]:
    wanted: dict[int, list[str]] = {}
    current = -1
    for index, line in enumerate(lines):
        if line.who.startswith("Bot"):
            wanted[current].append(line.text)
        else:
            current = index
            wanted[current] = []
    return wanted


def move(clock: Clock, text: str) -> None:
    if text.startswith("+"):
        amount, unit = int(text[1:-1]), text[-1]
        step = {"h": timedelta(hours=1), "d": timedelta(days=1), "m": timedelta(minutes=1)}[unit]
        clock.now += step * amount
    else:
        clock.set_local(text)
