"""Messages as plain data."""

from __future__ import annotations

from dataclasses import fields

from handlers.messages import Choice, OutFile, Reply


def test_every_part_of_a_reply_comes_back_from_plain_data() -> None:
    full = Reply(
        "Mời bà chọn",
        choices=(Choice("1", "Đồng ý"), Choice("2", "Không")),
        menu=7,
        files=(OutFile("ds.xlsx", "attendance", "xlsx", {"session": 3}, public=False),),
        private=True,
        alone=True,
        documents=True,
        about=(3,),
        last=True,
        drops="42",
        elsewhere="Mời anh/chị chọn",
    )
    blank = Reply("")
    same = [
        part.name for part in fields(Reply) if getattr(full, part.name) == getattr(blank, part.name)
    ]
    assert same == []
    assert Reply.from_json(full.to_json()) == full
    assert Reply.from_json(blank.to_json()) == blank
