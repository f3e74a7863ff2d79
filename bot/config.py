"""Every setting, read from the environment (``DOITHOAI_…``) or a ``.env`` file, here only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Literal

from pydantic import AwareDatetime, Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from handlers.context import Rules
from handlers.offices import read_phones


class Settings(BaseSettings):
    """Settings of one installation; secrets never show in ``repr`` or logs."""

    model_config = SettingsConfigDict(
        env_prefix="DOITHOAI_", env_file=".env", extra="ignore", frozen=True
    )

    data_dir: Path = Field(Path("data"), description="Folder of the embedded database and files.")
    database_url: str = Field(
        "", description="SQLAlchemy URL; empty means SQLite in the data folder."
    )
    sqlite_synchronous: Literal["FULL", "NORMAL"] = Field(
        "FULL", description="FULL keeps what was acknowledged also through a power cut."
    )
    pool_size: int = Field(10, ge=2, description="Connections kept open to the database.")
    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8080, ge=0, le=65535, description="Port to listen on; 0 takes a free one.")
    public_url: str = Field(
        "", description="Address of this server as people reach it, for links; no slash at the end."
    )
    clock: AwareDatetime | None = Field(
        None,
        description="For rehearsals: time starts here and runs on, like 2026-11-20T08:00:00+07:00;"
        " only on a loopback address.",
    )
    demo: bool = Field(
        False, description="Sample commune and demo identities; only on a loopback address."
    )
    language: Literal["vi", "en"] = Field("vi", description="Language of new conversations.")
    commune: str = Field(
        "",
        description="Code prefix of the commune of new conversations; may stay empty with one.",
    )
    duty_phone: str = Field("", description="Phone of the official on duty, told in an emergency.")
    office_hours: str = Field(
        "giờ làm việc, từ thứ Hai đến thứ Sáu", description="Office hours, in words."
    )
    office_phones: str = Field(
        "", description="Phones of other offices: `Trạm y tế: 0260…; Công an xã: 0260…`."
    )
    denunciation_place: str = Field(
        "", description="Where a denunciation may be lodged; confirmed by the justice officer."
    )
    turns_per_minute: int = Field(30, ge=1, description="Messages of one person read per minute.")
    max_file_mb: int = Field(10, ge=1, description="Largest file taken in, in MB.")
    max_day_mb: int = Field(50, ge=1, description="Files of one person per day, in MB.")
    faq_told_days: int = Field(
        730, ge=1, description="Days for which it is kept that a ready answer was told."
    )
    min_free_mb: int = Field(500, ge=0, description="Below this free disk no file is taken in.")
    metrics_token: SecretStr | None = Field(
        None,
        description="Bearer token for /metrics; without it only this machine may read it, and "
        "nobody once the public URL is set.",
    )
    telegram_token: SecretStr | None = Field(None, description="Token of the Telegram bot.")
    telegram_base_url: str = Field(
        "https://api.telegram.org/bot", description="Bot API address before the token."
    )
    telegram_base_file_url: str = Field(
        "", description="Bot API address of files; empty derives it from the one above."
    )
    telegram_mode: Literal["polling", "webhook"] = Field(
        "polling", description="How updates arrive."
    )
    telegram_secret: SecretStr | None = Field(
        None, description="Secret that Telegram sends with every webhook call."
    )
    telegram_rate: float = Field(25.0, gt=0, description="Messages per second over Telegram.")
    telegram_chat_rate: float = Field(
        1.0, gt=0, description="Messages per second to one person over Telegram."
    )
    telegram_pool: int = Field(32, ge=1, description="HTTP connections to Telegram.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="Least level of log lines."
    )
    log_json: bool = Field(True, description="Log lines as JSON; off for reading at a terminal.")

    @field_validator("clock")
    @classmethod
    def _rehearsals_stay_here(
        cls, value: AwareDatetime | None, info: ValidationInfo
    ) -> AwareDatetime | None:
        """A server that others reach must keep the real time: deadlines and records hang on it."""
        from bot.web.identity import is_loopback

        if value is not None and not is_loopback(info.data.get("host", "")):
            raise ValueError("a rehearsal's clock needs a loopback address")
        return value

    @field_validator("office_phones")
    @classmethod
    def _each_office_once(cls, value: str) -> str:
        """One part that cannot be read would make all the others vanish."""
        if read_phones(value) is None:
            raise ValueError("write each kind of office once: Trạm y tế: 0260…; Công an xã: 0260…")
        return value

    def time(self) -> Callable[[], datetime]:
        """The clock of a process that starts now: the real one, or the rehearsal's."""
        if self.clock is None:
            return lambda: datetime.now(UTC)
        start, begun = self.clock.astimezone(UTC), monotonic()
        return lambda: start + timedelta(seconds=monotonic() - begun)

    @property
    def effective_database_url(self) -> str:
        """The database to open."""
        if self.database_url:
            return self.database_url
        return f"sqlite:///{(self.data_dir / 'doithoai.sqlite3').resolve()}"

    @property
    def files_dir(self) -> Path:
        """Folder of private files."""
        return self.data_dir / "files"

    @property
    def effective_public_url(self) -> str:
        """Address of this server in links."""
        return self.public_url.rstrip("/") or f"http://{self.host}:{self.port}"

    def rules(self) -> Rules:
        """Settings of the rules."""
        return Rules(
            duty_phone=self.duty_phone,
            office_hours=self.office_hours,
            office_phones=self.office_phones,
            denunciation_place=self.denunciation_place,
            turns_per_minute=self.turns_per_minute,
            faq_told_days=self.faq_told_days,
            public_url=self.effective_public_url,
            chat_url=self.public_url.rstrip("/"),
        )
