"""Coverage on Python 3.11 without what greenlets cost it.

Told that greenlets switch stacks, coverage asks at every call and return of anybody's function
which greenlet runs; that takes ten times as long as the call. So here tracing rests while a
greenlet runs. These are SQLAlchemy's. Of our own lines, types of columns, what connections are set
up with and what ``run_sync`` runs are in them: they count as not covered, all else as before.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Literal

import greenlet

_Event = Literal["call", "line", "return", "exception", "opcode"]


@contextmanager
def outside_greenlets() -> Iterator[None]:
    """Trace this way in the block, in every thread; without coverage or on Python 3.12 nothing."""
    begin = threading.gettrace()
    if begin is None or sys.version_info >= (3, 12) or not _begin_here():
        yield
        return

    def begin_thread(frame: FrameType, event: _Event, argument: Any) -> Any:
        traced = begin(frame, event, argument)
        _begin_here()
        return traced

    threading.settrace(begin_thread)
    try:
        yield
    finally:
        threading.settrace(begin)
        greenlet.settrace(None)


def _begin_here() -> bool:
    """Whether this thread is traced by coverage's fast tracer; if so, only outside greenlets."""
    tracer: Any = sys.gettrace()
    if not hasattr(tracer, "concur_id_func"):
        return False
    tracer.concur_id_func = None
    greenlet.settrace(_switched)
    return True


_resting = threading.local()


def _switched(_event: str, switch: tuple[Any, Any]) -> None:
    if switch[1].parent is None:  # every thread begins in a greenlet without parent
        tracer = _resting.__dict__.pop("tracer", None)
        if tracer is not None:
            tracer.start()
    elif (tracer := sys.gettrace()) is not None:
        _resting.tracer = tracer
        sys.settrace(None)
