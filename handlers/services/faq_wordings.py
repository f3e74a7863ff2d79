"""How households ask for an entry: which wordings fit beside the others, and taking one away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from faq.alias_lint import LONGEST, also_fits, too_alike
from faq.guards import screen
from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.parsing import key
from handlers.services import faq_changes
from handlers.services.faq_changes import Opened, Saved
from storage.models import FaqOrigin, FaqRecord

_FEWEST_WORDS = 2


def asked(content: Mapping[str, Any]) -> list[str]:
    """The question of an entry and every wording of it."""
    return [str(content.get("question", "")), *_aliases(content)]


def refuse_unusable(text: str) -> None:
    """Check that *text* can be a wording at all: its length, and that no guard knows it.

    Raises ``RuleError``.
    """
    if len(text) > LONGEST or len(key(text).split()) < _FEWEST_WORDS:
        raise RuleError("faq-proposal-wrong")
    if screen(text) is not None:
        raise RuleError("faq-proposal-refused")


async def refuse_unfit(work: Work, opened: Opened, text: str) -> None:
    """Check that *text* helps to find the entry, and that no other entry is found by it.

    Raises ``RuleError`` naming the wording that is in the way.
    """
    own = too_alike(text, asked(opened.content))
    if own is not None:
        raise RuleError("faq-alias-alike", wording=own)
    for record, content in await _others(work, opened.record):
        if also_fits(text, asked(content)) is not None:
            raise RuleError("faq-alias-elsewhere", question=content["question"], entry=record.id)


async def remove(work: Work, entry_id: str, text: str, expected_revision: int) -> Saved:
    """The entry is no longer found by the wording *text*. Raises ``RuleError``."""
    opened = await faq_changes.open_for_change(work, entry_id, expected_revision)
    if text not in _aliases(opened.content):
        raise RuleError("not-found")
    aliases = {
        kind: [one for one in texts if one != text]
        for kind, texts in opened.content["aliases"].items()
    }
    kept = {kind: texts for kind, texts in aliases.items() if texts}
    content = {name: part for name, part in opened.content.items() if name != "aliases"}
    record = await faq_changes.own(work, opened)
    content |= {"aliases": kept} if kept else {}
    await faq_changes.revise(work, record, content, FaqOrigin.EDIT)
    return await faq_changes.saved(work, record, "faq.wording_removed")


def _aliases(content: Mapping[str, Any]) -> Iterator[str]:
    for texts in content.get("aliases", {}).values():
        yield from texts


async def _others(work: Work, record: FaqRecord) -> list[tuple[FaqRecord, Mapping[str, Any]]]:
    """Entries told in the actor's commune, but *record*, what it is a copy of, and its copies."""
    units = set(await work.uow.units.lineage((await access.commune_of_official(work)).id))
    family = {record.id, record.copy_of or record.id}
    return [
        (one, revision.content)
        for one, revision in await work.uow.faq.current()
        if one.unit_id is None or one.unit_id in units
        if not {one.id, one.copy_of or one.id} & family
    ]
