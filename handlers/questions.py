"""Whether a message that fits no waiting question asks something new."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow
from handlers.global_words import HOME
from handlers.messages import Kind
from handlers.parsing import senses

_QUESTION_SYLLABLES = 6


def is_question(turn: Turn, open_flow: Flow) -> bool:
    """A text that the FAQ knows, that asks, or that is long; "uh" and "sai rồi" never are."""
    if turn.incoming.kind is not Kind.TEXT or not open_flow.interruptible:
        return False
    if senses(turn.text):
        return False
    if turn.match is not None and turn.match.is_meant:
        return True
    fewest = 2 if open_flow.name == HOME else _QUESTION_SYLLABLES
    return "?" in turn.text or len(turn.text.split()) >= fewest
