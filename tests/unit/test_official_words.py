"""What officials mean in own words, and what stays what it is."""

from __future__ import annotations

import pytest

from handlers import official_words
from handlers.official_words import ACT, BEGUN, CORRECT, LAW, NOT_OVER, OVER, OVERDUE, UNANSWERED


def _each(sayings: str) -> list[str]:
    return [one.strip() for one in sayings.replace("\n", "|").split("|") if one.strip()]


@pytest.mark.parametrize(
    "text",
    _each(
        """trả lời nhầm | em trả lời nhầm rồi | tra loi sai cau cua ba Lan | sửa câu trả lời
        sua lai cau tra loi hom qua | sửa câu đã trả lời | đính chính câu trả lời về thẻ bảo hiểm
        trả lời lại câu vay vốn | tra loi lai | gửi nhầm câu trả lời rồi | câu trả lời bị sai rồi
        hôm qua chị trả lời thiếu | lỡ trả lời nhầm câu XM 100 014 | nhầm câu trả lời rồi em ơi"""
    ),
)
def test_an_answer_was_wrong(text: str) -> None:
    said = official_words.read(text)
    assert said is not None
    assert said.meaning == CORRECT


@pytest.mark.parametrize(
    "text",
    _each(
        """trả lời câu hỏi | trả lời nhầm thì làm sao | dân trả lời sai | đã trả lời chưa
        sửa câu trả lời trong bộ câu hỏi | cán bộ trả lời chưa đúng | sửa câu hỏi | trả lời
        sửa lại câu trả lời mẫu | trả lời lại dân thế nào | sửa nhà"""
    ),
)
def test_no_answer_was_wrong(text: str) -> None:
    assert official_words.read(text) is None


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("trả lời nhầm câu vay vốn rồi em", "vay von"),
        ("sửa lại câu trả lời của bà Mẫu", "ba mau"),
        ("trả lời nhầm", ""),
    ],
)
def test_which_answer_was_wrong(text: str, about: str) -> None:
    said = official_words.read(text)
    assert said is not None
    assert said.about == about


@pytest.mark.parametrize(
    ("meaning", "sayings"),
    [
        (
            OVER,
            """họp xong rồi em ơi | hop xong roi | đã họp xong | xong họp rồi | tan họp rồi
            kết thúc buổi họp | buổi đối thoại kết thúc rồi | sáng nay họp xong rồi nhé
            ghi giúp em là họp xong | hội nghị đã bế mạc""",
        ),
        (
            NOT_OVER,
            """chưa họp xong | họp chưa xong đâu | bấm nhầm đã họp xong | vẫn đang họp em ơi
            nhầm rồi chưa họp xong | ghi nhầm họp xong""",
        ),
        (BEGUN, "bắt đầu họp | bat dau hop roi em | buổi họp bắt đầu rồi | khai mạc hội nghị"),
        (
            None,
            """họp xong chưa | họp xong thì làm gì | khi nào họp xong | họp bắt đầu lúc mấy giờ
            họp xong bao lâu thì trả lời | bao giờ bắt đầu họp | họp | xong | xong rồi | đang họp gì
            họp xong phát quà cho dân""",
        ),
    ],
)
def test_how_the_meeting_goes(meaning: str | None, sayings: str) -> None:
    for text in _each(sayings):
        said = official_words.read(text)
        assert (said.meaning if said else None) == meaning, text


@pytest.mark.parametrize(
    ("text", "about", "is_bare"),
    [
        ("nghị định 07/2021", "nghi dinh 07/2021", False),
        ("nd 07", "nd 07", False),
        ("NĐ07/2021/NĐ-CP", "nd07/2021/nd-cp", False),
        ("nghị định số 7 năm 2021", "nghi dinh so 7 nam 2021", False),
        ("xem giúp tôi luật 42/2013/QH13", "luat 42/2013/qh13", False),
        ("tt 07 còn hiệu lực không", "tt 07", False),
        ("07/2021", "07/2021", True),
    ],
)
def test_a_document_by_its_number(text: str, about: str, is_bare: bool) -> None:
    said = official_words.read(text)
    assert said is not None
    assert (said.meaning, said.about, said.is_bare) == (LAW, about, is_bare)


@pytest.mark.parametrize(
    "text",
    [
        *_each("5/12 | 15 | thôn 3 | 7h30 | quyết định | luật đất đai | 5/12/2026 | 0912 345 678"),
        *("2026", "nghị định 07/2021 quy định mức nào", "ND 07\nTT 08"),
    ],
)
def test_no_document(text: str) -> None:
    assert official_words.read(text) is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("sửa lại hỗ trợ", "allowance"),
        ("sua tien an", "allowance"),
        ("đổi hạn đăng ký", "deadlines"),
        ("sửa hạn và hỗ trợ", "rest"),
        ("sửa lại giờ thành 8h", "when"),
        ("đổi chỗ họp", "venue"),
        ("hỗ trợ bao nhiêu", None),
        ("buổi đối thoại ngày mai", None),
    ],
)
def test_which_part_of_a_session(text: str, part: str | None) -> None:
    assert official_words.part_to_mend(text) == part


def test_something_to_bring_orders_nothing() -> None:
    assert official_words.mends_part("em muốn sửa giờ họp")
    assert not official_words.mends_part("Giấy ra viện, đơn xin sửa nhà có ghi ngày")


@pytest.mark.parametrize(
    ("about", "sayings"),
    [
        ("postpone", "dời họp | hoãn buổi họp | dời ngày họp sang 20/12 | doi lich hop giup em"),
        ("cancel", "huỷ buổi họp | huy hop"),
        ("deadline", "đổi hạn đăng ký | gia hạn đăng ký nhé | gia han nop danh sach"),
        ("reopen", "mở lại đăng ký"),
        ("view", "còn thôn nào chưa nộp danh sách | thôn nào chưa đăng ký | khoá danh sách"),
    ],
)
def test_what_is_done_with_a_session(about: str, sayings: str) -> None:
    for text in _each(sayings):
        said = official_words.read(text)
        assert said is not None, text
        assert (said.meaning, said.about) == (ACT, about), text


def test_which_questions_wait() -> None:
    for text in ("xem câu hỏi chưa trả lời", "còn câu nào chưa trả lời", "cau chua tra loi"):
        said = official_words.read(text)
        assert said is not None
        assert said.meaning == UNANSWERED


def test_which_questions_are_overdue() -> None:
    sayings = (
        "câu quá hạn | câu đã quá hạn | cau qua han | cau hoi qua han | xem câu quá hạn"
        "| còn câu nào quá hạn không em | cho xem cac cau bi qua han | câu hỏi trễ hạn trả lời"
        "| câu nào chưa trả lời quá hạn rồi | quá hạn mấy câu | kiến nghị của dân đã quá hạn"
        "| cau wa han | câu quá hạng | có câu nào trả lời chậm không | danh sách câu hỏi quá hạn"
        "| câu quá hạn chưa trả lời | Câu đã quá hạn ạ"
    )
    for text in _each(sayings):
        said = official_words.read(text)
        assert said is not None, text
        assert said.meaning == OVERDUE, text


@pytest.mark.parametrize(
    "text",
    _each(
        "nợ quá hạn | vay quá hạn thì sao | câu hỏi về nợ quá hạn | thẻ quá hạn | câu sắp quá hạn"
        "| quá hạn | hộ nào nợ quá hạn | câu hỏi vay vốn quá hạn có sao không | cau sap het han"
        "| vay quá hạn mấy tháng thì bị phạt | câu quá hạn ai trả lời | đăng ký quá hạn chưa"
    ),
)
def test_no_questions_are_overdue(text: str) -> None:
    said = official_words.read(text)
    assert said is None or said.meaning != OVERDUE, text


@pytest.mark.parametrize(
    "text",
    _each("huỷ thẻ bảo hiểm | hoãn trả nợ | đổi người họp | họp dời chưa | dân chưa trả lời | đổi"),
)
def test_nothing_is_done_with_a_session(text: str) -> None:
    assert official_words.read(text) is None
