"""Measuring on labelled messages."""

import json
from pathlib import Path

import pytest

from faq.evaluate import (
    EvaluationError,
    auroc,
    evaluate,
    load_messages,
    main_report,
    mean_interval,
    share_interval,
)
from faq.matcher import Matcher

MESSAGES: list[dict[str, object]] = [
    {"text": "Mấy giờ thì mở cửa?", "expected": "gio-mo-cua", "style": "clean"},
    {"text": "lam rach sach den sao", "expected": "mat-sach", "style": "bare"},
    {"text": "photo o tang may", "expected": "in-an", "style": "bare"},
    {"text": "in hay photo sach cu", "expected": "gio-mo-cua", "style": "wrong"},
    {"text": "alo", "expected": None, "style": "bare"},
    {"text": "Làm thẻ bạn đọc cần gì?", "expected": None},
]


def write(folder: Path, rows: list[dict[str, object]]) -> Path:
    path = folder / "messages.jsonl"
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return path


def test_the_report_counts_right(library_matcher: Matcher, tmp_path: Path) -> None:
    report = main_report(write(tmp_path, MESSAGES), library_matcher)
    lines = {line.split("  ")[0].strip(): line for line in report.splitlines()}
    assert report.startswith("6 messages: 4 inside the FAQ, 2 outside; 10 entries")
    assert " 75.0 [30-95]" in lines["all"]
    assert "100.0 [34-100]" in lines["style bare"]
    assert "  0.0 [0-79]" in lines["style wrong"]
    assert " 75.0 [30-95]" in lines["topic thu-vien"]
    assert "the same without diacritics" in report
    assert "out-of-scope AUROC" in report
    assert "1  gio-mo-cua -> " in report
    assert "likeness to the nearest alias: median" in report
    assert "p99" in report
    # the question of an entry, labelled as outside, is answered: that lowers precision
    assert "answer: outside     50.0" in report
    assert "decisions outside: answer 1, suggest 0, none 1" in report


def test_ranks_and_scores(library_matcher: Matcher, tmp_path: Path) -> None:
    known = [entry.id for entry in library_matcher.entries]
    messages = load_messages(write(tmp_path, MESSAGES), known)
    outcomes = evaluate(messages, library_matcher)
    assert [outcome.rank for outcome in outcomes[:3]] == [1, 1, 1]
    assert outcomes[3].rank != 1
    assert outcomes[4].rank == 0
    assert outcomes[0].first == "gio-mo-cua"
    assert outcomes[0].score == outcomes[0].result.candidates[0].score
    empty = evaluate(messages[:1], Matcher(()))[0]
    assert (empty.first, empty.score, empty.rank) == ("", 0.0, 0)


def test_a_perfect_run_has_no_confusions(library_matcher: Matcher, tmp_path: Path) -> None:
    report = main_report(write(tmp_path, MESSAGES[:2]), library_matcher)
    assert "wrong first" not in report
    assert "AUROC nan" in report


def test_only_outside_messages(library_matcher: Matcher, tmp_path: Path) -> None:
    report = main_report(write(tmp_path, [MESSAGES[4]]), library_matcher)
    assert "1 messages: 0 inside the FAQ, 1 outside" in report
    assert "likeness" not in report


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "holds no message"),
        ('{"text": "a"}\nno json', "line 2 is no JSON object with a text"),
        ("[]", "line 1 is no JSON object"),
        ('{"text": 1}', "line 1 is no JSON object with a text"),
        ('{"text": "a", "expected": "gibt-es-nicht"}', "which is no entry"),
    ],
)
def test_a_bad_file_is_refused(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(EvaluationError, match=message):
        load_messages(path, ["mot"])


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="cannot be read"):
        load_messages(tmp_path / "nichts.jsonl", [])


def test_figures() -> None:
    assert auroc([0.9, 0.8], [0.1, 0.2]) == 1.0
    assert auroc([0.5], [0.5]) == 0.5
    assert auroc([0.1], [0.9, 0.0]) == 0.5
    assert str(share_interval(8, 10)) == " 80.0 [49-94]"
    assert str(share_interval(0, 0)) == "  0.0 [0-100]"
    assert mean_interval([1.0, 1.0]).low == 1.0
    assert mean_interval([]).high == 1.0
