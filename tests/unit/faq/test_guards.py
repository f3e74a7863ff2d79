"""Hand-written messages: what the guards must stop, and what must pass.

The messages stand in ``tests/data/guards``, one per line, under the kind they tell of. Each is
read as typed and once more without accents.
"""

from __future__ import annotations

import json
from pathlib import Path
from time import thread_time

import pytest

from faq.guards import (
    Danger,
    Guard,
    danger_kind,
    prepare,
    screen,
    small_talk,
    tells_denunciation,
)
from faq.knowledge import load_starter
from faq.normalize import fold

_DATA = Path(__file__).parents[2] / "data"
_ENOUGH = 60
_ENOUGH_ORDINARY = 150
_ONLY_WITH_ACCENTS = {
    "em tự vẫn đây",  # "tư vấn": advice
    "vỡ đê",  # "vợ đẻ": to give birth
    "cháy nhà trọ",  # "chạy": to look for
    "chuồng bò đang cháy",  # "chạy": to run
    "Tố cáo ông Mẫu nhận hối lộ thì gửi đơn cho ai",  # a name is known by its capital letter
    "Cán bộ Mẫu Quýt đòi tiền lót tay thì báo ai",
}
_TWO_KINDS = {"lu co lap het luong thuc roi": Danger.DISASTER}


def _sections(name: str) -> dict[str, list[str]]:
    """Messages of a file by the heading above them."""
    found: dict[str, list[str]] = {}
    heading = name
    for line in (_DATA / "guards" / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            heading = line[2:]
        elif line:
            found.setdefault(heading, []).append(line)
    return found


def _messages(name: str) -> list[str]:
    """Messages of a file as typed and, where that is the same to a person, without accents."""
    typed = [line for lines in _sections(name).values() for line in lines]
    bare = [fold(line) for line in typed if line not in _ONLY_WITH_ACCENTS]
    return list(dict.fromkeys([*typed, *bare]))


@pytest.mark.parametrize("text", _messages("danger"))
def test_danger_is_heard(text: str) -> None:
    assert screen(text) is Guard.DANGER


@pytest.mark.parametrize("text", _messages("denunciation"))
def test_told_denunciation_is_stopped(text: str) -> None:
    assert screen(text) is Guard.DENUNCIATION


_ENDINGS = (
    ", đề nghị xã xử lý",
    ", mong lãnh đạo xã xử lý",
    ", nhờ cán bộ xuống kiểm tra",
    ", xin xã can thiệp",
    ". Mong công an vào xử lý",
    ", mong chủ tịch xã xem xét giúp",
    ". Đề nghị cơ quan chức năng làm rõ",
    ". Gọi công an huyện mà không ai đến",
    ", báo cán bộ rồi mà không ai giải quyết",
    ", em sợ bị vu khống",
    ", em sợ bị trả thù",
    ", xin giữ bí mật cho tôi",
    ", xin đừng để lộ tên em",
    ". Có người giả danh công an nữa",
    ", xã xem xét lại được không ạ",
    ", ai cũng biết",
    ", nhờ cán bộ giúp em với ạ",
)
_BEGINNINGS = (
    "Kính gửi lãnh đạo xã, ",
    "Thưa cán bộ, ",
    "Nhờ cán bộ xã giúp: ",
    "Đề nghị xã xử lý việc ",
    "Xin xã can thiệp, ",
    "Tôi xin phản ánh ",
    "Tôi muốn báo ",
    "Em xin báo ",
    "Cho em hỏi ",
    "Em sợ bị hiểu lầm nhưng ",
)


def _is_stopped(text: str) -> bool:
    """Whether nothing of *text* is kept: danger is told without it, too."""
    found = screen(text)
    return found is Guard.DENUNCIATION or (found is Guard.DANGER and tells_denunciation(text))


@pytest.mark.parametrize("ending", _ENDINGS)
def test_no_ending_lets_a_denunciation_through(ending: str) -> None:
    told = [one + (fold(ending) if one.isascii() else ending) for one in _messages("denunciation")]
    assert [one for one in told if not _is_stopped(one)] == []


@pytest.mark.parametrize("beginning", _BEGINNINGS)
def test_no_beginning_lets_a_denunciation_through(beginning: str) -> None:
    told = [
        (fold(beginning) if one.isascii() else beginning) + one[0].lower() + one[1:]
        for one in _messages("denunciation")
    ]
    assert [one for one in told if not _is_stopped(one)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Trưởng thôn giả mạo chữ ký của dân để lấy tiền hỗ trợ",
        "Chủ tịch xã giả mạo hồ sơ hộ nghèo cho em vợ",
        "ke toan xa gia mao chu ky rut tien ho ngheo",
        "Công an xã đánh người, gọi công an huyện mà không ai đến",
        "Tôi tố cáo ông chủ tịch xã nhận hối lộ, mong công an vào xử lý",
        "nho xa giup, ong truong thon bo tui tien den bu cua dan 20 trieu",
        "Có kẻ giả danh công an. Trưởng thôn thì ăn chặn tiền hỗ trợ của dân",
    ],
)
def test_an_excuse_holds_for_its_own_words_only(text: str) -> None:
    assert _is_stopped(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kính gửi lãnh đạo xã, tiền hỗ trợ tháng này chưa có",
        "Trưởng thôn chưa phát gạo, đề nghị xã xử lý",
        "Đề nghị xã xử lý việc trưởng thôn chưa phát gạo",
        "Nhà em mất trộm gà, nó ăn cắp hai lần rồi, đề nghị công an xuống bắt",
        "mất trộm, nó ăn cắp gà, gọi công an xã mà chưa ai đến",
        "em bị vu khống lấy gà, nhờ công an xã giải quyết giúp",
        "Xin báo kế toán xã ở phòng nào",
    ],
)
def test_who_asks_an_office_to_act_does_not_blame_it(text: str) -> None:
    assert screen(text) is None
    assert screen(fold(text)) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tôi tố cáo kẻ giả danh công an thu tiền của dân", Guard.SCAM),
        ("có kẻ mạo danh công an đi xin tiền", Guard.SCAM),
        ("gọi công an xã đến ngay giúp em", Guard.DANGER),
    ],
)
def test_who_poses_as_the_police_is_not_the_police(text: str, found: Guard) -> None:
    assert screen(text) is found
    assert screen(fold(text)) is found


@pytest.mark.parametrize("text", _messages("complaint"))
def test_complaint_is_pointed_to_its_procedure(text: str) -> None:
    assert screen(text) is Guard.COMPLAINT


@pytest.mark.parametrize("text", _messages("scam"))
def test_scam_is_heard(text: str) -> None:
    assert screen(text) is Guard.SCAM


@pytest.mark.parametrize("text", _messages("ordinary"))
def test_ordinary_message_passes(text: str) -> None:
    assert screen(text) is None


def test_there_are_enough_examples() -> None:
    for name in ("danger", "denunciation", "complaint", "scam"):
        assert len(_messages(name)) >= _ENOUGH
    assert set(_sections("danger")) == {kind.value for kind in Danger}
    assert len(set(_messages("ordinary"))) >= _ENOUGH_ORDINARY


@pytest.mark.parametrize("kind", Danger)
def test_kind_of_danger(kind: Danger) -> None:
    typed = _sections("danger")[kind.value]
    bare = [fold(text) for text in typed if text not in _ONLY_WITH_ACCENTS]
    heard = {text: danger_kind(text) for text in (*typed, *bare)}
    odd = {text: found for text, found in heard.items() if found is not kind}
    assert odd == {text: found for text, found in _TWO_KINDS.items() if text in heard}


def test_an_ordinary_message_has_no_kind_of_danger() -> None:
    assert danger_kind("xin số điện thoại trưởng thôn") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chủ tịch xã ăn chặn gạo, nhà em hết gạo ăn rồi", True),
        ("tố cáo trưởng thôn, ông ấy cầm dao đòi chém em", True),
        ("truong thon an chan tien, em muon chet, to cao o dau", True),
        ("chồng đánh em chảy máu", False),
        ("chồng đánh em, gọi ai", False),
    ],
)
def test_danger_may_be_told_with_a_denunciation(text: str, told: bool) -> None:
    assert screen(text) is Guard.DANGER
    assert tells_denunciation(text) is told


@pytest.mark.parametrize(
    ("accented", "bare"),
    [
        ("Em đổi thẻ bảo hiểm", "em doi qua"),
        ("Em muốn từ từ trả nợ", "em muon tu tu"),
        ("Con em dành tiền đi học", "chong danh em hoai"),
    ],
)
def test_accents_tell_harmless_words_from_dangerous_ones(accented: str, bare: str) -> None:
    assert screen(accented) is None
    assert screen(bare) is Guard.DANGER


def test_policy_questions_of_the_starter_faq_pass() -> None:
    """A way of asking that a guard stops would never get its answer."""
    entries = load_starter().entries
    texts = [text for one in entries for text in (one.question, *(a.text for a in one.aliases))]
    assert [text for text in texts if screen(text) is not None] == []


def test_labelled_questions_pass() -> None:
    lines = (_DATA / "faq_messages" / "tuning.jsonl").read_text("utf-8").splitlines()
    texts = [row["text"] for row in map(json.loads, lines) if row["expected"] is not None]
    stopped = [text for text in texts if screen(text) is not None]
    assert len(stopped) <= len(texts) * 0.005, stopped


@pytest.mark.parametrize(
    "unit",
    [
        "truong thon ",
        "chong bi danh ",
        "lay tien giu the truong thon thu ",
        "ba ngay hai ",
        "nuoc nha lu ngap ",
        "day dien dut duong ",
        "trom dang vao nha ",
        "to truong thu them giu so ",
        "vo de ra mau con di rung chua ve ",
        "a",
        "không biết hỏi ai ",
    ],
)
def test_a_very_long_message_takes_no_more_than_its_length(unit: str) -> None:
    screen(unit * 20)  # patterns are made when they are needed for the first time
    started = thread_time()  # other processes may be busy: only our own work is counted
    screen((unit * 10_000)[:10_000])
    assert thread_time() - started < 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (typed, heading)
        for heading, lines in _sections("small_talk").items()
        for line in lines
        for typed in dict.fromkeys((line, fold(line)))
    ],
)
def test_small_talk_is_told_from_what_asks_something(text: str, kind: str) -> None:
    found = small_talk(text)
    assert (found.value if found else "a question or a matter beside the courtesy") == kind


def test_no_wording_of_the_faq_is_small_talk() -> None:
    asked = [
        text
        for entry in load_starter().entries
        for text in (entry.question, *(alias.text for alias in entry.aliases))
    ]
    assert [text for text in asked if small_talk(text) is not None] == []


def test_no_message_waits_for_a_pattern_once_all_are_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prepare()
    made: list[object] = []
    monkeypatch.setattr("faq.guards.phrases.re.compile", lambda *given: made.append(given))
    for text in _messages("danger"):
        screen(text)
    assert made == []
