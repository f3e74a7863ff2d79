"""How households ask for an entry: which wordings fit beside the others, and taking one away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from faq.alias_lint import LONGEST, alike_across, too_alike
from faq.guards import screen
from handlers.context import Work
from handlers.errors import RuleError
from handlers.parsing import key
from handlers.services import faq_changes, faq_places
from handlers.services.faq_changes import Opened, Saved
from handlers.services.faq_places import Places
from handlers.services.masking import Mask
from storage.models import FaqOrigin, FaqRecord

_FEWEST_WORDS = 2
_NEW = "new"
_SIGN = "…"


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


async def mask_of(work: Work, unit_id: int) -> Callable[[str], str]:
    """What takes people of a unit out of a wording."""
    names = await work.uow.queries.known_names(None, unit_id)
    mask = Mask(names, name_sign=_SIGN, number_sign=_SIGN, withheld_sign=_SIGN)
    return lambda text: " ".join(mask(text).split())


async def refuse_unfit(work: Work, opened: Opened, text: str) -> None:
    """Check that *text* helps to find the entry, and that no other entry is found by it.

    Raises ``RuleError`` naming the wording that is in the way.
    """
    own = too_alike(text, asked(opened.content))
    if own is not None:
        raise RuleError("faq-alias-alike", wording=own)
    rows = {record.id: (record, revision) for record, revision in await work.uow.faq.current()}
    places = await _with_new(work, opened, [record for record, _ in rows.values()])
    texts = [(_NEW, text)]
    for entry_id, (_, revision) in rows.items():
        texts += [(entry_id, one) for one in asked(revision.content)]
    found = await asyncio.to_thread(elsewhere, texts, places, {0})
    if found:
        other = texts[found[0]][0]
        question = rows[other][1].content["question"]
        raise RuleError("faq-alias-elsewhere", question=question, entry=other)


def elsewhere(
    texts: Sequence[tuple[str, str]], places: Places, fresh: Collection[int]
) -> dict[int, int]:
    """New wordings by which another entry would be found that is told in the same place.

    *texts* are all wordings, with the id of the entry; *fresh* the places of the new ones in them.
    For each the place of a wording of the other entry. Takes CPU time: call it in a thread.
    """
    found: dict[int, int] = {}
    for one, other in alike_across(texts, places.meet, fresh):
        found.setdefault(one, other)
    return found


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


async def _with_new(work: Work, opened: Opened, records: Sequence[FaqRecord]) -> Places:
    """Places of *records*, and as ``_NEW`` of the entry as it will be, perhaps as a copy."""
    record = opened.record
    unit_id = opened.copy_for if opened.copy_for is not None else record.unit_id
    also = [] if unit_id is None else [unit_id]
    places = await faq_places.of_records(work.uow, work.texts, records, also)
    return places.among({**places.where, _NEW: (unit_id, record.copy_of or record.id)})
