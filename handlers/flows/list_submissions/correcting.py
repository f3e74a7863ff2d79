"""Correcting an answer that went out, where an official says that it was wrong."""

from __future__ import annotations

from collections.abc import Sequence

from faq.normalize import fold
from handlers import named_people, official_words
from handlers.context import Turn
from handlers.flow import Outcome, preceded, say
from handlers.flows.list_submissions import answering, finding, showing
from handlers.services import codes
from storage.models import Submission, SubmissionState
from storage.repositories.submissions import SubmissionFilter

_STATES = (
    SubmissionState.ANSWERED,
    SubmissionState.EXPLAINED,
    SubmissionState.TOLD,
    SubmissionState.REFERRED_UP,
    SubmissionState.UPPER_ANSWERED,
)
"""States in which an answer may have gone out and be replaced."""


_LOOKED_AT = 200
"""Of so many, the last that changed, the words are looked for."""


async def start(turn: Turn) -> Outcome:
    """Correct the one answer that the words may mean, or ask which."""
    turn.data["filter"] = {"by": "new"}
    wanted = SubmissionFilter(commune_id=turn.data["commune"], states=_STATES)
    every = await turn.work.uow.submissions.listed(wanted, limit=_LOOKED_AT, latest=True)
    given = [one for one in every if one.answers]
    if not given:
        return preceded(await finding.ask_filter(turn), say("inbox-correct-none"))
    found = _named(turn, given) or given
    if len(found) == 1:
        return await begin(turn, found[0].id)
    return await finding.offered(turn, found, "correct_one", "inbox-correct-which")


async def correct_one(turn: Turn) -> Outcome:
    """One of several."""
    return await begin(turn, int(turn.choice or 0))


async def begin(turn: Turn, submission_id: int) -> Outcome:
    """Show it, and ask for the new answer; where none was given, only show it."""
    shown = await showing.show(turn, submission_id)
    if "replaces" not in turn.data:
        return shown
    return preceded(answering.ask_text(turn), *shown.says)


def _named(turn: Turn, given: Sequence[Submission]) -> list[Submission]:
    """Those of *given* in which every word stands that was said about the question."""
    said = official_words.read(turn.text)
    words = named_people.without_title(said.about).split() if said is not None else []
    return [one for one in given if words and _has(one, words)]


def _has(one: Submission, words: Sequence[str]) -> bool:
    name = "" if one.anonymous else one.asker_name or ""
    told = fold(f"{one.text} {name} {codes.shown(one.code)}").split()
    return all(any(word in part for part in told) for word in words)
