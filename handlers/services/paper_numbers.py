"""Identity and account numbers that nobody asked for: hidden before anything is kept.

No identity or bank number is ever asked or stored; who sent one is told so gently.
"""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Say, say
from handlers.services.number_mask import hide_papers


def take_out(turn: Turn) -> tuple[Say, ...]:
    """Hide such numbers in the words that the open flow holds; what to tell about it."""
    kept = turn.data["text"]
    turn.data["text"] = hide_papers(kept, turn.say("paper-number-sign"))
    return (say("paper-number-hidden"),) if turn.data["text"] != kept else ()
