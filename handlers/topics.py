"""Which topic a message names: by the words that start a flow, or by what it means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rapidfuzz import fuzz

from handlers import (
    after_words,
    behalf_words,
    head_words,
    lent_words,
    offices,
    official_words,
    others_words,
    pasted_lists,
    phrases,
    seat_asked,
    sent_words,
    speakers,
    stand_in_words,
)
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

    def doubtful(self, turn: Turn, talk: Talk) -> head_words.Change | None:
        """What a village head asks with words that are about a list only if it has the person.

        A step that shows the list reads them itself. "Sửa nhà dột" is no change of a list.
        """
        if turn.incoming.kind is not Kind.TEXT or not turn.roles & HEADS or turn.roles & OFFICIALS:
            return None
        asked = head_words.change(turn.text)
        if asked is None or not (asked.is_doubtful or asked.on_open_list):
            return None
        return None if self._understands(talk, asked.meaning) else asked

    def named(
        self, turn: Turn, talk: Talk, *, of_list: bool = True
    ) -> tuple[str, dict[str, Any]] | None:
        """The flow that a text names now, with what it begins with; None when it names none.

        Without *of_list* the words change no list of a village head.
        """
        if turn.choice is not None or turn.incoming.kind is not Kind.TEXT:
            return None
        answers = yes_no(turn.text)
        if answers is not None and (talk.top is None or talk.top.flow != HOME):
            return None  # "ok" answers the question that waits
        if senses(turn.text) == (NO,):
            return _TALK, {}  # nothing is wanted
        if _is_head(turn) and not self._waits_for_words(talk):
            begun = self._begun_by_head(turn, talk)
            if begun is not None:
                return begun
        typed, meant = self._trigger(turn.text), _meant(turn, of_list=of_list)
        if meant is not None and self._is_answer(turn, talk, meant):
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

    def _begun_by_head(self, turn: Turn, talk: Talk) -> tuple[str, dict[str, Any]] | None:
        """What a village head begins without a word for it: a list, a household's question."""
        asked = behalf_words.read(turn.text)
        if asked is not None:
            topics = self._phrases[speakers.FOR_OTHER]
            return next(one.name for one in topics if one.roles <= HEADS), {
                "name": asked.name,
                "text": asked.words,
                "files": [],
            }
        if self._understands(talk, pasted_lists.LIST) or not pasted_lists.is_list(turn.text):
            return None
        (lists, *_) = self._phrases[pasted_lists.LIST]
        return lists.name, {"meant": pasted_lists.LIST}

    def _waits_for_words(self, talk: Talk) -> bool:
        """Whether what is typed now answers an open question."""
        frame = talk.top
        return bool(frame and frame.flow != HOME and frame.prompt and frame.prompt["free"])

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

    def _is_answer(self, turn: Turn, talk: Talk, meant: str) -> bool:
        """Whether what is *meant* is for what waits: its step reads it, or it is to be sent."""
        if meant == sent_words.SENDING and talk.draft_place(self._flows, turn.roles) is not None:
            return True
        frame = talk.top
        mends = self._flows[frame.flow].mends if frame else set()
        if meant == speakers.NEIGHBOUR and frame and frame.prompt:
            return frame.prompt["step"] in mends
        return self._understands(talk, meant) or self._is_about_date(turn, talk)

    def _asks_date(self, turn: Turn, talk: Talk) -> bool:
        """Whether a date is waited for and the message tells none."""
        frame = talk.top
        if frame is None or not frame.prompt:
            return False
        waits = frame.prompt["step"] in self._flows[frame.flow].dates
        return waits and not names_date(turn)

    def _is_about_date(self, turn: Turn, talk: Talk) -> bool:
        """Whether "07/2021" or "gia hạn" is about the day that is asked for, and nothing else."""
        said = official_words.read(turn.text)
        near = said is not None and (said.is_bare or said.meaning == official_words.ACT)
        return near and self._asks_date(turn, talk)


def _is_head(turn: Turn) -> bool:
    return bool(turn.roles & HEADS) and not turn.roles & OFFICIALS


def _meant(turn: Turn, *, of_list: bool) -> str | None:
    """What people mean in many words; what households do, an official only writes about."""
    if offices.asked_phone(turn.text) is not None:
        return offices.OFFICE_PHONE
    if turn.roles & OFFICIALS:
        said = official_words.read(turn.text)
        return said.meaning if said is not None else None
    about_answer = after_words.heard(turn.text)
    if about_answer is not None:
        return about_answer
    if knows_not(turn.text):
        return LOST
    if _is_owner_again(turn):
        return speakers.OWNER
    if lent_words.read(turn.text) is not None:
        return speakers.OTHER
    return _said(turn, of_list=of_list)


def _said(turn: Turn, *, of_list: bool) -> str | None:
    """What the words mean when nothing about the speaker comes first."""
    asked = head_words.change(turn.text) if of_list and turn.roles & HEADS else None
    said = asked or speakers.read(turn.text)
    if said is not None:
        own = turn.neighbour is None or said.meaning != speakers.NAME
        return said.meaning if own else speakers.NEIGHBOUR
    if not turn.roles & HEADS and stand_in_words.read(turn.text) is not None:
        return stand_in_words.STAND_IN
    if not turn.roles & HEADS and stand_in_words.cannot_come(turn.text):
        return stand_in_words.CANNOT_COME
    phrase = sent_words.meant(turn.text) or phrases.meant(turn.text)
    if phrase == phrases.NO_SEAT and not of_list:
        return None  # "trâu ốm không đi được" gives up nobody's seat
    return phrase or (phrases.SEAT if seat_asked.asked(turn.text) else None)


def _is_owner_again(turn: Turn) -> bool:
    """Whether, while a neighbour has the phone, its owner says who they are."""
    owner = turn.person.display_name
    if turn.neighbour is None or owner is None:
        return False
    is_neighbour = speakers.is_called(turn.text, turn.neighbour["name"])
    return not is_neighbour and speakers.is_called(turn.text, owner)
