"""What works in every state: help, the next page, words for going back and away, codes."""

from __future__ import annotations

from handlers import sent_words, unread_words
from handlers.context import Turn
from handlers.engine import Engine
from handlers.flow import HEADS, OFFICIALS
from handlers.global_words import (
    BACK_WORDS,
    DROP_WORDS,
    HOME,
    is_stop,
    named,
)
from handlers.messages import Kind, Reply
from handlers.parsing import key
from handlers.prompts import MORE
from handlers.services import codes, submission_reading
from handlers.services.asked_words import OTHER_PERSON
from handlers.services.reminders import RESUME
from handlers.talk import TOOK_FROM, Talk

LOOK_UP = "my_submissions"
SEEING = "my_data"
UNREAD = "cannot_read"


class Everywhere:
    """Looks at a message before the waiting step does; None is: not mine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def choice(self, turn: Turn, talk: Talk) -> list[Reply] | None:
        """Help, which is "0", and the next page of a long menu."""
        if turn.choice == "0":
            return await self._help(turn, talk)
        if turn.choice == MORE:
            return self._engine.next_page(turn, talk)
        return None

    async def _help(self, turn: Turn, talk: Talk) -> list[Reply]:
        if talk.flow == "help":
            return self._engine.ask_again(turn, talk)
        return await self._engine.begin(turn, talk, "help")

    async def words(self, turn: Turn, talk: Talk, *, insists: bool) -> list[Reply] | None:
        """Words that work in every state; *insists*: the draft was offered by the last message."""
        if turn.choice is not None or turn.incoming.kind is not Kind.TEXT:
            return None
        typed = key(turn.text)
        if typed == "0":
            return await self._help(turn, talk)
        if typed in BACK_WORDS:
            return await self._back(turn, talk)
        flow = UNREAD if _cannot_read(turn) else named(turn.text)
        if typed in DROP_WORDS or (flow == HOME and insists):
            return await self._drop(turn, talk)
        if flow is None or (typed == "dung" and not is_stop(turn.text, asked=talk.flow != HOME)):
            return None
        if flow == HOME:
            return await self._engine.leave(turn, talk)
        if flow == "help":
            return await self._help(turn, talk)
        if flow != UNREAD:  # what waits goes on waiting
            talk.pass_by(self._engine.flows, SEEING)
        return await self._engine.begin(turn, talk, flow)

    async def _back(self, turn: Turn, talk: Talk) -> list[Reply]:
        if talk.flow == RESUME:
            talk.frames.pop()  # from "go on with it?" to what it asks about
            return self._engine.ask_again(turn, talk)
        left = talk.top.data if talk.flow == OTHER_PERSON and talk.top else {}
        replies = self._engine.back(turn, talk)
        if turn.neighbour and replies and talk.taken_back(left, turn.neighbour):
            turn.neighbour = left[TOOK_FROM]  # nobody took the phone after all
        return replies or await self._engine.leave(turn, talk)

    async def _drop(self, turn: Turn, talk: Talk) -> list[Reply]:
        """Give up what is open; a draft never goes without a word."""
        lost = self._engine.has_draft(turn, talk)
        dropped = [Reply(turn.say("resume-dropped"))] if lost else []
        return [*dropped, *await self._engine.home_again(turn, talk)]

    async def code(self, turn: Turn, talk: Talk) -> list[Reply] | None:
        """A code typed at any moment is looked up, but where a form of the office takes words."""
        if turn.choice is not None or turn.incoming.kind is not Kind.TEXT:
            return None
        frame = talk.top
        takes_words = frame is not None and (frame.prompt is None or frame.prompt["free"])
        if frame and takes_words and not self._engine.flows[frame.flow].interruptible:
            return None
        if sent_words.meant(turn.text) == sent_words.WITHDRAW_ONE:
            return None  # not to be looked up, but taken back
        typed = codes.named(turn.text)
        if talk.flow == LOOK_UP or (typed and typed.prefix is None and not typed.valid):
            return None
        if typed is None and not await submission_reading.is_nearly_code(turn.work, turn.text):
            return None
        talk.pass_by(self._engine.flows)
        named = {"code": turn.text} if typed is not None else {"unclear": True}
        return await self._engine.begin(turn, talk, LOOK_UP, named)


def _cannot_read(turn: Turn) -> bool:
    """Whether a household says so; who works for the commune means a paper."""
    return not turn.roles & (HEADS | OFFICIALS) and unread_words.cannot_read(turn.text)
