"""Runs flows: frames on a stack, prompts with numbered choices, state as plain data.

In goes the conversation's state and one message, out come replies and the new state. Nothing here
knows a channel, a clock or a table: the turn brings what the steps need. (The shape follows goflow
and mailroom: named waits, interruptible by keywords, state serialised after every turn.)
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from handlers import prompts
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Flow, Outcome, Prompt, Say, preceded, read_back
from handlers.messages import Reply
from handlers.prompts import Speak
from handlers.talk import Frame, Talk

_MAX_HOPS = 8
_MAX_TRAIL = 8


class EngineError(RuntimeError):
    """A flow went round in circles or waits on a step that does not exist."""


class Engine:
    """Mechanics of flows; the order in which a message is looked at is the router's."""

    def __init__(self, flows: Mapping[str, Flow], *, home: str, resume: str) -> None:
        self.flows = flows
        self.home = home
        """Name of the flow at the bottom of every stack: the main menu."""
        self.resume = resume
        """Name of the flow that asks whether to go on with what lies below it."""

    # -- starting, answering, ending ------------------------------------------------------------

    async def begin(
        self, turn: Turn, talk: Talk, name: str, data: Mapping[str, Any] | None = None
    ) -> list[Reply]:
        """Start flow *name* above whatever is open."""
        talk.push(self.flows[name], data or {}, self.flows)
        return await self._follow(turn, talk, await self._enter(turn, talk))

    async def begin_topic(
        self, turn: Turn, talk: Talk, name: str, data: Mapping[str, Any]
    ) -> list[Reply]:
        """Start flow *name* because of a word: a draft of it is gone back to, else it begins anew.

        Another draft stays where it is, below; so does one of a flow that also shows things.
        """
        open_at = [place for place, frame in enumerate(talk.frames) if frame.flow == name]
        draft = self._draft_place(turn, talk)
        if open_at and (draft is None or draft <= open_at[-1]):
            del talk.frames[open_at[-1] + 1 :]
            if draft != open_at[-1]:
                talk.frames.pop()
            elif not self.flows[name].draft_waits:
                return self._come_back(turn, talk)
        return await self.begin_new(turn, talk, name, data)

    async def begin_new(
        self, turn: Turn, talk: Talk, name: str, data: Mapping[str, Any]
    ) -> list[Reply]:
        """Start flow *name*; where it would write and too much waits unfinished, say so instead."""
        if not (self.flows[name].writes and talk.is_full(self.flows)):
            return await self.begin(turn, talk, name, data)
        self._bare_draft(turn, talk)
        return [Reply(turn.say("drafts-full")), *self._come_back(turn, talk)]

    async def home_again(self, turn: Turn, talk: Talk, **data: Any) -> list[Reply]:
        """Close everything and show the main menu."""
        talk.frames.clear()
        return await self.begin(turn, talk, self.home, data)

    async def leave(self, turn: Turn, talk: Talk, **data: Any) -> list[Reply]:
        """To the main menu; where a draft would be lost, ask first whether to go on with it."""
        if not self.has_draft(turn, talk):
            return await self.home_again(turn, talk, **data)
        self._bare_draft(turn, talk)
        return await self.ask_resume(turn, talk)

    async def ask_resume(self, turn: Turn, talk: Talk) -> list[Reply]:
        """Ask whether to go on with what is open."""
        return await self.begin(turn, talk, self.resume, self._quoted(turn, talk))

    def has_draft(self, turn: Turn, talk: Talk) -> bool:
        """Whether something that the person wrote would be lost with the open talk."""
        return self._draft_place(turn, talk) is not None

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
        waits = self.waiting(talk, turn.say)
        return [waits] if waits else []

    def waiting(self, talk: Talk, say: Speak) -> Reply | None:
        """The waiting question as *say* words it; None when nothing waits."""
        frame = talk.top
        return self._worded(say, talk, frame.prompt) if frame and frame.prompt else None

    def add_files(self, turn: Turn, talk: Talk) -> bool:
        """Put the message's files to the draft that is being written; False when there is none."""
        frame = talk.top
        flow = self.flows[frame.flow] if frame else None
        if frame is None or flow is None or "files" not in flow.draft:
            return False
        frame.data["files"] = [*frame.data.get("files", ()), *(one.to_json() for one in turn.files)]
        return True

    def back(self, turn: Turn, talk: Talk) -> list[Reply] | None:
        """One question back in the open flow; None when there is none."""
        frame = talk.top
        if frame is None or not frame.trail:
            return None
        frame.prompt = frame.trail.pop()
        frame.data = deepcopy(frame.prompt["data"])
        return [self._render(turn, talk, frame)]

    def lists_names(self, talk: Talk) -> bool:
        """Whether what is open takes lists of people."""
        flow = self.flows.get(talk.top.flow) if talk.top else None
        return flow is not None and flow.lists_names

    def reads(self, talk: Talk) -> bool:
        """Whether the waiting step understands a few words beside its choices."""
        frame = _waiting(talk)
        return frame.prompt is not None and frame.prompt["step"] in self.flows[frame.flow].reads

    # -- choices --------------------------------------------------------------------------------

    def next_page(self, turn: Turn, talk: Talk) -> list[Reply]:
        """Show the following choices of a long menu."""
        frame = _waiting(talk)
        if frame.prompt is None:
            raise EngineError("no menu to turn over")
        prompts.turn_page(frame.prompt)
        return [self._render(turn, talk, frame)]

    # -- inside ---------------------------------------------------------------------------------

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
                self._wait(turn, frame, outcome.prompt)
                if not outcome.stays:
                    return [*replies, self._render(turn, talk, frame)]
            if outcome.again:
                return [*replies, *self.ask_again(turn, talk)]
            if outcome.closed:
                talk.frames.clear()
                return replies
            ended = self._ended(turn, talk, frame, outcome)
            if outcome.goto is not None:
                if outcome.go_on and self._is_waiting(turn, talk, outcome):
                    return [*replies, *self.ask_again(turn, talk)]
                talk.push(self.flows[outcome.goto], outcome.data, self.flows)
                outcome = await self._enter(turn, talk)
                continue
            if outcome.menu and ended.flow != self.resume and self.has_draft(turn, talk):
                self._bare_draft(turn, talk)
                talk.push(self.flows[self.resume], self._quoted(turn, talk), self.flows)
                outcome = await self._enter(turn, talk)
                continue
            resumed = await self._resume(turn, talk, ended, outcome)
            if not isinstance(resumed, Outcome):
                return [*replies, *resumed]
            outcome = resumed
        raise EngineError(f"no question after {_MAX_HOPS} steps")

    def _ended(self, turn: Turn, talk: Talk, frame: Frame, outcome: Outcome) -> Frame:
        """Close *frame*, unless it waits below, and what its outcome settles.

        The main menu stays at the bottom: who has the phone is kept with it. Where that is the
        owner again, what waits is theirs before anything of it is shown.
        """
        if not (outcome.stays or (frame.flow == self.home and outcome.goto)):
            talk.frames.pop()
        if outcome.settled or outcome.refused:
            every = outcome.refused
            talk.settle(outcome.settled, self.flows, every=every, asks=self.resume)
        if talk.neighbour and turn.neighbour is None:
            talk.give_back()
        return frame

    async def _resume(
        self, turn: Turn, talk: Talk, ended: Frame, outcome: Outcome
    ) -> list[Reply] | Outcome:
        """After a flow ended: the one below goes on, or the main menu opens."""
        frame = talk.top
        if outcome.quiet and talk.flow != self.resume:
            return []
        if outcome.menu or frame is None or frame.flow == self.home or frame.prompt is None:
            talk.frames.clear()
            talk.push(self.flows[self.home], {"again": True}, self.flows)
            return await self._enter(turn, talk)
        if ended.flow == self.resume and ended.data.get("words"):
            return self.ask_again(turn, talk)  # it just told which words
        return await self._caught_up(turn, talk, frame) or self._come_back(turn, talk)

    async def _caught_up(self, turn: Turn, talk: Talk, frame: Frame) -> Outcome | None:
        """Where what waits was answered by the flow that ended, the next question of *frame*."""
        flow = self.flows[frame.flow]
        if flow.catch_up is None or frame.prompt is None:
            return None
        turn.data, turn.choice = frame.data, None
        outcome = await flow.catch_up(turn, frame.prompt["step"])
        words = talk.waiting_words(self.flows)
        if outcome is None or not words or (outcome.prompt and outcome.prompt.private):
            return outcome  # a read-back tells the words itself
        return preceded(outcome, read_back("resume-about", words=words))

    def _come_back(self, turn: Turn, talk: Talk) -> list[Reply]:
        """The waiting question after something else, and which words it is about."""
        words = talk.waiting_words(self.flows)
        about = [Reply(turn.say("resume-about", {"words": words}), private=True)] if words else []
        return [*about, *self.ask_again(turn, talk)]

    def _quoted(self, turn: Turn, talk: Talk) -> dict[str, Any]:
        place = self._draft_place(turn, talk)
        if place is None:
            return {"words": "", "held": False}
        if self.flows[talk.frames[place].flow].urgent:
            return {"words": "", "held": True, "urgent": True}
        return {"words": talk.draft_words(place), "held": True}

    def _draft_place(self, turn: Turn, talk: Talk) -> int | None:
        return talk.draft_place(self.flows, turn.roles)

    def _is_waiting(self, turn: Turn, talk: Talk, wanted: Outcome) -> bool:
        """Whether the newest draft, which nothing covers, is what *wanted* goes on with."""
        frame = talk.top
        if frame is None or self._draft_place(turn, talk) != len(talk.frames) - 1:
            return False
        same = all(frame.data.get(name) == value for name, value in wanted.data.items())
        return frame.flow == wanted.goto and same

    def _bare_draft(self, turn: Turn, talk: Talk) -> None:
        """Close whatever is open above the newest draft."""
        place = self._draft_place(turn, talk)
        del talk.frames[len(talk.frames) if place is None else place + 1 :]

    def _current(self, flow: Flow, frame: Frame) -> bool:
        """Bring data of an older version of the flow up to date; False when it cannot be."""
        if frame.version == flow.version:
            return True
        upgraded = flow.upgrade(frame.version, frame.data) if flow.upgrade else None
        if upgraded is None:
            return False
        frame.data, frame.version = upgraded, flow.version
        return True

    def _wait(self, turn: Turn, frame: Frame, prompt: Prompt) -> None:
        if frame.prompt is not None:
            frame.trail.append(frame.prompt)
            del frame.trail[:-_MAX_TRAIL]
        frame.prompt = prompts.kept(prompt, frame.data, turn.work.seen)

    def _said(self, turn: Turn, one: Say) -> Reply:
        text = turn.say(one.key, one.params)
        return Reply(
            text,
            files=one.files,
            private=one.private,
            alone=one.alone,
            last=one.last,
            drops=turn.incoming.external_id if one.unwritten else "",
        )

    def _render(self, turn: Turn, talk: Talk, frame: Frame) -> Reply:
        if frame.prompt is None:
            raise EngineError(f"flow {frame.flow} waits on nothing")
        return self._worded(turn.say, talk, frame.prompt)

    def _worded(self, say: Speak, talk: Talk, prompt: dict[str, Any]) -> Reply:
        if prompt["menu"] == 0:
            talk.menu_seq += 1
            prompt["menu"] = talk.menu_seq
        return prompts.worded(say, prompt)


def _waiting(talk: Talk) -> Frame:
    if talk.top is None:
        raise EngineError("nothing is open")
    return talk.top
