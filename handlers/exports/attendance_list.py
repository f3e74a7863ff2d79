"""The attendance list of a dialogue session: who signs in, village by village.

Sex and year of birth are asked of nobody, so their columns stay empty for a pen; only an "ông" or
"bà" before a name tells the sex. The office is what the village head wrote beside the name.
Ethnicity is never asked; its count is a dotted line. After the meeting the marks that officials set
stand under the remarks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from handlers.context import Work
from handlers.exports.base import Export, Scope, Selection, Source
from handlers.exports.tables import (
    Band,
    Batches,
    Book,
    Column,
    FilledPage,
    Kind,
    Line,
    PageStart,
    Row,
    Sheet,
    Signers,
    Total,
)
from storage.models import PovertyStatus, RegistrationState
from storage.queries import AttendeeRow

FEWEST_WALK_INS = 4
"""Empty rows of each village for people who come without being on the list, so that a small village
stands on one page; mostly more, as many as the page has room for."""
_ROW_HEIGHT = 21.0
"""Fifteen of them fit below the heading of the first page."""
_SEXES = {"ông": "male", "anh": "male", "bà": "female", "chị": "female", "cô": "female"}
_SHOWN_DIGITS = 3
_SEATED = (
    RegistrationState.REGISTERED,
    RegistrationState.ATTENDED,
    RegistrationState.ABSENT,
)
_ON_LIST = (*_SEATED, RegistrationState.WAITLISTED)
_REMARKS = {RegistrationState.ATTENDED: "attended", RegistrationState.ABSENT: "absent"}


class AttendanceListExport(Export):
    """Seats and waiting list of every invited village, with a column to sign."""

    id = "attendance_list"
    of_session = True
    formats = ("xlsx",)

    async def count(self, work: Work, scope: Scope) -> None:
        """None: a list that nobody stands on yet is a form to write on."""

    async def choose(self, work: Work, scope: Scope) -> Selection:
        """Nothing to fix: the list is read as it stands."""
        counts = await work.uow.registrations.counts(scope.session.id)
        return Selection(sum(count for (_, state), count in counts.items() if state in _ON_LIST))

    async def book(self, source: Source, selection: Selection) -> Book:
        """The list to sign, and the numbers of each village."""
        lists = _Lists(source)
        return Book((lists.to_sign(), lists.numbers()))


class _Lists:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._seats = source.seats()
        names = {village.id: village.name for village in source.villages}
        kinds = {village.id: village.kind for village in source.villages}
        unknown = source.say("export-no-village")
        self._names = {id_: names.get(id_, unknown) for id_ in self._seats}
        self._kinds = {id_: kinds.get(id_, "thôn") for id_ in self._seats}

    def to_sign(self) -> Sheet:
        """The list itself, a new page for each village."""
        text, short = Kind.TEXT, Kind.SHORT
        columns = (
            ("number", 5, Kind.NUMBER),
            ("name", 22, text),
            ("sex", 6, short),
            ("born", 7.5, short),
            ("village", 9, text),
            ("category", 8, short),
            ("position", 11.5, text),
            ("household-head", 15, text),
            ("phone", 12.5, short),
            ("source", 11.5, text),
            ("signature", 16, text),
            ("note", 13, text),
        )
        say = self._source.say
        return Sheet(
            say("export-sheet-attendance"),
            self._source.heading(say("export-title-attendance")),
            tuple(
                Column(say(f"export-column-{name}"), width, kind) for name, width, kind in columns
            ),
            self._lines,
            paged=True,
        )

    def numbers(self) -> Sheet:
        """Seats, taken, waiting and categories of each village."""
        source, say, number = self._source, self._source.say, Kind.NUMBER
        return Sheet(
            say("export-sheet-numbers"),
            source.heading(say("export-title-numbers")),
            (
                Column(say("export-column-number"), 5, number),
                Column(say("export-column-village"), 18),
                Column(say("export-column-seats"), 7.5, number),
                Column(say("export-column-registered"), 7.5, number),
                Column(say("export-column-waiting"), 7.5, number),
                *(
                    Column(source.word("registration-category", one.value.lower()), 9, number)
                    for one in PovertyStatus
                ),
                Column(say("export-column-no-category"), 9, number),
            ),
            self._number_lines,
        )

    # -- the list --------------------------------------------------------------------------------

    async def _lines(self) -> Batches:
        every: Counter[PovertyStatus | None] = Counter()
        last = len(self._seats) - 1
        for place, village_id in enumerate(self._seats):
            seated, waiting = await self._people(village_id)
            every.update(one.category for one in seated)
            named = self._seats_of(village_id, seated)
            signed = [*named[-1:], *self._counted(village_id, seated, waiting)]
            total = (self._grand_total(every),) if place == last else ()
            ending = self._ending(village_id, signed, *total, self._legend())
            yield [self._start(village_id, first=not place), *named[:-1], ending]
        if not self._seats:
            yield [PageStart(), self._grand_total(every), self._legend()]

    def _start(self, village_id: int, *, first: bool) -> Line:
        """What it is a list of, when and where: each village takes its own pages along."""
        say, seats = self._source.say, self._seats[village_id]
        return PageStart(
            say("export-village-seats", village=self._names[village_id], seats=seats),
            None if first else self._source.heading(say("export-title-attendance")),
        )

    async def _people(self, village_id: int) -> tuple[list[AttendeeRow], list[AttendeeRow]]:
        found = await self._source.queries.attendees(
            self._source.scope.session.id, village_id, _ON_LIST
        )
        waits = RegistrationState.WAITLISTED
        return (
            [one for one in found if one.state is not waits],
            [one for one in found if one.state is waits],
        )

    def _seats_of(self, village_id: int, seated: Sequence[AttendeeRow]) -> list[Line]:
        name, seats = self._names[village_id], self._seats[village_id]
        lines: list[Line] = [self._row(number, one) for number, one in enumerate(seated, start=1)]
        return [*lines, *(self._empty(name, at) for at in range(len(seated) + 1, seats + 1))]

    def _counted(
        self, village_id: int, seated: Sequence[AttendeeRow], waiting: Sequence[AttendeeRow]
    ) -> list[Line]:
        name, seats = self._names[village_id], self._seats[village_id]
        lines: list[Line] = [self._subtotal(name, seats, seated)]
        if waiting:
            text = self._source.say("export-waiting", village=name, count=len(waiting))
            lines.append(Band(text))
            lines += [self._row(number, one) for number, one in enumerate(waiting, start=1)]
        return lines

    def _ending(self, village_id: int, signed: Sequence[Line], *ending: Line) -> FilledPage:
        """Who *signed* for, rows to write on and the signatures; *ending* closes the whole list."""
        say, name = self._source.say, self._names[village_id]
        signers = Signers(
            say("export-signer-clerk"), self._head(village_id), say("export-sign-here")
        )
        above = (*signed, Band(say("export-walk-ins", village=name)))
        return FilledPage(above, self._empty(name), FEWEST_WALK_INS, (signers, *ending))

    def _empty(self, village: str, number: int | str = "") -> Row:
        """A row to write on."""
        return Row((number, "", "", "", village, *[""] * 7), _ROW_HEIGHT)

    def _row(self, number: int, one: AttendeeRow) -> Row:
        source = self._source
        name, sex = _addressed(one.name)
        cells = (
            number,
            name,
            source.say(f"export-sex-{sex}") if sex else "",
            "",
            self._names[one.village_id],
            one.category.value if one.category else "",
            one.office or "",
            one.household_head or "",
            self._phone(one.phone),
            source.say(f"export-source-{one.source.replace('_', '-')}"),
            "",
            self._remark(one),
        )
        return Row(cells, _ROW_HEIGHT)

    def _remark(self, one: AttendeeRow) -> str:
        if one.state is RegistrationState.WAITLISTED:
            return self._source.say("export-note-waiting")
        word = _REMARKS.get(one.state)
        return self._source.say(f"export-note-{word}") if word else ""

    def _phone(self, phone: str | None) -> str:
        if not phone or self._source.options.full_phones:
            return phone or ""
        return mask_phone(phone)

    def _subtotal(self, village: str, seats: int, seated: Sequence[AttendeeRow]) -> Total:
        label = self._source.say(
            "export-village-total", village=village, count=len(seated), seats=seats
        )
        return Total(self._with_categories(label, Counter(one.category for one in seated)), 12)

    def _grand_total(self, every: Counter[PovertyStatus | None]) -> Total:
        label = self._source.say(
            "export-commune-total",
            commune=self._source.commune.name,
            count=every.total(),
            seats=sum(self._seats.values()),
        )
        return Total(self._with_categories(label, every), 12)

    def _with_categories(self, label: str, counts: Counter[PovertyStatus | None]) -> str:
        parts = [f"{one.value} {counts[one]}" for one in PovertyStatus if counts[one]]
        if counts[None]:
            parts.append(self._source.say("export-no-category", count=counts[None]))
        by_hand = self._source.say("export-counted-by-hand")
        return " ".join([label, *(["; ".join(parts) + "."] if parts else []), by_hand])

    def _legend(self) -> Band:
        words = "; ".join(f"{one.value}: {self._category(one)}" for one in PovertyStatus)
        return Band(self._source.say("export-legend", words=words), strong=False)

    def _category(self, one: PovertyStatus) -> str:
        return self._source.say(f"registration-category-{one.value.lower()}")

    def _head(self, village_id: int) -> str:
        kind = self._kinds[village_id]
        key = "export-signer-group-head" if kind.startswith("tổ") else "export-signer-head"
        return self._source.say(key, kind=kind).upper()

    # -- numbers ---------------------------------------------------------------------------------

    async def _number_lines(self) -> Batches:
        lines: list[Line] = []
        sums: Counter[int] = Counter()
        for place, (village_id, seats) in enumerate(self._seats.items(), start=1):
            seated, waiting = await self._people(village_id)
            counts = Counter(one.category for one in seated)
            numbers = [seats, len(seated), len(waiting)]
            numbers += [counts[category] for category in (*PovertyStatus, None)]
            sums.update(dict(enumerate(numbers, start=2)))
            lines.append(Row((place, self._names[village_id], *numbers)))
        last = 5 + len(PovertyStatus) + 1
        totals = {column: sums[column] for column in range(2, last)}
        total = Total(self._source.say("export-total"), 2, totals)
        yield [*lines, total, self._source.signers()]


def _addressed(name: str) -> tuple[str, str | None]:
    """A name without the "ông" or "bà" that was typed before it, and the sex that this tells.

    Only in small letters: with a capital it may be the family name.
    """
    word, _, rest = name.partition(" ")
    sex = _SEXES.get(word)
    return (rest.strip(), sex) if sex and " " in rest.strip() else (name, None)


def mask_phone(phone: str) -> str:
    """A phone of which only the last digits can be read: enough to tell two people apart."""
    digits = [place for place, sign in enumerate(phone) if sign.isdigit()]
    hidden = set(digits[:-_SHOWN_DIGITS])
    return "".join("*" if place in hidden else sign for place, sign in enumerate(phone))
