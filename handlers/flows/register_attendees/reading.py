"""Names are read, compared with the village's list and read back."""

from __future__ import annotations

import re

from handlers.context import Turn
from handlers.flow import Outcome, Say, ask, ask_again, option, preceded
from handlers.flows.register_attendees import completing, mending, whose_list
from handlers.flows.register_attendees.hearing import about_list, drop_lines, to_replace
from handlers.flows.register_attendees.result import forget_mended, unsure_of
from handlers.flows.register_attendees.standing import by_list, seats_short
from handlers.head_words import Change
from handlers.heads import (
    adds_to,
    as_data,
    insists,
    line_of_kept,
    numbered,
    refusals,
    said,
    wants_full,
)
from handlers.names import NameList, look_like_names, read_names
from handlers.parsing import NO, key
from handlers.pasted_lists import is_list
from handlers.services import paper_numbers, registrations
from storage.models import RegistrationState

_OF_A_LIST = re.compile(r"\d{1,3}\s*[.)/-]\s*\S")


def ask_names(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    """Ask for the first names, or for all of them anew."""
    turn.data["lines"], turn.data["rejected"] = [], []
    return ask("names", "reg-ask-names", says=says)


async def begin_with(turn: Turn, typed: str, says: tuple[Say, ...]) -> Outcome:
    """Read the names in the words with which the talk began; ask where there is none."""
    asked = ask_names(turn, says)
    taken = await take(turn, read_names(typed))
    return preceded(asked, *taken.says) if taken.again else preceded(taken, *says)


def ask_more(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    """Nothing waits to be written down: whether there is anybody else."""
    turn.data["lines"] = []
    return ask(
        "names", "reg-anybody-else", option("finish", "heads-finish", means=(NO,)), says=says
    )


def ask_further(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    """Ask for more names beside those that wait to be written down."""
    return ask("names", "reg-ask-more", option("enough", "reg-enough"), says=says)


def no_number(turn: Turn) -> Outcome:
    """A bare number, as for a menu, where names are asked for: the way out is among the choices."""
    says = (said("reg-no-number"),)
    if turn.data["lines"]:
        return ask_further(turn, says)
    return ask("names", "reg-ask-names", option("leave", "option-cancel"), says=says)


async def take(turn: Turn, found: NameList) -> Outcome:
    """Add names to those being read back, and read them back once more.

    Where every line is a message of its own, the next ones come while the first waits for its yes.
    """
    lines = turn.data["lines"]
    known = {key(line["name"]): line for line in lines}
    problems = [(one.text, one.problem) for one in found.bad if one.problem != "heading"]
    headings = [one.text for one in found.bad if one.problem == "heading"]
    waiting, before = completing.half_named(turn), len(lines)
    for one in found.good:
        if key(one.name) in known:
            if not adds_to(known[key(one.name)], one):
                problems.append((one.name, "repeat"))
        elif completing.mends_line(turn, one, before):
            continue
        elif wants_full(turn, one):
            problems.append((completing.wait_for_full(turn, one), "familiar"))
        else:
            lines.append(as_data(one))
            completing.take_over(turn, lines[-1], waiting)
    # A repeat is on the list: nobody is missing because of it. A try that is asked for again at
    # once needs no reminder, unless it is a line of a list.
    rejected = turn.data.setdefault("rejected", [])
    rejected += [
        [text, problem]
        for text, problem in problems
        if problem != "repeat" and (lines or _OF_A_LIST.match(text))
    ]
    told = [*paper_numbers.left_out(turn)]
    if headings:
        told.append(said("reg-headings", lines="\n".join(headings)))
    if problems:
        told.append(said("reg-bad-lines", lines=refusals(problems, turn)))
    says = (*told, *unsure_of(found.good))
    if not lines:
        return Outcome(says=says or (said("names-empty"),), again=True)
    return await compare(turn, says)


async def take_more(turn: Turn) -> Outcome:
    """What came instead of a yes: more names, or something that is not understood."""
    heard = await hear(turn)
    text = turn.text
    if heard is not None or not (look_like_names(text) or insists(turn) or is_list(text)):
        return heard or ask_again()
    return await whose_list.ask_other(turn) or await take(turn, read_names(text))


async def hear(turn: Turn) -> Outcome | None:
    """ "xoá ‹tên›", "thay ‹tên› bằng ‹tên›", "còn mấy chỗ"; None when nothing such is asked."""
    new = to_replace(turn)
    if new is not None:
        return await _replace(turn, *new)
    full = completing.full_names(turn)
    if full is not None:
        return await compare(turn, full) if turn.data["lines"] else Outcome(says=full, again=True)
    told = drop_lines(turn)
    if not told:
        return await about_list(turn)
    return read_back(turn, told) if turn.data["lines"] else ask_more(turn, told)


async def _replace(turn: Turn, asked: Change, places: list[int]) -> Outcome:
    """Put somebody else into one of the lines at *places*."""
    turn.data["instead"] = [asked.instead, asked.corrects] if asked.instead else None
    if len(places) == 1:
        return await mend(turn, places[0])
    several = (said("reg-several-to-mend", count=len(places)),) if asked.who else ()
    return preceded(mending.ask_which(turn), *several)


async def mend(turn: Turn, place: int) -> Outcome:
    """Put who was named into the line at *place*; ask for what was not said, or is wrong."""
    instead, corrects = turn.data.pop("instead", None) or (None, False)
    if instead is None:
        return mending.ask_line(turn, place)
    if mending.put_said(turn, place, instead):
        return await compare(turn)
    line = mending.read_new(turn, instead, place)
    if isinstance(line, str):
        return mending.ask_line(turn, place, (said(line),))
    before = turn.data["lines"][place]["name"]
    mending.put(turn, place, line, same_person=corrects)
    forget_mended(turn, [before])
    told = said("reg-line-replaced", name=before, instead=line.name)
    return await compare(turn, (*paper_numbers.left_out(turn), told, *unsure_of([line])))


async def compare(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
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
    listed = await by_list(turn)
    short = await seats_short(turn, len(data["lines"]))
    return read_back(turn, (*says, *listed, *short))


def read_back(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    """Read back who is to be written down."""
    shown = [line_of_kept(turn, line) for line in turn.data["lines"]]
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
