"""The manual names every setting, with today's default and description."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from bot.config import Settings

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "operations.md"


@pytest.fixture
def maker() -> ModuleType:
    """The script that makes the table."""
    spec = importlib.util.spec_from_file_location(
        "settings_table", ROOT / "deploy" / "settings_table.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_manual_has_the_table_of_today(maker: ModuleType) -> None:
    page = PAGE.read_text("utf-8")
    assert page == maker.written(page), "run: .venv/bin/python deploy/settings_table.py --write"


@pytest.mark.parametrize("name", list(Settings.model_fields))
def test_every_setting_is_described(name: str, maker: ModuleType) -> None:
    field = Settings.model_fields[name]
    (line,) = (
        one for one in maker.table().splitlines() if one.startswith(f"| `DOITHOAI_{name.upper()}` ")
    )
    assert field.description
    assert field.description in line


def test_secrets_have_no_default(maker: ModuleType) -> None:
    for line in maker.table().splitlines():
        name = line.partition("`")[2].partition("`")[0]
        if name.endswith(("_TOKEN", "_SECRET")):
            assert "not set (secret)" in line


def test_a_page_without_marks_is_refused(maker: ModuleType) -> None:
    with pytest.raises(ValueError, match="no "):
        maker.written("a page")


def test_a_changed_page_is_noticed(maker: ModuleType) -> None:
    page = PAGE.read_text("utf-8")
    spoiled = page.replace("DOITHOAI_MIN_FREE_MB", "DOITHOAI_MIN_FREE_GB", 1)
    assert spoiled != page
    assert maker.written(spoiled) != spoiled


def test_printed_and_misused(maker: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert maker.main([]) == 0
    assert capsys.readouterr().out == maker.table()
    assert maker.main(["--nonsense"]) == 2
    assert "usage" in capsys.readouterr().err
