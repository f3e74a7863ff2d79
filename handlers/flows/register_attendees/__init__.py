"""A village head writes down who comes to the meeting: one by one, or many in one message."""

from __future__ import annotations

from handlers import head_words, named_people, pasted_lists, phrases
from handlers.context import Turn
from handlers.flow import HEADS, Flow, Outcome, aside, ask_again, done
from handlers.flows.register_attendees import mending, reading, whose_list
from handlers.flows.register_attendees.result import forget_mended, open_requests, unsure_of
from handlers.flows.register_attendees.saving import ask_told, save
from handlers.flows.register_attendees.standing import seats_short
from handlers.heads import TOPICS, Where, said, seats_words, told_of
from handlers.names import read_names
from handlers.number_mask import without_papers
from handlers.parsing import gives_up, key, number, yes_no
from handlers.services import paper_numbers, registrations

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
    phrases=(phrases.SEAT, head_words.ADDS, pasted_lists.LIST),
    hears=TOPICS,
    reads=frozenset({"names", "same", "confirm", "which_line", "told", "over"}),
    understands=frozenset({*head_words.OF_LIST, head_words.ADDS, pasted_lists.LIST}),
    draft=("lines",),
    interruptible=False,
    lists_names=True,
)


_ENOUGH = frozenset({"xong", "xong roi", "thoi", "het", "het roi", "du", "du roi", "khong ghi nua"})
"""Said where names are asked for: nobody else."""


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Settle village and meeting, then ask for names, or read those of the first words."""
    if turn.data.get("meant") in {head_words.ADDS, pasted_lists.LIST}:
        turn.data.setdefault("said", without_papers(turn.text))
    return await whose_list.settle(turn) or await where.start(turn)


async def _first(turn: Turn) -> Outcome:
    data = turn.data
    await registrations.access_to(turn.work, data["dialogue_session_id"], data["village_id"])
    intro = said("reg-intro", when=data["when"], **await seats_words(turn))
    typed = turn.data.pop("said", None)
    if typed is not None:
        says, rows = (*await open_requests(turn), intro), pasted_lists.without_headings(typed)
        return await reading.begin_with(turn, rows, says)
    full = await seats_short(turn)
    says = (*await open_requests(turn), intro, *full, said("reg-legend"))
    return reading.ask_names(turn, says)


where = Where(flow, _first)


@flow.step
async def whose(turn: Turn) -> Outcome:
    """Write a list that names another village down for the one that is chosen, or leave it."""
    if turn.choice is None:
        return ask_again()
    data, others, typed = turn.data, turn.data.pop("others"), turn.data.pop("said")
    if turn.choice == "leave":
        left = said("reg-others-left", named=others) if others else said("reg-whose-left")
        if "lines" not in data:
            return done(left)
        return (
            reading.read_back(turn, (left,)) if data["lines"] else reading.ask_more(turn, (left,))
        )
    if "lines" in data and data["village_id"] == int(turn.choice):
        return await reading.take(turn, read_names(typed))
    data.clear()
    data.update(village_id=int(turn.choice), said=typed)
    return await where.start(turn)


# -- reading names --------------------------------------------------------------------------------


@flow.step
async def names(turn: Turn) -> Outcome:
    """Take one or many names; what cannot be a name is told, the rest goes on."""
    if turn.choice == "finish" or (turn.choice is None and gives_up(turn.text)):
        return reading.read_back(turn) if turn.data["lines"] else done()
    enough = turn.choice == "enough" or key(turn.text) in _ENOUGH
    if turn.choice == "leave" or (enough and not turn.data["lines"]):
        return done("reg-left")
    if enough:
        return reading.read_back(turn)
    if number(turn.text) is not None and turn.text.strip(" .").isdecimal():
        return reading.no_number(turn)
    heard = await reading.hear(turn) or await whose_list.ask_other(turn)
    return heard or await reading.take(turn, read_names(turn.text))


@flow.step
async def same(turn: Turn) -> Outcome:
    """Whether a name on the list is the same person, who then is not written down again."""
    lines = turn.data["lines"]
    if turn.choice is None:
        return await reading.take_more(turn)
    if turn.choice == "other":
        lines[turn.data["place"]]["other"] = True
        return await reading.compare(turn)
    skipped = lines.pop(turn.data["place"])
    forget_mended(turn, [skipped["name"]])
    kept = (said("reg-skipped", name=skipped["name"]),)
    return await reading.compare(turn, kept) if lines else reading.ask_more(turn, kept)


# -- reading back ---------------------------------------------------------------------------------


@flow.step
async def confirm(turn: Turn) -> Outcome:
    """Go on, mend a line, add people, begin again, or leave it; more names are added."""
    right = yes_no(turn.text) if turn.choice is None else None
    if turn.choice == "yes" or right is True:
        return ask_told(turn)
    if turn.choice is None and right is None:
        return await reading.take_more(turn)
    if turn.choice == "fix" or right is False:
        turn.data.pop("instead", None)
        return mending.ask_which(turn)
    if turn.choice == "more":
        return reading.ask_further(turn)
    if turn.choice == "again":
        return reading.ask_names(turn)
    return done("reg-left")


@flow.step
async def which_line(turn: Turn) -> Outcome:
    """Take the number of the line to mend, or the name in it."""
    lines = turn.data["lines"]
    place = number(turn.text)
    if place is None:
        heard = await reading.hear(turn)
        if heard is not None:
            return heard
        found = named_people.named(turn.text, [line["name"] for line in lines])
        place = found[0] + 1 if len(found) == 1 else None
    if place is None or not 1 <= place <= len(lines):
        return ask_again("reg-no-such-line", most=len(lines))
    return await reading.mend(turn, place - 1)


@flow.step
async def mended(turn: Turn) -> Outcome:
    """Take the line anew, or only its category or office, or drop it."""
    lines, place = turn.data["lines"], turn.data["place"]
    if turn.choice == "drop":
        lines.pop(place)
        return reading.read_back(turn) if lines else reading.ask_more(turn)
    if turn.choice == "keep":
        return reading.read_back(turn)
    if mending.put_said(turn, place, turn.text):
        return await reading.compare(turn)
    line = mending.read_new(turn, turn.text, place)
    if isinstance(line, str):
        return ask_again(line)
    mending.put(turn, place, line)
    return await reading.compare(turn, (*paper_numbers.left_out(turn), *unsure_of([line])))


# -- told, and written down -----------------------------------------------------------------------


@flow.step
async def told(turn: Turn) -> Outcome:
    """The head states that each person knows; without it nobody is written down."""
    told_them = {"told": True, "not_yet": False}.get(turn.choice or "", told_of(turn.text))
    if turn.choice == "leave":
        return done("reg-left")
    if told_them is None:
        return await reading.take_more(turn)
    return await save(turn) if told_them else ask_told(turn, "reg-tell-first")


@flow.step
async def over(turn: Turn) -> Outcome:
    """Households ask for the seats that are left: decide about them first, or pass them over."""
    agreed = yes_no(turn.text) if turn.choice is None else turn.choice == "yes"
    if turn.choice == "decide":
        where_ = {name: turn.data[name] for name in ("village_id", "dialogue_session_id")}
        return aside("attendee_list", back=ask_told(turn), decide=True, **where_)
    if agreed is None:
        return await reading.take_more(turn)
    if not agreed:
        return done("reg-left")
    turn.data["passing_over"] = turn.data["asking"]
    return await save(turn)
