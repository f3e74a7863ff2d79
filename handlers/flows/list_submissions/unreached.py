"""What did not reach people: seeing it, passing it on, keeping how it was told."""

from __future__ import annotations

from datetime import date, timedelta

from handlers.asking_dates import hear_day
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Option, Outcome, Say, ask, ask_again, choose, done, option, say
from handlers.services import untold, untold_list
from handlers.services.untold_list import Thing
from handlers.texts import date_words, local
from storage.models import ToldHow

_OTHER_MEANS = (ToldHow.IN_PERSON, ToldHow.PHONE, ToldHow.LETTER)
_NAMES = 15
_LABEL_WORDS = 7


async def filters(turn: Turn) -> list[Option]:
    """The choice that leads here; none while everything arrived."""
    count = await turn.work.uow.untold.count_open(turn.data["commune"], turn.work.now)
    return [option("untold", "inbox-untold", count=count)] if count else []


async def listed(turn: Turn, *says: Say) -> Outcome:
    """Everything that waits, each with code or words, and village."""
    found = await untold_list.listed(turn.work, turn.data["commune"])
    if not found:
        return done(*says, "untold-none", menu=True)
    options = [option(str(one.ids[0]), label=_label(turn, one)) for one in found]
    return choose("untold_one", "untold-which", *options, says=says, count=len(found))


def _label(turn: Turn, one: Thing) -> str:
    village = one.village or turn.say("inbox-no-village")
    if one.code is not None:
        return turn.say("untold-line-answer", {"code": one.code, "village": village})
    words = " ".join(one.text.split()[:_LABEL_WORDS])
    return turn.say("untold-line-notice", {"words": words, "village": village})


async def untold_one(turn: Turn) -> Outcome:
    """The whole of one, and what may be done."""
    one = await untold_list.one(turn.work, turn.data["commune"], int(turn.choice or 0))
    if one is None:
        return await listed(turn, say("untold-settled"))
    turn.data |= {"untold": list(one.ids), "since": local(one.since).date().isoformat()}
    names = [
        *(["again"] if one.again else []),
        *(["by_head"] if one.by_head else []),
        *("told", "back"),
    ]
    options = [option(name, f"untold-do-{name}") for name in names]
    return choose("untold_act", "inbox-action", *options, says=_whole(turn, one))


def _whole(turn: Turn, one: Thing) -> tuple[Say, ...]:
    place = one.village or turn.say("inbox-no-village")
    if one.code is not None:
        name = one.names[0] if one.names else turn.say("inbox-anonymous")
        head = say("untold-answer", code=one.code, name=name, village=place)
    else:
        shown = ", ".join(one.names[:_NAMES]) or turn.say("inbox-no-name")
        shown += "…" if len(one.names) > _NAMES else ""
        head = say("untold-notice", names=shown, village=place, count=len(one.ids))
    return (head, say("untold-text", text=one.text, date=date_words(one.since)))


async def untold_act(turn: Turn) -> Outcome:
    """Send it again, ask a head, or begin to say how it was told."""
    if turn.choice == "told":
        ways = (option(how.value, f"untold-how-{how.value}") for how in _OTHER_MEANS)
        return choose("untold_how", "untold-ask-how", *ways)
    if turn.choice == "back":
        return await listed(turn)
    act = untold.send_again if turn.choice == "again" else untold.read_out
    try:
        await act(turn.work, turn.data["untold"])
    except RuleError as refused:
        return await listed(turn, Say(refused.key, refused.params))
    return await listed(turn, say(f"untold-done-{turn.choice}"))


async def untold_how(turn: Turn) -> Outcome:
    """In which way; then on which day."""
    turn.data["how"] = turn.choice
    days = [option("0", "untold-today")]
    if date.fromisoformat(turn.data["since"]) < turn.work.today:
        days.append(option("1", "untold-yesterday"))
    return ask("untold_day", "untold-ask-day", *days)


async def untold_day(turn: Turn) -> Outcome:
    """On which day; then it is kept."""
    if turn.choice is not None:
        day: date | Outcome = turn.work.today - timedelta(days=int(turn.choice))
    else:
        day = hear_day(turn, past=True)
    if isinstance(day, Outcome):
        return day
    try:
        await untold.told(turn.work, turn.data["untold"], ToldHow(turn.data["how"]), day)
    except RuleError as refused:
        if refused.key == "untold-day-wrong":
            return ask_again(refused.key, **refused.params)
        return await listed(turn, Say(refused.key, refused.params))
    return await listed(turn, say("untold-done-told"))
