"""Words of the notice that invites to a dialogue session.

It invites "bà con": it never tells that somebody is poor.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from handlers.context import Work
from handlers.services import session_deadlines
from handlers.services.session_deadlines import Standing
from handlers.texts import date_words, moment_words, time_words
from storage.models import DialogueSession, Unit

_CLOSED = frozenset({Standing.DEADLINE_PASSED, Standing.REGISTRATION_CLOSED})


async def notice(work: Work, dialogue_session: DialogueSession, language: str = "vi") -> str:
    """The invitation as it is sent and forwarded: what, when, where, seats, how to register."""
    lines = [_say(work, language, "notice-invite")]
    if dialogue_session.starts_at is None or not dialogue_session.venue:
        lines.append(_say(work, language, "notice-later"))
    else:
        lines.append(when_and_where(dialogue_session))
    if dialogue_session.topics:
        lines.append(_topics_line(work, language, dialogue_session.topics))
    lines.append(await register_line(work, dialogue_session, language))
    if dialogue_session.bring_items:
        lines.append(
            _say(work, language, "notice-bring", items=dialogue_session.bring_items.rstrip("."))
        )
    if dialogue_session.attendee_allowance:
        lines.append(
            _say(
                work,
                language,
                "notice-allowance",
                allowance=dialogue_session.attendee_allowance.rstrip("."),
            )
        )
    return "\n".join(lines)


def when_and_where(dialogue_session: DialogueSession) -> str:
    """Day, hour and place in one sentence: "Thứ Bảy, 05/12/2026, 7 giờ 30 sáng, hội trường xã."

    The dialogue session must have a date and a place.
    """
    if dialogue_session.starts_at is None:
        raise AssertionError("a date is needed")
    starts = dialogue_session.starts_at
    day = date_words(starts)
    place = (dialogue_session.venue or "").rstrip(".")
    return f"{day[:1].upper()}{day[1:]}, {time_words(starts)}, {place}."


def _topics_line(work: Work, language: str, topics: Sequence[str]) -> str:
    names = ", ".join(topic_name(work, language, topic) for topic in topics)
    return _say(work, language, "notice-topics", topics=names)


async def register_line(work: Work, dialogue_session: DialogueSession, language: str) -> str:
    """How to register and until when; that it is over, where it is."""
    kind = _kind(await invited_villages(work, dialogue_session))
    if session_deadlines.standing(dialogue_session, work.now) in _CLOSED:
        return _say(work, language, "notice-register-closed", head=head_word(kind))
    seats = {quota.seats for quota in dialogue_session.quotas}
    params: dict[str, Any] = {"kind": kind, "head": head_word(kind)}
    key = "notice-register"
    if len(seats) == 1:
        key, params["seats"] = "notice-register-seats", seats.pop()
    line = _say(work, language, key, **params)
    closes = session_deadlines.registration_closes(dialogue_session, work.now)
    if closes is None:
        return line
    moment = moment_words(closes)
    return f"{line} {_say(work, language, 'session-registration-deadline', moment=moment)}"


def topic_name(work: Work, language: str, topic: str) -> str:
    """A topic in words; one that has no text yet is shown as it is named."""
    key = f"topic-{topic}"
    return _say(work, language, key) if key in work.texts.keys(language) else topic


def head_word(kind: str) -> str:
    """How people call the head of a village of this kind."""
    return "tổ trưởng" if kind.startswith("tổ") else f"trưởng {kind}"


def _kind(villages: Iterable[Unit]) -> str:
    kinds = {village.kind for village in villages}
    return kinds.pop() if len(kinds) == 1 else "thôn"


def _say(work: Work, language: str, key: str, **params: Any) -> str:
    return work.texts.render(language, key, params)


async def invited_villages(work: Work, dialogue_session: DialogueSession) -> list[Unit]:
    """Villages of a dialogue session in order of invitation."""
    found = [await work.uow.units.get(quota.village_id) for quota in dialogue_session.quotas]
    return [village for village in found if village is not None]
