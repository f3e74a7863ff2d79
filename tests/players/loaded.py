"""Imported by the process that windows are forked from, so that everything a chat loads is loaded.

A chat that ends at once does it, over a database of its own and the tests' training of the FAQ.
"""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from bot.cli import main

FAQ_CACHE = "GOLDEN_FAQ_CACHE"
"""Environment variable: the folder of the training."""


def _load(cache: str) -> None:
    with TemporaryDirectory() as folder, open(os.devnull) as typed, open(os.devnull, "w") as shown:
        (Path(folder) / "cache").symlink_to(cache, target_is_directory=True)
        settings = {"DOITHOAI_DATA_DIR": folder, "DOITHOAI_SQLITE_SYNCHRONOUS": "NORMAL"}
        with (
            patch.dict(os.environ, settings),
            patch.object(sys, "stdin", typed),
            redirect_stdout(shown),
        ):
            main(["chat", "--as", "Mẫu"])


if FAQ_CACHE in os.environ:
    _load(os.environ[FAQ_CACHE])
