"""Runs flows: frames on a stack, prompts with numbered choices, state as plain data.

In goes the conversation's state and one message, out come replies and the new state. Nothing here
knows a channel, a clock or a table: the turn brings what the steps need. (The shape follows goflow
and mailroom: named waits, interruptible by keywords, state serialised after every turn.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Flow, Option, Outcome, Prompt, Say
from handlers.messages import Choice, Kind, Reply
from handlers.parsing import number, pick

MAX_CHOICES = 6
"""Numbered choices of one menu, beside 0."""
MORE = "__more__"
_MAX_HOPS = 8
_MAX_FRAMES = 4
_MAX_TRAIL = 8


class EngineError(RuntimeError):
    """A flow went round in circles or waits on a step that does not exist."""


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
        """From what the conversation row keeps."""
        return cls([Frame(**frame) for frame in frames], menu_seq)

    def dump(self) -> list[dict[str, Any]]:
        """For the conversation row."""
        return [frame.to_json() for frame in self.frames]

    @property
    def top(self) -> Frame | None:
        """The flow that waits for the next message."""
        return self.frames[-1] if self.frames else None


class Engine:
    """Mechanics of flows; the order in which a message is looked at is the router's."""

    def __init__(self, flows: Mapping[str, Flow], *, home: str) -> None:
        self.flows = flows
        self.home = home
        """Name of the flow at the bottom of every stack: the main menu."""

    # -- starting, answering, ending ------------------------------------------------------------

    async def begin(
        self, turn: Turn, talk: Talk, name: str, data: Mapping[str, Any] | None = None
    ) -> list[Reply]:
        """Start flow *name* above whatever is open."""
        self._push(talk, name, data or {})
        return await self._follow(turn, talk, await self._enter(turn, talk))

    async def home_again(self, turn: Turn, talk: Talk, **data: Any) -> list[Reply]:
        """Close everything and show the main menu."""
        talk.frames.clear()
        return await self.begin(turn, talk, self.home, data)

    async def answer(self, turn: Turn, talk: Talk) -> Outcome:
        """Give the message to the waiting step; its outcome still has to be followed."""
        frame = _waiting(talk)
        flow = self.flows.get(frame.flow)
        if flow is None or not self._current(flow, frame):
            return Outcome(menu=True)
        if not flow.roles & turn.roles:  # the role was taken back while the talk was open
            return Outcome(says=(Say("not-allowed"),), menu=True)
        step = flow.steps.get(frame.prompt["step"] if frame.prompt else "")
        if step is None:  # the step is gone after an upgrade: start the flow anew, kindly
            return Outcome(goto=frame.flow)
        turn.data = frame.data
        try:
            return await step(turn)
        except RuleError as refused:
            # Services refuse before they change anything, so the turn may still commit.
            return Outcome(says=(Say(refused.key, refused.params),))

    async def follow(self, turn: Turn, talk: Talk, outcome: Outcome) -> list[Reply]:
        """Carry out what a step decided."""
        return await self._follow(turn, talk, outcome)

    def ask_again(self, turn: Turn, talk: Talk) -> list[Reply]:
        """The waiting question once more."""
        frame = talk.top
        return [self._render(turn, talk, frame)] if frame and frame.prompt else []

    def back(self, turn: Turn, talk: Talk) -> list[Reply] | None:
        """One question back in the open flow; None when there is none."""
        frame = talk.top
        if frame is None or not frame.trail:
            return None
        frame.prompt = frame.trail.pop()
        frame.data = deepcopy(frame.prompt["data"])
        return [self._render(turn, talk, frame)]

    # -- choices --------------------------------------------------------------------------------

    def resolve(self, turn: Turn, talk: Talk) -> str | None:
        """The option that the message picks in the waiting menu: "0", a value, or None."""
        frame = talk.top
        if frame is None or frame.prompt is None or not frame.prompt["options"]:
            return None
        options = [_option(raw) for raw in frame.prompt["options"]]
        shown = _page(options, frame.prompt["page"])
        if turn.incoming.kind is Kind.BUTTON:
            wanted = (turn.incoming.button or "").partition(":")[2]
            chosen = int(wanted) if wanted.isascii() and wanted.isdigit() else -1
        else:
            typed = number(turn.text)
            chosen = -1 if typed is None else typed
        if chosen == 0:
            return "0"
        if 1 <= chosen <= len(shown):
            return shown[chosen - 1].value
        if turn.incoming.kind is Kind.BUTTON:
            return None
        index = pick(turn.text, [self._label(turn, one) for one in options])
        return None if index is None else options[index].value

    def is_stale(self, turn: Turn, talk: Talk) -> bool:
        """Whether a pressed button belongs to another menu than the waiting one."""
        if turn.incoming.kind is not Kind.BUTTON:
            return False
        frame = talk.top
        menu = (turn.incoming.button or "").partition(":")[0]
        return frame is None or frame.prompt is None or menu != str(frame.prompt["menu"])

    def next_page(self, turn: Turn, talk: Talk) -> list[Reply]:
        """Show the following choices of a long menu."""
        frame = _waiting(talk)
        prompt = frame.prompt
        if prompt is None:
            raise EngineError("no menu to turn over")
        pages = -(-len(prompt["options"]) // (MAX_CHOICES - 1))
        prompt["page"] = (prompt["page"] + 1) % pages
        prompt["menu"] = 0
        return [self._render(turn, talk, frame)]

    # -- inside ---------------------------------------------------------------------------------

    def _push(self, talk: Talk, name: str, data: Mapping[str, Any]) -> None:
        flow = self.flows[name]
        # A question inside a question inside a question: the oldest but the menu gives way.
        if len(talk.frames) >= _MAX_FRAMES:
            del talk.frames[1]
        talk.frames.append(Frame(name, flow.version, dict(data)))

    async def _enter(self, turn: Turn, talk: Talk) -> Outcome:
        frame = _waiting(talk)
        turn.data, turn.choice = frame.data, None
        try:
            return await self.flows[frame.flow].start(turn)
        except RuleError as refused:
            return Outcome(says=(Say(refused.key, refused.params),))

    async def _follow(self, turn: Turn, talk: Talk, outcome: Outcome) -> list[Reply]:
        replies: list[Reply] = []
        for _ in range(_MAX_HOPS):
            replies += [self._said(turn, one) for one in outcome.says]
            frame = _waiting(talk)
            if outcome.prompt is not None:
                self._wait(frame, outcome.prompt)
                return [*replies, self._render(turn, talk, frame)]
            if outcome.again:
                return [*replies, *self.ask_again(turn, talk)]
            if outcome.closed:
                talk.frames.clear()
                return replies
            talk.frames.pop()
            if outcome.goto is not None:
                self._push(talk, outcome.goto, outcome.data)
                outcome = await self._enter(turn, talk)
                continue
            resumed = await self._resume(turn, talk, menu=outcome.menu)
            if isinstance(resumed, Reply):
                return [*replies, resumed]
            outcome = resumed
        raise EngineError(f"no question after {_MAX_HOPS} steps")

    async def _resume(self, turn: Turn, talk: Talk, *, menu: bool) -> Reply | Outcome:
        """After a flow ended: the one below goes on, or the main menu opens."""
        frame = talk.top
        if menu or frame is None or frame.flow == self.home or frame.prompt is None:
            talk.frames.clear()
            self._push(talk, self.home, {"again": True})
            return await self._enter(turn, talk)
        return self._render(turn, talk, frame)

    def _current(self, flow: Flow, frame: Frame) -> bool:
        """Bring data of an older version of the flow up to date; False when it cannot be."""
        if frame.version == flow.version:
            return True
        upgraded = flow.upgrade(frame.version, frame.data) if flow.upgrade else None
        if upgraded is None:
            return False
        frame.data, frame.version = upgraded, flow.version
        return True

    def _wait(self, frame: Frame, prompt: Prompt) -> None:
        if frame.prompt is not None:
            frame.trail.append(frame.prompt)
            del frame.trail[:-_MAX_TRAIL]
        frame.prompt = {
            "step": prompt.step,
            "key": prompt.key,
            "params": dict(prompt.params),
            "options": [_stored(one) for one in prompt.options],
            "free": prompt.free,
            "files": prompt.files,
            "private": prompt.private,
            "page": 0,
            "menu": 0,
            "data": deepcopy(frame.data),
        }

    def _said(self, turn: Turn, one: Say) -> Reply:
        return Reply(turn.say(one.key, one.params), files=one.files, private=one.private)

    def _render(self, turn: Turn, talk: Talk, frame: Frame) -> Reply:
        prompt = frame.prompt
        if prompt is None:
            raise EngineError(f"flow {frame.flow} waits on nothing")
        text = turn.say(prompt["key"], prompt["params"])
        private = prompt.get("private", False)  # talks opened by an older version have none
        if not prompt["options"]:
            return Reply(text, private=private)
        if prompt["menu"] == 0:
            talk.menu_seq += 1
            prompt["menu"] = talk.menu_seq
        options = [_option(raw) for raw in prompt["options"]]
        choices = [
            Choice(str(place), self._label(turn, one))
            for place, one in enumerate(_page(options, prompt["page"]), start=1)
        ]
        choices.append(Choice("0", turn.say("option-help")))
        return Reply(text, tuple(choices), prompt["menu"], private=private)

    def _label(self, turn: Turn, one: Option) -> str:
        if one.label is not None:
            return one.label
        return turn.say(one.key or f"option-{one.value}", one.params)


def _waiting(talk: Talk) -> Frame:
    if talk.top is None:
        raise EngineError("nothing is open")
    return talk.top


def _page(options: list[Option], page: int) -> list[Option]:
    if len(options) <= MAX_CHOICES:
        return options
    size = MAX_CHOICES - 1
    return [*options[page * size : (page + 1) * size], Option(MORE, "option-more")]


def _stored(one: Option) -> list[Any]:
    return [one.value, one.key, one.label, dict(one.params)]


def _option(raw: Sequence[Any]) -> Option:
    return Option(raw[0], raw[1], raw[2], raw[3])
