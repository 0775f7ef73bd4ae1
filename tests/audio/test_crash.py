"""What a crash leaves: a process killed while it records, and a disk that takes no more."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import textwrap

import numpy as np
import pytest
import soundfile

from sayback.audio.wav import is_cut_off, repair_wav

RATE_HZ = 48_000
SPOKEN = (np.random.default_rng(6).standard_normal(20 * RATE_HZ) * 3000).astype(np.int16)

RECORD = """
    import sys, time
    from pathlib import Path
    from sayback.audio.recorder import Recorder
    from sayback.audio.sources import FileSource

    recorder = Recorder(FileSource(Path(sys.argv[1])))
    recorder.open()
    recorder.wait_until_ready()
    recorder.start(Path(sys.argv[2]))
    while True:
        print(recorder.status().elapsed_s, flush=True)
        time.sleep(0.01)
"""

FILL_THE_DISK = """
    import dataclasses, json, resource, sys, threading
    from pathlib import Path
    from sayback.audio.recorder import Recorder
    from sayback.audio.sources import FileSource

    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    over = threading.Event()
    recorder = Recorder(FileSource(Path(sys.argv[1]), fast=True, on_end=over.set))
    recorder.open()
    recorder.wait_until_ready()
    recorder.start(Path(sys.argv[2]))
    over.wait()
    recording = recorder.finish()
    recorder.close()
    print(json.dumps([recording.duration_s, recording.problem]))
"""


@pytest.fixture
def answer(tmp_path):
    path = tmp_path / "answer.wav"
    soundfile.write(path, SPOKEN, RATE_HZ)
    return path


def command(program, *arguments):
    return [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)]


@pytest.mark.parametrize("kill_after_s", [0.4, 1.1, 1.73])
def test_kill_9_loses_nothing_that_was_recorded(answer, take_path, kill_after_s):
    with subprocess.Popen(
        command(RECORD, answer, take_path), stdout=subprocess.PIPE, text=True
    ) as process:
        written_s = 0.0
        while written_s < kill_after_s:
            written_s = float(process.stdout.readline())
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)

    assert is_cut_off(take_path)
    duration_s = repair_wav(take_path)
    assert duration_s >= written_s
    samples, _ = soundfile.read(take_path, dtype="int16")
    assert len(samples) == round(duration_s * RATE_HZ)
    np.testing.assert_array_equal(samples, SPOKEN[: len(samples)])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on file sizes")
def test_a_disk_that_takes_no_more_keeps_what_fitted(answer, take_path):
    done = subprocess.run(
        command(FILL_THE_DISK, answer, take_path), capture_output=True, text=True, check=True
    )
    duration_s, problem = json.loads(done.stdout)

    assert problem.startswith("The recording can't be written (")
    assert problem.endswith("what fitted is kept. Free some space before the next answer.")
    assert not is_cut_off(take_path)
    samples, _ = soundfile.read(take_path, dtype="int16")
    assert len(samples) / RATE_HZ == pytest.approx(duration_s)
    assert 198_000 < 2 * len(samples) < 200_000
    np.testing.assert_array_equal(samples, SPOKEN[: len(samples)])
