"""Load and compile everything that the first analysis would otherwise wait for.

Praat, Silero, Whisper and the networks that read words are read from disk, and where there is no
Praat librosa's loops are compiled at their first call (12 to 17 s on a machine that never ran
them). So one short sentence goes through the real path.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sayback.analysis.encoder.reader import load_encoder
from sayback.analysis.encoder.tagger import load_tagger
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
    # Not reached by a run that knows no words.
    load_encoder()
    load_tagger()
    run_job(replace(job, samples=_spoken(), audio_path=None, transcript=None))


def _spoken() -> Samples:
    from sayback.voice.espeak import synthesise

    try:
        speech = synthesise(_SENTENCE)
    except VoiceError:
        return np.zeros(ANALYSIS_RATE_HZ, np.float32)
    # Nobody listens to it, so a plain interpolation will do.
    length = round(len(speech.samples) * ANALYSIS_RATE_HZ / speech.sample_rate_hz)
    places = np.linspace(0, len(speech.samples) - 1, length)
    return np.interp(places, np.arange(len(speech.samples)), speech.samples).astype(np.float32)
