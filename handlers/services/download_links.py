"""One-time links to files with names, and to what households sent, on our own server.

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
from storage.models import Attachment, DownloadLink, Person

ATTACHMENT = "attachment"
"""The kind of a link to a photo, recording or document of a household."""
FAQ = "faq"
"""The kind of a link to the FAQ as a workbook, and of that file in a reply."""

_TOKEN_BYTES = 32


async def create(work: Work, *, kind: str, format_: str, dialogue_session_id: int | None) -> str:
    """A new link's token for the actor, an official of the dialogue session; it is kept nowhere.

    None: the list of what belongs to no dialogue session. Raises ``RuleError``: no right, no such
    dialogue session.
    """
    if dialogue_session_id is None:
        unit_id = (await access.commune_of_official(work)).id
    else:
        unit_id = (await access.dialogue_session(work, dialogue_session_id)).unit_id
    link = DownloadLink(export_kind=kind, format=format_, dialogue_session_id=dialogue_session_id)
    return await _keep(work, link, unit_id)


async def create_for_faq(work: Work) -> str:
    """A new link's token for the actor, an official. Raises ``RuleError``."""
    commune = await access.commune_of_official(work)
    return await _keep(work, DownloadLink(export_kind=FAQ, format="xlsx"), commune.id)


async def create_for_files(work: Work, submission_id: int) -> list[tuple[Attachment, str]]:
    """Every file of a submission with the token of a new link, for the actor.

    Raises ``RuleError``: the actor is no official of its commune, no such submission.
    """
    found = await access.submission(work, submission_id)
    return [
        (
            one,
            await _keep(
                work,
                DownloadLink(export_kind=ATTACHMENT, format="", attachment_id=one.id),
                found.commune_id,
            ),
        )
        for one in await work.uow.submissions.attachments(found.id)
    ]


async def _keep(work: Work, link: DownloadLink, unit_id: int) -> str:
    if work.actor is None:
        raise RuleError("not-allowed")
    token = token_urlsafe(_TOKEN_BYTES)
    link.token_hash = _hash(token)
    link.person_id = work.actor.id
    link.created_at = work.now
    link.expires_at = work.now + timedelta(minutes=work.rules.link_minutes)
    work.uow.dialogue_sessions.add(link)
    await work.uow.flush()
    work.audit("download_link.created", "download_link", link.id, unit_id=unit_id)
    return token


async def open_link(work: Work, token: str) -> OutFile:
    """What the link of *token* leads to, without using it up.

    Raises ``RuleError`` when it is unknown, used, over, or not the person's to have any more.
    """
    link, _, _ = await _valid(work, token, lock=False)
    return _file(link)


async def use(work: Work, token: str) -> OutFile:
    """Use the link of *token* up; whoever commits this first gets the file, nobody after.

    The person it was made for becomes the actor. Raises ``RuleError`` as :func:`open_link`.
    """
    link, person, unit_id = await _valid(work, token, lock=True)
    link.used_at = work.now
    work.actor = person
    await work.uow.flush()
    details = {} if link.attachment_id is None else {"attachment_id": link.attachment_id}
    work.audit("download_link.used", "download_link", link.id, unit_id=unit_id, **details)
    return _file(link)


async def _valid(work: Work, token: str, *, lock: bool) -> tuple[DownloadLink, Person, int]:
    link = await work.uow.dialogue_sessions.link(_hash(token), lock=lock)
    if link is None or link.used_at is not None or link.expires_at <= work.now:
        raise RuleError("export-link-gone")
    person = await work.uow.people.get(link.person_id)
    unit_id = await _unit_of(work, link, person)
    if person is None or unit_id is None:
        raise RuleError("export-link-gone")
    units = await work.uow.units.lineage(unit_id)
    if not set(units) & set(access.roles_in(person, access.OFFICIAL_ROLES)):
        raise RuleError("export-link-gone")
    return link, person, unit_id


async def _unit_of(work: Work, link: DownloadLink, person: Person | None) -> int | None:
    """The unit whose officials may open the link; None when what it leads to is gone."""
    if link.attachment_id is not None:
        file = await work.uow.submissions.attachment(link.attachment_id)
        of = file.submission_id if file is not None else None
        found = await work.uow.submissions.get(of) if of is not None else None
        return found.commune_id if found is not None else None
    if link.dialogue_session_id is None:  # the FAQ, or what belongs to no dialogue session
        return next(iter(access.roles_in(person, access.OFFICIAL_ROLES)), None)
    meeting = await work.uow.dialogue_sessions.get(link.dialogue_session_id)
    return meeting.unit_id if meeting is not None else None


def _file(link: DownloadLink) -> OutFile:
    if link.attachment_id is not None:
        return OutFile("", ATTACHMENT, "", {"attachment_id": link.attachment_id}, public=False)
    params = {"dialogue_session_id": link.dialogue_session_id, "person_id": link.person_id}
    return OutFile("", link.export_kind, link.format, params, public=False)


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()
