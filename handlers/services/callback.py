"""Somebody in danger leaves a name and a number, so that the commune can call back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from handlers.context import Work
from handlers.services.told_names import bare_name
from storage.models import Person, Submission, SubmissionState

_NUMBER = re.compile(r"(?<!\w)\+?\d(?:[\s.\-]?\d){8,10}(?!\w)")
_LABEL = re.compile(
    r"\b(?:số điện thoại|so dien thoai|điện thoại|dien thoai"
    r"|(?:gọi|goi)(?: lại| lai)?(?: cho)?(?: em| tôi| toi| tui| cháu| chau| chị| chi| anh)?"
    r"|sđt|sdt|đt|dt|số|so)\b[\s:.]{0,3}(?:là|la)?\Z",
    re.IGNORECASE,
)
_MOST_LABELS = 4
_AROUND = " \t\n:,.;-"
_LONGEST_NAME = 60
_MOST_WORDS = 6
_FRESH = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Callback:
    """Whom to call."""

    phone: str
    name: str | None


def read(text: str) -> Callback | None:
    """The number in *text* and the name beside it; None without a number."""
    found = _NUMBER.search(text)
    if found is None:
        return None
    names = (bare_name(part) for part in _beside(text, found))
    name = next((one for one in names if _is_name(one)), None)
    return Callback(re.sub(r"[^\d+]", "", found[0]), name)


def is_alone(text: str) -> bool:
    """Whether *text* is a number, a name and the words beside them, and nothing else."""
    found = _NUMBER.search(text)
    if found is None:
        return False
    return all(not bare or _is_name(bare) for bare in map(bare_name, _beside(text, found)))


async def case_of(work: Work) -> Submission | None:
    """The urgent case that the actor's account sent within the last day, if it was the latest."""
    if work.actor is None:
        return None
    latest = next(iter(await work.uow.submissions.of_person(work.actor.id, limit=1)), None)
    if latest is None or latest.danger is None or latest.asker_id != work.actor.id:
        return None
    fresh = work.now - latest.created_at <= _FRESH
    return latest if fresh and latest.state is not SubmissionState.WITHDRAWN else None


def keep(work: Work, person: Person, phone: str) -> None:
    """Keep the number of *person*; XEM shows it, XOÁ takes it away."""
    person.phone = phone
    work.audit("person.phone_told", "person", person.id, unit_id=person.commune_id)


def _is_name(words: str) -> bool:
    letters = words.replace(" ", "")
    return letters.isalpha() and len(words) <= _LONGEST_NAME and len(words.split()) <= _MOST_WORDS


def _beside(text: str, number: re.Match[str]) -> tuple[str, str]:
    """What stands before the number, without the words that only announce it, and behind it."""
    before = text[: number.start()]
    for _ in range(_MOST_LABELS):
        shorter = _LABEL.sub("", before.rstrip(_AROUND))
        if shorter == before:
            break
        before = shorter
    return before, text[number.end() :]
