"""Finding a village the way people say its name: by number, old name, with slips of the finger."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from handlers.context import Work
from handlers.parsing import key
from storage.models import Person, Unit

_KINDS = r"(?:thon|ban|buon|lang|ap|soc|xom|khom|phum|plei|khu pho|to dan pho|khoi pho|khu|to)"
_LEAD = (
    r"(?:(?:da|vang|a|u|thi|la|phai la|o|thuoc|ben|tai|em|e|toi|tui|minh|chau|con|nha|ba con|ghi"
    r"|sai thon|nham thon|sai roi|chon) )*"
)
_KIND = re.compile(rf"^{_LEAD}{_KINDS}\s+(?:so\s+(?=\d))?(?=\S)")
_DIGIT_WORDS = {
    "mot": "1",
    "hai": "2",
    "ba": "3",
    "bon": "4",
    "tu": "4",
    "nam": "5",
    "sau": "6",
    "bay": "7",
    "tam": "8",
    "chin": "9",
    "muoi": "10",
}
_PARTICLES = frozenset(
    {
        *("a", "ak", "ah", "nhe", "nha", "em", "oi", "day", "do", "ne", "chu", "cho", "ma", "nghe"),
        *("nhen", "ha", "ad", "luon", "roi", "e", "moi", "dung"),
    }
)
"""What people add to a name: "thôn 3 ạ"."""
_CLOSE = 84
_MOST_FOUND = 5
_SHORTEST_FUZZY = 3
_MOST_WORDS = 8

_NO_VILLAGE = re.compile(
    rf"\b(?:tai|hop o|nha van hoa|nvh|nha hop|hoi truong|diem truong) {_KINDS}"
    r" (?:\d+|\w+$)"
)
"""Where people meet."""
_OFFICE = re.compile(rf"\b(?:truong|pho) {_KINDS} \d+")
_TIGHT = re.compile(r"\b(?:thon|ban|xom|ap|to|khu|(?<=\bds )t ?|(?<=\bsach )t ?)(\d{1,2})\b")
"""A number that no blank parts; "ds t2" is of a village, "họp t2" on a Monday."""
_NO_COUNT = r"(?! (?:nguoi|ng|ho|ten|suat|dai bieu|ba con)\b)"
_AFTER_WORD = r"$| (?:di|du|tham|hop|gom|co|gui|xa)\b"
_NUMBERED = re.compile(rf"\b{_KINDS} (?:so )?(\d{{1,2}})\b{_NO_COUNT}")


async def find_villages(work: Work, commune_id: int, text: str) -> list[Unit]:
    """Villages of a commune that *text* may name, the likeliest first; today's villages only.

    Exact names come alone. A name from before a merger gives the village of today. Numbers must
    agree exactly: "thôn 1" is never "thôn 11".
    """
    known = await _names(work, commune_id)
    whole, typed = _named(text), _core(text)
    if not typed:
        return []
    exact = _distinct(unit for name, unit in known if name == whole)
    exact = exact or _distinct(unit for name, unit in known if name == typed)
    if exact or len(typed) < _SHORTEST_FUZZY:
        return exact[:_MOST_FOUND]
    digits = re.findall(r"\d+", typed)
    scored = sorted(
        (
            (-fuzz.ratio(typed, name), unit.position, unit.id, unit)
            for name, unit in known
            if re.findall(r"\d+", name) == digits
        ),
        key=lambda item: item[:3],
    )
    return _distinct(unit for score, _, _, unit in scored if -score >= _CLOSE)[:_MOST_FOUND]


async def village_in(work: Work, commune_id: int, text: str) -> Unit | None:
    """The one village that a message names with its kind ("ở thôn 3"); None for none or several."""
    said = key(text)
    found = _distinct(
        unit
        for name, unit in await _names(work, commune_id)
        if name and re.search(rf"\b{_KINDS}\s+0*{re.escape(name)}(?!\w)", said)
    )
    return found[0] if len(found) == 1 else None


async def villages_in_heading(work: Work, commune_id: int, text: str) -> list[Unit | str]:
    """The villages that the heading of a list names; the number alone where no village bears it.

    A village from before a merger gives the one of today, "Mường Lò" is not "Mường" as well. Where
    people meet and how many come ("thôn 5 người") name none. Of which village somebody is head
    counts only where nothing else is named.
    """
    said = _NO_VILLAGE.sub(" ", _TIGHT.sub(r"thon \1", key(text)))
    known = await _names(work, commune_id)
    return _in_heading(_OFFICE.sub(" ", said), known) or _in_heading(said, known)


def _in_heading(said: str, known: list[tuple[str, Unit]]) -> list[Unit | str]:
    found: list[Unit] = []
    for name in sorted({name for name, _ in known if name}, key=len, reverse=True):
        kind = rf"(?:{_KINDS}\s+)?" if " " in name else rf"{_KINDS}\s+(?:so\s+)?0*"
        pattern = rf"\b{kind}{_spelt(name)}(?!\w){_NO_COUNT}"
        if re.search(pattern, said):
            said = re.sub(pattern, " ", said)
            found += [unit for one, unit in known if one == name]
    others = dict.fromkeys(one[1] for one in _NUMBERED.finditer(said))
    return [*sorted(_distinct(found), key=lambda unit: unit.position), *others]


def _spelt(name: str) -> str:
    """The pattern of a name; a number may be written as a word at the end ("thôn hai")."""
    words = [word for word, digits in _DIGIT_WORDS.items() if digits == name]
    return f"(?:{name}|(?:{'|'.join(words)})(?={_AFTER_WORD}))" if words else re.escape(name)


async def village_alone(work: Work, commune_id: int, text: str) -> Unit | None:
    """The village that is all *text* says ("em ở thôn 3 ạ"); asks the database only then."""
    if _KIND.match(key(text)) is None or len(text.split()) > _MOST_WORDS:
        return None
    names = {_named(text), _core(text)}
    found = _distinct(unit for name, unit in await _names(work, commune_id) if name in names)
    return found[0] if len(found) == 1 else None


async def is_told_alone(work: Work, person: Person, text: str) -> bool:
    """Whether *text* is nothing but a village of the person's commune."""
    commune_id = person.commune_id
    return commune_id is not None and await village_alone(work, commune_id, text) is not None


async def find_communes(work: Work, text: str) -> list[Unit]:
    """Communes that *text* may name, for an installation that serves several."""
    typed = _plain(text)
    communes = await work.uow.units.communes()
    exact = [unit for unit in communes if typed in {key(unit.name), _plain(unit.name)}]
    if exact:
        return exact
    near = [unit for unit in communes if fuzz.ratio(typed, _plain(unit.name)) >= _CLOSE]
    return near[:_MOST_FOUND]


async def _names(work: Work, commune_id: int) -> list[tuple[str, Unit]]:
    """Every name people say, with the village of today that it stands for."""
    everyone = {unit.id: unit for unit in await work.uow.units.all_villages(commune_id)}
    found: list[tuple[str, Unit]] = []
    for unit in everyone.values():
        today = _today(unit, everyone)
        if today is None:
            continue
        found.append((_named(unit.name), today))
        found += [(_named(old.name), today) for old in unit.old_names]
    return found


def _today(unit: Unit, everyone: dict[int, Unit]) -> Unit | None:
    seen: set[int] = set()
    current: Unit | None = unit
    while current is not None and current.valid_to is not None and current.id not in seen:
        seen.add(current.id)
        current = everyone.get(current.merged_into_id or 0)
    return current if current is not None and current.valid_to is None else None


def _core(text: str) -> str:
    """Like :func:`_named`, less what people add to a name."""
    words = _KIND.sub("", key(text)).split()
    while len(words) > 1 and words[-1] in _PARTICLES:
        words.pop()
    return _named(" ".join(words))


def _named(text: str) -> str:
    """What tells villages apart: folded, the word for "village" gone, numbers as digits."""
    words = _KIND.sub("", key(text)).split()
    words = [word.lstrip("0") or word if word.isdigit() else word for word in words]
    if len(words) == 1:
        words = [_DIGIT_WORDS.get(words[0], words[0])]
    return " ".join(words)


def _plain(text: str) -> str:
    return re.sub(r"^(?:xa|phuong|dac khu|thi tran)\s+(?=\S)", "", key(text))


def _distinct(units: Iterable[Unit]) -> list[Unit]:
    return list({unit.id: unit for unit in units}.values())
