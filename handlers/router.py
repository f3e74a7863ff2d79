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

from handlers.context import Turn
from handlers.engine import MORE, Engine, Talk
from handlers.flow import OFFICIALS, Flow, Outcome
from handlers.guards import Guard, screen
from handlers.messages import MAX_TEXT, Kind, Reply
from handlers.parsing import key
from handlers.services import codes, guard_counts
from handlers.services.reminders import RESUME, is_draft

HOME = "menu"
QUESTION = "ask_question"
LOOK_UP = "my_submissions"

GLOBAL_WORDS: Mapping[str, str] = {
    "menu": HOME,
    "trang chu": HOME,
    "huy": HOME,
    "huy bo": HOME,
    "thoat": HOME,
    "bat dau": HOME,
    "start": HOME,
    "giup": "help",
    "giup do": "help",
    "giup voi": "help",
    "tro giup": "help",
    "huong dan": "help",
    "help": "help",
    "gap can bo": "official_contact",
    "can bo": "official_contact",
    "noi chuyen voi can bo": "official_contact",
    "dung": "stop_messages",
    "dung lai": "stop_messages",
    "stop": "stop_messages",
    "xem": "my_data",
    "xoa": "erase_data",
}
"""Folded whole messages that work in every state. "Đúng" folds to the same letters as "Dừng": see
``_is_stop``."""

BACK_WORDS = frozenset({"quay lai", "tro lai", "lui lai", "back"})

_UNREADABLE: Mapping[Kind, str] = {
    Kind.STICKER: "not-a-question-sticker",
    Kind.UNKNOWN: "not-a-question-unknown",
    Kind.TOO_BIG: "file-too-big",
    Kind.NO_ROOM: "file-no-room",
}
_GUARD_FLOWS: Mapping[Guard, str] = {
    Guard.DENUNCIATION: "guard_denunciation",
    Guard.COMPLAINT: "guard_complaint",
    Guard.DANGER: "guard_danger",
    Guard.SCAM: "guard_scam",
}
_QUESTION_SYLLABLES = 6
_MISSES_UNTIL_PERSON = 2


class Router:
    """Routes one message of a conversation."""

    def __init__(self, flows: Mapping[str, Flow]) -> None:
        self._engine = Engine(flows, home=HOME)
        self._triggers: dict[str, list[Flow]] = {}
        for flow in flows.values():
            for word in flow.triggers:
                self._triggers.setdefault(word, []).append(flow)

    async def turn(self, turn: Turn, talk: Talk, *, past_guard: bool) -> list[Reply]:
        """Replies to one message; *talk* is changed in place.

        *past_guard*: the person said that what follows is no denunciation.
        """
        if not talk.frames and turn.incoming.kind is not Kind.START:
            await self._engine.begin(turn, talk, HOME, {"silent": True})
        for look in (self._unreadable, self._guarded):
            replies = await look(turn, talk, past_guard)
            if replies is not None:
                # The words that may pass the guard are still to come.
                turn.conversation.allow_next = past_guard and look == self._unreadable
                return replies
        late, question = self._is_late(turn, talk), self._is_question(turn, talk)
        offered = _was_offered(turn, talk)
        asked = await self._engine.begin(turn, talk, RESUME) if late else []
        # "Dừng" folds to the same letters as the choice "Đúng": it is never taken for a yes.
        unheard = _says_stop(turn) or (late and not offered)
        turn.choice = None if unheard else self._engine.resolve(turn, talk)
        chosen = turn.choice
        for look_on in (self._chosen, self._everywhere, self._code, self._topic):
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
        return _flow(talk) not in {None, HOME, RESUME}

    # -- 1 --------------------------------------------------------------------------------------

    async def _unreadable(self, turn: Turn, talk: Talk, _past: bool) -> list[Reply] | None:
        kind = turn.incoming.kind
        if kind is Kind.START:
            return await self._opened(turn, talk)
        if kind in _UNREADABLE:
            return self._again(turn, talk, _UNREADABLE[kind])
        if self._engine.is_stale(turn, talk):
            return self._again(turn, talk, "old-button")
        if kind is Kind.TEXT and not turn.text:
            return self._again(turn, talk, "empty-message")
        if len(turn.text) > MAX_TEXT:
            return self._again(turn, talk, "text-too-long")
        if kind is Kind.TEXT and not any(letter.isalnum() for letter in turn.text):
            return self._again(turn, talk, "only-signs")
        return None

    async def _opened(self, turn: Turn, talk: Talk) -> list[Reply]:
        payload = turn.incoming.start or ""
        flow, _, argument = payload.partition("_")
        if flow == "join" and argument and "join_role" in self._engine.flows:
            talk.frames.clear()
            await self._engine.begin(turn, talk, HOME, {"silent": True})
            return await self._engine.begin(turn, talk, "join_role", {"code": argument})
        return await self._engine.home_again(turn, talk, greeting=True)

    def _again(self, turn: Turn, talk: Talk, key_: str) -> list[Reply]:
        return [Reply(turn.say(key_)), *self._engine.ask_again(turn, talk)]

    # -- 2 --------------------------------------------------------------------------------------

    async def _guarded(self, turn: Turn, talk: Talk, past_guard: bool) -> list[Reply] | None:
        if turn.incoming.kind not in {Kind.TEXT, Kind.FILE} or turn.roles & OFFICIALS:
            return None  # an official's words are about a case, not the case itself
        guard = screen(turn.text)
        if guard is None or (past_guard and guard is not Guard.DANGER):
            return None
        await guard_counts.count(turn.work, guard.value, turn.person.commune_id)
        return await self._engine.begin(turn, talk, _GUARD_FLOWS[guard])

    # -- 3 to 5 ---------------------------------------------------------------------------------

    async def _chosen(self, turn: Turn, talk: Talk) -> list[Reply] | None:
        if turn.choice == "0":
            return await self._help(turn, talk)
        if turn.choice == MORE:
            return self._engine.next_page(turn, talk)
        return None

    async def _help(self, turn: Turn, talk: Talk) -> list[Reply]:
        if talk.top is not None and talk.top.flow == "help":
            return self._engine.ask_again(turn, talk)
        return await self._engine.begin(turn, talk, "help")

    async def _everywhere(self, turn: Turn, talk: Talk) -> list[Reply] | None:
        if turn.choice is not None or turn.incoming.kind is not Kind.TEXT:
            return None
        typed = key(turn.text)
        if typed == "0":
            return await self._help(turn, talk)
        if typed in BACK_WORDS:
            return self._engine.back(turn, talk) or await self._engine.home_again(turn, talk)
        flow = GLOBAL_WORDS.get(typed)
        if flow is None or (typed == "dung" and not _is_stop(turn.text)):
            return None
        if flow == HOME:
            return await self._engine.home_again(turn, talk)
        if flow == "help":
            return await self._help(turn, talk)
        return await self._engine.begin(turn, talk, flow)

    async def _code(self, turn: Turn, talk: Talk) -> list[Reply] | None:
        """A code typed at any moment is looked up; forms of the office may mean something else."""
        if turn.choice is not None or turn.incoming.kind is not Kind.TEXT:
            return None
        frame = talk.top
        if frame is not None and not self._engine.flows[frame.flow].interruptible:
            return None
        typed = codes.read(turn.text)
        if typed is None or (typed.prefix is None and not typed.valid) or _flow(talk) == LOOK_UP:
            return None
        return await self._engine.begin(turn, talk, LOOK_UP, {"code": turn.text})

    async def _topic(self, turn: Turn, talk: Talk) -> list[Reply] | None:
        if turn.choice is not None or turn.incoming.kind is not Kind.TEXT:
            return None
        # The same word may mean another thing to another role: the first flow that allows it.
        mine = [one for one in self._triggers.get(key(turn.text), ()) if one.roles & turn.roles]
        if not mine or self._is_form(talk):
            return None
        flow = mine[0]
        return await self._engine.begin(turn, talk, flow.name)

    def _is_form(self, talk: Talk) -> bool:
        """Whether the waiting step takes free words, where "đăng ký" may be an answer.

        A household's question that offers choices is none: a topic word leaves it.
        """
        frame = talk.top
        if frame is None or frame.flow == HOME or not frame.prompt or not frame.prompt["free"]:
            return False
        return not (frame.prompt["options"] and self._engine.flows[frame.flow].interruptible)

    # -- 6 and 7 --------------------------------------------------------------------------------

    async def _step(self, turn: Turn, talk: Talk) -> list[Reply]:
        frame = talk.top
        prompt = frame.prompt if frame else None
        if prompt is None:
            return await self._engine.home_again(turn, talk)
        if turn.incoming.kind is Kind.FILE and not prompt["files"]:
            return await self._question(turn, talk)
        if turn.choice is None and not prompt["free"]:
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
        if turn.incoming.kind is not Kind.TEXT or frame is None:
            return False
        if not self._engine.flows[frame.flow].interruptible:
            return False
        if turn.match is not None and turn.match.decision != "none":
            return True
        fewest = 2 if frame.flow == HOME else _QUESTION_SYLLABLES
        return "?" in turn.text or len(turn.text.split()) >= fewest

    async def _question(self, turn: Turn, talk: Talk) -> list[Reply]:
        turn.misses = 0
        return await self._engine.begin(turn, talk, QUESTION, {"given": True})


def _flow(talk: Talk) -> str | None:
    return talk.top.flow if talk.top else None


def _was_offered(turn: Turn, talk: Talk) -> bool:
    """Whether the reminder named the numbers of the question that comes on top.

    Buttons that are still on the screen belong to the old question.
    """
    draft = is_draft(_flow(talk) or HOME)
    return draft and turn.conversation.reminded and turn.incoming.kind is Kind.TEXT


def _says_stop(turn: Turn) -> bool:
    return turn.incoming.kind is Kind.TEXT and turn.text.strip(" .!").casefold() == "dừng"


def _is_stop(text: str) -> bool:
    """Whether a text that folds to "dung" means DỪNG (stop) and not "đúng" (right).

    "dung" without accents stops only when written in capitals, as the texts teach it.
    """
    word = text.strip(" .!").casefold()
    return word == "dừng" or text.strip(" .!") == "DUNG"
