"""The people on the other side of the fake: what they type, press, send and get."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.fakes.telegram_calls import BOT


@dataclass
class User:
    """A person with the app on their phone."""

    id: int
    started: bool = False
    blocked: bool = False
    no_voice: bool = False
    """Takes no voice messages, as people with a paid account may say."""
    no_files: bool = False
    """The platform takes no file for them."""
    received: list[dict[str, Any]] = field(default_factory=list)
    """Messages and documents from the bot, as API objects plus ``_file`` with the bytes."""

    @property
    def texts(self) -> list[str]:
        """Texts the bot sent, in order; those under a file too."""
        return [message.get("text") or message.get("caption", "") for message in self.received]

    def buttons(self) -> list[dict[str, Any]]:
        """Buttons of the newest message that has any."""
        for message in reversed(self.received):
            rows = message.get("reply_markup", {}).get("inline_keyboard")
            if rows:
                return [button for row in rows for button in row]
        return []


class Phones:
    """What people do, and the updates that wait for the bot because of it."""

    def __init__(self) -> None:
        self.url = ""
        self.users: dict[int, User] = {}
        self.pending: list[dict[str, Any]] = []
        self.files: dict[str, bytes] = {}
        self.file_status = 200
        """What the file server answers; ``getFile`` works as ever."""
        self.file_gate = asyncio.Event()
        """Downloads wait while it is closed."""
        self.file_gate.set()
        self.downloads = 0
        self.calls: list[str] = []
        self.throttle: list[int] = []
        """Seconds of ``retry_after`` for the next sends, one each."""
        self.confirmed = 0
        """Highest update id that an offset has passed."""
        self.webhook: dict[str, Any] = {}
        self._next_update = 1000
        self._next_message = 1
        self._poll = 0
        self._closing = False
        self._changed = asyncio.Condition()
        self._deliveries: set[asyncio.Task[None]] = set()

    # -- what people do -------------------------------------------------------------------------

    def user(self, number: int) -> User:
        """The person *number*, new or known."""
        return self.users.setdefault(number, User(number))

    async def start(self, number: int, payload: str = "") -> int:
        """Open the bot; the update's id."""
        user = self.user(number)
        user.started, user.blocked = True, False
        text = f"/start {payload}".strip()
        entity = {"type": "bot_command", "offset": 0, "length": len("/start")}
        return await self._message(number, text=text, entities=[entity])

    async def send(self, number: int, text: str) -> int:
        """Type a text."""
        self.user(number).started = True
        return await self._message(number, text=text)

    async def press(self, number: int, label: str) -> int:
        """Press the button whose label begins with *label* on the newest menu."""
        data = next(
            button["callback_data"]
            for button in self.user(number).buttons()
            if button["text"].startswith(label)
        )
        return await self.press_data(number, data)

    async def press_data(self, number: int, data: str) -> int:
        """Press a button that carries *data*, perhaps of an old message."""
        last = self.user(number).received[-1]
        query = {
            "id": str(self._next_update),
            "from": self._sender(number),
            "chat_instance": str(number),
            "data": data,
            "message": {key: value for key, value in last.items() if not key.startswith("_")},
        }
        return await self._update(callback_query=query)

    async def send_file(self, number: int, kind: str, content: bytes, **more: Any) -> int:
        """Send a photo, voice note or document."""
        self.user(number).started = True
        file_id = f"file-{len(self.files) + 1}"
        self.files[file_id] = content
        about = {"file_id": file_id, "file_unique_id": file_id, "file_size": len(content)}
        described: Any = about | more
        if kind == "photo":
            described = [about | {"width": 10, "height": 10}]
        elif kind == "voice":
            described = about | {"duration": 2, "mime_type": "audio/ogg"}
        caption = {"caption": more.pop("caption")} if "caption" in more else {}
        return await self._message(number, **{kind: described}, **caption)

    async def sticker(self, number: int) -> int:
        """Send a sticker."""
        sticker = {
            "file_id": "s",
            "file_unique_id": "s",
            "width": 1,
            "height": 1,
            "is_animated": False,
            "is_video": False,
            "type": "regular",
        }
        return await self._message(number, sticker=sticker)

    async def block(self, number: int) -> int:
        """Block the bot."""
        self.user(number).blocked = True
        member = {"user": BOT, "status": "kicked", "until_date": 0}
        return await self._update(
            my_chat_member={
                "chat": self._chat(number),
                "from": self._sender(number),
                "date": int(time.time()),
                "old_chat_member": {"user": BOT, "status": "member"},
                "new_chat_member": member,
            }
        )

    async def wait_for(self, number: int, count: int, seconds: float = 20) -> list[str]:
        """Texts to *number* once there are at least *count*."""
        user = self.user(number)
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: len(user.received) >= count)
        return user.texts

    async def wait_confirmed(self, update_id: int, seconds: float = 20) -> None:
        """Return once an offset (or a webhook's 200) has passed *update_id*."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: self.confirmed >= update_id)

    async def close(self) -> None:
        """End what still waits."""
        self.file_gate.set()
        self._closing = True
        await self._notify()

    # -- inside ---------------------------------------------------------------------------------

    def _sender(self, number: int) -> dict[str, Any]:
        return {"id": number, "is_bot": False, "first_name": f"Mẫu {number}"}

    def _chat(self, number: int) -> dict[str, Any]:
        return {"id": number, "type": "private", "first_name": f"Mẫu {number}"}

    async def _message(self, number: int, **content: Any) -> int:
        self._next_message += 1
        message = {
            "message_id": self._next_message,
            "date": int(time.time()),
            "chat": self._chat(number),
            "from": self._sender(number),
            **content,
        }
        return await self._update(message=message)

    async def _update(self, **content: Any) -> int:
        self._next_update += 1
        update = {"update_id": self._next_update, **content}
        self.pending.append(update)
        if self.webhook.get("url"):
            task = asyncio.create_task(self._deliver(update))
            self._deliveries.add(task)
            task.add_done_callback(self._deliveries.discard)
        await self._notify()
        return self._next_update

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _deliver(self, update: dict[str, Any]) -> None:
        """Call the webhook until it answers 200."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}
        async with httpx.AsyncClient() as client:
            while update in self.pending:
                with contextlib.suppress(httpx.HTTPError):
                    answer = await client.post(self.webhook["url"], json=update, headers=headers)
                    if answer.status_code == httpx.codes.OK:
                        self.pending.remove(update)
                        self.confirmed = max(self.confirmed, update["update_id"])
                        await self._notify()
                        return
                await asyncio.sleep(0.05)  # the platform's own pause between tries
