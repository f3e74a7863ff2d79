"""What the village heads' topics share: which village, which meeting, how a list is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from handlers import access
from handlers.context import Turn
from handlers.flow import Flow, Outcome, Say, StepFunction, ask_again, choose, done, option
from handlers.names import NameLine, read_one
from handlers.parsing import key, yes_no
from handlers.services import head_talks, registrations, seats
from handlers.texts import date_words
from storage.models import DialogueSession, PovertyStatus

TOPICS = head_talks.TOPICS | {"others_work"}
"""Village heads' topics: the words that start them are no names and no answers."""


_TOLD = frozenset({"bao roi", "da bao roi", "bao het roi", "bao ca roi", "noi roi", "da noi roi"})


class Where:
    """Steps of *flow* that settle the village and the dialogue session, then run *then*.

    They are asked only when there are several. ``turn.data`` gets ``village_id``, ``village``
    (its name) and, unless *meeting* is False, ``dialogue_session_id`` and ``when``.
    """

    def __init__(self, flow: Flow, then: StepFunction, *, meeting: bool = True) -> None:
        self._then = then
        self._meeting = meeting
        flow.steps["which_village"] = self._village_chosen
        flow.steps["which_session"] = self._session_chosen

    async def start(self, turn: Turn) -> Outcome:
        """Ask for the village, or go on. Raises ``RuleError`` for who heads none."""
        villages = {one.id: one.name for one in await access.villages_of_head(turn.work)}
        chosen = turn.data.get("village_id")
        if chosen is None and len(villages) == 1:
            (chosen,) = villages
        if chosen not in villages:
            options = [option(str(id_), label=name) for id_, name in villages.items()]
            return choose("which_village", "heads-which-village", *options)
        turn.data["village_id"], turn.data["village"] = chosen, villages[chosen]
        return await self._sessions(turn) if self._meeting else await self._then(turn)

    async def _village_chosen(self, turn: Turn) -> Outcome:
        if turn.choice is None:
            return ask_again()
        turn.data["village_id"] = int(turn.choice)
        return await self.start(turn)

    async def _sessions(self, turn: Turn) -> Outcome:
        found = await registrations.open_sessions(turn.work, turn.data["village_id"])
        meetings = {meeting.id: meeting for meeting in found}
        chosen = turn.data.get("dialogue_session_id")
        if chosen is None and len(meetings) == 1:
            (chosen,) = meetings
        if not meetings:
            return done("heads-no-session", village=turn.data["village"])
        if chosen not in meetings:
            options = [option(str(one.id), label=_label(turn, one)) for one in found]
            return choose("which_session", "heads-which-session", *options)
        turn.data["dialogue_session_id"] = chosen
        turn.data["when"] = day_words(turn, meetings[chosen])
        return await self._then(turn)

    async def _session_chosen(self, turn: Turn) -> Outcome:
        if turn.choice is None:
            return ask_again()
        turn.data["dialogue_session_id"] = int(turn.choice)
        return await self._sessions(turn)


def day_words(turn: Turn, meeting: DialogueSession) -> str:
    """The day of the session, or that it comes later."""
    if meeting.starts_at is None:
        return turn.say("registration-day-later")
    return date_words(meeting.starts_at)


def _label(turn: Turn, meeting: DialogueSession) -> str:
    when = seats.when_words(turn.work, meeting, turn.person.language)
    return f"{when}, {meeting.venue}" if meeting.venue else when


def line_of(
    turn: Turn, name: str, category: PovertyStatus | str | None, office: str | None = None
) -> str:
    """A name, the office if any, and the category in words."""
    said = turn.say(f"registration-category-{str(category).lower()}") if category else None
    return ", ".join(part for part in (name, office, said) if part)


def line_of_kept(turn: Turn, kept: Mapping[str, Any]) -> str:
    """The same of a line as the conversation keeps it."""
    return line_of(turn, kept["name"], kept["category"], kept.get("office"))


def numbered(lines: Iterable[str], first: int = 1) -> str:
    """Lines with their numbers, for reading back."""
    return "\n".join(f"{place}) {line}" for place, line in enumerate(lines, start=first))


def wants_full(turn: Turn, line: NameLine) -> bool:
    """Whether the full name is to be asked for instead of *line*: once, then the head insists."""
    asked = turn.data.setdefault("familiar", [])
    folded = key(line.name)
    if not line.familiar or folded in asked:
        return False
    asked.append(folded)
    return True


def insists(turn: Turn) -> bool:
    """Whether the message is a name again for which the full one was asked."""
    line = read_one(turn.text)
    return not isinstance(line, str) and key(line.name) in turn.data.get("familiar", ())


def told_of(text: str) -> bool | None:
    """Whether *text* says that those who are written down know of it; None for anything else."""
    return True if key(text) in _TOLD else yes_no(text)


def as_data(line: NameLine) -> dict[str, str | bool | None]:
    """A read line, as the conversation keeps it."""
    category = line.category.value if line.category else None
    told = {"category": category, "office": line.office, "phone": line.phone}
    return {"name": line.name, **told, "other": False}


def adds_to(kept: dict[str, str | bool | None], line: NameLine) -> bool:
    """Put into a kept line what the same name, read again, tells anew; False when it is nothing.

    Accents where it had none, a category, office or phone; what was said before stays.
    """
    new = as_data(line)
    said = ("category", "office", "phone")
    told = {name: new[name] for name in said if new[name] and not kept.get(name)}
    if str(kept["name"]).isascii() and not line.name.isascii():
        told["name"] = line.name
    kept.update(told)
    return bool(told)


def category_of(data: dict[str, str | bool | None]) -> PovertyStatus | None:
    """The category of a kept line."""
    return PovertyStatus(str(data["category"])) if data["category"] else None


async def seats_words(turn: Turn) -> dict[str, Any]:
    """Village, seats taken, seats in all and how many ask for one, for texts."""
    now = await seats.count(turn.work, turn.data["dialogue_session_id"], turn.data["village_id"])
    return {
        "village": turn.data["village"],
        "taken": now.taken,
        "seats": now.seats,
        "requested": now.requested,
    }


async def seats_told(turn: Turn) -> Say:
    """How full the village is: seats, who waits, who asks for one."""
    now = await seats.count(turn.work, turn.data["dialogue_session_id"], turn.data["village_id"])
    return said(
        "heads-seats",
        village=turn.data["village"],
        taken=now.taken,
        seats=now.seats,
        left=now.left,
        waiting=now.waiting,
        requested=now.requested,
    )


def refusals(problems: Iterable[tuple[str, str]], turn: Turn) -> str:
    """Lines that could not be read, each with its reason."""
    return "\n".join(f"“{text}”: {turn.say(f'names-{problem}')}" for text, problem in problems)


def said(key: str, **params: object) -> Say:
    """A text with its values, as steps collect them."""
    return Say(key, params)
