"""Another name is kept only after a yes."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from storage.models import ChannelAddress, Person
from tests.chat import Chat
from tests.integration.households import change, say, stored, text_of


async def _name(chat: Chat) -> str | None:
    query = select(Person).join(ChannelAddress).where(ChannelAddress.address == "N")
    return (await stored(chat, query))[0].display_name


@pytest.mark.parametrize(("answer", "kept"), [("đồng ý", "Mẫu Lan"), ("không", "Mẫu Cũ")])
async def test_who_never_agreed_is_asked_before_another_name_is_kept(
    chat: Chat, answer: str, kept: str
) -> None:
    await say(chat, "N", "chào em")
    known = select(ChannelAddress.person_id).where(ChannelAddress.address == "N")
    named = update(Person).where(Person.id.in_(known)).values(display_name="Mẫu Cũ")
    await change(chat, named)
    asked = await say(chat, "N", "đổi tên thành Mẫu Lan", "1")
    assert "Anh/chị đồng ý không?" in text_of(asked)
    assert await _name(chat) == "Mẫu Cũ"
    await say(chat, "N", answer)
    assert await _name(chat) == kept
