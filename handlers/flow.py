"""What flows are made of: steps, prompts and outcomes.

A step receives the answer to the question it waits for, may call services, and returns an outcome.
It never sends, commits, sleeps or reads the clock. Steps are stored by *name*, so that inserting
one does not corrupt open conversations.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from handlers.messages import OutFile

if TYPE_CHECKING:
    from handlers.context import Turn

StepFunction = Callable[["Turn"], Awaitable["Outcome"]]

EVERYBODY = frozenset({"household", "village_head", "official", "unit_admin", "observer"})
OFFICIALS = frozenset({"official", "unit_admin"})
HEADS = frozenset({"village_head"})


@dataclass(frozen=True, slots=True)
class Say:
    """A text that waits for no answer."""

    key: str
    params: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[OutFile, ...] = ()
    private: bool = False
    """Repeats the person's own words, see ``Reply.private``."""
    alone: bool = False
    """To be passed on as it is, see ``Reply.alone``."""
    last: bool = False
    """The last word to somebody who is erased, see ``Reply.last``."""
    unwritten: bool = False
    """What this answers is written nowhere, see ``Reply.drops``."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: what the step gets, and either a text key or a ready label (a name)."""

    value: str
    key: str | None = None
    label: str | None = None
    params: Mapping[str, Any] = field(default_factory=dict)
    means: tuple[str, ...] = ()
    """Plain words that choose it: ``YES``, ``NO``, ``EDIT`` of parsing, or a meaning of phrases."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question that a step waits on. ``free`` steps also take text and files."""

    step: str
    key: str
    params: Mapping[str, Any] = field(default_factory=dict)
    options: tuple[Option, ...] = ()
    free: bool = True
    files: bool = False
    """The step also takes photos, voice and documents."""
    documents: bool = False
    """It is documents that the step wants: a page shows where to choose one."""
    private: bool = False
    """Repeats the person's own words, see ``Reply.private``."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a step decided: texts to say, then exactly one of ask / again / goto / end."""

    says: tuple[Say, ...] = ()
    prompt: Prompt | None = None
    again: bool = False
    """The answer was not understood: the engine asks the same question again."""
    goto: str | None = None
    """Name of the flow that takes over; the present one is finished."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """Start data of the flow in ``goto``."""
    stays: bool = False
    """With ``goto``: the present flow is not finished, it waits below (with ``prompt``, if given)
    and goes on afterwards."""
    go_on: bool = False
    """A draft of the flow in ``goto`` that waits below with the same data is gone on with."""
    menu: bool = False
    """Finished, and the main menu is shown."""
    settled: str = ""
    """Words that were answered or sent: a draft of the same words is dropped."""
    refused: bool = False
    """Nothing that was written may be kept: whatever waits to be sent is dropped too."""
    quiet: bool = False
    """Finished, and what waits below is not asked again: it still waits."""
    closed: bool = False
    """Finished, and nothing follows: what is said is the last message."""


def option(
    value: str,
    key: str | None = None,
    *,
    label: str | None = None,
    means: tuple[str, ...] = (),
    **params: Any,
) -> Option:
    """A choice labelled by text *key* (default ``option-<value>``) or by a ready *label*."""
    shown = None if label is not None else key or f"option-{value}"
    return Option(value, shown, label, params, means)


def say(key: str, **params: Any) -> Say:
    """A text to say before whatever follows."""
    return Say(key, params)


def read_back(key: str, **params: Any) -> Say:
    """Like :func:`say`, for a text that repeats the person's own words."""
    return Say(key, params, private=True)


def unwritten(key: str, **params: Any) -> Say:
    """Like :func:`say`, in answer to a message that is written nowhere, on no phone either."""
    return Say(key, params, unwritten=True)


def ask(
    step: str,
    key: str,
    *options: Option,
    files: bool = False,
    documents: bool = False,
    private: bool = False,
    says: tuple[Say, ...] = (),
    **params: Any,
) -> Outcome:
    """Ask *key* and wait in *step* for words, *options* or files; *private*: it repeats words."""
    takes = files or documents
    prompt = Prompt(step, key, params, options, True, takes, documents, private)
    return Outcome(says=says, prompt=prompt)


def choose(
    step: str,
    key: str,
    *options: Option,
    private: bool = False,
    says: tuple[Say, ...] = (),
    **params: Any,
) -> Outcome:
    """Ask for one of *options* and nothing else; *private* as in :func:`ask`."""
    prompt = Prompt(step, key, params, options, free=False, private=private)
    return Outcome(says=says, prompt=prompt)


def ask_again(key: str | None = None, **params: Any) -> Outcome:
    """The answer does not fit: say why (*key*) and ask the same question again."""
    return Outcome(says=(Say(key, params),) if key else (), again=True)


def done(*says: Say | str, menu: bool = False, **params: Any) -> Outcome:
    """The flow is finished. A first text given as key takes *params*."""
    spoken = tuple(Say(item, params) if isinstance(item, str) else item for item in says)
    return Outcome(says=spoken, menu=menu)


def briefly(*says: Say) -> Outcome:
    """Finished with *says* alone: what waits goes on waiting, and is not asked again."""
    return Outcome(says=says, quiet=True)


def preceded(outcome: Outcome, *says: Say) -> Outcome:
    """*outcome* with *says* before it."""
    return replace(outcome, says=(*says, *outcome.says))


def settled(outcome: Outcome, words: str) -> Outcome:
    """*outcome*, after which nothing waits about *words* any more."""
    return replace(outcome, settled=words)


def refused(key: str, *, all: bool, **params: Any) -> Outcome:  # noqa: A002
    """Finished after a no to keeping it; *all*: nothing else that was written waits any more."""
    return Outcome(says=(Say(key, params),), refused=all)


def farewell(key: str, **params: Any) -> Outcome:
    """The person is erased and the talk over: text *key* is the last message, no menu follows."""
    return Outcome(says=(Say(key, params, last=True),), closed=True)


def go(flow: str, *, says: tuple[Say, ...] = (), **data: Any) -> Outcome:
    """Finish, and start *flow* with *data*."""
    return Outcome(says=says, goto=flow, data=data)


def aside(flow: str, *, back: Outcome | None = None, **data: Any) -> Outcome:
    """Start *flow* with *data*; afterwards *back* asks, or again the question that waits now."""
    prompt = back.prompt if back else None
    return Outcome(prompt=prompt, goto=flow, data=data, stays=True)


def go_on(flow: str, **data: Any) -> Outcome:
    """Finish, and go on with a waiting draft of *flow* about the same *data*; else start it."""
    return Outcome(goto=flow, data=data, go_on=True)


class Flow:
    """A conversation about one thing: named steps, who may use it, words that start it."""

    def __init__(
        self,
        name: str,
        *,
        version: int = 1,
        roles: frozenset[str] = EVERYBODY,
        triggers: tuple[str, ...] = (),
        phrases: tuple[str, ...] = (),
        hears: frozenset[str] = frozenset(),
        dates: frozenset[str] = frozenset(),
        draft: tuple[str, ...] = (),
        begins_draft: bool = False,
        draft_waits: bool = False,
        urgent: bool = False,
        gives_way: bool = False,
        reads: frozenset[str] = frozenset(),
        understands: frozenset[str] = frozenset(),
        asked: tuple[str, ...] = (),
        asks_anew: bool = False,
        about_words: bool = False,
        offers: frozenset[str] = frozenset(),
        interruptible: bool = True,
        lists_names: bool = False,
        owners: bool = False,
        upgrade: Callable[[int, dict[str, Any]], dict[str, Any] | None] | None = None,
    ) -> None:
        self.name = name
        self.version = version
        self.roles = roles
        self.interruptible = interruptible
        """A text that does not fit the waiting step may be a new question; False in the forms of
        village heads and officials."""
        self.triggers = triggers
        """Whole messages, folded (no diacritics, lower case), that start the flow."""
        self.lists_names = lists_names
        """Its steps take lists of people: rows of one list together tell no story."""
        self.phrases = phrases
        """Meanings of ``handlers.phrases`` that start the flow; it finds the meaning as "meant"."""
        self.hears = hears
        """Flows whose words are heard even while a step waits for free words."""
        self.dates = dates
        """Steps that wait for a day or an hour: words of other topics are heard there, if they are
        none."""
        self.draft = draft
        """Data that people wrote themselves: an open flow that holds any is never left silently."""
        self.writes = begins_draft or bool(draft)
        """It takes words that are to be sent or kept, itself or in the flow that follows it."""
        self.draft_waits = draft_waits
        """It also shows things: its words begin it anew, and a draft of it waits below."""
        self.urgent = urgent
        """Its draft cannot wait, and is not quoted: others may read the phone."""
        self.gives_way = gives_way
        """Its draft costs little to ask again: the oldest goes when too much is open."""
        self.reads = reads
        """Steps that understand a few words beside their choices or names."""
        self.understands = understands
        """Meanings that those steps read themselves, so that what is settled stays settled."""
        self.asked = asked
        """Data that people wrote to ask, and did not send: without their consent it goes after an
        hour of silence. The steps must do without it."""
        self.asks_anew = asks_anew
        """Without ``asked`` nothing is left to go on with: the words are asked for again."""
        self.about_words = about_words
        """It is about the words in ``text``: they are named when it comes back after something
        else, and it is dropped when the same words were answered or sent."""
        self.offers = offers
        """Steps that show what was found: nobody comes back to them, unless a draft waits there."""
        self.owners = owners
        """It shows or changes what we hold of the phone's owner: no neighbour enters it."""
        self.upgrade = upgrade
        """Turns data of an older version into today's, or None to start the flow anew."""
        self.mends: set[str] = set()
        """Steps that take a corrected village or name themselves: the words for it answer there."""
        self.catch_up: Callable[[Turn, str], Awaitable[Outcome | None]] | None = None
        """Goes on where the question of a step was answered meanwhile; None when it still waits."""
        self.steps: dict[str, StepFunction] = {}
        self._entry: StepFunction | None = None

    def entry(self, function: StepFunction) -> StepFunction:
        """Decorator: what runs when the flow starts."""
        self._entry = function
        return function

    def step(self, function: StepFunction) -> StepFunction:
        """Decorator: a step named after the function."""
        self.steps[function.__name__] = function
        return function

    async def start(self, turn: Turn) -> Outcome:
        """Run the entry; who may not enter is told so."""
        if self._entry is None:
            raise AssertionError(f"flow {self.name} has no entry")
        if self.owners and turn.neighbour:
            return done("other-owners", name=turn.neighbour["name"])
        return await self._entry(turn)
