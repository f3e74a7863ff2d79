"""Which dialogue session an official means: shared by their flows, and how one is named."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence

from handlers import access
from handlers.context import Turn
from handlers.flow import (
    Flow,
    Outcome,
    StepFunction,
    ask_again,
    choose,
    done,
    option,
    preceded,
    say,
)
from handlers.services import session_deadlines
from handlers.texts import moment_words
from storage.models import DialogueSession, SessionState

_ANY = frozenset(SessionState)
_NONE = "none"
Fits = Callable[[DialogueSession], Awaitable[bool]]
"""Whether a session is one of those that are meant."""


class WhichSession:
    """A step of *flow* that settles the dialogue session, then runs *then*.

    ``turn.data["dialogue_session"]`` gets its id; one that stands there already, or is the only
    one in *states*, is not asked for. Where *or_none* says so, "of no session" may be chosen too:
    then it is None.
    """

    def __init__(
        self,
        flow: Flow,
        then: StepFunction,
        *,
        question: str = "session-which",
        states: Collection[SessionState] = _ANY,
        or_none: Callable[[Turn], Awaitable[bool]] | None = None,
    ) -> None:
        self._then = then
        self._question = question
        self._states = states
        self._or_none = or_none
        flow.steps["which"] = self._chosen

    async def start(
        self, turn: Turn, *, fits: Fits | None = None, if_none: str = "session-none"
    ) -> Outcome:
        """Ask, or go on; of those alone that *fits*, else say *if_none* before.

        Raises ``RuleError`` for who is no official.
        """
        commune = await access.commune_of_official(turn.work)
        if "dialogue_session" in turn.data:
            return await self._then(turn)
        every = await turn.work.uow.dialogue_sessions.of_commune(commune.id)
        found = [one for one in every if one.state in self._states]
        fitting = [one for one in found if fits is None or await fits(one)]
        if found and not fitting:
            return preceded(await self._among(turn, found, or_none=False), say(if_none))
        or_none = self._or_none is not None and await self._or_none(turn)
        if not found and not or_none:
            return done("session-none-now" if every else "session-none")
        return await self._among(turn, fitting, or_none=or_none)

    async def _among(
        self, turn: Turn, found: Sequence[DialogueSession], *, or_none: bool
    ) -> Outcome:
        if len(found) == 1 and not or_none:
            turn.data["dialogue_session"] = found[0].id
            return await self._then(turn)
        options = [option(str(one.id), label=label(turn, one)) for one in found]
        if or_none:
            options.insert(0, option(_NONE, "session-of-none"))
        return choose("which", self._question, *options)

    async def _chosen(self, turn: Turn) -> Outcome:
        if turn.choice is None:
            return ask_again()
        turn.data["dialogue_session"] = None if turn.choice == _NONE else int(turn.choice)
        return await self._then(turn)


async def chosen(turn: Turn) -> DialogueSession:
    """The settled dialogue session; the right to it is checked again. Raises ``RuleError``."""
    return await access.dialogue_session(turn.work, turn.data["dialogue_session"])


def line(turn: Turn, one: DialogueSession) -> str:
    """Hour, day and place of a session."""
    when = moment_words(one.starts_at) if one.starts_at else turn.say("session-no-date")
    params = {"moment": when, "venue": one.venue or turn.say("session-no-venue")}
    return turn.say("session-line", params)


def state(turn: Turn, one: DialogueSession) -> str:
    """How a session stands now, in words."""
    return turn.say(f"session-state-{session_deadlines.standing(one, turn.work.now).value}")


def label(turn: Turn, one: DialogueSession) -> str:
    """A session among others to choose from."""
    return turn.say("session-choice", {"line": line(turn, one), "state": state(turn, one)})
