"""Check entries against one another: wordings that lead elsewhere, entries that say the same.

Each wording is asked of a training that never saw it. Only what the classifier learned is asked:
the whole matcher would have to be trained again and again.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

import numpy as np
from rapidfuzz.fuzz import token_sort_ratio

from faq.alias_lint import Meet, everywhere
from faq.entries import FaqEntry
from faq.findings import Finding
from faq.gram_index import Floats
from faq.normalize import fold, words
from faq.signals import wordings_held_out

__all__ = ["neighbour_findings"]

# aliases of one entry are written to differ, so that one in three is not recognised without itself:
# only what lies far from its own entry and near another one is worth a look
_FAR_FROM_OWN: Final = 1 / 3
# in log-odds: seven times as likely
_BY_FAR: Final = 2.0
_SAME_QUESTION: Final = 88.0
_TAKEN: Final = 0.45
_FEWEST_WORDINGS: Final = 4


def neighbour_findings(entries: Sequence[FaqEntry], meet: Meet = everywhere) -> Iterator[Finding]:
    """Give wordings that another entry answers by far better, and pairs of entries alike.

    Of entries that name one another as neighbours (`contrasts`) only the latter.
    """
    lost: Counter[tuple[int, int]] = Counter()
    found = wordings_held_out(entries) if len(entries) > 1 else None
    if found is not None:
        wordings, table = found
        usual = float(np.median([table[row, own] for row, (own, _) in enumerate(wordings)]))
        for row, (own, text) in enumerate(wordings):
            other = _first_other(table[row], own, entries, meet)
            if other is None or table[row, other] <= table[row, own]:
                continue
            lost[own, other] += 1
            if _is_misplaced(table[row], own, other, usual) and not _contrasted(
                entries[own], entries[other]
            ):
                message = f"{text!r} leads to {entries[other].id}"
                about = f"{text} / {entries[other].id}"
                yield Finding(entries[own].id, "leads-elsewhere", message, advice=True, about=about)
    yield from _twins(entries, meet, lost)


def _first_other(opinions: Floats, own: int, entries: Sequence[FaqEntry], meet: Meet) -> int | None:
    for place in np.argsort(-opinions)[:_FEWEST_WORDINGS].tolist():
        if place != own and meet(entries[own].id, entries[place].id):
            return int(place)
    return None


def _is_misplaced(opinions: Floats, own: int, other: int, usual: float) -> bool:
    """Tell whether a wording fits another entry far better; `usual` is how it fits its own."""
    far = bool(opinions[own] <= usual * _FAR_FROM_OWN)
    return far and bool(opinions[other] - opinions[own] >= max(usual, _BY_FAR))


def _contrasted(one: FaqEntry, other: FaqEntry) -> bool:
    named = {contrast.id for contrast in one.contrasts}
    return other.id in named or one.id in {contrast.id for contrast in other.contrasts}


def _twins(
    entries: Sequence[FaqEntry], meet: Meet, lost: Counter[tuple[int, int]]
) -> Iterator[Finding]:
    questions = [" ".join(words(fold(entry.question))) for entry in entries]
    sizes = [1 + len(entry.aliases) for entry in entries]
    for one, other in combinations(range(len(entries)), 2):
        if not meet(entries[one].id, entries[other].id):
            continue
        shares = (lost[one, other] / sizes[one] + lost[other, one] / sizes[other]) / 2
        mixed = shares >= _TAKEN and min(sizes[one], sizes[other]) >= _FEWEST_WORDINGS
        if mixed or token_sort_ratio(questions[one], questions[other]) >= _SAME_QUESTION:
            message = f"asks nearly the same as {entries[other].id}"
            yield Finding(entries[one].id, "near-duplicate-entry", message, about=entries[other].id)
