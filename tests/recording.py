"""Recordings for tests: sound that a browser really plays, and the talk in which one is kept."""

from __future__ import annotations

import io
import wave

from bot.app import App
from handlers.services import faq_states
from tests.channels.work import work_of

ENTRY = "bhyt-mat-the"
ASKED = "bhyt mat the lam lai o dau"
TO_VOICE = ("bộ câu hỏi", "1", "thẻ rớt mất", "1", "4", "5")
"""What an official says before the recording of that entry."""
OGG = b"OggS" + bytes(range(256)) * 4
_RATE = 8000


def wav(seconds: float) -> bytes:
    """A soft hum."""
    kept = io.BytesIO()
    with wave.open(kept, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(_RATE)
        hum = b"".join(
            (200 if at // 20 % 2 else -200).to_bytes(2, "little", signed=True)
            for at in range(int(seconds * _RATE))
        )
        sound.writeframes(hum)
    return kept.getvalue()


async def take_away(app: App, who: int) -> None:
    """The official *who* removes the recording."""
    async with work_of(app) as work:
        work.actor = await work.uow.people.get(who)
        record = await work.uow.faq.get(ENTRY)
        assert record is not None
        await faq_states.set_audio(work, ENTRY, record.revision, None)
