"""What the dialog for microphone, loudspeaker, voice and model offers."""

from sayback.audio.devices import Device
from sayback.config import VoiceConfig
from sayback.tui.setup_choices import (
    DEMO_VOICE,
    NO_MODEL,
    NO_VOICE,
    TYPED,
    loudspeaker_options,
    microphone_options,
    model_options,
    model_value,
    voice_options,
    voice_value,
)
from tests.tui.stage import BASE, SMALL

HEADSET = Device("Headset", True, 48000)
WEBCAM = Device("Webcam", False, 16000)


def values(options) -> list[str]:
    return [option.value for option in options]


def test_microphones_come_after_the_default_and_before_the_demo_voice():
    options = microphone_options((HEADSET, WEBCAM), "")

    assert values(options) == ["", "Headset", "Webcam", DEMO_VOICE]
    assert options[0].label == "System's default (Headset)"


def test_a_default_that_has_no_better_name_is_not_named():
    options = microphone_options((Device("default", True, 44100), WEBCAM), "")

    assert options[0].label == "System's default"


def test_without_a_microphone_the_demo_voice_is_offered():
    assert DEMO_VOICE in values(microphone_options((), ""))


def test_a_chosen_device_that_is_unplugged_stays_and_says_so():
    options = loudspeaker_options((HEADSET,), "Dock")

    assert options[-1].value == "Dock"
    assert options[-1].label == "Dock (not connected)"


def test_voices_end_with_none_at_all():
    assert values(voice_options(("en-us",), "en-gb")) == ["", "en-us", "en-gb", NO_VOICE, TYPED]
    assert voice_value(VoiceConfig(engine="off", name="en-us")) == NO_VOICE
    assert voice_value(VoiceConfig(name="en-us")) == "en-us"


def test_models_that_are_here_come_first_the_others_say_what_they_weigh():
    options = model_options(("base.en",), (BASE, SMALL), "base.en")

    assert values(options) == ["base.en", "small.en"]
    assert options[1].label == "small.en  better, on a fast machine; download, 484 MB"
    assert model_value(options, "base.en") == "base.en"


def test_a_chosen_model_that_is_not_here_can_still_be_chosen_for_download():
    options = model_options((), (BASE, SMALL), "base.en")

    assert values(options) == [NO_MODEL, "base.en", "small.en"]
    assert model_value(options, "base.en") == NO_MODEL


def test_a_model_in_a_folder_is_one_of_them(tmp_path):
    options = model_options((), (BASE,), str(tmp_path))

    assert model_value(options, str(tmp_path)) == str(tmp_path)
