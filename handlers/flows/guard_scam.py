"""Somebody poses as the office and asks for money or a code: the bot never asks for either."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, ask, choose, done, go, option, say

flow = Flow("guard_scam", asked=("asked", "text", "files"))

_A_WORD = 3
"""Up to so many syllables the message only names the thing ("lừa đảo")."""


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Warn at once; the report is counted already."""
    turn.data["asked"] = turn.text
    if len(turn.text.split()) > _A_WORD:
        turn.data["text"] = turn.text
    turn.data["files"] = [file.to_json() for file in turn.files]
    return choose(
        "pick",
        "scam-choose",
        option("tell", "scam-tell"),
        *((option("faq", "danger-faq"),) if turn.match and turn.match.decision != "none" else ()),
        option("menu", "help-menu"),
        says=(say("scam-never"), say("scam-what")),
    )


@flow.step
async def pick(turn: Turn) -> Outcome:
    """Tell the officials, or leave it."""
    if turn.choice == "faq":
        return go("ask_question", text=turn.data["asked"], files=turn.data["files"])
    if turn.choice != "tell":
        return done(menu=True)
    if not turn.data.get("text"):
        return ask("story", "scam-story", files=True)
    return _send(turn.data["text"], turn.data["files"])


@flow.step
async def story(turn: Turn) -> Outcome:
    """What happened, in the person's words."""
    return _send(turn.text, [*turn.data["files"], *(file.to_json() for file in turn.files)])


def _send(text: str, files: list[dict[str, object]]) -> Outcome:
    return go("send_submission", kind="feedback", text=text, files=files)
