"""What to practise today, on Home."""

import dataclasses

from textual.widgets import Static

from sayback.questions import Catalogue
from sayback.tui.screens.choose import Choose
from sayback.tui.widgets.today_list import TodayList
from tests.tui.pilots import footer, settle, shown, text_of, until
from tests.tui.stage import Stage

LARGE = (160, 50)


def rate(stage, name, rating):
    take = stage.library.get(name)
    stage.library.save(dataclasses.replace(take, rating=rating))


async def test_questions_and_reasons_stand_on_home(stage):
    rate(stage, "190102-dive-deep", "again")
    async with stage.app().run_test(size=LARGE) as pilot:
        await settle(pilot)
        panel = text_of(pilot.app.screen.query_one(TodayList))

        assert "Due again   Tell me about a time you had to dig deep" in panel
        assert "Rated “again” on 20 November; due again for 2 days." in panel
        assert "Never tried" in panel


async def test_d_goes_there_details_follow_and_enter_asks(stage):
    async with stage.app().run_test(size=LARGE) as pilot:
        await settle(pilot)
        await pilot.press("d", "end")
        await settle(pilot)
        marked = pilot.app.screen.query_one(TodayList).marked
        details = text_of(pilot.app.screen.query_one("#details-text", Static))
        assert marked.question.text[:40] in details

        await pilot.press("enter")
        await until(pilot, lambda: stage.orders)
        assert stage.orders[0].question == marked.question


async def test_the_list_of_questions_keeps_the_focus_at_the_start(stage):
    async with stage.app().run_test(size=LARGE) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: stage.orders)

        assert stage.orders[0].question.id == "dive-deep-root-cause"


async def test_a_small_screen_asks_in_a_dialog(stage):
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not pilot.app.screen.query_one(TodayList).display
        assert {"Today", "History", "Help"} <= set(footer(pilot))

        await pilot.press("d")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Choose)
        assert "Never tried: When did a number" in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: stage.orders)


async def test_whoever_has_no_takes_is_offered_new_questions(tmp_path):
    async with Stage(tmp_path / "none").app().run_test(size=LARGE) as pilot:
        await settle(pilot)

        suggestions = pilot.app.screen.query_one(TodayList).suggestions
        assert [each.why for each in suggestions] == ["new"] * 3


async def test_without_packs_nothing_is_suggested(stage):
    stage.catalogue = Catalogue(())
    async with stage.app().run_test(size=LARGE) as pilot:
        await settle(pilot)

        assert "Today" not in footer(pilot)
        assert not pilot.app.screen.query_one(TodayList).display


async def test_what_was_deleted_changes_what_is_suggested(stage):
    rate(stage, "201500-design-queue", "again")
    async with stage.app().run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert pilot.app.screen.query_one(TodayList).suggestions[0].question.id == "design-queue"
        await pilot.press("t")
        await settle(pilot)
        await pilot.press("down", "d")
        await until(pilot, lambda: len(pilot.app.screen._rows) == 4)
        await pilot.press("escape")
        await settle(pilot)

        suggestions = pilot.app.screen.query_one(TodayList).suggestions
        assert not any(each.why == "due" for each in suggestions)
