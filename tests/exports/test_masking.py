"""What everybody may read."""

from __future__ import annotations

import pytest

from handlers.services.masking import Mask


@pytest.fixture
def mask() -> Mask:
    return Mask(["Hộ Mẫu Ba"], name_sign="[tên]", number_sign="[số]", withheld_sign="[riêng]")


@pytest.mark.parametrize(
    "text", ["toi muon chet", "nha em het gao may ngay nay", "chong toi danh dap toi"]
)
def test_danger_is_never_published(mask: Mask, text: str) -> None:
    assert mask(text) == "[riêng]"


def test_an_ordinary_question_stays_without_its_people(mask: Mask) -> None:
    shown = mask("ho mau ba hoi the bao hiem, goi 0912 345 678")
    assert shown == "[tên] hoi the bao hiem, goi [số]"


@pytest.mark.parametrize(
    "text",
    [
        "vay 50.000.000 đồng, giai đoạn 2021-2025",
        "năm học 2026-2027 được 100.000.000",
        "năm học 2025/2026, 2026 – 2027",
        "mỗi hộ 10 000 000 một lần",
        "vay 50000000 được không",
        "50000000 đồng, 25000000đ, 12.345.678 đồng",
        "từ 5.000.000-10.000.000 đồng, 10-15.000.000 đồng",
        "12,500,000 đồng một tháng",
        "từ 01/7/2026, 15/10/2026 đến 5-10-2026",
        "Nghị định 07/2021, 30/2025 và 01/2026",
        "các thôn 01, 02, 03, 04, 05, 06",
        "các năm 2021 2022 2023",
        "gọi 111, 113, 1900 6068, 19001567 không được",
        "mã XM 000 001",
        "nhà có 3 con, 2 sào ruộng, 500 000 đồng",
    ],
)
def test_amounts_years_and_dates_stay(mask: Mask, text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("gọi 0912/345/678", "gọi [số]"),
        ("gọi 0912,345,678 nhé", "gọi [số] nhé"),
        ("sdt0912345678abc", "sdt[số]abc"),
        ("0912 345 678, 0987-654-321", "[số], [số]"),
        ("0912.345.678 2 con nhỏ", "[số] 2 con nhỏ"),
        ("(0912) 345 678", "[số]"),
        ("nhà em (0912345678)", "nhà em ([số])"),
        ("(+84) 912 345 678 hay +84/912/345/678", "[số] hay [số]"),
        ("máy bàn 0219 3866 123, 02193866123", "máy bàn [số], [số]"),
        ("09123456789 hay 091234567", "[số] hay [số]"),
        ("0912–345–678", "[số]"),
        ("gọi 912 345 000", "gọi [số]"),
        ("gọi 987.654.321", "gọi [số]"),
        ("căn cước 001 190 000 234", "căn cước [số]"),
        ("căn cước 001/190/000/234", "căn cước [số]"),
        ("chứng minh 123456789, tài khoản 1903 6000 1234", "chứng minh [số], tài khoản [số]"),
        ("số tài khoản 19036000", "số tài khoản [số]"),
        ("stk 100.000.000", "stk [số]"),
        ("vay 50.000.000 đồng, gọi 0912.345.000", "vay 50.000.000 đồng, gọi [số]"),
        ("năm 2026 0912345678", "năm 2026 [số]"),
    ],
)
def test_numbers_that_lead_to_a_person_go(mask: Mask, text: str, shown: str) -> None:
    assert mask(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ong nguyen van mau o thon 2", "ong [tên] o thon 2"),
        ("chi tran thi mau nhung di vay", "chi [tên] di vay"),
        ("toi ten la pham duc mau hoi ve the", "toi ten la [tên] hoi ve the"),
        ("ông nguyễn văn mẫu ở thôn 2", "ông [tên] ở thôn 2"),
        ("cô trương mẫu lan hỏi", "cô [tên] hỏi"),
        ("vo toi le thi mau bi om", "vo toi [tên] bi om"),
        ("nguyen thi mau xin hoi", "[tên] xin hoi"),
        ("anh giang a mau va anh vang mi mau", "anh [tên] va anh [tên]"),
        ("chu ho: hoang mau", "chu ho: [tên]"),
        ("chi do thi mau, ba ly thi mau", "chi [tên], ba [tên]"),
        ("ong tran quang mau an", "ong [tên] an"),
        ("em la huynh tan mau", "em la [tên]"),
    ],
)
def test_full_names_in_small_letters_go(mask: Mask, text: str, shown: str) -> None:
    assert mask(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "toi co luong huu thi co duoc the bao hiem khong",
        "thon toi chua co duong be tong, duong van chua lam",
        "co ly do gi ma chua co truong hoc",
        "moi ho ba trieu dong, ba vu lua",
        "chi phan tram lai bao nhieu, chi le phi thoi",
        "anh em ho ngheo, ho can ngheo, ho nong dan",
        "em la truong thon, ong truong ban bao the",
        "hộ nông dân trồng ngô, cô giáo dạy lý",
        "chị có thai, anh đỗ đại học",
        "toi phan van khong biet hoi ai",
        "ông trưởng thôn, bà chủ tịch xã",
    ],
)
def test_everyday_words_stay(mask: Mask, text: str) -> None:
    assert mask(text) == text
