"""Menu entry "Hỏi chính sách": asks for the question and hands it over."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, ask, ask_again, go
from handlers.heads import TOPICS
from handlers.parsing import tells_something

_BEFORE_ASKING = (
    "cho toi hoi",
    "cho toi hoi ti",
    "cho em hoi",
    "cho em hoi ti",
    "cho hoi",
    "cho hoi ti",
)

flow = Flow(
    "new_question",
    triggers=("hoi", "hoi chinh sach", "dat cau hoi", "toi muon hoi", *_BEFORE_ASKING),
    hears=TOPICS
    | {"session_info", "decline_seat", "send_petition", "my_submissions", "small_talk"},
    begins_draft=True,
)


@flow.entry
async def begin(_turn: Turn) -> Outcome:
    """Ask what the person wants to know."""
    return ask("text", "question-ask", files=True)


@flow.step
async def text(turn: Turn) -> Outcome:
    """The FAQ looks at it first; a number is no question."""
    if not turn.files and not tells_something(turn.text):
        return ask_again("question-words")
    return go("ask_question", given=True)
