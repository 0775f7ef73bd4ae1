"""Measure how long it takes to label an answer of three minutes on one core.

    python scripts/bench_star.py

The encoder and the rules label the same words in turn, so that a machine whose speed drifts does
so for both.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

WORDS_A_MINUTE = 160


def main() -> None:
    """Time both and print medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--minutes", type=float, default=3.0, help="length of the answer")
    parser.add_argument("--bare", action="store_true", help="words without any mark")
    parser.add_argument("--runs", type=int, default=20, help="pairs of runs (default 20)")
    chosen = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

    from sayback.analysis.encoder.reader import load_encoder
    from sayback.analysis.star import label_star, read_story, spoken_text
    from sayback.analysis.star_reader import RuleReader, story_sentences
    from sayback.transcript.model import Transcript

    began = time.perf_counter()
    encoder = load_encoder()
    load_s = time.perf_counter() - began
    if encoder is None:
        sys.exit("The encoder can't be loaded.")
    transcript = Transcript(_words(round(chosen.minutes * WORDS_A_MINUTE), chosen.bare))

    def label_s(reader: object) -> tuple[float, float]:
        began, began_cpu = time.perf_counter(), time.process_time()
        spans = story_sentences(transcript, reader)  # type: ignore[arg-type]
        texts = [spoken_text(transcript, span) for span in spans]
        reading = read_story(texts, None, reader)  # type: ignore[arg-type]
        label_star(transcript, spans, None, reading=reading)
        return time.perf_counter() - began, time.process_time() - began_cpu

    label_s(encoder), label_s(RuleReader())
    pairs = [(label_s(encoder), label_s(RuleReader())) for _ in range(chosen.runs)]
    for name, column in (("encoder", 0), ("rules", 1)):
        wall = statistics.median(pair[column][0] for pair in pairs)
        cpu = statistics.median(pair[column][1] for pair in pairs)
        print(f"{name:8} {wall:.3f} s, of which computing {cpu:.3f} s")
    ratio = statistics.median(pair[0][1] / pair[1][1] for pair in pairs)
    print(f"ratio    {ratio:.2f} ({chosen.runs} pairs, {len(transcript.words)} words)")
    print(f"loading  {load_s:.3f} s, once")


def _words(count: int, bare: bool):  # type: ignore[no-untyped-def]
    """Return so many words of labelled answers, one after the other."""
    from evaluation import labelled
    from sayback.transcript.plain_text import from_text

    texts = [" ".join(answer.sentences) for answer in labelled.answers() if answer.applies]
    text = " ".join(texts)
    if bare:
        text = text.lower().replace(".", "").replace(",", "").replace("?", "")
    return from_text(text)[:count]


if __name__ == "__main__":
    main()
