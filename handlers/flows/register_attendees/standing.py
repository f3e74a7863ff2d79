"""What is known before names are read back: the recognised list, and how many seats are left."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Say
from handlers.heads import said
from handlers.parsing import key
from handlers.services import list_entries, seats


async def by_list(turn: Turn) -> tuple[Say, ...]:
    """Put in the category of the recognised list, which decides; tell where another was typed."""
    data = turn.data
    lines = [line for line in data["lines"] if not line["other"]]
    entries = await list_entries.named(
        turn.work, data["village_id"], (line["name"] for line in lines)
    )
    says: list[Say] = []
    for line in lines:
        entry = entries.get(key(line["name"]))
        if entry is None or entry.status is None or line["category"] == entry.status.value:
            continue
        if line["category"] is not None:
            category = turn.say(f"registration-category-{entry.status.value.lower()}")
            says.append(said("reg-by-list", name=line["name"], category=category))
        line["category"] = entry.status.value
    return tuple(says)


async def seats_short(turn: Turn, newcomers: int = 1) -> tuple[Say, ...]:
    """That *newcomers* are more than the seats left: who comes last waits."""
    now = await seats.count(turn.work, turn.data["dialogue_session_id"], turn.data["village_id"])
    if newcomers <= now.left:
        return ()
    key_ = "reg-few-left" if now.left else "reg-full-already"
    return (said(key_, village=turn.data["village"], seats=now.seats, left=now.left),)
