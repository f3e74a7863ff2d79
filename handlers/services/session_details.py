"""What an official writes down about a dialogue session besides date, place and seats.

None of it is needed; what is missing is said to be so when a household asks, and the question goes
to the officials.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services.session_plans import LONGEST
from storage.models import DialogueSession, PovertyStatus, SessionState

INVITED: Final = "invited"
WORDS: Mapping[str, str] = {
    "proxy": "proxy_rule",
    "languages": "languages",
    "responders": "responders",
    "results": "results_published_at",
    "contact": "contact",
    "bring": "bring_items",
    "allowance": "attendee_allowance",
}
"""Details in free words, and where they are kept; each is told as ``meeting-<name>``."""


_LEADS = {
    "bring": re.compile(
        r"(?:(?:bà con|ba con|xin|nhớ|nho|cần|can|phải|phai|hãy|nhờ) )*"
        r"(?:(?:mang|đem|dem|cầm|cam) theo|mang|đem|dem|cầm)\s+(?!theo$)(?=\S)",
        re.IGNORECASE,
    ),
    "allowance": re.compile(
        r"(?:(?:xã|xa|sẽ|se|được|duoc) )*(?:hỗ trợ|ho tro|nhận|nhan|được|duoc)\s+(?=\S)",
        re.IGNORECASE,
    ),
}
"""What the notice says before a detail itself: "Bà con nhớ mang theo …"."""


def bare(name: str, text: str) -> str:
    """*text* of the detail *name* without the words that are said before it anyway."""
    lead = _LEADS[name].match(text) if name in _LEADS else None
    return text[lead.end() :] if lead else text


def is_known(meeting: DialogueSession, name: str) -> bool:
    """Whether somebody wrote the detail *name* down."""
    return bool(meeting.invited_groups if name == INVITED else getattr(meeting, WORDS[name]))


async def set_words(
    work: Work, dialogue_session_id: int, name: str, text: str | None
) -> DialogueSession:
    """Keep a detail in words; None takes it away. Also after the meeting: results come later.

    Raises ``RuleError``: too long, a cancelled session.
    """
    text = " ".join((text or "").split()).rstrip(".")
    if len(text) > LONGEST:
        raise RuleError("session-text-too-long", most=LONGEST)
    found = await _open(work, dialogue_session_id)
    setattr(found, WORDS[name], text or None)
    _note(work, found, name)
    return found


async def set_invited(
    work: Work, dialogue_session_id: int, groups: Collection[PovertyStatus]
) -> DialogueSession:
    """Keep which groups are invited; none means that it is not said. Raises ``RuleError``."""
    found = await _open(work, dialogue_session_id)
    found.invited_groups = [one.value for one in PovertyStatus if one in groups]
    _note(work, found, INVITED)
    return found


async def _open(work: Work, dialogue_session_id: int) -> DialogueSession:
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    if found.state is SessionState.CANCELLED:
        raise RuleError("session-wrong-state")
    return found


def _note(work: Work, meeting: DialogueSession, name: str) -> None:
    work.audit(
        "dialogue_session.detail_changed",
        "dialogue_session",
        meeting.id,
        unit_id=meeting.unit_id,
        detail=name,
    )
