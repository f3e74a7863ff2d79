"""A small run of the soak: three kills, 200 messages each."""

from __future__ import annotations

from pathlib import Path

from tests.soak import soak


async def test_nothing_is_lost_when_the_server_is_killed(tmp_path: Path) -> None:
    report = await soak(3, 200, tmp_path)
    assert report.lost == []
    assert report.taken == report.sent
    assert report.kills_in_flight > 0
