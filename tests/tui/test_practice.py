"""Practice: ask, think, answer, analyse; nothing is lost by a key."""

import pytest

from sayback.errors import DeviceError
from sayback.interview.phases import Phase
from sayback.tui.screens.ask import Ask
from sayback.tui.screens.home import HomeScreen
from sayback.tui.screens.practice import PracticeScreen
from sayback.tui.screens.report import ReportScreen
from sayback.tui.screens.setup import SetupDialog
from tests.tui.pilots import footer, notices, settle, shown, until


@pytest.fixture
def stage(stage):
    stage.take = stage.library.get("last")
    return stage


async def begin(pilot, stage, **moment):
    """Start to practise the first question, at some moment of the run."""
    if moment:
        stage.prepare = lambda run: run.set(**moment)
    await settle(pilot)
    await pilot.press("enter")
    await until(pilot, lambda: stage.runs and "begin" in stage.runs[-1].told)
    phase = stage.runs[-1].now.phase
    await until(pilot, lambda: pilot.app.screen._state.snapshot.phase is phase)
    await pilot.pause()
    return stage.runs[-1]


async def reach(pilot, phase):
    await until(pilot, lambda: pilot.app.screen._state.snapshot.phase is phase)
    await pilot.pause()


async def test_a_whole_run_from_question_to_report(stage):
    async with stage.app().run_test() as pilot:
        run = await begin(pilot, stage)
        assert "Tell me about a time you had to dig deep" in shown(pilot)
        assert "▶ Question" in shown(pilot)

        await pilot.press("space")
        await reach(pilot, Phase.THINKING)
        assert "recording starts in" in shown(pilot)
        await pilot.press("enter")
        await reach(pilot, Phase.ANSWERING)
        assert "● Recording" in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))

        assert run.told == ["begin", "skip", "record_now", "finish", "close"]


async def test_space_pauses_and_goes_on(stage):
    async with stage.app().run_test() as pilot:
        await begin(pilot, stage, phase=Phase.ANSWERING, elapsed_s=12.0)
        await pilot.press("space")
        await reach(pilot, Phase.PAUSED)
        assert "What you say now is not recorded." in shown(pilot)

        await pilot.press("space")
        await reach(pilot, Phase.ANSWERING)


async def test_the_footer_offers_what_the_phase_allows(stage):
    async with stage.app().run_test() as pilot:
        await begin(pilot, stage)
        assert footer(pilot) == ["Skip", "Answer now", "Leave", "Help"]

        await pilot.press("enter")
        await reach(pilot, Phase.ANSWERING)
        assert footer(pilot) == ["Pause / go on", "Finish", "Discard", "Leave", "Help"]


async def test_warnings_are_shown(stage):
    warning = "Too loud: the recording is clipped; move back or turn the microphone down."
    async with stage.app().run_test() as pilot:
        await begin(pilot, stage, phase=Phase.ANSWERING, warning=warning, peak_db=-0.1)

        assert f"⚠ {warning}" in shown(pilot)
        assert "too loud" in shown(pilot)


async def test_progress_of_the_analysis_is_shown(stage):
    async with stage.app().run_test() as pilot:
        await begin(pilot, stage, phase=Phase.ANALYSING, progress=0.42)
        await until(pilot, lambda: "42%" in shown(pilot))

        assert "Your answer is kept." in shown(pilot)


async def test_discard_asks_first_and_the_harmless_answer_has_the_focus(stage):
    async with stage.app().run_test() as pilot:
        run = await begin(pilot, stage, phase=Phase.ANSWERING)
        await pilot.press("d")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Ask)
        await pilot.press("enter")
        await pilot.pause()

        assert isinstance(pilot.app.screen, PracticeScreen)
        assert "discard" not in run.told


async def test_discard_throws_away_and_leads_home(stage):
    async with stage.app().run_test() as pilot:
        run = await begin(pilot, stage, phase=Phase.ANSWERING)
        await pilot.press("d", "tab", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))

        assert "discard" in run.told


async def test_escape_before_the_answer_just_leaves(stage):
    async with stage.app().run_test() as pilot:
        run = await begin(pilot, stage)
        await pilot.press("escape")
        await until(pilot, lambda: "close" in run.told)

        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize(
    ("keys", "told"), [(["enter"], None), (["tab", "enter"], "finish"), (["escape"], None)]
)
async def test_escape_in_an_answer_asks_what_to_do_with_it(stage, keys, told):
    async with stage.app().run_test() as pilot:
        run = await begin(pilot, stage, phase=Phase.ANSWERING)
        await pilot.press("escape")
        await pilot.pause()
        assert "Leave in the middle of an answer?" in shown(pilot)
        await pilot.press(*keys)
        if told:
            await until(pilot, lambda: told in run.told)
        else:
            await pilot.pause(0.2)
            assert run.told == ["begin"]


async def test_quitting_in_an_answer_asks_too(stage):
    async with stage.app().run_test() as pilot:
        await begin(pilot, stage, phase=Phase.ANSWERING)
        await pilot.press("ctrl+q")
        await pilot.pause()

        assert "Leave in the middle of an answer?" in shown(pilot)


async def test_leaving_while_the_report_is_made_says_where_it_will_be(stage):
    async with stage.app().run_test() as pilot:
        run = await begin(pilot, stage, phase=Phase.ANALYSING)
        await pilot.press("escape")
        await until(pilot, lambda: "close" in run.told)

        assert any("goes on being made" in notice for notice in notices(pilot))


async def test_without_a_microphone_the_demo_voice_is_offered_as_one(stage):
    def fail_first(run):
        if not stage.runs:
            run.fails_with = DeviceError("There is no microphone; plug one in, then try again.")

    stage.prepare = fail_first
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        assert "There is no microphone" in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: len(stage.orders) == 2)

        assert stage.orders[1].demo_voice
        assert isinstance(pilot.app.screen, PracticeScreen)
        assert "demo voice" in shown(pilot)


async def test_from_a_failure_the_setup_is_a_choice_away(stage):
    def fail(run):
        run.fails_with = DeviceError("The microphone can't be opened.")

    stage.prepare = fail
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await pilot.click("#setup")
        await until(pilot, lambda: isinstance(pilot.app.screen, SetupDialog))
        await settle(pilot)


async def test_a_report_that_could_not_be_made_leads_to_the_take_all_the_same(stage):
    async with stage.app().run_test() as pilot:
        run = await begin(pilot, stage, phase=Phase.ANALYSING)
        run.take = stage.take
        run.problem = "The engine died; the take is kept."
        run.set(Phase.DONE)
        await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))

        assert "The engine died; the take is kept." in notices(pilot)


async def test_the_report_opens_over_an_open_help(stage):
    async with stage.app().run_test() as pilot:
        run = await begin(pilot, stage, phase=Phase.ANALYSING)
        await pilot.press("f1")
        run.take = stage.take
        run.set(Phase.DONE)
        await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)

        assert isinstance(pilot.app.screen, HomeScreen)


async def test_setup_keeps_off_the_microphone_while_practising(stage):
    async with stage.app().run_test() as pilot:
        await begin(pilot, stage, phase=Phase.ANSWERING)
        await pilot.press("f2")
        await pilot.pause()

        assert isinstance(pilot.app.screen, PracticeScreen)
