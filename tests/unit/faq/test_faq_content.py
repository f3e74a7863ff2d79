"""Words of an entry as plain data: nothing is lost on the way there and back."""

import json
from pathlib import Path

import pytest

from faq.content import LEARNED, content_hash, learned, read_content, to_content, with_learned
from faq.entries import Alias
from faq.fields import KnowledgeError
from faq.knowledge import Knowledge
from faq.release import folder_release, starter_release


def test_every_starter_entry_comes_back_the_same(starter: Knowledge) -> None:
    documents = {one.id: one for one in starter.documents}
    for entry in starter.entries:
        content = json.loads(json.dumps(to_content(entry)))
        back = read_content(entry.id, entry.topic, content, documents)
        assert back == entry
        assert [c.document for c in back.citations] == [c.document for c in entry.citations]
        assert to_content(back) == content


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"question": None}, "question"),
        ({"review": {"state": "reviewed"}}, "review"),
        ({"cites": [{"article": "1"}]}, "cites[1].document"),
        ({"aliases": {"plain": ["a", ""]}}, "aliases.plain[2]"),
    ],
)
def test_wrong_words_are_named(starter: Knowledge, change: dict[str, object], field: str) -> None:
    content = {**to_content(starter.entries[0]), **change}
    with pytest.raises(KnowledgeError) as wrong:
        read_content("x", "bhyt", content, {})
    assert [problem.field for problem in wrong.value.problems] == [field]


def test_learned_aliases_change_no_word_of_the_release(starter: Knowledge) -> None:
    entry = starter.entries[0]
    content = to_content(entry)
    taught = with_learned(content, ["thẻ rơi xuống suối"])
    assert learned(content) == []
    assert learned(taught) == ["thẻ rơi xuống suối"]
    assert with_learned(taught, ()) == content
    assert content_hash(taught) == content_hash(content)
    back = read_content(entry.id, entry.topic, taught, {})
    assert Alias("thẻ rơi xuống suối", LEARNED) in back.aliases
    other = {**content, "question": "Câu khác?"}
    assert content_hash(other) != content_hash(content)


def test_learned_aliases_of_an_entry_without_any() -> None:
    content = {"question": "Hỏi gì?", "answer": {"short": "Vậy."}}
    assert with_learned(with_learned(content, ["một hai"]), ()) == content


def test_a_release_is_named_after_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {id: a, question: A b?}\n", "utf-8")
    first = folder_release(tmp_path)
    assert folder_release(tmp_path).hash == first.hash
    assert [entry.id for entry in first.load().entries] == ["a"]
    (tmp_path / "a.yaml").write_text("- {id: a, question: A c?}\n", "utf-8")
    assert folder_release(tmp_path).hash != first.hash


def test_the_starter_release_is_the_starter(starter: Knowledge) -> None:
    assert starter_release().load() == starter
