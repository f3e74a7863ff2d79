"""Learn the weights and thresholds of the matcher from data kept apart.

Part of the aliases is hidden from the index and asked as messages; some entries are hidden
altogether, so that their aliases are messages without an answer, and so is part of the
background. Labelled messages, when given, take part as well.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path
from random import Random
from typing import Final, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from faq.background import load_background
from faq.entries import FaqEntry
from faq.evaluate import load_messages
from faq.gram_index import Doubles, Floats
from faq.guards import is_guarded
from faq.knowledge import load_starter, today
from faq.ranking import EVIDENCE, MENU, MENU_EVIDENCE, evidence, menu_evidence, shares_of
from faq.signals import NAMES, Opinions, SignalIndex
from faq.thresholds import Belief, Thresholds, save_thresholds
from faq.views import view

__all__ = ["Trial", "labelled_trials", "learn", "learn_from", "trials"]

_Item = TypeVar("_Item")

WEIGHED: Final = ("asked", "toned", "told", "learned")
_FOLDS: Final = 5
_STEPS: Final = 400
_RATE: Final = 0.3
# being offered a menu for nothing bothers less than not being helped
_BOTHER: Final = 0.5
_NEARLY_AS_WELL: Final = 0.01
# how much each kind of message counts in learning, however many there are of it
_IMPORTANCE: Final = {
    "inside": 0.35,
    "neighbour": 0.05,
    "outside": 0.15,
    "labelled inside": 0.3,
    "labelled outside": 0.15,
}
# of messages that the learning has seen; of others a point less is right
_WANTED_PRECISION: Final = 0.985
# hidden aliases are harder than fresh messages, because the aliases of an entry are written to
# differ from one another: 87 % on them was 98 % on labelled messages
_WANTED_ON_HIDDEN: Final = 0.87
_AROUND: Final = 0.005
_AGAINST: Final = {"stranger"}
_NOTHING: Final = 1e-9


Kind = Literal["inside", "neighbour", "outside", "labelled inside", "labelled outside"]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Trial:
    """One hidden message: the opinions on it, and the column of the right entry (-1: none)."""

    opinions: Opinions
    expected: int
    kind: Kind


def trials(
    entries: Sequence[FaqEntry], background: Sequence[str], seed: int = 7
) -> Iterator[Trial]:
    """Give hidden messages as an index without them sees them."""
    random = Random(seed)  # noqa: S311  # reproducible folds, nothing secret
    parts = {
        (entry.id, alias.text): place % _FOLDS
        for entry in entries
        for place, alias in enumerate(random.sample(entry.aliases, len(entry.aliases)))
    }
    groups = {entry.id: place % _FOLDS for place, entry in enumerate(_shuffled(entries, random))}
    strange = _shuffled(background, random)
    for fold in range(_FOLDS):
        kept = [_without(e, parts, fold) for e in entries if groups[e.id] != fold]
        index = SignalIndex.of(kept, [t for i, t in enumerate(strange) if i % _FOLDS != fold])
        columns = {entry.id: column for column, entry in enumerate(kept)}
        for entry in entries:
            column = columns.get(entry.id, -1)
            for alias in entry.aliases:
                if parts[entry.id, alias.text] == fold:
                    kind: Kind = "inside" if column >= 0 else "neighbour"
                    yield Trial(index.opinions(view(alias.text)), column, kind)
        for text in strange[fold::_FOLDS]:
            yield Trial(index.opinions(view(text)), -1, "outside")


def labelled_trials(
    entries: Sequence[FaqEntry],
    background: Sequence[str],
    labelled: Sequence[tuple[str, str | None]],
) -> Iterator[Trial]:
    """Give labelled messages as the whole index sees them; not those that a guard recognises."""
    index = SignalIndex.of(entries, background)
    columns = {entry.id: column for column, entry in enumerate(entries)}
    for text, expected in labelled:
        if is_guarded(text):
            continue
        column = -1 if expected is None else columns[expected]
        kind: Kind = "labelled outside" if column < 0 else "labelled inside"
        yield Trial(index.opinions(view(text)), column, kind)


def _shuffled(items: Sequence[_Item], random: Random) -> list[_Item]:
    return random.sample(items, len(items))


def _without(entry: FaqEntry, parts: dict[tuple[str, str], int], fold: int) -> FaqEntry:
    kept = tuple(alias for alias in entry.aliases if parts[entry.id, alias.text] != fold)
    return replace(entry, aliases=kept)


def learn(
    entries: Sequence[FaqEntry],
    background: Sequence[str],
    labelled: Sequence[tuple[str, str | None]] = (),
) -> Thresholds:
    """Learn everything in `Thresholds` for a FAQ.

    `labelled` are messages with the id of the right entry, or None, which no alias equals.
    """
    found = [*trials(entries, background), *labelled_trials(entries, background, labelled)]
    return replace(
        learn_from(found),
        learned_from=f"{len(entries)} entries, {len(found)} hidden messages, "
        f"{len(labelled)} of them labelled",
    )


def learn_from(found: Sequence[Trial]) -> Thresholds:
    """Learn everything in `Thresholds` from messages as an index without them sees them."""
    importance = _importance(found)
    signals = _fit_signals(found, importance)
    shares = [shares_of(trial.opinions, signals) for trial in found]
    first = np.array([evidence(t.opinions, s) for t, s in zip(found, shares, strict=True)])
    menu = np.array([menu_evidence(t.opinions, s) for t, s in zip(found, shares, strict=True)])
    right = np.array([t.expected == np.argmax(s) for t, s in zip(found, shares, strict=True)])
    helped = np.array(
        [t.expected in np.argsort(-s)[:MENU] for t, s in zip(found, shares, strict=True)]
    )
    is_right, sure = _believe(EVIDENCE, first, right, importance)
    is_helped, helpful = _believe(MENU_EVIDENCE, menu, helped, importance)
    return Thresholds(
        signals=signals,
        first=is_right,
        menu=is_helped,
        answer=_threshold(sure, right, *_to_be_right(found, importance)),
        suggest=_parting(helpful, helped, importance),
        learned_on=today(),
        learned_from=f"{len(found)} hidden messages",
    )


def _believe(
    names: Sequence[str], facts: Floats, good: Flags, importance: Floats
) -> tuple[Belief, Floats]:
    """Learn what evidence weighs; give also the probability of each message.

    Evidence for an entry that would speak against it, and the other way round, is left out: it
    fits an accident of the messages.
    """
    signs = np.array([-1.0 if name in _AGAINST else 1.0 for name in names])
    used = np.arange(len(names))
    while True:
        bias, weights = _fit_evidence(facts[:, used], good, importance)
        odd = signs[used] * weights * facts[:, used].std(axis=0)
        if len(used) == 1 or odd.min() >= 0:
            break
        used = np.delete(used, np.argmin(odd))
    belief = Belief(
        bias, dict(zip([names[place] for place in used.tolist()], weights.tolist(), strict=True))
    )
    return belief, 1 / (1 + np.exp(-(facts[:, used] @ weights + bias)))


def _fit_signals(found: Sequence[Trial], importance: Floats) -> dict[str, float]:
    """Weigh the signals so that the right entry gets the largest share (conditional logit)."""
    inside = [(t, i) for t, i in zip(found, importance.tolist(), strict=True) if t.expected >= 0]
    rows = [NAMES.index(name) for name in WEIGHED]
    spread = np.std(np.concatenate([t.opinions.table[rows] for t, _ in inside], axis=1), axis=1)
    total = sum(part for _, part in inside)
    # trials of as many entries together: a table per signal, a row in it per trial
    groups: dict[int, list[tuple[Trial, float]]] = defaultdict(list)
    for trial, part in inside:
        groups[trial.opinions.table.shape[1]].append((trial, part / total))
    tables: list[tuple[Doubles, Doubles]] = []
    wanted = np.zeros(len(rows))
    for group in groups.values():
        table = np.stack([trial.opinions.table[rows] / spread[:, None] for trial, _ in group], 1)
        parts = np.array([part for _, part in group])
        wanted += table[:, np.arange(len(group)), [trial.expected for trial, _ in group]] @ parts
        tables.append((table.astype(np.float64), parts))
    weights = np.full(len(rows), 0.5)
    for _ in range(_STEPS // 2):
        slope = 1e-3 * weights - wanted
        for table, parts in tables:
            logits = np.tensordot(weights, table, 1)
            grown = np.exp(logits - logits.max(axis=1, keepdims=True))
            grown *= (parts / grown.sum(axis=1))[:, None]
            slope += np.tensordot(table, grown, 2)
        weights = np.maximum(weights - _RATE * slope, 0.0)
    return dict(zip(WEIGHED, (weights / spread).tolist(), strict=True))


def _to_be_right(found: Sequence[Trial], importance: Floats) -> tuple[Floats, float]:
    """Say on which messages an answer must be right how often: on labelled ones, if there are."""
    labelled = np.array([trial.kind.startswith("labelled") for trial in found])
    if not labelled.any():
        return importance, _WANTED_ON_HIDDEN
    return labelled.astype(np.float32), _WANTED_PRECISION


def _importance(found: Sequence[Trial]) -> Floats:
    counts = Counter(trial.kind for trial in found)
    return np.array([_IMPORTANCE[trial.kind] / counts[trial.kind] for trial in found], np.float32)


def _fit_evidence(facts: Floats, right: Flags, importance: Floats) -> tuple[float, Floats]:
    """Fit the probability that the first entry is right (logistic regression, Newton steps)."""
    mean, spread = facts.mean(axis=0), facts.std(axis=0) + 1e-6
    scaled = np.column_stack(((facts - mean) / spread, np.ones(len(facts))))
    ridge = np.full(scaled.shape[1], 1e-3)
    weights = np.zeros(scaled.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (importance * (chance - right)) + ridge * weights
        curve = (scaled * (importance * chance * (1 - chance))[:, None]).T @ scaled
        weights -= np.linalg.solve(curve + np.diag(ridge), slope)
    unscaled = weights[:-1] / spread
    return float(weights[-1] - unscaled @ mean), unscaled


def _threshold(score: Floats, good: Flags, importance: Floats, wanted: float) -> float:
    """Give the lowest score from which on the share of good ones is what is wanted.

    A mean over shares around the wanted one: a message more or less must not move it far.
    """
    order = np.argsort(-score, kind="stable")
    taken = np.maximum(np.cumsum(importance[order]), _NOTHING)
    share = np.cumsum(importance[order] * good[order]) / taken
    found = []
    for near in (wanted - _AROUND, wanted, wanted + _AROUND):
        reached = np.flatnonzero(share >= near)
        found.append(float(score[order[reached[-1]]]) if len(reached) else 1.0)
    return float(np.mean(found))


def _parting(score: Floats, good: Flags, importance: Floats) -> float:
    """Give the score that best parts messages that can be helped from those that cannot.

    Many do nearly as well, and which is best hangs on a few messages: of all these the middle.
    """
    order = np.argsort(-score, kind="stable")
    kept = np.cumsum(np.where(good, importance, 0)[order]) / importance[good].sum()
    let_in = np.cumsum(np.where(good, 0, importance)[order]) / importance[~good].sum()
    gained = kept - _BOTHER * let_in
    as_well = np.flatnonzero(gained >= gained.max() - _NEARLY_AS_WELL)
    return float(np.median(score[order[as_well]]))


def main(
    given: Sequence[str] = (),
    target: Path | None = None,
    write: Callable[[str], object] = sys.stdout.write,
) -> int:
    """Learn from the starter FAQ and keep the result, with the software unless told where.

    *given* may name a file of labelled messages, as `doithoai faq eval` reads it.
    """
    entries = load_starter().entries
    known = [entry.id for entry in entries]
    labelled = [one for path in given for one in load_messages(Path(path), known)]
    pairs = [(message.text, message.expected) for message in labelled]
    thresholds = learn(entries, load_background(), pairs)
    with as_file(files("faq").joinpath("data", "thresholds.yaml")) as shipped:
        save_thresholds(thresholds, target or Path(shipped))
    write(f"learned from {thresholds.learned_from}; answer from {thresholds.answer:.3f}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
