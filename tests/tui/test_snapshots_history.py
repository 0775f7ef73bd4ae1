"""Pictures of History and of what to practise today."""

from __future__ import annotations

import dataclasses

import pytest
from textual.widgets import Select

from tests.render import reports
from tests.tui.pictures import BOX, EVERY, SMALL, pictures
from tests.tui.pilots import settle, shown, until
from tests.tui.stage import QUESTIONS, Stage, add_take

FILLED = (5.1, 4.6, 3.2, 3.9, 4.2, 3.1, 2.2, 2.9, 2.4, 2.6, 1.9, 2.1)


@pytest.fixture
def scene(scene: Stage) -> Stage:
    """Takes of every sort, and enough of one sort to see a trend."""
    for place, rate in enumerate(FILLED):
        report = reports.rich()
        filled = dataclasses.replace(report.fillers.filled_pauses, per_100_words=rate)
        fillers = dataclasses.replace(report.fillers, filled_pauses=filled)
        report = dataclasses.replace(report, fillers=fillers)
        take = add_take(
            scene.library, f"2026-11-{1 + place:02d}/190000-x", QUESTIONS[place % 3], report
        )
        kept = dataclasses.replace(take, starred=place == 9, rating="hard" if place == 10 else None)
        scene.library.save(kept)
    return scene


async def today(pilot, scene):
    """What to practise today: a panel, or a dialog where there is no room for one."""
    await pilot.press("d")


async def history(pilot, scene):
    """The table."""
    await pilot.press("t")
    await settle(pilot)


async def trends(pilot, scene):
    """How filled pauses moved."""
    await history(pilot, scene)
    await pilot.press("g", *["down"] * 7)


async def found(pilot, scene):
    """What a search found."""
    await history(pilot, scene)
    await pilot.press("slash", *"sale")
    await until(pilot, lambda: pilot.app.screen._found is not None)
    await settle(pilot)
    await pilot.press("enter", "down")


async def filters(pilot, scene):
    """A filter that is open."""
    await history(pilot, scene)
    await pilot.press("f", "enter", "down")
    await until(pilot, lambda: pilot.app.screen.query(Select).first().expanded)


async def filtered(pilot, scene):
    """Takes of one principle."""
    await filters(pilot, scene)
    await pilot.press("enter")


async def dates(pilot, scene):
    """From when to when."""
    await history(pilot, scene)
    pilot.app.screen.query_one("#of-dates").value = "other"
    await until(pilot, lambda: "From when to when?" in shown(pilot))


async def trash(pilot, scene):
    """What can be brought back."""
    await history(pilot, scene)
    await pilot.press("d")
    await until(pilot, lambda: scene.library.trashed())
    await settle(pilot)
    # What is told for a few seconds would stay behind the dialog, or not.
    pilot.app.clear_notifications()
    await pilot.press("x")
    await until(pilot, lambda: "Which take to bring back?" in shown(pilot))


@pictures(EVERY, today, history, trends, found)
def test_screen(same_picture, steps, look):
    assert same_picture(steps, look)


@pictures(BOX, filters, filtered, dates, trash)
def test_box(same_picture, steps, look):
    """Boxes in the middle, and one list over the table."""
    assert same_picture(steps, look)


@pictures(SMALL[:1], history, trends)
def test_without_colour(same_picture, monkeypatch, steps, look):
    monkeypatch.setenv("NO_COLOR", "1")

    assert same_picture(steps, look)
