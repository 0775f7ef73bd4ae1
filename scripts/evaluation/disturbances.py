"""What spoils a recording: noise, a room, breaths, other people talking."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from evaluation.synthetic_speech import RATE_HZ, Passage, Phrase, Sound


def speech_rms(passage: Passage) -> float:
    """Return the level of the phrases, their silences left out."""
    parts = [
        passage.samples[round(start * RATE_HZ) : round(end * RATE_HZ)]
        for start, end in passage.phrases
    ]
    return float(np.sqrt(np.mean(np.square(np.concatenate(parts), dtype=np.float64))))


def add_noise(
    passage: Passage, *, snr_db: float, colour: str, random: np.random.Generator
) -> Sound:
    """Add white, pink or low-frequency noise at an SNR over the spoken parts.

    Low-frequency noise falls by 12 dB an octave above 100 Hz, as ventilation and traffic do.
    """
    count = len(passage.samples)
    spectrum = np.fft.rfft(random.standard_normal(count))
    frequency = np.fft.rfftfreq(count, 1 / RATE_HZ)
    shape = {
        "white": np.ones_like(frequency),
        "pink": 1 / np.sqrt(np.maximum(frequency, 20.0)),
        "low": 1 / (1 + (frequency / 100.0) ** 2),
    }[colour]
    noise = np.fft.irfft(spectrum * shape, count)
    noise *= speech_rms(passage) * 10 ** (-snr_db / 20) / np.sqrt(np.mean(noise**2))
    return (passage.samples + noise).astype(np.float32)


def add_room(
    samples: Sound, *, rt60_s: float, direct_db: float, random: np.random.Generator
) -> Sound:
    """Let a room answer: exponentially falling noise, `direct_db` weaker than the direct sound."""
    from scipy.signal import fftconvolve

    count = round(1.2 * rt60_s * RATE_HZ)
    time_s = np.arange(count) / RATE_HZ
    tail = random.standard_normal(count) * 10 ** (-3.0 * time_s / rt60_s)
    tail[: round(0.003 * RATE_HZ)] = 0.0
    tail *= 10 ** (-direct_db / 20) / np.sqrt(np.sum(tail**2))
    tail[0] += 1.0
    return fftconvolve(samples.astype(np.float64), tail)[: len(samples)].astype(np.float32)


def add_breaths(
    passage: Passage, samples: Sound, *, below_db: float, random: np.random.Generator
) -> Sound:
    """Breathe in within every second pause of at least 0.5 s.

    A breath is 0.2 to 0.4 s of noise between 500 and 4000 Hz, its loudest moment `below_db`
    under the loudest of the speech.
    """
    from scipy.signal import butter, sosfilt

    out = samples.astype(np.float64)
    bands = butter(2, (500, 4000), btype="band", fs=RATE_HZ, output="sos")
    window = RATE_HZ // 100
    loudest = np.sqrt(
        np.convolve(np.square(passage.samples, dtype=np.float64), np.ones(window) / window).max()
    )
    for number, (start_s, end_s) in enumerate(passage.pauses):
        if end_s - start_s < 0.5 or number % 2:
            continue
        length_s = min(random.uniform(0.2, 0.4), end_s - start_s - 0.25)
        count = round(length_s * RATE_HZ)
        breath = sosfilt(bands, random.standard_normal(count)) * np.hanning(count)
        breath *= loudest * 10 ** (-below_db / 20) / (np.sqrt(2) * np.std(breath) + 1e-12)
        first = round(random.uniform(start_s + 0.1, end_s - length_s - 0.1) * RATE_HZ)
        out[first : first + count] += breath
    return out.astype(np.float32)


def add_babble(
    passage: Passage, samples: Sound, talkers: Sequence[Sequence[Phrase]], *, snr_db: float
) -> Sound:
    """Let several people talk in the background without a break."""
    total = np.zeros(len(samples))
    for number, phrases in enumerate(talkers):
        track = np.concatenate([phrase.samples for phrase in phrases])
        track = np.roll(np.resize(track, len(samples)), number * RATE_HZ)
        total += track / np.sqrt(np.mean(np.square(track, dtype=np.float64)))
    total *= speech_rms(passage) * 10 ** (-snr_db / 20) / np.sqrt(np.mean(total**2))
    return (samples + total).astype(np.float32)
