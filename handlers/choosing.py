"""Which choice of the waiting menu a message picks: a number, a button, a label, plain words."""

from __future__ import annotations

from handlers import prompts
from handlers.context import Turn
from handlers.messages import Kind
from handlers.parsing import number, pick
from handlers.talk import Talk


def chosen(turn: Turn, talk: Talk) -> str | None:
    """The option that the message picks in the waiting menu: "0", a value, or None."""
    frame = talk.top
    if frame is None or frame.prompt is None:
        return None
    options, shown = prompts.options(frame.prompt), prompts.shown(frame.prompt)
    place = _number(turn)
    if place == 0:
        return "0"
    if 1 <= place <= len(shown):
        return shown[place - 1].value
    if turn.incoming.kind is Kind.BUTTON:
        return None
    index = pick(turn.text, [prompts.label(turn.say, one) for one in options])
    return prompts.meant(frame.prompt, turn.text) if index is None else options[index].value


def _number(turn: Turn) -> int:
    """The number that is pressed or typed; -1 when there is none."""
    if turn.incoming.kind is Kind.BUTTON:
        wanted = (turn.incoming.button or "").partition(":")[2]
        return int(wanted) if wanted.isascii() and wanted.isdigit() else -1
    typed = number(turn.text)
    return -1 if typed is None else typed


def is_stale(turn: Turn, talk: Talk) -> bool:
    """Whether a pressed button belongs to another menu than the waiting one."""
    if turn.incoming.kind is not Kind.BUTTON:
        return False
    frame = talk.top
    menu = (turn.incoming.button or "").partition(":")[0]
    return frame is None or frame.prompt is None or menu != str(frame.prompt["menu"])
