"""A village head writes down who comes to the meeting: one by one, or many in one message."""

from __future__ import annotations

import re

from handlers import phrases
from handlers.categories import read_category
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import HEADS, Flow, Outcome, Say, ask, ask_again, done, option
from handlers.flows.register_attendees.dropping import drop_line, drop_written
from handlers.flows.register_attendees.result import (
    forget_mended,
    newcomer,
    open_requests,
    said_of,
    unsure_of,
)
from handlers.heads import (
    TOPICS,
    Where,
    as_data,
    line_of,
    numbered,
    refusals,
    said,
    seats_words,
)
from handlers.names import NameList, look_like_names, read_names, read_one
from handlers.parsing import key, number, yes_no
from handlers.services import attendees, registrations
from storage.models import RegistrationState

flow = Flow(
    "register_attendees",
    roles=HEADS,
    triggers=(
        "dang ky",
        "ghi danh",
        "dang ki",
        "ghi ten",
        "ghi nguoi",
        "ghi nguoi di hop",
        "ghi them",
        "ghi them nguoi",
        "them nguoi",
        "dang ky di hop",
    ),
    phrases=(phrases.SEAT,),
    hears=TOPICS,
    draft=("lines",),
    interruptible=False,
    lists_names=True,
)


_OF_A_LIST = re.compile(r"\d{1,3}\s*[.)/-]\s*\S")
_TOLD = frozenset({"bao roi", "da bao roi", "bao het roi", "bao ca roi", "noi roi", "da noi roi"})


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Settle village and meeting, then ask for names."""
    return await where.start(turn)


async def _first(turn: Turn) -> Outcome:
    data = turn.data
    await registrations.access_to(turn.work, data["dialogue_session_id"], data["village_id"])
    intro = said("reg-intro", when=data["when"], **await seats_words(turn))
    return _ask_names(turn, (*await open_requests(turn), intro, said("reg-legend")))


where = Where(flow, _first)


def _ask_names(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    turn.data["lines"], turn.data["rejected"] = [], []
    return ask("names", "reg-ask-names", says=says)


# -- reading names --------------------------------------------------------------------------------


@flow.step
async def names(turn: Turn) -> Outcome:
    """Take one or many names; what cannot be a name is told, the rest goes on."""
    if turn.choice == "finish":
        return done()
    return await _drop(turn) or await _take(turn, read_names(turn.text))


async def _take(turn: Turn, found: NameList) -> Outcome:
    """Add names to those being read back, and read them back once more.

    Where every line is a message of its own, the next ones come while the first waits for its yes.
    """
    lines = turn.data["lines"]
    known = {key(line["name"]) for line in lines}
    problems = [(one.text, one.problem) for one in found.bad]
    for one in found.good:
        if key(one.name) in known:
            problems.append((one.name, "repeat"))
        else:
            lines.append(as_data(one))
    # A repeat is on the list: nobody is missing because of it. A try that is asked for again at
    # once needs no reminder, unless it is a line of a list.
    rejected = turn.data.setdefault("rejected", [])
    rejected += [
        [text, problem]
        for text, problem in problems
        if problem != "repeat" and (lines or _OF_A_LIST.match(text))
    ]
    told = [said("reg-bad-lines", lines=refusals(problems, turn))] if problems else []
    says = (*told, *unsure_of(found.good))
    if not lines:
        return Outcome(says=says or (said("names-empty"),), again=True)
    return await _compare(turn, says)


async def _take_more(turn: Turn) -> Outcome:
    """What came instead of a yes: more names, or something that is not understood."""
    less = await _drop(turn)
    if less is not None or not look_like_names(turn.text):
        return less or ask_again()
    return await _take(turn, read_names(turn.text))


async def _drop(turn: Turn) -> Outcome | None:
    """ "xoá ‹tên›" takes somebody off; None when the message does not ask for it."""
    told = drop_line(turn)
    if told is None:
        return await drop_written(turn)
    return _read_back(turn, (told,)) if turn.data["lines"] else _ask_more(turn, (told,))


async def _compare(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    """Ask about names that are on the village's list already, one at a time; then read back."""
    data = turn.data
    open_names = [line["name"] for line in data["lines"] if not line["other"]]
    there = await registrations.same_names(
        turn.work, data["dialogue_session_id"], data["village_id"], open_names
    )
    for place, line in enumerate(data["lines"]):
        if not line["other"] and line["name"] in there:
            data["place"] = place
            same_one = there[line["name"]]
            asked = same_one.state is RegistrationState.REQUESTED
            return ask(
                "same",
                "reg-same-asked" if asked else "reg-same",
                option("skip", "reg-same-skip"),
                option("other", "reg-same-other"),
                says=says,
                name=same_one.attendee_name,
            )
    return _read_back(turn, says)


@flow.step
async def same(turn: Turn) -> Outcome:
    """Whether a name on the list is the same person, who then is not written down again."""
    lines = turn.data["lines"]
    if turn.choice is None:
        return await _take_more(turn)
    if turn.choice == "other":
        lines[turn.data["place"]]["other"] = True
        return await _compare(turn)
    skipped = lines.pop(turn.data["place"])
    forget_mended(turn, [skipped["name"]])
    kept = said("reg-skipped", name=skipped["name"])
    return await _compare(turn, (kept,)) if lines else _ask_more(turn, (kept,))


# -- reading back ---------------------------------------------------------------------------------


def _read_back(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    shown = [line_of(turn, line["name"], line["category"]) for line in turn.data["lines"]]
    village = turn.data["village"]
    add, leave = option("more", "reg-add"), option("leave", "option-cancel")
    if len(shown) == 1:
        options = (option("yes"), option("fix", "option-edit"), add, leave)
        return ask(
            "confirm", "reg-read-back-one", *options, says=says, village=village, line=shown[0]
        )
    return ask(
        "confirm",
        "reg-read-back",
        option("yes"),
        option("fix", "reg-fix"),
        add,
        option("again", "reg-again"),
        leave,
        says=says,
        village=village,
        count=len(shown),
        lines=numbered(shown),
    )


@flow.step
async def confirm(turn: Turn) -> Outcome:
    """Go on, mend a line, add people, begin again, or leave it; more names are added."""
    right = yes_no(turn.text) if turn.choice is None else None
    if turn.choice == "yes" or right is True:
        return _ask_told(turn)
    if turn.choice is None and right is None:
        return await _take_more(turn)
    if turn.choice == "fix" or right is False:
        if len(turn.data["lines"]) == 1:
            return _ask_line(turn, 0)
        return ask("which_line", "reg-which-line")
    if turn.choice == "more":
        return ask("names", "reg-ask-more")
    if turn.choice == "again":
        return _ask_names(turn)
    return done("reg-left")


@flow.step
async def which_line(turn: Turn) -> Outcome:
    """Take the number of the line to mend."""
    lines = turn.data["lines"]
    place = number(turn.text)
    if place is None or not 1 <= place <= len(lines):
        return ask_again("reg-no-such-line", most=len(lines))
    return _ask_line(turn, place - 1)


def _ask_line(turn: Turn, place: int) -> Outcome:
    turn.data["place"] = place
    name = turn.data["lines"][place]["name"]
    return ask("mended", "reg-mend", option("drop", "reg-drop-line"), name=name)


@flow.step
async def mended(turn: Turn) -> Outcome:
    """Take the line anew, or only its category, or drop it."""
    lines, place = turn.data["lines"], turn.data["place"]
    if turn.choice == "drop":
        lines.pop(place)
        return _read_back(turn) if lines else _ask_more(turn)
    category = read_category(turn.text)
    if category is not None:
        lines[place]["category"] = category.value
        return _read_back(turn)
    line = read_one(turn.text)
    if isinstance(line, str):
        return ask_again(f"names-{line}")
    others = {key(one["name"]) for at, one in enumerate(lines) if at != place}
    if key(line.name) in others:
        return ask_again("names-repeat")
    before, lines[place] = lines[place], as_data(line)
    lines[place]["category"] = lines[place]["category"] or before["category"]
    return await _compare(turn, unsure_of([line]))


# -- told, and written down -----------------------------------------------------------------------


def _ask_told(turn: Turn, key_: str = "reg-ask-told") -> Outcome:
    lines = turn.data["lines"]
    return ask(
        "told",
        f"{key_}-one" if len(lines) == 1 else key_,
        option("told", "reg-told"),
        option("not_yet", "reg-not-yet"),
        option("leave", "option-cancel"),
        name=lines[0]["name"],
    )


@flow.step
async def told(turn: Turn) -> Outcome:
    """The head states that each person knows; without it nobody is written down."""
    said_so = True if key(turn.text) in _TOLD else yes_no(turn.text)
    told_them = {"told": True, "not_yet": False}.get(turn.choice or "", said_so)
    if turn.choice == "leave":
        return done("reg-left")
    if told_them is None:
        return await _take_more(turn)
    return await _save(turn) if told_them else _ask_told(turn, "reg-tell-first")


async def _save(turn: Turn) -> Outcome:
    data = turn.data
    people = [newcomer(line) for line in data["lines"]]
    try:
        made = await registrations.register_many(
            turn.work,
            data["dialogue_session_id"],
            data["village_id"],
            people,
            source=attendees.SOURCE_HEAD,
            told_statement=True,
        )
    except RuleError as refused:
        if refused.key != "registration-same-person":
            raise
        return await _compare(turn)  # somebody else wrote the name down meanwhile
    return _ask_more(turn, await said_of(turn, made))


def _ask_more(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    turn.data["lines"] = []
    return ask("names", "reg-anybody-else", option("finish", "heads-finish"), says=says)
