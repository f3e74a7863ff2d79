"""Menu entry "Hỏi chính sách": asks for the question and hands it over."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, ask, go

flow = Flow("new_question", triggers=("hoi", "hoi chinh sach", "dat cau hoi", "toi muon hoi"))


@flow.entry
async def begin(_turn: Turn) -> Outcome:
    """Ask what the person wants to know."""
    return ask("text", "question-ask", files=True)


@flow.step
async def text(_turn: Turn) -> Outcome:
    """The FAQ looks at it first."""
    return go("ask_question", given=True)
