"""All flows, one conversation per file; router and menus read this list."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.flow import Flow
from handlers.flows import (
    announce,
    approve_heads,
    ask_on_behalf,
    attendee_list,
    create_session,
    decline_seat,
    forward_notice,
    join_role,
    list_submissions,
    menu,
    register_attendees,
    session_overview,
)
from handlers.flows import help as help_flow

ALL: tuple[Flow, ...] = (
    menu.flow,
    help_flow.flow,
    # Village heads' flows stand first: "đăng ký" starts another flow for a household.
    register_attendees.flow,
    attendee_list.flow,
    ask_on_behalf.flow,
    forward_notice.flow,
    create_session.flow,
    announce.flow,
    session_overview.flow,
    list_submissions.flow,
    approve_heads.flow,
    join_role.flow,
    decline_seat.flow,
)


def by_name() -> Mapping[str, Flow]:
    """Every flow under its name."""
    return {flow.name: flow for flow in ALL}
