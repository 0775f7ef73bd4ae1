"""Load and compile everything that the first analysis would otherwise wait for.

librosa's loops are compiled at their first call (12 to 17 s on a machine that never ran them),
Praat, Silero and Whisper are read from disk. So one short sentence goes through the real path.
"""

from __future__ import annotations

import numpy as np

from sayback.audio.samples import ANALYSIS_RATE_HZ, Samples
from sayback.engine.core import run_job
from sayback.engine.job import AnalysisJob
from sayback.errors import VoiceError

_SENTENCE = "Well, um, last year I was asked to move our service."


def warm_up(job: AnalysisJob) -> None:
    """Run a job's settings over one synthetic sentence.

    Parameters
    ----------
    job
        Its model, language and threads are used.

    Raises
    ------
    SaybackError
        When the job itself would fail, as with a model that can't be loaded.
    """
    from dataclasses import replace

    run_job(replace(job, samples=_spoken(), audio_path=None, transcript=None))


def _spoken() -> Samples:
    from sayback.voice.espeak import synthesise

    try:
        speech = synthesise(_SENTENCE)
    except VoiceError:
        return np.zeros(ANALYSIS_RATE_HZ, np.float32)
    import librosa

    samples: Samples = librosa.resample(
        speech.samples, orig_sr=speech.sample_rate_hz, target_sr=ANALYSIS_RATE_HZ
    )
    return samples
