"""Kiến nghị and phản ánh: they go to the officials as they are, the FAQ is not asked."""

from __future__ import annotations

from handlers import phrases
from handlers.context import Turn
from handlers.flow import Flow, Outcome, Say, ask, ask_again, go, option, say
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
    phrases=(phrases.PETITION,),
    draft=("text", "files"),
    asked=("text", "files"),
    asks_anew=True,
)

_STORY = 3
"""Syllables from which a message tells something, where a choice was asked for."""


@flow.entry
async def begin(_turn: Turn) -> Outcome:
    """Ask whether it asks for something or tells of something."""
    return _ask_kind()


def _ask_kind(*says: Say) -> Outcome:
    return ask(
        "kind",
        "petition-kind-ask",
        option(SubmissionKind.PETITION.value, "petition-kind-petition"),
        option(SubmissionKind.FEEDBACK.value, "petition-kind-feedback"),
        files=True,
        says=says,
    )


@flow.step
async def kind(turn: Turn) -> Outcome:
    """Ask for the words, or a photo, or a voice note; those that come first are kept."""
    if turn.choice is None:
        if not turn.files and not _tells(turn):
            return ask_again()
        _keep(turn)
        return _ask_kind(say("petition-kept"))
    turn.data["kind"] = turn.choice
    if turn.data.get("text") or turn.data.get("files"):
        return _hand_over(turn)
    return ask("text", f"petition-text-{turn.choice}", files=True)


@flow.step
async def text(turn: Turn) -> Outcome:
    """Hand it over to be sent."""
    if not turn.files and not tells_something(turn.text):
        return ask_again("petition-words")
    _keep(turn)
    return _hand_over(turn)


def _tells(turn: Turn) -> bool:
    asks = "?" in turn.text or (turn.match is not None and turn.match.decision == "answer")
    return not asks and tells_something(turn.text) and len(turn.text.split()) >= _STORY


def _keep(turn: Turn) -> None:
    data = turn.data
    data["text"] = f"{data.get('text', '')}\n{turn.text}".strip()
    data["files"] = [*data.get("files", ()), *(file.to_json() for file in turn.files)]


def _hand_over(turn: Turn) -> Outcome:
    data = turn.data
    return go("send_submission", kind=data["kind"], text=data["text"], files=data["files"])
