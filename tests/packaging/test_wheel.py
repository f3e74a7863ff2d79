"""The wheel has everything: catalogues, FAQ, templates, migrations and the page's files.

It is built from a copy of the source, put into an environment of its own, and used from an empty
folder. Other people's packages are lent from this environment; our own source is nowhere in sight.
"""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from handlers.faq_book import FaqBook
from storage.migrate import head

ROOT = Path(__file__).resolve().parents[2]
_SOURCE = ("bot", "handlers", "faq", "storage", "pyproject.toml", "README.md", "LICENSE")
_PATIENCE = 120

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` folder of an environment into which the wheel was installed."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in _SOURCE:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    wheels = folder / "wheels"
    # The build backend is one of the locked packages: nothing is fetched.
    _run(*pip, "wheel", "--no-deps", "--no-index", "--no-build-isolation", "-w", wheels, source)
    shutil.rmtree(source)
    (wheel,) = wheels.iterdir()
    environment = folder / "environment"
    _run(sys.executable, "-m", "venv", "--without-pip", environment)
    commands = environment / ("Scripts" if os.name == "nt" else "bin")
    _run(*pip, "--python", commands / "python", "install", "--no-deps", "--no-index", wheel)
    (_packages(commands) / "lent.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
    return commands


def _packages(commands: Path) -> Path:
    script = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(_run(commands / "python", "-c", script).strip())


def _run(*command: str | Path, cwd: Path | None = None, stdin: str = "") -> str:
    done = subprocess.run(
        command,
        check=False,
        cwd=cwd,
        input=stdin,
        env=_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _environment() -> dict[str, str]:
    """This environment without what leads Python to our source or sets anything of ours."""
    return {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONPATH" and not name.startswith("DOITHOAI_")
    }


@pytest.fixture
def empty(tmp_path: Path, faq_cache: Path, book: FaqBook) -> Path:
    """A folder with nothing in it but the training of *book*, which would take seconds."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cache").symlink_to(faq_cache, target_is_directory=True)
    return tmp_path


def test_the_code_comes_from_the_wheel(installed: Path, empty: Path) -> None:
    for package in ("bot", "faq", "handlers", "storage"):
        script = f"import {package}; print({package}.__file__)"
        found = _run(installed / "python", "-c", script, cwd=empty).strip()
        assert Path(found).is_relative_to(installed.parent)


def test_commands_work_anywhere(installed: Path, empty: Path) -> None:
    command = installed / "doithoai"
    assert head() in _run(command, "migrate", cwd=empty)
    assert (empty / "data" / "doithoai.sqlite3").exists()
    answer = _run(command, "faq", "match", cwd=empty, stdin="mất thẻ bảo hiểm y tế làm lại ở đâu\n")
    assert len(json.loads(answer)["candidates"]) == 5
    assert "submissions" in _run(command, "export", "--list", cwd=empty)


@pytest.fixture
def demo(installed: Path, empty: Path) -> Iterator[str]:
    """Address of a demo served from the wheel."""
    with subprocess.Popen(
        [installed / "doithoai", "serve", "--demo", "--port", "0"],
        cwd=empty,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        try:
            assert select.select([process.stdout], [], [], _PATIENCE)[0]
            found = re.search(r"http://\S+:\d+", process.stdout.readline())
            assert found is not None
            yield found[0]
        finally:
            process.terminate()
    assert process.returncode == 0


def test_the_demo_serves_page_and_chat(demo: str) -> None:
    with httpx.Client(base_url=demo, timeout=30) as person:
        assert person.get("/readyz").json()["ready"] is True
        page = person.get("/")
        assert "Hỏi đáp Xã Mẫu" in page.text
        assets = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text))
        assert len(assets) >= 3
        assert {person.get(one).status_code for one in assets} == {200}
        said = person.post(
            "/chat/messages",
            json={"id": str(uuid4()), "text": "menu"},
            headers={"x-doithoai": "1"},
        )
        assert said.status_code == 200
        (reply,) = person.get("/chat/messages").json()
        assert "Anh/chị cần việc gì" in reply["text"]
        assert person.get("/demo").status_code == 200
