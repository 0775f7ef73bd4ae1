#!/usr/bin/env python3
"""Measure how long a search through 1,000 takes takes.

    python scripts/bench_search.py

Made-up takes of two minutes each are put into a temporary folder. A word that one take holds and
one that most hold are searched for, with the index as `sayback search` does, and without it, by
reading every take's JSON: the baseline. Both run in turn, so that a machine whose speed drifts
does so for both.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

from sayback.library import Library, RecordingInfo, Take, TakeQuestion  # noqa: E402
from sayback.library.index import TakeIndex  # noqa: E402
from sayback.library.search import search  # noqa: E402

WORDS = 300
"""Two minutes at a usual pace."""
RARE, COMMON = "xylophone", "the"
_START = datetime(2026, 1, 1, 9, 0, 0)


def main() -> None:
    """Make the takes, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--takes", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=15, help="of each (default 15)")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "recordings")
        make_takes(library, chosen.takes)
        index = TakeIndex(library, Path(folder) / "cache")
        first_s = timed(index.rows)
        size_mb = index.path.stat().st_size / 1e6
        print(f"{chosen.takes} takes of {WORDS} words")
        print(f"first time, reading everything  {first_s:.2f} s (the index: {size_mb:.1f} MB)")
        for word in (RARE, COMMON):
            report(library, index, word, chosen.runs)


def report(library: Library, index: TakeIndex, word: str, runs: int) -> None:
    """Print the figures of one word."""
    found = search(index, word)
    pairs = [
        (timed(lambda: search(index, word)), timed(lambda: read_everything(library, word)))
        for _ in range(runs)
    ]
    fast, slow = (sorted(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(with_index / without for with_index, without in pairs)
    print(f"“{word}”, in {found.takes} takes, {len(found.hits)} of them shown")
    print(f"  with the index  median {statistics.median(fast):.3f} s, longest {fast[-1]:.3f} s")
    print(f"  without it      median {statistics.median(slow):.3f} s")
    print(f"  ratio           {ratio:.3f} ({runs} pairs)")


def read_everything(library: Library, word: str) -> int:
    """Count the takes that hold a word by reading all of them."""
    return sum(
        f" {word}" in f" {take.report.transcript.text.casefold()}"
        for take in library.takes()
        if take.report
    )


def timed(action: Callable[[], object]) -> float:
    """Return how long something takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def make_takes(library: Library, count: int) -> None:
    """Fill a library; one take holds the rare word."""
    from evaluation import labelled
    from sayback.analysis.analyse import analyse
    from sayback.analysis.report import TakeInfo
    from sayback.transcript.model import Transcript, Word

    chance = random.Random(7)
    sentences = [s for answer in labelled.answers() for s in answer.sentences]
    pattern = None
    for number in range(count):
        texts = " ".join(chance.choices(sentences, k=40)).split()[:WORDS]
        if number == count // 2:
            texts[WORDS // 2] = RARE
        words = tuple(
            Word(text, 0.4 * place, 0.4 * place + 0.3, 0.9) for place, text in enumerate(texts)
        )
        when = _START + timedelta(hours=5 * number)
        path = library.new_take_path("made-up", when)
        path.write_bytes(b"RIFF")
        if pattern is None:
            info = TakeInfo(duration_s=120.0)
            pattern = analyse(Transcript(words), samples=None, speech=None, question=None,
                              take=info)  # fmt: skip
        take = Take(
            f"{path.parent.name}/{path.stem}", path, TakeQuestion("made-up", "What happened?"),
            RecordingInfo(when.astimezone().isoformat()),
            dataclasses.replace(pattern, transcript=Transcript(words)),
        )  # fmt: skip
        library.save(take)


if __name__ == "__main__":
    main()
