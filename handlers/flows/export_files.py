"""An official takes a list out: which dialogue session, which list, which kind of file.

Where the channel's servers are our own, the reply carries the file. Through servers elsewhere a
file with names never goes; a link to our own server that works once goes instead.
"""

from __future__ import annotations

from handlers import access, which_session
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.exports.base import Export, Scope
from handlers.exports.registry import by_id, offered_to
from handlers.flow import OFFICIALS, Flow, Outcome, Say, ask_again, choose, done, option
from handlers.messages import OutFile
from handlers.services import adoption, download_links
from handlers.which_session import WhichSession

flow = Flow(
    "export_files",
    roles=OFFICIALS,
    triggers=("xuat danh sach", "xuat file", "xuat tep", "lay danh sach", "tai danh sach"),
    interruptible=False,
)


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Settle the dialogue session, then ask which list."""
    return await which.start(turn)


async def _ask_kind(turn: Turn) -> Outcome:
    scope = await _scope(turn)
    offered = [one for one in offered_to(turn.roles) if scope.meeting or not one.of_session]
    return choose("kind", "export-ask-kind", *(option(one.id, one.label) for one in offered))


async def _has_loose(turn: Turn) -> bool:
    commune = await access.commune_of_official(turn.work)
    return await turn.work.uow.submissions.count(adoption.of_none(commune.id)) > 0


which = WhichSession(flow, _ask_kind, question="export-which", or_none=_has_loose)


async def _scope(turn: Turn) -> Scope:
    """What was settled; the right to it is checked again. Raises ``RuleError``."""
    if turn.data["dialogue_session"] is None:
        return Scope((await access.commune_of_official(turn.work)).id, None)
    meeting = await which_session.chosen(turn)
    return Scope(meeting.unit_id, meeting)


@flow.step
async def kind(turn: Turn) -> Outcome:
    """The chosen list; one that would be empty is not made."""
    export = by_id().get(turn.choice or "")
    if export is None or not export.roles & turn.roles:
        return ask_again()
    if await export.count(turn.work, await _scope(turn)) == 0:
        return done(export.nothing, menu=True)
    turn.data["kind"] = export.id
    if len(export.formats) == 1:
        return await _deliver(turn, export, export.formats[0])
    options = (option(one, f"export-format-{one}") for one in export.formats)
    return choose("format_", "export-ask-format", *options)


@flow.step
async def format_(turn: Turn) -> Outcome:
    """The chosen kind of file."""
    export = by_id().get(turn.data["kind"])
    if export is None or turn.choice not in export.formats:
        return ask_again()
    return await _deliver(turn, export, turn.choice)


async def _deliver(turn: Turn, export: Export, format_: str) -> Outcome:
    scope, number = await _scope(turn), turn.data["dialogue_session"]
    door = turn.work.door
    if door.foreign and not (export.public and door.files):
        token = await download_links.create(
            turn.work, kind=export.id, format_=format_, dialogue_session_id=number
        )
        url = f"{turn.work.rules.public_url}/t/{token}"
        return done("export-link", url=url, minutes=turn.work.rules.link_minutes, menu=True)
    commune = await turn.work.uow.units.get(scope.commune_id)
    if commune is None:
        raise RuleError("not-found")
    name = export.file_name(turn.work.texts, commune, scope, format_)
    params = {"dialogue_session_id": number, "person_id": turn.person.id}
    file = OutFile(name, export.id, format_, params, export.public)
    key = "export-ready-public" if export.public else "export-ready-names"
    return done(Say(key, {"label": turn.say(export.label)}, (file,)), menu=True)
