"""Prints the table of settings for docs/operations.md; ``--write`` puts it there.

The table is made from the descriptions in ``bot/config.py``, so that it cannot say something else.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import SecretStr

from bot.config import Settings

PAGE = Path(__file__).resolve().parent.parent / "docs" / "operations.md"
BEGIN, END = "<!-- settings: begin -->", "<!-- settings: end -->"


def table() -> str:
    """The settings as a Markdown table, a line each, in the order of the code."""
    prefix = Settings.model_config["env_prefix"]
    lines = ["| Variable | Default | What it is |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        about = (field.description or "").replace("|", "\\|") + _values(field.annotation)
        shown = _default(field.default, field.annotation)
        lines.append(f"| `{prefix}{name.upper()}` | {shown} | {about} |")
    return "\n".join(lines) + "\n"


def _default(value: Any, annotation: Any) -> str:
    if value is None:
        return "not set (secret)" if SecretStr in get_args(annotation) else "not set"
    if value == "":
        return "empty"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _values(annotation: Any) -> str:
    if get_origin(annotation) is not Literal:
        return ""
    return " One of: " + ", ".join(f"`{one}`" for one in get_args(annotation)) + "."


def written(page: str) -> str:
    """*page* with the table between its marks. Raises ``ValueError`` without marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"no {BEGIN} and {END} in the page")
    return f"{before}{BEGIN}\n\n{table()}\n{END}{after}"


def main(arguments: list[str]) -> int:
    """Print the table, or write it into the page."""
    if arguments == ["--write"]:
        PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
        return 0
    if arguments:
        sys.stderr.write("usage: settings_table.py [--write]\n")
        return 2
    sys.stdout.write(table())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
