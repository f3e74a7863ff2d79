"""The documents keep up with the program: commands, settings, links, and nothing of one machine."""

from __future__ import annotations

import re
import shlex
import unicodedata
from pathlib import Path

import pytest

from bot.cli import main
from bot.config import Settings

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "benchmarks").glob("*.md"),
    ]
)
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]

_CODE = re.compile(r"```[a-z]*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
_COMMAND = re.compile(
    r"(?:^|[|$] )\s*(?:[A-Z_]+=\S+\s+)*(?:\.venv/bin/)?(doithoai\s.+?)\s*(?:#.*)?$"
)
_SETTING = re.compile(r"\bDOITHOAI_[A-Z0-9_]+")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*$", re.MULTILINE)
_TEST_ONLY = {"DOITHOAI_TEST_POSTGRES_URL"}
_STOP = frozenset({"<", ">", "|", "&&", "2>"})

_MACHINE = re.compile(r"(?<![\w.~-])/(?:work|root|home|Users|tmp|mnt)/\S*")
_REGISTRY = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|crates|rubygems|golang|docker)\.(?:org|com|io|dev)\b", re.I
)
_LINE_OF_CODE = re.compile(r"tests/[\w/.-]+\.(?:py|chat)(?:::\w+)?")


def _commands(text: str) -> list[list[str]]:
    """Every ``doithoai …`` in code, as words up to a pipe or redirection."""
    found = []
    for block, inline in _CODE.findall(text):
        for line in (block or inline).splitlines():
            command = _COMMAND.search(line.strip())
            if command is None:
                continue
            words = shlex.split(command.group(1))[1:]
            ends = [place for place, word in enumerate(words) if word in _STOP]
            found.append(words[: ends[0]] if ends else words)
    return found


def _slug(heading: str) -> str:
    """The anchor of a heading, as code hosts make it."""
    plain = re.sub(r"[`*_]", "", unicodedata.normalize("NFC", heading)).lower()
    return "".join(
        "-" if letter == " " else letter for letter in plain if letter.isalnum() or letter in " -"
    )


@pytest.fixture(params=PAGES, ids=NAMES)
def page(request: pytest.FixtureRequest) -> Path:
    """Each document."""
    given: Path = request.param
    return given


def test_every_command_exists(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in _commands(page.read_text("utf-8")):
        first_option = next((i for i, word in enumerate(words) if word.startswith("-")), None)
        with pytest.raises(SystemExit) as ended:
            main([*words[:first_option], "--help"])
        shown = capsys.readouterr()
        assert ended.value.code == 0, f"doithoai {' '.join(words)}: {shown.err}"
        options = {word.partition("=")[0] for word in words if word.startswith("-")}
        unknown = {one for one in options if one not in re.findall(r"-[\w-]+", shown.out)}
        assert not unknown, f"doithoai {' '.join(words)}"


def test_every_setting_exists(page: Path) -> None:
    known = {f"DOITHOAI_{name.upper()}" for name in Settings.model_fields} | _TEST_ONLY
    named = {name for name in _SETTING.findall(page.read_text("utf-8")) if not name.endswith("_")}
    assert named <= known


def test_every_link_leads_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text("utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        aim = (page.parent / path).resolve() if path else page
        assert aim.exists(), f"{page.name} links to {target}"
        if anchor:
            headings = {_slug(one) for one in _HEADING.findall(aim.read_text("utf-8"))}
            assert anchor in headings, f"{page.name} links to {target}"


def test_nothing_of_one_machine(page: Path) -> None:
    text = page.read_text("utf-8")
    assert _MACHINE.findall(text) == []
    assert _REGISTRY.findall(text) == []


def test_proofs_named_in_the_documents_exist(page: Path) -> None:
    for proof in set(_LINE_OF_CODE.findall(page.read_text("utf-8"))):
        path, _, name = proof.partition("::")
        file = ROOT / path
        assert file.exists(), f"{page.name} names {proof}"
        if name:
            assert re.search(rf"def {name}\b", file.read_text("utf-8")), f"no {proof}"


def test_every_page_can_be_reached_from_the_index() -> None:
    index = ROOT / "docs" / "index.md"
    linked = {
        (index.parent / target.partition("#")[0]).resolve()
        for target in _LINK.findall(index.read_text("utf-8"))
    }
    missing = [one.name for one in (ROOT / "docs").rglob("*.md") if one not in linked | {index}]
    assert missing == []


def test_the_checks_see_what_they_should() -> None:
    assert _commands("`doithoai chat --as ho-3`") == [["chat", "--as", "ho-3"]]
    assert _commands("```sh\necho a | doithoai faq match --jsonl > b\n```") == [
        ["faq", "match", "--jsonl"]
    ]
    assert _commands("`DOITHOAI_PORT=0 .venv/bin/doithoai serve`") == [["serve"]]
    assert _commands("the `doithoai` command") == []
    assert _MACHINE.search("see /home/somebody/x")
    assert not _MACHINE.search("`/hooks/telegram`")
    assert _slug("Kill safety: `kill -9`") == "kill-safety-kill--9"
