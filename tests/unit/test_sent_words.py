"""What people say about what they sent is heard; a question stays a question."""

from __future__ import annotations

import pytest

from faq.knowledge import load_starter
from handlers.sent_words import SENDING, SENT, WITHDRAW, WITHDRAW_ONE, meant


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        *(
            (text, WITHDRAW)
            for text in (
                "toi doi y ko muon gui nua",
                "rut lai cau do",
                "huy cau da gui",
                "thoi khoi gui cau do",
                "tôi muốn rút lại câu hỏi",
                "cho em rút câu hỏi vừa gửi với",
                "xoá câu tôi đã gửi giúp em",
                "đừng gửi câu đó nữa",
                "em đổi ý rồi, không gửi nữa",
                "rút lại được không",
                "toi gui nham roi, rut lai cau hoi",
                "em hỏi nhầm rồi, bỏ giúp em",
                "thoi ko can tra loi nua",
                "không cần xã trả lời câu đó nữa",
                "toi ko hoi nua, bo cau hoi di",
                "xoá kiến nghị vừa gửi đi em",
            )
        ),
        *(
            (text, WITHDRAW_ONE)
            for text in (
                "xin rut don cau hoi the bao hiem",
                "rút câu hỏi về thẻ bảo hiểm giúp tôi",
                "bo cau XM 111 605",
                "huỷ mã XM111605 giúp em",
                "rút lại XM 111 605",
            )
        ),
        *(
            (text, SENT)
            for text in (
                "cau toi gui sao roi",
                "cau cua toi co ai tra loi chua",
                "ma cua toi la gi",
                "câu hỏi của em tới đâu rồi",
                "kiến nghị của tôi xã xem chưa",
                "câu tôi hỏi hôm qua trả lời chưa ạ",
                "sao chưa ai trả lời câu của tôi",
                "the nao roi, xa tra loi chua",
                "hom truoc toi hoi sao chua thay tra loi",
                "hôm trước em hỏi xã mà đến giờ vẫn chưa ai trả lời",
                "toi gui kien nghi lau roi sao chua thay phan hoi",
                "ket qua cau hoi cua toi",
                "cho em xem kết quả câu hỏi",
                "co ket qua chua",
                "có kết quả gì chưa ạ",
                "tra loi chua",
                "cán bộ trả lời em chưa",
                "xem lai cau toi da gui",
                "cho toi coi lai cau hoi cua toi voi",
                "cau hoi the nao roi",
                "kiến nghị hôm trước giải quyết tới đâu rồi",
            )
        ),
        *(
            (text, SENDING)
            for text in (
                "toi muon gui can bo",
                "gui can bo giup toi",
                "gửi cán bộ",
                "em muốn gửi cho xã",
                "tôi muốn gửi lời cho cán bộ",
                "nhờ gửi giúp em lên xã với",
                "cho toi gui cau hoi len uy ban xa",
                "thui e hoi can bo lun",
                "em muon gui xa it y kien",
                "hỏi cán bộ giúp tôi",
            )
        ),
        *(
            (text, None)
            for text in (
                "gửi đơn cho xã ở đâu",
                "hoi can bo o dau",
                "cho hỏi xã bao giờ họp",
                "gửi tiền cho cán bộ có được không",
                "gui kien nghi",
                "xã gửi giấy mời chưa",
                "toi gui can bo roi",
                "câu hỏi của tôi là mất thẻ bhyt làm lại ở đâu",
                "câu hỏi của tôi là…",
                "có kết quả bình xét hộ nghèo chưa",
                "ngân hàng trả lời chưa",
                "bảo hiểm xã hội phản hồi hồ sơ của tôi chưa",
                "hôm trước tôi gửi đơn xin hộ nghèo sao chưa thấy trả lời",
                "tôi hỏi vay vốn ngân hàng sao chưa được",
                "hom truoc toi hoi truong thon, truong thon khong tra loi",
                "kết quả rà soát hộ nghèo",
                "xem lại kết quả bình xét",
                "kết quả kiến nghị của thôn về đường bê tông",
                "xã trả lời kiến nghị trong bao lâu",
                "câu hỏi thế nào là hộ nghèo",
                "gửi nhầm tài khoản ngân hàng thì làm sao",
                "gửi nhầm tiền rồi, rút lại ở đâu",
                "rút đơn xin thoát nghèo được không",
                "rút hồ sơ vay vốn thế nào",
                "rut so 111 605 000",
                "bỏ bộ câu hỏi XM",
                "xã không trả lời nữa thì hỏi ai",
                "không cần trả lời",
                "không trả nợ nữa",
                "xoá nợ 500000",
                "rút tiền 500000",
                "huy so 111605",
                "rút tiền trợ cấp ở đâu",
                "hủy hợp đồng vay được không",
                "bỏ hộ nghèo được không",
                "cau vao thon toi sap roi",
                "xin sửa cầu cho thôn tôi",
                "đừng gửi tin nữa",
                "không muốn nhận tin nữa",
                "gửi",
                "thôi",
                "huỷ đăng ký",
                "xoá nhà dột được bao nhiêu",
                "má của tôi đau",
                "bỏ cầu đó đi",
                "bộ câu hỏi",
            )
        ),
    ],
)
def test_what_is_said_of_what_was_sent(text: str, meaning: str | None) -> None:
    assert meant(text) == meaning


def test_no_question_of_the_faq_is_taken_for_it() -> None:
    asked = [
        text
        for entry in load_starter().entries
        for text in (entry.question, *(alias.text for alias in entry.aliases))
    ]
    assert [text for text in asked if meant(text)] == []
