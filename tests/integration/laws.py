"""What tests of ended laws do: take the day, and ask as a household."""

from __future__ import annotations

from datetime import date
from secrets import token_hex

from handlers.messages import Incoming
from tests.clock import Clock
from tests.faq_world import (
    Faq,
)
from tests.worlds import TERMINAL


def today(clock: Clock) -> date:
    return clock.now.date()


async def ask(faq: Faq, who: str, text: str) -> str:
    async with faq.app() as (app, channel):
        await app.intake.receive(Incoming(TERMINAL, who, token_hex(8), text=text))
        await app.dispatcher.drain()
        return "\n".join(reply.plain() for address, reply in channel.sent if address == who)
