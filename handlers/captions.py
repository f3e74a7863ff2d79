"""A photo says little by itself: ask what it is about, shared by the flows that take files.

People send the photo first and the words in the next message; an album comes as several messages.
A recording is words already, and is not asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from handlers.context import Turn
from handlers.flow import Flow, Outcome, StepFunction, ask, ask_again, option
from handlers.parsing import tells_something

_PHOTO, _VOICE = "photo", "voice"
_MARKS = (_PHOTO, _VOICE, "document")


def marked(turn: Turn, text: str, kinds: Collection[str]) -> str:
    """*text* as lists show it: "(ảnh) mái nhà dột", or the mark alone where there are no words."""
    marks = [turn.say(f"file-mark-{kind}") for kind in _MARKS if kind in kinds]
    return " ".join([*marks, text]).strip()


class Caption:
    """The step ``caption`` of *flow*: it completes ``text`` and ``files``, then runs *then*."""

    def __init__(self, flow: Flow, then: StepFunction) -> None:
        self._then = then
        flow.step(self.caption)

    def lacks(self, data: Mapping[str, Any]) -> bool:
        """Whether there are only photos or documents, and nobody said what they are about."""
        kinds = {file["kind"] for file in data["files"]}
        return bool(kinds) and not data["text"] and _VOICE not in kinds and not data.get("bare")

    def ask(self, data: Mapping[str, Any]) -> Outcome:
        """Ask what the files are about."""
        photos = all(file["kind"] == _PHOTO for file in data["files"])
        key = "caption-ask-photo" if photos else "caption-ask-file"
        return ask(
            "caption", key, option("bare", "caption-bare"), files=True, count=len(data["files"])
        )

    async def caption(self, turn: Turn) -> Outcome:
        """Take the words, a recording, or one more photo."""
        data = turn.data
        if turn.choice == "bare":
            data["bare"] = True
            return await self._then(turn)
        if not turn.files and not tells_something(turn.text):
            return ask_again("caption-words")
        data["text"] = turn.text
        data["files"] = [*data["files"], *(file.to_json() for file in turn.files)]
        return self.ask(data) if self.lacks(data) else await self._then(turn)
