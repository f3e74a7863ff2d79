"""What the linter finds between entries: wordings that lead elsewhere, entries alike."""

from dataclasses import replace

import pytest

from faq.alias_lint import Meet, alike_across, everywhere
from faq.entries import (
    Alias,
    Contrast,
    FaqEntry,
)
from faq.findings import Finding
from faq.knowledge import Knowledge
from faq.lint import lint, main
from faq.normalize import fold
from tests.faq_lint import BARE, LAW, TODAY, entry

CATS = tuple(
    Alias(text, "plain")
    for text in (
        "mèo nhà em bị ốm đưa đi thú y nào",
        "tiêm phòng dại cho mèo mất bao nhiêu",
        "mèo hoang cắn người thì báo ai",
        "bao lâu phải tiêm dại lại cho mèo",
    )
)


SCHOOL = tuple(
    Alias(text, "plain")
    for text in (
        "trường cấp hai mấy giờ vào lớp",
        "trường cấp hai nghỉ hè ngày nào",
        "đón con ở trường lúc mấy giờ",
        "trường có dạy thêm buổi chiều không",
    )
)


def _pair(*stray: Alias) -> tuple[FaqEntry, FaqEntry]:
    cats = entry(id="meo", question="Tiêm phòng dại cho mèo ở đâu?", aliases=CATS)
    school = entry(id="truong", question="Trường cấp hai học giờ nào?", aliases=SCHOOL)
    return cats, replace(school, aliases=(*school.aliases, *stray))


def _rules_of(entries: tuple[FaqEntry, ...], rule: str, meet: Meet = everywhere) -> list[str]:
    found = lint(Knowledge(entries, (LAW,)), TODAY, meet)
    return [f"{one.entry_id} {one.message}" for one in found if one.rule == rule]


def test_a_wording_under_the_wrong_entry_is_worth_a_look() -> None:
    stray = Alias("mèo nhà em bao lâu phải tiêm phòng dại lại", "plain")
    assert _rules_of(_pair(), "leads-elsewhere") == []
    found = _rules_of(_pair(stray), "leads-elsewhere")
    assert found == [f"truong {stray.text!r} leads to meo"]
    contrasted = replace(_pair(stray)[1], contrasts=(Contrast("meo"),))
    assert _rules_of((_pair()[0], contrasted), "leads-elsewhere") == []
    assert _rules_of(_pair(stray), "leads-elsewhere", lambda _one, _other: False) == []


def test_two_entries_that_ask_the_same_are_named() -> None:
    cats, school = _pair()
    again = replace(school, id="meo-2", question="Tiêm dại cho mèo thì ở đâu?")
    assert _rules_of((cats, again), "near-duplicate-entry") == ["meo asks nearly the same as meo-2"]
    mixed = replace(
        school,
        id="meo-3",
        question="Nuôi con vật bắt chuột cần biết gì?",
        aliases=tuple(replace(one, text=fold(one.text)) for one in CATS),
    )
    assert "meo asks nearly the same as meo-3" in _rules_of(
        (cats, mixed, school), "near-duplicate-entry"
    )


def test_entries_that_never_meet_may_be_alike() -> None:
    other = entry(id="von-vay-ga", aliases=(Alias(BARE[0], "bare"),))
    for meet, expected in ((everywhere, True), (lambda _one, _other: False, False)):
        found = {one.rule for one in lint(Knowledge((entry(), other), (LAW,)), TODAY, meet)}
        assert bool(found & {"shared-alias", "near-duplicate-entry"}) is expected


def test_wordings_are_compared_only_with_those_that_are_new() -> None:
    texts = [("a", "một hai ba"), ("b", "một hai ba"), ("c", "bốn năm sáu"), ("b", "bốn năm sáu")]
    assert list(alike_across(texts)) == [(0, 1), (2, 3)]
    assert list(alike_across(texts, among={1})) == [(1, 0)]
    assert list(alike_across(texts, among={0, 1, 2, 3})) == [(0, 1), (2, 3)]


def test_advice_alone_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Knowledge((entry(),), (LAW,))
    monkeypatch.setattr("faq.lint.load_starter", lambda: whole)
    doubt = Finding("von-vay-bo", "leads-elsewhere", "x", advice=True)
    monkeypatch.setattr("faq.lint.lint", lambda _knowledge: [doubt])
    lines: list[str] = []
    assert main([], lines.append) == 0
    assert lines[0] == "von-vay-bo: leads-elsewhere: x (advice)\n"
