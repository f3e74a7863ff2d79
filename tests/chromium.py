"""The system's Chromium, where Playwright can drive it. No browser is ever downloaded."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from shutil import which
from typing import NoReturn

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome")


def path() -> str:
    """Where Chromium is; without it the tests that need it do not run, and in CI they fail."""
    found = next((found for name in _NAMES if (found := which(name))), None)
    if found is None:
        _without("no Chromium on this machine: apt-get install chromium")
    if not _driver_starts():
        _without("Playwright does not start on this machine: apt-get install libatomic1")
    return found


@cache
def _driver_starts() -> bool:
    command = Path(sys.executable).with_name("playwright")
    return subprocess.run([command, "--version"], capture_output=True, check=False).returncode == 0


def _without(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"the browser tests cannot run: {reason}")
    pytest.skip(f"the browser tests did not run: {reason}")
