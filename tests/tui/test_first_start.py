"""The first start: four steps, each of which can be left out, and nothing that can fail one."""

from __future__ import annotations

import asyncio
import threading
import time

import pytest

from sayback.audio.devices import Device
from sayback.errors import DeviceError, ModelError
from sayback.tui.screens.first_start import FirstStartScreen
from sayback.tui.screens.home import HomeScreen
from sayback.tui.screens.practice import PracticeScreen
from sayback.tui.setup_choices import DEMO_VOICE
from sayback.tui.widgets.choice import Choice
from sayback.tui.widgets.first_loudspeaker import FirstLoudspeaker
from sayback.tui.widgets.first_microphone import FirstMicrophone
from sayback.tui.widgets.first_model import FirstModel
from sayback.tui.widgets.first_question import FirstQuestion
from sayback.tui.widgets.microphone_trial import MicrophoneTrial
from sayback.tui.widgets.question_list import QuestionList
from tests.tui.pilots import footer, notices, settle, shown, text_of, until
from tests.tui.stage import CATALOGUE, silence

WEBCAM = Device("Webcam", False, 16000)
STEPS = (FirstMicrophone, FirstLoudspeaker, FirstModel, FirstQuestion)


@pytest.fixture
def stage(stage):
    """A machine without a model, started for the first time."""
    stage.installed = ()
    stage.started_before = False
    return stage


async def at_step(pilot, step):
    """Go to a step by leaving out those before."""
    await until(pilot, lambda: isinstance(pilot.app.screen, FirstStartScreen))
    for each in STEPS[: STEPS.index(step) + 1]:
        await until(pilot, lambda each=each: isinstance(pilot.app.screen.step, each))
        await settle(pilot)
        if each is not step:
            await pilot.press("s")


async def choose(pilot, value):
    pilot.app.screen.step.query_one(Choice).value = value
    await settle(pilot)


def opens_first(stage, opening):
    """Let the first microphone open as `opening` says, and any other at once."""
    waits = [opening]
    stage.microphones = (*stage.microphones, WEBCAM)
    stage.before_listening = lambda: waits.pop()() if waits else None


async def choose_webcam_meanwhile(pilot, stage):
    """Choose another microphone while the first one still opens; return where it is tried."""
    await until(pilot, lambda: stage.made_meters)
    trial = pilot.app.screen.query_one(MicrophoneTrial)
    trial.listen(WEBCAM.name)
    await until(pilot, lambda: trial.meter)
    return trial


async def test_it_comes_once_and_is_remembered_at_once(stage):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstMicrophone)

        assert stage.started_before


async def test_the_second_start_begins_at_home(stage):
    stage.started_before = True
    async with stage.app().run_test() as pilot:
        await settle(pilot)

        assert isinstance(pilot.app.screen, HomeScreen)


async def test_the_palette_brings_it_back(stage):
    stage.started_before = True
    app = stage.app()
    async with app.run_test() as pilot:
        await settle(pilot)
        commands = {each.title: each for each in app.get_system_commands(app.screen)}
        commands["First start"].callback()
        await at_step(pilot, FirstMicrophone)


@pytest.mark.parametrize("step", STEPS)
async def test_escape_leaves_at_every_step(stage, step):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, step)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await settle(pilot)

        assert any("F4 all settings" in notice for notice in notices(pilot))
        assert stage.saved == []


@pytest.mark.parametrize("step", STEPS)
async def test_ctrl_c_quits_at_every_step(stage, step):
    app = stage.app()
    async with app.run_test() as pilot:
        await at_step(pilot, step)
        await pilot.press("ctrl+c")

    assert app.return_code == 0


async def test_skipping_every_step_leads_home_and_changes_nothing(stage):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstQuestion)
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await settle(pilot)

        assert stage.saved == []
        assert stage.orders == []


async def test_a_step_that_was_skipped_has_a_word_and_no_tick(stage):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstLoudspeaker)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen.step, FirstModel))
        assert "– Microphone skipped ── ✓ Loudspeaker ── ▶ Words" in shown(pilot)

        await pilot.press("left")
        await until(pilot, lambda: isinstance(pilot.app.screen.step, FirstLoudspeaker))
        await pilot.press("left")
        await until(pilot, lambda: isinstance(pilot.app.screen.step, FirstMicrophone))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen.step, FirstLoudspeaker))
        assert "✓ Microphone ── ▶ Loudspeaker" in shown(pilot)


async def test_all_steps_can_be_read_where_each_was_skipped_and_room_is_short(stage):
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await at_step(pilot, FirstQuestion)

        strip = "– Microphone skipped – Loudspeaker skipped – Words skipped ▶ First question"
        assert strip in shown(pilot)


async def test_left_leads_back_a_step(stage):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstModel)
        await pilot.press("left")
        await until(pilot, lambda: isinstance(pilot.app.screen.step, FirstLoudspeaker))
        await settle(pilot)


async def test_the_microphone_shows_its_level_and_is_let_go_with_the_step(stage):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstMicrophone)
        await until(pilot, lambda: "-23 dB good" in shown(pilot))
        meter = pilot.app.screen.query_one(MicrophoneTrial).meter
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen.step, FirstLoudspeaker))
        await until(pilot, lambda: not meter.is_open)
        await settle(pilot)


async def test_a_microphone_that_opens_after_its_step_was_left_is_let_go(stage):
    opening = threading.Event()
    stage.before_listening = lambda: opening.wait(10)
    async with stage.app().run_test() as pilot:
        await until(pilot, lambda: stage.made_meters)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen.step, FirstLoudspeaker))
        opening.set()
        await until(pilot, lambda: stage.meters)
        await until(pilot, lambda: not stage.made_meters[0].is_open)


async def test_a_microphone_that_opens_as_the_program_is_left_is_let_go(stage):
    opening = threading.Event()
    stage.before_listening = lambda: opening.wait(10)
    async with stage.app().run_test() as pilot:
        await until(pilot, lambda: stage.made_meters)
        pilot.app.exit()
        await pilot.pause()
        opening.set()

    deadline = time.monotonic() + 10
    while not stage.meters or stage.made_meters[0].is_open:
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)


async def test_of_two_microphones_chosen_one_after_the_other_the_last_one_listens(stage):
    first = threading.Event()
    opens_first(stage, lambda: first.wait(10))
    async with stage.app().run_test() as pilot:
        trial = await choose_webcam_meanwhile(pilot, stage)
        first.set()
        await until(pilot, lambda: len(stage.meters) == 2)
        await until(pilot, lambda: not stage.made_meters[0].is_open)

        assert trial.meter is stage.made_meters[1]
        assert trial.meter.is_open


async def test_a_voice_that_is_ready_after_its_step_was_left_stays_silent(stage):
    begun, preparing = threading.Event(), threading.Event()

    def prepare():
        begun.set()
        preparing.wait(10)

    stage.before_speaking = prepare
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstLoudspeaker)
        await pilot.press("space")
        await until(pilot, begun.is_set)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen.step, FirstModel))
        preparing.set()
        await until(pilot, lambda: stage.sounds and stage.sounds[0].closed)

        assert stage.sounds[0].played == []


async def test_looking_again_closes_microphone_and_loudspeaker_first(stage):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstMicrophone)
        trial = pilot.app.screen.query_one(MicrophoneTrial)
        await until(pilot, lambda: trial.meter)
        await pilot.press("space", "space")
        await until(pilot, lambda: stage.sounds and stage.sounds[-1].is_playing)
        stage.plugged_in = (WEBCAM,)
        await pilot.press("f6")
        await until(pilot, lambda: len(stage.meters) == 2)
        await settle(pilot)

        assert WEBCAM in stage.microphones
        assert stage.sounds[-1].closed


async def test_looking_again_says_so_where_something_stays_open(stage, monkeypatch):
    monkeypatch.setattr("sayback.tui.session._CLOSES_WITHIN_S", 0.0)
    stage._rescan = lambda: False
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstMicrophone)
        await pilot.press("f6")
        await until(pilot, lambda: "press F6 again when it is over" in shown(pilot))
        await settle(pilot)


async def test_of_a_bad_microphone_and_a_good_one_after_it_only_the_good_one_is_told(stage):
    first = threading.Event()

    def refuse():
        first.wait(10)
        raise DeviceError("The microphone can't be opened.")

    opens_first(stage, refuse)
    async with stage.app().run_test() as pilot:
        await choose_webcam_meanwhile(pilot, stage)
        first.set()
        await settle(pilot)

        assert "can't be opened" not in shown(pilot)


async def test_space_records_and_plays_back(stage):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstMicrophone)
        trial = pilot.app.screen.query_one(MicrophoneTrial)
        await until(pilot, lambda: trial.meter)
        await pilot.press("space")
        assert trial.meter.remembering
        assert "● Recording" in shown(pilot)
        await pilot.press("space")
        await until(pilot, lambda: stage.sounds and stage.sounds[-1].played)
        await until(pilot, lambda: trial._is_playing)
        stage.sounds[-1].end(2.0)
        await until(pilot, lambda: "That was you." in shown(pilot))
        await settle(pilot)

        assert stage.sounds[-1].audio is stage.spoken
        assert not trial.meter.remembering


async def test_a_loudspeaker_that_fails_is_told(stage):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstMicrophone)
        trial = pilot.app.screen.query_one(MicrophoneTrial)
        await until(pilot, lambda: trial.meter)
        await pilot.press("space", "space")
        await until(pilot, lambda: trial._is_playing)
        stage.sounds[-1].problem = "There is no loudspeaker; plug one in, then try again."
        stage.sounds[-1].end(0.0)
        await until(pilot, lambda: "There is no loudspeaker" in shown(pilot))
        await settle(pilot)


async def test_silence_is_not_played_but_told(stage):
    stage.spoken = silence(2)
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstMicrophone)
        await until(pilot, lambda: pilot.app.screen.query_one(MicrophoneTrial).meter)
        await pilot.press("space", "space")
        await until(pilot, lambda: "Nothing was heard" in shown(pilot))
        await settle(pilot)

        assert stage.sounds == []


async def test_recording_ends_by_itself(stage, monkeypatch):
    monkeypatch.setattr("sayback.tui.widgets.microphone_trial.LONGEST_S", 0.05)
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstMicrophone)
        await until(pilot, lambda: pilot.app.screen.query_one(MicrophoneTrial).meter)
        await pilot.press("space")
        await until(pilot, lambda: stage.sounds and stage.sounds[-1].played)
        await settle(pilot)


async def test_another_microphone_is_chosen_by_keys_alone(stage):
    stage.microphones = (*stage.microphones, WEBCAM)
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstMicrophone)
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: stage.meters and stage.meters[-1] == "Webcam")
        await settle(pilot)
        assert stage.saved[-1].audio.microphone == "Webcam"

        # Enter goes on, instead of opening the list once more.
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen.step, FirstLoudspeaker))
        await settle(pilot)


async def test_without_a_microphone_one_sentence_and_the_demo_voice(stage):
    stage.microphones = ()
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstMicrophone)
        assert "Live audio needs the PortAudio library" in shown(pilot)
        await pilot.press("space")
        await choose(pilot, DEMO_VOICE)
        assert pilot.app.session.demo_voice
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen.step, FirstLoudspeaker))
        await settle(pilot)


async def test_f6_finds_a_microphone_that_was_plugged_in(stage):
    stage.microphones, stage.plugged_in = (), (WEBCAM,)
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstMicrophone)
        await pilot.press("f6")
        await settle(pilot)
        await choose(pilot, "Webcam")

        assert stage.meters[-1] == "Webcam"


async def test_space_speaks_a_sentence(stage):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstLoudspeaker)
        await pilot.press("space")
        await until(pilot, lambda: "This is how I will ask you" in shown(pilot))
        assert stage.sounds[-1].played
        stage.sounds[-1].end(1.0)
        await until(pilot, lambda: "Heard nothing?" in shown(pilot))
        await settle(pilot)


async def test_without_a_voice_one_sentence_and_on(stage):
    stage.voice_problem = "The system's voice failed; choose another."
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstLoudspeaker)
        await pilot.press("space")
        await until(pilot, lambda: "The system's voice failed" in shown(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen.step, FirstModel))
        await settle(pilot)


async def test_the_model_says_what_it_weighs_and_enter_gets_it(stage):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstModel)
        assert "Enter downloads base.en, 145 MB. s goes on without." in shown(pilot)
        assert "Download" in footer(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, FirstStartScreen))
        await until(pilot, lambda: isinstance(pilot.app.screen.step, FirstQuestion))
        await settle(pilot)

        assert stage.installed == ("base.en",)
        assert "· base.en" in shown(pilot)


async def test_another_model_can_be_got(stage):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstModel)
        await choose(pilot, "small.en")
        await pilot.press("enter")
        await until(pilot, lambda: stage.saved)
        await settle(pilot)

        assert stage.saved[-1].whisper.model == "small.en"


async def test_a_model_that_is_here_needs_no_download(stage):
    stage.installed = ("base.en",)
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstModel)
        assert "✓ base.en is here." in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen.step, FirstQuestion))
        await settle(pilot)


async def test_without_a_network_one_sentence_and_on_without(stage):
    def fail(name, on_progress):
        raise ModelError("The model can't be downloaded: there is no network; try again later.")

    stage.download = fail
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstModel)
        await pilot.press("enter")
        await until(pilot, lambda: "there is no network" in shown(pilot))
        otherwise = " ".join(text_of(pilot.app.screen.query_one("#otherwise")).split())
        assert "s goes on without a model" in otherwise
        assert "Setup (F2) and Settings (F4)" in otherwise, "there is no field for a folder here"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, FirstStartScreen))
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen.step, FirstQuestion))
        await settle(pilot)


async def test_ctrl_c_quits_in_the_middle_of_a_download(stage):
    going_on, stopped = threading.Event(), threading.Event()

    def download(name, on_progress):
        try:
            on_progress(0.3)
            going_on.wait(10)
            on_progress(0.4)
        finally:
            stopped.set()

    stage.download = download
    app = stage.app()
    async with app.run_test() as pilot:
        await at_step(pilot, FirstModel)
        await pilot.press("enter")
        await until(pilot, lambda: "30%" in shown(pilot))
        await pilot.press("ctrl+c")
        going_on.set()

    assert stopped.wait(10)
    assert app.return_code == 0
    assert stage.installed == ()


async def test_the_first_question_suits_anybody_and_enter_asks_it(stage):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstQuestion)
        step = pilot.app.screen.step
        await until(pilot, lambda: step.question)
        suggested = step.question
        assert suggested.text in " ".join(shown(pilot).split())
        assert suggested.id in {question.id for question in CATALOGUE.choose(pack="general")}
        await pilot.press("enter")
        await until(pilot, lambda: stage.orders)
        await settle(pilot)

        assert isinstance(pilot.app.screen, PracticeScreen)
        assert stage.orders[0].question == suggested


async def test_space_suggests_every_question_of_the_pack_in_turn(stage):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstQuestion)
        step = pilot.app.screen.step
        await until(pilot, lambda: step.question)
        seen = []
        for _ in CATALOGUE.choose(pack="general"):
            seen.append(step.question.id)
            await pilot.press("space")
        await settle(pilot)

        assert sorted(seen) == sorted(each.id for each in CATALOGUE.choose(pack="general"))
        assert step.question.id == seen[0]


async def test_another_pack_is_what_home_shows_first(stage):
    async with stage.app().run_test() as pilot:
        await at_step(pilot, FirstQuestion)
        await choose(pilot, "tpm")
        step = pilot.app.screen.step
        await until(pilot, lambda: step.question.id.startswith(("dive", "earn", "design")))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await settle(pilot)

        assert stage.saved[-1].practice.pack == "tpm"
        listed = pilot.app.screen.query_one(QuestionList)
        assert [one.id for one in listed.options if one.id] == [
            each.id for each in CATALOGUE.choose(pack="tpm")
        ]
