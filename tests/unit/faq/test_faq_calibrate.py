"""Learning weights and thresholds from hidden aliases."""

from pathlib import Path

import pytest

from faq import calibrate
from faq.background import load_background
from faq.calibrate import learn, trials
from faq.knowledge import Knowledge
from faq.matcher import Matcher
from faq.ranking import EVIDENCE, MENU_EVIDENCE
from faq.signals import NAMES
from faq.thresholds import load_thresholds, save_thresholds

STRANGE = ("alo", "đường hư rồi", "hôm nay trời mưa", "ai bán bò không", "hello", "ok em")


def test_hidden_messages_are_of_three_kinds(library: Knowledge) -> None:
    found = list(trials(library.entries, STRANGE))
    kinds = [trial.kind for trial in found]
    assert kinds.count("outside") == len(STRANGE)
    assert kinds.count("inside") + kinds.count("neighbour") == 30
    assert kinds.count("neighbour") == 6  # every alias once; a fifth of the entries is hidden
    assert all((trial.expected >= 0) == (trial.kind == "inside") for trial in found)


def test_learning_is_repeatable_and_orders_the_thresholds(library: Knowledge) -> None:
    labelled = [("sách bị ướt thì đền không", "mat-sach"), ("bán vé số ở đâu", None)]
    first = learn(library.entries, STRANGE, labelled)
    assert first == learn(library.entries, STRANGE, labelled)
    assert 0.0 < first.suggest <= 1.0
    assert 0.0 < first.answer <= 1.0
    assert set(first.first.weights) <= set(EVIDENCE)
    assert set(first.menu.weights) <= set(MENU_EVIDENCE)
    assert set(first.signals) <= set(NAMES)
    assert all(weight >= 0 for weight in first.signals.values())
    assert "2 of them labelled" in first.learned_from
    matcher = Matcher(library.entries, thresholds=first, background=STRANGE)
    assert matcher.match("làm mất sách thì đền ra sao").candidates[0].id == "mat-sach"


def test_learned_numbers_survive_a_file(library: Knowledge, tmp_path: Path) -> None:
    learned = learn(library.entries, STRANGE)
    save_thresholds(learned, tmp_path / "t.yaml")
    read = load_thresholds(tmp_path / "t.yaml")
    assert read.learned_on == learned.learned_on
    assert read.learned_from == learned.learned_from
    assert abs(read.answer - learned.answer) < 1e-3
    assert read.signals.keys() == learned.signals.keys()
    assert read.menu.weights.keys() == learned.menu.weights.keys()


def test_the_command_writes_what_it_learned(
    library: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calibrate, "load_starter", lambda: library)
    lines: list[str] = []
    assert calibrate.main((), tmp_path / "t.yaml", lines.append) == 0
    assert lines[0].startswith("learned from 10 entries, ")
    assert load_thresholds(tmp_path / "t.yaml").learned_from.startswith("10 entries")


def test_the_shipped_numbers_fit_the_code() -> None:
    shipped = load_thresholds()
    assert set(shipped.first.weights) <= set(EVIDENCE)
    assert set(shipped.menu.weights) <= set(MENU_EVIDENCE)
    assert set(shipped.signals) <= set(NAMES)
    assert 0.0 < shipped.suggest < 1.0
    assert 0.0 < shipped.answer < 1.0


def test_background_messages_are_clean_and_different() -> None:
    background = load_background()
    assert len(background) > 150
    assert len(set(background)) == len(background)
    assert all(message.strip() == message != "" for message in background)
