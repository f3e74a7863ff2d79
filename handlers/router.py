"""In which order a message is looked at: one fixed list, the same for every channel.

1. what is not a message to read (empty, too long, sticker, a file that was refused, old button);
2. the guards: danger, denunciation, complaint, scam - before anything is written;
3. a choice of the waiting menu, "0" for help;
   after a long silence the open flow is not answered: "go on with it?" is asked instead;
4. words that work everywhere, and codes of submissions;
5. words that start a topic;
6. the waiting step;
7. a new question.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from faq.guards import Guard, screen, screen_rows
from handlers import choosing
from handlers.context import Turn
from handlers.engine import Engine
from handlers.everywhere import SEEING, Everywhere
from handlers.flow import OFFICIALS, Flow, Outcome
from handlers.global_words import (
    HOME,
    says_stop,
)
from handlers.messages import MAX_TEXT, Kind, Reply
from handlers.names import rows_of
from handlers.parsing import yes_no
from handlers.phrases import MEETING
from handlers.prompts import Speak
from handlers.questions import is_question
from handlers.services import callback, guard_counts, listed_people
from handlers.services.asked_words import OTHER_PERSON
from handlers.services.reminders import GONE, RESUME, is_draft
from handlers.talk import Talk
from handlers.topics import Topics

QUESTION = "ask_question"
ASKING = "new_question"
MEETINGS = "session_info"
HELP = "help"

_UNREADABLE: Mapping[Kind, str] = {
    Kind.STICKER: "not-a-question-sticker",
    Kind.UNKNOWN: "not-a-question-unknown",
    Kind.TOO_BIG: "file-too-big",
    Kind.NO_ROOM: "file-no-room",
    Kind.LOST: "file-lost",
}
_GUARD_FLOWS: Mapping[Guard, str] = {guard: f"guard_{guard.value}" for guard in Guard}
_MISSES_UNTIL_PERSON = 2


class Router:
    """Routes one message of a conversation."""

    def __init__(self, flows: Mapping[str, Flow]) -> None:
        self._engine = Engine(flows, home=HOME, resume=RESUME)
        self._everywhere = Everywhere(self._engine)
        self._topics = Topics(flows)

    def waiting(self, talk: Talk, say: Speak) -> Reply | None:
        """The question that waits in *talk*, for somebody who opens the chat again."""
        return self._engine.waiting(talk, say)

    def in_danger(self, talk: Talk) -> bool:
        """Whether the talk about a danger is what is open."""
        return talk.flow == _GUARD_FLOWS[Guard.DANGER]

    def tells_danger(self, turn: Turn) -> bool:
        """Whether the guard of danger would speak up; for messages that may not be read."""
        return _is_guarded(turn) and screen(turn.text) is Guard.DANGER

    async def turn(self, turn: Turn, talk: Talk, *, waived: Guard | None) -> list[Reply]:
        """Replies to one message; *talk* is changed in place.

        *waived*: the guard that was mistaken, as the person said, about what follows.
        """
        before = turn.neighbour = talk.neighbour
        turn.unsettled = talk.unsettled
        replies = await self._looked_at(turn, talk, waived)
        now = turn.neighbour
        if now and not _is_same(before, now) and not (before and talk.called(before, now)):
            talk.set_aside(now, owners=before is None)
        if talk.neighbour and turn.neighbour is None:
            talk.give_back()  # nothing ended: what is open was the owner's all the time
        talk.unsettled = None if turn.neighbour else turn.unsettled
        talk.neighbour = turn.neighbour  # whoever speaks goes on speaking when the menu opens anew
        return replies

    async def _looked_at(self, turn: Turn, talk: Talk, waived: Guard | None) -> list[Reply]:
        if not talk.frames and turn.incoming.kind is not Kind.START:
            await self._engine.begin(turn, talk, HOME, {"silent": True})
        for look in (self._unreadable, self._guarded):
            replies = await look(turn, talk, waived)
            if replies is not None:
                # The words that may pass the guard are still to come.
                kept = waived if look == self._unreadable else None
                turn.conversation.waived_guard = kept
                return replies
        words = partial(self._everywhere.words, insists=talk.flow == RESUME)
        late, question = self._is_late(turn, talk), self._is_question(turn, talk)
        offered = _was_offered(turn, talk)
        asked = await self._engine.ask_resume(turn, talk) if late else []
        # "Dừng" folds to the same letters as the choice "Đúng": it is never taken for a yes.
        stops = turn.incoming.kind is Kind.TEXT and says_stop(turn.text)
        unheard = stops or (late and not offered)
        turn.choice = chosen = None if unheard else choosing.chosen(turn, talk)
        for look_on in (self._everywhere.choice, words, self._everywhere.code, self._topic):
            replies = await look_on(turn, talk)
            if replies is not None:
                return replies
        turn.choice = chosen
        if late and chosen is None:
            return await self._question(turn, talk) if question else asked
        return await self._step(turn, talk)

    def _is_late(self, turn: Turn, talk: Talk) -> bool:
        """Whether the open talk was silent so long that nobody remembers the waiting question."""
        until = turn.conversation.expires_at
        if until is None or turn.work.now < until:
            return False
        return talk.flow not in {None, HOME, RESUME, GONE}

    # -- 1 --------------------------------------------------------------------------------------

    async def _unreadable(
        self, turn: Turn, talk: Talk, _waived: Guard | None
    ) -> list[Reply] | None:
        kind = turn.incoming.kind
        if kind is Kind.START:
            return await self._opened(turn, talk)
        if kind in _UNREADABLE:
            return self._again(turn, talk, talk.unreadable(_UNREADABLE[kind]))
        if choosing.is_stale(turn, talk):
            return self._again(turn, talk, "old-button")
        if kind is Kind.TEXT and not turn.text:
            return self._again(turn, talk, "empty-message")
        if len(turn.text) > MAX_TEXT:
            return self._again(turn, talk, "text-too-long")
        signs = not any(letter.isalnum() for letter in turn.text)
        if kind is Kind.TEXT and signs and yes_no(turn.text) is None:
            return self._again(turn, talk, "only-signs")
        return None

    async def _opened(self, turn: Turn, talk: Talk) -> list[Reply]:
        payload = turn.incoming.start or ""
        flow, _, argument = payload.partition("_")
        if flow == "join" and argument and "join_role" in self._engine.flows:
            talk.frames.clear()
            await self._engine.begin(turn, talk, HOME, {"silent": True})
            return await self._engine.begin(turn, talk, "join_role", {"code": argument})
        return await self._engine.leave(turn, talk, greeting=True)

    def _again(self, turn: Turn, talk: Talk, key_: str) -> list[Reply]:
        return [Reply(turn.say(key_)), *self._engine.ask_again(turn, talk)]

    # -- 2 --------------------------------------------------------------------------------------

    async def _guarded(self, turn: Turn, talk: Talk, waived: Guard | None) -> list[Reply] | None:
        if not _is_guarded(turn):
            return None
        listing = self._engine.lists_names(talk)
        guard = screen_rows(rows_of(turn.text) if listing else [turn.text], waived)
        if guard is None:
            return None
        await guard_counts.count(turn.work, guard.value, turn.person.commune_id)
        flow = _GUARD_FLOWS[guard]
        kept: dict[str, Any] = {"listing": listing}
        if guard is Guard.DANGER and [one.flow for one in talk.frames[-2:]] == [flow, RESUME]:
            talk.frames.pop()  # it goes on with what "go on with it?" asks about
        if guard is Guard.DANGER and talk.flow == flow:  # who is in need writes in pieces
            data = talk.frames.pop().data
            names = ("told",) if "sent" in data else ("told", "text", "files")
            kept |= {name: data[name] for name in names if name in data}
        # what another guard said is over
        talk.pass_by(self._engine.flows, *_GUARD_FLOWS.values())
        return await self._engine.begin(turn, talk, flow, kept)

    # -- 5 -------------------------------------------------------------------------------------

    async def _topic(self, turn: Turn, talk: Talk) -> list[Reply] | None:
        asked = self._topics.doubtful(turn, talk)
        of_list = asked is None or (
            not asked.on_open_list and await listed_people.is_listed(turn.work, asked.who or "")
        )
        named = self._topics.named(turn, talk, of_list=of_list)
        if named is None:
            return None
        name, data = named
        if name == MEETINGS:
            aside = data.get("meant") == MEETING and self._engine.has_draft(turn, talk)
            data = {**data, **_comes_for(talk), "aside": aside}
        if name != HELP:  # from help people come back to what waits
            talk.pass_by(self._engine.flows, ASKING, GONE, SEEING, OTHER_PERSON, HELP)
        return await self._engine.begin_topic(turn, talk, name, data)

    # -- 6 and 7 --------------------------------------------------------------------------------

    async def _step(self, turn: Turn, talk: Talk) -> list[Reply]:
        prompt = talk.top.prompt if talk.top else None
        if prompt is None:
            return await self._engine.home_again(turn, talk)
        if turn.incoming.kind is Kind.FILE and not prompt["files"]:
            if not turn.text and self._engine.add_files(turn, talk):
                return self._again(turn, talk, "file-added")
            return await self._question(turn, talk)
        if turn.choice is None and not prompt["free"] and not self._engine.reads(talk):
            return await self._unexpected(turn, talk)
        outcome = await self._engine.answer(turn, talk)
        if outcome.again and self._is_question(turn, talk):
            return await self._question(turn, talk)
        if not outcome.again:
            turn.misses = 0
            return await self._engine.follow(turn, talk, outcome)
        return await self._missed(turn, talk, outcome)

    async def _unexpected(self, turn: Turn, talk: Talk) -> list[Reply]:
        if self._is_question(turn, talk):
            return await self._question(turn, talk)
        return await self._missed(turn, talk, Outcome(again=True))

    async def _missed(self, turn: Turn, talk: Talk, outcome: Outcome) -> list[Reply]:
        if outcome.says and turn.roles & OFFICIALS:
            # What is wrong is said in so many words: nothing about not understanding before it.
            return await self._engine.follow(turn, talk, outcome)
        turn.misses += 1
        replies = await self._engine.follow(turn, talk, outcome)
        if turn.misses >= _MISSES_UNTIL_PERSON:
            turn.misses = 0
            return [Reply(turn.say("missed-twice")), *replies]
        if not outcome.says:
            return [Reply(turn.say("not-understood")), *replies]
        return replies

    def _is_question(self, turn: Turn, talk: Talk) -> bool:
        frame = talk.top
        if frame is None:
            return False
        if frame.flow == HOME and callback.is_alone(turn.text):
            return True  # whoever leaves a number wants to be called
        return is_question(turn, self._engine.flows[frame.flow])

    async def _question(self, turn: Turn, talk: Talk) -> list[Reply]:
        if turn.roles & OFFICIALS and turn.incoming.kind is Kind.TEXT:
            named = self._topics.nearest(turn)
            if named is not None:
                turn.misses = 0
                return await self._engine.begin_topic(turn, talk, named, {})
            if turn.match is None or not turn.match.is_meant:
                # Officials are not passed on to officials: their menu stands there again.
                return await self._missed(turn, talk, Outcome(again=True))
        turn.misses = 0
        talk.pass_by(self._engine.flows, SEEING, HELP)
        if turn.unsettled:  # whose that name is, is asked again before anything is sent
            talk.pass_by(self._engine.flows, OTHER_PERSON)
        data: dict[str, Any] = {"given": True}
        if talk.asked_for is not None:  # their talk goes on: what comes next is asked for them too
            data["whose"] = talk.asked_for
        return await self._engine.begin_new(turn, talk, QUESTION, data)


def _is_guarded(turn: Turn) -> bool:
    """An official's words are about a case, not the case itself."""
    readable = turn.incoming.kind in {Kind.TEXT, Kind.FILE} and len(turn.text) <= MAX_TEXT
    return readable and not turn.roles & OFFICIALS


def _comes_for(talk: Talk) -> dict[str, Any]:
    """Who wants to come, where somebody else than the owner of the phone is speaking."""
    if talk.flow != OTHER_PERSON:
        return {}
    whose = talk.asked_for
    return {"for_name": whose["name"]} if whose else {"for_other": True}


def _was_offered(turn: Turn, talk: Talk) -> bool:
    """Whether the reminder named the numbers of the question that comes on top.

    Buttons that are still on the screen belong to the old question.
    """
    draft = is_draft(talk.flow or HOME)
    return draft and turn.conversation.reminded and turn.incoming.kind is Kind.TEXT


def _is_same(before: Mapping[str, Any] | None, now: Mapping[str, Any]) -> bool:
    """Whether the neighbour who spoke speaks still."""
    return before is not None and before.get("name") == now.get("name")
