"""A word of thanks is answered, not filed."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, done

flow = Flow(
    "thanks",
    triggers=(
        "cam on",
        "cam on em",
        "cam on nhe",
        "cam on nhieu",
        "cam on em nhe",
        "cam on em nhieu",
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
async def begin(_turn: Turn) -> Outcome:
    """Be polite, and show the menu again."""
    return done("thanks-welcome")
