"""A transcript as turns: what somebody says, and all that everybody is shown because of it.

The texts that one person gets for one line are joined by a blank line before they are compared:
whether a turn's words leave as one message or as three is the channel's affair. Files stand last,
as ``📎 name``. ``Bot@telegram:`` lines stand in place of the ``Bot:`` lines of that turn where the
transcript is played on that channel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from typing import Protocol

from tests.chat_files import block, blocks, capture, captured_anew, filled

_SPEAKER = re.compile(r"(?:(\w+)|Bot(?:@(\w+))?(?: → (\w+))?): (.*)", re.DOTALL)
FILE = "📎 "

Shown = dict[str, str]
"""What each person was shown, by name."""


class Player(Protocol):
    """A channel with people on it."""

    channel: str

    async def say(self, who: str, text: str) -> Shown | None:
        """*who* says *text*; all that is shown because of it, None when one cannot say it here."""

    async def move(self, text: str) -> Shown:
        """Set the clock or move it on; what is shown because of it."""

    async def file(self, who: str, name: str) -> bytes:
        """A file that *who* was shown, as they have it on their own device."""


@dataclass(slots=True)
class Said:
    """One line of a person, or of the clock ("@"), and the texts that follow it."""

    who: str
    text: str
    shown: dict[str, list[str]] = field(default_factory=dict)
    instead: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """By channel and person."""

    def wanted(self, channel: str) -> Shown:
        """What everybody must be shown on *channel*."""
        texts = dict(self.shown)
        for (on, who), shown in self.instead.items():
            if on == channel:
                texts[who] = shown
        return {who: whole(several) for who, several in texts.items()}


def whole(texts: Iterable[str]) -> str:
    """Texts of one person as one, files last."""
    lines = "\n\n".join(text.strip() for text in texts if text.strip()).split("\n")
    files = [line for line in lines if line.startswith(FILE)]
    said = "\n".join(line for line in lines if not line.startswith(FILE)).strip()
    said = re.sub(r"\n{3,}", "\n\n", said)
    return "\n".join([said, *files])


def read(path: Path) -> tuple[str, list[Said]]:
    """The ``given:`` world and the turns of a transcript."""
    given, turns = "commune", list[Said]()
    for one in blocks(path):
        if one.startswith("given: "):
            given = one.removeprefix("given: ").strip()
        elif one.startswith("@ "):
            turns.append(Said("@", one[2:].strip()))
        else:
            _take(path, one, turns)
    return given, turns


def _take(path: Path, one: str, turns: list[Said]) -> None:
    """Add what somebody says, or what was shown because of the last that somebody said."""
    found = _SPEAKER.fullmatch(one)
    if found is None:
        raise ValueError(f"{path.name}: cannot read {one!r}")
    speaker, channel, to, text = found.groups()
    if speaker not in {None, "Bot"}:
        turns.append(Said(speaker, text))
        return
    turn = turns[-1]
    who = to or turn.who
    if channel:
        turn.instead.setdefault((channel, who), []).append(text)
    else:
        turn.shown.setdefault(who, []).append(text)


@dataclass(slots=True)
class Played:
    """How a transcript went."""

    turns: list[tuple[Said, Shown | None]] = field(default_factory=list)
    """Each line with what was shown; None where it cannot be said on the channel."""
    known: dict[str, str] = field(default_factory=dict)
    """What stood at the names in braces."""
    files: dict[tuple[str, str], bytes] = field(default_factory=dict)
    """Files by person and name, as they were when they were shown."""

    def check(self, channel: str) -> None:
        """Everybody was shown what the transcript says, and nothing else."""
        for turn, shown in self.turns:
            if shown is not None:
                differences = list(_differences(turn.wanted(channel), shown))
                told = f"{channel}, {turn.who}: {turn.text}"
                assert not differences, "\n".join([told, *differences])


async def play(player: Player, turns: Iterable[Said], *, update: bool = False) -> Played:
    """Play everything and compare everything, unless the transcript is to be updated."""
    played = Played()
    known = played.known
    for turn in turns:
        text = filled(turn.text, known)
        shown = await (player.move(text) if turn.who == "@" else player.say(turn.who, text))
        if shown is not None:
            for who, name in _files(shown):
                played.files[who, name] = await player.file(who, name)
            shown = _with_names(shown, turn.wanted(player.channel), known, update=update)
        played.turns.append((turn, shown))
        if not update:
            played.check(player.channel)
    return played


def _with_names(shown: Shown, wanted: Shown, known: dict[str, str], *, update: bool) -> Shown:
    """*shown* with names in braces where *wanted* has them."""
    named = {who: capture(one, wanted.get(who, ""), known) for who, one in shown.items() if one}
    if not update:
        return named
    return {
        who: one if one == wanted.get(who) else captured_anew(one, wanted.values(), known)
        for who, one in named.items()
    }


def _differences(wanted: Shown, shown: Shown) -> Iterator[str]:
    """Lines that are missing (-) or should not be there (+), by person."""
    for who in {**wanted, **shown}:
        old, new = wanted.get(who, "").split("\n"), shown.get(who, "").split("\n")
        yield from unified_diff(old, new, f"to {who}", f"to {who}", lineterm="")


def _files(shown: Shown) -> list[tuple[str, str]]:
    return [
        (who, line.removeprefix(FILE))
        for who, text in shown.items()
        for line in text.split("\n")
        if line.startswith(FILE)
    ]


def written(path: Path, played: Played) -> str:
    """The transcript of *path* with the texts as they were *played*."""
    old = path.read_text("utf-8").split("\n")
    lines = [*(one for one in old if one.startswith(("#", "given: "))), ""]
    for turn, shown in played.turns:
        lines.append(f"@ {turn.text}" if turn.who == "@" else block(turn.who, turn.text))
        for who, text in (shown or {}).items():
            label = "Bot" if who == turn.who else f"Bot → {who}"
            lines += [block(label, part) for part in text.split("\n\n")]
        for (channel, who), texts in turn.instead.items():
            label = f"Bot@{channel}" + ("" if who == turn.who else f" → {who}")
            lines += [block(label, text) for text in texts]
    return "\n".join([*lines, ""])


def plain(text: str, choices: Iterable[tuple[str, str]], files: Iterable[str]) -> str:
    """A message as a transcript writes it: number and label of choices, names of files."""
    lines = [text, *(f"{number}. {label}" for number, label in choices)]
    return "\n".join([*(line for line in lines if line), *(f"{FILE}{name}" for name in files)])


def gathered(messages: Iterable[tuple[str, str]]) -> Shown:
    """Messages (person, text) as one text per person."""
    texts: dict[str, list[str]] = {}
    for who, text in messages:
        texts.setdefault(who, []).append(text)
    return {who: whole(several) for who, several in texts.items()}


def picked(text: str, offered: Mapping[str, object]) -> bool:
    """Whether *text* is the number of a choice that can be pressed now."""
    return text.isascii() and text.isdigit() and text in offered
