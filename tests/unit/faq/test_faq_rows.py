"""Whatever stands in an entry comes through the workbook unchanged."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from faq.content import read_content, to_content
from faq.fields import KnowledgeError
from handlers.errors import RuleError
from handlers.exports import faq_workbook, xlsx
from handlers.services import faq_reading
from handlers.services.faq_places import Places
from handlers.services.faq_rows import DETAILS, Draft, day_text
from handlers.texts import Texts
from storage.models import FaqRecord, FaqReview
from tests.export_world import RISKY
from tests.faq_files import Edited

TEXTS = Texts.load()
SHARED = TEXTS.render("vi", "export-faq-scope-shared")

texts = st.one_of(
    st.text(min_size=1, max_size=40),
    st.sampled_from([*RISKY, "_x0041_", "_x000D_", "a\nb", "a | b", "0912", "1e5", "TRUE", "#N/A"]),
)
days = st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))
citations = st.lists(
    st.fixed_dictionaries(
        {"document": st.sampled_from(["nd-1", "luat-2"])},
        optional={
            "article": texts,
            "effective_from": days.map(lambda day: day.isoformat() if day else None),
            "effective_to": days.map(lambda day: day.isoformat() if day else None),
        },
    ),
    max_size=3,
)
contents = st.fixed_dictionaries(
    {
        "question": texts,
        "answer": st.fixed_dictionaries(
            {"short": texts},
            optional={
                "how_to_get": texts,
                "details": st.dictionaries(st.sampled_from(DETAILS), texts, max_size=3),
            },
        ),
        "aliases": st.dictionaries(
            st.sampled_from(["bare", "learned"]), st.lists(texts, min_size=1, max_size=4)
        ),
        "unconfirmed": st.lists(texts, max_size=3),
        "cites": citations,
    }
)


def _workbook(content: Mapping[str, Any], first: date | None, last: date | None) -> bytes:
    entry = read_content("bhyt-mau", "bhyt", content, {})
    record = FaqRecord(
        id="bhyt-mau",
        topic="bhyt",
        revision=7,
        review=FaqReview.UNREVIEWED,
        valid_from=first,
        valid_to=last,
        changed_at=datetime(2026, 11, 20, tzinfo=UTC),
    )
    entry = replace(entry, valid_from=first, valid_to=last)
    places = Places({None: SHARED}, {}, {"bhyt-mau": (None, "bhyt-mau")})
    book = faq_workbook.book(TEXTS, faq_workbook.Content([(record, entry)], [], places))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.xlsx"
        asyncio.run(xlsx.write(book, path))
        return path.read_bytes()


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@example({"question": "=1+1", "answer": {"short": "x" * 40_000}, "aliases": {}}, None, None)
@given(contents, days, days)
def test_a_row_that_nobody_touched_is_known_as_such(
    content: dict[str, Any], first: date | None, last: date | None
) -> None:
    try:
        read_content("bhyt-mau", "bhyt", content, {})
    except KnowledgeError:
        return  # nothing is left of these words when they are cleaned
    edited = faq_reading.read(_workbook(content, first, last), TEXTS)
    assert edited.problems == ()
    (row,) = edited.rows
    assert row.mark.startswith("7-")
    assert row.draft.is_of(row.mark)


@settings(deadline=None, max_examples=100)
@given(contents)
def test_a_draft_gives_the_words_back(content: dict[str, Any]) -> None:
    try:
        entry = read_content("bhyt-mau", "bhyt", content, {})
    except KnowledgeError:
        return
    before = to_content(entry)
    after = Draft.of_entry(entry, SHARED).content(before)
    again = to_content(read_content("bhyt-mau", "bhyt", after, {}))
    for part in ("unconfirmed", "cites"):  # one line each in a cell
        assert len(again.get(part, [])) == len(before.get(part, []))
        before.pop(part, None)
        again.pop(part, None)
    kinds = before.get("aliases", {})
    assert {kind: set(found) for kind, found in again.pop("aliases", {}).items()} == {
        kind: set(found) for kind, found in kinds.items()
    }
    before.pop("aliases", None)
    assert again == before


def test_wordings_keep_their_kind_and_new_ones_are_learned() -> None:
    base = {"question": "A?", "answer": {"short": "B."}, "aliases": {"bare": ["mot", "hai"]}}
    entry = read_content("x", "bhyt", base, {})
    draft = Draft.of_entry(entry, SHARED)
    made = Draft.of(draft.cells, ["hai", "ba"]).content(base)
    assert made["aliases"] == {"bare": ["hai"], "learned": ["ba"]}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("31/12/2026", "2026-12-31"),
        ("1-2-2027", "2027-02-01"),
        ("2027-02-01", "2027-02-01"),
        ("31/02/2027", "31/02/2027"),
        ("mai", "mai"),
    ],
)
def test_days_as_people_write_them(typed: str, kept: str) -> None:
    assert day_text(typed) == kept


def _file(change: Any = None) -> bytes:
    content = {"question": "A?", "answer": {"short": "B."}, "aliases": {"bare": ["mot hai"]}}
    edited = Edited.of(_workbook(content, None, None))
    if change is not None:
        change(edited.sheets)
    return edited.bytes()


def _other_archive() -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    return made.getvalue()


def _bomb() -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", compression=8) as archive:
        archive.writestr("xl/workbook.xml", b" " * (70 * 1024 * 1024))
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "faq-file-unreadable"),
        (b"PK\x03\x04 rubbish", "faq-file-unreadable"),
        (_other_archive(), "faq-file-unreadable"),
        (_file()[:2000], "faq-file-unreadable"),
        (_bomb(), "faq-file-too-big"),
        (_file(lambda sheets: sheets.pop("Câu hỏi")), "faq-file-no-sheet"),
        (_file(lambda sheets: sheets.pop("Cách dân hỏi")), "faq-file-no-sheet"),
        (
            _file(lambda sheets: sheets.update({"Câu hỏi": [r[:5] for r in sheets["Câu hỏi"]]})),
            "faq-file-no-column",
        ),
        (_file(lambda sheets: sheets.update({"Cách dân hỏi": []})), "faq-file-no-column"),
    ],
)
def test_what_is_not_our_workbook_is_refused(content: bytes, key: str) -> None:
    with pytest.raises(RuleError, match=key):
        faq_reading.read(content, TEXTS)


def test_a_damaged_file_never_breaks_anything() -> None:
    whole = _file()
    for at in range(0, len(whole), 97):
        damaged = whole[:at] + b"\xff" + whole[at + 1 :]
        try:
            faq_reading.read(damaged, TEXTS)
        except RuleError:
            continue
