"""Short and general messages get no answer to something else: `tests/data/faq_general`.

A line is `id id … | message`: the entries whose answer is right for everybody who may write that,
or `-` where none is and a choice or an official must get it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from faq.knowledge import Knowledge
from faq.matcher import Matcher

FOLDER = Path(__file__).parents[2] / "data" / "faq_general"
FILES = sorted(FOLDER.glob("*.txt"))
_NONE = "-"
_OFFERED = 3


def _asked(file: Path) -> Iterator[tuple[frozenset[str], str]]:
    """Give the entries that a line of a file allows, and its message."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            ids, message = line.split("|")
            yield frozenset(ids.split()) - {_NONE}, message.strip()


def test_every_topic_has_general_messages(starter: Knowledge) -> None:
    assert {file.stem for file in FILES} == {entry.topic for entry in starter.entries} | {"chung"}
    messages = [message for file in FILES for _, message in _asked(file)]
    assert len(set(messages)) == len(messages) >= 600


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_none_is_answered_with_another_entry(file: Path, starter_matcher: Matcher) -> None:
    wrong: list[str] = []
    for ids, message in _asked(file):
        found = starter_matcher.match(message)
        if found.decision == "answer" and found.candidates[0].id not in ids:
            wrong.append(f"{message}: {found.candidates[:2]}")
    assert wrong == []


def test_what_has_an_entry_still_reaches_it(starter: Knowledge, starter_matcher: Matcher) -> None:
    reached: list[bool] = []
    for ids, message in (line for file in FILES for line in _asked(file) if line[0]):
        assert all(starter.by_id(entry_id) for entry_id in ids)
        found = starter_matcher.match(message)
        offered = {one.id for one in found.candidates[:_OFFERED]}
        reached.append(found.decision != "none" and not ids.isdisjoint(offered))
    assert sum(reached) / len(reached) >= 0.97
