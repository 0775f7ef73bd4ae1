"""Which frames hold the speaker's voice: what Silero hears, less people in the background."""

from __future__ import annotations

import numpy as np

from sayback.audio.samples import ANALYSIS_RATE_HZ
from sayback.speech.frames import Mask, runs
from sayback.speech.level import HOP_S, FloatArray, to_db
from sayback.speech.silero import WINDOW

_VOICE = 0.5
_LEAST_VOICE = 0.35
_KEEP_VOICE = 0.25
_CLEAR_PERCENTILE = 95.0
_OF_CLEAR = 0.75
_SPEECH_BANDS = slice(2, None)
"""From 300 Hz up, where a rumble does not pass for loudness."""
_SYLLABLES_S = 0.2
_USUAL_PERCENTILE = 75.0
_BACKGROUND_DB = 14.0
"""Nobody but people in the background is this far under the speaker's usual loud moments…"""
_QUIET_PERCENTILE = 5.0
_UNSTEADY_DB = 12.0
"""… and no louder than this above the recording's quietest moments."""


def per_frame(probability: FloatArray, frames: int) -> FloatArray:
    """Spread one probability every 32 ms over frames of 5 ms."""
    centre = (np.arange(frames) + 0.5) * HOP_S * ANALYSIS_RATE_HZ
    index = np.minimum(centre // WINDOW, len(probability) - 1).astype(int)
    return np.asarray(probability[index])


def find_voice(probability: FloatArray) -> Mask:
    """Return where there is a voice: begun by a high probability, kept up by a lower one.

    A voice that Silero is never quite sure of, over a telephone say, is measured against its
    own best moments.
    """
    usual = float(np.percentile(probability, _CLEAR_PERCENTILE))
    begin = float(np.clip(_OF_CLEAR * usual, _LEAST_VOICE, _VOICE))
    voice = np.zeros(len(probability), dtype=np.bool_)
    for first, last in runs(probability >= min(_KEEP_VOICE, begin)):
        voice[first:last] = bool((probability[first:last] >= begin).any())
    return voice


def near_speaker(power: FloatArray, voice: Mask) -> Mask:
    """Tell the speaker from people talking in the background, by how loud they get."""
    db = to_db(power[:, _SPEECH_BANDS].sum(axis=1))
    loudest = _local_max(db, round(_SYLLABLES_S / HOP_S))
    usual_db = float(np.percentile(loudest[voice], _USUAL_PERCENTILE))
    quiet_db = float(np.percentile(loudest, _QUIET_PERCENTILE))
    # Somebody who lowers the voice still stands out of the quiet; background talk is the quiet.
    is_background = (loudest < usual_db - _BACKGROUND_DB) & (loudest < quiet_db + _UNSTEADY_DB)
    return ~is_background


def _local_max(values: FloatArray, frames: int) -> FloatArray:
    padded = np.pad(values, frames, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * frames + 1)
    return np.asarray(windows.max(axis=1))
