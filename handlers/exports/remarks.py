"""What lists of submissions say of who asked, and beside a line."""

from __future__ import annotations

from handlers.exports.base import Source
from handlers.services import codes
from handlers.texts import local
from storage.queries import SubmissionRow


def asker_of(source: Source, row: SubmissionRow) -> str:
    """Who asked, and of which household."""
    say = source.say
    if row.anonymous:
        return say("export-anonymous")
    name = row.asker_name or say("export-no-name")
    if row.household_head and row.household_head != row.asker_name:
        return say("export-asker-of-household", name=name, head=row.household_head)
    return name


def note_of(source: Source, row: SubmissionRow, *, public: bool = False) -> str:
    """What else is to be known of a line; how sure its field is matters to officials only."""
    say = source.say
    notes = []
    if row.topic_guessed and not public:
        notes.append(say("export-note-topic-guessed"))
    if row.group_code:
        notes.append(say("export-note-duplicate", code=codes.shown(row.group_code)))
    if row.answer is not None and row.answer.replaces is not None:
        day = f"{local(row.answer.replaces):%d/%m/%Y}"
        notes.append(say("export-note-corrected", day=day))
    if row.late:
        notes.append(say("export-note-late"))
    if row.on_behalf:
        notes.append(say("export-note-on-behalf"))
    if row.files:
        notes.append(say("export-note-files", count=row.files))
    return "\n".join(notes)
