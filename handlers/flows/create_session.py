"""An official makes a dialogue session by questions; it is read back and saved as a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from handlers import access
from handlers.asking_dates import hear_moment
from handlers.context import Turn
from handlers.flow import (
    OFFICIALS,
    Field,
    Flow,
    Form,
    Option,
    Outcome,
    Say,
    ask,
    ask_again,
    choose,
    done,
    go,
    option,
    say,
)
from handlers.parsing import key, pick
from handlers.services import dialogue_sessions
from handlers.services.dialogue_sessions import LONGEST, MOST_SEATS, TOPICS, Plan
from handlers.texts import moment_words
from storage.models import Unit

flow = Flow(
    "create_session",
    roles=OFFICIALS,
    triggers=("tao buoi doi thoai", "tao buoi hop", "tao phien doi thoai"),
    interruptible=False,
)

_ALL_WORDS = frozenset({"tat ca", "het", "ca", "toan bo", "tat", "moi thon", "tat ca cac thon"})
_SHORTEST_PLACE = 2
_SEPARATORS = re.compile(r"[,;\n]+|\s+và\s+|\s+va\s+")
_NAMED_SEATS = re.compile(r"^(.+?)\s*[:=\s]\s*(\d{1,4})(?:\s*(?:chỗ|cho|người|nguoi|suất|suat))?$")
_PLAIN_SEATS = re.compile(r"^(?:mỗi \w+ )?(\d{1,4})(?:\s*(?:chỗ|cho|người|nguoi|suất|suat))?$")
_TOPIC_SHORT = {"bhyt": "bhyt", "the bao hiem": "bhyt", "hoc": "giao-duc", "vay": "von-vay"}


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Ask the first question."""
    commune = await access.commune_of_official(turn.work)
    turn.data["commune"] = commune.id
    return await _form.next(turn)


# -- place --------------------------------------------------------------------------------------


async def _ask_venue(_turn: Turn) -> Outcome:
    return ask(
        "venue",
        "session-ask-venue",
        option("hall", "session-venue-hall"),
        option("unknown", "session-unknown-yet"),
    )


async def _venue(turn: Turn) -> Any:
    if turn.choice == "hall":
        return turn.say("session-venue-hall-said")
    if turn.choice == "unknown":
        return ""
    return _short_text(turn)


def _short_text(turn: Turn) -> str | Outcome:
    text = " ".join(turn.text.split())
    if len(text) > LONGEST:
        return ask_again("session-text-too-long", most=LONGEST)
    return text if len(text) >= _SHORTEST_PLACE else ask_again()


# -- date ---------------------------------------------------------------------------------------


async def _ask_when(_turn: Turn) -> Outcome:
    return ask("when", "session-ask-date")


async def _when(turn: Turn) -> Any:
    maybe = turn.data.get("when_maybe")
    if turn.choice == "keep" and maybe:
        return turn.data.pop("when_maybe")
    if turn.choice == "other":
        turn.data.pop("when_maybe", None)
        return await _ask_when(turn)
    found = hear_moment(turn, "when", past=True)
    if isinstance(found, Outcome):
        return found
    if isinstance(found, str):
        return ""
    cautions = await dialogue_sessions.date_warnings(turn.work, turn.data["commune"], found)
    if not cautions:
        return found.isoformat()
    turn.data["when_maybe"] = found.isoformat()
    return choose(
        "when",
        "session-ask-keep-date",
        option("other", "session-other-date"),
        option("keep", "session-keep-date"),
        says=tuple(Say(one.key, one.params) for one in cautions),
        moment=moment_words(found),
    )


# -- topics -------------------------------------------------------------------------------------


async def _ask_topics(_turn: Turn) -> Outcome:
    return ask("topics", "session-ask-topics", *(_topic_option(one) for one in TOPICS))


def _topic_option(topic: str) -> Option:
    return option(topic, f"topic-{topic}")


async def _topics(turn: Turn) -> Any:
    so_far = list(turn.data.get("topics_so_far", []))
    left = [one for one in TOPICS if one not in so_far]
    if turn.choice == "enough":
        return turn.data.pop("topics_so_far")
    if turn.choice is not None:
        so_far.append(turn.choice)
        return _more_topics(turn, so_far)
    named = _named_topics(turn, left)
    if named is None:
        return ask_again()
    turn.data.pop("topics_so_far", None)
    return _in_order([*so_far, *named])


def _more_topics(turn: Turn, so_far: list[str]) -> Any:
    left = [one for one in TOPICS if one not in so_far]
    if not left:
        turn.data.pop("topics_so_far", None)
        return _in_order(so_far)
    turn.data["topics_so_far"] = so_far
    return ask(
        "topics",
        "session-ask-topics-more",
        *(_topic_option(one) for one in left),
        option("enough", "session-topics-enough"),
        chosen=_topic_names(turn, so_far),
    )


def _named_topics(turn: Turn, left: Sequence[str]) -> list[str] | None:
    """Topics typed as numbers of the shown list, as names, or "tất cả"; None when unclear."""
    if key(turn.text) in _ALL_WORDS:
        return list(left)
    if re.fullmatch(r"[\d\s,;.và]+", turn.text):
        numbers = [int(one) for one in re.findall(r"\d+", turn.text)]
        good = numbers and all(1 <= one <= len(left) for one in numbers)
        return [left[one - 1] for one in numbers] if good else None
    labels = [turn.say(f"topic-{one}") for one in TOPICS]
    found: list[str] = []
    for part in _parts(turn.text):
        place = pick(part, labels)
        topic = TOPICS[place] if place is not None else _TOPIC_SHORT.get(key(part))
        if topic is None:
            return None
        found.append(topic)
    return found or None


def _in_order(chosen: Sequence[str]) -> list[str]:
    return [one for one in TOPICS if one in chosen]


def _topic_names(turn: Turn, topics: Sequence[str]) -> str:
    return ", ".join(turn.say(f"topic-{one}") for one in topics)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _SEPARATORS.split(text) if part.strip()]


# -- villages and seats -------------------------------------------------------------------------


async def _villages_of(turn: Turn) -> Sequence[Unit]:
    return await turn.work.uow.units.villages(turn.data["commune"])


async def _ask_villages(turn: Turn) -> Outcome:
    villages = await _villages_of(turn)
    kinds = {one.kind for one in villages}
    return ask(
        "villages",
        "session-ask-villages",
        option(
            "all",
            "session-villages-all",
            count=len(villages),
            kind=kinds.pop() if len(kinds) == 1 else "thôn",
        ),
        option("some", "session-villages-some"),
    )


async def _villages(turn: Turn) -> Any:
    villages = await _villages_of(turn)
    if turn.choice == "all" or key(turn.text) in _ALL_WORDS:
        return [one.id for one in villages]
    if turn.choice == "some":
        lines = [f"{place}. {one.name}" for place, one in enumerate(villages, start=1)]
        return ask("villages", "session-ask-village-list", list="\n".join(lines))
    chosen, unclear = _read_villages(turn.text, villages)
    if unclear:
        return ask_again("session-villages-unclear", unclear=", ".join(unclear)[:80])
    return [one.id for one in villages if one.id in chosen] or ask_again()


def _read_villages(text: str, villages: Sequence[Unit]) -> tuple[set[int], list[str]]:
    chosen: set[int] = set()
    unclear: list[str] = []
    for part in _parts(text):
        pieces = part.split() if re.fullmatch(r"[\d\s.]+", part) else [part]
        for piece in pieces:
            village = _village(piece, villages)
            if village is None:
                unclear.append(piece)
            else:
                chosen.add(village.id)
    return chosen, unclear


def _village(typed: str, villages: Sequence[Unit]) -> Unit | None:
    """The village that a name or a number means: its own number before its place in the list."""
    number = typed.strip(" .")
    if number.isascii() and number.isdigit():
        own = [one for one in villages if re.findall(r"\d+", one.name) == [number]]
        if len(own) == 1:
            return own[0]
        place = int(number)
        return villages[place - 1] if 1 <= place <= len(villages) else None
    names = [one.name for one in villages]
    place_found = pick(typed, names)
    return None if place_found is None else villages[place_found]


async def _ask_seats(turn: Turn) -> Outcome:
    return ask(
        "seats",
        "session-ask-seats",
        option("usual", "session-seats-usual", seats=turn.work.rules.seats_per_village),
        example=(await _invited(turn))[0].name,
    )


async def _invited(turn: Turn) -> list[Unit]:
    chosen = set(turn.data["villages"])
    return [one for one in await _villages_of(turn) if one.id in chosen]


async def _seats(turn: Turn) -> Any:
    villages = await _invited(turn)
    seats = {str(one.id): turn.work.rules.seats_per_village for one in villages}
    if turn.choice == "usual":
        return seats
    told = _read_seats(turn.text, villages)
    if told is None:
        return ask_again("session-seats-unclear", example=villages[0].name)
    if any(count > MOST_SEATS for count in told.values()):
        return ask_again("session-seats-wrong", most=MOST_SEATS)
    return seats | told


def _read_seats(text: str, villages: Sequence[Unit]) -> dict[str, int] | None:
    """Seats by village id as typed: one number for all, or "thôn 3: 20, thôn 5: 10"."""
    told: dict[str, int] = {}
    for part in _parts(text):
        plain = _PLAIN_SEATS.match(part.lower())
        if plain:
            told = {str(one.id): int(plain.group(1)) for one in villages}
            continue
        named = _NAMED_SEATS.match(part)
        village = _village(named.group(1), villages) if named else None
        if named is None or village is None:
            return None
        told[str(village.id)] = int(named.group(2))
    return told or None


# -- deadlines ----------------------------------------------------------------------------------


async def _ask_deadlines(turn: Turn) -> Outcome:
    closes = turn.data.setdefault("closes", _usual_deadlines(turn))
    return choose(
        "deadlines",
        "session-ask-deadlines",
        option("fine", "session-deadlines-fine"),
        option("registration", "session-deadlines-registration"),
        option("questions", "session-deadlines-questions"),
        **_closing_words(closes),
    )


def _usual_deadlines(turn: Turn) -> dict[str, str]:
    usual = dialogue_sessions.deadlines(turn.work.rules, datetime.fromisoformat(turn.data["when"]))
    return {
        "registration": usual.registration.isoformat(),
        "questions": usual.questions.isoformat(),
    }


def _closing_words(closes: Mapping[str, str]) -> dict[str, Any]:
    return {name: moment_words(datetime.fromisoformat(at)) for name, at in closes.items()}


async def _deadlines(turn: Turn) -> Any:
    if turn.choice == "fine":
        turn.data.pop("deadline", None)
        return turn.data.pop("closes")
    if turn.choice in {"registration", "questions"}:
        turn.data["deadline"] = turn.choice
        return ask("deadlines", "session-ask-deadline")
    found = hear_moment(turn, "deadlines")
    if isinstance(found, Outcome):
        return found
    if isinstance(found, str):
        return ask_again("session-date-unreadable")
    if found > datetime.fromisoformat(turn.data["when"]):
        return ask_again("session-deadline-after-start")
    closes = dict(turn.data["closes"])
    closes[turn.data.pop("deadline")] = found.isoformat()
    turn.data["closes"] = closes
    return await _ask_deadlines(turn)


# -- what to bring, allowance -------------------------------------------------------------------


async def _ask_bring(_turn: Turn) -> Outcome:
    return ask("bring", "session-ask-bring", option("skip", "session-skip"))


async def _ask_allowance(_turn: Turn) -> Outcome:
    return ask("allowance", "session-ask-allowance", option("skip", "session-skip"))


async def _optional(turn: Turn) -> Any:
    if turn.choice == "skip" or key(turn.text) in {"khong", "khong co", "khong can"}:
        return ""
    return _short_text(turn)


# -- reading back and saving --------------------------------------------------------------------


async def _read_back(turn: Turn) -> Outcome:
    return ask(
        "confirm",
        "session-read-back",
        option("save", "session-save"),
        option("venue", "session-edit-venue"),
        option("when", "session-edit-date"),
        option("topics", "session-edit-topics"),
        option("villages", "session-edit-villages"),
        option("rest", "session-edit-rest"),
        lines="\n".join(await _lines(turn)),
    )


async def _lines(turn: Turn) -> list[str]:
    data = turn.data
    lines = [
        turn.say(
            "session-read-when", {"moment": moment_words(datetime.fromisoformat(data["when"]))}
        )
        if data["when"]
        else turn.say("session-read-no-date"),
        turn.say("session-read-venue", {"venue": data["venue"].rstrip(".")})
        if data["venue"]
        else turn.say("session-read-no-venue"),
        turn.say("session-read-topics", {"topics": _topic_names(turn, data["topics"])}),
        await _village_line(turn),
        turn.say("session-read-deadlines", _closing_words(data["deadlines"]))
        if data.get("deadlines")
        else turn.say("session-read-no-deadlines"),
    ]
    extras = [
        turn.say(f"session-read-{name}", {name: data[name].rstrip(".")})
        for name in ("bring", "allowance")
        if data[name]
    ]
    return [*lines, *extras]


async def _village_line(turn: Turn) -> str:
    seats: Mapping[str, int] = turn.data["seats"]
    invited = await _invited(turn)
    total = sum(seats.values())
    if len(set(seats.values())) == 1:
        names = ", ".join(one.name for one in invited)
        params = {"villages": names, "each": next(iter(seats.values())), "seats": total}
        return turn.say("session-read-villages-same", params)
    named = ", ".join(
        turn.say("session-village-seats", {"village": one.name, "seats": seats[str(one.id)]})
        for one in invited
    )
    return turn.say("session-read-villages", {"villages": named, "seats": total})


_EDITS: Mapping[str, tuple[str, ...]] = {
    "venue": ("venue",),
    "when": ("when", "deadlines", "closes"),
    "topics": ("topics",),
    "villages": ("villages", "seats"),
    "rest": ("deadlines", "closes", "bring", "allowance"),
}


@flow.step
async def confirm(turn: Turn) -> Outcome:
    """Save, or ask again what is to be changed."""
    if turn.choice is not None and turn.choice in _EDITS:
        for name in _EDITS[turn.choice]:
            turn.data.pop(name, None)
        return await _form.next(turn)
    if turn.choice != "save":
        return ask_again()
    made = await dialogue_sessions.create(turn.work, turn.data["commune"], _plan(turn))
    turn.data.clear()
    turn.data["made"] = made.id
    lacking = dialogue_sessions.missing(made)
    return choose(
        "after",
        "session-ask-next",
        option("announce", "session-next-announce"),
        option("menu", "session-next-menu"),
        says=(say("session-saved-incomplete" if lacking else "session-saved"),),
    )


def _plan(turn: Turn) -> Plan:
    data = turn.data
    closes = data.get("deadlines") or {}
    return Plan(
        title=turn.say("session-title"),
        seats={int(village): seats for village, seats in data["seats"].items()},
        starts_at=_moment(data["when"]),
        venue=data["venue"] or None,
        topics=data["topics"],
        registration_closes_at=_moment(closes.get("registration")),
        questions_close_at=_moment(closes.get("questions")),
        bring_items=data["bring"] or None,
        attendee_allowance=data["allowance"] or None,
    )


def _moment(told: str | None) -> datetime | None:
    return datetime.fromisoformat(told) if told else None


@flow.step
async def after(turn: Turn) -> Outcome:
    """On to announcing, or back to the main menu."""
    if turn.choice == "announce":
        return go("announce", dialogue_session=turn.data["made"])
    return done(menu=True)


_form = Form(
    flow,
    (
        Field("venue", _ask_venue, _venue),
        Field("when", _ask_when, _when),
        Field("topics", _ask_topics, _topics),
        Field("villages", _ask_villages, _villages),
        Field("seats", _ask_seats, _seats),
        Field("deadlines", _ask_deadlines, _deadlines, lambda data: bool(data.get("when"))),
        Field("bring", _ask_bring, _optional),
        Field("allowance", _ask_allowance, _optional),
    ),
    _read_back,
)
