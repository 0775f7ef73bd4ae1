"""The real services, as far as they run without devices, models and network."""

import dataclasses

import pytest

from sayback import paths
from sayback.analysis.correction import of_word
from sayback.audio.wav import WavWriter
from sayback.config import Config, LibraryConfig, ScreenConfig, WhisperConfig
from sayback.errors import EngineError, ModelError
from sayback.library import Library, TakeQuestion
from sayback.library.corrected import with_corrections
from sayback.tui.live import analyse_take, live_services
from sayback.tui.services import Order
from tests.render import reports
from tests.tui.stage import DIVE_DEEP, add_take, silence


class FakeStudio:
    """Analyses at once, or fails."""

    def __init__(self, library: Library, error: EngineError | None = None) -> None:
        self.library = library
        self.config = Config()
        self._error = error

    def analyse(self, take, on_progress):
        if self._error:
            raise self._error
        return reports.rich()


@pytest.fixture
def library(tmp_path) -> Library:
    return Library(tmp_path / "takes")


def test_an_analysed_take_is_saved_with_its_report(library):
    take = add_take(library, "2026-11-22/143205-x", DIVE_DEEP, None)

    analyse_take(take, FakeStudio(library), lambda done: None)

    assert library.get("last").report == reports.rich()


def test_what_was_changed_meanwhile_is_kept(library):
    take = add_take(library, "2026-11-22/143205-x", DIVE_DEEP, None)
    library.save(dataclasses.replace(take, notes="rambling", rating="hard"))

    analyse_take(take, FakeStudio(library), lambda done: None)

    assert (library.get("last").notes, library.get("last").rating) == ("rambling", "hard")


def test_corrections_are_made_again(library):
    said = reports.rich().transcript
    take = add_take(library, "2026-11-22/143205-x", DIVE_DEEP, reports.rich())
    library.save(with_corrections(take, [of_word(said, 0, "Well")]))

    analysed = analyse_take(library.get("last"), FakeStudio(library), lambda done: None)

    assert analysed.report.transcript.words[0].text == "Well"
    assert analysed.uncorrected == reports.rich()


def test_a_recording_that_was_cut_off_is_mended_first_and_not_offered_again(library):
    take = add_take(library, "2026-11-22/143205-x", DIVE_DEEP, None, complete=False)
    take.audio_path.unlink()
    writer = WavWriter(take.audio_path, 8000)
    writer.write((silence(1.5).samples * 0).astype("int16"))
    writer.close()
    whole = take.audio_path.read_bytes()
    # As a crash leaves it: sizes of nothing in the header.
    take.audio_path.write_bytes(whole[:4] + b"\0\0\0\0" + whole[8:40] + b"\0\0\0\0" + whole[44:])

    analyse_take(take, FakeStudio(library), lambda done: None)

    assert take.audio_path.read_bytes() == whole
    assert library.get("last").recording.complete


def test_a_failed_analysis_leaves_the_take_as_it_was(library):
    take = add_take(library, "2026-11-22/143205-x", DIVE_DEEP, None)

    with pytest.raises(EngineError):
        analyse_take(take, FakeStudio(library, EngineError("It died.")), lambda done: None)

    assert library.get("last").report is None


def test_the_first_start_is_remembered():
    first = live_services().first_start
    assert first.is_due()

    first.remember()
    assert not live_services().first_start.is_due()


def test_who_has_settings_is_no_newcomer():
    paths.config_dir().mkdir(parents=True)
    paths.config_file().write_text("")

    assert not live_services().first_start.is_due()


def test_the_demo_model_is_none_for_a_person():
    with pytest.raises(ModelError, match="only the demo's own voice"):
        live_services().models.find("demo")


@pytest.mark.parametrize("model", ["demo", "base.en"])
def test_the_demo_voice_is_understood_whatever_model_is_set(model, library, monkeypatch):
    used = []
    monkeypatch.setattr(
        "sayback.tui.live.Studio.practice", lambda studio, *_, **__: used.append(studio._model)
    )
    services = live_services(recordings=library.folder)

    services.practice(
        Order(TakeQuestion(None, "Why?"), (), demo_voice=True),
        Config(whisper=WhisperConfig(model=model)),
    )
    services.close()

    assert used == ["demo"]


def test_another_folder_of_takes_is_opened_unless_one_was_demanded(tmp_path):
    elsewhere = Config(library=LibraryConfig(recordings=str(tmp_path / "elsewhere")))

    assert live_services().open_library(elsewhere).folder == tmp_path / "elsewhere"
    assert live_services(recordings=tmp_path).open_library(elsewhere).folder == tmp_path


def test_takes_lie_where_the_configuration_says(tmp_path):
    assert live_services().library.folder == paths.default_recordings_dir()
    assert live_services(recordings=tmp_path).library.folder == tmp_path
    assert "base.en" in [model.name for model in live_services().models.offered]


def test_only_what_is_changed_is_written():
    paths.config_dir().mkdir(parents=True)
    paths.config_file().write_text("[voice]\nrate_wpm = 150\n")
    services = live_services()
    paths.config_file().write_text("[voice]\nrate_wpm = 120\n")

    changed = dataclasses.replace(services.config, screen=ScreenConfig(theme="nord"))
    services.save_config(changed)
    services.save_config(dataclasses.replace(changed, screen=ScreenConfig()))

    assert "rate_wpm = 120" in paths.config_file().read_text()
    assert 'theme = ""' in paths.config_file().read_text()
