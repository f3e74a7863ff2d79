"""Reading entries and documents, and what is wrong with them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from faq.entries import Alias, Answer, Citation, Detail, FaqEntry, LegalDocument, Review
from faq.knowledge import (
    Knowledge,
    KnowledgeError,
    load_documents,
    load_entries,
    load_folder,
    load_starter,
    today,
)

FULL = """
- id: the-mien-phi
  topic: bhyt
  question: "Hộ nghèo có thẻ không mất tiền không?"
  answer:
    short: "Có ạ. Nhà nước đóng hết."
    details: {who: "Người hộ nghèo.", where: "Hỏi xã.", note: null}
    how_to_get: "Bước một: hỏi xã."
  unconfirmed: ["Mọi người trong hộ đều được."]
  cites:
    - {document: nd-1, article: "Điều 2", effective_from: "2025-07-01", effective_to: null}
    - {document: nd-0, article: null, effective_from: null, effective_to: "2025-06-30"}
  sources: ["https://example.org/1"]
  checked_on: "2026-11-21"
  review: {state: reviewed, by: "cán bộ", on: "2026-11-22"}
  seen: true
  confidence: high
  check_before_use: "Xem lại."
  contrasts: [{id: khac, how: "hỏi chuyện khác"}]
  aliases: {accented: ["thẻ nghèo mua không"], bare: ["the ngheo"]}
"""
DOCUMENTS = """
- {id: nd-1, number: "1/2025/NĐ-CP", kind: nghi-dinh, effective_from: "2025-07-01"}
- id: nd-0
  number: "9/2018/NĐ-CP"
  effective_from: "2018-12-01"
  replaced_by: [nd-1]
- {id: nd-khong-so, number: null}
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_full_entry(tmp_path: Path) -> None:
    write(tmp_path, "documents.yaml", DOCUMENTS)
    write(tmp_path, "bhyt.yaml", FULL)
    knowledge = load_folder(tmp_path)
    entry = knowledge.by_id("the-mien-phi")
    assert entry is not None
    assert entry.answer == Answer(
        "Có ạ. Nhà nước đóng hết.",
        (Detail("who", "Người hộ nghèo."), Detail("where", "Hỏi xã.")),
        "Bước một: hỏi xã.",
    )
    assert [name for name, _ in entry.answer.texts] == [
        "short",
        "details.who",
        "details.where",
        "how_to_get",
    ]
    assert entry.aliases == (Alias("thẻ nghèo mua không", "accented"), Alias("the ngheo", "bare"))
    assert entry.review == Review("reviewed", "cán bộ", date(2026, 11, 22))
    assert entry.checked_on == date(2026, 11, 21)
    assert entry.contrasts[0].id == "khac"
    assert knowledge.by_id("khac") is None
    assert knowledge.document("nd-1") is entry.citations[0].document
    assert knowledge.document("nd-2") is None


def test_only_numbered_law_in_force_is_a_legal_line(tmp_path: Path) -> None:
    documents = load_documents(write(tmp_path, "documents.yaml", DOCUMENTS))
    entry = load_entries(write(tmp_path, "e.yaml", FULL), documents)[0]
    assert [c.number for c in entry.current_citations(date(2026, 1, 1))] == ["1/2025/NĐ-CP"]
    assert [c.number for c in entry.current_citations(date(2025, 6, 30))] == ["9/2018/NĐ-CP"]
    assert entry.current_citations(date(2018, 11, 30)) == ()
    without_register = load_entries(tmp_path / "e.yaml")[0]
    assert without_register.current_citations(date(2026, 1, 1)) == ()
    assert without_register.citations[0].number is None
    nameless = Citation("nd-khong-so", document=documents[2])
    assert not nameless.is_current(date(2026, 1, 1))
    assert nameless.in_force(date(2026, 1, 1))


def test_a_recalled_number_is_shown_only_under_a_reviewed_entry(tmp_path: Path) -> None:
    marked = "- {id: nd-1, number: 1/2025/NĐ-CP, number_recalled: true, title_recalled: false}"
    documents = load_documents(write(tmp_path, "documents.yaml", marked))
    assert (documents[0].number_recalled, documents[0].title_recalled) == (True, False)
    recalled = Citation("nd-1", document=documents[0])
    unread = FaqEntry("a", "b", "?", Answer("Hỏi xã."), citations=(recalled,))
    day = date(2026, 1, 1)
    assert unread.current_citations(day) == ()
    reviewed = replace(unread, review=Review("reviewed", "Cán bộ Mẫu", day))
    assert reviewed.current_citations(day) == (recalled,)
    waiting = replace(unread, review=Review("to_review", "Cán bộ Mẫu", day))
    assert waiting.current_citations(day) == ()


def test_a_replaced_document_ends_when_the_next_begins(tmp_path: Path) -> None:
    documents = load_documents(write(tmp_path, "documents.yaml", DOCUMENTS))
    assert documents[1].effective_to == date(2025, 6, 30)
    assert documents[1].in_force(date(2025, 6, 30))
    assert not documents[1].in_force(date(2025, 7, 1))
    unknown = write(tmp_path, "d2.yaml", "- {id: a, replaced_by: [b]}\n- {id: b}")
    assert load_documents(unknown)[0].effective_to is None


def test_when_an_entry_is_stale() -> None:
    ended = Citation("x", effective_to=date(2025, 12, 31))
    answer = Answer("Có ạ.")
    assert not FaqEntry("a", "t", "q", answer).is_stale(date(2030, 1, 1))
    assert FaqEntry("a", "t", "q", answer, citations=(ended,)).is_stale(date(2026, 1, 1))
    assert not FaqEntry("a", "t", "q", answer, citations=(ended,)).is_stale(date(2025, 12, 31))
    expired = FaqEntry("a", "t", "q", answer, review=Review("expired"))
    assert expired.is_stale(date(2020, 1, 1))


def test_the_simple_form(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "faq.yaml",
        """
entries:
  - {id: 1, topic: x, question: "Mấy giờ?", aliases: [no, 2026, " mở\u200b cửa "], answer: Bảy}
  - {id: hai, question: "Ở đâu?", aliases: {plain: ["chỗ nào"]}}
""",
    )
    first, second = load_entries(path)
    assert (first.id, first.answer.short) == ("1", "Bảy")
    assert [alias.text for alias in first.aliases] == ["no", "2026", "mở cửa"]
    assert first.aliases[0].kind == "plain"
    assert (second.topic, second.answer.short) == ("", "")
    assert load_entries(write(tmp_path, "empty.yaml", "")) == ()


BROKEN = """
- id: mot
  question: ""
  answer: {details: {who: [1], foo: "x"}}
  aliases: {bare: ["", 3, {a: b}]}
  cites: [{article: "1", effective_from: "01/7/2025"}]
  review: {state: maybe}
  seen: perhaps
  contrasts: khac
- id: mot
  question: "Có?"
  answer: "Có"
  aliases: abc
- chỉ là chữ
"""


def test_every_mistake_is_listed_with_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, "hong.yaml", BROKEN)
    with pytest.raises(KnowledgeError) as caught:
        load_entries(path)
    found = {(problem.entry_id, problem.field) for problem in caught.value.problems}
    assert found == {
        ("mot", "question"),
        ("mot", "answer.short"),
        ("mot", "answer.details.foo"),
        ("mot", "answer.details.who"),
        ("mot", "aliases.bare[1]"),
        ("mot", "aliases.bare[3]"),
        ("mot", "cites[1].document"),
        ("mot", "cites[1].effective_from"),
        ("mot", "review.state"),
        ("mot", "seen"),
        ("mot", "contrasts"),
        ("mot", "aliases"),
        ("mot", "id"),
        ("item 3", "-"),
        ("item 3", "id"),
        ("item 3", "question"),
    }
    assert "hong.yaml: mot: cites[1].effective_from: '01/7/2025' is not a date" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"- [", "is not valid YAML"),
        (b"\xff\xfe\xfa", "is not valid YAML"),
        (b"a: 1", "must hold a list"),
    ],
)
def test_a_file_that_is_no_list(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError, match=message):
        load_entries(path)
    with pytest.raises(KnowledgeError, match=message):
        load_documents(path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        load_entries(tmp_path / "nirgends.yaml")


def test_one_id_in_two_files_and_twice_in_the_register(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "- {id: mot, question: A, answer: B}")
    write(tmp_path, "b.yaml", "- {id: mot, question: C, answer: D}")
    write(tmp_path, "documents.yaml", "- {id: x}\n- {id: x}")
    with pytest.raises(KnowledgeError) as caught:
        load_folder(tmp_path)
    assert [(p.entry_id, p.message) for p in caught.value.problems] == [
        ("x", "is used twice"),
        ("mot", "is used twice"),
    ]


def test_who_is_the_same_but_for_the_category_says_so_in_one_file(tmp_path: Path) -> None:
    entry = "- {{id: {}, question: A, answer: B, same_but_for_category: [{}]}}\n"
    pair = entry.format("mot", "hai") + entry.format("hai", "mot")
    assert load_entries(write(tmp_path, "a.yaml", pair))[0].same_but_for_category == ("hai",)
    wrong = entry.format("ba", "ba, bon, nam") + "- {id: bon, question: A, answer: B}"
    elsewhere = write(tmp_path, "b.yaml", wrong)
    for load in (load_folder, lambda _: load_entries(elsewhere)):
        with pytest.raises(KnowledgeError) as caught:
            load(tmp_path)
        assert [(p.file, p.entry_id, p.message) for p in caught.value.problems] == [
            ("b.yaml", "ba", "names the entry itself"),
            ("b.yaml", "ba", "bon does not name it in return"),
            ("b.yaml", "ba", "nam is not in this file"),
        ]


def test_the_hash_names_the_content() -> None:
    one = FaqEntry("a", "t", "q", Answer("x"))
    other = FaqEntry("a", "t", "q", Answer("y"))
    assert Knowledge((one,)).content_hash == Knowledge((one,)).content_hash
    assert Knowledge((one,)).content_hash != Knowledge((other,)).content_hash
    law = LegalDocument("nd")
    assert Knowledge((one,)).content_hash != Knowledge((one,), (law,)).content_hash


def test_the_starter_faq_is_valid_and_whole() -> None:
    knowledge = load_starter()
    assert knowledge.documents
    assert len({entry.id for entry in knowledge.entries}) == len(knowledge.entries)
    for entry in knowledge.entries:
        assert entry.id.startswith(entry.topic + "-")
        assert all(citation.document is not None for citation in entry.citations), entry.id


def test_a_decree_of_many_articles_is_cited_with_a_word_about_the_missing_one() -> None:
    bare = [
        entry
        for entry in load_starter().entries
        if any(one.document_id == "nd-78-2002-nd-cp" and not one.article for one in entry.citations)
    ]
    assert bare
    for entry in bare:
        assert "tra điều trong văn bản" in (entry.check_before_use or ""), entry.id


def test_who_is_told_of_full_insurance_for_the_near_poor_is_told_on_what_ground() -> None:
    told = [
        entry
        for entry in load_starter().entries
        for part in (entry.answer.short, *(detail.text for detail in entry.answer.details))
        if "cận nghèo" in part and "100 phần trăm" in part and "01/01/2026" in part
    ]
    assert len(told) > 1
    for entry in told:
        assert "nq-261-2025-qh15" in {one.document_id for one in entry.citations}, entry.id


def test_today_is_a_date_near_the_machine_clock() -> None:
    from datetime import UTC, datetime

    assert abs((today() - datetime.now(UTC).date()).days) <= 1
