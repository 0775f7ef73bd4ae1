"""Whether words a minute and syllables a second are right."""

from __future__ import annotations

import numpy as np

from evaluation.result import Accuracy, share
from evaluation.synthetic_speech import Passage
from evaluation.texts import Part
from evaluation.timing import CONDITIONS, PAUSE_S, SEEDS, babblers, passages

_NAMES = ("clean", "pink noise, 25 dB SNR", "low-frequency noise, 15 dB SNR", "room, RT60 0.4 s")


def measure(part: Part = "test") -> list[Accuracy]:
    """Measure the share of passages whose rates are near the truth."""
    spoken = [passage for passage in passages(part, per_voice=3) if passage.syllables]
    others = babblers(part)
    results = []
    for condition in CONDITIONS:
        if condition.name not in _NAMES:
            continue
        random = np.random.default_rng((SEEDS[part], 7))
        errors = [rate_errors(p, condition.spoil(p, random, others)) for p in spoken]
        material = f"synthetic voices, {condition.name}"
        for column, figure, limit, target in (
            (0, "words a minute within 3 %", 0.03, ">= 0.95"),
            (1, "articulation rate within 8 %", 0.08, ">= 0.95"),
            (2, "articulation rate from the sound alone within 15 %", 0.15, ""),
        ):
            hits = sum(abs(error[column]) <= limit for error in errors)
            results.append(share(figure, material, hits, len(errors), target=target))
    return results


def rate_errors(
    passage: Passage, samples: np.ndarray[tuple[int], np.dtype[np.float32]]
) -> tuple[float, float, float]:
    """Return relative errors of wpm, articulation rate, and the latter from sound alone."""
    from sayback.analysis.nuclei import count_nuclei
    from sayback.analysis.pace import measure_pace
    from sayback.speech import find_speech
    from sayback.transcript import Transcript, Word

    first, last = passage.phrases[0][0], passage.phrases[-1][1]
    silence_s = sum(end - start for start, end in passage.pauses if end - start >= PAUSE_S)
    true_wpm = 60 * len(passage.words) / (last - first)
    assert passage.syllables is not None
    true_sps = passage.syllables / (last - first - silence_s)
    speech = find_speech(samples)
    words = tuple(Word(word.text, word.start_s, word.end_s) for word in passage.words)
    pace = measure_pace(Transcript(words=words), speech=speech)
    heard = count_nuclei(samples, speech=speech)
    alone = measure_pace(Transcript.pending(), speech=speech, heard_syllables=heard)
    return (
        (pace.wpm or 0.0) / true_wpm - 1,
        (pace.articulation_sps or 0.0) / true_sps - 1,
        (alone.articulation_sps or 0.0) / true_sps - 1,
    )
