"""Mistakes in the workbook of the FAQ: each is named with its place, and how to mend it."""

from __future__ import annotations

import pytest

from bot.exporting import materialise
from handlers.flows import faq_files
from handlers.services import (
    faq_import_words,
)
from handlers.texts import Texts
from tests.faq_files import (
    CITES,
    ENTRIES,
    MARK,
    QUESTION,
    SCOPE,
    SHORT,
    Change,
    exported,
    planned,
    problems,
    title,
)
from tests.faq_world import ASKED, CARD, LAW, LOAN, Faq

LONG = (
    "Anh/chị mang theo đơn, giấy khai sinh, sổ hộ khẩu cũ, thẻ căn cước và giấy xác nhận "
    "của trưởng thôn rồi lên xã nộp cho cán bộ ở bộ phận một cửa trước mười một giờ trưa."
)


BAD: dict[str, tuple[Change, tuple[str, int, str, str]]] = {
    "alike": (
        lambda one: one.ask(CARD, f"{ASKED[CARD]} ạ"),
        ("wordings", 5, "alias", "faq-file-alike"),
    ),
    "alike in the file": (
        lambda one: one.ask(CARD, "rơi cái giấy đi viện", "cái giấy đi viện rơi"),
        ("wordings", 6, "alias", "faq-file-alike"),
    ),
    "serves two": (
        lambda one: one.ask(CARD, ASKED[LOAN]),
        ("wordings", 5, "alias", "faq-file-elsewhere"),
    ),
    "question serves two": (
        lambda one: one.set(CARD, QUESTION, ASKED[LOAN]),
        ("entries", 2, "question", "faq-file-elsewhere"),
    ),
    "too long": (
        lambda one: one.ask(CARD, "mất thẻ " * 60),
        ("wordings", 5, "alias", "faq-proposal-wrong"),
    ),
    "one word": (lambda one: one.ask(CARD, 36), ("wordings", 5, "alias", "faq-proposal-wrong")),
    "a danger": (
        lambda one: one.ask(CARD, "chồng em đang đánh em, cứu em với"),
        ("wordings", 5, "alias", "faq-proposal-refused"),
    ),
    "no id": (
        lambda one: one.ask("", "ai cho vay tiền mua trâu"),
        ("wordings", 5, "id", "faq-file-no-id"),
    ),
    "stray": (
        lambda one: one.ask("khong-co", "ai cho vay tiền mua trâu"),
        ("wordings", 5, "id", "faq-file-stray"),
    ),
    "hard to read": (
        lambda one: one.set(CARD, SHORT, LONG),
        ("entries", 2, "short", "faq-file-reading"),
    ),
    "hard detail": (
        lambda one: one.set(CARD, title("papers"), LONG),
        ("entries", 2, "papers", "faq-file-reading"),
    ),
    "no answer": (lambda one: one.set(CARD, SHORT, " "), ("entries", 2, "short", "faq-file-empty")),
    "no basis": (
        lambda one: one.set(CARD, CITES, ""),
        ("entries", 2, "cites", "faq-file-no-basis"),
    ),
    "unknown document": (
        lambda one: one.set(CARD, CITES, "luat-khong-co"),
        ("entries", 2, "cites", "faq-unknown-document"),
    ),
    "basis in words": (
        lambda one: one.set(CARD, CITES, "Luật Bảo hiểm y tế"),
        ("entries", 2, "cites", "faq-file-bad-citation"),
    ),
    "basis ends early": (
        lambda one: one.set(CARD, CITES, f"{LAW} | từ 01/07/2026 | đến 01/01/2026"),
        ("entries", 2, "cites", "faq-file-date-order"),
    ),
    "no day": (
        lambda one: one.set(CARD, title("valid_to"), "31/02/2027"),
        ("entries", 2, "valid_to", "faq-file-bad-day"),
    ),
    "days": (
        lambda one: one.set(CARD, title("valid_from"), "1/1/2028").set(
            CARD, title("valid_to"), "1/1/2027"
        ),
        ("entries", 2, "valid_to", "faq-dates-wrong"),
    ),
    "topic": (
        lambda one: one.set(CARD, title("topic"), "Chợ búa"),
        ("entries", 2, "topic", "faq-file-no-topic"),
    ),
    "place": (
        lambda one: one.set(CARD, SCOPE, "Xã Lạ"),
        ("entries", 2, "scope", "faq-file-no-place"),
    ),
    "mark": (
        lambda one: one.set(CARD, SHORT, "Lời khác.").set(CARD, MARK, ""),
        ("entries", 2, "id", "faq-file-id-known"),
    ),
    "twice": (
        lambda one: one.sheets[ENTRIES].append(list(one.row(CARD))),
        ("entries", 5, "id", "faq-file-id-twice"),
    ),
    "bad id": (
        lambda one: one.add(id="Chợ phiên", topic="bhyt", question="A b?", short="C.", cites=LAW),
        ("entries", 5, "id", "faq-file-bad-id"),
    ),
    "unknown id": (
        lambda one: one.add(id="la", topic="bhyt", question="A b?", short="C.", mark="1-00000000"),
        ("entries", 5, "id", "faq-file-id-unknown"),
    ),
    "asked already": (
        lambda one: one.add(topic="bhyt", question=one.get(CARD, QUESTION), short="C.", cites=LAW),
        ("entries", 5, "id", "faq-file-asked-already"),
    ),
}


@pytest.mark.parametrize("name", BAD)
async def test_each_mistake_is_named_with_its_place(name: str, faq: Faq) -> None:
    change, expected = BAD[name]
    edited = await exported(faq)
    change(edited)
    assert problems(await planned(faq, edited)) == [expected]


async def test_every_mistake_of_a_row_is_named_at_once(faq: Faq) -> None:
    edited = await exported(faq)
    edited.set(CARD, SHORT, "Gọi chị 0912 345 678!!!").set(CARD, title("papers"), LONG)
    edited.set(CARD, CITES, "Luật Bảo hiểm y tế").set(CARD, title("topic"), "Chợ búa")
    edited.set(CARD, title("valid_to"), "31/02/2027").set(CARD, SCOPE, "Xã Lạ")
    assert {(row, column, key) for _, row, column, key in problems(await planned(faq, edited))} == {
        (2, "topic", "faq-file-no-topic"),
        (2, "short", "faq-text-number"),
        (2, "short", "faq-text-shouted"),
        (2, "papers", "faq-file-reading"),
        (2, "cites", "faq-file-bad-citation"),
        (2, "valid_to", "faq-file-bad-day"),
        (2, "scope", "faq-file-no-place"),
    }


async def test_the_list_of_mistakes_names_each_with_its_place(faq: Faq) -> None:
    edited = await exported(faq)
    for number in range(7):
        edited.ask(f"khong-co-{number}", "hôm nào có chợ phiên")
    plan = await planned(faq, edited)
    assert len(plan.problems) == 7
    listed = faq_import_words.faults(Texts.load(), plan.problems)
    assert listed.public, "it may leave through any channel"
    async with faq.app() as (app, _):
        name, content_type, content = await materialise(app, listed)
    assert (name, content_type) == ("cho-can-sua.txt", "text/plain; charset=utf-8")
    text = content.decode("utf-8-sig")
    assert [f"khong-co-{number}" in text for number in range(7)] == [True] * 7
    assert text.count('Trang "Cách dân hỏi", dòng ') == 7


async def test_of_very_many_mistakes_the_list_says_how_many_more_there_are(faq: Faq) -> None:
    edited = await exported(faq)
    for number in range(305):
        edited.ask(f"khong-co-{number}", "hôm nào có chợ phiên")
    plan = await planned(faq, edited)
    assert len(plan.problems) == 305
    async with faq.app() as (app, _):
        listed = faq_import_words.faults(Texts.load(), plan.problems)
        _, _, content = await materialise(app, listed)
    text = content.decode("utf-8-sig")
    assert text.count('Trang "Cách dân hỏi", dòng ') == 300
    assert "Còn 5 chỗ nữa" in text
    (*_, told) = faq_files.named(Texts.load(), plan.problems, "vi", with_file=True)
    assert "300 chỗ đầu" in Texts.load().render("vi", told.key, told.params)
