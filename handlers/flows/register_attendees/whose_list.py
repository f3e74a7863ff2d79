"""A list whose heading names another village is written down for nobody before that is asked."""

from __future__ import annotations

from collections.abc import Sequence

from handlers import access, pasted_lists
from handlers.context import Turn
from handlers.flow import Outcome, choose, option
from handlers.number_mask import without_papers
from handlers.parsing import NO
from handlers.services import places
from storage.models import Unit


async def settle(turn: Turn) -> Outcome | None:
    """Choose the village that the heading of ``said`` names, if the head heads it.

    Of another village, or several, the head is asked; None where nothing is to be asked.
    """
    mine = await access.villages_of_head(turn.work)
    named = await _named(turn, turn.data.get("said", ""), mine)
    own = [one for one in mine if one in named]
    if len(own) == len(named) == 1:
        turn.data["village_id"] = own[0].id
    elif named:
        return _ask(turn, named, mine, mine)
    return None


async def ask_other(turn: Turn) -> Outcome | None:
    """What to ask when a list of another village comes among the names of one; else None.

    While nobody waits to be written down it may go to another village of the same head.
    """
    mine = await access.villages_of_head(turn.work)
    here = [one for one in mine if one.id == turn.data["village_id"]]
    named = await _named(turn, turn.text, mine)
    if all(one in here for one in named):
        return None
    turn.data["said"] = without_papers(turn.text)
    free = [] if turn.data["lines"] else named
    return _ask(turn, named, mine, [one for one in mine if one in here or one in free])


async def _named(turn: Turn, typed: str, mine: Sequence[Unit]) -> list[Unit | str]:
    """The villages in the heading of *typed*; of one that the commune does not have the number."""
    heading = "\n".join(pasted_lists.headings_of(typed))
    commune = mine[0].parent_id
    if not heading or commune is None:
        return []
    return await places.villages_in_heading(turn.work, commune, heading)


def _ask(
    turn: Turn, named: Sequence[Unit | str], mine: Sequence[Unit], offered: Sequence[Unit]
) -> Outcome:
    kind = mine[0].kind.capitalize()
    names = ", ".join(f"{kind} {one}" if isinstance(one, str) else one.name for one in named)
    is_others = not any(one in mine for one in named)
    turn.data["others"] = names if is_others else None
    return choose(
        "whose",
        "reg-others-list" if is_others else "reg-whose-list",
        *(option(str(one.id), label=one.name) for one in offered),
        option("leave", "reg-whose-leave", means=(NO,)),
        named=names,
    )
