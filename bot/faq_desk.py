"""Looking after the FAQ by command: what the officials' chat does, through the same services.

Every function acts for an official, gives lines to print, and raises ``FaqCommandError`` and
``RuleError``; nothing is changed then.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from bot import export_command, faq_shelf
from bot.config import Settings
from bot.faq_command import FaqCommandError, acting, acting_in
from bot.files import FileKeeper, FileRefused
from handlers.context import Work
from handlers.errors import RuleError
from handlers.flow import Say, say
from handlers.messages import File
from handlers.services import (
    faq_changes,
    faq_entries,
    faq_facts,
    faq_parts,
    faq_states,
    law_facts,
    legal_documents,
)
from handlers.services.faq_changes import ChangedMeanwhile, Saved
from handlers.services.faq_ended import Settled
from handlers.services.faq_entries import Line, View
from handlers.services.legal_documents import Preview
from storage.models import FaqReview

Change = Callable[[Work, View], Awaitable[Saved]]
"""Changes an entry as it was seen."""
Seen = tuple[str, int]
"""The entry that was shown, and its revision."""

_LANGUAGE = "vi"
_EVERY = 1_000_000
_PIECE = 64 * 1024


# -- reading ------------------------------------------------------------------------------------


async def listed(
    settings: Settings, name: str, topic: str | None, review: FaqReview | None
) -> list[str]:
    """A line for each entry that is told in the official's commune."""
    async with acting(settings, name) as work:
        reviews = None if review is None else (review,)
        found = await faq_entries.listed(work, topic=topic, reviews=reviews, limit=_EVERY)
        return _lines(work, found)


async def searched(settings: Settings, name: str, text: str) -> list[str]:
    """The likeliest first, as the chat finds them."""
    async with export_command.opened(settings) as parts:
        book = await faq_shelf.load(parts.storage, settings.data_dir / "cache")
        async with acting_in(parts, name, book) as work:
            return _lines(work, await faq_entries.search(work, text))


async def shown(settings: Settings, name: str, entry_id: str) -> tuple[list[str], Seen]:
    """The whole of an entry, as it is told in the official's commune."""
    async with acting(settings, name) as work:
        view = await _view(work, entry_id)
        return _words(work, await faq_facts.everything(work, _LANGUAGE, view)), _seen(view)


async def to_look_at(settings: Settings, name: str, entry_id: str) -> tuple[list[str], Seen]:
    """The entry, and what is to be looked at before somebody stands behind it."""
    async with acting(settings, name) as work:
        view = await _view(work, entry_id)
        says = await faq_facts.everything(work, _LANGUAGE, view)
        unsure = faq_facts.unsure(work, _LANGUAGE, view.entry)
        if unsure:
            says.append(say("faq-review-unsure", lines="\n".join(f"– {one}" for one in unsure)))
        return _words(work, says), _seen(view)


def _lines(work: Work, found: Iterable[Line]) -> list[str]:
    return [
        _say(
            work,
            say(
                "cli-faq-line",
                id=line.record.id,
                line=_say(
                    work,
                    say(f"faq-line-{line.record.review.value}", question=line.entry.question),
                ),
            ),
        )
        for line in found
    ]


async def _view(work: Work, entry_id: str) -> View:
    return await faq_entries.view(work, await faq_entries.nearest(work, entry_id))


def _seen(view: View) -> Seen:
    return view.record.id, view.record.revision


def _words(work: Work, says: Iterable[Say]) -> list[str]:
    return [_say(work, one) for one in says]


def _say(work: Work, one: Say) -> str:
    return work.texts.render(_LANGUAGE, one.key, one.params)


# -- changing -----------------------------------------------------------------------------------


async def changed(
    settings: Settings, name: str, entry_id: str, change: Change, seen: Seen | None = None
) -> list[str]:
    """Carry out *change*; how the entry stands then, and what in its words is hard to read.

    Raises ``RuleError`` also when it is no longer the entry that was *seen*.
    """
    async with export_command.opened(settings) as parts:
        # What a change drops goes with it: a recording of other words.
        FileKeeper(settings).connect(parts.storage, parts.clock, None)
        async with acting_in(parts, name) as work:
            before = await _view(work, entry_id)
            if seen is not None and seen != _seen(before):
                raise ChangedMeanwhile(before.record.revision)
            saved = await change(work, before)
            view = await faq_entries.view(work, saved.entry_id)
            says = [say("faq-saved")]
            if saved.entry_id != before.record.id:
                says.append(say("faq-saved-copy"))
            rules = dict.fromkeys(one.rule for one in saved.advice)
            advice = "\n".join(f"– {_say(work, say(f'faq-advice-{rule}'))}" for rule in rules)
            if advice:
                says.append(say("faq-advice", lines=advice))
            says.append(await faq_facts.state(work, _LANGUAGE, view))
            lines = _words(work, says)
            await work.uow.commit()
    return lines


def edit(parts: Mapping[str, str | None]) -> Change:
    """New words for *parts* (names of ``faq_parts``); None takes a part away."""

    async def change(work: Work, view: View) -> Saved:
        content = dict(view.revisions[0].content)
        for part, words in parts.items():
            most = faq_parts.longest(part)
            if words is not None and not 0 < len(words) <= most:
                raise RuleError("faq-text-wrong", most=most)
            content = faq_parts.put(content, part, words)
        return await faq_changes.edit(work, view.record.id, content, view.record.revision)

    return change


def review(settled: Settled = MappingProxyType({})) -> Change:
    """The official stands behind the words, from today; *settled* as in ``faq_states.review``."""

    async def change(work: Work, view: View) -> Saved:
        record = view.record
        return await faq_states.review(work, record.id, record.revision, settled=settled)

    return change


async def expire(work: Work, view: View) -> Saved:
    """The answer no longer holds."""
    return await faq_states.expire(work, view.record.id, view.record.revision)


def scope(prefix: str | None) -> Change:
    """It holds in the unit with *prefix* and below it; everywhere with None."""

    async def change(work: Work, view: View) -> Saved:
        unit = await work.uow.units.by_prefix(prefix) if prefix is not None else None
        if prefix is not None and unit is None:
            raise FaqCommandError("cli-unknown-unit", {"prefix": prefix})
        unit_id = unit.id if unit else None
        return await faq_states.set_scope(work, view.record.id, view.record.revision, unit_id)

    return change


async def recorded(settings: Settings, name: str, entry_id: str, path: Path | None) -> list[str]:
    """The file in *path* is the recording of the answer; with None it has none any more.

    Raises also ``OSError``.
    """
    file = None if path is None else await _kept(settings, name, path)

    async def change(work: Work, view: View) -> Saved:
        return await faq_states.set_audio(work, view.record.id, view.record.revision, file)

    try:
        return await changed(settings, name, entry_id, change)
    except (RuleError, FaqCommandError):
        if file is not None:
            await FileKeeper(settings).delete(file.storage_key)
        raise


async def _kept(settings: Settings, name: str, path: Path) -> File:
    """The bytes of *path* among the private files, as if the official had sent them."""
    async with export_command.opened(settings) as parts:
        async with acting_in(parts, name) as work:
            accounts = await work.uow.people.all_addresses(work.actor_id or 0)
        if not accounts:
            raise FaqCommandError("cli-faq-no-account", {"name": name})
        keeper = FileKeeper(settings)
        keeper.connect(parts.storage, parts.clock, None)
        account = accounts[0]
        try:
            return await keeper.keep(account.channel, account.address, chunks=_pieces(path))
        except FileRefused as refused:
            raise FaqCommandError("faq-no-recording", {}) from refused


async def _pieces(path: Path) -> AsyncIterator[bytes]:
    with path.open("rb") as opened:
        while piece := opened.read(_PIECE):
            yield piece


# -- legal documents ----------------------------------------------------------------------------


async def laws(settings: Settings, name: str, text: str) -> list[str]:
    """A line for each document of the register, or for those that *text* names."""
    async with acting(settings, name) as work:
        found = await (legal_documents.search(work, text) if text else legal_documents.listed(work))
        rows = sorted(found, key=lambda row: row.id)
        return [
            _say(work, say("cli-faq-line", id=row.id, line=law_facts.named(work, _LANGUAGE, row)))
            for row in rows
        ]


async def law(settings: Settings, name: str, document_id: str) -> list[str]:
    """A document with its dates, and the entries that rest on it."""
    async with acting(settings, name) as work:
        return await _law(work, document_id)


async def _law(work: Work, document_id: str) -> list[str]:
    row = await legal_documents.view(work, document_id)
    resting = await faq_entries.of_ids(work, await legal_documents.resting(work, document_id))
    says = await law_facts.facts(work, _LANGUAGE, row)
    says.append(say("law-view-resting", count=len(resting)))
    return [*_words(work, says), *_lines(work, resting)]


async def end_of_law(
    settings: Settings, name: str, document_id: str, day: date, replaced_by: str | None
) -> tuple[list[str], Preview]:
    """What it would mean to mark the end; nothing is changed but that this was seen."""
    async with acting(settings, name) as work:
        preview = await legal_documents.preview(work, document_id, day)
        row = await legal_documents.view(work, document_id)
        lines = _words(work, await law_facts.end_of(work, row, day, replaced_by, preview))
        await work.uow.commit()
    return lines, preview


async def end_law(
    settings: Settings,
    name: str,
    document_id: str,
    day: date,
    replaced_by: str | None,
    seen: Preview | None = None,
) -> list[str]:
    """The document is in force up to *day*, perhaps because another one replaces it.

    Raises ``RuleError`` also when it would mean something else than was *seen*.
    """
    async with acting(settings, name) as work:
        ended = await legal_documents.mark_ended(
            work, document_id, day, replaced_by=replaced_by, seen=seen
        )
        key = "law-ended-now" if ended.now else "law-ended"
        lines = [_say(work, say(key, count=len(ended.now))), *await _law(work, document_id)]
        await work.uow.commit()
    return lines


async def take_law_back(settings: Settings, name: str, document_id: str) -> list[str]:
    """The mark of an end was wrong."""
    async with acting(settings, name) as work:
        back = await legal_documents.take_back(work, document_id)
        says = [say("law-taken-back", count=len(back.again))]
        moved = await faq_entries.of_ids(work, back.moved)
        if moved:
            names = "\n".join(f"– {line.entry.question}" for line in moved)
            says.append(say("law-taken-back-moved", count=len(moved), lines=names))
        lines = [*_words(work, says), *await _law(work, document_id)]
        await work.uow.commit()
    return lines
