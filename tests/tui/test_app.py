"""The program as a whole: first start, help, palette, light and dark."""

import asyncio

import pytest
from textual.command import CommandPalette
from textual.css.query import NoMatches

from sayback.config import Config, ScreenConfig
from sayback.interview.phases import Phase
from sayback.library import TakeQuestion
from sayback.tui.keys import PLACES
from sayback.tui.screens.ask import Ask
from sayback.tui.screens.help import HelpDialog
from sayback.tui.screens.practice import PracticeScreen
from sayback.tui.screens.report import ReportScreen
from sayback.tui.screens.takes import TakesScreen
from sayback.tui.services import Order
from tests.tui.pilots import notices, settle, shown, until
from tests.tui.stage import DIVE_DEEP


@pytest.fixture
def fresh(stage):
    """A machine without a model, started for the first time."""
    stage.installed = ()
    stage.started_before = False
    return stage


async def test_ctrl_c_says_how_to_leave(stage):
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        await pilot.press("ctrl+c")

        assert notices(pilot)[-1] == "Ctrl+Q leaves Sayback."


async def test_the_demo_opens_with_its_question_and_asks_for_nothing(fresh):
    order = Order(TakeQuestion.of(DIVE_DEEP), demo_voice=True)
    async with fresh.app(opening=order).run_test() as pilot:
        await until(pilot, lambda: fresh.orders)
        await settle(pilot)

        assert isinstance(pilot.app.screen, PracticeScreen)
        assert fresh.orders == [order]


@pytest.mark.parametrize("place", ["home", "takes"])
async def test_f1_explains_the_screen_and_every_key_of_it(stage, place):
    async with stage.app().run_test(size=(120, 60)) as pilot:
        await settle(pilot)
        if place == "takes":
            await pilot.press("t")
            await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)

        assert isinstance(pilot.app.screen, HelpDialog)
        missing = [key.help for key in PLACES[place].keys if key.help not in shown(pilot)]
        assert missing == []


async def test_the_palette_runs_what_the_screen_can_do(stage):
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: CommandPalette.is_open(pilot.app))
        await pilot.press(*"list all your takes")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, TakesScreen))
        await settle(pilot)


async def test_f3_switches_between_light_and_dark_and_it_is_kept(stage):
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        assert stage.saved == [], "looking writes nothing"
        await pilot.press("f3")
        await settle(pilot)
        assert pilot.app.theme == "sayback-light"
        await pilot.press("f3")
        await settle(pilot)

        assert [config.screen.theme for config in stage.saved] == ["sayback-light", "sayback-dark"]


@pytest.mark.parametrize(("theme", "used"), [("nord", "nord"), ("", "sayback-dark")])
async def test_any_theme_of_textual_can_be_used(stage, theme, used):
    stage.config = Config(screen=ScreenConfig(theme=theme))
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: stage.orders)

        assert pilot.app.theme == used


async def test_without_colour_everything_is_still_said(stage, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    stage.config = Config()
    async with stage.app().run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert pilot.app.no_color
        assert "! S Situation" in shown(pilot)
        assert "*you know*" in shown(pilot)


async def test_ctrl_q_leaves(stage):
    app = stage.app()
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("ctrl+q")

    assert app.return_code == 0


@pytest.mark.parametrize("keys", [["f1"], ["f2"], ["slash", "x"], ["f4", "enter"], ["ctrl+p"]])
async def test_ctrl_q_leaves_from_a_dialog_or_a_field_too(stage, keys):
    app = stage.app()
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        await pilot.press("ctrl+q")

    assert app.return_code == 0


async def test_ctrl_q_does_not_leave_an_answer_that_a_dialog_asks_about(stage):
    stage.prepare = lambda run: run.set(Phase.ANSWERING)
    app = stage.app()
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: getattr(app.screen, "is_speaking", False))
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("ctrl+q")
        await settle(pilot)

        assert isinstance(app.screen, Ask)
        assert app.return_code is None
        await pilot.press("escape")
        await settle(pilot)


async def test_nothing_is_put_over_a_dialog(stage):
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)
        await pilot.press("f2", "f4", "f1")
        await settle(pilot)

        assert isinstance(pilot.app.screen, HelpDialog)
        assert len(pilot.app.screen_stack) == 2


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
@pytest.mark.parametrize("screen", [ReportScreen, TakesScreen])
async def test_a_screen_may_be_closed_while_it_opens(stage, screen, steps):
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        session = pilot.app.session
        takes = [stage.library.get("last")] if screen is ReportScreen else []
        pilot.app.push_screen(screen(session, *takes))
        for _ in range(steps):
            await asyncio.sleep(0)
    # Leaving raises whatever went wrong meanwhile.


async def test_what_is_missing_on_an_open_screen_is_a_fault_all_the_same(stage):
    with pytest.raises(NoMatches):
        async with stage.app().run_test() as pilot:
            await settle(pilot)
            pilot.app.screen.call_later(lambda: pilot.app.screen.query_one("#nowhere"))
            await settle(pilot)
