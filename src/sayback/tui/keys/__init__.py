"""Every key of every screen: the one list that bindings, footer, palette, help and docs read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from textual.binding import Binding, BindingType

from sayback.tui.keys.everywhere import DIALOG, EVERYWHERE, FIRST_START, SETTINGS, SETUP
from sayback.tui.keys.key import Key, Place
from sayback.tui.keys.report import REPORT
from sayback.tui.keys.screens import COMPARE, HOME, PRACTICE, TAKES

__all__ = ["EVERYWHERE", "PLACES", "Key", "Place", "bindings"]

PLACES: Mapping[str, Place] = MappingProxyType(
    {
        "everywhere": EVERYWHERE,
        "home": HOME,
        "practice": PRACTICE,
        "report": REPORT,
        "takes": TAKES,
        "compare": COMPARE,
        "setup": SETUP,
        "settings": SETTINGS,
        "first_start": FIRST_START,
        "dialog": DIALOG,
    }
)


def bindings(place: str) -> list[BindingType]:
    """Return a place's keys as Textual wants them."""
    return [
        Binding(
            key.keys,
            key.action,
            key.label,
            show=key.footer,
            key_display=key.shown,
            tooltip=key.help,
            id=f"{place}.{key.action}",
            group=_group(key.group),
            # No dialog and no field may hold somebody back who wants to leave.
            priority=key.action == "quit",
        )
        for key in PLACES[place].keys
    ]


@cache
def _group(label: str) -> Binding.Group | None:
    return Binding.Group(label, compact=True) if label else None
