#!/usr/bin/env python3
"""Measure what the recorder costs, each time against a named baseline in the same run.

1. Callback: the device's callback into the recorder, against one that only copies the block.
2. Disk: the writer thread's work a block, against bare soundfile writes of the same blocks.
3. Live: CPU time and longest gap between callbacks while a microphone is recorded for some
   seconds, against a bare sounddevice stream that throws the blocks away; once on the quiet
   machine and once beside busy processes. The microphone is a virtual one where PulseAudio is
   installed (no sound card needed), else the default one (--real-microphone).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from sayback.audio.devices import BLOCK_FRAMES, close_stream, open_stream  # noqa: E402
from sayback.audio.recorder import Recorder  # noqa: E402
from sayback.audio.sources import MicrophoneSource, OnBlock  # noqa: E402

RATE_HZ = 48_000
BLOCKS = 4_000
ROUNDS = 7


class HeldSource:
    """A source that a benchmark delivers from by hand."""

    name = "benchmark"
    is_live = True
    sample_rate_hz = RATE_HZ

    def start(self, on_block: OnBlock) -> None:
        """Keep the way into the recorder."""
        self.deliver = on_block

    def cue(self) -> None:
        """Nothing to do."""

    def stop(self) -> None:
        """Nothing to do."""


def main() -> None:
    """Run the three parts and print them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=10.0, help="each live run (default 10)")
    parser.add_argument("--busy", type=int, default=4, help="busy processes beside (default 4)")
    parser.add_argument("--real-microphone", action="store_true", help="no virtual sound card")
    options = parser.parse_args()
    print(f"{os.cpu_count()} processors, blocks of {BLOCK_FRAMES} frames, medians of {ROUNDS}")
    callback_and_disk()
    with _microphone(options.real_microphone):
        for busy in (0, options.busy):
            with _busy_processes(busy):
                live(options.seconds, busy)


def callback_and_disk() -> None:
    """Print parts 1 and 2; the rounds of both sides alternate, so that drift hits both."""
    copies, delivers, writes, records = [], [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(ROUNDS):
            copies.append(_seconds_a_block(lambda block: block[:, 0].copy()))
            writes.append(_bare_writes_s(Path(folder) / f"bare{number}.wav"))
            deliver_s, record_s = _recorder_s(Path(folder) / f"take{number}.wav")
            delivers.append(deliver_s)
            records.append(record_s)
    _print_ratio("callback, a block", delivers, "only copying", copies)
    _print_ratio("callback to disk, a block", records, "bare soundfile write", writes)


def live(seconds: float, busy: int) -> None:
    """Print part 3 for one load of the machine."""
    bare_cpu_s, bare_gap_s = _bare_stream(seconds)
    cpu_s, gap_s, lost_s = _live_recorder(seconds)
    beside = f"beside {busy} busy processes" if busy else "quiet machine"
    print(
        f"live, {beside}: CPU {100 * cpu_s:.2f} % of a processor, {cpu_s / bare_cpu_s:.2f} x the "
        f"bare stream ({100 * bare_cpu_s:.2f} %); longest gap {1000 * gap_s:.0f} ms, "
        f"{gap_s / bare_gap_s:.2f} x the bare stream ({1000 * bare_gap_s:.0f} ms); "
        f"lost {lost_s:.3f} s"
    )


def _blocks() -> list[Any]:
    rng = np.random.default_rng(1)
    return [rng.integers(-3000, 3000, (BLOCK_FRAMES, 1), dtype=np.int16) for _ in range(BLOCKS)]


def _seconds_a_block(use: Callable[[Any], object]) -> float:
    blocks = _blocks()
    began = time.perf_counter()
    for block in blocks:
        use(block)
    return (time.perf_counter() - began) / BLOCKS


def _bare_writes_s(path: Path) -> float:
    import soundfile

    with soundfile.SoundFile(path, "w", RATE_HZ, 1, "PCM_16") as file:
        return _seconds_a_block(lambda block: file.write(block[:, 0]))


def _recorder_s(path: Path) -> tuple[float, float]:
    """Return seconds a block in the callback, and until the last block is on disk."""
    source = HeldSource()
    recorder = Recorder(source)
    recorder.open()
    source.deliver(np.zeros(0, np.int16))
    recorder.wait_until_ready()
    recorder.start(path, pre_roll_s=0)
    blocks = _blocks()
    began = time.perf_counter()
    for block in blocks:
        source.deliver(block[:, 0].copy())
    delivered_s = time.perf_counter() - began
    while recorder.status().elapsed_s < BLOCKS * BLOCK_FRAMES / RATE_HZ:
        time.sleep(0.0005)
    on_disk_s = time.perf_counter() - began
    recorder.close()
    return delivered_s / BLOCKS, on_disk_s / BLOCKS


def _bare_stream(seconds: float) -> tuple[float, float]:
    """Return CPU seconds a second, and the longest gap, of a stream without a recorder."""
    calls: list[float] = []
    stream = open_stream(
        "InputStream",
        channels=1,
        dtype="int16",
        blocksize=BLOCK_FRAMES,
        latency="low",
        callback=lambda *_: calls.append(time.monotonic()),
    )
    _wait_for_first(calls)
    cpu_s = _cpu_of_sleep(seconds)
    close_stream(stream)
    return cpu_s, float(np.diff(calls).max())


def _live_recorder(seconds: float) -> tuple[float, float, float]:
    calls: list[float] = []
    source = MicrophoneSource()
    start = source.start

    def timed_start(on_block: OnBlock) -> None:
        def timed(block: Any) -> None:
            calls.append(time.monotonic())
            on_block(block)

        start(timed)

    source.start = timed_start  # type: ignore[method-assign]
    recorder = Recorder(source)
    with tempfile.TemporaryDirectory() as folder:
        recorder.open()
        recorder.wait_until_ready()
        _wait_for_first(calls)
        recorder.start(Path(folder) / "take.wav")
        cpu_s = _cpu_of_sleep(seconds)
        recording = recorder.finish()
        recorder.close()
    return cpu_s, float(np.diff(calls).max()), recording.lost_s


def _wait_for_first(calls: list[float]) -> None:
    """Let the device wake up; its first gaps are no measure."""
    while not calls:
        time.sleep(0.01)
    time.sleep(0.5)
    calls.clear()


def _cpu_of_sleep(seconds: float) -> float:
    before = time.process_time()
    time.sleep(seconds)
    return (time.process_time() - before) / seconds


@contextmanager
def _microphone(real: bool) -> Iterator[None]:
    from tests.e2e.sound_card import VirtualSoundCard, missing

    if real:
        yield
        return
    if reason := missing():
        sys.exit(f"A virtual microphone {reason}; or use --real-microphone.")
    card = VirtualSoundCard()
    card.start()
    os.environ.update(card.environment)
    try:
        yield
    finally:
        card.stop()


@contextmanager
def _busy_processes(count: int) -> Iterator[None]:
    processes = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _print_ratio(name: str, ours: list[float], baseline: str, theirs: list[float]) -> None:
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    print(
        f"{name}: {1e6 * statistics.median(ours):.1f} µs, {ratio:.2f} x {baseline} "
        f"({1e6 * statistics.median(theirs):.1f} µs)"
    )


if __name__ == "__main__":
    main()
