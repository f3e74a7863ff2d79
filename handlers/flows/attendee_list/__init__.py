"""A village head's list: who comes, who waits, who asks; replacing and taking off."""

from __future__ import annotations

from handlers import head_words, named_people, pasted_lists
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import HEADS, Flow, Outcome, ask, ask_again, done, go, go_on
from handlers.flows.attendee_list import deciding, hearing, replacing
from handlers.flows.attendee_list.showing import ask_sure, ask_which, refused, show
from handlers.heads import TOPICS, Where, said, told_of
from handlers.names import read_one
from handlers.number_mask import without_papers
from handlers.parsing import key, number, pick, yes_no
from handlers.services import seat_changes
from storage.models import PovertyStatus

DECIDE = "duyet"
"""The word by which notices lead to the requests."""

flow = Flow(
    "attendee_list",
    roles=HEADS,
    triggers=(
        "danh sach",
        "xem danh sach",
        "danh sach thon",
        "danh sach cua thon",
        "xem dang ky",
        "danh sach cho",
        "xem danh sach cho",
        "ai dang cho",
        "con ai dang cho",
        "ai trong danh sach cho",
        "con ai trong danh sach cho",
        "ai dang trong danh sach cho",
        DECIDE,
    ),
    phrases=head_words.OF_LIST,
    hears=TOPICS,
    reads=frozenset({"act", "who", "new_name", "sure_replace", "told", "same"}),
    understands=frozenset({*head_words.OF_LIST, head_words.ADDS, pasted_lists.LIST}),
    draft=("line",),
    interruptible=False,
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Settle village and meeting, then show the list or do what the first words asked."""
    if "meant" in turn.data:
        turn.data.setdefault("said", without_papers(turn.text))
    if key(turn.text) == DECIDE:
        turn.data["decide"] = True
    return await where.start(turn)


async def _first(turn: Turn) -> Outcome:
    text = turn.data.pop("said", None)
    if turn.data.pop("decide", False):
        return await deciding.next_request(turn)
    return await (hearing.begin(turn, text) if text else show(turn))


where = Where(flow, _first)


@flow.step
async def act(turn: Turn) -> Outcome:
    """Do what was chosen with the list, or what is asked in own words."""
    data = turn.data
    match turn.choice:
        case None:
            return await hearing.hear(turn, turn.text) or _added(turn)
        case "requests":
            return await deciding.next_request(turn)
        case "add":
            return go_on("register_attendees", **hearing.meeting_of(turn))
        case "replace" | "cancel" as wanted:
            data["act"] = wanted
            data.pop("instead", None)
            return ask("who", f"list-who-{wanted}")
    return done()


def _added(turn: Turn) -> Outcome:
    if not pasted_lists.is_list(turn.text):
        return ask_again()
    return go("register_attendees", said=without_papers(turn.text), **hearing.meeting_of(turn))


@flow.step
async def who(turn: Turn) -> Outcome:
    """Take somebody of the list, by number or name."""
    rows = turn.data["rows"]
    place = number(turn.text)
    if place is None:
        names = [name for _, name in rows]
        whole = pick(turn.text, names)
        found = [whole] if whole is not None else named_people.named(turn.text, names)
        if len(found) > 1:
            return ask_which(turn, turn.data["act"], found)
        heard = None if found else await hearing.hear(turn, turn.text)
        if heard is not None:
            return heard
        place = found[0] + 1 if found else None
    if place is None or not 1 <= place <= len(rows):
        return ask_again("list-who-unknown", most=len(rows))
    return _chosen(turn, place - 1)


@flow.step
async def which(turn: Turn) -> Outcome:
    """One of several whom the words fit."""
    if turn.choice == "leave":
        return await show(turn)
    if turn.choice is None:
        return ask_again()
    if turn.data["act"] == "kind":
        category, office = turn.data.pop("kind")
        told = PovertyStatus(category) if category else None
        return await hearing.set_kind(turn, int(turn.choice), told, office)
    return _chosen(turn, int(turn.choice))


def _chosen(turn: Turn, place: int) -> Outcome:
    if turn.data["act"] == "replace":
        return replacing.begin(turn, place)
    return ask_sure(turn, place)


@flow.step
async def sure(turn: Turn) -> Outcome:
    """Take the person off the list, or leave it."""
    if turn.choice != "drop":
        return await hearing.next_change(turn)
    try:
        left = await seat_changes.cancel(turn.work, turn.data["id"])
    except RuleError as why:
        return await refused(turn, why)
    says = [said("list-dropped", name=turn.data["name"])]
    says += [said("list-moved-up", name=one.attendee_name) for one in left.promoted]
    return await hearing.next_change(turn, tuple(says))


# -- replacing ------------------------------------------------------------------------------------


@flow.step
async def new_name(turn: Turn) -> Outcome:
    """Take who comes instead, or leave it; what people call somebody may stay."""
    if turn.choice == "leave" or (turn.choice is None and yes_no(turn.text) is False):
        return await show(turn)
    if turn.choice == "keep":
        return replacing.read_back(turn)
    line = read_one(turn.text)
    if isinstance(line, str):
        return await hearing.instead_of_answer(turn) or ask_again(f"names-{line}")
    return replacing.take(turn, line)


@flow.step
async def sure_replace(turn: Turn) -> Outcome:
    """What was read back is right, wrong, or not wanted."""
    if turn.choice == "edit":
        return replacing.ask_new_name(turn)
    if turn.choice == "yes":
        return replacing.ask_told(turn, "reg-ask-told-one")
    if turn.choice is None:
        return await hearing.instead_of_answer(turn) or ask_again()
    return await show(turn)


@flow.step
async def told(turn: Turn) -> Outcome:
    """The head states that the new person knows."""
    if turn.choice == "leave":
        return await show(turn)
    known = {"told": True, "not_yet": False}.get(turn.choice or "", told_of(turn.text))
    if known is None:
        return await hearing.instead_of_answer(turn) or ask_again()
    if not known:
        return replacing.ask_told(turn, "reg-tell-first-one")
    return await replacing.replace(turn, hearing.next_change)


@flow.step
async def same(turn: Turn) -> Outcome:
    """The new name stands on the list already: another person, or somebody else must come."""
    if turn.choice is None:
        return await hearing.instead_of_answer(turn) or ask_again()
    if turn.choice != "other":
        return replacing.ask_new_name(turn)
    turn.data["line"]["other"] = True
    return await replacing.replace(turn, hearing.next_change)


# -- requests of households -----------------------------------------------------------------------


@flow.step
async def decide(turn: Turn) -> Outcome:
    """Give the seat, refuse, or think it over."""
    if turn.choice == "later":
        turn.data["later"] = [*turn.data["later"], turn.data["id"]]
        return await deciding.next_request(turn)
    if turn.choice == "refuse":
        return await deciding.ask_sure_refuse(turn)
    return await deciding.decide(turn, accept=True)


@flow.step
async def sure_refuse(turn: Turn) -> Outcome:
    """Refuse, or look at the request again."""
    if turn.choice == "refuse":
        return await deciding.decide(turn, accept=False)
    return await deciding.next_request(turn)


@flow.step
async def decide_same(turn: Turn) -> Outcome:
    """The name that asks stands on the list: the same person, or another one."""
    return await deciding.decide(turn, accept=True, other=turn.choice == "other")
