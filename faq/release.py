"""The FAQ that comes with a release of the software, and a name for exactly its content."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path

from faq.knowledge import Knowledge, load_folder, load_starter

__all__ = ["Release", "folder_release", "starter_release"]


@dataclass(frozen=True)
class Release:
    """`hash` is made from the bytes of the files; `load` reads them, which takes longer."""

    hash: str
    load: Callable[[], Knowledge]


def starter_release() -> Release:
    """Give the FAQ of this release."""
    with as_file(files("faq").joinpath("data", "vi")) as folder:
        return Release(_hash(folder), load_starter)


def folder_release(folder: Path) -> Release:
    """Give the FAQ of a folder as if it came with a release."""
    return Release(_hash(folder), lambda: load_folder(folder))


def _hash(folder: Path) -> str:
    found = sha256()
    for path in sorted(folder.glob("*.yaml")):
        content = path.read_bytes()
        found.update(f"{path.name} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()[:32]
