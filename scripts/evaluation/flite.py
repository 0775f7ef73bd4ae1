"""Debian's flite: voices built from recordings of people, to check on voices of another kind."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

_DEFAULT_WPM = 170.0
_SILENCE = "pau"
VOWELS = frozenset("aeiou")
"""First letters of flite's vowels."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text as flite spoke it."""

    samples: npt.NDArray[np.float64]
    rate_hz: int
    words: tuple[tuple[str, float, float], ...]
    """Text, start and end in seconds; empty where words and sounds can't be matched."""
    syllables: int


def has_flite() -> bool:
    """Whether flite is installed."""
    return shutil.which("flite") is not None


def speak_with_flite(text: str, *, voice: str, rate_wpm: float) -> Spoken:
    """Speak a text with one of flite's voices."""
    import soundfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "spoken.wav"
        stretch = f"duration_stretch={_DEFAULT_WPM / rate_wpm:.3f}"
        printed = _run("-voice", voice, "-t", text, "--setf", stretch, "-psdur", "-o", str(path))
        samples, rate_hz = _read(soundfile, path)
    ends = [(name, float(end)) for name, end in re.findall(r"(\S+):([\d.]+)", printed)]
    sounds = [(name, before, end) for (_, before), (name, end) in pairwise([("", 0.0), *ends])]
    spoken = [sound for sound in sounds if sound[0] != _SILENCE]
    syllables = sum(name[0] in VOWELS for name, _, _ in spoken)
    return Spoken(samples, rate_hz, _match(text, spoken, voice), syllables)


def _match(
    text: str, sounds: list[tuple[str, float, float]], voice: str
) -> tuple[tuple[str, float, float], ...]:
    """Share the sounds among the words by how many each has when spoken alone."""
    words = text.split()
    counts = [_sounds_of(word.strip(".,?!").lower(), voice) for word in words]
    if sum(counts) != len(sounds):
        return ()
    found = []
    first = 0
    for word, count in zip(words, counts, strict=True):
        found.append((word, sounds[first][1], sounds[first + count - 1][2]))
        first += count
    return tuple(found)


@lru_cache(maxsize=4096)
def _sounds_of(word: str, voice: str) -> int:
    printed = _run("-voice", voice, "-t", word, "-ps", "-o", "/dev/null").split()
    return sum(name != _SILENCE for name in printed)


def _read(soundfile: Any, path: Path) -> tuple[npt.NDArray[np.float64], int]:
    samples, rate_hz = soundfile.read(path)
    return np.asarray(samples, dtype=np.float64), int(rate_hz)


def _run(*arguments: str) -> str:
    done = subprocess.run(["flite", *arguments], check=True, capture_output=True, text=True)
    return done.stdout
