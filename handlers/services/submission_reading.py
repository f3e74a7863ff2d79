"""Reading what was sent in: by its code, by whom it concerns, by officials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import codes
from storage.models import Answer, Conversation, Person, Role, Submission, SubmissionState, Unit

_PAUSE = timedelta(hours=1)
_ASKED_SYLLABLES = 12

ANSWERED_STATES = frozenset(
    {
        SubmissionState.ANSWERED,
        SubmissionState.EXPLAINED,
        SubmissionState.UPPER_ANSWERED,
        SubmissionState.TOLD,
        SubmissionState.CLOSED,
        SubmissionState.REDIRECTED,
    }
)
"""States in which the asker can read an answer."""


@dataclass(frozen=True, slots=True)
class LookUp:
    """What somebody may know of a code: the whole for those concerned, else one bit."""

    submission: Submission
    full: bool
    answered: bool


async def look_up(work: Work, conversation: Conversation, typed: codes.TypedCode) -> LookUp:
    """The submission of a typed code, as much of it as the actor may see.

    Raises ``RuleError``: an unknown code (counted), or too many unknown ones within an hour.
    """
    if not _may_look(work, conversation):
        raise RuleError("code-paused")
    found = None
    if typed.valid:
        found = await _by_code(work, typed)
    if found is None:
        _count_wrong(work, conversation)
        raise RuleError("code-unknown")
    withdrawn = found.state is SubmissionState.WITHDRAWN  # whose it was is not kept
    full = not withdrawn and await _may_read(work, found)
    return LookUp(found, full, answered=found.state in ANSWERED_STATES)


async def _by_code(work: Work, typed: codes.TypedCode) -> Submission | None:
    """With the prefix that was typed; a word before the digits may be no prefix at all."""
    own = await _prefix(work)
    found = await work.uow.submissions.by_code(typed.kept(own))
    if found is None and typed.prefix is not None:
        found = await work.uow.submissions.by_code(codes.TypedCode(None, typed.digits).kept(own))
    return found


async def is_nearly_code(work: Work, text: str) -> bool:
    """Whether *text* is a code of the actor's commune but for a letter or digit."""
    prefix = codes.nearly(text)
    return prefix is not None and prefix == await _prefix(work)


async def of_actor(work: Work) -> Sequence[Submission]:
    """What the actor asked or sent for others, the newest first; what was taken back is gone."""
    if work.actor is None:
        return []
    found = await work.uow.submissions.of_person(work.actor.id)
    return [
        row
        for row in found
        if row.state is not SubmissionState.WITHDRAWN and concerns(work.actor, row)
    ]


async def answers_of(work: Work, submission: Submission) -> Sequence[Answer]:
    """Answers to a submission, or those to the one it is a duplicate of."""
    if submission.answers or submission.group_id is None:
        return submission.answers
    first = await work.uow.submissions.get(submission.group_id)
    return first.answers if first is not None else []


def in_short(submission: Submission) -> str:
    """The question in short; nothing of danger, which may be read on a shared phone."""
    if submission.danger is not None:
        return ""
    words = submission.text.split()
    short = " ".join(words[:_ASKED_SYLLABLES])
    return f"{short}…" if len(words) > _ASKED_SYLLABLES else short


def concerns(person: Person | None, submission: Submission) -> bool:
    """Whether *person* asked it, or sent it on behalf of somebody and is still head there."""
    if person is None:
        return False
    if person.id == submission.asker_id:
        return True
    return person.id == submission.teller_id and not _was_head(person, submission.village_id)


# -- inside -------------------------------------------------------------------------------------


def _was_head(person: Person, village_id: int | None) -> bool:
    """Whether the role of *person* as head of the village has ended."""
    held = [
        grant.revoked_at
        for grant in person.roles
        if grant.role is Role.VILLAGE_HEAD and grant.unit_id == village_id
    ]
    return bool(held) and None not in held


async def _may_read(work: Work, submission: Submission) -> bool:
    """Whether the actor is the asker, the head who sent it, or an official of the commune."""
    if concerns(work.actor, submission):
        return True
    try:
        await access.official_of(work, submission.commune_id)
    except RuleError:
        return False
    return True


async def _prefix(work: Work) -> str | None:
    commune_id = work.actor.commune_id if work.actor else None
    unit: Unit | None = await work.uow.units.get(commune_id) if commune_id else None
    return unit.code_prefix if unit else None


def _may_look(work: Work, conversation: Conversation) -> bool:
    since = conversation.wrong_codes_since
    if since is None or work.now - since >= _PAUSE:
        conversation.wrong_codes, conversation.wrong_codes_since = 0, None
    return conversation.wrong_codes < work.rules.wrong_codes_per_hour


def _count_wrong(work: Work, conversation: Conversation) -> None:
    if conversation.wrong_codes_since is None:
        conversation.wrong_codes_since = work.now
    conversation.wrong_codes += 1
