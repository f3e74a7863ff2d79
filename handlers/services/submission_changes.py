"""A submission as an official saw it, locked for a change: two who decide at once are told."""

from __future__ import annotations

from difflib import SequenceMatcher

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import codes, groups
from storage.models import Submission, SubmissionState

_CLOSED = frozenset(
    {
        SubmissionState.WITHDRAWN,
        SubmissionState.DUPLICATE,
        SubmissionState.CLOSED,
    }
)


class ChangedMeanwhile(RuleError):
    """Somebody else saved first: nothing was kept, nothing is sent.

    ``first`` is the answer that stands now, if one was given; ``version`` is the present one.
    """

    def __init__(self, submission: Submission, text: str) -> None:
        answer = submission.answers[-1].text if submission.answers else None
        key = "answer-changed-answered" if answer else "answer-changed"
        params = {"code": codes.shown(submission.code)}
        if answer:
            params |= {"first": answer, "changes": changes(answer, text)}
        super().__init__(key, **params)
        self.first = answer
        self.version = submission.version


async def locked(
    work: Work, submission_id: int, expected_version: int, text: str = ""
) -> Submission:
    """The submission with its group, locked; *text* is what would be told.

    Raises ``RuleError``, also :class:`ChangedMeanwhile` when *expected_version* is not the present
    one.
    """
    found = await access.submission(work, submission_id)
    await groups.lock(work, (found.id,))
    if found.version != expected_version:
        raise ChangedMeanwhile(found, text)
    return found


async def locked_open(
    work: Work, submission_id: int, expected_version: int, text: str = ""
) -> Submission:
    """As :func:`locked`, and refuses what is closed or waits for the answer to another."""
    found = await locked(work, submission_id, expected_version, text)
    if found.state in _CLOSED:
        raise RuleError("answer-closed")
    return found


def changes(first: str, second: str) -> str:
    """The second text against the first, word by word: "[- gone] [+ new]", the rest as it is."""
    before, after = first.split(), second.split()
    parts: list[str] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            parts.append(" ".join(before[start:end]))
            continue
        if end > start:
            parts.append(f"[- {' '.join(before[start:end])}]")
        if other_end > other_start:
            parts.append(f"[+ {' '.join(after[other_start:other_end])}]")
    return " ".join(parts)
