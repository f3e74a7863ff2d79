"""The catalogues: same keys in each language, every key that code uses, and easy to read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from faq.reading import before_menu, too_hard
from handlers.texts import LANGUAGES, Catalogue, Texts

ROOT = Path(__file__).resolve().parents[2]
LOCALES = ROOT / "handlers" / "locales"
CODE = sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")])
TEMPLATES = sorted((ROOT / "bot" / "web" / "templates").glob("*.html"))

OPERATORS = frozenset({"cli.ftl", "demo.ftl", "exports.ftl"})
"""Read by who runs the program, or parts of spreadsheets and sample names: no chat messages.
Everything else keeps the rule of households, officials' screens too."""

SAID_IN_CHAT = re.compile(
    r"export-(?:which|ask-.+|format-.+|nothing|ready-.+|link(?:-gone)?|kind-(?!.*-file$).+)"
)
"""Texts among those of spreadsheets that are messages all the same."""

FORBIDDEN = re.compile(
    r"\bbạn\b|!|\b(?:UBND|BHYT|BHXH|HĐND|MTTQ|TDP|CBCC|SĐT|VB|GCN|QĐ|NĐ)\b", re.I
)


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


@cache
def _messages(language: str) -> dict[str, tuple[str, frozenset[str]]]:
    """File and variables of every message of *language*."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                seen = _Variables()
                seen.visit(entry)
                found[entry.id.name] = (file.name, frozenset(seen.names))
    return found


class _References(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.names.add(node.id.name)

    def visit_TermReference(self, node: ftl.TermReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_parsed_alone_is_the_one_in_its_file(language: str) -> None:
    for file in sorted((LOCALES / language).glob("*.ftl")):
        text = file.read_text("utf-8")
        catalogue = Catalogue(language)
        catalogue.add(text)
        written = [one for one in FluentParser().parse(text).body if isinstance(one, ftl.Message)]
        assert list(catalogue.sources) == [one.id.name for one in written]
        for message in written:
            alone = FluentParser().parse(catalogue.sources[message.id.name]).body[0]
            assert alone.equals(message, ["span", "comment"]), message.id.name
            referred = _References()
            referred.visit(message)
            assert not referred.names, f"{message.id.name} refers to {referred.names}"


# -- languages ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_same_keys_in_the_same_files(language: str) -> None:
    first, other = _messages("vi"), _messages(language)
    assert {key: file for key, (file, _) in first.items()} == {
        key: file for key, (file, _) in other.items()
    }


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_same_variables(language: str) -> None:
    other = _messages(language)
    assert [
        key
        for key, (_, names) in _messages("vi").items()
        if key in other and not other[key][1] <= names
    ] == []


# -- keys in code -------------------------------------------------------------------------------

PLACES: dict[str, tuple[int, str]] = {
    "say": (0, "key"),
    "_say": (0, "key"),
    "Say": (0, "key"),
    "ask": (1, "key"),
    "choose": (1, "key"),
    "Prompt": (1, "key"),
    "close": (0, "key"),
    "ask_again": (0, "key"),
    "option": (1, "key"),
    "RuleError": (0, "key"),
    "CommandError": (0, "key"),
    "ChatError": (0, "key"),
    "tell": (2, "key"),
    "refuse": (2, "key"),
}
"""Where functions that show a text take its key: position and name."""


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literals(node: ast.expr | None) -> Iterator[str]:
    """Keys that an expression may give; the open parts of an f-string become ``.+``."""
    match node:
        case ast.Constant(value=str() as key):
            yield re.escape(key)
        case ast.JoinedStr(values=parts):
            yield "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
                for part in parts
            )
        case ast.IfExp(body=body, orelse=other):
            yield from _literals(body)
            yield from _literals(other)


def _argument(call: ast.Call, place: int, name: str) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    if any(isinstance(one, ast.Starred) for one in call.args[: place + 1]):
        return None
    return call.args[place] if len(call.args) > place else None


def _keys_of_call(call: ast.Call) -> Iterator[str]:
    name = _name(call)
    if name == "word":  # exports: the text "<key>-<value>"
        yield from (f"{key}\\-.+" for key in _literals(call.args[0]))
    elif name == "done":
        for argument in call.args:
            yield from _literals(argument)
    elif name == "render":
        # Texts.render(language, key) and Pages.render(template, key=…)
        template = call.args and isinstance(call.args[0], ast.Constant) and _is_page(call.args[0])
        given = _argument(call, 99 if template else 1, "key")
        yield from _literals(given)
    elif name in PLACES and not _is_own_tell(call, name):
        given = _argument(call, *PLACES[name])
        yield from _literals(given)
        labelled = any(keyword.arg == "label" for keyword in call.keywords)
        if name == "option" and given is None and not labelled and call.args:
            yield from (f"option\\-{value}" for value in _literals(call.args[0]))


def _is_page(constant: ast.Constant) -> bool:
    return str(constant.value).endswith(".html")


def _is_own_tell(call: ast.Call, name: str) -> bool:
    """``_tell`` helpers have their own arguments; only ``notices.tell`` is meant."""
    function = call.func
    return name == "tell" and not (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "notices"
    )


@cache
def _used() -> tuple[tuple[str, str], ...]:
    """(place in the code, pattern of a key) of every text that code asks for by a literal."""
    found = []
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                place = f"{file.relative_to(ROOT)}:{node.lineno}"
                found += [(place, pattern) for pattern in _keys_of_call(node)]
    for page in TEMPLATES:
        for key in re.findall(r"""say\(\s*["']([a-z0-9_-]+)["']""", page.read_text("utf-8")):
            found.append((page.name, re.escape(key) + (".+" if key.endswith("-") else "")))
    return tuple(found)


def test_many_uses_are_seen() -> None:
    assert len(_used()) > 300


def test_every_text_that_code_asks_for_exists() -> None:
    keys = _messages("vi")
    missing = [
        f"{place}: {pattern}"
        for place, pattern in _used()
        if pattern != ".+" and not any(re.fullmatch(pattern, key) for key in keys)
    ]
    assert missing == []


@cache
def _strings() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Every string of the code, and every f-string as a pattern."""
    whole: set[str] = set()
    patterns: set[str] = set()
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                patterns.update(_literals(node))
    for page in TEMPLATES:
        text = page.read_text("utf-8")
        whole.update(re.findall(r"""["']([a-z0-9_-]+)["']""", text))
        patterns.update(
            re.escape(start) + ".+" for start in re.findall(r"""["']([a-z0-9_-]+-)["'] ?~""", text)
        )
    patterns.update(pattern for _, pattern in _used() if pattern.endswith(".+"))
    useful = (re.compile(one) for one in patterns if re.match(r"[a-z]+(?:\\-|_)", one))
    return frozenset(whole), tuple(useful)


def _is_used(key: str) -> bool:
    """Whether the code can build *key*: whole, from a pattern, or with an ending put on."""
    whole, patterns = _strings()
    if key in whole or any(pattern.fullmatch(key) for pattern in patterns):
        return True
    if key.startswith("option-") and key.removeprefix("option-") in whole:
        return True
    endings = [one for one in whole if re.fullmatch(r"-[a-z_-]+", one) and key.endswith(one)]
    return any(_is_used(key.removesuffix(one)) for one in endings)


def test_no_text_is_left_over() -> None:
    assert [key for key in _messages("vi") if not _is_used(key)] == []


# -- reading ------------------------------------------------------------------------------------

_SAMPLES = {
    "name": "Nông Thị Mẫu",
    "instead": "Lò Văn Mẫu",
    "village": "Thôn 3",
    "place": "Thôn 3",
    "code": "XM 482 739",
    "other": "XM 482 739",
    "when": "7 giờ 30 sáng, thứ Bảy, 05/12/2026",
    "moment": "7 giờ 30 sáng, thứ Bảy, 05/12/2026",
    "day": "thứ Bảy, 05/12/2026",
    "date": "thứ Bảy, 05/12/2026",
    "due": "thứ Bảy, 05/12/2026",
    "before": "thứ Bảy, 05/12/2026",
    "hours": "giờ làm việc, từ thứ Hai đến thứ Sáu",
    "phone": "0000 000 000",
    "topics": "bảo hiểm y tế, giáo dục, nhà ở",
    "head": "trưởng thôn",
    "kind": "câu hỏi",
    "line": "Nông Thị Mẫu, hộ cận nghèo",
    "shown": "Tên giữ kín, chỉ cán bộ biết.",
}
_NUMBERS = frozenset(
    {"count", "taken", "seats", "left", "most", "number", "days", "submissions", "files",
     "registrations", "files_count", "each", "contacts", "heads", "added", "waiting", "requested"}
)  # fmt: skip


def _shown(key: str) -> str:
    """The text with samples in it; a whole text that is put in counts as one word: it is measured
    where it is written."""
    _, names = _messages("vi")[key]
    params = {name: 15 if name in _NUMBERS else _SAMPLES.get(name, "lời") for name in names}
    return Texts.load().render("vi", key, params)


def _is_chat(key: str, file: str) -> bool:
    return file not in OPERATORS or SAID_IN_CHAT.fullmatch(key) is not None


@pytest.mark.parametrize(
    "key", [key for key, (file, _) in _messages("vi").items() if _is_chat(key, file)]
)
def test_reads_well(key: str) -> None:
    text = _shown(key)
    assert too_hard(before_menu(text)) == [], text
    assert FORBIDDEN.findall(text) == [], text


def test_the_rule_can_fail() -> None:
    assert too_hard(
        "Hộ nào cũng phải nộp đơn kèm theo bản sao của mọi giấy tờ nêu trên cho xã rồi chờ trả lời."
    )
    assert FORBIDDEN.search("Mời bạn đến UBND xã!")


def test_passing_on_is_offered_to_households_never_announced() -> None:
    """It waits for their consent, and for what they read back."""
    announced = re.compile(r"\bem (?:chuyển|gửi) (?:câu này )?cho cán bộ(?!.*nhé\?)", re.I)
    agreed = re.compile(r"đồng ý thì em gửi")
    told = {
        key: _shown(key) for key, (file, _) in _messages("vi").items() if file == "household.ftl"
    }
    found = [
        key for key, text in told.items() if announced.search(text) and not agreed.search(text)
    ]
    assert found == []
