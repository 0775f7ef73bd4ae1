"""Pitch of the voice: Praat's autocorrelation method, librosa's yin where Praat has no wheel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayback.audio.samples import ANALYSIS_RATE_HZ, Samples

FLOOR_HZ = 65.0
CEILING_HZ = 400.0
PITCH_HOP_S = 0.01


@dataclass(frozen=True, slots=True)
class PitchTrack:
    """Fundamental frequency over time."""

    times_s: npt.NDArray[np.float64]
    """Centre of each frame."""
    f0_hz: npt.NDArray[np.float64]
    """NaN where there is no voice."""

    def between(self, start_s: float, end_s: float) -> npt.NDArray[np.float64]:
        """Return the frames of a stretch of time, NaN where unvoiced."""
        first, last = np.searchsorted(self.times_s, (start_s, end_s))
        return self.f0_hz[first:last]


def track_pitch(samples: Samples) -> PitchTrack:
    """Track the fundamental frequency every 10 ms, 65 to 400 Hz.

    Parameters
    ----------
    samples
        Shape (n,), 16 kHz. Fewer than 0.1 s give an empty track.

    References
    ----------
    Boersma 1993, "Accurate short-term analysis of the fundamental frequency".
    """
    if len(samples) < ANALYSIS_RATE_HZ // 10:
        return PitchTrack(np.zeros(0), np.zeros(0))
    try:
        import parselmouth
    except ImportError:
        return _track_with_yin(samples)
    pitch = parselmouth.Sound(
        samples.astype(np.float64), sampling_frequency=ANALYSIS_RATE_HZ
    ).to_pitch_ac(time_step=PITCH_HOP_S, pitch_floor=FLOOR_HZ, pitch_ceiling=CEILING_HZ)
    f0_hz = np.array(pitch.selected_array["frequency"], dtype=np.float64)
    f0_hz[f0_hz <= 0] = np.nan
    return PitchTrack(np.asarray(pitch.xs(), dtype=np.float64), f0_hz)


def _track_with_yin(samples: Samples) -> PitchTrack:
    """Take yin's period as voiced where the signal resembles itself one period later."""
    import librosa

    hop = round(PITCH_HOP_S * ANALYSIS_RATE_HZ)
    f0_hz = librosa.yin(
        samples, fmin=FLOOR_HZ, fmax=CEILING_HZ, sr=ANALYSIS_RATE_HZ, frame_length=1024,
        hop_length=hop,
    ).astype(np.float64)  # fmt: skip
    padded = np.pad(samples, 1024).astype(np.float64)
    for number, frequency in enumerate(f0_hz):
        centre = number * hop + 1024
        lag = round(ANALYSIS_RATE_HZ / frequency)
        one = padded[centre - 320 : centre + 320]
        two = padded[centre - 320 - lag : centre + 320 - lag]
        energy = np.sqrt(np.dot(one, one) * np.dot(two, two))
        if energy < 1e-6 or np.dot(one, two) / energy < 0.5:
            f0_hz[number] = np.nan
    return PitchTrack(np.arange(len(f0_hz), dtype=np.float64) * PITCH_HOP_S, f0_hz)


def semitones_about_median(f0_hz: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return voiced frames in semitones about their median, octave jumps dropped.

    A frame more than 10 semitones from the median is taken for a doubled or halved period.
    """
    voiced = f0_hz[np.isfinite(f0_hz)]
    if len(voiced) == 0:
        return voiced
    semitones = 12.0 * np.log2(voiced / np.median(voiced))
    return np.asarray(semitones[np.abs(semitones) <= 10.0])
