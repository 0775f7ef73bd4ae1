"""A spoken answer whose pauses and words are exactly known: part of the bundled one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import soundfile

from sayback.demo import ANSWER_PATH, answer_transcript
from sayback.transcript import Word


@dataclass(frozen=True)
class SpokenAnswer:
    """An answer as a file, and what is said in it when."""

    path: Path
    duration_s: float
    words: tuple[Word, ...]
    pauses: tuple[tuple[float, float], ...]
    """Silences of 0.25 s and more between words, as the voice made them."""


def first_sentences(folder: Path, *, until_s: float = 24.0) -> SpokenAnswer:
    """Write the sentences of the bundled answer that end before a time."""
    words = answer_transcript().words
    ends = [i for i, word in enumerate(words) if word.text.endswith(".")]
    last = max(i for i in ends if (words[i].end_s or 0.0) < until_s)
    kept = words[: last + 1]
    samples, rate_hz = soundfile.read(ANSWER_PATH, dtype="float32")
    duration_s = (kept[-1].end_s or 0.0) + 0.3
    path = folder / "answer.wav"
    soundfile.write(path, samples[: round(duration_s * rate_hz)], rate_hz, subtype="PCM_16")
    gaps = [(a.end_s or 0.0, b.start_s or 0.0) for a, b in pairwise(kept)]
    pauses = tuple((start, end) for start, end in gaps if end - start >= 0.25)
    return SpokenAnswer(path, duration_s, kept, pauses)


def plain(words: list[str]) -> list[str]:
    """Return words in lower case without punctuation, for comparing."""
    return [word.lower().strip(".,?!") for word in words]


def word_errors(said: list[str], heard: list[str]) -> int:
    """Return the least number of words replaced, left out or added (Levenshtein)."""
    row = np.arange(len(heard) + 1)
    for i, word in enumerate(said, start=1):
        before, row = row, np.empty_like(row)
        row[0] = i
        for j, other in enumerate(heard, start=1):
            row[j] = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (word != other))
    return int(row[-1])
