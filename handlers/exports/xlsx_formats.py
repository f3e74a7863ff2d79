"""Fonts, borders and alignments of the lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from handlers.exports.tables import Kind

FONT = "Times New Roman"
SIZE = 11
OFFICE_SIZE = 13
RULE_SIZE = 6
_TITLE_SIZE = 14
"""A little more than the decree asks for: wide lists are printed at nine tenths."""
_KINDS: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"align": "left"},
    Kind.SHORT: {"align": "center"},
    Kind.NUMBER: {"align": "center", "num_format": "#,##0"},
    Kind.DATE: {"align": "center", "num_format": "dd/mm/yyyy"},
}
_FORMS: dict[Kind, dict[str, Any]] = {
    **_KINDS,
    # a spreadsheet must not make a date or a number of what is typed as words
    Kind.TEXT: {"align": "left", "num_format": "@"},
    Kind.SHORT: {"align": "center", "num_format": "@"},
}
_TYPED = {"locked": False, "valign": "top"}
_LOCKED = {"locked": True, "valign": "top", "bg_color": "#E4E4E4"}
_ENDS = ((True, True), (True, False), (False, True), (False, False))


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks: as it is, or with the quote prefix that keeps it words."""

    plain: Any
    quoted: Any


class Formats:
    """The formats of one workbook."""

    def __init__(self, workbook: Any) -> None:
        make = workbook.add_format
        base = {"font_name": FONT, "font_size": SIZE, "valign": "vcenter", "text_wrap": True}
        boxed = {**base, "border": 1}
        self._cells = {
            (kind, top, bottom): _look(make, {**boxed, **more, **_open(top, bottom)})
            for kind, more in _KINDS.items()
            for top, bottom in _ENDS
        }
        self.bold = {kind: make({**boxed, **more, "bold": True}) for kind, more in _KINDS.items()}
        centre = {**base, "align": "center"}
        self.office = make({**centre, "bold": True, "font_size": OFFICE_SIZE})
        # A rule as long as it has to be, wherever the columns end: blanks, underlined.
        ruled = {"underline": 1, "font_size": RULE_SIZE, "valign": "top", "text_wrap": False}
        self.rule = make({**centre, **ruled})
        self.dated = make({**centre, "italic": True, "font_size": OFFICE_SIZE})
        self.title = make({**centre, "bold": True, "font_size": _TITLE_SIZE})
        self.subtitle = make({**centre, "italic": True})
        self.form = {
            kind: _look(make, {**boxed, **more, **_TYPED}) for kind, more in _FORMS.items()
        }
        """Cells that somebody fills in."""
        self.locked = {
            kind: _look(make, {**boxed, **more, **_LOCKED}) for kind, more in _FORMS.items()
        }
        self.header = make({**boxed, "bold": True, "align": "center", "bg_color": "#EDEDED"})
        self.group = make({**boxed, "bold": True, "align": "left"})
        self.caption = make({**base, "bold": True, "align": "left"})
        """The name of a group above the table."""
        self.remark = make({**base, "italic": True, "align": "left"})
        self.signer = make({**centre, "bold": True, "font_size": OFFICE_SIZE, "valign": "top"})

    def cell(self, kind: Kind, *, top: bool = True, bottom: bool = True) -> Look:
        """The look of a cell; without *top* or *bottom* it goes on in the row above or below."""
        return self._cells[kind, top, bottom]


def _open(top: bool, bottom: bool) -> dict[str, Any]:
    sides: dict[str, Any] = {}
    if not top:
        sides["top"] = 0
    if not bottom:
        sides["bottom"] = 0
    if sides:
        sides["valign"] = "top"
    return sides


def _look(make: Any, properties: dict[str, Any]) -> Look:
    return Look(make(properties), make({**properties, "quote_prefix": True}))
