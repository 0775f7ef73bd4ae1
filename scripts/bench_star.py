"""Measure how long it takes to read an answer of three minutes on one core.

    python scripts/bench_star.py

The networks and the rules read the same words in turn, so that a machine whose speed drifts does so
for both: first for the parts of STAR, then for fillers.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

WORDS_A_MINUTE = 160


def main() -> None:
    """Time all and print medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--minutes", type=float, default=3.0, help="length of the answer")
    parser.add_argument("--bare", action="store_true", help="words without any mark")
    parser.add_argument("--runs", type=int, default=20, help="pairs of runs (default 20)")
    chosen = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

    from sayback.analysis.encoder.reader import load_encoder
    from sayback.analysis.encoder.tagger import load_tagger
    from sayback.analysis.fillers import find_fillers
    from sayback.analysis.fillers_judges import NetworkAndRules, Rules
    from sayback.analysis.star import label_star, read_story, spoken_text
    from sayback.analysis.star_reader import RuleReader, story_sentences
    from sayback.transcript.model import Transcript

    began = time.perf_counter()
    encoder, tagger = load_encoder(), load_tagger()
    load_s = time.perf_counter() - began
    if encoder is None or tagger is None:
        sys.exit("The networks can't be loaded.")
    transcript = Transcript(_words(round(chosen.minutes * WORDS_A_MINUTE), chosen.bare))

    def label(reader: object) -> None:
        spans = story_sentences(transcript, reader)  # type: ignore[arg-type]
        texts = [spoken_text(transcript, span) for span in spans]
        reading = read_story(texts, None, reader)  # type: ignore[arg-type]
        label_star(transcript, spans, None, reading=reading)

    judge, rules = NetworkAndRules(tagger), Rules()
    _compare("STAR", lambda: label(encoder), lambda: label(RuleReader()), chosen.runs)
    _compare(
        "fillers", lambda: find_fillers(transcript, judge),
        lambda: find_fillers(transcript, rules), chosen.runs,
    )  # fmt: skip
    print(f"{len(transcript.words)} words; loading both networks took {load_s:.3f} s, once")


def _compare(
    name: str, network: Callable[[], object], rules: Callable[[], object], runs: int
) -> None:
    network(), rules()
    pairs = [(_computing_s(network), _computing_s(rules)) for _ in range(runs)]
    ours, base = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(
        f"{name:8} {ours:.3f} s of computing, rules alone {base:.3f} s,"
        f" ratio {ratio:.2f} ({runs} pairs)"
    )


def _computing_s(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


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
