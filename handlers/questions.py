"""Whether a message that fits no waiting question asks something new."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow
from handlers.global_words import HOME
from handlers.messages import Kind
from handlers.parsing import senses

_QUESTION_SYLLABLES = 6
_SHORT_SYLLABLES = 4


def is_question(turn: Turn, open_flow: Flow) -> bool:
    """A text that the FAQ knows, that asks, or that is long; "uh" and "sai rồi" never are."""
    if turn.incoming.kind is not Kind.TEXT or not open_flow.interruptible:
        return False
    if senses(turn.text):
        return False
    if _is_short_in_form(turn, open_flow):
        return "?" in turn.text
    if turn.match is not None and turn.match.is_meant:
        return True
    fewest = 2 if open_flow.name == HOME else _QUESTION_SYLLABLES
    return "?" in turn.text or len(turn.text.split()) >= fewest


def _is_short_in_form(turn: Turn, open_flow: Flow) -> bool:
    """Whether a few words come while something waits to be sent: they are meant for that, unless
    the FAQ surely knows them."""
    is_form = open_flow.writes and not open_flow.gives_way
    known = turn.match is not None and turn.match.decision == "answer"
    return is_form and not known and len(turn.text.split()) <= _SHORT_SYLLABLES
