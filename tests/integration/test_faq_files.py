"""The FAQ goes out as a workbook, is edited, and comes back: all of it or nothing."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.config import Settings
from handlers.errors import RuleError
from handlers.services import (
    faq_changes,
    faq_import,
    faq_import_words,
    faq_proposals,
    faq_states,
)
from handlers.texts import Texts
from storage.database import Database
from storage.models import FaqOrigin, FaqReview
from storage.unit_of_work import Storage
from tests.clock import Clock
from tests.faq_files import (
    CITES,
    ENTRIES,
    MARK,
    QUESTION,
    SCOPE,
    SHORT,
    WORDINGS,
    Edited,
    column_order,
    exported,
    exported_bytes,
    parts,
    planned,
    problems,
    read_back,
    taken_in,
    title,
)
from tests.faq_world import ASKED, CARD, LAW, LOAN, NEW_LAW, ROOF, Faq


async def _origins(faq: Faq, entry_id: str) -> list[FaqOrigin]:
    async with faq.storage.read() as uow:
        return [one.origin for one in reversed(await uow.faq.revisions(entry_id))]


async def test_what_was_changed_comes_back_as_revisions(faq: Faq) -> None:
    edited = await exported(faq)
    edited.set(CARD, SHORT, "Anh/chị lên trạm y tế.").ask(CARD, "rơi mất cái thẻ đi viện")
    edited.set(LOAN, CITES, f"{LAW} | Điều 2 khoản 3 | từ 01/07/2025")
    edited.set(LOAN, title("who"), "Hộ nghèo.").set(LOAN, title("valid_to"), date(2027, 5, 1))
    plan = await taken_in(faq, edited)
    assert parts(plan) == {
        CARD: ("short", "aliases"),
        LOAN: ("who", "cites", "valid_to"),
    }
    assert (plan.unchanged, plan.new_wordings, plan.lost_wordings) == (1, 1, 0)
    card, loan = await faq.content(CARD), await faq.content(LOAN)
    assert card["answer"] == {"short": "Anh/chị lên trạm y tế."}
    assert card["aliases"] == {"accented": [ASKED[CARD]], "learned": ["rơi mất cái thẻ đi viện"]}
    assert loan["cites"] == [
        {"document": LAW, "article": "Điều 2 khoản 3", "effective_from": "2025-07-01"}
    ]
    assert loan["answer"]["details"] == {"who": "Hộ nghèo."}
    assert (await faq.record(LOAN)).valid_to == date(2027, 5, 1)
    assert await _origins(faq, CARD) == [FaqOrigin.SEED, FaqOrigin.IMPORT]
    assert await _origins(faq, ROOF) == [FaqOrigin.SEED]


async def test_the_same_file_twice_changes_nothing(faq: Faq) -> None:
    edited = await exported(faq)
    edited.set(CARD, SHORT, "Anh/chị lên trạm y tế.").drop(ROOF, ASKED[ROOF])
    edited.add(
        id="cho-phien", topic="Thủ tục giấy tờ", question="Chợ họp ngày nào?", short="Ngày rằm.",
        cites=LAW,
    ).ask("cho-phien", "hôm nào có chợ", 15)  # fmt: skip
    edited.sheets[WORDINGS].pop()  # a number alone is no wording
    edited.add(topic="việc làm", question="Ai cho học nghề?", short="Anh/chị lên xã.", cites=LAW)
    plan = await taken_in(faq, edited)
    assert (len(plan.new), len(plan.changed), plan.lost_wordings) == (2, 2, 1)
    version = await faq.version()
    again = await taken_in(faq, edited)
    assert (again.changes, again.unchanged) == ((), 5)
    assert await faq.version() == version
    assert (await faq.record("cho-phien")).topic == "phap-ly"
    assert (await faq.record("viec-lam-ai-cho-hoc-nghe")).review is FaqReview.UNREVIEWED
    assert (await faq.book()).match("hôm nào có chợ", date(2026, 11, 20)).candidates[0].id == (
        "cho-phien"
    )


async def test_an_untouched_file_changes_nothing_whatever_else_happened(faq: Faq) -> None:
    edited = await exported(faq)
    async with faq.acting("O") as work:
        await faq_proposals.learn(work, CARD, "rơi mất cái thẻ đi viện")
    async with faq.acting("O") as work:
        await faq_states.retire(work, ROOF, 1)
    edited.set(LOAN, SHORT, "Anh/chị hỏi tổ vay vốn.")
    plan = await taken_in(faq, edited)
    assert parts(plan) == {LOAN: ("short",)}
    assert "learned" in (await faq.content(CARD))["aliases"]


async def test_what_others_changed_meanwhile_is_refused_with_the_whole_file(faq: Faq) -> None:
    edited = await exported(faq)
    words = await faq.content(CARD)
    async with faq.acting("O") as work:
        await faq_changes.edit(work, CARD, {**words, "answer": {"short": "Lời mới."}}, 1)
    async with faq.acting("O") as work:
        await faq_states.set_validity(work, LOAN, 1, first=None, last=date(2027, 1, 1))
    edited.set(ROOF, SHORT, "Anh/chị lên xã.").set(CARD, SHORT, "Lời khác.")
    edited.set(LOAN, SHORT, "Lời khác nữa.")
    plan = await planned(faq, edited)
    assert problems(plan) == [
        ("entries", 2, "mark", "faq-file-changed"),
        ("entries", 4, "mark", "faq-file-changed"),
    ]
    async with faq.acting("O") as work:
        with pytest.raises(RuleError, match="faq-file-has-problems"):
            await faq_import.carry_out(work, await faq_import.plan(work, read_back(edited)))
    assert (await faq.record(ROOF)).revision == 1


async def test_an_error_in_the_last_row_leaves_everything_as_it_was(faq: Faq) -> None:
    edited = await exported(faq)
    edited.set(CARD, SHORT, "Một.").set(ROOF, SHORT, "Hai.").set(
        LOAN, CITES, "luat-khong-co | Điều 1"
    )
    plan = await planned(faq, edited)
    assert problems(plan) == [("entries", 4, "cites", "faq-unknown-document")]
    assert await faq.version() == 1


async def test_a_refusal_in_the_middle_undoes_what_was_done_before_it(faq: Faq) -> None:
    edited = await exported(faq)
    edited.set(CARD, SHORT, "Một.").set(ROOF, SHORT, "Hai.").set(LOAN, SHORT, "Ba.")
    async with faq.acting("O") as work:
        plan = await faq_import.plan(work, read_back(edited))
        broken = replace(plan.changes[-1], content={"question": ""})
        with pytest.raises(RuleError, match="faq-content-wrong"):
            await faq_import.carry_out(work, replace(plan, changes=(*plan.changes[:-1], broken)))
    assert [(await faq.record(one)).revision for one in (CARD, ROOF, LOAN)] == [1, 1, 1]
    assert await faq.version() == 1


async def test_a_file_that_was_moved_about_still_says_the_same(faq: Faq) -> None:
    edited = await exported(faq)
    rows = edited.sheets[ENTRIES]
    column_order(edited, list(reversed(range(len(rows[0])))))
    edited.sheets[ENTRIES].insert(2, [])
    edited.sheets[ENTRIES].insert(0, ["Xã Mẫu", "bản nháp"])
    for name, sheet in edited.sheets.items():
        edited.sheets[name] = [
            [unicodedata.normalize("NFD", one) if isinstance(one, str) else one for one in row]
            for row in sheet
        ]
    edited.sheets[WORDINGS] = [edited.sheets[WORDINGS][0], *edited.sheets[WORDINGS][:0:-1]]
    plan = await taken_in(faq, edited)
    assert (plan.changes, plan.unchanged) == ((), 3)


async def test_numbers_and_days_are_read_as_they_look(faq: Faq) -> None:
    edited = await exported(faq)
    edited.set(CARD, title("cost"), 0).set(CARD, title("how_long"), date(2027, 2, 1))
    edited.set(CARD, title("valid_from"), "1/2/2027").set(CARD, title("valid_to"), "2027-03-04")
    await taken_in(faq, edited)
    details = (await faq.content(CARD))["answer"]["details"]
    assert details == {"cost": "0", "how_long": "01/02/2027"}
    record = await faq.record(CARD)
    assert (record.valid_from, record.valid_to) == (date(2027, 2, 1), date(2027, 3, 4))


async def test_new_wordings_name_nobody(faq: Faq) -> None:
    edited = await exported(faq)
    asked = "bà Lò Thị Mai sđt 0912345678 hỏi ung thư vú có được trả không"
    plan = await taken_in(faq, edited.ask(CARD, asked))
    assert plan.masked == 1
    assert "Có 1 câu mà cách hỏi mới ghi tên" in "".join(
        faq_import_words.remarks(Texts.load(), plan)
    )
    learned = str((await faq.content(CARD))["aliases"])
    assert "hỏi ung thư vú có được trả không" in learned
    assert "Mai" not in learned
    assert "0912345678" not in learned
    assert (await planned(faq, edited)).changes == (), "the same file once more"


async def test_what_was_not_right_before_does_not_hinder_another_change(faq: Faq) -> None:
    edited = await exported(faq)
    edited.set(LOAN, title("cost"), "Không mất tiền.")  # it cites nothing, and never did
    assert parts(await taken_in(faq, edited)) == {LOAN: ("cost",)}


async def test_a_wording_may_move_to_another_entry(faq: Faq) -> None:
    edited = await exported(faq)
    edited.drop(CARD, ASKED[CARD]).ask(ROOF, ASKED[CARD])
    edited.set(CARD, QUESTION, "Giấy đi viện làm lại thế nào?")
    plan = await taken_in(faq, edited)
    assert (plan.new_wordings, plan.lost_wordings) == (1, 1)
    assert (await faq.book()).match(ASKED[CARD], date(2026, 11, 20)).candidates[0].id == ROOF


async def test_rows_that_were_deleted_say_nothing(faq: Faq) -> None:
    edited = await exported(faq)
    edited.sheets[ENTRIES] = [row for row in edited.sheets[ENTRIES] if row[0] not in {CARD, ROOF}]
    plan = await taken_in(faq, edited.set(LOAN, SHORT, "Anh/chị hỏi tổ vay vốn."))
    assert (parts(plan), plan.left_out) == ({LOAN: ("short",)}, 2)
    assert (await faq.record(CARD)).retired is None


async def test_a_review_of_other_words_does_not_stand_for_new_ones(faq: Faq) -> None:
    async with faq.acting("O") as work:
        await faq_states.review(work, CARD, 1)
    edited = await exported(faq)
    assert edited.get(CARD, title("reviewed_by")) == "Cán bộ Mẫu"
    assert edited.get(CARD, title("reviewed_on")) == date(2026, 11, 20)
    await taken_in(faq, edited.set(CARD, SHORT, "Anh/chị lên trạm y tế."))
    assert (await faq.record(CARD)).review is FaqReview.UNREVIEWED


async def test_who_is_no_official_has_nothing_from_it(faq: Faq) -> None:
    content = await exported_bytes(faq)
    for who in ("H", "T"):
        with pytest.raises(RuleError, match="not-allowed"):
            await planned(faq, content, who)
        with pytest.raises(RuleError, match="not-allowed"):
            await exported_bytes(faq, who)


async def test_a_commune_gets_its_own_copy_and_only_once(province: Faq) -> None:
    edited = await exported(province)
    edited.set(CARD, SHORT, "Ở xã em, anh/chị lên trạm y tế.")
    await taken_in(province, edited)
    own = f"{CARD}@{province.units['XM'].id}"
    assert (await province.content(own))["answer"]["short"].startswith("Ở xã em")
    assert (await province.content(CARD))["answer"]["short"] == "Anh/chị mang giấy tờ lên xã."
    again = await taken_in(province, edited)
    assert again.changes == ()
    later = await exported(province)
    assert [row[0] for row in later.sheets[ENTRIES][1:]] == [own, ROOF, LOAN]
    assert later.get(own, SCOPE) == "Xã Mẫu (XM)"
    other = await exported(province, "O2")
    assert {row[0] for row in other.sheets[ENTRIES][1:]} == {CARD, ROOF, LOAN}
    whole = await exported(province, None)
    assert {row[0] for row in whole.sheets[ENTRIES][1:]} == {CARD, own, ROOF, LOAN}
    edited.set(CARD, SHORT, "Lời khác nữa.")
    assert problems(await planned(province, edited)) == [("entries", 2, "mark", "faq-file-changed")]


async def test_places_are_the_actors_to_change(province: Faq) -> None:
    edited = await exported(province)
    edited.add(id="cho", topic="bhyt", question="Chợ họp ngày nào?", short="Rằm.", cites=LAW)
    await taken_in(province, edited)
    own = f"cho@{province.units['XM'].id}"
    assert (await province.record(own)).unit_id == province.units["XM"].id
    edited.set(LOAN, SCOPE, "Xã Mẫu (XM)")
    assert problems(await planned(province, edited)) == [("entries", 4, "scope", "faq-shared")]
    edited = await exported(province)
    edited.set(own, SCOPE, "Xã Mẫu Hai (XH)")
    assert problems(await planned(province, edited)) == [("entries", 3, "scope", "not-allowed")]
    above = await exported(province, "P")
    assert own not in {row[0] for row in above.sheets[ENTRIES]}
    whole = (await exported(province, None)).set(own, SCOPE, "dung chung")
    await taken_in(province, whole, "P")
    assert (await province.record(own)).unit_id is None


async def test_the_same_words_may_serve_two_communes(province: Faq) -> None:
    for who in ("O", "O2"):
        edited = await exported(province, who)
        edited.add(
            id="cho", topic="bhyt", question="Chợ họp ngày nào?", short="Rằm.", cites=NEW_LAW
        ).ask("cho", "hôm nào có chợ")
        await taken_in(province, edited, who)
    assert {f"cho@{province.units[one].id}" for one in ("XM", "XH")} <= {
        entry.id for entry in (await province.book()).knowledge.entries
    }


async def test_the_whole_starter_faq_comes_back_unchanged(
    settings: Settings, tmp_path: Path, clock: Clock
) -> None:
    from tests.worlds import commune

    storage = Storage(Database(settings.effective_database_url, synchronous="NORMAL"))
    try:
        world = await commune(storage, clock())
        faq = Faq(
            settings.model_copy(update={"commune": "XM"}),
            storage,
            clock,
            tmp_path,
            world.people,
            {"XM": world.commune},
        )
        edited = Edited.of(await exported_bytes(faq))
        assert len(edited.sheets[ENTRIES]) > 150
        plan = await taken_in(faq, edited)
        assert (plan.changes, plan.left_out) == ((), 0)
        for row in edited.sheets[ENTRIES][1:]:
            row[edited.place(MARK)] = "1-00000000"  # as if every row had been touched
        assert (await planned(faq, edited)).problems == ()
    finally:
        await storage.database.close()
