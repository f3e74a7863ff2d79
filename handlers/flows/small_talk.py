"""A greeting, thanks, abuse, instructions to the program: answered kindly, filed nowhere."""

from __future__ import annotations

from faq.guards import SmallTalk
from handlers.context import Turn
from handlers.flow import Flow, Outcome, done

flow = Flow(
    "small_talk",
    triggers=(
        "cam on",
        "cam on em",
        "cam on nhe",
        "cam on nhieu",
        "xin cam on",
        "thank you",
        "thanks",
        "ok",
        "ok em",
        "vang",
        "da vang",
        "tam biet",
    ),
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Be polite, and show again what waits."""
    return done(f"small-talk-{turn.data.get('kind', SmallTalk.THANKS)}")
