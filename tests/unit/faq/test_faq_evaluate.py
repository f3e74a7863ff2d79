"""Measuring on labelled messages."""

import json
from pathlib import Path

import pytest

from bot.cli import main
from faq.evaluate import (
    EvaluationError,
    auroc,
    evaluate,
    likeness,
    load_messages,
    mean_interval,
    share_interval,
)
from faq.matcher import Matcher
from faq.report import main_report

MESSAGES: list[dict[str, object]] = [
    {"text": "Mấy giờ thì mở cửa?", "expected": "gio-mo-cua", "style": "clean"},
    {"text": "lam rach sach den sao", "expected": "mat-sach", "style": "bare"},
    {"text": "photo o tang may", "expected": "in-an", "style": "bare"},
    {"text": "in hay photo sach cu", "expected": "gio-mo-cua", "style": "wrong"},
    {"text": "alo", "expected": None, "style": "bare", "kind": "greeting_thanks"},
    {"text": "Làm thẻ bạn đọc cần gì?", "expected": None, "kind": "near_miss"},
]


def write(folder: Path, rows: list[dict[str, object]]) -> Path:
    path = folder / "messages.jsonl"
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return path


def test_the_report_counts_right(library_matcher: Matcher, tmp_path: Path) -> None:
    report = main_report(write(tmp_path, MESSAGES), library_matcher)
    written, bare = report.split("without diacritics  ", maxsplit=1)
    lines = {line.split("  ")[0].strip(): line for line in written.splitlines()}
    assert report.startswith("6 messages: 4 inside the FAQ, 2 outside; 10 entries")
    assert " 75.0 [30-95]" in lines["all"]
    assert "100.0 [34-100]" in lines["style bare"]
    assert "  0.0 [0-79]" in lines["style wrong"]
    assert " 75.0 [30-95]" in lines["topic thu-vien"]
    lines = {line.split("  ")[0].strip(): line for line in bare.splitlines()}
    assert " 75.0 [30-95]" in lines["all"]
    assert " 75.0 [30-95]" in lines["topic thu-vien"]
    assert "lost without diacritics: 0.0 points of P@1" in bare
    # the question of an entry, labelled as outside, is answered: that lowers precision
    assert lines["outside: answered"].endswith(" 50.0 [9-91]")
    assert lines["outside"].endswith("answer 1, suggest 0, none 1")
    assert "outside: AUROC" in lines
    assert lines["inside: topic guessed"].endswith("100.0 [51-100]")
    assert lines["near_miss"].endswith("answer 1, suggest 0, none 0")
    assert lines["greeting_thanks"].endswith("answer 0, suggest 0, none 1")
    assert "1  gio-mo-cua -> " in bare
    assert "likeness to the nearest alias (Jaccard): median " in bare
    assert "word for word an alias: 0" in bare
    assert "p99" in bare


def test_a_kind_that_must_be_none_is_marked(library_matcher: Matcher, tmp_path: Path) -> None:
    text = "Làm thẻ bạn đọc cần gì?"
    rows: list[dict[str, object]] = [
        {"text": text, "expected": None, "kind": kind} for kind in ("scam", "near_miss")
    ]
    report = main_report(write(tmp_path, rows), library_matcher)
    marked = [line for line in report.splitlines() if "must be none" in line]
    assert len(marked) == 1
    assert marked[0].startswith("scam ")
    assert marked[0].endswith("none 0  must be none: 1 not")


def test_the_report_repeats_no_message(library_matcher: Matcher, tmp_path: Path) -> None:
    report = main_report(write(tmp_path, MESSAGES), library_matcher).lower()
    assert not [row["text"] for row in MESSAGES[:4] if str(row["text"]).lower() in report]


def test_likeness_is_that_of_the_nearest_alias(library_matcher: Matcher, tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"text": "GIA HẠN ở đâu?", "expected": "gia-han-sach"},  # an alias word for word
        {"text": "photo đâu", "expected": "in-an"},  # two words of the three of an alias
        {"text": "zzz", "expected": "in-an"},
    ]
    path = write(tmp_path, rows)
    known = [entry.id for entry in library_matcher.entries]
    found = likeness(load_messages(path, known), library_matcher.entries)
    assert found is not None
    assert (round(found.median, 3), found.highest, found.equal) == (0.667, 1.0, 1)
    assert likeness([], library_matcher.entries) is None


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
    assert [line.split() for line in report.splitlines() if "AUROC" in line] == [
        ["outside:", "AUROC", "nan"]
    ]
    assert "by kind" not in report


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


def test_the_command_prints_the_report_or_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DOITHOAI_DATA_DIR", str(tmp_path))
    row: dict[str, object] = {
        "text": "mất thẻ bảo hiểm y tế làm lại ở đâu",
        "expected": "bhyt-mat-the",
    }
    assert main(["faq", "eval", str(write(tmp_path, [row]))]) == 0
    assert capsys.readouterr().out.startswith("1 messages: 1 inside the FAQ, 0 outside; ")
    assert main(["faq", "eval", str(write(tmp_path, [{**row, "expected": "x"}]))]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "line 1 expects 'x'" in said.err


def test_figures() -> None:
    assert auroc([0.9, 0.8], [0.1, 0.2]) == 1.0
    assert auroc([0.5], [0.5]) == 0.5
    assert auroc([0.1], [0.9, 0.0]) == 0.5
    assert str(share_interval(8, 10)) == " 80.0 [49-94]"
    assert str(share_interval(0, 0)) == "  0.0 [0-100]"
    assert mean_interval([1.0, 1.0]).low == 1.0
    assert mean_interval([]).high == 1.0
