"""The real faster-whisper: with random weights (nonsense, but loaded, decoded and aligned as any
other), with the packaged demo model, and with a downloaded one whose folder SAYBACK_TEST_MODEL
names."""

import os
import re

import librosa
import numpy as np
import pytest

from sayback.errors import ModelError
from sayback.speech import find_speech
from sayback.voice.espeak import synthesise
from sayback.whisper.models import demo_folder, find_model
from sayback.whisper.transcriber import Transcriber

# Read at import: every test gets an environment without it.
REAL_MODEL = os.environ.get("SAYBACK_TEST_MODEL", "")
SENTENCES = (
    "Um, last year I was the lead of a small team.",
    "We had to move the service before the end of the month.",
    "So I wrote a plan, and as a result we were done a week early.",
)


@pytest.fixture(scope="module")
def answer():
    """Three sentences with a second of silence between them, 16 kHz."""
    parts = [np.zeros(8000, np.float32)]
    for sentence in SENTENCES:
        spoken = synthesise(sentence, rate_wpm=160)
        parts.append(
            librosa.resample(spoken.samples, orig_sr=spoken.sample_rate_hz, target_sr=16_000)
        )
        parts.append(np.zeros(16_000, np.float32))
    return np.concatenate(parts)


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


def plain(text):
    return re.sub(r"[^a-z' ]", "", text.lower()).split()


def errors_between(said, heard):
    """Words to insert, delete or replace."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (word != other))
    return row[-1]


@pytest.mark.parametrize("name", models())
def test_the_words_come_out_right_and_where_they_were_said(name, answer):
    speech = find_speech(answer)
    transcript = Transcriber(find_model(name)).transcribe(answer, speech=speech)
    said, heard = plain(" ".join(SENTENCES)), plain(transcript.text)
    assert errors_between(said, heard) <= 0.1 * len(said)
    assert sum(speech.overlap_s(w.start_s, w.end_s) > 0 for w in transcript.words) == len(
        transcript.words
    )


@pytest.mark.parametrize("name", models())
def test_a_hesitation_is_written_down(name, answer):
    transcript = Transcriber(find_model(name)).transcribe(answer, speech=find_speech(answer))
    assert plain(transcript.text)[0] in ("um", "uh", "hmm", "erm")


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
