import librosa
import numpy as np
import pytest

from sayback.voice.espeak import synthesise
from sayback.whisper.random_weights import TINIEST, save_random_model


@pytest.fixture(scope="session")
def random_model(tmp_path_factory):
    """Folder of a model that loads and decodes, and writes nonsense."""
    folder = tmp_path_factory.mktemp("random")
    save_random_model(TINIEST, folder)
    return folder


@pytest.fixture(scope="session")
def answer():
    """Two spoken sentences, 1.2 s apart, with half a second of silence around them; 16 kHz."""
    parts = [np.zeros(8000, np.float32)]
    for sentence, silence_s in (
        ("Last year I was asked to move our service.", 1.2),
        ("So I wrote a plan and we were done a week early.", 0.5),
    ):
        spoken = synthesise(sentence, rate_wpm=165)
        parts.append(
            librosa.resample(spoken.samples, orig_sr=spoken.sample_rate_hz, target_sr=16_000)
        )
        parts.append(np.zeros(round(16_000 * silence_s), np.float32))
    return np.concatenate(parts)
