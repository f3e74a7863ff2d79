"""What columns do with a value on its way into the database and out of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import Dialect

from handlers.texts import LOCAL_ZONE
from storage.database import async_url
from storage.models.base import NfcText, UtcDateTime

DIALECTS = pytest.mark.parametrize(
    "dialect",
    [async_url(f"{name}://").get_dialect()() for name in ("sqlite", "postgresql")],
    ids=lambda dialect: dialect.name,
)
LOCAL = datetime(2026, 11, 20, 8, tzinfo=LOCAL_ZONE)
IN_UTC = datetime(2026, 11, 20, 1, tzinfo=UTC)


@DIALECTS
def test_a_time_is_kept_in_utc(dialect: Dialect) -> None:
    kept = UtcDateTime().process_bind_param(LOCAL, dialect)
    assert kept == (IN_UTC.replace(tzinfo=None) if dialect.name == "sqlite" else IN_UTC)
    given_back = UtcDateTime().process_result_value(kept, dialect)
    assert given_back == IN_UTC
    assert given_back is not None
    assert given_back.tzinfo is UTC


@DIALECTS
def test_a_time_without_zone_is_refused(dialect: Dialect) -> None:
    with pytest.raises(ValueError, match="aware"):
        UtcDateTime().process_bind_param(LOCAL.replace(tzinfo=None), dialect)


@DIALECTS
def test_nothing_stays_nothing(dialect: Dialect) -> None:
    assert UtcDateTime().process_bind_param(None, dialect) is None
    assert UtcDateTime().process_result_value(None, dialect) is None
    assert NfcText().process_bind_param(None, dialect) is None


@DIALECTS
def test_text_is_kept_composed_and_without_nul(dialect: Dialect) -> None:
    assert NfcText().process_bind_param("tho\u0302n\x00 Mẫu", dialect) == "thôn Mẫu"
