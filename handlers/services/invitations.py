"""Invitation codes: an official issues one for a village head, who takes it under a name.

The code is said aloud or handed over on paper, works once within 14 days, and is kept only as a
hash. It gives nothing by itself: the role begins when an official approves the holder.
"""

from __future__ import annotations

import re
from datetime import timedelta
from hashlib import sha256

from faq.normalize import fold
from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import notices, people
from storage.models import (
    ConsentPurpose,
    Conversation,
    Invitation,
    Person,
    Role,
    RoleGrant,
    Unit,
    UnitLevel,
)

ALPHABET = "ACDEFGHKMNPQRTUVXY34679"
"""No letters or digits that look or sound alike (0/O, 1/I/L, 2/Z, 5/S, 8/B)."""
LENGTH = 8
PREFIX = "join_"
"""Before the code in a link that opens the bot."""
LONGEST_NAME = 80
_SHORTEST_NAME = 2
_PAUSE = timedelta(hours=1)


def shown(code: str) -> str:
    """A code in two groups, as it is read aloud."""
    return f"{code[: LENGTH // 2]} {code[LENGTH // 2 :]}"


def normalised(typed: str) -> str:
    """A typed code without blanks, dashes and accents, in capitals, without a link's prefix."""
    bare = fold(typed)
    bare = bare.removeprefix(PREFIX)
    return re.sub(r"[^a-z0-9]", "", bare).upper()


def _hash(code: str) -> str:
    return sha256(f"invitation:{code}".encode()).hexdigest()


async def issue(work: Work, village_id: int) -> str:
    """A new code for the head of a village; it is never shown again. Raises ``RuleError``."""
    await access.official_of(work, village_id)
    code = "".join(work.dice.choice(ALPHABET) for _ in range(LENGTH))
    made = Invitation(
        code_hash=_hash(code),
        role=Role.VILLAGE_HEAD,
        unit_id=village_id,
        issued_by_id=work.actor_id,
        issued_at=work.now,
        expires_at=work.now + timedelta(days=work.rules.invitation_days),
    )
    work.uow.people.add(made)
    await work.uow.flush()
    work.audit("invitation.issued", "invitation", made.id, unit_id=village_id)
    return code


async def issue_by_operator(work: Work, unit: Unit, role: Role) -> str:
    """A new code from whoever runs the installation: it gives *role* in *unit* when it is used.

    This is how the first official comes in: nobody could approve them.
    """
    code = "".join(work.dice.choice(ALPHABET) for _ in range(LENGTH))
    made = Invitation(
        code_hash=_hash(code),
        role=role,
        unit_id=unit.id,
        issued_at=work.now,
        expires_at=work.now + timedelta(days=work.rules.invitation_days),
    )
    work.uow.people.add(made)
    await work.uow.flush()
    work.audit("invitation.issued", "invitation", made.id, unit_id=unit.id, role=role.value)
    return code


async def check(work: Work, conversation: Conversation, typed: str) -> Unit:
    """The village of a typed code.

    Raises ``RuleError``: an unknown, used or old code (counted), or ten of those in an hour.
    """
    found = await _valid(work, conversation, typed)
    village = await work.uow.units.get(found.unit_id)
    if village is None:
        raise RuleError("join-code-wrong")
    return village


async def use(
    work: Work, conversation: Conversation, typed: str, name: str, *, consented: bool
) -> Invitation:
    """Take the code for the actor under *name*, and tell the officials.

    *consented*: the actor agreed that name, village and acts are kept; that is kept too. Raises
    ``RuleError`` without it (Law 91/2025/QH15), and for a code or a name that cannot be taken.
    """
    if not consented:
        raise RuleError("consent-missing")
    name = " ".join(name.split())
    if not _SHORTEST_NAME <= len(name) <= LONGEST_NAME:
        raise RuleError("join-name-wrong")
    found = await _valid(work, conversation, typed, lock=True)
    if work.actor is None:
        raise RuleError("not-allowed")
    await people.give_consent(work, work.actor, ConsentPurpose.HOLD_ROLE)
    found.used_by_id, found.used_at = work.actor.id, work.now
    work.actor.display_name = name
    village = await work.uow.units.get(found.unit_id)
    if village is not None and village.level is UnitLevel.VILLAGE:
        work.actor.village_id, work.actor.commune_id = village.id, village.parent_id
    elif village is not None:
        work.actor.commune_id = village.id
    work.audit("invitation.used", "invitation", found.id, unit_id=found.unit_id)
    if found.issued_by_id is None:
        _grant(work, found, work.actor)
    else:
        await _tell_officials(work, found, name, village)
    return found


def _grant(work: Work, invitation: Invitation, person: Person) -> None:
    invitation.approved_by_id, invitation.approved_at = work.actor_id, work.now
    person.roles.append(
        RoleGrant(
            person_id=person.id,
            role=invitation.role,
            unit_id=invitation.unit_id,
            granted_by_id=invitation.issued_by_id,
            granted_at=work.now,
        )
    )
    work.audit("role.granted", "person", person.id, unit_id=invitation.unit_id)


async def _valid(
    work: Work, conversation: Conversation, typed: str, *, lock: bool = False
) -> Invitation:
    since = conversation.wrong_codes_since
    if since is None or work.now - since >= _PAUSE:
        conversation.wrong_codes, conversation.wrong_codes_since = 0, None
    if conversation.wrong_codes >= work.rules.wrong_codes_per_hour:
        raise RuleError("join-paused")
    found = await work.uow.people.invitation(_hash(normalised(typed)), lock=lock)
    if found is None or found.used_at is not None or found.expires_at <= work.now:
        conversation.wrong_codes_since = conversation.wrong_codes_since or work.now
        conversation.wrong_codes += 1
        raise RuleError("join-code-wrong")
    return found


async def _tell_officials(
    work: Work, invitation: Invitation, name: str, village: Unit | None
) -> None:
    units = await work.uow.units.lineage(invitation.unit_id)
    for official in await access.officials(work, units[1:2]):
        await notices.tell(
            work,
            official,
            "invite-waiting-notice",
            {"name": name, "village": village.name if village else ""},
            purpose="invitation",
            dedupe_key=f"invitation:{invitation.id}:{official.id}",
        )
