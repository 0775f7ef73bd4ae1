"""Transcriber's dealings with faster-whisper, by a stand-in for it."""

from types import SimpleNamespace

import numpy as np
import pytest

from sayback.errors import EngineError, ModelError
from sayback.speech.regions import Region, Speech
from sayback.whisper.models import ModelFolder
from sayback.whisper.transcriber import Transcriber

SAMPLES = np.zeros(16_000 * 60, np.float32)
TWO_PIECES = Speech((Region(1, 9), Region(14, 20)), 60.0)


class FakeWhisper:
    """Writes one word a piece, and keeps what it was given."""

    def __init__(self, path, **options):
        self.loaded = {"path": path, **options}
        self.calls = []
        self.fails = None
        self.model = SimpleNamespace(is_multilingual=False)
        self.supported_languages = ["en"]

    def transcribe(self, samples, **options):
        self.calls.append((len(samples) / 16_000, options))

        def segments():
            if self.fails:
                raise self.fails
            word = SimpleNamespace(word=f" word{len(self.calls)}", start=1, end=2, probability=0.9)
            yield SimpleNamespace(words=[word])

        return segments(), None

    def detect_language(self, _samples):
        return "de", 0.9, []


@pytest.fixture
def fake(monkeypatch):
    made = []

    def make(path, **options):
        made.append(FakeWhisper(path, **options))
        return made[-1]

    monkeypatch.setattr("faster_whisper.WhisperModel", make)
    return made


def transcriber(tmp_path, **options):
    return Transcriber(ModelFolder("base.en", tmp_path, **options))


def test_it_is_loaded_as_int8_for_the_processor_and_never_from_the_network(fake, tmp_path):
    transcriber(tmp_path)
    options = fake[0].loaded
    assert options["path"] == str(tmp_path)
    assert (options["device"], options["compute_type"]) == ("cpu", "int8")
    assert options["local_files_only"]
    assert 1 <= options["cpu_threads"] <= 4


def test_threads_can_be_set(fake, tmp_path):
    Transcriber(ModelFolder("base.en", tmp_path), threads=7)
    assert fake[0].loaded["cpu_threads"] == 7


def test_each_piece_is_heard_alone_and_its_words_find_their_place(fake, tmp_path):
    transcript = transcriber(tmp_path).transcribe(SAMPLES, speech=TWO_PIECES)
    assert [length for length, _ in fake[0].calls] == pytest.approx([8.8, 6.8])
    assert [(word.text, word.start_s) for word in transcript.words] == [
        ("word1", pytest.approx(1.6)),
        ("word2", pytest.approx(14.6)),
    ]
    assert (transcript.status, transcript.model, transcript.language) == ("done", "base.en", "en")
    assert transcript.engine.startswith("faster-whisper ")


def test_the_call_is_the_one_that_keeps_hesitations_and_true_times(fake, tmp_path):
    transcriber(tmp_path).transcribe(SAMPLES, speech=TWO_PIECES)
    options = fake[0].calls[0][1]
    assert options["word_timestamps"] is True
    assert options["condition_on_previous_text"] is False
    assert options["vad_filter"] is False
    assert options["beam_size"] == 5
    assert options["initial_prompt"].startswith("Um, uh")
    assert "suppress_tokens" not in options


def test_the_demo_model_is_not_prompted(fake, tmp_path):
    transcriber(tmp_path, is_demo=True).transcribe(SAMPLES, speech=TWO_PIECES)
    assert fake[0].calls[0][1]["initial_prompt"] is None


def test_a_model_gets_pieces_as_short_as_it_wants(fake, tmp_path):
    speech = Speech(tuple(Region(start, start + 3) for start in range(0, 24, 4)), 60.0)
    transcriber(tmp_path, piece_s=8).transcribe(SAMPLES, speech=speech)
    assert all(length < 8.5 for length, _ in fake[0].calls)


def test_less_than_half_a_second_of_speech_is_not_transcribed(fake, tmp_path):
    speech = Speech((Region(1.0, 1.4),), 60.0)
    assert transcriber(tmp_path).transcribe(SAMPLES, speech=speech).words == ()
    assert fake[0].calls == []


def test_progress_is_told_after_each_piece(fake, tmp_path):
    told = []
    transcriber(tmp_path).transcribe(SAMPLES, speech=TWO_PIECES, on_progress=told.append)
    assert told == [0.5, 1.0]


def test_whoever_hears_of_progress_may_stop_it(fake, tmp_path):
    def stop(_done):
        raise KeyError("enough")

    with pytest.raises(KeyError):
        transcriber(tmp_path).transcribe(SAMPLES, speech=TWO_PIECES, on_progress=stop)
    assert len(fake[0].calls) == 1


def test_an_error_while_the_words_come_is_one_sentence(fake, tmp_path):
    recogniser = transcriber(tmp_path)
    fake[0].fails = RuntimeError("out of cheese\nat line 7")
    with pytest.raises(EngineError, match=r"failed at 1 s \(out of cheese\); try again"):
        recogniser.transcribe(SAMPLES, speech=TWO_PIECES)


def test_a_model_that_cannot_be_loaded_is_named(monkeypatch, tmp_path):
    def fail(*_arguments, **_options):
        raise RuntimeError("unsupported model version")

    monkeypatch.setattr("faster_whisper.WhisperModel", fail)
    with pytest.raises(ModelError, match=r"base\.en can't be loaded.*unsupported model version"):
        transcriber(tmp_path)


def test_too_little_memory_is_named(monkeypatch, tmp_path):
    def fail(*_arguments, **_options):
        raise MemoryError

    monkeypatch.setattr("faster_whisper.WhisperModel", fail)
    with pytest.raises(ModelError, match="choose a smaller one"):
        transcriber(tmp_path)


def test_an_english_model_refuses_another_language(fake, tmp_path):
    with pytest.raises(ModelError, match=r"only English.*'de'.*base or small"):
        transcriber(tmp_path).transcribe(SAMPLES, speech=TWO_PIECES, language="de")


class TestManyLanguages:
    @pytest.fixture
    def recogniser(self, fake, tmp_path):
        made = transcriber(tmp_path)
        fake[0].model.is_multilingual = True
        fake[0].supported_languages = ["en", "de"]
        return made

    def test_the_language_is_found_out_once(self, fake, recogniser):
        transcript = recogniser.transcribe(SAMPLES, speech=TWO_PIECES)
        assert transcript.language == "de"
        assert [options["language"] for _, options in fake[0].calls] == ["de", "de"]

    def test_english_fillers_are_no_prompt_for_other_languages(self, fake, recogniser):
        recogniser.transcribe(SAMPLES, speech=TWO_PIECES)
        assert fake[0].calls[0][1]["initial_prompt"] is None

    def test_a_language_that_was_set_is_not_found_out(self, fake, recogniser):
        assert recogniser.transcribe(SAMPLES, speech=TWO_PIECES, language="en").language == "en"
        assert fake[0].calls[0][1]["initial_prompt"]

    def test_an_unknown_language_is_named(self, recogniser):
        with pytest.raises(ModelError, match="no language 'xx'"):
            recogniser.transcribe(SAMPLES, speech=TWO_PIECES, language="xx")
