"""What everybody may read."""

from __future__ import annotations

import pytest

from handlers.number_mask import hide_papers
from handlers.services.illness_mask import hide_illness
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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Nông Thị Mẫu thôn 1 hỏi nhà dột", "[tên] thôn 1 hỏi nhà dột"),
        ("Hồ Văn Mẫu hỏi tiền trợ cấp", "[tên] hỏi tiền trợ cấp"),
        ("hồ văn mẫu hỏi tiền trợ cấp", "[tên] hỏi tiền trợ cấp"),
        ("NÔNG THỊ MẪU hỏi nhà dột", "[tên] hỏi nhà dột"),
        ("Giàng A Mẫu thôn 2 xin hỏi vay vốn", "[tên] thôn 2 xin hỏi vay vốn"),
        ("Lê Minh Mẫu hỏi tiền điện, cùng Le Minh Mau", "[tên] hỏi tiền điện, cùng [tên]"),
        ("Phạm Mẫu xin vay vốn", "[tên] xin vay vốn"),
        ("con em la Dao Thi Mau hoc lop 3", "con em la [tên] hoc lop 3"),
        ("H'Mẫu Niê xin hỏi thẻ bhyt", "[tên] xin hỏi thẻ bhyt"),
        ("K'Mẫu xin hỏi, K’Mẫu và h'mẫu nữa", "[tên] xin hỏi, [tên] và [tên] nữa"),
        ("Rơ Châm H'Mẫu ở làng Mẫu, hỏi vay vốn", "[tên] ở làng Mẫu, hỏi vay vốn"),
        ("tôi là Rơ Châm H'Mẫu ở làng Mẫu", "tôi là [tên] ở làng Mẫu"),
        ("Y Mẫu ở thôn 3, A Mẫu ở thôn 4", "[tên] ở thôn 3, [tên] ở thôn 4"),
        ("Nhà Pờ Tả Mẫu thôn 5 hỏi tiền điện", "Nhà [tên] thôn 5 hỏi tiền điện"),
        ("xin cho Lê Mẫu Lan và bạn Đỗ Mẫu đi họp", "xin cho [tên] và bạn [tên] đi họp"),
        ("Tên em: Lò Mẫu. Thẻ chưa có", "Tên em: [tên]. Thẻ chưa có"),
        ("gửi về mau123@vi-du.com.vn nhé", "gửi về [tên] nhé"),
        ("so tai khoan 1234567", "so tai khoan [số]"),
    ],
)
def test_names_addresses_and_accounts_need_no_title(mask: Mask, text: str, shown: str) -> None:
    assert mask(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Xin xã Mường Mẫu sửa đường, đi Hà Nội, Hà Giang, Cao Bằng, Thành phố Hồ Chí Minh",
        "trường Lê Hồng Mẫu, thôn Lương Mẫu, chợ Lò Mẫu",
        "Hội Nông Dân, Đoàn Thanh Niên, Hội Người Cao Tuổi, Bảo Hiểm Y Tế",
        "Người H'Mông, dân tộc Hà Nhì, Thái Lan",
        "Đường vào thôn hỏng. Hồ sơ vay vốn. Lương hưu. Đỗ đại học. Y tế xã. A lô xã",
        "Luật Đất đai, Nghị định 07/2021, vay 1.500.000, 1500000 đồng, 2.345.000",
        "cầm văn bản lên xã, mùa văn nghệ",
        "Mai em đi họp. Cao quá. La hét. Vi phạm. Từ Tết. Hàn Quốc, người Gia Rai",
        "XIN XÃ SỬA ĐƯỜNG VÀO THÔN, HỒ SƠ VAY VỐN",
    ],
)
def test_places_institutions_and_amounts_stay_readable(mask: Mask, text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("cccd 062090001234", "cccd [số]"),
        ("so can cuoc cua toi la 062 090 001 234 a", "so can cuoc cua toi la [số] a"),
        ("nhà em 062.090.001.234 hỏi thẻ", "nhà em [số] hỏi thẻ"),
        ("cmnd cua vo toi 231234567", "cmnd cua vo toi [số]"),
        ("stk 1903 4567 8901 23, sdt 0912345678", "stk [số], sdt 0912345678"),
        ("tien chua ve tk 3712205001234 agribank", "tien chua ve tk [số] agribank"),
        ("tk: Lo Thi Mau, 3712205001234", "tk: Lo Thi Mau, [số]"),
        ("tk agribank cua toi la 3712205001234", "tk agribank cua toi la [số]"),
        ("stk nha em 37122 0500 1234", "stk nha em [số]"),
        ("tk3712205001234 bidv", "tk[số] bidv"),
        ("tien ve 3712205001234 (Agribank) chua", "tien ve [số] (Agribank) chua"),
        ("3712205001234 la stk cua em", "[số] la stk cua em"),
        ("stk 0912345678 mb bank", "stk [số] mb bank"),
        ("cccd 062090001234, tk 3712205001234", "cccd [số], tk [số]"),
        ("thẻ atm 9704 0512 3456 7890", "thẻ atm [số]"),
        ("số thẻ GD4626221234567 sai tên", "số thẻ [số] sai tên"),
        ("GD 4 62 62 21234567", "[số]"),
        ("the bhyt HN4626221234567 cua con", "the bhyt [số] cua con"),
        ("sổ bhxh 6221234567", "sổ bhxh [số]"),
        ("so bhxh 0812345678", "so bhxh [số]"),
        ("so dinh danh cua chau 231234567", "so dinh danh cua chau [số]"),
        ("số định danh cá nhân là 62209001234", "số định danh cá nhân là [số]"),
        ("chứng minh 231.234.567", "chứng minh [số]"),
        ("căn cước của mẹ em Lò Thị Mẫu 231234567", "căn cước của mẹ em Lò Thị Mẫu [số]"),
    ],
)
def test_numbers_of_papers_and_accounts_are_hidden(text: str, shown: str) -> None:
    assert hide_papers(text, "[số]") == shown


@pytest.mark.parametrize(
    "text",
    [
        "goi lai cho toi 0912 345 678",
        "+84 912 345 678",
        "vay 50.000.000 đồng",
        "tiền về tài khoản 2.000.000 rồi",
        "mất căn cước, gọi em 0912345678",
        "mã XM 081 839",
        "em mat cccd 0912345678",
        "mat so bhxh 0912345678",
        "mất thẻ bhyt, gọi 0912345678",
        "gọi tk con em 0912345678",
        "tk của tôi bị khoá. Gọi 0912345678",
        "tổ tk&vv, 0912345678",
        "ngân hàng chính sách 0219 3866 123 gọi không ai nghe",
        "bhyt theo nghị định 146/2018/nđ-cp, nghị định 07/2021",
        "thẻ bhyt từ 01/01/2026 đến 31/12/2026",
        "đóng bhyt 1263600 một năm, 1.263.600 đồng",
        "vay agribank 50.000.000, vay ngân hàng 123.456.789",
        "tk chưa có tiền, mã hồ sơ 123456789",
        "mã khách hàng PA05060012345 tiền điện trừ tk",
    ],
)
def test_phones_and_amounts_are_no_papers(text: str) -> None:
    assert hide_papers(text, "[số]") == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("nha toi ngheo, con nho lai hay benh", "nha toi ngheo, con nho [khoẻ]"),
        ("Mẹ em bị ung thư có được giúp không", "Mẹ em bị [khoẻ] có được giúp không"),
        ("chong toi benh tim nang thi sao", "chong toi [khoẻ] thi sao"),
        ("bố em tai biến nằm liệt 3 năm", "bố em [khoẻ] [khoẻ] 3 năm"),
        ("vo toi om dau, con bi dong kinh", "vo toi [khoẻ], con bi [khoẻ]"),
    ],
)
def test_illness_of_a_person_is_hidden_from_everybody(text: str, shown: str) -> None:
    mask = Mask([], name_sign="[tên]", number_sign="[số]", withheld_sign="", health_sign="[khoẻ]")
    assert mask(text) == hide_illness(text, "[khoẻ]") == shown


@pytest.mark.parametrize(
    "text",
    [
        "di kham benh o benh vien huyen co mat tien khong",
        "Khám chữa bệnh bằng thẻ ở bệnh viện tỉnh được không",
        "bò bị bệnh chết thì xã có giúp không",
        "phòng bệnh cho lúa, dịch bệnh trên heo",
        "con liet si co duoc vay von, xin liet ke giay to",
        "xã hay họp, em lại không biết",
    ],
)
def test_services_animals_and_other_words_are_no_illness(text: str) -> None:
    assert hide_illness(text, "[khoẻ]") == text
