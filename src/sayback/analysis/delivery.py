"""Delivery: how lively the pitch is, how steady the volume, whether the recording is sound."""

from __future__ import annotations

from typing import Literal

import numpy as np

from sayback.analysis.pitch import PitchTrack, semitones_about_median, track_pitch
from sayback.analysis.report import Delivery
from sayback.audio.samples import ANALYSIS_RATE_HZ, Samples
from sayback.speech.level import clean_samples, to_db
from sayback.speech.regions import Speech
from sayback.thresholds import Thresholds

_FULL_SCALE = 0.98
_MIN_VOICED_FRAMES = 100
_LEVEL_WINDOW_S = 0.01


def measure_delivery(
    samples: Samples | None,
    *,
    speech: Speech | None,
    thresholds: Thresholds | None = None,
    pitch: PitchTrack | None = None,
) -> Delivery:
    """Measure pitch variation, volume, clipping and loudness.

    Parameters
    ----------
    samples
        Shape (n,), 16 kHz; None where there is no audio.
    speech
        The speech mask; figures of the voice are taken inside it alone.
    thresholds
        Where flat ends and lively begins, what is clipped and what too quiet.
    pitch
        The recording's pitch, if it is known already.

    Returns
    -------
    Delivery
        `pitch_sd_semitones` is the SD of F0 about the answer's median, octave jumps dropped
        (Hincks 2005), None under a second of voice; `volume_sd_db` the SD of the level of
        voiced frames.
    """
    thresholds = thresholds or Thresholds()
    if samples is None or speech is None or not len(samples):
        return Delivery()
    samples = clean_samples(samples)
    clipping = bool(np.mean(np.abs(samples) >= _FULL_SCALE) > thresholds.clipping_fraction)
    too_quiet = bool(np.percentile(_level_db(samples), 99.0) < thresholds.too_quiet_dbfs)
    if not speech.regions:
        # The recording's level is known even where nobody was heard, and may be the reason.
        return Delivery(clipping=clipping, too_quiet=too_quiet)
    pitch = pitch or track_pitch(samples)
    f0_hz = np.concatenate([pitch.between(part.start_s, part.end_s) for part in speech.regions])
    semitones = semitones_about_median(f0_hz)
    enough = len(semitones) >= _MIN_VOICED_FRAMES
    pitch_sd = float(np.std(semitones)) if enough else None
    return Delivery(
        pitch_sd_semitones=pitch_sd,
        volume_sd_db=_volume_sd_db(samples, speech, pitch) if enough else None,
        clipping=clipping,
        too_quiet=too_quiet,
        verdict=_verdict(pitch_sd, thresholds),
    )


def _verdict(
    pitch_sd: float | None, thresholds: Thresholds
) -> Literal["flat", "typical", "lively"] | None:
    if pitch_sd is None:
        return None
    if pitch_sd < thresholds.pitch_flat_semitones:
        return "flat"
    return "lively" if pitch_sd > thresholds.pitch_lively_semitones else "typical"


def _level_db(samples: Samples) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    window = round(_LEVEL_WINDOW_S * ANALYSIS_RATE_HZ)
    padded = np.pad(samples, (0, -len(samples) % window)).reshape(-1, window)
    return to_db(np.mean(np.square(padded, dtype=np.float64), axis=1))


def _volume_sd_db(samples: Samples, speech: Speech, pitch: PitchTrack) -> float | None:
    level_db = _level_db(samples)
    spoken = [
        (pitch.times_s >= part.start_s) & (pitch.times_s < part.end_s) for part in speech.regions
    ]
    times_s = pitch.times_s[np.isfinite(pitch.f0_hz) & np.any(spoken, axis=0)]
    index = np.minimum((times_s / _LEVEL_WINDOW_S).astype(int), len(level_db) - 1)
    return float(np.std(level_db[index])) if len(index) else None
