"""An official takes a list out: which dialogue session, which list, which kind of file.

Where the channel's servers are our own, the reply carries the file. Through servers elsewhere a
file with names never goes; a link to our own server that works once goes instead.
"""

from __future__ import annotations

from handlers import access
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.exports.base import Export
from handlers.exports.registry import by_id, offered_to
from handlers.flow import OFFICIALS, Flow, Outcome, Say, ask_again, choose, done, option
from handlers.messages import OutFile
from handlers.services import download_links
from handlers.texts import moment_words
from storage.models import DialogueSession

flow = Flow(
    "export_files",
    roles=OFFICIALS,
    triggers=("xuat danh sach", "xuat file", "xuat tep", "lay danh sach", "tai danh sach"),
    interruptible=False,
)


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Choose the dialogue session, unless there is only one."""
    commune = await access.commune_of_official(turn.work)
    found = await turn.work.uow.dialogue_sessions.of_commune(commune.id)
    if not found:
        return done("session-none")
    if len(found) == 1:
        return _ask_kind(turn, found[0])
    return choose(
        "which",
        "export-which",
        *(option(str(one.id), label=_line(turn, one)) for one in found),
    )


@flow.step
async def which(turn: Turn) -> Outcome:
    """The chosen dialogue session."""
    if turn.choice is None:
        return ask_again()
    return _ask_kind(turn, await access.dialogue_session(turn.work, int(turn.choice)))


def _ask_kind(turn: Turn, meeting: DialogueSession) -> Outcome:
    turn.data["dialogue_session"] = meeting.id
    offered = offered_to(turn.roles)
    return choose("kind", "export-ask-kind", *(option(one.id, one.label) for one in offered))


@flow.step
async def kind(turn: Turn) -> Outcome:
    """The chosen list; one that would be empty is not made."""
    export = by_id().get(turn.choice or "")
    if export is None or not export.roles & turn.roles:
        return ask_again()
    meeting = await access.dialogue_session(turn.work, turn.data["dialogue_session"])
    if await export.count(turn.work, meeting) == 0:
        return done("export-nothing", menu=True)
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
    meeting = await access.dialogue_session(turn.work, turn.data["dialogue_session"])
    door = turn.work.door
    if door.foreign and not (export.public and door.files):
        token = await download_links.create(
            turn.work, kind=export.id, format_=format_, dialogue_session_id=meeting.id
        )
        url = f"{turn.work.rules.public_url}/t/{token}"
        return done("export-link", url=url, minutes=turn.work.rules.link_minutes, menu=True)
    commune = await turn.work.uow.units.get(meeting.unit_id)
    if commune is None:
        raise RuleError("not-found")
    name = export.file_name(turn.work.texts, commune, meeting, format_)
    params = {"dialogue_session_id": meeting.id, "person_id": turn.person.id}
    file = OutFile(name, export.id, format_, params, export.public)
    key = "export-ready-public" if export.public else "export-ready-names"
    return done(Say(key, {"label": turn.say(export.label)}, (file,)), menu=True)


def _line(turn: Turn, one: DialogueSession) -> str:
    when = moment_words(one.starts_at) if one.starts_at else turn.say("session-no-date")
    params = {"moment": when, "venue": one.venue or turn.say("session-no-venue")}
    state = turn.say(f"session-state-{one.state.value}")
    return turn.say("session-choice", {"line": turn.say("session-line", params), "state": state})
