"""Keep the trained index: in memory for this process, on disk for the next start."""

import json
import os
import tempfile
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Final
from zipfile import BadZipFile

import numpy as np

from faq.entries import FaqEntry
from faq.gram_index import Arrays
from faq.signals import SignalIndex

__all__ = ["content_key", "signal_index"]

# the modules that turn texts into an index: another version of one makes another index
_MADE_BY: Final = (
    *("normalize", "lexicon", "telex", "views"),
    *("gram_index", "lesson_index", "voices", "signals", "classifier", "logistic", "index_cache"),
)
# the FAQ that is replaced while another is built, and no more: an index is large
_KEPT: Final = 2
# every change of the FAQ leaves a file; two versions of the software may share the folder
_FILES_KEPT: Final = 4
_LARGEST: Final = 16 * 2**20
_built: Final[OrderedDict[str, SignalIndex]] = OrderedDict()
_lock: Final = Lock()


def content_key(entries: Sequence[FaqEntry], background: Sequence[str]) -> str:
    """Give a name for everything that the index is made from."""
    content = [
        [
            entry.id,
            entry.question,
            [alias.text for alias in entry.aliases],
            [text for _, text in entry.answer.texts],
        ]
        for entry in entries
    ]
    packed = json.dumps([_code(), content, list(background)], ensure_ascii=True)
    return sha256(packed.encode()).hexdigest()[:32]


@cache
def _code() -> str:
    """Give a digest of the modules that make the index."""
    found = sha256()
    for name in _MADE_BY:
        found.update(files("faq").joinpath(f"{name}.py").read_bytes())
    return found.hexdigest()


def signal_index(
    entries: Sequence[FaqEntry], background: Sequence[str], cache_dir: Path | None
) -> SignalIndex:
    """Give the index of these entries, made only when none is kept."""
    key = content_key(entries, background)
    with _lock:
        if key not in _built:
            _built[key] = _from_disk(entries, background, key, cache_dir)
            _keep_memory()
        _built.move_to_end(key)
        while len(_built) > _KEPT:
            _built.popitem(last=False)
        return _built[key]


def _from_disk(
    entries: Sequence[FaqEntry], background: Sequence[str], key: str, cache_dir: Path | None
) -> SignalIndex:
    if cache_dir is None:
        return SignalIndex.of(entries, background)
    path = cache_dir / f"faq-{key}.npz"
    index = _read(path)
    if index is None:
        index = SignalIndex.of(entries, background)
        _write(path, index.arrays())
        _prune(cache_dir)
    return index


def _read(path: Path) -> SignalIndex | None:
    """Give the kept index, or None when there is none or the file is damaged."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            return SignalIndex.restored(dict(kept))
    except (OSError, ValueError, TypeError, EOFError, KeyError, BadZipFile, NotImplementedError):
        return None


def _keep_memory() -> None:
    """Have blocks as large as a query needs kept by the process instead of given back each time.

    The C library (glibc) gives back at once what is larger than the largest block that was freed
    before; training frees large ones, reading a kept index frees none.
    """
    np.empty(_LARGEST, np.uint8)


def _write(path: Path, arrays: Arrays) -> None:
    """Write beside the file and rename, so that another process never reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        np.savez(file, allow_pickle=False, **arrays)
    Path(name).replace(path)


def _prune(cache_dir: Path) -> None:
    """Leave the newest files; another process may be removing the same ones."""
    found: list[tuple[float, Path]] = []
    for path in cache_dir.glob("faq-*.np[yz]"):
        with suppress(OSError):
            found.append((path.stat().st_mtime, path))
    for _, path in sorted(found, reverse=True)[_FILES_KEPT:]:
        path.unlink(missing_ok=True)
