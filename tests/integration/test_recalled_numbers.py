"""A document number from memory: officials see that, households see no such legal basis."""

from __future__ import annotations

from pathlib import Path
from secrets import token_hex

from bot.exporting import make_faq
from handlers.messages import Incoming
from handlers.services import faq_changes, faq_states, legal_documents
from tests.faq_files import Edited, title
from tests.faq_world import ASKED, CARD, DOCUMENTS, ENTRIES, LAW, Faq
from tests.worlds import TERMINAL

_RECALLED = ({**DOCUMENTS[0], "number_recalled": "true", "title_recalled": "true"}, DOCUMENTS[1])


async def _said(faq: Faq, who: str, *texts: str) -> str:
    """Everything that somebody hears after these messages."""
    async with faq.app() as (app, channel):
        for text in texts:
            await app.intake.receive(Incoming(TERMINAL, who, token_hex(8), text=text))
            await app.dispatcher.drain()
        return "\n".join(reply.plain() for address, reply in channel.sent if address == who)


async def _basis(faq: Faq) -> list[str | None]:
    """Numbers that may be shown under the answer."""
    card = (await faq.book()).entry(CARD)
    assert card is not None
    return [one.number for one in card.current_citations(faq.clock.now.date())]


async def test_a_release_brings_the_marks_and_takes_them_back(faq: Faq) -> None:
    assert await _basis(faq) == ["01/2025/QH15"]
    await faq.bring(ENTRIES, _RECALLED)
    async with faq.acting("O") as work:
        row = await legal_documents.view(work, LAW)
    assert (row.number_recalled, row.title_recalled) == (True, True)
    assert await _basis(faq) == []
    await faq.bring(ENTRIES)
    assert await _basis(faq) == ["01/2025/QH15"]


async def test_a_household_sees_the_number_once_an_official_has_reviewed_the_entry(
    faq: Faq,
) -> None:
    await faq.bring(ENTRIES, _RECALLED)
    told = await _said(faq, "H", ASKED[CARD])
    assert "Anh/chị mang giấy tờ lên xã." in told
    assert "01/2025/QH15" not in told
    assert "Căn cứ" not in told
    async with faq.acting("O") as work:
        await faq_states.review(work, CARD, 1)
    assert "Căn cứ: Luật 01/2025/QH15, Điều 1." in await _said(faq, "H", ASKED[CARD])
    async with faq.acting("O") as work:
        words = {**await faq.content(CARD), "answer": {"short": "Anh/chị hỏi xã."}}
        await faq_changes.edit(work, CARD, words, 1)
    told = await _said(faq, "H", ASKED[CARD])
    assert "Anh/chị hỏi xã." in told
    assert "01/2025/QH15" not in told, "nobody has reviewed the new words"


async def test_an_official_sees_what_nobody_has_checked(faq: Faq) -> None:
    mark = "ghi theo trí nhớ"
    assert mark not in await _said(faq, "O", "văn bản", "1", "01/2025", "1")
    await faq.bring(ENTRIES, _RECALLED)
    shown = await _said(faq, "O", "menu", "văn bản", "1", "01/2025", "1")
    assert f"Số văn bản này {mark}" in shown
    assert f"Tên văn bản này {mark}" in shown
    shown = await _said(faq, "O", "menu", "bộ câu hỏi", "1", ASKED[CARD], "1")
    assert "Căn cứ: 01/2025/QH15 (số chưa đối chiếu), Điều 1." in shown


async def test_the_workbook_says_what_nobody_has_checked(faq: Faq, tmp_path: Path) -> None:
    await faq.bring(ENTRIES, _RECALLED)
    path = tmp_path / "faq.xlsx"
    async with faq.app() as (app, _):
        await make_faq(app, None, path)
    rows = Edited.of(path.read_bytes()).sheets["Văn bản"]
    place = rows[0].index(title("recalled"))
    assert {row[0]: row[place] for row in rows[1:]} == {
        LAW: "số văn bản, tên văn bản",
        DOCUMENTS[1]["id"]: "",
    }
