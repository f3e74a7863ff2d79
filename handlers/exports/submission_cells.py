"""What stands in the columns of one submission, for officials or for everybody."""

from __future__ import annotations

from datetime import date

from handlers.exports.base import Source
from handlers.exports.remarks import asker_of, note_of
from handlers.exports.submission_axes import Axes
from handlers.exports.tables import Cell, Column, Kind
from handlers.services import codes
from handlers.services.masking import Mask
from handlers.services.number_mask import hide_numbers
from handlers.texts import local
from storage.models import SubmissionState
from storage.queries import SubmissionPlace, SubmissionRow

_COMMUNE_DECIDED = frozenset({SubmissionState.ANSWERED, SubmissionState.EXPLAINED})


class Cells:
    """The columns of the table, and a line of them; with a mask nothing in it names a person.

    A list lies on many desks: who handles the question reads its numbers in the chat.
    """

    def __init__(self, source: Source, axes: Axes, mask: Mask | None) -> None:
        self._source = source
        self._axes = axes
        self._mask = mask
        self._office = source.say("export-office-of", commune=source.commune.name)
        self._number_sign = source.say("export-masked-number")

    def columns(self) -> tuple[Column, ...]:
        """Their titles and widths."""
        text, short = Kind.TEXT, Kind.SHORT
        columns = (
            ("number", 5, Kind.NUMBER),
            ("code", 11, short),
            ("asker", 16, text),
            ("village", 10, text),
            ("text", 40, text),
            ("topic", 13, text),
            ("kind", 9.5, short),
            ("competence", 9, short),
            ("answered-by", 14, text),
            ("answer", 36, text),
            ("form", 10, short),
            ("due", 11, Kind.DATE),
            ("state", 10.5, text),
            ("note", 14, text),
        )
        return tuple(
            Column(self._source.say(f"export-column-{name}"), width, kind)
            for name, width, kind in columns
            if not (self._mask and name == "asker")
        )

    def of(self, number: int, place: SubmissionPlace, row: SubmissionRow) -> tuple[Cell, ...]:
        """The line of one submission."""
        source, answer = self._source, row.answer
        asker = () if self._mask else (asker_of(self._source, row),)
        return (
            number,
            codes.shown(row.code),
            *asker,
            self._axes.villages.labels[self._axes.village_of(place)],
            self._words(row.text),
            self._axes.topics.labels[self._axes.topic_of(place)],
            source.word("inbox-kind", row.kind.value),
            self._competence(row),
            self._answered_by(row),
            self._answer(row),
            source.word("export-form", answer.form.value) if answer else "",
            _day(row),
            source.word("inbox-state", row.state.value),
            note_of(self._source, row),
        )

    def _words(self, text: str) -> str:
        """Without people for everybody; without phones and papers' numbers for officials."""
        if self._mask:
            return self._mask(text)
        if self._source.options.full_phones:
            return text
        return hide_numbers(text, self._number_sign)

    def _competence(self, row: SubmissionRow) -> str:
        """Who decides, as far as what was done with it shows; left for a person otherwise."""
        say = self._source.say
        if row.went_up:
            return say("export-competence-upper")
        if row.state is SubmissionState.REDIRECTED:
            return say("export-competence-other")
        if row.answer is not None or row.state in _COMMUNE_DECIDED:
            return say("export-competence-commune")
        return ""

    def _answered_by(self, row: SubmissionRow) -> str:
        if row.answer is None:
            return ""
        if self._mask or not row.answer.answered_by:
            return self._office
        return f"{self._office}\n{row.answer.answered_by}"

    def _answer(self, row: SubmissionRow) -> str:
        if row.answer is None:
            return ""
        text = self._words(row.answer.text)
        if not row.answer.legal_basis:
            return text
        return f"{text}\n({self._words(row.answer.legal_basis)})"


def _day(row: SubmissionRow) -> date | None:
    return local(row.due_at).date() if row.due_at else None
