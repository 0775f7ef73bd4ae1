"""Pictures of the listening desk and its dialogs."""

from __future__ import annotations

import dataclasses

from sayback.analysis.correction import of_filler, of_word
from sayback.library import Bookmark
from sayback.tui.messages import OpenTake
from sayback.tui.screens.report import ReportScreen
from tests.render import reports
from tests.tui.pictures import BOX, EVERY, SMALL, WITH_LARGE, pictures
from tests.tui.pilots import settle, shown, until
from tests.tui.stage import DIVE_DEEP, add_take


async def _open(pilot, scene, name):
    pilot.app.screen.post_message(OpenTake(scene.library.get(name)))
    await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))
    await settle(pilot)


async def report(pilot, scene):
    """A report's advice; on a larger screen all of it."""
    await _open(pilot, scene, "143205-dive-deep")


async def figures(pilot, scene):
    """A report's figures."""
    await report(pilot, scene)
    await pilot.press("2", *["down"] * 7)


async def words(pilot, scene):
    """A report's words, one of which is heard."""
    await report(pilot, scene)
    await pilot.press("3", "space")
    scene.sounds[-1].position_s = 17.3
    await until(pilot, lambda: "0:17" in pilot.app.screen.query_one("TimelineView").caption)


async def pending(pilot, scene):
    """A report without words."""
    await _open(pilot, scene, "180000-why-us")


async def design(pilot, scene):
    """A report of a system design answer."""
    await _open(pilot, scene, "201500-design-queue")
    await pilot.press("2")


async def desk(pilot, scene):
    """A take that was rated, bookmarked and corrected, slowed down and repeated."""
    take = scene.library.get("143205-dive-deep")
    said = take.report.transcript
    # Only kept, not applied: what else would be found then is not for this picture to say.
    made = (of_word(said, 0, "Well,"), of_filler(said, [6], None))
    marks = (Bookmark(12.5, "Too long."), Bookmark(55.0, "Good."))
    scene.library.save(
        dataclasses.replace(
            take,
            rating="good",
            bookmarks=marks,
            notes="Slower at the start.",
            corrections=tuple(one.as_json() for one in made),
        )
    )
    await words(pilot, scene)
    await pilot.press("minus", "l")
    await until(pilot, lambda: "↻" in pilot.app.screen.query_one("TimelineView").caption)


async def correct(pilot, scene):
    """A word that is corrected."""
    await words(pilot, scene)
    await pilot.press("c")
    await until(pilot, lambda: pilot.app.screen.query("#part"))


async def notes(pilot, scene):
    """Notes on a take."""
    await desk(pilot, scene)
    await pilot.press("n")


async def rate(pilot, scene):
    """How a take went."""
    await report(pilot, scene)
    await pilot.press("g")


async def bookmark(pilot, scene):
    """A bookmark with its note."""
    await desk(pilot, scene)
    scene.sounds[-1].position_s = 55.1
    await pilot.press("b")


async def measured(pilot, scene):
    """How a figure is measured."""
    await figures(pilot, scene)
    await pilot.press("m")


async def follow_up(pilot, scene):
    """The choice of a follow-up question."""
    await report(pilot, scene)
    await pilot.press("u")


async def compare_with(pilot, scene):
    """The choice of another take."""
    for day in range(1, 9):
        add_take(scene.library, f"2026-11-0{day}/081500-x", DIVE_DEEP, reports.rich())
    await report(pilot, scene)
    await pilot.press("e")
    await until(pilot, lambda: "Compare with which take?" in shown(pilot))


async def help_report(pilot, scene):
    """Help with the most keys."""
    await report(pilot, scene)
    await pilot.press("f1")


async def caution(pilot, scene):
    """What the demo's model can't do."""
    newest = scene.library.get("last")
    scene.library.save(dataclasses.replace(newest, report=reports.demo()))
    await report(pilot, scene)


@pictures(WITH_LARGE, desk)
def test_where_one_stays(same_picture, steps, look):
    assert same_picture(steps, look)


@pictures(EVERY, report, figures, words, pending, design, correct)
def test_screen(same_picture, steps, look):
    assert same_picture(steps, look)


@pictures(BOX, notes, rate, bookmark, measured, follow_up, compare_with, help_report, caution)
def test_box(same_picture, steps, look):
    """Boxes in the middle, and one more line in a report's heading."""
    assert same_picture(steps, look)


@pictures(SMALL[:1], words)
def test_without_colour(same_picture, monkeypatch, steps, look):
    monkeypatch.setenv("NO_COLOR", "1")

    assert same_picture(steps, look)
