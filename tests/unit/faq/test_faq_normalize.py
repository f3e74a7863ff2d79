"""Cleaning and comparing what people type."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.normalize import accentedness, clean, fold, syllables, tone_key, words
from faq.telex import decode, is_syllable
from faq.views import letter_grams, syllable_grams, view

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=300)


@given(ANY_TEXT)
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_clean_twice_is_clean_once_and_leaves_no_control_characters(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode()  # no lone surrogate is left
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs"} and c != "\n" for c in cleaned)


@given(ANY_TEXT)
def test_any_text_can_be_viewed(text: str) -> None:
    seen = view(text)
    assert len(seen.folded) == len(seen.toned)
    assert 0.0 <= seen.accentedness <= 1.0
    assert len(syllable_grams(seen.folded)) == max(0, 2 * len(seen.folded) - 1)
    assert letter_grams(seen.folded).dtype == "uint64"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Hộ NGHÈO", "ho ngheo"),
        ("Đường Điện", "duong dien"),
        ("hộ".encode().decode(), "ho"),
        (unicodedata.normalize("NFD", "thẻ bảo hiểm"), "the bao hiem"),
        ("𝐡𝐨̣̂", "ho"),
        ("1.000đ", "1.000d"),
    ],
)
def test_fold(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("\u200bthẻ\u200d \u202ebảo\u202c hiểm\ufeff", "thẻ bảo hiểm"),
        ("a\x00b\ud800c", "abc"),
        ("một\r\nhai\rba", "một\nhai\nba"),
        ("  rất \t\xa0 xa  ", "rất xa"),
        (unicodedata.normalize("NFD", "hộ nghèo"), "hộ nghèo"),
        ("so\xadft", "soft"),
    ],
)
def test_clean(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("bhyt HN", "bảo hiểm y tế hộ nghèo"),
        ("nha mik cn", "nha mình cận nghèo"),
        ("dc ko z", "được không vậy"),
        ("hok bít j hết", "không biết gì hết"),
        ("NHCSXH", "ngân hàng chính sách xã hội"),
        ("vay 100k", "vay 100 nghìn"),
        ("5tr một tháng", "5 triệu một tháng"),
        ("7h sáng", "7 giờ sáng"),
        ("nhà vs ở đâu", "nhà vệ sinh ở đâu"),
        ("đi vs mẹ", "đi với mẹ"),
        ("làm cn ở xa", "làm công nhân ở xa"),
        ("baor hieerm y tees", "bảo hiểm y tế"),
        ("khôngggg đượccc", "không được"),
        ("app free", "app free"),
        ("30/4 - 1/5", "30 4 1 5"),
    ],
)
def test_shortenings_are_spelled_out(typed: str, spelled: str) -> None:
    assert syllables(typed) == spelled.split()


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("hieerm", "hiểm"),
        ("dduwowcj", "được"),
        ("dduocwj", "được"),
        ("truwowngf", "trường"),
        ("muaw", "mưa"),
        ("quyeenf", "quyền"),
        ("giaays", "giấy"),
        ("khoong", "không"),
        ("hoaf", "hòa"),
        ("toans", "toán"),
        ("nghefo", "nghèo"),
        ("giuwx", "giữ"),
    ],
)
def test_telex_leftovers_are_decoded(keys: str, word: str) -> None:
    assert decode(keys) == word


@pytest.mark.parametrize(
    "word", ["thon", "gas", "free", "zalo", "facebook", "www", "hs", "xoong", "tiền", "x" * 40]
)
def test_other_words_stay(word: str) -> None:
    assert decode(word) == word


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_decoding_gives_a_syllable_or_the_word(word: str) -> None:
    decoded = decode(word)
    assert decoded == word or is_syllable(fold(decoded))


def test_both_places_of_a_tone_are_one_key() -> None:
    assert tone_key("hòa") == tone_key("hoà")
    assert tone_key("thủy") == tone_key("thuỷ")
    assert tone_key("hòa") != tone_key("hóa")
    assert tone_key("hoa") == "hoa"
    assert tone_key("được") != tone_key("đuọc")


def test_accentedness_separates_bare_from_accented() -> None:
    assert accentedness("ho ngheo co mat tien ko") == 0.0
    assert accentedness("Hộ nghèo có mất tiền không?") == 1.0
    assert 0.0 < accentedness("ho ngheo co được gì dau nao") < 1.0
    assert accentedness("123 ?!") == 0.0


def test_words_are_runs_of_letters_or_digits() -> None:
    assert words("Thẻ (BHYT): 95%, từ 01/7") == ["thẻ", "bhyt", "95", "từ", "01", "7"]


@given(st.text("aAzĐđêỆờưỰ 9,ʼ½ßİ…e\u0301\u0323", max_size=40) | st.text(max_size=40))
def test_ordinary_letters_are_folded_like_any_others(text: str) -> None:
    assert fold(text) == fold(f"{text}\u4e00")[:-1]  # one sign that is not ordinary
