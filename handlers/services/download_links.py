"""One-time links to files with names, for people who talk to us through servers elsewhere.

Only the hash of a token is kept. A link works once, for minutes, and only while the person it was
made for may still have the file.
"""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.messages import OutFile
from storage.models import DownloadLink, Person

_TOKEN_BYTES = 32


async def create(work: Work, *, kind: str, format_: str, dialogue_session_id: int) -> str:
    """A new link's token for the actor, an official of the dialogue session; it is kept nowhere.

    Raises ``RuleError``: no right, no such dialogue session.
    """
    meeting = await access.dialogue_session(work, dialogue_session_id)
    if work.actor is None:
        raise RuleError("not-allowed")
    token = token_urlsafe(_TOKEN_BYTES)
    link = DownloadLink(
        token_hash=_hash(token),
        person_id=work.actor.id,
        export_kind=kind,
        format=format_,
        dialogue_session_id=meeting.id,
        created_at=work.now,
        expires_at=work.now + timedelta(minutes=work.rules.link_minutes),
    )
    work.uow.dialogue_sessions.add(link)
    await work.uow.flush()
    work.audit("download_link.created", "download_link", link.id, unit_id=meeting.unit_id)
    return token


async def open_link(work: Work, token: str) -> OutFile:
    """What the link of *token* leads to, without using it up.

    Raises ``RuleError`` when it is unknown, used, over, or not the person's to have any more.
    """
    link, _ = await _valid(work, token, lock=False)
    return _file(link)


async def use(work: Work, token: str) -> OutFile:
    """Use the link of *token* up; whoever commits this first gets the file, nobody after.

    The person it was made for becomes the actor. Raises ``RuleError`` as :func:`open_link`.
    """
    link, person = await _valid(work, token, lock=True)
    link.used_at = work.now
    work.actor = person
    await work.uow.flush()
    work.audit("download_link.used", "download_link", link.id)
    return _file(link)


async def _valid(work: Work, token: str, *, lock: bool) -> tuple[DownloadLink, Person]:
    link = await work.uow.dialogue_sessions.link(_hash(token), lock=lock)
    if link is None or link.used_at is not None or link.expires_at <= work.now:
        raise RuleError("export-link-gone")
    person = await work.uow.people.get(link.person_id)
    meeting = await work.uow.dialogue_sessions.get(link.dialogue_session_id)
    if person is None or meeting is None:
        raise RuleError("export-link-gone")
    units = await work.uow.units.lineage(meeting.unit_id)
    if not set(units) & set(access.roles_in(person, access.OFFICIAL_ROLES)):
        raise RuleError("export-link-gone")
    return link, person


def _file(link: DownloadLink) -> OutFile:
    params = {"dialogue_session_id": link.dialogue_session_id, "person_id": link.person_id}
    return OutFile("", link.export_kind, link.format, params, public=False)


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()
