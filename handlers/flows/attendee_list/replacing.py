"""Somebody else comes instead: the name, whether they know, and the change itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Outcome, Say, ask, choose, option
from handlers.flows.attendee_list.showing import refused
from handlers.heads import as_data, category_of, line_of_kept, said, wants_full
from handlers.names import NameLine, read_one
from handlers.parsing import EDIT, NO, YES
from handlers.services import seat_changes

After = Callable[[Turn, tuple[Say, ...]], Awaitable[Outcome]]


def begin(turn: Turn, place: int) -> Outcome:
    """Ask who comes instead of the one at *place* of the list shown, unless it was said."""
    turn.data["id"], turn.data["name"] = turn.data["rows"][place]
    line = read_one(turn.data.pop("instead", None) or "")
    return ask_new_name(turn) if isinstance(line, str) else take(turn, line)


def ask_new_name(turn: Turn, familiar: NameLine | None = None) -> Outcome:
    """Ask who comes instead; the full name, where only *familiar* was said."""
    leave = option("leave", "option-cancel")
    if familiar is None:
        return ask("new_name", "list-new-name", leave, name=turn.data["name"])
    turn.data["line"] = as_data(familiar)
    keep = option("keep", "list-new-name-keep", instead=familiar.name)
    names = {"name": turn.data["name"], "instead": familiar.name}
    return ask("new_name", "list-new-name-full", keep, leave, **names)


def take(turn: Turn, line: NameLine) -> Outcome:
    """Read back who comes instead; for what people call somebody the full name is asked once."""
    return ask_new_name(turn, line) if wants_full(turn, line) else ask_right(turn, line)


def ask_right(turn: Turn, line: NameLine) -> Outcome:
    """Read back who comes instead."""
    turn.data["line"] = as_data(line)
    return read_back(turn)


def read_back(turn: Turn) -> Outcome:
    """Read back the line that is kept."""
    line = turn.data["line"]
    return choose(
        "sure_replace",
        "list-sure-replace",
        option("yes", means=(YES,)),
        option("edit", means=(EDIT,)),
        option("leave", "option-cancel", means=(NO,)),
        name=turn.data["name"],
        instead=line_of_kept(turn, line),
    )


def ask_told(turn: Turn, key: str) -> Outcome:
    """Whether the new person knows."""
    return choose(
        "told",
        key,
        option("told", "reg-told", means=(YES,)),
        option("not_yet", "reg-not-yet", means=(NO,)),
        option("leave", "option-cancel"),
        name=turn.data["line"]["name"],
    )


async def replace(turn: Turn, then: After) -> Outcome:
    """Write the change down, or ask whether one of the same name is the same person.

    *then* goes on after what is said.
    """
    line = turn.data["line"]
    try:
        new = await seat_changes.replace(
            turn.work,
            turn.data["id"],
            line["name"],
            category=category_of(line),
            phone=line["phone"],
            office=line.get("office"),
            other_person=bool(line["other"]),
            told_statement=True,
        )
    except RuleError as why:
        if why.key == "registration-same-person":
            return choose(
                "same",
                "reg-same",
                option("edit", "list-other-name"),
                option("other", "reg-same-other"),
                **why.params,
            )
        return await refused(turn, why)
    changed = said("list-replaced", name=turn.data["name"], instead=new.attendee_name)
    turn.data.pop("line", None)
    return await then(turn, (changed,))
