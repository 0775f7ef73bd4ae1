"""Setup: microphone with its level, loudspeaker, voice, model; counts at once, is kept."""

import threading

import pytest
from textual.widgets import Footer
from textual.widgets._select import SelectOverlay

from sayback.audio.devices import Device
from sayback.config import AudioConfig, Config
from sayback.errors import ModelError
from sayback.tui.sample import SENTENCE
from sayback.tui.screens.change_setting import TypeValue
from sayback.tui.screens.download import DownloadDialog
from sayback.tui.screens.home import HomeScreen
from sayback.tui.screens.setup import SetupDialog
from sayback.tui.setup_choices import DEMO_VOICE, NO_VOICE, TYPED
from sayback.tui.widgets.choice import Choice
from sayback.tui.widgets.microphone_trial import MicrophoneTrial
from tests.tui.pilots import notices, settle, shown, until

WEBCAM = Device("Webcam", False, 16000)


async def open_setup(pilot):
    """Open the dialog from Home."""
    await settle(pilot)
    await pilot.press("f2")
    await settle(pilot)


async def choose(pilot, name: str, value: str):
    """Choose a value."""
    pilot.app.screen.query_one(f"#{name}", Choice).value = value
    await settle(pilot)


def value(pilot, name: str) -> str:
    return pilot.app.screen.query_one(f"#{name}", Choice).chosen


async def test_the_level_of_the_microphone_is_live(stage):
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_setup(pilot)
        await until(pilot, lambda: "-23 dB good" in shown(pilot))

        assert stage.meters == [""]
        assert "System's default (Headset [hw:1,0])" in shown(pilot)


async def test_a_long_list_stays_above_the_footer_and_scrolls(stage):
    stage.installed = ("base.en", *(f"model-{number}" for number in range(12)))
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await open_setup(pilot)
        pilot.app.screen.query_one("#model").focus()
        await pilot.press("enter")
        await settle(pilot)
        overlay = pilot.app.screen.query_one("#model").query_one(SelectOverlay)

        assert overlay.region.bottom <= pilot.app.screen.query_one(Footer).region.y
        assert overlay.region.y > 0
        await pilot.press("end")
        await settle(pilot)
        assert "A model in a folder of your own…" in shown(pilot)
        assert "F6 Look again" in shown(pilot)


async def test_another_microphone_is_listened_to_at_once_and_kept(stage):
    stage.microphones = (*stage.microphones, WEBCAM)
    async with stage.app().run_test() as pilot:
        await open_setup(pilot)
        await choose(pilot, "microphone", "Webcam")

        assert stage.meters == ["", "Webcam"]
        assert stage.saved[-1].audio.microphone == "Webcam"

        await pilot.press("escape")
        await settle(pilot)
        assert "mic: Webcam" in shown(pilot)


async def test_loudspeaker_and_voice_are_kept(stage):
    async with stage.app().run_test() as pilot:
        await open_setup(pilot)
        await choose(pilot, "loudspeaker", "Speakers")
        await choose(pilot, "voice", "en-gb")

        kept = stage.saved[-1]
        assert kept.audio.loudspeaker == "Speakers"
        assert (kept.voice.engine, kept.voice.name) == ("auto", "en-gb")


async def test_the_voice_can_be_switched_off_and_on_again(stage):
    async with stage.app().run_test() as pilot:
        await open_setup(pilot)
        await choose(pilot, "voice", NO_VOICE)
        assert stage.saved[-1].voice.engine == "off"

        await choose(pilot, "voice", "en-us")
        assert stage.saved[-1].voice.engine == "auto"


async def test_nothing_is_written_by_only_looking(stage):
    async with stage.app().run_test() as pilot:
        await open_setup(pilot)
        await pilot.press("escape")
        await settle(pilot)

    assert stage.saved == []


async def test_without_a_microphone_the_demo_voice_stands_in_and_is_not_kept(stage):
    stage.microphones = ()
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_setup(pilot)
        assert "Live audio needs the PortAudio library" in shown(pilot)
        await choose(pilot, "microphone", DEMO_VOICE)

        assert pilot.app.session.demo_voice
        assert "The demo voice needs no level." in shown(pilot)
        assert "silent" not in shown(pilot)
        assert stage.saved == []


async def test_a_microphone_that_is_unplugged_stays_chosen_and_says_so(stage):
    stage.config = Config(audio=AudioConfig(microphone="Dock"))
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_setup(pilot)

        assert value(pilot, "microphone") == "Dock"
        assert "Dock (not connected)" in shown(pilot)


@pytest.mark.parametrize("there_before", [(), (Device("Headset", True, 48000),)])
async def test_f6_finds_a_microphone_that_was_plugged_in(stage, there_before):
    stage.microphones, stage.plugged_in = there_before, (WEBCAM,)
    async with stage.app().run_test() as pilot:
        await open_setup(pilot)
        await pilot.press("f6")
        await settle(pilot)
        await choose(pilot, "microphone", "Webcam")

        assert stage.meters[-1] == "Webcam"


async def test_f5_speaks_with_the_chosen_voice(stage):
    async with stage.app().run_test() as pilot:
        await open_setup(pilot)
        await pilot.press("f5")
        await until(pilot, lambda: stage.sounds and stage.sounds[-1].played)
        await settle(pilot)

        (said,) = [each for each in notices(pilot) if SENTENCE in each]
        assert "Heard nothing?" in said


async def test_f7_lets_one_hear_oneself(stage):
    async with stage.app().run_test() as pilot:
        await open_setup(pilot)
        await until(pilot, lambda: pilot.app.screen.query_one(MicrophoneTrial).meter)
        await pilot.press("f7", "f7")
        await until(pilot, lambda: stage.sounds and stage.sounds[-1].played)
        await settle(pilot)

        assert stage.sounds[-1].audio is stage.spoken


async def type_value(pilot, text: str):
    """Type into the field that a choice has led to."""
    await until(pilot, lambda: isinstance(pilot.app.screen, TypeValue))
    await settle(pilot)
    pilot.app.screen.query_one("Input").value = text
    await pilot.press("enter")
    await settle(pilot)


async def test_another_voice_can_be_typed(stage):
    async with stage.app().run_test() as pilot:
        await open_setup(pilot)
        pilot.app.screen.query_one("#voice", Choice).value = TYPED
        await type_value(pilot, "en-gb-scotland")

        assert stage.saved[-1].voice.name == "en-gb-scotland"
        assert value(pilot, "voice") == "en-gb-scotland"


async def test_where_any_text_will_do_nothing_is_said_of_it(stage):
    async with stage.app().run_test() as pilot:
        await open_setup(pilot)
        pilot.app.screen.query_one("#voice", Choice).value = TYPED
        await until(pilot, lambda: isinstance(pilot.app.screen, TypeValue))
        await settle(pilot)

        assert "A text." not in shown(pilot)
        assert "Enter: take it" in shown(pilot)


async def test_a_model_in_a_folder_can_be_typed(stage, tmp_path):
    stage.installed = ("base.en", str(tmp_path))
    async with stage.app().run_test() as pilot:
        await open_setup(pilot)
        pilot.app.screen.query_one("#model", Choice).value = TYPED
        await type_value(pilot, str(tmp_path))

        assert stage.saved[-1].whisper.model == str(tmp_path)
        assert value(pilot, "model") == str(tmp_path)


async def test_a_folder_typed_from_where_one_is_can_be_found_from_elsewhere(
    stage, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    async with stage.app().run_test() as pilot:
        await open_setup(pilot)
        stage.installed = ("base.en", "mine")
        pilot.app.screen.query_one("#model", Choice).value = TYPED
        await type_value(pilot, "mine")

    assert stage.saved[-1].whisper.model == str(tmp_path / "mine")


async def test_f1_explains_the_dialog(stage):
    async with stage.app().run_test(size=(80, 40)) as pilot:
        await open_setup(pilot)
        await pilot.press("f1")
        await settle(pilot)
        assert "Help: Setup" in shown(pilot)

        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, SetupDialog)


async def test_a_folder_without_a_model_gets_a_sentence_and_the_old_model_stays(stage):
    async with stage.app().run_test() as pilot:
        await open_setup(pilot)
        pilot.app.screen.query_one("#model", Choice).value = TYPED
        await type_value(pilot, "/nowhere")
        assert "There is no folder /nowhere" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)

        assert value(pilot, "model") == "base.en"
    assert stage.saved == []


async def test_a_model_that_is_not_here_is_downloaded_then_used(stage):
    async with stage.app().run_test() as pilot:
        await open_setup(pilot)
        await choose(pilot, "model", "small.en")
        await until(pilot, lambda: isinstance(pilot.app.screen, SetupDialog))
        await settle(pilot)

        assert stage.installed == ("base.en", "small.en")
        assert stage.saved[-1].whisper.model == "small.en"
        assert value(pilot, "model") == "small.en"


async def test_without_a_network_one_sentence_says_so_and_the_old_model_stays(stage):
    def fail(name, on_progress):
        raise ModelError("The model can't be downloaded: there is no network; try again later.")

    stage.download = fail
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_setup(pilot)
        await choose(pilot, "model", "small.en")
        await until(pilot, lambda: "there is no network" in shown(pilot))
        assert "a folder of your own" in shown(pilot)
        assert "Esc: close; what has come stays" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)

        assert value(pilot, "model") == "base.en"
        assert stage.saved == []


async def test_a_download_shows_its_progress_and_escape_stops_it(stage):
    going_on, stopped = threading.Event(), threading.Event()

    def download(name, on_progress):
        try:
            on_progress(0.3)
            going_on.wait(10)
            on_progress(0.4)
        except BaseException:
            stopped.set()
            raise

    stage.download = download
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_setup(pilot)
        pilot.app.screen.query_one("#model", Choice).value = "small.en"
        await until(pilot, lambda: isinstance(pilot.app.screen, DownloadDialog))
        await until(pilot, lambda: "30%" in shown(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, SetupDialog))
        going_on.set()
        await until(pilot, stopped.is_set)
        await settle(pilot)

        assert stage.installed == ("base.en",)


async def test_escape_lets_the_microphone_go(stage):
    async with stage.app().run_test() as pilot:
        await open_setup(pilot)
        meter = pilot.app.screen.query_one(MicrophoneTrial).meter
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen) and not meter.is_open)
