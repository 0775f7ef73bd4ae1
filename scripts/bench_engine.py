#!/usr/bin/env python3
"""Measure the engine: its start, its warm-up, and an analysis as a share of real time.

Speech is synthesised by the embedded voice. With --model the words are recognised; without it
everything else is done, and the speed of Whisper comes from models of random weights, which cost
what trained ones of their shape cost.

Run it with the environment's Python: .venv/bin/python scripts/bench_engine.py
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import librosa
import numpy as np

from sayback.audio.samples import ANALYSIS_RATE_HZ, Samples
from sayback.engine import AnalysisJob, EngineClient, run_job
from sayback.speech import find_speech
from sayback.voice.espeak import synthesise
from sayback.whisper.speed import measure

STORY = (
    "Last year, um, I was the lead of a small team. We had to move a service before May.",
    "So I wrote a plan, and, uh, I asked every team what it depended on.",
    "First we moved the reports, because nobody would notice if they were late.",
    "Then I found that two teams had the same job, you know, and nobody had told them.",
    "As a result we were done a week early, and costs went down by twelve percent.",
)


def main() -> None:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", help="name or folder of a model that is installed")
    parser.add_argument("--seconds", type=float, default=60.0, help="length of the answer")
    parser.add_argument("--runs", type=int, default=3, help="warm analyses (default 3)")
    options = parser.parse_args()
    samples = speech_of(options.seconds)
    job = AnalysisJob(samples=samples, model=options.model, default_model=options.model or "")
    bench_process(job, options.runs)
    bench_speech(samples)
    if options.model:
        factor = bench_here(job)
        print(f"{options.model}: {factor:.3f} of real time, in this process")
    else:
        for name in ("tiny.en", "base.en"):
            speed = measure(name)
            print(
                f"{name:<8} window {speed.window_s:.2f} s, token {1000 * speed.token_s:.1f} ms, "
                f"{speed.real_time_factor:.3f} of real time"
            )
    peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"worker's memory at its peak  {peak_mb:.0f} MB (Linux; elsewhere other units)")


def speech_of(seconds: float) -> Samples:
    """Return an answer of about that length, 16 kHz, with pauses between its sentences."""
    parts: list[Samples] = []
    while sum(map(len, parts)) < seconds * ANALYSIS_RATE_HZ:
        spoken = synthesise(STORY[len(parts) // 2 % len(STORY)], rate_wpm=160)
        parts.append(
            librosa.resample(
                spoken.samples, orig_sr=spoken.sample_rate_hz, target_sr=ANALYSIS_RATE_HZ
            )
        )
        parts.append(np.zeros(round(0.7 * ANALYSIS_RATE_HZ), np.float32))
    return np.concatenate(parts)


def bench_process(job: AnalysisJob, runs: int) -> None:
    """Time the second process from its start to warm analyses."""
    length_s = len(job.samples if job.samples is not None else ()) / ANALYSIS_RATE_HZ
    with engine() as client:
        with timed("client.start() returns after"):
            client.start()
        with timed("process ready after"):
            wait_for(lambda: client.state != "starting")
        with timed("warm after another"):
            client.warm_up(job)
            wait_for(lambda: client.state != "ready")
        walls = []
        for _ in range(runs):
            began = time.perf_counter()
            client.analyse(job).result()
            walls.append(time.perf_counter() - began)
        wall_s = statistics.median(walls)
        print(
            f"analysis of {length_s:.0f} s, warm    {wall_s:.2f} s, "
            f"{wall_s / length_s:.3f} of real time (median of {runs})"
        )
        with timed("close"):
            client.close()


def bench_speech(samples: Samples) -> None:
    """Time the finding of speech, warm, in this process."""
    find_speech(samples)
    with timed("of that, finding the speech"):
        find_speech(samples)


def bench_here(job: AnalysisJob) -> float:
    """Return the share of real time of a warm analysis in this process."""
    run_job(job)
    began = time.perf_counter()
    run_job(job)
    assert job.samples is not None
    return (time.perf_counter() - began) / (len(job.samples) / ANALYSIS_RATE_HZ)


@contextmanager
def engine() -> Iterator[EngineClient]:
    """Start nothing yet, and leave nothing behind."""
    client = EngineClient()
    try:
        yield client
    finally:
        client.close()


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long a block took."""
    began = time.perf_counter()
    yield
    print(f"{what:<28} {time.perf_counter() - began:.3f} s")


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until the engine says something."""
    while not condition():
        time.sleep(0.002)


if __name__ == "__main__":
    main()
