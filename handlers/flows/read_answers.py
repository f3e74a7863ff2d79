"""A village head says which answers were read out to their askers."""

from __future__ import annotations

from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import HEADS, Flow, Outcome, Say, ask_again, choose, done, option
from handlers.heads import Where, said
from handlers.services import codes, untold

flow = Flow(
    "read_answers",
    roles=HEADS,
    triggers=(
        *("da doc", "da doc roi", "doc roi", "doc xong", "doc xong roi", "da doc cho ho"),
        *("da doc cho ho roi", "da doc cho nguoi ta roi", "da doc cho ba con", "em doc roi"),
        *("da bao dan", "da bao dan roi", "da bao cho ho", "da bao cho ho roi", "bao dan roi"),
        *("da doc giup", "da doc lai", "da doc lai roi", "toi doc roi", "da bao lai roi"),
        *("da tra loi cho ho", "da tra loi cho ho roi", "cau tra loi chua doc"),
    ),
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Settle the village, then show what waits to be read out."""
    return await where.start(turn)


async def _which(turn: Turn, *says: Say) -> Outcome:
    waiting = await untold.with_heads(turn.work, turn.data["village_id"])
    if not waiting:
        return done(*says, said("heads-read-none", village=turn.data["village"]))
    options = [
        option(f"{one.id}:{one.version}", label=turn.say("heads-read-line", _words(turn, one)))
        for one in waiting
    ]
    return choose("read", "heads-read-which", *options, says=says, count=len(waiting))


def _words(turn: Turn, one: untold.WithHead) -> dict[str, object]:
    name = one.name or turn.say("answer-a-household")
    return {"code": codes.shown(one.code), "name": name}


@flow.step
async def read(turn: Turn) -> Outcome:
    """Keep that it was read out; then the others."""
    if turn.choice is None:
        return ask_again()
    number, version = map(int, turn.choice.split(":"))
    try:
        code = await untold.head_has_told(turn.work, turn.data["village_id"], number, version)
    except RuleError as refused:
        return await _which(turn, Say(refused.key, refused.params))
    return await _which(turn, said("heads-read-done", code=codes.shown(code)))


where = Where(flow, _which, meeting=False)
