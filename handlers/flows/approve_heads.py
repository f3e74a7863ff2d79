"""Officials issue invitation codes to village heads, confirm who used one, take roles back."""

from __future__ import annotations

from handlers import access
from handlers.context import Turn
from handlers.flow import OFFICIALS, Flow, Outcome, Say, choose, done, option, say
from handlers.parsing import key
from handlers.services import head_roles, head_tasks, invitations
from handlers.services.head_roles import Head

_LEAVING = ("thoi vai tro truong thon", "thoi truong thon", "doi truong thon")

flow = Flow(
    "approve_heads",
    roles=OFFICIALS,
    triggers=("moi truong thon", "duyet truong thon", *_LEAVING),
    interruptible=False,
)


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Ask what to do; who waits is counted."""
    commune = await access.commune_of_official(turn.work)
    turn.data["commune"] = commune.id
    if key(turn.text) in _LEAVING:
        return await _which_head(turn)
    waiting = await head_roles.waiting(turn.work, commune.id)
    offered = [option("issue", "invite-do-issue"), option("revoke", "invite-do-revoke")]
    if waiting:
        offered.insert(0, option("waiting", "invite-do-waiting", count=len(waiting)))
    return choose("act", "invite-ask", *offered)


@flow.step
async def act(turn: Turn) -> Outcome:
    """Begin what was chosen."""
    if turn.choice == "waiting":
        return await _who_waits(turn)
    if turn.choice == "revoke":
        return await _which_head(turn)
    villages = await turn.work.uow.units.villages(turn.data["commune"])
    return choose(
        "issue",
        "invite-ask-village",
        *(option(str(one.id), label=one.name) for one in villages),
    )


@flow.step
async def issue(turn: Turn) -> Outcome:
    """Show a new code, once."""
    village_id = int(turn.choice or 0)
    code = await invitations.issue(turn.work, village_id)
    village = await turn.work.uow.units.get(village_id)
    return done(
        say(
            "invite-issued",
            village=village.name if village else "",
            code=invitations.shown(code),
            days=turn.work.rules.invitation_days,
        ),
        say("invite-how"),
        menu=True,
    )


async def _who_waits(turn: Turn) -> Outcome:
    waiting = await head_roles.waiting(turn.work, turn.data["commune"])
    if not waiting:
        return done("invite-none-waiting", menu=True)
    return choose(
        "holder",
        "invite-which",
        *(
            option(str(one.invitation_id), "invite-holder", name=one.name, village=one.village)
            for one in waiting
        ),
    )


@flow.step
async def holder(turn: Turn) -> Outcome:
    """Decide about one; a head before is named."""
    waiting = await head_roles.waiting(turn.work, turn.data["commune"])
    chosen = next((one for one in waiting if str(one.invitation_id) == turn.choice), None)
    if chosen is None:
        return done("invite-decided-already", menu=True)
    turn.data |= {
        "invitation": chosen.invitation_id,
        "name": chosen.name,
        "village": chosen.village,
    }
    before = [
        one.name
        for one in await head_roles.heads(turn.work, turn.data["commune"])
        if one.village_id == chosen.village_id and one.person_id != chosen.person_id
    ]
    refuse = option("refuse", "invite-refuse")
    if not before:
        return choose(
            "decide",
            "invite-decide",
            option("approve", "invite-approve"),
            refuse,
            name=chosen.name,
            village=chosen.village,
        )
    return choose(
        "decide",
        "invite-decide-replace",
        option("replace", "invite-approve-replace"),
        option("approve", "invite-approve-both"),
        refuse,
        name=chosen.name,
        village=chosen.village,
        heads=", ".join(before),
    )


@flow.step
async def decide(turn: Turn) -> Outcome:
    """Approve, replace or refuse; the holder is told."""
    names = {"name": turn.data["name"], "village": turn.data["village"]}
    if turn.choice == "refuse":
        await head_roles.refuse(turn.work, turn.data["invitation"])
        return done("invite-refused", menu=True, name=names["name"])
    await head_roles.approve(turn.work, turn.data["invitation"], replace=turn.choice == "replace")
    return done("invite-approved", menu=True, **names)


async def _which_head(turn: Turn) -> Outcome:
    heads = await head_roles.heads(turn.work, turn.data["commune"])
    if not heads:
        return done("invite-none-heads", menu=True)
    return choose(
        "head",
        "invite-which-head",
        *(
            option(
                f"{one.person_id}:{one.village_id}",
                "invite-holder",
                name=one.name,
                village=one.village,
            )
            for one in heads
        ),
    )


@flow.step
async def head(turn: Turn) -> Outcome:
    """Confirm before the role is taken back."""
    heads = await head_roles.heads(turn.work, turn.data["commune"])
    chosen = next(
        (one for one in heads if f"{one.person_id}:{one.village_id}" == turn.choice), None
    )
    if chosen is None:
        return done("invite-decided-already", menu=True)
    turn.data |= {
        "person": chosen.person_id,
        "village_id": chosen.village_id,
        "name": chosen.name,
    }
    return choose(
        "revoke_sure",
        "invite-revoke-confirm",
        option("no", "invite-revoke-no"),
        option("yes", "invite-revoke-yes"),
        says=await _leaves(turn, chosen),
        name=chosen.name,
        village=chosen.village,
    )


async def _leaves(turn: Turn, chosen: Head) -> tuple[Say, ...]:
    """What waits for the head, and that nobody takes it over, where that is so."""
    waits = await head_tasks.waiting(turn.work, chosen.village_id)
    says = []
    if waits.answers:
        says.append(say("invite-revoke-answers", count=waits.answers))
    if waits.homes:
        says.append(say("invite-revoke-homes", count=waits.homes))
    if waits.heads == 1:
        says.append(say("invite-revoke-last", village=chosen.village))
    return tuple(says)


@flow.step
async def revoke_sure(turn: Turn) -> Outcome:
    """Take the role back; open talks lose it at once."""
    if turn.choice != "yes":
        return done("invite-kept", menu=True)
    await head_roles.revoke(turn.work, turn.data["person"], turn.data["village_id"])
    return done("invite-revoked", menu=True, name=turn.data["name"])
