"""Somebody asks for another, or with another's phone: whose question it is, is told with it.

Name and village of who the account belongs to stay as they are, and so does their consent: whoever
is asked for has to agree, for this one question.
"""

from __future__ import annotations

from handlers import lent_words, speakers
from handlers.context import Turn
from handlers.flow import (
    Flow,
    Outcome,
    Say,
    ask,
    ask_again,
    done,
    go,
    option,
    preceded,
    read_back,
    say,
)
from handlers.parsing import NO, gives_up, tells_something
from handlers.questions import is_question
from handlers.services import another_name, lent_names, paper_numbers
from handlers.services.asked_words import OTHER_PERSON
from handlers.services.told_names import name_in, told_name
from handlers.talk import TOOK_FROM
from storage.models import AskedFor

flow = Flow(
    OTHER_PERSON,
    triggers=(
        *("hoi thay", "hoi giup", "hoi ho", "hoi cho nguoi khac", "hoi giup nguoi khac"),
        *("nguoi khac", "nguoi khac dung may", "dung chung may", "may dung chung", "nha khac"),
    ),
    phrases=(speakers.OTHER, speakers.FOR_OTHER, speakers.OWNER, speakers.NEIGHBOUR),
    hears=frozenset({"my_submissions", "session_info", OTHER_PERSON}),
    draft=("text",),
    asked=("whose", "text", "named"),
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Whose question it will be; or the owner of the phone writes again."""
    meant = turn.data.pop("meant", None)
    if meant == speakers.OWNER and turn.neighbour is None:
        turn.unsettled = None
        return done("other-owner-back", menu=True)
    if meant == speakers.OWNER:
        turn.neighbour = None
        return done("other-owner-back")  # what waits is the neighbour's, not the owner's to read
    if meant == speakers.NEIGHBOUR and turn.neighbour is not None:
        to = speakers.told(turn.text, speakers.NAME) or told_name(turn.text)
        return await _called(turn, to) if to else ask("called", "other-name-household")
    if turn.data.get("named"):
        return await _introduced(turn)
    lent = lent_words.read(turn.text) if meant == speakers.OTHER else None
    if lent is not None:
        return _lent(turn, lent)
    return _ask_name(turn, AskedFor.FAMILY) if meant == speakers.FOR_OTHER else _ask_whose()


async def _introduced(turn: Turn) -> Outcome:
    """Somebody says their name: greeted where it is known, else whose it is, is asked."""
    named = turn.data["named"]
    if turn.neighbour and speakers.is_called(turn.text, turn.neighbour["name"]):
        return go("new_question")
    if turn.neighbour:
        turn.data["kind"] = AskedFor.HOUSEHOLD.value
        return _told(turn, named)
    if not another_name.differs(turn, named):
        return go("new_question", says=(read_back("other-greeted", name=named),))
    turn.unsettled = named
    return another_name.asks(turn, named)


@flow.step
async def renamed(turn: Turn) -> Outcome:
    """Another household, a better name of the owner, or neither."""
    named = turn.data.get("named")
    if turn.choice or gives_up(turn.text):
        turn.unsettled = None
    if turn.choice == another_name.OTHERS and named:
        turn.data["kind"] = AskedFor.HOUSEHOLD.value
        return _told(turn, named)
    if turn.choice == another_name.OWNERS and named:
        return go("correct_data", meant=speakers.NAME, to=named)
    return done() if turn.choice or not named or gives_up(turn.text) else ask_again()


def _lent(turn: Turn, lent: lent_words.Lent) -> Outcome:
    """Somebody else has the phone: the question behind the lead-in is kept for them."""
    says: tuple[Say, ...] = ()
    if lent.words:
        turn.data["text"] = lent.words
        says = (*paper_numbers.take_out(turn), say("other-words-kept"))
    if not lent.next_door:
        return _ask_whose(*says)
    if lent.name is None:
        return preceded(_ask_name(turn, AskedFor.HOUSEHOLD), *says)
    turn.data["kind"] = AskedFor.HOUSEHOLD.value
    return _told(turn, lent.name)


def _ask_whose(*says: Say) -> Outcome:
    return ask(
        "whose",
        "other-whose",
        option(AskedFor.FAMILY.value, "other-family"),
        option(AskedFor.HOUSEHOLD.value, "other-household"),
        option("leave", "option-cancel", means=(NO,)),
        says=says,
    )


@flow.step
async def whose(turn: Turn) -> Outcome:
    """Somebody near, or another household; a name tells it too, and a question is kept."""
    if turn.choice == "leave":
        return done()
    if turn.choice is not None:
        return _ask_name(turn, AskedFor(turn.choice))
    who = speakers.described(turn.text)
    if who is not None and who.name is None:
        return _ask_name(turn, AskedFor.HOUSEHOLD if who.next_door else AskedFor.FAMILY)
    if who is not None and name_in(turn) is not None:
        turn.data["kind"] = AskedFor.HOUSEHOLD if who.next_door else AskedFor.FAMILY
        return await name(turn)
    if speakers.means(turn.text, speakers.FOR_OTHER):
        return _ask_name(turn, AskedFor.FAMILY)
    if turn.text and is_question(turn, flow):
        turn.data["text"] = turn.text
        return _ask_whose(say("other-words-kept"))
    return ask_again()


def _ask_name(turn: Turn, kind: AskedFor) -> Outcome:
    turn.data["kind"] = kind.value
    return ask("name", f"other-name-{kind.value}")


@flow.step
async def name(turn: Turn) -> Outcome:
    """How they are called, so that the answer tells for whom it is."""
    who = speakers.described(turn.text)
    told = name_in(turn) and ((who and who.name) or name_in(turn))
    if told is None and is_question(turn, flow):
        turn.data["text"] = turn.text
        return preceded(_ask_name(turn, AskedFor(turn.data["kind"])), say("other-words-kept"))
    if told is None:
        return ask_again("name-unclear")
    return _told(turn, told)


def _told(turn: Turn, named: str) -> Outcome:
    """Their question goes on, or is asked for."""
    turn.data["whose"] = {"name": named, "kind": turn.data["kind"]}
    if turn.data["kind"] == AskedFor.HOUSEHOLD:
        before = turn.neighbour or {}
        turn.data[TOOK_FROM] = turn.neighbour
        kept = {"owners": before.get("owners", [])}  # what another neighbour was not shown
        same = before.get("name") == named
        if same:
            kept["names"] = before.get("names", [])
        since = before["since"] if same else turn.work.now.isoformat()
        turn.neighbour = {**turn.data["whose"], **kept, "since": since}
    if turn.data.get("text"):
        return go("ask_question", text=turn.data["text"], files=[], whose=turn.data["whose"])
    return _ask_words(turn)


@flow.step
async def called(turn: Turn) -> Outcome:
    """The right name of the neighbour who has the phone."""
    told = name_in(turn)
    if told is None or turn.neighbour is None:
        return done() if gives_up(turn.text) else ask_again("name-unclear")
    return await _called(turn, told)


async def _called(turn: Turn, named: str) -> Outcome:
    """The neighbour goes on under the name that is right, and so does what they sent."""
    who = turn.neighbour or {}
    old = str(who["name"])
    await lent_names.correct(turn.work, turn.person, old, named)
    turn.neighbour = {**who, "name": named, "names": [*who.get("names", ()), old]}
    return done("other-renamed")


def _ask_words(turn: Turn) -> Outcome:
    kind = turn.data["kind"]
    told = "other-speaks" if kind == AskedFor.HOUSEHOLD else "other-for"
    named = say(told, name=turn.data["whose"]["name"])
    return ask("words", f"other-words-{kind}", files=True, says=(named,))


@flow.step
async def words(turn: Turn) -> Outcome:
    """The question; the FAQ looks at it first."""
    if not turn.data.get("whose"):
        return _ask_name(turn, AskedFor(turn.data["kind"]))  # gone after a silence
    if not turn.files and not tells_something(turn.text):
        return ask_again("question-words")
    return go("ask_question", given=True, whose=turn.data["whose"])
