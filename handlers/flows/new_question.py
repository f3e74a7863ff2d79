"""Menu entry "Hỏi chính sách": asks for the question and hands it over."""

from __future__ import annotations

from handlers import after_words, speakers
from handlers.context import Turn
from handlers.flow import Flow, Outcome, Say, aside, ask, ask_again, go, say
from handlers.heads import TOPICS
from handlers.parsing import tells_something
from handlers.services import people, places

_BEFORE_ASKING = (
    "cho toi hoi",
    "cho toi hoi ti",
    "cho em hoi",
    "cho em hoi ti",
    "cho hoi",
    "cho hoi ti",
    *("cho tui hoi", "cho tui hoi ti", "cho minh hoi", "cho minh hoi ti", "hoi ti", "hoi chut"),
)

flow = Flow(
    "new_question",
    triggers=(
        "hoi",
        "hoi chinh sach",
        "cau hoi",
        "cau hoi chinh sach",
        "dat cau hoi",
        "toi muon hoi",
        *_BEFORE_ASKING,
    ),
    phrases=(after_words.ANEW,),
    hears=TOPICS
    | {"session_info", "decline_seat", "send_petition", "my_submissions", "small_talk"}
    | {"correct_data", "other_person", "official_contact", "help"},
    begins_draft=True,
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Ask what the person wants to know; a village that was told instead is noted."""
    told = await _village_told(turn) if turn.data.pop("village", False) else None
    return told or ask("text", "question-ask", files=True)


@flow.step
async def text(turn: Turn) -> Outcome:
    """The FAQ looks at it first; a number is no question."""
    if not turn.files and not tells_something(turn.text):
        return ask_again("question-words")
    return await _village_told(turn) or go(
        "ask_question", given=True, insists=turn.data.get("leaning", False)
    )


async def _village_told(turn: Turn) -> Outcome | None:
    """A village and nothing else is where the person lives: the question is still to come."""
    commune_id = turn.person.commune_id
    if turn.files or commune_id is None:
        return None
    found = await places.village_alone(turn.work, commune_id, turn.text)
    if found is None:
        return None
    if turn.neighbour:
        turn.neighbour["village_id"] = found.id
        return ask("text", "question-ask", files=True, says=(_noted(found.name),))
    if turn.person.village_id not in {None, found.id}:
        return aside("correct_data", meant=speakers.VILLAGE, to=found.name)
    people.remember(turn.person, commune_id=commune_id, village_id=found.id, name=None)
    return ask("text", "question-ask", files=True, says=(_noted(found.name),))


def _noted(village: str) -> Say:
    return say("village-mended", village=village)
