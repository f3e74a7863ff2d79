"""Numbers for a monitoring system: counts and durations, never anything about a person."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_registry = CollectorRegistry()
ProcessCollector(registry=_registry)
GCCollector(registry=_registry)

turns = Counter("doithoai_turns", "Messages taken in.", ("channel", "result"), registry=_registry)
"""``result``: done, repeated or failed."""

turn_seconds = Histogram(
    "doithoai_turn_seconds",
    "Time from a message's arrival to its commit.",
    ("channel",),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
    registry=_registry,
)

sends = Counter(
    "doithoai_sends", "Messages that left, or did not.", ("channel", "result"), registry=_registry
)
"""``result``: sent, or the code of the refusal."""

given_up = Counter(
    "doithoai_given_up",
    "Messages that will not arrive where they were sent.",
    ("channel", "end"),
    registry=_registry,
)
"""``end``: failed, expired (too late to be of use) or stopped (the person blocked us)."""

outbox_waiting = Gauge("doithoai_outbox_waiting", "Messages in the outbox.", registry=_registry)


def page() -> bytes:
    """Everything, in the text format that Prometheus reads."""
    return generate_latest(_registry)
