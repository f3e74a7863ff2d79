"""A small run of the soak: three kills, 200 messages each, over Telegram and the web chat."""

from __future__ import annotations

from pathlib import Path

from tests.soak import soak


async def test_nothing_is_lost_when_the_server_is_killed(tmp_path: Path) -> None:
    report = await soak(3, 200, tmp_path)
    assert report.lost == []
    assert report.kills == 3
    for tally in (report.telegram, report.webchat):
        assert tally.taken == tally.sent > 300
        assert tally.kills_in_flight > 0
