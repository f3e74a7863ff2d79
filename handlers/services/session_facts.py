"""What the record of a dialogue session tells, field by field, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from handlers.context import Work
from handlers.flow import Say, say
from handlers.services.notice_words import topic_name
from handlers.texts import moment_words
from storage.models import DialogueSession, PovertyStatus


@dataclass(frozen=True, slots=True)
class Facts:
    """A dialogue session as somebody of a village asks about it."""

    work: Work
    language: str
    meeting: DialogueSession
    village_id: int | None


EVERY_HOUSEHOLD = frozenset(
    {
        PovertyStatus.POOR,
        PovertyStatus.NEAR_POOR,
        PovertyStatus.JUST_ESCAPED,
        PovertyStatus.AT_RISK,
        PovertyStatus.NOT_POOR,
    }
)
"""Groups that are all households of a village together."""

Teller = Callable[[Facts], Say | None]


def of_fields(facts: Facts, fields: Iterable[str]) -> tuple[Say, ...]:
    """Sentences for the fields that are filled in, each once.

    *fields* are names as ``dialogue_session.venue``; an unknown one tells nothing.
    """
    told: dict[str, Say] = {}
    for field in fields:
        one = _tell(facts, field)
        if one is not None:
            told.setdefault(one.key, one)
    return tuple(told.values())


def is_told(facts: Facts, fields: Iterable[str]) -> bool:
    """Whether the record answers: the first of *fields* is what is asked, the others go beside it.

    Whom to ask is no answer.
    """
    asked = next((field for field in fields if _name(field) != "contact"), None)
    return asked is not None and _tell(facts, asked) is not None


def _tell(facts: Facts, field: str) -> Say | None:
    teller = _TELLERS.get(_name(field))
    return teller(facts) if teller else None


def _name(field: str) -> str:
    return field.rpartition(".")[2]


def invited(work: Work, language: str, groups: Collection[str]) -> Say:
    """Who is invited, by the codes of the groups."""
    if set(groups) >= EVERY_HOUSEHOLD:
        return say("meeting-invited-all")
    names = (f"registration-category-{group.lower()}" for group in groups)
    told = ", ".join(work.texts.render(language, name) for name in names)
    return say("meeting-invited-some", groups=told)


def when_and_where(meeting: DialogueSession) -> Say:
    """Hour, day and place; what is not fixed yet is said to be so."""
    if meeting.starts_at is None and not meeting.venue:
        return say("meeting-open")
    if meeting.starts_at is None:
        return say("meeting-where-only", venue=meeting.venue)
    if not meeting.venue:
        return say("meeting-when-only", when=moment_words(meeting.starts_at))
    return say("meeting-when-where", when=moment_words(meeting.starts_at), venue=meeting.venue)


def _when(facts: Facts) -> Say | None:
    meeting = facts.meeting
    return when_and_where(meeting) if meeting.starts_at or meeting.venue else None


def _text(key: str, field: str) -> Teller:
    def tell(facts: Facts) -> Say | None:
        value = getattr(facts.meeting, field)
        return say(key, value=value) if value else None

    return tell


def _deadline(key: str, field: str) -> Teller:
    def tell(facts: Facts) -> Say | None:
        value = getattr(facts.meeting, field)
        return say(key, value=moment_words(value)) if value else None

    return tell


def _seats(facts: Facts) -> Say | None:
    quotas = {quota.village_id: quota.seats for quota in facts.meeting.quotas}
    mine = quotas.get(facts.village_id or 0)
    if mine is not None:
        return say("meeting-seats-mine", value=mine)
    return say("meeting-seats", value=next(iter(quotas.values()))) if quotas else None


def _invited(facts: Facts) -> Say | None:
    groups = facts.meeting.invited_groups
    return invited(facts.work, facts.language, groups) if groups else None


def _topics(facts: Facts) -> Say | None:
    names = [topic_name(facts.work, facts.language, topic) for topic in facts.meeting.topics]
    return say("meeting-topics", value=", ".join(names)) if names else None


_TELLERS: Mapping[str, Teller] = {
    "starts_at": _when,
    "ends_at": _when,
    "venue": _when,
    "villages": _seats,
    "seats": _seats,
    "quotas": _seats,
    "invited_groups": _invited,
    "topics": _topics,
    "attendee_allowance": _text("meeting-allowance", "attendee_allowance"),
    "bring_items": _text("meeting-bring", "bring_items"),
    "proxy_rule": _text("meeting-proxy", "proxy_rule"),
    "languages": _text("meeting-languages", "languages"),
    "responders": _text("meeting-responders", "responders"),
    "contact": _text("meeting-contact", "contact"),
    "results_published_at": _text("meeting-results", "results_published_at"),
    "registration_closes_at": _deadline("meeting-registration-closes", "registration_closes_at"),
    "questions_close_at": _deadline("meeting-questions-close", "questions_close_at"),
    "answers_due_at": _deadline("meeting-answers-due", "answers_due_at"),
}
# Names of the policy facts for the same fields.
_TELLERS = {
    **_TELLERS,
    "quota_per_village": _seats,
    "proxy_policy": _TELLERS["proxy_rule"],
    "interpreter": _TELLERS["languages"],
    "publish_channel": _TELLERS["results_published_at"],
    "question_deadline": _TELLERS["questions_close_at"],
    "answer_deadline": _TELLERS["answers_due_at"],
}
