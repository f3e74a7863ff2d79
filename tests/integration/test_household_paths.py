"""Side roads of the household's talks: stale entries, answers of the session, changes, choices."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, update

from faq import entries as faq_entries
from faq.entries import Detail, FaqEntry, Review
from faq.knowledge import Knowledge, load_starter
from handlers.faq_book import FaqBook
from storage.models import (
    Answer,
    DialogueSession,
    Registration,
    RegistrationState,
    SessionState,
    Submission,
    SubmissionState,
    Unit,
    UnitLevel,
    UnitSetting,
    VillageQuota,
)
from tests.chat import Chat
from tests.clock import Clock
from tests.integration.households import QUESTION, change, say, submissions, text_of

CARD = "bhyt-mat-the"


def _book(book: FaqBook, **changes: object) -> FaqBook:
    """The starter FAQ with the entry about a lost card changed."""
    known = load_starter()
    entries: list[FaqEntry] = [
        replace(one, **changes) if one.id == CARD else one  # type: ignore[arg-type]
        for one in known.entries
    ]
    return FaqBook(Knowledge(tuple(entries), known.documents), book.matcher)


async def test_expired_entry_is_not_told(chat: Chat, book: FaqBook) -> None:
    chat.book = _book(book, review=Review("expired"))
    told = text_of(await say(chat, "H", QUESTION))
    assert "đã cũ" in told
    assert "Trả lời tự động" not in told


async def test_reviewed_entry_says_when(chat: Chat, book: FaqBook, clock: Clock) -> None:
    chat.book = _book(book, review=Review("reviewed", "Cán bộ Mẫu", clock.now.date()))
    assert "Xã đã rà soát ngày thứ Sáu, 20/11/2026" in text_of(await say(chat, "H", QUESTION))


async def test_entry_without_source_or_date_says_so(chat: Chat, book: FaqBook) -> None:
    chat.book = _book(book, citations=(), checked_on=None)
    told = text_of(await say(chat, "H", QUESTION))
    assert "Căn cứ" not in told
    assert "Xã chưa rà soát câu này." in told


_FIELDS = (
    "dialogue_session.starts_at",
    "venue",
    "quota_per_village",
    "invited_groups",
    "topics",
    "bring_items",
    "question_deadline",
    "unknown_field",
)


async def test_answer_from_the_record_of_the_session(chat: Chat, book: FaqBook) -> None:
    chat.book = _book(book, answered_by=_FIELDS)
    await change(
        chat, update(DialogueSession).values(bring_items="giấy mời", invited_groups=["HN"])
    )
    told = text_of(await say(chat, "H", QUESTION))
    for part in ("hội trường xã", "Thôn của anh/chị có 15 chỗ", "giấy mời", "Xã mời hộ nghèo"):
        assert part in told
    assert "Hạn gửi câu hỏi: 7 giờ 30 sáng, thứ Năm, 03/12/2026" in told
    assert "Căn cứ" not in told


PASS_ON = "Gửi cho cán bộ"
"""The first choice under an answer that leaves the question open."""


async def test_empty_field_says_so_and_the_question_goes_on(chat: Chat, book: FaqBook) -> None:
    chat.book = _book(book, answered_by=("attendee_allowance", "venue"))
    told = await say(chat, "H", QUESTION)
    assert "chưa ghi điều này" in text_of(told)
    assert "hội trường xã" in text_of(told)  # what is written down is told all the same
    assert told[-1].choices[0].label == PASS_ON
    assert "Em ghi câu hỏi" in text_of(await say(chat, "H", "có", "1", "1"))
    assert "Em đã nhận" in text_of(await say(chat, "H", "1"))
    (sent,) = await submissions(chat)
    assert sent.text == QUESTION
    assert sent.faq_candidates


async def test_a_field_that_is_filled_in_is_answer_enough(chat: Chat, book: FaqBook) -> None:
    chat.book = _book(book, answered_by=("proxy_rule",), seen=False, unconfirmed=("Con đi thay.",))
    assert (await say(chat, "H", QUESTION))[-1].choices[0].label == PASS_ON
    await say(chat, "H", "đủ rồi")
    await change(chat, update(DialogueSession).values(proxy_rule="người lớn trong nhà"))
    told = await say(chat, "H", QUESTION)
    assert "người khác đi thay: người lớn trong nhà" in text_of(told)
    assert told[-1].choices[0].label == "Đúng"


async def test_what_is_only_recalled_goes_on_until_an_official_looked(
    chat: Chat, book: FaqBook, clock: Clock
) -> None:
    details = (Detail("how_much", "Được 150 nghìn đồng."),)
    figure = faq_entries.Answer("Anh/chị hỏi xã.", details, "Hỏi xã.")
    chat.book = _book(book, seen=False, unconfirmed=("Được 150 nghìn đồng.",), answer=figure)
    told = await say(chat, "H", QUESTION)
    assert told[-1].choices[0].label == PASS_ON
    more = text_of(await say(chat, "H", "3"))
    assert "Hỏi xã." in more
    assert "150" not in more
    assert "em không gửi gì" in text_of(await say(chat, "H", "2"))
    assert await submissions(chat) == []
    review = Review("reviewed", "Cán bộ Mẫu", clock.now.date())
    chat.book = _book(book, seen=False, unconfirmed=("?",), answer=figure, review=review)
    told = await say(chat, "H", QUESTION)
    assert told[-1].choices[0].label == "Đúng"
    assert "150 nghìn" in text_of(await say(chat, "H", "3"))


async def test_a_sure_answer_with_an_unconfirmed_fact_beside_it_keeps_the_short_question(
    chat: Chat, book: FaqBook
) -> None:
    chat.book = _book(book, unconfirmed=("Có nơi cấp thẻ giấy.",))
    assert (await say(chat, "H", QUESTION))[-1].choices[0].label == "Đúng"


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("được", "em có thể chuyển cho cán bộ"),
        ("gửi giúp tôi", "em có thể chuyển cho cán bộ"),
        ("ừ", "em có thể chuyển cho cán bộ"),
        ("đủ rồi", "em không gửi gì"),
        ("không cần", "em không gửi gì"),
        ("không", "em không gửi gì"),
    ],
)
async def test_the_offer_is_answered_in_words(
    chat: Chat, book: FaqBook, word: str, told: str
) -> None:
    chat.book = _book(book, seen=False)
    await say(chat, "H", QUESTION)
    assert told in text_of(await say(chat, "H", word))


async def test_a_new_question_may_follow_an_open_answer(chat: Chat, book: FaqBook) -> None:
    chat.book = _book(book, seen=False)
    await say(chat, "H", QUESTION)
    told = text_of(await say(chat, "H", "đường vào xóm em lầy quá không đi được"))
    assert "chưa có sẵn lời đáp" in told


async def test_no_session_says_so(chat: Chat, book: FaqBook) -> None:
    chat.book = _book(book, answered_by=("venue",))
    await change(chat, update(DialogueSession).values(state=SessionState.CANCELLED))
    assert "chưa báo buổi họp nào" in text_of(await say(chat, "H", QUESTION))


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"starts_at": None, "venue": None}, "Ngày họp và chỗ họp, xã báo sau."),
        ({"starts_at": None}, "Họp ở hội trường xã. Ngày họp, xã báo sau."),
        ({"venue": None}, "Chỗ họp, xã báo sau."),
    ],
)
async def test_what_is_not_fixed_is_said(chat: Chat, values: dict[str, None], told: str) -> None:
    await change(chat, update(DialogueSession).values(**values))
    assert told in text_of(await say(chat, "H", "họp"))


async def test_closed_full_and_uninvited(chat: Chat, clock: Clock) -> None:
    assert chat.world is not None
    await change(chat, update(VillageQuota).values(seats=0))
    assert "đã đủ 0 người" in text_of(await say(chat, "H", "họp"))
    clock.set_local("2026-12-03 08:00")
    assert "Hạn đăng ký đã hết" in text_of(await say(chat, "H", "họp"))
    await change(
        chat, update(DialogueSession).values(reopened_until=clock.now + timedelta(hours=2))
    )
    assert "Hạn đăng ký đã hết" not in text_of(await say(chat, "H", "họp"))
    assert "không có chỗ riêng" in text_of(await say(chat, "N", "họp", "nơi khác"))
    assert "Anh/chị muốn hỏi điều gì" in text_of(await say(chat, "N", "1"))


async def test_a_session_of_other_villages_is_not_offered(chat: Chat, clock: Clock) -> None:
    assert chat.world is not None
    first, third = (chat.world.villages[place].id for place in (0, 2))
    await change(chat, delete(VillageQuota).where(VillageQuota.village_id == first))
    told = text_of(await say(chat, "T1", "bao giờ họp"))
    assert "thôn nào" not in told
    assert "Thôn 1 chưa có buổi họp nào sắp tới" in told
    later = DialogueSession(
        unit_id=chat.world.commune.id,
        title="Buổi Mẫu của Thôn 1",
        state=SessionState.ANNOUNCED,
        starts_at=clock.now + timedelta(days=40),
        venue="nhà văn hóa Thôn 1",
        created_at=clock.now,
        quotas=[VillageQuota(village_id=first, seats=5)],
    )
    await change(chat, later)
    assert "Buổi Mẫu của Thôn 1" in text_of(await say(chat, "T1", "họp"))
    told = text_of(await say(chat, "H", "họp"))
    assert "Buổi Mẫu của Thôn 1" not in told
    assert "Thôn 3 còn 15" in told
    assert third != first


async def test_several_sessions_are_chosen_from(chat: Chat, clock: Clock) -> None:
    assert chat.world is not None
    later = DialogueSession(
        unit_id=chat.world.commune.id,
        title="Buổi Mẫu thứ hai",
        state=SessionState.ANNOUNCED,
        created_at=clock.now,
    )
    await change(chat, later)
    asked = (await say(chat, "H", "họp"))[-1]
    assert asked.choices[1].label == "Buổi Mẫu thứ hai, chưa có ngày"
    assert "Buổi Mẫu thứ hai" in text_of(await say(chat, "H", "2"))


async def test_who_has_no_seat_and_cannot_come_gets_an_answer(chat: Chat) -> None:
    told = text_of(await say(chat, "H", "em bận không đi họp được"))
    assert "chưa thấy tên" not in told
    assert "Trả lời tự động" in told or "muốn hỏi câu nào" in told or "cán bộ" in told
    assert "chưa thấy tên" in text_of(await say(chat, "H", "huỷ", "không đi được"))


async def test_my_place_is_told(chat: Chat) -> None:
    await say(chat, "H", "họp", "1", "1", "1")
    await change(chat, update(Registration).values(state=RegistrationState.REGISTERED))
    assert "Hộ Mẫu đã có chỗ" in text_of(await say(chat, "H", "họp"))
    await change(
        chat,
        update(Registration).values(state=RegistrationState.WAITLISTED, wait_position=1),
    )
    assert "đang chờ, số 1" in text_of(await say(chat, "H", "họp"))


async def test_another_name_for_the_seat_and_leaving_it(chat: Chat) -> None:
    asked = (await say(chat, "H", "họp", "1", "1", "2", "Nguyễn Thị Mẫu"))[-1]
    assert "Nguyễn Thị Mẫu" in asked.text
    assert "không xin chỗ" in text_of(await say(chat, "H", "thôi"))


async def test_every_part_of_a_message_can_be_changed(chat: Chat) -> None:
    await say(chat, "H", "kiến nghị", "1", "Xin đèn đường", "1", "1")
    assert "Mẫu Mới" in text_of(await say(chat, "H", "2", "2", "em tên là Mẫu Mới"))
    assert "không ghi tên" in text_of(await say(chat, "H", "2", "2", "bỏ qua"))
    assert "Thôn 5" in text_of(await say(chat, "H", "2", "3", "thôn năm"))
    assert "trả lời ở buổi họp" in text_of(await say(chat, "H", "2", "4", "3"))
    assert "Gửi đi không" in text_of(await say(chat, "H", "hử"))
    await say(chat, "H", "1")
    (row,) = await submissions(chat)
    assert row.anonymous
    # The way of the last time is the usual one, while there is a meeting ahead.
    assert "trả lời ở buổi họp" in text_of(await say(chat, "H", "kiến nghị", "1", "Xin nước"))
    await say(chat, "H", "1")
    await change(chat, update(DialogueSession).values(state=SessionState.CONCLUDED))
    assert "trả lời ngay ở đây" in text_of(await say(chat, "H", "kiến nghị", "1", "Xin điện"))


async def test_a_name_that_is_none_is_asked_again(chat: Chat) -> None:
    await say(chat, "N", "kiến nghị", "1", "Xin đèn đường", "thôn 2", "đồng ý")
    for typed in ("X", "Mẫu 99"):
        assert "chưa đọc ra tên" in text_of(await say(chat, "N", typed))


async def test_complaint_leads_to_its_procedure_or_to_an_official(chat: Chat) -> None:
    await say(chat, "H", "tôi khiếu nại quyết định thu hồi đất")
    told = await say(chat, "H", "1")
    assert "Trả lời tự động" in text_of(told)
    assert "muốn hỏi điều gì" in text_of(await say(chat, "H", "2"))
    await say(chat, "H", "tôi khiếu nại quyết định thu hồi đất", "3")
    said = "tôi khiếu nại quyết định thu hồi đất nhưng là chuyện khác"
    assert "đồng ý" in text_of(await say(chat, "H", said))


async def test_scam_is_told_in_own_words(chat: Chat) -> None:
    await say(chat, "H", "lừa đảo", "1", "Có người gọi xin tiền Mẫu", "1", "1", "gửi")
    (row,) = await submissions(chat)
    assert row.text == "Có người gọi xin tiền Mẫu"
    assert "cần việc gì" in text_of(await say(chat, "H", "lừa đảo", "về trang đầu"))


async def test_hunger_may_see_the_policy_first(chat: Chat) -> None:
    cry = "Ba ngày nay cả nhà em chưa có gì ăn, xã có gạo cứu đói không ạ"
    asked = (await say(chat, "H", cry))[-1]
    labels = [choice.label for choice in asked.choices]
    assert labels[0] == "Gửi lời nhắn, không cần gọi lại"
    if "Xem chính sách của nhà nước" in labels:
        told = text_of(await say(chat, "H", "2"))
        assert "Trả lời tự động" in told or "muốn hỏi câu nào" in told


async def test_duty_phone_of_the_commune_stands_first(chat: Chat) -> None:
    assert chat.world is not None
    commune = chat.world.commune.id
    await change(chat, UnitSetting(unit_id=commune, key="duty_phone", value="0000 000 000"))
    assert "0000 000 000" in text_of(await say(chat, "H", "gặp cán bộ"))
    assert "gõ lời nhắn" in text_of(await say(chat, "H", "có"))
    assert "0000 000 000" in text_of(await say(chat, "H", "em muốn chết"))


async def test_answers_are_read_with_their_basis(chat: Chat, clock: Clock) -> None:
    await say(chat, "H", "kiến nghị", "1", "Xin đèn đường", "1", "1", "1")
    (row,) = await submissions(chat)
    await change(
        chat,
        Answer(
            submission_id=row.id, text="Đã thay đèn.", legal_basis="Mẫu 1", created_at=clock.now
        ),
        update(Submission).values(state=SubmissionState.ANSWERED),
    )
    told = text_of(await say(chat, "H", row.code))
    assert "Đã thay đèn. Căn cứ: Mẫu 1." in told
    listed = (await say(chat, "H", "câu đã gửi"))[-1]
    assert "có trả lời" in listed.choices[0].label


async def test_several_communes_the_commune_is_asked_first(chat: Chat) -> None:
    assert chat.world is not None
    await change(
        chat,
        Unit(level=UnitLevel.COMMUNE, kind="xã", name="Xã Mẫu Hai", code_prefix="MH", position=2),
    )
    asked = (await say(chat, "N", "họp"))[-1]
    assert "xã, phường nào" in asked.text
    assert "chưa tìm ra xã" in text_of(await say(chat, "N", "không đâu"))
    assert "thôn nào" in text_of(await say(chat, "N", "mẫu"))


async def test_choices_in_words_and_menus_of_the_faq(chat: Chat) -> None:
    await say(chat, "H", "menu", "1", "voi lai em vay mua bo duoc khong")
    assert "chuyển cho cán bộ" in text_of(await say(chat, "H", "không phải"))
    await say(chat, "H", "menu", QUESTION)
    assert "Cách làm" in text_of(await say(chat, "H", "xem thêm"))
    assert "là em mừng" in text_of(await say(chat, "H", "đúng rồi"))


@pytest.mark.parametrize(
    "typed",
    [
        "toi mun vai tien nuoi heo thi lam s",
        "bhyt cua con toi mat r lam lai o dau z",
        "nha toi dot qua xin xa giup voi",
    ],
)
async def test_a_question_is_read_alike_on_the_main_page_and_behind_ask(
    chat: Chat, typed: str
) -> None:
    at_home = text_of(await say(chat, "H", "menu", typed))
    asked = text_of(await say(chat, "N", "menu", "1", typed))
    assert at_home.splitlines()[0] == asked.splitlines()[0]
