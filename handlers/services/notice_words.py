"""Words of the notice that invites to a dialogue session.

It invites "bà con": it never tells that somebody is poor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from handlers.context import Work
from handlers.services import contact, session_deadlines
from handlers.services.session_deadlines import Standing
from handlers.texts import date_words, local, moment_words, time_words
from storage.models import DialogueSession, Unit

_GROUP, _COMMON = "tổ", "thôn"
"""How kinds of groups of homes in towns begin; what is said where there are several kinds."""
_CLOSED = frozenset({Standing.DEADLINE_PASSED, Standing.REGISTRATION_CLOSED})


async def notice(
    work: Work,
    dialogue_session: DialogueSession,
    language: str = "vi",
    *,
    passed_on: bool = False,
) -> str:
    """The invitation: what, when, where, seats, whom to ask.

    *passed_on*: people read it outside our chat, where words to type to us mean nothing unless
    the address of a page to type them on goes with it.
    """
    lines = [_say(work, language, "notice-invite")]
    if dialogue_session.starts_at is None or not dialogue_session.venue:
        lines.append(_say(work, language, "notice-later"))
    else:
        lines.append(when_and_where(dialogue_session))
    if dialogue_session.topics:
        lines.append(_topics_line(work, language, dialogue_session.topics))
    typed = not passed_on or bool(work.rules.chat_url)
    lines.append(await register_line(work, dialogue_session, language, typed=typed))
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
    lines += await _whom_to_ask(work, language, dialogue_session)
    return "\n".join(lines)


async def _whom_to_ask(
    work: Work, language: str, dialogue_session: DialogueSession
) -> tuple[str, ...]:
    """Where to write and whom to call, as far as it is known."""
    url = work.rules.chat_url
    phone = (await contact.of(work, dialogue_session.unit_id)).phone
    known = "-".join(name for name, value in (("page", url), ("phone", phone)) if value)
    if not known:
        return ()
    return (_say(work, language, f"notice-ask-{known}", url=url, phone=phone),)


async def loudspeaker(work: Work, dialogue_session: DialogueSession, language: str = "vi") -> str:
    """The invitation to be read out: no signs, no address to type, numbers one by one."""
    lines = [_say(work, language, "loudspeaker-invite")]
    if dialogue_session.starts_at is None or not dialogue_session.venue:
        lines.append(_say(work, language, "notice-later"))
    else:
        lines.append(_spoken_when(work, language, "loudspeaker-when", dialogue_session.starts_at))
        place = dialogue_session.venue.rstrip(".")
        lines.append(_say(work, language, "loudspeaker-where", venue=place))
    if dialogue_session.topics:
        lines.append(_topics_line(work, language, dialogue_session.topics))
    lines += await _spoken_register(work, language, dialogue_session)
    if dialogue_session.bring_items:
        items = dialogue_session.bring_items.rstrip(".")
        lines.append(_say(work, language, "notice-bring", items=items))
    phone = (await contact.of(work, dialogue_session.unit_id)).phone
    if phone:
        spoken = spoken_phone(work, language, phone)
        lines.append(_say(work, language, "loudspeaker-phone", phone=spoken))
    return "\n".join(lines)


def _spoken_when(work: Work, language: str, key: str, moment: datetime) -> str:
    """The hour and the day: "Lúc 7 giờ 30 sáng, thứ Bảy, ngày 5 tháng 12."

    A listener knows the year.
    """
    day = local(moment)
    return _say(
        work,
        language,
        key,
        time=time_words(moment),
        weekday=date_words(moment).partition(",")[0],
        day=str(day.day),
        month=str(day.month),
    )


async def _spoken_register(
    work: Work, language: str, dialogue_session: DialogueSession
) -> tuple[str, ...]:
    """How many may come, whom to tell and until when."""
    kind = _kind(await invited_villages(work, dialogue_session))
    head = head_word(work, language, kind)
    if session_deadlines.standing(dialogue_session, work.now) in _CLOSED:
        return (_say(work, language, "notice-register-closed", head=head),)
    lines = [_say(work, language, "loudspeaker-register", head=head)]
    seats = _seats_of_each(dialogue_session)
    if seats is not None:
        lines.insert(0, _say(work, language, "loudspeaker-seats", kind=kind, seats=seats))
    closes = session_deadlines.registration_closes(dialogue_session, work.now)
    if closes is not None:
        lines.append(_spoken_when(work, language, "loudspeaker-deadline", closes))
    return tuple(lines)


def spoken_phone(work: Work, language: str, phone: str) -> str:
    """A phone number digit by digit, with a breath where it was written apart.

    "0912 345 678" is "không chín một hai, ba bốn năm, sáu bảy tám"; one that stands together is
    parted as mobile numbers are: four, three, three.
    """
    groups = re.findall(r"\d+", re.sub(r"^\s*\+\s*84[\s.()-]*(?:0)?", "0", phone))
    if len(groups) == 1:
        (together,) = groups
        groups = [together[:4], *(together[at : at + 3] for at in range(4, len(together), 3))]
    elif len(groups) > 1 and groups[0] == "0":
        groups[:2] = ["0" + groups[1]]
    return ", ".join(
        " ".join(_say(work, language, f"digit-{digit}") for digit in group) for group in groups
    )


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


async def register_line(
    work: Work, dialogue_session: DialogueSession, language: str, *, typed: bool = True
) -> str:
    """How to register and until when; that it is over, where it is.

    *typed*: a word typed to us is a way to register, beside the village head.
    """
    kind = _kind(await invited_villages(work, dialogue_session))
    head = head_word(work, language, kind)
    if session_deadlines.standing(dialogue_session, work.now) in _CLOSED:
        return _say(work, language, "notice-register-closed", head=head)
    params: dict[str, Any] = {"kind": kind, "head": head}
    key = "notice-register" if typed else "forward-register"
    seats = _seats_of_each(dialogue_session)
    if seats is not None:
        key, params["seats"] = f"{key}-seats", seats
    line = _say(work, language, key, **params)
    closes = session_deadlines.registration_closes(dialogue_session, work.now)
    if closes is None:
        return line
    moment = moment_words(closes)
    return f"{line} {_say(work, language, 'session-registration-deadline', moment=moment)}"


def _seats_of_each(dialogue_session: DialogueSession) -> int | None:
    """How many seats each village has, where all have the same."""
    seats = {quota.seats for quota in dialogue_session.quotas}
    return seats.pop() if len(seats) == 1 else None


def topic_name(work: Work, language: str, topic: str) -> str:
    """A topic in words; one that has no text yet is shown as it is named."""
    key = f"topic-{topic}"
    return _say(work, language, key) if key in work.texts.keys(language) else topic


def head_word(work: Work, language: str, kind: str) -> str:
    """How people call the head of a village of this *kind*, as units bear it ("tổ dân phố")."""
    key = "notice-head-of-group" if kind.startswith(_GROUP) else "notice-head-of-village"
    return _say(work, language, key, kind=kind)


def _kind(villages: Iterable[Unit]) -> str:
    kinds = {village.kind for village in villages}
    return kinds.pop() if len(kinds) == 1 else _COMMON


def _say(work: Work, language: str, key: str, **params: Any) -> str:
    return work.texts.render(language, key, params)


async def invited_villages(work: Work, dialogue_session: DialogueSession) -> list[Unit]:
    """Villages of a dialogue session in order of invitation."""
    found = [await work.uow.units.get(quota.village_id) for quota in dialogue_session.quotas]
    return [village for village in found if village is not None]
