"""What a room and a microphone add: noises, hum, gain and a coloured frequency response."""

from __future__ import annotations

import random
from functools import cache

import numpy as np
import numpy.typing as npt

from demo_model import mel

Samples = npt.NDArray[np.float32]
KINDS = ("white", "pink", "brown", "fan", "hum", "tone", "clicks", "rumble")
_RATE_HZ = 16_000


def make(kind: str, seconds: float, seed: int) -> Samples:
    """Return noise of one kind with a mean power of 1."""
    rng = np.random.default_rng(seed)
    count = round(seconds * _RATE_HZ)
    time = np.arange(count) / _RATE_HZ
    if kind in ("hum", "tone"):
        base = rng.choice([50.0, 60.0]) if kind == "hum" else rng.uniform(120.0, 3000.0)
        harmonics = range(1, 12) if kind == "hum" else range(1, 3)
        made = sum(
            rng.uniform(0.1, 1.0) / h * np.sin(2 * np.pi * base * h * time + rng.uniform(0, 6))
            for h in harmonics
        )
        made = made + 0.01 * rng.standard_normal(count)
    elif kind == "clicks":
        made = np.zeros(count)
        for at in rng.integers(0, count - 400, max(int(seconds * 4), 1)):
            made[at : at + 400] += rng.standard_normal(400) * np.exp(-np.arange(400) / 60)
        made += 1e-3 * rng.standard_normal(count)
    else:
        made = _coloured(kind, count, rng)
    return np.asarray(made / np.sqrt(np.mean(made**2)), dtype=np.float32)


def dirty(rng: random.Random, log_mel: mel.LogMel) -> mel.LogMel:
    """Colour and amplify speech, and in two of three windows add noise 10 to 50 dB below it."""
    out = log_mel + _response(rng) + rng.uniform(-2.0, 0.5)
    if rng.random() > 0.67:
        return np.maximum(out, mel.FLOOR)
    speech_level = np.log10(np.mean(10.0 ** np.sort(out.max(axis=1))[-len(out) // 2 :]))
    crop = _crop(rng, len(out))
    noise_level = np.log10(np.mean(10.0**crop)) + 0.6
    added = crop + (speech_level - noise_level - rng.uniform(1.0, 5.0))
    return np.asarray(np.log10(10.0**out + 10.0**added + 1e-10), dtype=np.float32)


def alone(rng: random.Random, quiet: mel.LogMel) -> mel.LogMel:
    """Return noise in place of speech; one window in five stays silent."""
    if rng.random() < 0.2:
        return quiet
    level = rng.uniform(-7.0, 1.0)
    made = _crop(rng, len(quiet)) + _response(rng) + level
    return np.maximum(made, mel.FLOOR)


def _coloured(kind: str, count: int, rng: np.random.Generator) -> npt.NDArray[np.float64]:
    spectrum = np.fft.rfft(rng.standard_normal(count))
    hz = np.maximum(np.fft.rfftfreq(count, 1 / _RATE_HZ), 20.0)
    if kind == "pink":
        spectrum *= hz**-0.5
    elif kind == "brown":
        spectrum *= hz**-1.0
    elif kind == "fan":
        spectrum *= 1.0 / (1.0 + (hz / rng.uniform(300.0, 1500.0)) ** 2)
    elif kind == "rumble":
        spectrum *= 1.0 / (1.0 + (hz / rng.uniform(60.0, 200.0)) ** 4)
    made = np.fft.irfft(spectrum, count)
    if kind in ("fan", "rumble"):
        made *= 1.0 + 0.3 * np.sin(2 * np.pi * rng.uniform(0.2, 3.0) * np.arange(count) / _RATE_HZ)
    return np.asarray(made)


@cache
def _bank() -> tuple[mel.LogMel, ...]:
    return tuple(
        mel.log_power(make(kind, 16.0, seed)) for kind in KINDS for seed in range(100, 106)
    )


def _crop(rng: random.Random, frames: int) -> mel.LogMel:
    chosen = rng.choice(_bank())
    start = rng.randrange(len(chosen))
    return np.take(chosen, np.arange(start, start + frames), axis=0, mode="wrap")


def _response(rng: random.Random) -> mel.LogMel:
    """Return a smooth colouring of the bands, and sometimes a missing top as telephones have."""
    place = np.linspace(0.0, 1.0, mel.BANDS)
    curve = rng.gauss(0.0, 0.25) * (place - 0.5)
    curve = curve + rng.gauss(0.0, 0.12) * np.cos(np.pi * 2 * place + rng.uniform(0, 6))
    if rng.random() < 0.1:
        curve = curve - np.maximum(place - rng.uniform(0.75, 0.97), 0.0) * rng.uniform(5, 30)
    return np.asarray(curve, dtype=np.float32)
