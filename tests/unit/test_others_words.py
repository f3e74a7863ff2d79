"""Commands of officials and village heads, from somebody who may not give them."""

from __future__ import annotations

import pytest

from handlers.flow import Flow
from handlers.flows import ALL
from handlers.others_words import whose

TRIGGERS: dict[str, list[Flow]] = {}
for _flow in ALL:
    for _word in _flow.triggers:
        TRIGGERS.setdefault(_word, []).append(_flow)
HOUSEHOLD = frozenset({"household"})
HEAD = frozenset({"household", "village_head"})


@pytest.mark.parametrize(
    "said",
    [
        *("xuất danh sách", "xuat danh sach giup em", "tao buoi hop moi", "tạo buổi đối thoại"),
        *("duyệt trưởng thôn", "câu hỏi mới", "tinh hinh dang ky cac thon", "tao buoi doi thoia"),
        *("xuất danh sách người đi họp ra excel", "xuat file", "nhap bo cau hoi"),
    ],
)
def test_an_officials_command_is_known_from_heads_and_households(said: str) -> None:
    assert whose(said, TRIGGERS, HEAD) == "official"
    assert whose(said, TRIGGERS, HOUSEHOLD) == "official"


@pytest.mark.parametrize(
    "said", ["ghi người đi họp", "ghi nguoi di hop thon 3", "lay loi bao", "hoi thay cho ho dan"]
)
def test_a_heads_command_is_only_told_to_households(said: str) -> None:
    assert whose(said, TRIGGERS, HOUSEHOLD) == "head"
    assert whose(said, TRIGGERS, HEAD) is None


def test_what_a_head_may_do_too_is_no_official_command() -> None:
    assert whose("báo họp", TRIGGERS, HEAD) is None
    assert whose("bao hop cho ba con thon 3", TRIGGERS, HOUSEHOLD) == "official"


@pytest.mark.parametrize(
    "said",
    [
        *("môi trường thôn", "doi truong thon", "chuyển thôn", "thong bao", "danh sach"),
        *("lam sao xuat danh sach ho ngheo", "xuất danh sách ở đâu", "ai duyet truong thon"),
        *("bao gio tao buoi hop", "da doc roi", "chua nhan duoc tin", "xem cau hoi", "dang ky"),
        *("luat het hieu luc", "van ban phap luat", "cau hoi ve dat dai", "duyet"),
    ],
)
def test_what_a_household_says_in_another_sense_is_no_command(said: str) -> None:
    assert whose(said, TRIGGERS, HOUSEHOLD) is None
