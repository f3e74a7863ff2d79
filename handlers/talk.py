"""State of a conversation: open flows as a stack of plain data, kept after every turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from handlers.flow import Flow
from handlers.parsing import key

_MOST_FRAMES = 5
"""The menu, and what may lie above it."""
_MOST_DRAFTS = 3
_MOST_AT_ALL = 8
"""Guards come on top of everything, and what they lead to may be one draft more."""
TOOK_FROM = "took_from"
"""In the data of a hand-over: who spoke before."""
_OWNERS = "owners"
_MISTAKEN = "mistaken"
_UNSETTLED = "unsettled"
_QUOTED = 7
"""Words by which people know a draft again."""


@dataclass(slots=True)
class Frame:
    """One open flow: where it waits and what it knows."""

    flow: str
    version: int
    data: dict[str, Any] = field(default_factory=dict)
    prompt: dict[str, Any] | None = None
    trail: list[dict[str, Any]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "flow": self.flow,
            "version": self.version,
            "data": self.data,
            "prompt": self.prompt,
            "trail": self.trail,
        }


@dataclass(slots=True)
class Talk:
    """State of a conversation during a turn."""

    frames: list[Frame]
    menu_seq: int = 0

    @classmethod
    def load(cls, frames: Sequence[Mapping[str, Any]], menu_seq: int) -> Talk:
        """From what the conversation row keeps, as a copy: the row must see what has changed."""
        copied = orjson.loads(orjson.dumps(frames))  # a tenth of what ``deepcopy`` costs
        return cls([Frame(**frame) for frame in copied], menu_seq)

    def dump(self) -> list[dict[str, Any]]:
        """For the conversation row."""
        return [frame.to_json() for frame in self.frames]

    @property
    def top(self) -> Frame | None:
        """The flow that waits for the next message."""
        return self.frames[-1] if self.frames else None

    @property
    def flow(self) -> str | None:
        """Name of that flow."""
        return self.frames[-1].flow if self.frames else None

    @property
    def asked_for(self) -> dict[str, Any] | None:
        """Whose question is open: somebody else with the owner's phone, or None."""
        whose: dict[str, Any] | None = self.top.data.get("whose") if self.top else None
        return whose or None

    @property
    def neighbour(self) -> dict[str, Any] | None:
        """Who of another household speaks with the owner's phone, or None; kept with the menu."""
        return self.frames[0].data.get("whose") or None if self.frames else None

    @neighbour.setter
    def neighbour(self, who: dict[str, Any] | None) -> None:
        if self.frames:
            self.frames[0].data.pop("whose", None)
            self.frames[0].data |= {"whose": who} if who else {}

    @property
    def unsettled(self) -> str | None:
        """Another name that was told, and whose it is was not answered; kept with the menu."""
        return self.frames[0].data.get(_UNSETTLED) or None if self.frames else None

    @unsettled.setter
    def unsettled(self, name: str | None) -> None:
        if self.frames:
            self.frames[0].data.pop(_UNSETTLED, None)
            self.frames[0].data |= {_UNSETTLED: name} if name else {}

    def set_aside(self, who: dict[str, Any], *, owners: bool) -> None:
        """*who* takes the phone: what somebody else wrote and did not send is out of sight.

        *owners*: it is the owner's, and kept with *who*; otherwise another neighbour's, and gone.
        """
        others = [one for one in self.frames[1:] if not _is_of(one, who)]
        if owners:
            who[_OWNERS] = [one.to_json() for one in others]
        self.frames = [one for one in self.frames if one not in others]

    def taken_back(self, data: Mapping[str, Any], who: dict[str, Any]) -> bool:
        """Whether somebody goes back before the hand-over to *who* that *data* told of."""
        undone = TOOK_FROM in data and (self.top is None or TOOK_FROM not in self.top.data)
        if undone:
            who[_MISTAKEN] = True
        return undone

    def called(self, before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
        """Whether it is the same neighbour, called otherwise *now*; what they wrote goes on."""
        if before["name"] not in now.get("names", ()):
            return False
        for frame in self.frames:
            if _is_of(frame, before):
                frame.data["whose"] = {**frame.data["whose"], "name": now["name"]}
        return True

    def give_back(self) -> None:
        """The owner has the phone again: what :func:`set_aside` kept waits.

        What the neighbour wrote and did not send is nobody else's to read; where the neighbour was
        the owner, mistaken for one, what is open stays, and waits on top.
        """
        who = self.neighbour or {}
        open_ = self.frames[1:] if who.get(_MISTAKEN, False) else []
        self.frames = [*self.frames[:1], *(Frame(**one) for one in who.get(_OWNERS, ())), *open_]
        self.neighbour = None

    def pass_by(self, flows: Mapping[str, Flow], *names: str) -> None:
        """Something else begins: close an offer, or one of *names*; nobody comes back to those."""
        frame = self.top
        if frame is not None and (frame.flow in names or _is_offer(frame, flows)):
            self.frames.pop()

    def settle(self, words: str, flows: Mapping[str, Flow], *, every: bool, asks: str) -> None:
        """Drop what waits about the same *words*; not what holds files or further questions.

        *every*: drop all that was written and not sent, but for what cannot wait. *asks* is the
        flow that asks whether to go on, and may quote what is dropped below it: it goes too.
        """
        said = key(words)
        left: list[Frame] = []
        dropped = False
        for frame in self.frames:
            if _goes(frame, flows) if every else _is_about(frame, said, flows):
                dropped = True
            elif not (dropped and frame.flow == asks):
                left.append(frame)
        self.frames = left

    def unreadable(self, key: str) -> str:
        """Text *key* about a message that cannot be read; of the file where the step wants one."""
        prompt = self.top.prompt if self.top is not None else None
        wants_file = prompt is not None and prompt.get("documents", False)
        return "not-a-workbook" if wants_file and key == "not-a-question-unknown" else key

    def push(self, flow: Flow, data: Mapping[str, Any], flows: Mapping[str, Flow]) -> None:
        """Open *flow* above all others.

        A question inside a question inside a question: the oldest but the menu gives way, and one
        that holds what is to be sent does not (see ``is_full``).
        """
        if len(self.frames) >= _MOST_FRAMES:
            spare = [one for one in self.frames[1:] if not _is_kept(one, flows)]
            if spare:
                self.frames.remove(spare[0])
            elif len(self.frames) >= _MOST_AT_ALL:
                self.frames.remove(self.frames[1])
        self.frames.append(Frame(flow.name, flow.version, dict(data)))

    def is_full(self, flows: Mapping[str, Flow]) -> bool:
        """Whether so much waits to be finished that nothing new is begun."""
        return sum(_is_kept(frame, flows) for frame in self.frames) >= _MOST_DRAFTS

    def draft_place(self, flows: Mapping[str, Flow], roles: frozenset[str]) -> int | None:
        """Where the newest draft lies that somebody of these *roles* may go on with."""
        for place in range(len(self.frames) - 1, -1, -1):
            frame = self.frames[place]
            if _is_draft(frame, flows) and flows[frame.flow].roles & roles:
                return place
        return None

    def draft_words(self, place: int) -> str:
        """The first words of the draft that lies at *place*; empty when it holds none yet."""
        return _quoted(self.frames[place])

    def waiting_words(self, flows: Mapping[str, Flow]) -> str:
        """The first words that the waiting question is about, where it does not tell them."""
        frame = self.top
        if frame is None or frame.prompt is None or frame.prompt.get("private", False):
            return ""
        flow = flows.get(frame.flow)
        return _quoted(frame) if flow is not None and flow.about_words else ""


def _quoted(frame: Frame) -> str:
    words = str(frame.data.get("text") or "").split()
    return " ".join(words[:_QUOTED]) + ("…" if len(words) > _QUOTED else "")


def _is_offer(frame: Frame, flows: Mapping[str, Flow]) -> bool:
    """Whether it shows what was found, and holds nothing that the person wrote beside."""
    flow = flows.get(frame.flow)
    if flow is None or frame.prompt is None or _is_draft(frame, flows):
        return False
    return frame.prompt["step"] in flow.offers


def _is_about(frame: Frame, said: str, flows: Mapping[str, Flow]) -> bool:
    flow = flows.get(frame.flow)
    if flow is None or not flow.about_words or frame.data.get("files") or frame.data.get("queue"):
        return False
    return key(str(frame.data.get("text") or "")) == said


def _is_draft(frame: Frame, flows: Mapping[str, Flow]) -> bool:
    """Whether the open flow holds something that the person wrote and that is not sent yet."""
    flow = flows.get(frame.flow)
    if flow is None or frame.prompt is None:
        return False
    return any(frame.data.get(name) for name in flow.draft)


def _goes(frame: Frame, flows: Mapping[str, Flow]) -> bool:
    """Whether it holds a draft that a no to keeping it drops."""
    return _is_draft(frame, flows) and not flows[frame.flow].urgent


def _is_kept(frame: Frame, flows: Mapping[str, Flow]) -> bool:
    """Whether the open flow holds a draft that would be missed."""
    return _is_draft(frame, flows) and not flows[frame.flow].gives_way


def _is_of(frame: Frame, who: Mapping[str, Any]) -> bool:
    """Whether it is asked for *who*, a neighbour, by name."""
    whose = frame.data.get("whose") or {}
    return (whose.get("kind"), whose.get("name")) == (who.get("kind"), who.get("name"))
