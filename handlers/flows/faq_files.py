"""Officials take the FAQ out as a workbook, edit it, and send it back.

What the file would change is shown first; then all of it is taken in, or nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from handlers.context import Turn
from handlers.errors import RuleError
from handlers.exports import faq_workbook, xlsx
from handlers.flow import OFFICIALS, Flow, Outcome, Say, ask, ask_again, choose, done, option, say
from handlers.messages import File, OutFile
from handlers.services import download_links, faq_import, faq_import_words, faq_reading
from handlers.services.faq_import_plan import Plan
from handlers.services.faq_reading import Problem
from handlers.texts import Texts

_SHOWN = 5
"""Mistakes that are named in the chat; a file names all of them where there are more."""
_LISTED = 5

exporting = Flow(
    "faq_export",
    roles=OFFICIALS,
    triggers=("xuat bo cau hoi", "xuat bo cau hoi chinh sach"),
    interruptible=False,
)
importing = Flow(
    "faq_import",
    roles=OFFICIALS,
    triggers=("nhap bo cau hoi", "nhap bo cau hoi chinh sach"),
    interruptible=False,
)


@exporting.entry
async def export(turn: Turn) -> Outcome:
    """The workbook, or a link to it where the channel's servers are elsewhere: it names who
    reviewed."""
    rules = turn.work.rules
    if turn.work.door.foreign:
        token = await download_links.create_for_faq(turn.work)
        url = f"{rules.public_url}/t/{token}"
        return done("faq-file-link", url=url, minutes=rules.link_minutes, menu=True)
    name = await faq_workbook.file_name(turn.work)
    params = {"person_id": turn.person.id}
    file = OutFile(name, download_links.FAQ, "xlsx", params, public=False)
    return done(Say("faq-file-ready", {}, (file,)), menu=True)


@importing.entry
async def begin(turn: Turn) -> Outcome:
    """Ask for the workbook."""
    if turn.work.read_file is None:
        return done("faq-import-elsewhere", menu=True)
    return _ask()


def _ask(*says: Say) -> Outcome:
    return ask(
        "workbook", "faq-import-ask", option("stop", "faq-import-stop"), documents=True, says=says
    )


@importing.step
async def workbook(turn: Turn) -> Outcome:
    """Read the file and show what it would change, or what is wrong with it."""
    if turn.choice == "stop":
        return done("faq-import-stopped", menu=True)
    sent = [file for file in turn.files if file.content_type == xlsx.CONTENT_TYPE]
    if not sent:
        return ask_again("faq-import-no-file")
    return await _look(turn, sent[0])


async def _look(turn: Turn, file: File) -> Outcome:
    try:
        plan = await _plan(turn, file)
    except RuleError as refused:
        return _ask(Say(refused.key, refused.params))
    if plan.problems:
        return _ask(*_problems(turn, plan))
    if not plan.changes:
        return done("faq-import-nothing", menu=True)
    turn.data["file"] = file.to_json()
    return choose(
        "sure",
        "faq-import-sure",
        option("yes", "faq-import-yes"),
        option("no", "faq-import-no"),
        says=_preview(turn, plan),
    )


@importing.step
async def sure(turn: Turn) -> Outcome:
    """Take the file in, if everything is still as it was shown."""
    file = File(**turn.data.pop("file"))
    turn.work.uow.drop_file(file.storage_key)
    if turn.choice != "yes":
        return done("faq-import-stopped", menu=True)
    try:
        plan = await _plan(turn, file)
    except RuleError as refused:
        return _ask(Say(refused.key, refused.params))
    if plan.problems:
        return _ask(*_problems(turn, plan))
    count = await faq_import.carry_out(turn.work, plan)
    return done("faq-import-done", count=count, menu=True)


async def _plan(turn: Turn, file: File) -> Plan:
    """What the file comes to. Raises ``RuleError``."""
    if turn.work.read_file is None:
        raise RuleError("faq-file-unreadable")
    try:
        content = await turn.work.read_file(file.storage_key)
    except OSError as gone:
        raise RuleError("faq-file-unreadable") from gone
    edited = await asyncio.to_thread(faq_reading.read, content, turn.work.texts)
    return await faq_import.plan(turn.work, edited)


def _problems(turn: Turn, plan: Plan) -> tuple[Say, ...]:
    files = turn.work.door.files
    return named(turn.work.texts, plan.problems, turn.person.language, with_file=files)


def named(
    texts: Texts, problems: Sequence[Problem], language: str, *, with_file: bool
) -> tuple[Say, ...]:
    """The first mistakes, and how many more there are; *with_file*: in a file that names them."""
    lines = [faq_import_words.problem(texts, one, language) for one in problems[:_SHOWN]]
    told = (
        say("faq-import-problems", count=len(problems)),
        *(say("faq-import-line", line=line) for line in lines),
    )
    more = len(problems) - len(lines)
    if not more:
        return told
    if not with_file:
        return (*told, say("faq-import-more-problems", count=more))
    listed = (faq_import_words.faults(texts, problems, language),)
    unlisted = len(problems) - faq_import_words.MOST_FAULTS
    if unlisted > 0:
        params = {"count": more, "most": faq_import_words.MOST_FAULTS, "left": unlisted}
        return (*told, Say("faq-import-more-problems-part", params, listed))
    return (*told, Say("faq-import-more-problems-file", {"count": more}, listed))


def _preview(turn: Turn, plan: Plan) -> tuple[Say, ...]:
    texts, language = turn.work.texts, turn.person.language
    lines = [faq_import_words.change(texts, one, language) for one in plan.changes[:_LISTED]]
    more = len(plan.changes) - len(lines)
    if more:
        lines.append(turn.say("faq-import-more", {"count": more}))
    return (
        say("faq-import-read", counts=faq_import_words.counts(texts, plan, language)),
        say("faq-import-line", line="\n".join(lines)),
        *(
            say("faq-import-line", line=line)
            for line in faq_import_words.remarks(texts, plan, language)
        ),
    )
