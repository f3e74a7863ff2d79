"""Kiến nghị and phản ánh: they go to the officials as they are, the FAQ is not asked."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, ask, ask_again, choose, go, option
from handlers.parsing import tells_something
from storage.models import SubmissionKind

flow = Flow(
    "send_petition",
    triggers=(
        "kien nghi",
        "phan anh",
        "gop y",
        "gui kien nghi",
        "gui phan anh",
        "de nghi",
        "y kien",
    ),
    begins_draft=True,
)


@flow.entry
async def begin(_turn: Turn) -> Outcome:
    """Ask whether it asks for something or tells of something."""
    return choose(
        "kind",
        "petition-kind-ask",
        option(SubmissionKind.PETITION.value, "petition-kind-petition"),
        option(SubmissionKind.FEEDBACK.value, "petition-kind-feedback"),
    )


@flow.step
async def kind(turn: Turn) -> Outcome:
    """Ask for the words, or a photo, or a voice note."""
    if turn.choice is None:
        return ask_again()
    turn.data["kind"] = turn.choice
    return ask("text", f"petition-text-{turn.choice}", files=True)


@flow.step
async def text(turn: Turn) -> Outcome:
    """Hand it over to be sent."""
    if not turn.files and not tells_something(turn.text):
        return ask_again("petition-words")
    return go(
        "send_submission",
        kind=turn.data["kind"],
        text=turn.text,
        files=[file.to_json() for file in turn.files],
    )
