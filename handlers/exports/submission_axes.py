"""The groups under which submissions stand in a list: fields and villages, in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.exports.base import Source
from storage.queries import SubmissionPlace

GroupKey = Callable[[SubmissionPlace], int]


@dataclass(frozen=True, slots=True)
class Axis:
    """The groups of one order, in the order in which they stand: what they are called."""

    ids: tuple[str | int | None, ...]
    labels: tuple[str, ...]


class Axes:
    """The fields and the villages of some submissions, and where each submission stands."""

    def __init__(self, source: Source, places: Sequence[SubmissionPlace]) -> None:
        self.topics = _topics(source, places)
        self.villages = _villages(source, places)
        self._topic_at = {id_: at for at, id_ in enumerate(self.topics.ids)}
        self._village_at = {id_: at for at, id_ in enumerate(self.villages.ids)}

    def topic_of(self, place: SubmissionPlace) -> int:
        """Which of the fields."""
        return self._topic_at[place.topic]

    def village_of(self, place: SubmissionPlace) -> int:
        """Which of the villages."""
        return self._village_at[place.village_id]


def _topics(source: Source, places: Sequence[SubmissionPlace]) -> Axis:
    """Fields of the dialogue session first, then others that came; unknown ones last."""
    found = {one.topic for one in places}
    meeting = source.scope.meeting
    announced = dict.fromkeys(meeting.topics if meeting else ())
    others = sorted(topic for topic in found if topic is not None and topic not in announced)
    ids = (*announced, *others, *((None,) if None in found else ()))
    return Axis(ids, tuple(source.topic(topic) for topic in ids))


def _villages(source: Source, places: Sequence[SubmissionPlace]) -> Axis:
    """Invited villages, then others that sent something; an unknown village last."""
    found = {one.village_id for one in places}
    names = {village.id: village.name for village in source.villages}
    invited = source.seats()
    others = [id_ for id_ in names if id_ in found and id_ not in invited]
    # A village that is not among the commune's any more keeps its line.
    gone = sorted(
        id_ for id_ in found if id_ is not None and id_ not in names and id_ not in invited
    )
    ids = (*invited, *others, *gone, *((None,) if None in found else ()))
    unknown = source.say("export-no-village")
    return Axis(ids, tuple(unknown if id_ is None else names.get(id_, unknown) for id_ in ids))
