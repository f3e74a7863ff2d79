"""Who was told by what people call them ("bà Lan") gets the full name, an office or a category."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handlers import name_verbs, named_people
from handlers.context import Turn
from handlers.flow import Say
from handlers.flows.register_attendees.result import forget_mended
from handlers.heads import as_data, line_of_kept, said
from handlers.name_parts import MIDDLE_NAMES
from handlers.names import NameLine, read_one
from handlers.number_mask import without_papers
from handlers.parsing import key

_MIDDLE_OF = {
    **dict.fromkeys(("ong", "anh", "chu", "cau"), "van"),
    **dict.fromkeys(("ba", "chi", "co", "di", "mo", "thim"), "thi"),
}
"""Middle names of those with a title."""
_TOLD = ("category", "office", "phone")


def wait_for_full(turn: Turn, one: NameLine) -> str:
    """Keep what was told of *one* until the full name comes; the line as it is quoted."""
    line = as_data(one)
    turn.data.setdefault("half", []).append(line)
    return line_of_kept(turn, line)


def half_named(turn: Turn) -> list[dict[str, Any]]:
    """Those whose full name was asked for."""
    return list(turn.data.get("half", ()))


def take_over(turn: Turn, line: dict[str, Any], waiting: list[dict[str, Any]]) -> None:
    """Give *line* what was told of the one of *waiting* whose name it completes."""
    found = [one for one in waiting if _may_be(one["name"], line["name"])]
    if len(found) == 1:
        _complete(turn, line, found[0])


def _may_be(called: str, name: str) -> bool:
    """Whether *name* may be the full one of who is *called* so: "bà Bảy" is no "Lò Văn Bảy"."""
    if key(name).startswith(key(called)):  # "Chu Thị Mẫu": no title, a family name
        return True
    usual = _MIDDLE_OF.get(key(called).split()[0])
    other = MIDDLE_NAMES - {usual} if usual else frozenset()
    is_other = not other.isdisjoint(key(name).split()[1:-1])
    return not is_other and bool(named_people.named(called, [name]))


def _called(called: str, names: Sequence[str]) -> list[int]:
    """Which of *names* may be who is *called* so."""
    places = named_people.named(called, names)
    return [place for place in places if _may_be(called, names[place])]


def mends_line(turn: Turn, one: NameLine, before: int) -> bool:
    """Whether "ông Chín, bí thư chi bộ" told more of one of the first *before* lines.

    Whom it gives another category may be somebody else; an office leaves the category as it is.
    """
    told = {name: value for name, value in as_data(one).items() if name in _TOLD and value}
    lines = turn.data["lines"]
    found = _called(one.name, [line["name"] for line in lines[:before]])
    if not (one.familiar and told and len(found) == 1):
        return False
    kept = lines[found[0]]
    category = kept["category"] or told.get("category")
    if category != told.get("category", category) and "office" not in told:
        return False
    kept.update({**told, "category": category})
    return True


def full_names(turn: Turn) -> tuple[Say, ...] | None:
    """Put in the names of "bà Lan là Lò Thị Lan"; None where the message tells none.

    Whom nobody knows is told, and is not written down.
    """
    told = [(who, read_one(new)) for who, new in name_verbs.full_names(without_papers(turn.text))]
    names = [(who, line) for who, line in told if not isinstance(line, str) and not line.familiar]
    if not names or len(names) < len(told):
        return None
    says = (_put(turn, who, line) for who, line in names)
    return tuple(one for one in says if one is not None)


def _put(turn: Turn, who: str, line: NameLine) -> Say | None:
    lines, half = turn.data["lines"], half_named(turn)
    new = as_data(line)
    waits = named_people.named(who, [one["name"] for one in half])
    if len(waits) == 1:
        _complete(turn, new, half[waits[0]])
        if key(line.name) not in {key(one["name"]) for one in lines}:
            lines.append(new)
        return None
    places = _called(who, [one["name"] for one in lines])
    if len(places) != 1:
        return said("reg-several-to-mend", count=len(places)) if places else unknown(who)
    before = lines[places[0]]
    lines[places[0]] = {**before, **{name: value for name, value in new.items() if value}}
    forget_mended(turn, [before["name"]])
    return said("reg-line-replaced", name=before["name"], instead=line.name)


def unknown(who: str) -> Say:
    """That the list holds nobody called *who*."""
    return said("reg-nobody-called", name=who)


def _complete(turn: Turn, line: dict[str, Any], half: dict[str, Any]) -> None:
    for name in _TOLD:
        line[name] = line[name] or half[name]
    turn.data["half"] = [one for one in half_named(turn) if one != half]
    quoted = line_of_kept(turn, half)
    turn.data["rejected"] = [
        [text, problem] for text, problem in turn.data.get("rejected", ()) if text != quoted
    ]
