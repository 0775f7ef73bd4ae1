from __future__ import annotations

import numpy as np
import pytest

from evaluation.synthetic_speech import Voice, speak
from sayback.speech.silero import WINDOW, speech_probability


@pytest.mark.parametrize("count", [0, 1, WINDOW, WINDOW + 1])
def test_each_begun_window_has_a_probability(count: int) -> None:
    found = speech_probability(np.zeros(count, dtype=np.float32))
    assert len(found) == -(-count // WINDOW)
    assert np.all((found >= 0) & (found <= 1))


@pytest.mark.parametrize("gain", [1.0, 0.01])
def test_a_voice_is_heard_however_quiet_the_recording(gain: float) -> None:
    spoken = speak("I was asked to lead the move.", Voice("en-us", 170)).samples
    assert np.median(speech_probability(np.float32(gain) * spoken)) > 0.5
