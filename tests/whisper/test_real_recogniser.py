"""The real faster-whisper: with random weights (nonsense, but loaded, decoded and aligned as any
other), with the packaged demo model, and with a downloaded one whose folder SAYBACK_TEST_MODEL
names."""

import os
import re

import pytest

from sayback.audio.decode import decode
from sayback.errors import ModelError
from sayback.speech import find_speech
from sayback.whisper.models import demo_folder, find_model
from sayback.whisper.transcriber import Transcriber
from tests.e2e.spoken import first_sentences, plain, word_errors

# Read at import: every test gets an environment without it.
REAL_MODEL = os.environ.get("SAYBACK_TEST_MODEL", "")


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    """The first sentences of the bundled answer, with what is said in them."""
    return first_sentences(tmp_path_factory.mktemp("said"), until_s=40.0)


@pytest.fixture(scope="module")
def answer(spoken):
    """Their samples at 16 kHz."""
    return decode(spoken.path).samples


def models():
    """What recognises speech for real, where it is there."""
    demo = (demo_folder() / "model.bin").exists()
    return [
        pytest.param(
            "demo",
            marks=pytest.mark.skipif(not demo, reason="no demo model is packaged (model.bin)"),
            id="demo",
        ),
        pytest.param(
            REAL_MODEL,
            marks=pytest.mark.skipif(not REAL_MODEL, reason="SAYBACK_TEST_MODEL names no folder"),
            id="downloaded",
        ),
    ]


@pytest.mark.parametrize("name", models())
def test_the_words_come_out_right_and_where_they_were_said(name, answer, spoken):
    speech = find_speech(answer)
    transcript = Transcriber(find_model(name)).transcribe(answer, speech=speech)
    said = plain([word.text for word in spoken.words])
    heard = plain([word.text for word in transcript.words])
    assert word_errors(said, heard) <= 0.1 * len(said)
    where_somebody_speaks = [w for w in transcript.words if speech.overlap_s(w.start_s, w.end_s)]
    assert len(where_somebody_speaks) >= 0.98 * len(transcript.words)


@pytest.mark.parametrize("name", models())
def test_a_hesitation_is_written_down(name, answer):
    transcript = Transcriber(find_model(name)).transcribe(answer, speech=find_speech(answer))
    heard = plain([word.text for word in transcript.words])
    assert {"um", "uh", "hmm", "erm"} & set(heard)


@pytest.fixture(scope="module")
def nonsense(random_model, answer):
    return Transcriber(find_model(str(random_model))).transcribe(answer, speech=find_speech(answer))


def test_random_weights_load_decode_and_align(nonsense, answer):
    assert re.fullmatch(r"faster-whisper \d+\.\d+\.\d+", nonsense.engine)
    assert (nonsense.status, nonsense.language) == ("done", "en")
    assert nonsense.words and nonsense.has_times
    assert nonsense.words[0].opens_segment
    for word in nonsense.words:
        assert word.text == word.text.strip() != ""
        assert 0 <= word.start_s <= word.end_s <= len(answer) / 16_000
        assert 0 <= word.probability <= 1


def test_a_freshly_loaded_model_writes_the_same_again(nonsense, random_model, answer):
    again = Transcriber(find_model(str(random_model)))
    assert again.transcribe(answer, speech=find_speech(answer)) == nonsense


def test_a_damaged_model_is_named(random_model, tmp_path):
    for file in random_model.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "model.bin").write_bytes((random_model / "model.bin").read_bytes()[:50_000])
    with pytest.raises(ModelError, match="can't be loaded"):
        Transcriber(find_model(str(tmp_path)))
