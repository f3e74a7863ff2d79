"""Identity and account numbers that nobody asked for: hidden before anything is kept.

No identity or bank number is ever asked or stored; who sent one is told so gently.
"""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Say, say
from handlers.number_mask import hide_papers, without_papers


def take_out(turn: Turn) -> tuple[Say, ...]:
    """Hide such numbers in the words that the open flow holds; what to tell about it."""
    kept = turn.data["text"]
    turn.data["text"] = hide_papers(kept, turn.say("paper-number-sign"))
    return (say("paper-number-hidden"),) if turn.data["text"] != kept else ()


def left_out(turn: Turn) -> tuple[Say, ...]:
    """What to tell who sent such numbers in a list of people, which is read without them.

    Words about papers and accounts are left out, too; no number was hidden then.
    """
    rows = turn.text.split("\n")
    found = any(_digits(without_papers(row)) < _digits(row) for row in rows)
    return (say("paper-number-hidden"),) if found else ()


def _digits(row: str) -> int:
    return sum(letter.isdigit() for letter in row)
