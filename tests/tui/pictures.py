"""How pictures of the screens are taken: in which sizes and themes, and compared with what.

`pytest tests/tui --snapshot-update` makes them anew. Look at each that changes before it is kept.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

import pytest
from textual.pilot import Pilot

from sayback.config import ScreenConfig
from tests.tui.pilots import settle
from tests.tui.stage import Stage

Steps = Callable[[Pilot[None], Stage], Awaitable[None]]
"""Leads from Home to what is to be seen."""


@dataclass(frozen=True)
class Look:
    """How somebody looks at a screen."""

    width: int
    height: int
    theme: str

    def __str__(self) -> str:
        return f"{self.width}x{self.height}-{self.theme}"


SMALL_DARK, SMALL_LIGHT = Look(80, 24, "dark"), Look(80, 24, "light")
SMALL = (SMALL_DARK, SMALL_LIGHT)
MIDDLE = (Look(120, 36, "dark"), Look(120, 36, "light"))
LARGE = (Look(160, 50, "dark"), Look(160, 50, "light"))
EVERY = SMALL + MIDDLE
"""For a screen, which lies differently in each size."""
WITH_LARGE = EVERY + LARGE
"""For the screens that one stays on."""
BOX = (SMALL_DARK, MIDDLE[1])
"""For a dialog, which is the same box in each size."""


def pictures(looks: Iterable[Look], *steps: Steps) -> pytest.MarkDecorator:
    """Run a test for every one of the steps, in every look."""
    return pytest.mark.parametrize(
        ("steps", "look"),
        [
            pytest.param(each, look, id=f"{each.__name__}-{look}")
            for each in steps
            for look in tuple(looks)
        ],
    )


def matches(snap_compare: Callable[..., bool], stage: Stage, steps: Steps, look: Look) -> bool:
    """Compare what the steps lead to with its picture."""
    screen = ScreenConfig(theme=f"sayback-{look.theme}")
    stage.config = dataclasses.replace(stage.config, screen=screen)

    async def before(pilot: Pilot[None]) -> None:
        await settle(pilot)
        pilot.app.clear_notifications()
        await steps(pilot, stage)
        await settle(pilot)
        for field in pilot.app.screen.query("Input, TextArea"):
            field.cursor_blink = False
            field.refresh()  # A cursor that was off just then is on, but not yet drawn.
        pilot.app.clear_notifications()
        await settle(pilot)

    size = (look.width, look.height)
    return snap_compare(stage.app(), terminal_size=size, run_before=before)
