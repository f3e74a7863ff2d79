"""A good entry, which tests of the linter spoil in one way each."""

from dataclasses import replace
from datetime import date

from faq.entries import (
    Alias,
    Answer,
    Citation,
    FaqEntry,
    LegalDocument,
)

LAW = LegalDocument("nd-1", "1/2025/NĐ-CP", effective_from=date(2025, 1, 1))


TODAY = date(2026, 11, 21)


BARE = (
    "nha toi nuoi ga co duoc vay khong",
    "muon mua de ma thieu von",
    "ai cho muon tien lam chuong",
    "chan vit can bao nhieu von",
    "xin vay nuoi tho o cho nao",
)


INDIRECT = (
    "Vườn rộng mà tay trắng, biết xoay ai bây giờ",
    "hai con lon giong dat qua, chua gom du",
    "Anh em trong xóm rủ thả cá, em kẹt khoản đầu",
    "sap toi mua giong ma vi rong khong",
    "Muốn dựng cái trại nhỏ, khổ nỗi chưa có đồng vốn nào",
)


OTHERS = (
    "Lãi suất vay chăn nuôi tính sao ạ?",
    "Vay trồng cà phê có giống vay nuôi bò không?",
    "Cán bộ ơi nhà em nuôi heo nái xin vay thêm",
    "Thủ tục mượn vốn làm ăn của xã mình",
    "e muon vay nuoi bo ma hok biet hoi ai",
)


def entry(**changes: object) -> FaqEntry:
    aliases = (
        *(Alias(text, "bare") for text in BARE),
        *(Alias(text, "indirect") for text in INDIRECT),
        *(Alias(text, "accented") for text in OTHERS[:4]),
        Alias(OTHERS[4], "teen"),
    )
    whole = FaqEntry(
        id="von-vay-bo",
        topic="von-vay",
        question="Hộ nghèo vay tiền mua bò được bao nhiêu?",
        answer=Answer("Anh/chị vay được ở Ngân hàng Chính sách xã hội."),
        aliases=aliases,
        citations=(Citation("nd-1", "Điều 1", date(2025, 1, 1), None, LAW),),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]
