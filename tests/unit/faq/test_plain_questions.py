"""The plainest questions reach their entry: `tests/data/faq_plain`, `entry-id | question`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from faq.knowledge import Knowledge
from faq.matcher import Matcher

FOLDER = Path(__file__).parents[2] / "data" / "faq_plain"
FILES = sorted(FOLDER.glob("*.txt"))


def _asked(file: Path) -> Iterator[tuple[str, str]]:
    """Give the entry that each line of a file names, and its question."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            entry_id, question = line.split("|")
            yield entry_id.strip(), question.strip()


def test_there_are_plain_questions() -> None:
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_plain_question_has_its_entry_first(
    file: Path, starter: Knowledge, starter_matcher: Matcher
) -> None:
    missed: list[str] = []
    for entry_id, question in _asked(file):
        starter.by_id(entry_id)
        found = starter_matcher.match(question)
        if not found.candidates or found.candidates[0].id != entry_id:
            missed.append(f"{entry_id} | {question}: {found.decision} {found.candidates[:1]}")
    assert missed == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_plain_question_gets_the_answer_to_another(file: Path, starter_matcher: Matcher) -> None:
    wrong: list[str] = []
    for entry_id, question in _asked(file):
        found = starter_matcher.match(question)
        if found.decision == "answer" and found.candidates[0].id != entry_id:
            wrong.append(f"{entry_id} | {question}: {found.candidates[0]}")
    assert wrong == []
