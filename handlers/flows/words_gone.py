"""What somebody wrote and did not send is no longer kept: the words are asked for again.

It takes the place of a talk whose words went (``handlers.services.asked_words``). The answer that
comes next belongs to a question that is no longer there, so that it is told first; kind, and for
whom it was asked, are still known.
"""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, ask, go, say
from handlers.heads import TOPICS
from handlers.parsing import tells_something
from handlers.services import places
from handlers.services.asked_words import OTHER_PERSON
from handlers.services.reminders import GONE
from storage.models import SubmissionKind

flow = Flow(
    GONE,
    hears=TOPICS
    | {"session_info", "decline_seat", "my_submissions", "correct_data", "other_person"},
)

_FOR_OTHERS = frozenset({"ask_on_behalf", OTHER_PERSON})
_STORY = 5
"""Syllables from which a message is no late answer to a question about village or consent."""


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Say that nothing was kept, and ask."""
    turn.data["told"] = True
    return ask("again", "words-gone", files=True)


@flow.step
async def again(turn: Turn) -> Outcome:
    """Take the words; what only answers the old question is told once that they are missing."""
    if turn.data["of"] in _FOR_OTHERS:
        return go(turn.data["of"], says=(say("words-gone-short"),))
    if not turn.files and not await _tells(turn):
        return await begin(turn)
    kind = turn.data.get("kind", SubmissionKind.QUESTION.value)
    if kind == SubmissionKind.QUESTION.value:
        return go("ask_question", given=True)
    files = [file.to_json() for file in turn.files]
    return go("send_submission", kind=kind, text=turn.text, files=files)


async def _tells(turn: Turn) -> bool:
    if not tells_something(turn.text):
        return False
    commune_id = turn.person.commune_id
    if commune_id and await places.find_villages(turn.work, commune_id, turn.text):
        return False
    known = turn.match is not None and turn.match.is_meant
    return known or turn.data.get("told", False) or len(turn.text.split()) >= _STORY
