"""Small steps that pilot tests share."""

from __future__ import annotations

import time
from collections.abc import Callable

from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Footer
from textual.widgets._footer import FooterKey


async def settle(pilot: Pilot) -> None:
    """Wait until nothing is being read any more and everything is drawn."""
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def until(pilot: Pilot, happened: Callable[[], object], *, within_s: float = 30.0) -> None:
    """Wait for something that another thread brings about."""
    deadline = time.monotonic() + within_s
    while not happened():
        assert time.monotonic() < deadline, "it did not happen in time"
        await pilot.pause(0.01)


def text_of(widget: Widget) -> str:
    """Return what a widget shows, line by line."""
    lines = widget.render_lines(widget.content_region.reset_offset)
    return "\n".join(strip.text.rstrip() for strip in lines)


def shown(pilot: Pilot) -> str:
    """Return the whole screen as text."""
    screen = pilot.app.screen
    # As the program does when it draws; else what lies below a dialog is any screen of before,
    # and stays it, as the lines are kept.
    visible_screen_stack.set(pilot.app._background_screens)
    return "\n".join(strip.text.rstrip() for strip in screen._compositor.render_strips())


def notices(pilot: Pilot) -> list[str]:
    """Return the sentences that were shown for a few seconds."""
    return [notification.message for notification in pilot.app._notifications]


def footer(pilot: Pilot) -> list[str]:
    """Return the labels of the keys in the footer."""
    keys = pilot.app.screen.query_one(Footer).query(FooterKey)
    return [key.description for key in keys if key.description]
