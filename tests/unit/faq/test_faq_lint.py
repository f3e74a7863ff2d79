"""What `faq lint` finds, one rule at a time."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from faq.entries import (
    Alias,
    Answer,
    Citation,
    Contrast,
    Detail,
    FaqEntry,
    LegalDocument,
    Review,
)
from faq.knowledge import Knowledge
from faq.lint import lint, main
from tests.faq_lint import LAW, TODAY, entry


def rules(changed: FaqEntry, *others: FaqEntry) -> list[str]:
    found = lint(Knowledge((changed, *others), (LAW,)), TODAY)
    return [finding.rule for finding in found if finding.entry_id == changed.id]


def test_a_good_entry_has_no_findings() -> None:
    assert rules(entry()) == []


@pytest.mark.parametrize(
    ("short", "rule"),
    [
        ("Hộ nghèo có thẻ BHYT.", "abbreviation"),
        ("Hỏi UBND xã.", "abbreviation"),
        ("Được 100.000đ mỗi tháng.", "money"),
        ("Được 100k mỗi tháng.", "money"),
        ("Theo Nghị định 188/2025/NĐ-CP thì được.", "law-number"),
        ("Được ạ (nếu là hộ nghèo).", "brackets"),
        ("Hộ nghèo được giúp!", "voice"),
        ("Hộ nghèo được giúp 😀.", "voice"),
        ("Bạn hỏi xã, bạn nhé.", "voice"),
        ("Hộ được thụ hưởng chính sách.", "voice"),
        ("Anh/chị nộp đơn ở phòng lao động huyện.", "district"),
        ("Mức này chưa kiểm.", "unconfirmed-figure"),
        ("Câu này dài quá " + "nên người nghe quên mất đoạn đầu " * 3, "reading"),
        ("", "missing-answer"),
        ("Có ạ. Nhà nước đóng hết tiền thẻ.", "bare-reply"),
        ("Không ạ, thẻ khỏi đóng tiền.", "bare-reply"),
        ("Có, nhưng chỉ ở một số vùng.", "bare-reply"),
        ("Dạ được ạ: đưa căn cước là khám.", "bare-reply"),
        ("Không bắt buộc. Giấy cũ vẫn dùng được.", "bare-reply"),
        ("Có thể được xét; anh/chị hỏi xã.", "bare-reply"),
    ],
)
def test_how_a_short_answer_may_not_speak(short: str, rule: str) -> None:
    assert rules(entry(answer=Answer(short))) == [rule]


@pytest.mark.parametrize(
    "short",
    [
        "Từ 01/7/2025 không còn cấp huyện, anh/chị hỏi xã.",
        "Trước đây nộp ở huyện, nay nộp ở xã.",
        "Giấy do huyện cũ cấp vẫn dùng được.",
        "Anh/chị mở ứng dụng VNeID để xem.",
        "Xã khu vực III thì được.",
        "Lĩnh tiền ở cây ATM.",
        "Cháu rủ bạn bè đi học cùng.",
        "Có 62 bệnh khỏi xin giấy chuyển.",
        "Có khoản còn, có khoản dừng.",
        "Được hay không thì em chưa chắc, anh/chị hỏi xã.",
        "Không có món đồ nào làm nhà mình bị loại.",
    ],
)
def test_what_may_be_said(short: str) -> None:
    assert rules(entry(answer=Answer(short))) == []


def test_details_have_their_own_limits() -> None:
    long_detail = " ".join(["từ"] * 25) + "."
    answer = Answer("Hộ nghèo được.", (Detail("who", long_detail),), " ".join(["Bước đi."] * 46))
    assert rules(entry(answer=answer)) == ["reading", "reading"]


def test_nothing_seen_means_no_figure() -> None:
    answer = Answer("Được khoảng 3 triệu đồng.")
    assert rules(entry(seen=False, answer=answer)) == ["unconfirmed-figure"]
    assert rules(entry(seen=True, answer=answer)) == []


@pytest.mark.parametrize(
    "answer",
    [
        Answer("Hỏi xã.", (Detail("how_much", "Mỗi tháng 150 nghìn đồng."),)),
        Answer("Hỏi xã.", (Detail("note", "Trẻ từ 3 đến 5 tuổi thì khác."),)),
        Answer("Hỏi xã.", how_to_get="Bước một: quá ba mươi ngày thì hỏi lại."),
        Answer("Hỏi xã.", how_to_get="Bước một: xin mẫu số 01."),
        Answer("Được một trăm năm mươi nghìn mỗi tháng."),
        Answer("Được trả hai lần mỗi năm học."),
    ],
)
def test_nothing_seen_means_no_figure_anywhere(answer: Answer) -> None:
    assert rules(entry(seen=False, answer=answer)) == ["unconfirmed-figure"]
    official = Review("reviewed", "Cán bộ Mẫu", TODAY)
    assert rules(entry(seen=False, answer=answer, review=official)) == []


@pytest.mark.parametrize(
    "answer",
    [
        Answer("Mỗi tháng bao nhiêu thì hỏi xã, trả một lần hay mỗi tháng một lần cũng hỏi."),
        Answer("Anh/chị hỏi trường ba điều.", how_to_get="Bước một: hỏi xã. Bước hai: hỏi trường."),
        Answer("Xã khu vực ba, con học cấp hai, mỗi năm học thì hỏi trường."),
    ],
)
def test_counting_steps_is_no_figure(answer: Answer) -> None:
    assert rules(entry(seen=False, answer=answer)) == []


@pytest.mark.parametrize(
    ("unconfirmed", "told"),
    [
        ("Mức 150.000 đồng mới đọc ở văn bản cũ.", "Mỗi tháng được 150 nghìn đồng."),
        ("Thời hạn 90 ngày chưa kiểm.", "Nộp trong chín mươi ngày."),
        ("Lãi 6,24%/năm.", "Lãi 6,24 phần trăm một năm."),
        ("Trẻ 3-5 tuổi.", "Con từ 3 tuổi thì được."),
        ("Cách lớp từ 10 km.", "Nhà cách lớp từ 10 cây số."),
        ("Khoảng 1,35 triệu đồng.", "Được 1 triệu 350 nghìn đồng."),
    ],
)
@pytest.mark.parametrize("place", ["short", "details", "how_to_get"])
def test_what_is_not_sure_is_not_told(unconfirmed: str, told: str, place: str) -> None:
    answer = {
        "short": Answer(told),
        "details": Answer("Hỏi xã.", (Detail("note", told),)),
        "how_to_get": Answer("Hỏi xã.", how_to_get=told),
    }[place]
    assert rules(entry(unconfirmed=(unconfirmed,), answer=answer)) == ["unconfirmed-figure"]
    assert rules(entry(answer=answer)) == []


def test_other_figures_than_the_doubted_ones_are_told() -> None:
    answer = Answer("Được 360 nghìn đồng, nhiều nhất 9 tháng, từ năm 2026.")
    doubts = ("Mức 150.000 đồng một tháng.", "Từ năm 2026, theo Nghị định 9/2025, 360 ngày.")
    assert rules(entry(unconfirmed=doubts, answer=answer)) == []


def test_a_change_is_not_cited_with_the_article_of_what_it_changes() -> None:
    base = replace(LAW, amended_by=("nd-2",))
    change = LegalDocument("nd-2", "2/2026/NĐ-CP", effective_from=date(2026, 7, 1))
    first = Citation("nd-1", "Điều 9", None, None, base)
    borrowed = Citation("nd-2", "Điều 9", date(2025, 1, 1), None, change)
    assert rules(entry(citations=(first, borrowed))) == ["cited-too-early", "article-of-another"]
    own = Citation("nd-2", "Điều 1", date(2026, 7, 1), None, change)
    assert rules(entry(citations=(first, own))) == []
    assert rules(entry(citations=(first, replace(own, article=None)))) == []


def test_every_entry_has_a_basis() -> None:
    assert rules(entry(citations=())) == ["missing-basis"]
    assert rules(entry(citations=(), check_before_use="Hỏi cán bộ.")) == []
    assert rules(entry(citations=(), answered_by=("dialogue_session.venue",))) == []


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        (Citation("nd-9"), ["unknown-document"]),
        (Citation("x", document=LegalDocument("x")), ["no-number"]),
        (Citation("nd-1", None, date(2026, 2, 1), date(2026, 1, 1), LAW), ["date-order"] * 2),
        (Citation("nd-1", None, None, date(2026, 1, 1), LAW), ["expired-law"]),
        (
            Citation(
                "old", None, None, None, LegalDocument("old", "2", effective_to=date(2026, 1, 1))
            ),
            ["expired-law", "expired-law"],
        ),
    ],
)
def test_law_must_be_known_numbered_and_in_force(citation: Citation, expected: list[str]) -> None:
    found = rules(entry(citations=(citation,)))
    if expected == ["date-order"] * 2:
        assert found == ["date-order", "expired-law"]
    else:
        assert found == expected


def test_history_beside_law_in_force_is_fine() -> None:
    past = Citation("nd-1", None, None, date(2025, 12, 31), LAW)
    assert rules(entry(citations=(*entry().citations, past))) == []


def test_contrasts_must_exist() -> None:
    contrasts = (Contrast("von-vay-bo"), Contrast("von-vay-khac"))
    assert rules(entry(contrasts=contrasts)) == ["contrast", "contrast"]


def test_aliases_must_be_many_and_of_each_kind() -> None:
    few = [f for f in lint(Knowledge((entry(aliases=()),)), TODAY) if f.rule == "few-aliases"]
    assert [finding.message for finding in few] == [
        "0, at least 15",
        "0 of kind bare, at least 4",
        "0 of kind indirect, at least 4",
    ]


@pytest.mark.parametrize(
    ("alias", "rule"),
    [
        (Alias("nhà tôi nuôi chim cút thì sao", "bare"), "alias-kind"),
        (Alias("toi trong rau sach ban", "accented"), "alias-kind"),
        (Alias("thuê đất trồng cỏ mà hộ nghèo nào giúp", "indirect"), "indirect-shares-word"),
        (Alias("Nhà tôi nuôi gà, có được vay không", "regional"), "near-duplicate"),
        (Alias("ho ngheo vay tien mua bo duoc bao nhieu", "bare"), "near-duplicate"),
    ],
)
def test_aliases_must_be_what_they_claim(alias: Alias, rule: str) -> None:
    assert rules(entry(aliases=(*entry().aliases, alias))) == [rule]


def test_no_alias_serves_two_entries() -> None:
    other = entry(
        id="von-vay-ga",
        question="Vay tiền nuôi chim bồ câu ra sao?",
        aliases=(Alias("NHÀ TÔI nuôi gà có được vay không?", "accented"),),
    )
    found = [
        f for f in lint(Knowledge((entry(), other), (LAW,)), TODAY) if f.rule == "shared-alias"
    ]
    assert [finding.entry_id for finding in found] == ["von-vay-bo"]
    assert "von-vay-ga" in found[0].message


def test_the_register_is_checked_too() -> None:
    documents = (
        LegalDocument("a", "1", effective_from=date(2026, 1, 1), effective_to=date(2025, 1, 1)),
        LegalDocument("b", "2", replaced_by=("c",)),
    )
    found = [(f.entry_id, f.rule) for f in lint(Knowledge((), documents), TODAY)]
    assert found == [("a", "date-order"), ("b", "unknown-document"), ("b", "expired-law")]


def test_the_command_checks_single_files(tmp_path: Path) -> None:
    path = tmp_path / "thu.yaml"
    path.write_text(
        "- {id: thu-mot, topic: thu, question: Xyz qwert uvw?, answer: Hỏi UBND xã.,"
        " contrasts: [{id: thu-hai}, {id: bhyt-nao-do}]}",
        encoding="utf-8",
    )
    lines: list[str] = []
    assert main([str(path)], lines.append) == 1
    text = "".join(lines)
    assert "thu-mot: abbreviation: short: 'UBND': must be written out" in text
    assert "thu-mot: contrast: thu-hai does not exist" in text
    assert "bhyt-nao-do" not in text  # its file may not be written yet
    assert text.endswith("1 entries, 6 findings\n")


def test_the_command_says_what_cannot_be_read(tmp_path: Path) -> None:
    lines: list[str] = []
    assert main([str(tmp_path / "fehlt.yaml")], lines.append) == 1
    assert "fehlt.yaml: -: file: cannot be read" in "".join(lines)


def test_the_command_checks_the_starter_faq() -> None:
    lines: list[str] = []
    main([], lines.append)
    assert " entries, " in lines[-1]


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"valid_to": date(2026, 11, 20)}, "expired"),
        ({"review": Review("expired")}, "expired"),
        ({"review": Review("to_review")}, "waits-for-review"),
        ({"valid_to": TODAY}, None),
    ],
)
def test_what_is_not_told_any_more_is_named(changes: dict[str, object], rule: str | None) -> None:
    assert rules(entry(**changes)) == ([rule] if rule else [])


def test_an_ended_law_is_fine_once_the_citation_says_so() -> None:
    over, reviewed = date(2026, 11, 1), Review("reviewed", "Mẫu", date(2026, 11, 2))
    ended, holds = replace(LAW, effective_to=over), replace(LAW, id="nd-2")
    for end, expected in ((None, ["expired-law"]), (over, [])):
        cites = (
            Citation("nd-1", "Điều 1", date(2025, 1, 1), end, ended),
            Citation("nd-2", "Điều 2", date(2025, 1, 1), None, holds),
        )
        assert rules(entry(citations=cites, review=reviewed)) == expected


def test_nothing_is_longer_than_a_channel_bears() -> None:
    long = Alias("em hỏi chuyện đàn trâu " * 20, "plain")
    found = rules(entry(aliases=(*entry().aliases, long), answer=Answer("Dạ. " * 600)))
    assert found.count("too-long") == 2
