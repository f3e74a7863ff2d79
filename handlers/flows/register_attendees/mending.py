"""A line that waits to be written down is mended: another name, or somebody else instead."""

from __future__ import annotations

from handlers.categories import read_category, read_office
from handlers.context import Turn
from handlers.flow import Outcome, Say, ask, option
from handlers.heads import as_data, wants_full
from handlers.names import NameLine, read_one
from handlers.parsing import key


def ask_which(turn: Turn) -> Outcome:
    """Ask which line is to be mended, where there are several."""
    if len(turn.data["lines"]) == 1:
        return ask_line(turn, 0)
    return ask("which_line", "reg-which-line")


def ask_line(turn: Turn, place: int, says: tuple[Say, ...] = ()) -> Outcome:
    """Ask for the line at *place* anew."""
    turn.data["place"] = place
    name = turn.data["lines"][place]["name"]
    drop, keep = option("drop", "reg-drop-line"), option("keep", "reg-keep-line")
    return ask("mended", "reg-mend", drop, keep, says=says, name=name)


def put_said(turn: Turn, place: int, typed: str) -> bool:
    """Put the category or office that *typed* says into the line at *place*; False if none."""
    category, office = read_category(typed), read_office(typed)
    if category is None and office is None:
        return False
    line = turn.data["lines"][place]
    kept = line["category"] if office else None  # one that was said counts more
    line["category"] = kept or (category.value if category else None)
    line["office"] = office or line.get("office")
    return True


def read_new(turn: Turn, typed: str, place: int) -> NameLine | str:
    """Who is to stand in the line at *place*; else the text key that says what is wrong."""
    line = read_one(typed)
    if isinstance(line, str):
        return f"names-{line}"
    if wants_full(turn, line):
        return "names-familiar"
    others = {key(one["name"]) for at, one in enumerate(turn.data["lines"]) if at != place}
    return "names-repeat" if key(line.name) in others else line


def put(turn: Turn, place: int, line: NameLine, *, same_person: bool = True) -> None:
    """Write *line* at *place*; the *same_person* keeps the category and office told before."""
    lines = turn.data["lines"]
    before, lines[place] = lines[place], as_data(line)
    if same_person:
        for name in ("category", "office"):
            lines[place][name] = lines[place][name] or before.get(name)
