"""What every channel must do, played against each of them by the same tests.

A channel's test module subclasses :class:`ChannelContract` and gives a ``harness`` fixture; what a
channel cannot do is read from its capabilities, never from its name.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Protocol

import pytest

from bot.channels.base import Capabilities
from handlers.messages import Incoming, Kind


@dataclass(frozen=True, slots=True)
class Shown:
    """One message as the person sees it."""

    text: str
    numbers: tuple[str, ...] = ()
    """Buttons that can be pressed."""


class Harness(Protocol):
    """A person on one channel, and a view behind it."""

    capabilities: Capabilities
    seen: list[Incoming]
    """What reached the intake."""
    can_block: bool

    async def say(self, text: str) -> list[Shown]:
        """Send a text; everything that is shown because of it."""

    async def repeat(self) -> list[Shown]:
        """The platform delivers the last message once more, under the same id."""

    async def press(self, number: str) -> list[Shown]:
        """Press a button of the newest menu."""

    async def send_photo(self, content: bytes, caption: str) -> list[Shown]:
        """Send a photo."""

    async def tell(self, *texts: str) -> list[Shown]:
        """The commune writes to the person by itself; what is shown."""

    async def block(self) -> None:
        """The person wants nothing more through this channel."""


PHOTO = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8


class ChannelContract:
    """The tests."""

    async def test_a_text_is_answered(self, harness: Harness) -> None:
        shown = await harness.say("menu")
        assert "Anh/chị cần việc gì" in shown[-1].text
        assert harness.seen[-1].text == "menu"

    async def test_a_number_picks_a_choice(self, harness: Harness) -> None:
        await harness.say("menu")
        shown = await harness.say("0")
        assert "Anh/chị muốn làm gì" in shown[-1].text
        again = await harness.say("2")
        assert "Anh/chị cần việc gì" in again[-1].text

    async def test_a_button_picks_the_same_choice(self, harness: Harness) -> None:
        if not harness.capabilities.buttons:
            pytest.skip("the channel has no buttons")
        menu = await harness.say("menu")
        assert menu[-1].numbers[-1] == "0"
        shown = await harness.press("0")
        assert harness.seen[-1].kind is Kind.BUTTON
        assert "Anh/chị muốn làm gì" in shown[-1].text

    async def test_choices_can_be_read_without_buttons(self, harness: Harness) -> None:
        shown = await harness.say("menu")
        if harness.capabilities.buttons:
            assert shown[-1].numbers[0] == "1"
        else:
            assert "\n1. " in shown[-1].text
            assert shown[-1].text.endswith("\n0. Trợ giúp")

    async def test_a_photo_comes_in(self, harness: Harness) -> None:
        if not harness.capabilities.files_in:
            pytest.skip("the channel takes no files")
        await harness.say("menu")
        shown = await harness.send_photo(PHOTO, "mái nhà em bị dột")
        [file] = harness.seen[-1].files
        assert (file.kind, file.content_type, file.size) == ("photo", "image/jpeg", len(PHOTO))
        assert harness.seen[-1].text == "mái nhà em bị dột"
        assert shown

    async def test_a_long_message_arrives_in_readable_parts(self, harness: Harness) -> None:
        await harness.say("menu")
        most = harness.capabilities.max_text
        words = [f"câu{number}" for number in range(most * 2 // 9)]
        text = "".join(f"{word}. " for word in words).strip()
        assert most < len(text) < 3 * most
        shown = await harness.tell(text)
        assert len(shown) > 1
        assert all(len(part.text.encode("utf-16-le")) // 2 <= most for part in shown)
        together = " ".join(part.text for part in shown).replace(".", "").split()
        assert together == words

    async def test_signs_of_all_kinds_survive(self, harness: Harness) -> None:
        await harness.say("menu")
        text = "Ưu tiên hộ nghèo 👍🏽 <b>không</b> & *đậm* _gạch_ \u2013 “ngoặc”"
        [shown] = await harness.tell(text)
        assert shown.text == text

    async def test_letters_written_in_pieces_are_understood(self, harness: Harness) -> None:
        shown = await harness.say(unicodedata.normalize("NFD", "trợ giúp"))
        assert "Anh/chị muốn làm gì" in shown[-1].text

    async def test_a_repeat_is_harmless(self, harness: Harness) -> None:
        first = await harness.say("menu")
        assert first
        assert await harness.repeat() == []

    async def test_messages_keep_their_order(self, harness: Harness) -> None:
        await harness.say("menu")
        wanted = [f"tin thứ {number}" for number in range(12)]
        assert [shown.text for shown in await harness.tell(*wanted)] == wanted

    async def test_after_blocking_nothing_is_sent(self, harness: Harness) -> None:
        if not harness.can_block:
            pytest.skip("nobody can block this channel")
        await harness.say("menu")
        await harness.block()
        assert await harness.tell("còn ai ở đó không") == []
