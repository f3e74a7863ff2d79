"""Several questions in one message."""

import json
import time
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.split import is_follow_up, split_questions

LABELLED = Path(__file__).parents[2] / "data" / "faq_messages" / "tuning.jsonl"
PLAIN = (
    "bao giờ họp dân",
    "thẻ bảo hiểm y tế mất thì làm lại ở đâu",
    "hộ cận nghèo vay vốn nuôi bò được bao nhiêu",
    "học phí cấp hai của cháu có phải đóng không",
    "mái nhà dột nát muốn sửa thì hỏi ai",
    "tiền điện hộ nghèo mỗi quý được mấy đồng",
)
JOINTS = (
    "và",
    "va",
    ",",
    "còn",
    "con em",
    "với lại",
    "?",
    ".",
    "\n",
    "1.",
    "2)",
    "-",
    "không",
    "…",
)


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        (
            "Nhà em hộ nghèo. Con em 4 tuổi. Có được tiền ăn trưa không? Còn tiền điện thì sao?",
            [
                "Nhà em hộ nghèo. Con em 4 tuổi. Có được tiền ăn trưa không?",
                "Còn tiền điện thì sao?",
            ],
        ),
        (
            "bhyt ho ngheo co mat tien ko, con tien dien thi duoc bao nhieu",
            ["bhyt ho ngheo co mat tien ko", "con tien dien thi duoc bao nhieu"],
        ),
        (
            "1. thẻ bảo hiểm mất làm lại ở đâu 2. sổ hộ nghèo hết hạn thì sao",
            ["thẻ bảo hiểm mất làm lại ở đâu", "sổ hộ nghèo hết hạn thì sao"],
        ),
        (
            "học phí cấp 2 có phải đóng không với lại sách giáo khoa có phát không",
            ["học phí cấp 2 có phải đóng không", "với lại sách giáo khoa có phát không"],
        ),
        (
            "Làm giếng có vay được không?\nMẹ già 80 tuổi có trợ cấp không?\nEm cảm ơn.",
            ["Làm giếng có vay được không?", "Mẹ già 80 tuổi có trợ cấp không? Em cảm ơn."],
        ),
        (
            "Vay nuôi bò được bao nhiêu? Lãi thì sao? Nợ cũ tính thế nào? Cảm ơn.",
            ["Vay nuôi bò được bao nhiêu? Lãi thì sao?", "Nợ cũ tính thế nào? Cảm ơn."],
        ),
    ],
)
def test_questions_are_parted(message: str, parts: list[str]) -> None:
    assert split_questions(message) == parts


@pytest.mark.parametrize(
    "message",
    [
        "Muốn vay vốn thì cần giấy gì? Nộp ở đâu? Bao lâu có tiền?",
        "Nhà tôi 5 người, còn mẹ già 80 tuổi, có được trợ cấp không?",
        "nha em ho ngheo, con be 1 tuoi thi co duoc tro cap khong",
        "Tôi ở thôn 3. Nhà dột lắm. Xin xã giúp.",
        "Thẻ 2.530.000 đồng là sao? Ai được?",
        "con em bệnh",
    ],
)
def test_one_question_stays_whole(message: str) -> None:
    assert split_questions(message) == [message]


def test_nothing_and_far_too_much() -> None:
    assert split_questions("") == split_questions(" \n\u200b ") == []
    flood = "Vay nuôi bò được bao nhiêu? Điện nước ra sao? " * 200
    assert split_questions(flood) == [flood.strip()]
    eight = " ".join(f"Chuyện bò số {n} vay được bao nhiêu?" for n in "abcdefgh")
    assert split_questions(eight) == [eight]


@given(st.text(max_size=400))
def test_no_word_is_lost(message: str) -> None:
    from faq.normalize import clean

    parts = split_questions(message)
    kept = "".join(parts).split()
    assert set("".join(kept)) <= set("".join(clean(message).split()))
    assert bool(parts) == bool(clean(message))


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        (
            "khi nao hop va mat the bhyt lam lai o dau",
            ["khi nao hop", "va mat the bhyt lam lai o dau"],
        ),
        (
            "bao giờ họp, mất thẻ bảo hiểm y tế làm lại ở đâu",
            ["bao giờ họp", "mất thẻ bảo hiểm y tế làm lại ở đâu"],
        ),
        (
            "khi nao hop\nmat the bhyt lam o dau",
            ["khi nao hop", "mat the bhyt lam o dau"],
        ),
        (
            "thẻ bhyt mất thì làm ở đâu còn vay vốn nuôi bò được bao nhiêu",
            ["thẻ bhyt mất thì làm ở đâu", "còn vay vốn nuôi bò được bao nhiêu"],
        ),
        (
            "học phí cấp 2 có phải đóng không và sách giáo khoa có phát không",
            ["học phí cấp 2 có phải đóng không", "và sách giáo khoa có phát không"],
        ),
        (
            "nha dot co duoc sua khong con hoc phi cua chau thi sao",
            ["nha dot co duoc sua khong", "con hoc phi cua chau thi sao"],
        ),
        (
            "con em 5 tuổi có được ăn trưa không, mẹ em 80 tuổi có trợ cấp không",
            ["con em 5 tuổi có được ăn trưa không", "mẹ em 80 tuổi có trợ cấp không"],
        ),
        (
            "tiền điện hộ nghèo bao nhiêu, tiền ăn trưa cho cháu mẫu giáo bao nhiêu",
            ["tiền điện hộ nghèo bao nhiêu", "tiền ăn trưa cho cháu mẫu giáo bao nhiêu"],
        ),
        (
            "nhà em nghèo, có bò, còn hai con nhỏ, vay được bao nhiêu, với lại tiền điện mấy đồng",
            [
                "nhà em nghèo, có bò, còn hai con nhỏ, vay được bao nhiêu",
                "với lại tiền điện mấy đồng",
            ],
        ),
        (
            "hộ nghèo được miễn học phí không, tiền điện hỗ trợ bao nhiêu, vay vốn hỏi ai",
            [
                "hộ nghèo được miễn học phí không",
                "tiền điện hỗ trợ bao nhiêu",
                "vay vốn hỏi ai",
            ],
        ),
        (
            "con em hoc phi co dong khong, voi lai tien dien duoc may dong, vay von thi hoi ai",
            [
                "con em hoc phi co dong khong",
                "voi lai tien dien duoc may dong",
                "vay von thi hoi ai",
            ],
        ),
    ],
)
def test_questions_joined_by_little_words(message: str, parts: list[str]) -> None:
    assert split_questions(message) == parts


@pytest.mark.parametrize(
    "message",
    [
        "hộ nghèo được vay bao nhiêu, lãi mấy phần",
        "hộ nghèo được vay bao nhiêu, lãi mấy phần, nộp đơn cho ai",
        "vay vốn cần giấy gì và nộp ở đâu",
        "nhà em không còn gạo ăn thì hỏi ai",
        "bà già neo đơn không con cháu có được cho làm nhà không",
        "em va chong em co duoc vay khong",
        "xin hỏi thẻ bảo hiểm với lại tiền điện hộ nghèo",
    ],
)
def test_little_words_inside_one_question(message: str) -> None:
    assert split_questions(message) == [message]


@pytest.mark.parametrize(
    ("first", "link", "second"),
    [
        ("bhyt cua con toi mat r lam lai o dau z", ", ", "voi lai nha toi muon vay tien mua bo"),
        ("the bhyt mat lam o dau", " ", "voi lai cho toi vay tien mua bo"),
        ("mat the bhyt lam lai o dau", ", ", "voi ca xin vay von nuoi bo"),
        ("mất thẻ bảo hiểm làm lại ở đâu", " ", "với cả nhà tôi muốn vay vốn mua bò"),
        ("bhyt mat lam lai o dau", ", ", "con nua nha toi dot muon sua nha"),
        ("bhyt mat lam lai o dau", " ", "a ma vay von mua bo thi sao"),
        ("hoc phi cua chau co phai dong khong", ", ", "con tien an trua thi sao"),
        ("toi muon vay tien mua bo", " ", "voi lai lam lai the bhyt o dau"),
    ],
)
def test_a_question_and_a_wish_are_two(first: str, link: str, second: str) -> None:
    assert split_questions(f"{first}{link}{second}") == [first, second]


@pytest.mark.parametrize(
    "message",
    [
        "nha em ngheo voi lai con nho co duoc tro cap khong",
        "nha toi ngheo voi ca dong con, xin xa giup vay von",
        "nha toi dot, voi lai mua roi nuoc vao thi xin xa sua the nao",
        "vay von can giay gi voi lai nop o dau",
        "mat the bhyt lam lai o dau, voi lai xin cam on xa",
        "the bao hiem khong con nua thi lam lai o dau",
        "tôi muốn vay vốn nuôi bò, với lại cần giấy gì",
    ],
)
def test_what_is_added_to_one_question_stays_with_it(message: str) -> None:
    assert split_questions(message) == [message]


def test_labelled_messages_are_one_question_each() -> None:
    rows = [json.loads(line) for line in LABELLED.read_text("utf-8").splitlines()]
    rows = [row for row in rows if row["expected"]]
    torn = [row["text"] for row in rows if len(split_questions(row["text"])) > 1]
    assert len(rows) > 300
    assert len(torn) <= 0.03 * len(rows), torn


@pytest.mark.parametrize("link", [" va ", " và ", ", còn ", " còn ", " với lại ", "\n", ", ", "? "])
def test_two_plain_questions_are_found(link: str) -> None:
    pairs = list(permutations(PLAIN, 2))
    found = [split_questions(f"{first}{link}{second}") for first, second in pairs]
    right = [
        len(parts) == 2 and parts[0].rstrip("?") == first
        for (first, _), parts in zip(pairs, found, strict=True)
    ]
    assert sum(right) >= 0.8 * len(pairs), [parts for parts in found if len(parts) != 2]


@given(st.lists(st.sampled_from([*PLAIN, *JOINTS]), max_size=12).map(" ".join))
def test_every_letter_stays_in_its_place(message: str) -> None:
    from faq.normalize import clean

    kept = "".join(split_questions(message))
    assert _letters(kept) == _letters(clean(message))


@pytest.mark.parametrize(
    "parts",
    [
        ("nhà dột xin ai", "điện hộ nghèo bao nhiêu", "con đi học có được miễn tiền không"),
        ("nha dot xin ai", "dien ho ngheo bao nhieu", "con di hoc co duoc mien tien khong"),
        ("mái dột hỏi ai", "bò chết báo ai", "điện nợ đóng ở đâu", "cháu học có tiền ăn không"),
    ],
)
@pytest.mark.parametrize("sign", [", ", ",", "? ", "; ", "\n"])
def test_three_short_questions_in_a_row(parts: tuple[str, ...], sign: str) -> None:
    found = split_questions(sign.join(parts))
    assert [part.rstrip("?") for part in found] == list(parts)


@pytest.mark.parametrize(
    ("message", "second"),
    [
        ("tôi hỏi 2 việc: thứ nhất nhà dột xin ai, thứ hai điện bao nhiêu", "thứ hai điện"),
        ("toi hoi 2 viec thu nhat nha dot xin ai thu hai dien bao nhieu", "thu hai dien"),
        ("câu 1: nhà dột hỏi ai câu 2: điện bao nhiêu", "câu 2: điện"),
        ("một là nhà dột xin ai hai là vay mua bò ở đâu", "hai là vay"),
        ("việc thứ nhất: mất thẻ làm ở đâu. Việc thứ hai: gạo bao giờ có", "Việc thứ hai: gạo"),
    ],
)
def test_questions_that_are_counted_up(message: str, second: str) -> None:
    parts = split_questions(message)
    assert len(parts) == 2
    assert parts[1].startswith(second)


@pytest.mark.parametrize(
    "message",
    [
        "con thứ nhất học lớp 1, con thứ hai học lớp 3 có được miễn học phí không",
        "thứ hai xã có làm việc không",
        "thứ hai hay thứ ba thì xã tiếp dân",
        "lần thứ nhất tôi nộp đơn bị trả, lần thứ hai nộp thì chờ bao lâu",
        "mất thẻ bhyt làm ở đâu, hết bao nhiêu tiền, chờ mấy ngày",
        "vay vốn hỏi ai, hồ sơ gồm gì, hạn trả mấy năm",
        "nhà tôi nghèo, mái dột, con nhỏ, xin xã sửa thì hỏi ai",
        "bò chết, lúa ngập, nhà sập, ai giúp tôi không",
    ],
)
def test_one_question_with_a_list_in_its_story(message: str) -> None:
    assert split_questions(message) == [message]


@pytest.mark.parametrize(
    "unit",
    [
        *("không, ", "với lại nhà muốn vay vốn mua bò ", "hộ nghèo vay được bao nhiêu và "),
        *("? a", "- a ", ". a b c", "thứ nhất ", "va ", "câu 1: a ", "\n", "con "),
    ],
)
def test_no_message_takes_long(unit: str) -> None:
    """A hundredth of a second is used; a tenth lets a busy machine pass."""
    for length in (3990, 10_000):
        message = (unit * length)[:length]
        took = []
        for _ in range(3):
            begun = time.process_time()
            split_questions(message)
            took.append(time.process_time() - begun)
        assert min(took) < 0.1


@pytest.mark.parametrize(
    ("message", "follows"),
    [
        *((text, True) for text in ("thế ở đâu", "the o dau", "bao lau thi co", "gặp ai vậy em")),
        *((text, True) for text in ("mất bao nhiêu tiền", "cần giấy gì", "vậy nộp ở đâu ạ")),
        *((text, False) for text in ("hop o dau", "mất thẻ thì sao", "bao giờ họp", "thẻ mất", "")),
        *((text, False) for text in ("vay o dau", "điện bao nhiêu", "ở đâu có lúa giống", "dạ")),
    ],
)
def test_a_follow_up_says_not_about_what(message: str, follows: bool) -> None:
    assert is_follow_up(message) is follows


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        (
            "mất thẻ bảo hiểm y tế làm lại ở đâu, hộ nghèo vay vốn được bao nhiêu, khi nào họp",
            [
                "mất thẻ bảo hiểm y tế làm lại ở đâu",
                "hộ nghèo vay vốn được bao nhiêu",
                "khi nào họp",
            ],
        ),
        (
            "mat the bhyt. con nha dot muon xay. hop bua nao",
            ["mat the bhyt.", "con nha dot muon xay.", "hop bua nao"],
        ),
        (
            "hoi 3 cai: the bhyt con toi mat, vay von nuoi bo dc bao nhieu, khi nao xay nha",
            [
                "hoi 3 cai: the bhyt con toi mat",
                "vay von nuoi bo dc bao nhieu",
                "khi nao xay nha",
            ],
        ),
        (
            "e hoi tien dien ho ngheo vs mien hoc phi",
            ["e hoi tien dien ho ngheo", "vs mien hoc phi"],
        ),
        ("vay vốn hỏi ai, bao giờ họp", ["vay vốn hỏi ai", "bao giờ họp"]),
        (
            "em hỏi 2 việc: thẻ bảo hiểm bị mất, xin gạo ở đâu, học phí đóng mấy đồng",
            ["em hỏi 2 việc: thẻ bảo hiểm bị mất", "xin gạo ở đâu", "học phí đóng mấy đồng"],
        ),
    ],
)
def test_questions_about_different_things(message: str, parts: list[str]) -> None:
    assert split_questions(message) == parts


@pytest.mark.parametrize(
    "message",
    [
        "nhà tôi dột, vay vốn sửa được không",
        "nhà dột muốn sửa, vay vốn ở đâu",
        "nhà tôi dột, con đi học thiếu tiền, muốn vay vốn có được không",
        "nha dot. muon vay von xay nha. hoi ai",
        "mất thẻ bhyt, con đi học, muốn xin gạo",
        "vay vốn với sửa nhà",
        "em hỏi vay vốn làm nhà với mua bò",
        "hỏi họp dân và họp xã khi nào",
        "nhà tôi hết gạo. con đi học. nhà dột. xin xã giúp",
    ],
)
def test_a_story_that_touches_several_things_stays_one(message: str) -> None:
    assert split_questions(message) == [message]


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalpha())
