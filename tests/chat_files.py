"""How ``*.chat`` files are written: blocks of lines, and values captured as ``{name}``.

Bot: ✅ Em đã nhận. Mã của anh/chị: {code}.

  A line that begins with two spaces goes on with the message, also after a blank line.
H: {code}
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

NAME = re.compile(r"\{(\w+)\}")
_CONTEXT = 3
"""Words beside a captured value that are looked for when the wording has changed."""
_CODE = r"https?://\S+\w|[A-ZĐ]{2,4} ?\d{3} ?\d{3}|[A-Z\d]{6,}"
"""What a captured value looks like when only one side of it is known."""


def blocks(path: Path) -> list[str]:
    """The file's blocks without comments: a first line, and those that go on with it."""
    made: list[str] = []
    blank = 0
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("#"):
            continue
        if not line.strip():
            blank += 1
            continue
        if line.startswith("  ") and made:
            made[-1] += "\n" * (blank + 1) + line[2:]
        else:
            made.append(line)
        blank = 0
    return made


def block(label: str, text: str) -> str:
    """*text* as a file has it; no line ends in blanks, which editors strip."""
    first, *more = text.split("\n")
    return "\n".join([f"{label}: {first}", *(f"  {line}".rstrip() for line in more)])


def names(texts: Iterable[str]) -> set[str]:
    """Every name in braces."""
    return {name for text in texts for name in NAME.findall(text)}


def filled(text: str, known: dict[str, str]) -> str:
    """*text*, which somebody types, with what was shown at its names.

    Raises ``LookupError`` for a name that nobody was shown: typing it in braces would test nothing.
    """
    unknown = names([text]) - set(known)
    if unknown:
        raise LookupError(f"nobody was shown {', '.join(sorted(unknown))} before: {text}")
    return NAME.sub(lambda found: known[found[1]], text)


def capture(shown: str, wanted: str, known: dict[str, str]) -> str:
    """*shown* as *wanted* writes it when they agree; learns what stands at new names."""
    pattern, learnt = "", set[str]()
    for place, piece in enumerate(NAME.split(wanted)):
        if place % 2 == 0:
            pattern += re.escape(piece)
        elif piece in known:
            pattern += re.escape(known[piece])
        elif piece in learnt:
            pattern += f"(?P={piece})"
        else:
            learnt.add(piece)
            pattern += f"(?P<{piece}>[^\n]+?)"
    found = re.fullmatch(pattern, shown)
    if found is None:
        return shown
    known.update(found.groupdict())
    return wanted


def captured_anew(shown: str, wanted: Iterable[str], known: dict[str, str]) -> str:
    """*shown*, whose wording is no longer that of *wanted*, with names for what is known.

    The value of a new name of *wanted* is found by the words that stand beside it in both wordings.
    """
    shown = _named(shown, known)
    for line in "\n".join(wanted).split("\n"):
        for found in NAME.finditer(line):
            value = _between(shown, line[: found.start()], line[found.end() :])
            if value and found[1] not in known:
                known[found[1]] = value
                shown = _named(shown, known)
    return shown


def _named(shown: str, known: dict[str, str]) -> str:
    for name, value in known.items():
        shown = shown.replace(value, f"{{{name}}}")
    return shown


def _between(shown: str, before: str, after: str) -> str:
    """What stands in *shown* between the words of *before* and *after*, "" when that is unclear."""
    left, right = before.split()[-_CONTEXT:], after.split()[:_CONTEXT]
    counts = range(_CONTEXT, 0, -1)
    tries: list[tuple[list[str], str, list[str]]] = []
    if left and right:
        tries += [(left[-count:], r"[^\n]{1,60}?", right[:count]) for count in counts]
    if left:
        tries += [(left[-count:], _CODE, []) for count in counts]
    if right:
        tries += [([], _CODE, right[:count]) for count in counts]
    for first, value, last in tries:
        pattern = rf"{_words(first)}\s*({value})\s*{_words(last)}"
        found = re.search(pattern, shown)
        if found is not None:
            return found[1]
    return ""


def _words(several: list[str]) -> str:
    return r"\s+".join(re.escape(one) for one in several)
