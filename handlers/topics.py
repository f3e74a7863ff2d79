"""Which topic a message names: by the words that start a flow, or by what it means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rapidfuzz import fuzz

from handlers import head_words, others_words, phrases, speakers
from handlers.asking_dates import names_date
from handlers.context import Turn
from handlers.flow import HEADS, OFFICIALS, Flow
from handlers.global_words import HOME
from handlers.messages import Kind
from handlers.parsing import LOST, NO, key, knows_not, senses, without_politeness, yes_no
from handlers.talk import Talk

_NEARLY = 88
_MENDING = "correct_data"
_TALK = "small_talk"
_OTHERS = "others_work"


class Topics:
    """The words of all flows."""

    def __init__(self, flows: Mapping[str, Flow]) -> None:
        self._flows = flows
        self._triggers: dict[str, list[Flow]] = {}
        self._phrases: dict[str, list[Flow]] = {}
        for flow in flows.values():
            for word in flow.triggers:
                self._triggers.setdefault(word, []).append(flow)
            for meaning in flow.phrases:
                self._phrases.setdefault(meaning, []).append(flow)

    def named(self, turn: Turn, talk: Talk) -> tuple[str, dict[str, Any]] | None:
        """The flow that a text names now, with what it begins with; None when it names none."""
        if turn.choice is not None or turn.incoming.kind is not Kind.TEXT:
            return None
        answers = yes_no(turn.text)
        if answers is not None and (talk.top is None or talk.top.flow != HOME):
            return None  # "ok" answers the question that waits
        if senses(turn.text) == (NO,):
            return _TALK, {}  # nothing is wanted
        typed, meant = self._trigger(turn.text), _meant(turn)
        if meant is not None and self._understands(talk, meant):
            return None
        # The same word may mean another thing to another role: the first flow that allows it.
        named = [*self._triggers.get(typed, ()), *self._phrases.get(meant or "", ())]
        mine = [one for one in named if one.roles & turn.roles]
        if not mine and self._asks_date(turn, talk):
            nearest = self.nearest(turn)
            mine = [self._flows[nearest]] if nearest else []
        if not mine and meant is None:
            return self._of_others(turn, talk)
        if not mine or not self._listens(turn, talk, mine[0]):
            return None
        return mine[0].name, {"meant": meant} if meant and typed not in self._triggers else {}

    def _of_others(self, turn: Turn, talk: Talk) -> tuple[str, dict[str, Any]] | None:
        """Where a command is somebody else's work; an official's menu stands there anyway."""
        if turn.roles & OFFICIALS:
            return None
        whose = others_words.whose(turn.text, self._triggers, turn.roles)
        if whose is None or not self._listens(turn, talk, self._flows[_OTHERS]):
            return None
        return _OTHERS, {"whose": whose}

    def _trigger(self, text: str) -> str:
        """The folded words of *text*, less what politeness adds where they start a flow then."""
        typed, bare = key(text), without_politeness(text)
        return bare if typed not in self._triggers and bare in self._triggers else typed

    def nearest(self, turn: Turn) -> str | None:
        """The one flow of the office whose words an official began or nearly wrote, if any."""
        typed = key(turn.text)
        if " " not in typed:
            return None
        found = {
            flow.name
            for word, flows in self._triggers.items()
            for flow in flows
            if flow.roles & turn.roles
            and flow.roles <= OFFICIALS
            and (word.startswith(f"{typed} ") or fuzz.ratio(typed, word) >= _NEARLY)
        }
        return found.pop() if len(found) == 1 else None

    def _listens(self, turn: Turn, talk: Talk, topic: Flow) -> bool:
        """Whether a word that starts *topic* is heard now.

        Where a step takes free words "đăng ký" may be an answer, unless the flow says that it is
        none, or the step waits for a date. A household's question that offers choices is left by
        any topic word.
        """
        frame = talk.top
        if frame is None or frame.flow == HOME or not frame.prompt or not frame.prompt["free"]:
            return True
        flow = self._flows[frame.flow]
        if topic.name == _MENDING and frame.prompt["step"] in flow.mends:
            return False
        leaves = bool(frame.prompt["options"]) and flow.interruptible
        return leaves or self._asks_date(turn, talk) or topic.name in flow.hears

    def _understands(self, talk: Talk, meant: str) -> bool:
        """Whether the waiting step reads what is *meant* itself."""
        frame = talk.top
        if frame is None or not frame.prompt:
            return False
        flow = self._flows[frame.flow]
        return meant in flow.understands and frame.prompt["step"] in flow.reads

    def _asks_date(self, turn: Turn, talk: Talk) -> bool:
        """Whether a date is waited for and the message tells none."""
        frame = talk.top
        if frame is None or not frame.prompt:
            return False
        waits = frame.prompt["step"] in self._flows[frame.flow].dates
        return waits and not names_date(turn)


def _meant(turn: Turn) -> str | None:
    """What households and village heads mean in many words; an official writes about it."""
    if turn.roles & OFFICIALS:
        return None
    if knows_not(turn.text):
        return LOST
    asked = head_words.meant(turn.text) if turn.roles & HEADS else None
    said = None if asked else speakers.read(turn.text)
    return asked or (said.meaning if said is not None else phrases.meant(turn.text))
