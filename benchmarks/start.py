"""Warm start to ``/readyz`` and resident memory of ``serve --demo``."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

_PATIENCE = 60


def once(folder: Path) -> tuple[float, float]:
    """Seconds to ready and MB resident, over data that an earlier start has left in *folder*."""
    port = _free_port()
    environment = {**os.environ, "DOITHOAI_DATA_DIR": str(folder), "DOITHOAI_LOG_LEVEL": "ERROR"}
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "serve", "--demo", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        seconds = _until_ready(port, process, begun)
        return seconds, _resident_mb(process.pid)
    finally:
        process.terminate()
        process.wait()


def warm() -> tempfile.TemporaryDirectory[str]:
    """A data folder that has seen one start."""
    folder = tempfile.TemporaryDirectory()
    once(Path(folder.name))
    return folder


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _until_ready(port: int, process: subprocess.Popen[bytes], begun: float) -> float:
    while time.perf_counter() - begun < _PATIENCE:
        if process.poll() is not None:
            raise RuntimeError(f"serve ended with status {process.returncode}")
        try:
            if httpx.get(f"http://127.0.0.1:{port}/readyz").status_code == httpx.codes.OK:
                return time.perf_counter() - begun
        except httpx.HTTPError:
            time.sleep(0.02)
    raise RuntimeError("serve did not become ready")


def _resident_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")
