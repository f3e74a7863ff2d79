"""Whatever people of three roles send in whatever order: nothing breaks, nobody is stuck.

After every message two probes run in a transaction that is rolled back: "menu" opens the main
menu, and the choices that the waiting question offers are taken.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from bot.app import App, build, migrate
from bot.config import Settings
from handlers.faq_book import FaqBook
from handlers.flows import ALL
from handlers.global_words import DROP_WORDS, GLOBAL_WORDS, HOME
from handlers.messages import File, Incoming, Kind, Reply
from handlers.prompts import MORE
from handlers.services.reminders import RESUME
from storage.models import Conversation, Registration, VillageQuota
from storage.repositories.registrations import SEATED
from tests.chat import CollectingChannel
from tests.clock import Clock
from tests.postgres import POSTGRES_URL, postgres_database
from tests.worlds import TERMINAL, announced

WHO = ("H", "T", "O", "N")
SEATS = 2
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Shrinking hundreds of turns takes longer than reading them."""
_TRIGGERS = sorted({word for flow in ALL for word in flow.triggers})
_SAID = (
    "mất thẻ bhyt làm lại ở đâu",
    "mat the bhyt lam lai o dau? voi lai em muon vay tien mua bo thi lam sao",
    "thôn 3",
    "nơi khác",
    "Nguyễn Văn Mẫu",
    "Nguyễn Văn Mẫu, hộ nghèo\nTrần Thị Mẫu, cận nghèo\nLê Mẫu Ba, 1",
    "thứ Bảy 05/12/2026 7 giờ 30",
    "30/02",
    "tất cả",
    "15",
    "XM 482 739",
    "đúng",
    "chưa",
    "DỪNG",
    "dừng",
    "quay lại",
    "bỏ qua",
    "Tôi muốn tố cáo ông chủ tịch xã",
    "Em muốn khiếu nại",
    "chồng đánh em",
    "có người xin mã OTP",
    "=cmd|' /C calc'!A0",
    "\u202eabc\u200b\x00",
    "a" * 5000,
    "😀",
    "",
)
_TEXTS = st.one_of(
    st.sampled_from([str(number) for number in range(8)]),
    st.sampled_from(_SAID),
    st.sampled_from(_TRIGGERS),
    st.sampled_from(sorted({*GLOBAL_WORDS, *DROP_WORDS})),
    st.text(max_size=60),
)
_SPECIAL = st.sampled_from(
    ["photo", "voice", "sticker", "unknown", "too_big", "no_room", "start", "start join_ABCD2345"]
)
_ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(WHO),
        st.one_of(
            st.tuples(st.just("press"), st.integers(0, 6)),
            st.tuples(st.just("press"), st.integers(0, 6)),
            st.tuples(st.just("text"), _TEXTS),
            st.tuples(st.just("special"), _SPECIAL),
            st.tuples(st.just("old"), st.integers(0, 3)),
        ),
    ),
    min_size=30,
    max_size=200,
)


class Talkers:
    """People talking to one running app."""

    def __init__(self, app: App, channel: CollectingChannel, clock: Clock) -> None:
        self.app = app
        self.clock = clock
        self._channel = channel
        self._number = 0
        self._menus: dict[str, Reply] = {}

    async def act(self, who: str, what: str, value: Any) -> None:
        """Send one message; it must not fail, and its sender must not be stuck."""
        incoming = self._incoming(who, what, value)
        receipt = await self.app.intake.receive(incoming)
        assert receipt.error_id is None, (who, what, value)
        await self.app.dispatcher.drain()
        for address, reply in self._channel.sent:
            if reply.menu:
                self._menus[address] = reply
        self._channel.sent.clear()
        self.clock.forward(seconds=20)

    async def check(self, who: str) -> None:
        """The way to the main menu is open, choices are taken, no village has too many seats."""
        menu = await self._probe(who, Incoming(TERMINAL, who, "probe", text="menu"))
        assert menu is None or menu[1][-1]["flow"] in {HOME, RESUME}
        leave = await self._probe(who, Incoming(TERMINAL, who, "probe", text="huỷ"))
        assert leave is None or leave[1][-1]["flow"] == HOME
        await self._check_choices(who)
        await self._check_seats()

    async def _check_choices(self, who: str) -> None:
        prompt = await self._waiting(who)
        if prompt is None or not prompt["options"] or not prompt["menu"]:
            return
        first = prompt["options"][0]
        assert first[0] != MORE
        token = f"{prompt['menu']}:1"
        pressed = Incoming(TERMINAL, who, "probe", kind=Kind.BUTTON, button=token)
        probed = await self._probe(who, pressed)
        assert probed is not None
        # The texts of one turn come joined, parted by blank lines.
        texts = "\n\n".join(reply.text for reply in probed[0])
        for key in ("old-button", "not-understood", "missed-twice"):
            assert self.app.texts.render("vi", key) not in texts, (prompt["key"], texts)

    async def _check_seats(self) -> None:
        async with self.app.storage.database.reading() as opened:
            query = (
                select(Registration.dialogue_session_id, Registration.village_id, func.count())
                .where(Registration.state.in_(SEATED))
                .group_by(Registration.dialogue_session_id, Registration.village_id)
            )
            taken = {(meeting, village): n for meeting, village, n in await opened.execute(query)}
            for quota in await opened.scalars(select(VillageQuota)):
                assert taken.get((quota.dialogue_session_id, quota.village_id), 0) <= quota.seats

    async def _waiting(self, who: str) -> dict[str, Any] | None:
        async with self.app.storage.read() as uow:
            address = await uow.people.address(TERMINAL, who)
            if address is None:
                return None
            conversation = await self._conversation(uow, address.id)
            frames = conversation.frames if conversation else []
            return frames[-1]["prompt"] if frames else None

    async def _conversation(self, uow: Any, address_id: int) -> Conversation | None:
        query = select(Conversation).where(Conversation.address_id == address_id)
        found: Conversation | None = (await uow._opened.scalars(query)).one_or_none()
        return found

    async def _probe(
        self, who: str, incoming: Incoming
    ) -> tuple[list[Reply], list[dict[str, Any]]] | None:
        """One turn that is rolled back: its replies and the frames it would leave."""
        intake = self.app.intake
        async with self.app.storage.write() as uow:
            address = await uow.people.address(TERMINAL, who)
            if address is None:
                return None
            conversation = await uow.conversations.locked(address, self.clock.now)
            work = intake._work(uow, self.clock.now, address, incoming, self.app.book)
            replies = await intake._reader.replies(work, incoming, conversation, None)
            await uow.flush()
            return replies, list(conversation.frames)

    def _incoming(self, who: str, what: str, value: Any) -> Incoming:
        self._number += 1
        base = Incoming(TERMINAL, who, f"m{self._number}")
        if what == "text":
            return Incoming(TERMINAL, who, base.external_id, text=value)
        if what in {"press", "old"}:
            menu = self._menus[who].menu if who in self._menus and what == "press" else 0
            token = f"{menu}:{value}"
            return Incoming(TERMINAL, who, base.external_id, kind=Kind.BUTTON, button=token)
        return self._special(base, value)

    def _special(self, base: Incoming, value: str) -> Incoming:
        word, _, argument = value.partition(" ")
        if word in {"photo", "voice"}:
            file = File(word, "image/jpeg", 9, f"{self._number:064x}", f"key-{self._number}")
            return Incoming(
                base.channel, base.address, base.external_id, kind=Kind.FILE, files=(file,)
            )
        return Incoming(
            base.channel,
            base.address,
            base.external_id,
            kind=Kind(word),
            start=argument or None,
        )


@asynccontextmanager
async def _talkers(url: str, folder: Path, book: FaqBook) -> AsyncIterator[Talkers]:
    clock = Clock()
    options = Settings(
        _env_file=None,
        database_url=url,
        data_dir=folder,
        sqlite_synchronous="NORMAL",
        turns_per_minute=100_000,
    )
    await migrate(options)
    channel = CollectingChannel()
    app = await build(options, {TERMINAL: channel}, clock=clock, book=book)
    try:
        await announced(app.storage, clock.now)
        async with app.storage.database.writing() as opened:
            await opened.execute(update(VillageQuota).values(seats=SEATS))
            await opened.commit()
        yield Talkers(app, channel, clock)
    finally:
        await app.storage.database.close()


async def _play(url: str, folder: Path, book: FaqBook, actions: list[Any]) -> None:
    async with _talkers(url, folder, book) as talkers:
        for who, (what, value) in actions:
            await talkers.act(who, what, value)
            await talkers.check(who)


@pytest.mark.slow
@given(actions=_ACTIONS)
@settings(
    max_examples=4,
    deadline=None,
    phases=_PHASES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_conversation_on_sqlite(
    tmp_path_factory: pytest.TempPathFactory, book: FaqBook, actions: list[Any]
) -> None:
    folder = tmp_path_factory.mktemp("talk")
    asyncio.run(_play(f"sqlite:///{folder / 'talk.sqlite3'}", folder, book, actions))


@pytest.mark.slow
@pytest.mark.postgres
@pytest.mark.skipif(not POSTGRES_URL, reason="DOITHOAI_TEST_POSTGRES_URL names no server")
@given(actions=_ACTIONS)
@settings(
    max_examples=2,
    deadline=None,
    phases=_PHASES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_conversation_on_postgresql(
    tmp_path_factory: pytest.TempPathFactory, book: FaqBook, actions: list[Any]
) -> None:
    async def play() -> None:
        async with postgres_database() as url:
            await _play(url, tmp_path_factory.mktemp("talk"), book, actions)

    asyncio.run(play())
