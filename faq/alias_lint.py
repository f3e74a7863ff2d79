"""Check the aliases: enough of them, of every kind, none twice, none serving two entries."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

import numpy as np
from rapidfuzz.fuzz import token_set_ratio

from faq.entries import Alias, FaqEntry
from faq.findings import Finding
from faq.normalize import fold, words

__all__ = [
    "LONGEST",
    "Meet",
    "alias_findings",
    "alike_across",
    "everywhere",
    "shared_aliases",
    "too_alike",
]

Meet = Callable[[str, str], bool]
"""Whether two entries, by id, are ever told in the same place."""

LONGEST: Final = 300
"""Characters of a wording that an installation is taught."""
_FEWEST: Final = 15
_FEWEST_OF_KIND: Final = {"bare": 4, "indirect": 4}
_SAME_ENTRY: Final = 90.0
_OTHER_ENTRY: Final = 97.0
_OVERLAP: Final = 0.6
_BLOCK: Final = 256
# syllables that carry no content, folded: sharing them makes no two questions alike
_FUNCTION_WORDS: Final = """
a ai anh ba bac bao bay bi bua cac cai can cang cau chac chang chau chi cho chu chua chung co con
cua cung da dang day de den di dinh do dung duoc em gi gio hay hoac hoi hong i khi khong la lai lam
len luc luon ma minh mo moi mot muon nam nao nay nen neu ngay nghe nguoi nha nhe nhi nhieu nhu nhung
o phai qua ra rang roi rua sang sao se so tham thay the theo thi thoi thua tien toi tren trong tu
tuc tui u va van vao vay ve vi voi vua xa xem xin y
"""
FUNCTION_SYLLABLES: Final = frozenset(_FUNCTION_WORDS.split())


def alias_findings(entry: FaqEntry) -> Iterator[Finding]:
    """Give what is wrong with the aliases of one entry."""
    if len(entry.aliases) < _FEWEST:
        yield Finding(
            entry.id,
            "few-aliases",
            f"{len(entry.aliases)}, at least {_FEWEST}",
            about=f"{len(entry.aliases)} < {_FEWEST}",
        )
    for kind, fewest in _FEWEST_OF_KIND.items():
        count = sum(1 for alias in entry.aliases if alias.kind == kind)
        if count < fewest:
            yield Finding(
                entry.id,
                "few-aliases",
                f"{count} of kind {kind}, at least {fewest}",
                about=f"{kind} {count} < {fewest}",
            )
    for alias in entry.aliases:
        yield from _kind(entry, alias)
        if len(alias.text) > LONGEST:
            yield Finding(
                entry.id,
                "too-long",
                f"{len(alias.text)} characters: {alias.text!r}",
                part="alias",
                about=alias.text,
            )
    texts = [("question", entry.question), *((a.kind, a.text) for a in entry.aliases)]
    folded = [" ".join(words(fold(text))) for _, text in texts]
    for one, other in combinations(range(len(texts)), 2):
        score = token_set_ratio(folded[one], folded[other])
        if score >= _SAME_ENTRY:
            yield Finding(
                entry.id,
                "near-duplicate",
                f"{score:.0f}: {texts[one][1]!r} ({texts[one][0]}) and {texts[other][1]!r}"
                f" ({texts[other][0]})",
                about=f"{texts[one][1]} / {texts[other][1]}",
            )


def _kind(entry: FaqEntry, alias: Alias) -> Iterator[Finding]:
    if alias.kind == "bare" and fold(alias.text) != alias.text.lower():
        yield Finding(
            entry.id, "alias-kind", f"bare alias has diacritics: {alias.text!r}", about=alias.text
        )
    if alias.kind == "accented" and fold(alias.text) == alias.text.lower():
        yield Finding(
            entry.id, "alias-kind", f"accented alias has none: {alias.text!r}", about=alias.text
        )
    if alias.kind == "indirect":
        shared = sorted(_content_pairs(alias.text) & _content_pairs(entry.question))
        if shared:
            yield Finding(
                entry.id,
                "indirect-shares-word",
                f"{', '.join(shared)} is in the question too: {alias.text!r}",
                about=f"{', '.join(shared)} / {alias.text}",
            )


def _content_pairs(text: str) -> set[str]:
    """Give neighbouring content syllables: most Vietnamese words are two syllables long."""
    found = words(fold(text))
    return {
        f"{left} {right}"
        for left, right in pairwise(found)
        if left not in FUNCTION_SYLLABLES and right not in FUNCTION_SYLLABLES
    }


def everywhere(_one: str, _other: str) -> bool:
    """Say that any two entries meet."""
    return True


def shared_aliases(entries: Sequence[FaqEntry], meet: Meet = everywhere) -> Iterator[Finding]:
    """Give each alias or question that fits another entry as well, of those that meet."""
    texts = [
        (entry.id, text)
        for entry in entries
        for text in (entry.question, *(alias.text for alias in entry.aliases))
    ]
    for one, other in alike_across(texts, meet):
        message = f"{texts[one][1]!r} also fits {texts[other][0]}: {texts[other][1]!r}"
        about = f"{texts[one][1]} / {texts[other][0]}: {texts[other][1]}"
        yield Finding(texts[one][0], "shared-alias", message, about=about)


def alike_across(
    texts: Sequence[tuple[str, str]],
    meet: Meet = everywhere,
    among: Collection[int] | None = None,
) -> Iterator[tuple[int, int]]:
    """Give pairs of places in `texts` (id of the entry, wording) that fit two entries.

    With `among` only pairs whose first place is one of them.
    """
    folded = [" ".join(words(fold(text))) for _, text in texts]
    for one, other in _overlapping(folded, among):
        ids = texts[one][0], texts[other][0]
        if ids[0] == ids[1] or not meet(*ids):
            continue
        if token_set_ratio(folded[one], folded[other]) >= _OTHER_ENTRY:
            yield one, other


def too_alike(text: str, own: Iterable[str]) -> str | None:
    """Give the wording of an entry that *text* adds nothing to, None when there is none."""
    wanted = " ".join(words(fold(text)))
    for wording in own:
        if token_set_ratio(wanted, " ".join(words(fold(wording)))) >= _SAME_ENTRY:
            return wording
    return None


def _overlapping(folded: Sequence[str], among: Collection[int] | None) -> Iterator[tuple[int, int]]:
    """Give pairs of texts that share most syllables of the shorter one, each pair once."""
    columns: dict[str, int] = defaultdict(lambda: len(columns))
    rows = [[columns[word] for word in set(text.split())] for text in folded]
    table = np.zeros((len(folded), max(1, len(columns))), dtype=np.float32)
    for row, found in enumerate(rows):
        table[row, found] = 1.0
    sizes = table.sum(axis=1)
    wanted = np.arange(len(folded)) if among is None else np.array(sorted(among), np.int64)
    for start in range(0, len(wanted), _BLOCK):
        block = wanted[start : start + _BLOCK]
        shared = table[block] @ table.T
        smaller = np.minimum(sizes[block][:, None], sizes[None, :])
        hits = np.argwhere((shared > 0) & (shared >= _OVERLAP * smaller))
        for place, other in hits.tolist():
            one = int(block[place])
            if one < other or (among is not None and one > other and other not in among):
                yield one, other
