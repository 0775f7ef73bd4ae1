"""Measures a demo model and writes the figures into its card.

    python scripts/demo_model/evaluate.py MODEL_FOLDER [--cases 200] [--card]

Every case is text, speed and pitch that training never had. The model is loaded by faster-whisper
and called by Sayback's own code, which cuts at pauses and gives no previous text.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

SCRIPTS = Path(__file__).resolve().parents[1]
# At the end: scripts/test.py must not stand before Python's own `test`.
sys.path += [str(SCRIPTS), str(SCRIPTS.parent / "src")]

from demo_model import answers, card, demo_text, grammar, noise, speech  # noqa: E402
from demo_model.answers import SpokenAnswer  # noqa: E402
from demo_model.score import Score  # noqa: E402
from demo_model.speech import SAMPLE_RATE_HZ, Manner, Word  # noqa: E402
from sayback.speech import Region, Speech, find_speech  # noqa: E402
from sayback.whisper.models import find_model  # noqa: E402
from sayback.whisper.transcriber import Transcriber  # noqa: E402

Samples = npt.NDArray[np.float32]
_OTHER_VOICES = ("en-us+m3", "en-us+f2", "en-us+m5", "en-us+f5", "en", "en-gb-x-rp", "en-029")


class Recogniser:
    """The model, called by the program's own code."""

    def __init__(self, folder: Path, threads: int) -> None:
        found = find_model(str(folder))
        self.piece_s = found.piece_s
        self._transcriber = Transcriber(found, threads=threads)

    def words(self, samples: Samples) -> list[Word]:
        """Return the words of a recording, found as Sayback finds them."""
        return self._words(samples, find_speech(samples))

    def words_without_mask(self, samples: Samples) -> list[Word]:
        """Return what the model itself makes of sound in which no speech was looked for."""
        duration_s = len(samples) / SAMPLE_RATE_HZ
        return self._words(samples, Speech((Region(0.0, duration_s),), duration_s))

    def _words(self, samples: Samples, heard: Speech) -> list[Word]:
        found = self._transcriber.transcribe(samples, speech=heard, language="en")
        return [Word(word.text, word.start_s or 0.0, word.end_s or 0.0) for word in found.words]


def main() -> None:
    """Print the table; with --card write it into the model's README.md."""
    parser = argparse.ArgumentParser(description="Measure a demo model.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--other-cases", type=int, default=6, help="answers for each other voice")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--human", type=Path, nargs="*", default=[], help="recordings of people")
    parser.add_argument("--card", action="store_true", help="write the figures into README.md")
    chosen = parser.parse_args()
    recogniser = Recogniser(chosen.folder, chosen.threads)
    figures = measure(recogniser, chosen.cases, chosen.other_cases)
    figures["human"] = {path.name: _text(recogniser, path) for path in chosen.human}
    figures["piece_s"] = recogniser.piece_s
    figures["megabytes"] = round(sum(f.stat().st_size for f in chosen.folder.iterdir()) / 1e6, 2)
    print(json.dumps(figures, indent=2))
    if chosen.card:
        card.write(chosen.folder, figures)


def measure(recogniser: Recogniser, cases: int, other_cases: int) -> dict[str, Any]:
    """Run every test and return its figures."""
    main_score = _score(recogniser, map(answers.test_answer, range(cases)))
    demo = [answers.speak_demo(a, Manner("en-us", 163, 45)) for a in demo_text.demo_answers()]
    voices: dict[str, float] = {}
    for voice in _OTHER_VOICES:
        seeds = range(10_000, 10_000 + other_cases)
        spoken = (answers.test_answer(seed, voice=voice) for seed in seeds)
        voices[voice] = _percent(_score(recogniser, spoken).word_error)
    return {
        "main": _figures(main_score, cases),
        "demo": _figures(_score(recogniser, demo), len(demo)),
        "random_words": _percent(_score(recogniser, map(_salad, range(20))).word_error),
        "voices": voices,
        "no_speech": _words_without_speech(recogniser),
    }


def _score(recogniser: Recogniser, cases: Iterable[SpokenAnswer]) -> Score:
    score = Score()
    for number, case in enumerate(cases, 1):
        started = time.perf_counter()
        found = recogniser.words(case.samples)
        score.decoding_s += time.perf_counter() - started
        score.duration_s += case.duration_s
        score.add(list(case.words), found)
        if number % 20 == 0:
            print(f"{number}: {score.word_error:.4f} word error", file=sys.stderr, flush=True)
    return score


def _figures(score: Score, cases: int) -> dict[str, Any]:
    off = np.abs(score.start_errors_s)
    return {
        "cases": cases,
        "minutes": round(score.duration_s / 60.0, 1),
        "words": score.words,
        "word_error_percent": _percent(score.word_error),
        "filled_pauses": score.filled,
        "filled_pauses_found_percent": _percent(score.filled_recall),
        "starts_within_100_ms_percent": _percent(score.starts_on_time),
        "start_error_median_ms": round(1000 * float(np.median(off))),
        "start_error_95th_ms": round(1000 * float(np.percentile(off, 95))),
        "real_time_factor": round(score.real_time, 3),
    }


def _salad(seed: int) -> SpokenAnswer:
    rng = random.Random(f"salad test {seed}")
    manner = speech.test_manner(rng)
    made: list[str] = []
    while len(made) < 6:
        sentence = grammar.salad(rng)
        if grammar.is_held_out(sentence):
            made.append(sentence)
    answer = demo_text.DemoAnswer("salad", "", tuple(made), (0.6,) * len(made))
    return answers.speak_demo(answer, manner)


def _words_without_speech(recogniser: Recogniser) -> dict[str, int]:
    """Count the words heard in 20 s of each kind of noise, at three levels, and in silence.

    The model is asked although Sayback would not ask it, since nobody speaks.
    """
    silence = np.zeros(20 * SAMPLE_RATE_HZ, np.float32)
    found = {"silence": len(recogniser.words_without_mask(silence))}
    for kind in noise.KINDS:
        found[kind] = 0
        for seed, level in enumerate((0.001, 0.01, 0.1)):
            made = noise.make(kind, 20.0, 2_000 + seed) * np.float32(level)
            for start_s in (0.0, 10.0):
                part = made[int(start_s * 16_000) : int((start_s + 10.0) * 16_000)]
                found[kind] += len(recogniser.words_without_mask(part))
    return found


def _text(recogniser: Recogniser, path: Path) -> str:
    from faster_whisper.audio import decode_audio

    words = recogniser.words(decode_audio(str(path)))
    return " ".join(word.text for word in words)


def _percent(share: float) -> float:
    return round(100.0 * float(share), 2)


if __name__ == "__main__":
    main()
