"""All flows, one conversation per file; router and menus read this list."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.flow import Flow
from handlers.flows import help as help_flow
from handlers.flows import menu

ALL: tuple[Flow, ...] = (menu.flow, help_flow.flow)


def by_name() -> Mapping[str, Flow]:
    """Every flow under its name."""
    return {flow.name: flow for flow in ALL}
