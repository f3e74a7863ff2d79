"""What is told of one submission, for officials or for everybody."""

from __future__ import annotations

from datetime import date

from handlers.exports.base import Source
from handlers.exports.columns import Facts
from handlers.exports.remarks import asker_of, note_of
from handlers.exports.submission_axes import Axes
from handlers.number_mask import hide_numbers
from handlers.services import codes
from handlers.services.masking import Mask
from handlers.texts import local
from storage.models import AnswerForm, SubmissionState, ToldHow
from storage.queries import SubmissionPlace, SubmissionRow

FACTS = (
    *("code", "asker", "village", "text", "topic", "kind", "competence"),
    *("answered-by", "answer", "form", "due", "state", "note"),
)
"""The names of what is told, in the order of a file that has a column for each."""
_HEAD = ToldHow.BY_HEAD
_OTHER_MEANS = (ToldHow.IN_PERSON, ToldHow.PHONE, ToldHow.LETTER)
_COMMUNE_DECIDED = frozenset({SubmissionState.ANSWERED, SubmissionState.EXPLAINED})


class Cells:
    """What is told of each submission; with a mask nothing of it names a person.

    A list lies on many desks: who handles the question reads its numbers in the chat.
    """

    def __init__(self, source: Source, axes: Axes, mask: Mask | None) -> None:
        self._source = source
        self._axes = axes
        self._mask = mask
        self._office = source.say("export-office-of", commune=source.commune.name)
        self._number_sign = source.say("export-masked-number")

    def of(self, place: SubmissionPlace, row: SubmissionRow) -> Facts:
        """What is told of one submission, by the names of ``FACTS``."""
        source = self._source
        return {
            "code": codes.shown(row.code),
            "asker": "" if self._mask else asker_of(source, row),
            "village": self._axes.villages.labels[self._axes.village_of(place)],
            "text": self._words(row.text),
            # Beside a name "no field yet" would read as if it were said of the person.
            "topic": self._axes.topics.labels[self._axes.topic_of(place)] if place.topic else "",
            "kind": source.word("inbox-kind", row.kind.value),
            "competence": self._competence(row),
            "answered-by": self._answered_by(row),
            "answer": self._answer(row),
            "form": self._form(row),
            "due": _day(row),
            "state": source.word("inbox-state", row.state.value),
            "note": note_of(source, row, public=self._mask is not None),
        }

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

    def _form(self, row: SubmissionRow) -> str:
        """How the answer was brought, and whether it was; an answer in writing is no sign of it."""
        answer, say = row.answer, self._source.say
        if answer is None:
            return ""
        if answer.waits:
            form = say("export-form-waits")
        elif answer.told in _OTHER_MEANS:
            form = say(f"export-form-{answer.told.value}")
        elif answer.form is not AnswerForm.MESSAGE or not (row.by_head or answer.told is _HEAD):
            form = say(f"export-form-{answer.form.value}")
        else:
            told = row.state is SubmissionState.TOLD
            form = say("export-form-by_head" if told else "export-form-by_head-waits")
        return form[:1].upper() + form[1:]

    def _answer(self, row: SubmissionRow) -> str:
        if row.answer is None:
            return ""
        text = self._words(row.answer.text)
        if not row.answer.legal_basis:
            return text
        return f"{text}\n({self._words(row.answer.legal_basis)})"


def _day(row: SubmissionRow) -> date | None:
    return local(row.due_at).date() if row.due_at else None
