import numpy as np
import pytest

from sayback import paths
from sayback.audio.samples import Audio
from sayback.config import VoiceConfig
from sayback.errors import VoiceError
from sayback.voice import espeak, system
from sayback.voice.speak import EMBEDDED_VOICES, Speaker

QUESTION = "Tell me about a deadline that you missed."


@pytest.fixture
def spoken_by_system(monkeypatch):
    """The system's voice gives one second of silence and tells what it was asked for."""
    asked = []

    def synthesise(text, **options):
        asked.append({"text": text, **options})
        return Audio(np.zeros(22050, np.float32), 22050)

    monkeypatch.setattr(system, "synthesise", synthesise)
    return asked


def test_a_question_is_spoken_at_about_the_rate_that_was_set():
    audio = Speaker(VoiceConfig(engine="embedded", rate_wpm=160)).synthesise(QUESTION)
    assert 1.8 < audio.duration_s < 3.6  # eight words at 160 a minute are 3 s
    assert np.abs(audio.samples).max() > 0.2
    slow = Speaker(VoiceConfig(engine="embedded", rate_wpm=100)).synthesise(QUESTION)
    assert slow.duration_s > 1.3 * audio.duration_s


def test_a_question_is_synthesised_once(monkeypatch):
    settings = VoiceConfig(engine="embedded")
    first = Speaker(settings).synthesise(QUESTION)

    def fail(*_arguments, **_options):
        raise AssertionError("synthesised again")

    monkeypatch.setattr(espeak, "synthesise", fail)
    again = Speaker(settings).synthesise(QUESTION)
    np.testing.assert_allclose(again.samples, first.samples, atol=1e-4)


def test_a_damaged_cache_entry_is_made_again():
    speaker = Speaker(VoiceConfig(engine="embedded"))
    whole = speaker.synthesise(QUESTION)
    (kept,) = paths.voice_cache_dir().glob("*.wav")
    kept.write_bytes(kept.read_bytes()[:5000])
    again = speaker.synthesise(QUESTION)
    assert again.duration_s == pytest.approx(whole.duration_s, abs=0.01)
    assert kept.stat().st_size > 5000


def test_auto_is_the_systems_voice_where_there_is_one(spoken_by_system):
    Speaker(VoiceConfig(name="Samantha"), platform="darwin").synthesise(QUESTION)
    assert spoken_by_system[0]["voice"] == "Samantha"


def test_auto_falls_back_to_the_embedded_voice(monkeypatch):
    def fail(_text, **_options):
        raise VoiceError("no voices are installed")

    monkeypatch.setattr(system, "synthesise", fail)
    audio = Speaker(VoiceConfig(name="Samantha"), platform="win32").synthesise(QUESTION)
    assert audio.duration_s > 1.5
    with pytest.raises(VoiceError, match="no voices are installed"):
        Speaker(VoiceConfig(engine="system"), platform="win32").synthesise(QUESTION)


def test_auto_is_the_embedded_voice_elsewhere(spoken_by_system):
    Speaker(VoiceConfig(), platform="linux").synthesise(QUESTION)
    assert not spoken_by_system


def test_off_says_how_to_turn_it_on():
    speaker = Speaker(VoiceConfig(engine="off"))
    with pytest.raises(VoiceError, match=r"config\.toml"):
        speaker.synthesise(QUESTION)
    assert speaker.voices() == ()


@pytest.mark.parametrize("name", EMBEDDED_VOICES)
def test_every_voice_on_offer_speaks(name):
    audio = Speaker(VoiceConfig(engine="embedded", name=name)).synthesise("Thank you.")
    assert audio.duration_s > 0.3


def test_an_unknown_voice_is_named():
    with pytest.raises(VoiceError, match="nobody"):
        Speaker(VoiceConfig(engine="embedded", name="nobody")).synthesise(QUESTION)
