"""The real second process, with real recognition (random weights) and the real analysis."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import CancelledError
from pathlib import Path

import numpy as np
import pytest

from sayback.engine import AnalysisJob, EngineClient, run_job
from sayback.engine.core import load_recogniser
from sayback.errors import AudioError, EngineError, ModelError
from sayback.questions.model import Question

WAIT_S = 120
QUESTION = Question("q", "Tell me about a plan of yours.", "behavioural")


@pytest.fixture
def engine():
    with_worker = EngineClient()
    yield with_worker
    with_worker.close()


def wait_until(condition):
    end = time.monotonic() + WAIT_S
    while not condition():
        assert time.monotonic() < end, "did not happen"
        time.sleep(0.02)


def test_the_report_is_the_one_that_run_job_gives_here(engine, random_model, answer):
    job = AnalysisJob(samples=answer, model=str(random_model), question=QUESTION)
    told = []
    report = engine.analyse(job, on_progress=told.append).result(WAIT_S)
    load_recogniser.cache_clear()
    assert report == run_job(job)
    assert report.transcript.status == "done"
    assert report.pauses.count == 1
    assert report.pauses.longest_s == pytest.approx(1.2, abs=0.15)
    assert told == sorted(told) and told[-1] == 1.0


def test_without_a_model_everything_but_the_words_is_reported(engine, answer):
    report = engine.analyse(AnalysisJob(samples=answer)).result(WAIT_S)
    assert report.transcript.status == "pending"
    assert report.not_known[0].field == "transcript"
    assert report.pauses.count == 1
    assert report.delivery.pitch_sd_semitones is not None


def test_errors_come_through_and_the_engine_lives_on(engine, answer, tmp_path):
    with pytest.raises(AudioError, match="does not exist"):
        engine.analyse(AnalysisJob(audio_path=tmp_path / "no.wav")).result(WAIT_S)
    pid = engine.pid
    with pytest.raises(ModelError, match="not on this machine"):
        engine.analyse(AnalysisJob(samples=answer, model="tiny.en")).result(WAIT_S)
    engine.analyse(AnalysisJob(samples=answer)).result(WAIT_S)
    assert engine.pid == pid


def test_warming_up_loads_what_the_first_analysis_would_wait_for(engine, random_model, answer):
    engine.warm_up(AnalysisJob(model=str(random_model)))
    wait_until(lambda: engine.state == "warm")
    assert engine.problem is None


def test_warming_up_without_the_model_says_so_and_goes_on(engine, answer):
    engine.warm_up(AnalysisJob(model="tiny.en"))
    wait_until(lambda: engine.state == "warm")
    assert "tiny.en is not on this machine" in engine.problem
    assert engine.analyse(AnalysisJob(samples=answer)).result(WAIT_S).pauses.count == 1


@pytest.fixture
def long_job(random_model, answer):
    """A job that takes some seconds at least."""
    return AnalysisJob(samples=np.tile(answer, 40), model=str(random_model))


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_killed_in_the_middle_of_a_job_it_is_started_again(engine, long_job, answer):
    told = []
    future = engine.analyse(long_job, on_progress=told.append)
    wait_until(lambda: told and told[-1] > 0.1)
    killed = engine.pid
    os.kill(killed, signal.SIGKILL)
    with pytest.raises(EngineError, match="the take is kept and will be analysed"):
        future.result(WAIT_S)
    assert engine.analyse(AnalysisJob(samples=answer)).result(WAIT_S).pauses.count == 1
    assert engine.pid != killed


def test_a_cancelled_job_makes_room_for_the_next(engine, long_job, answer):
    told = []
    future = engine.analyse(long_job, on_progress=told.append)
    wait_until(lambda: told and told[-1] > 0.1)
    assert future.cancel()
    with pytest.raises(CancelledError):
        future.result(WAIT_S)
    assert engine.analyse(AnalysisJob(samples=answer)).result(WAIT_S).pauses.count == 1
    assert told[-1] < 1.0


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_closed_in_the_middle_of_a_job_it_leaves_no_orphan(engine, long_job):
    told = []
    future = engine.analyse(long_job, on_progress=told.append)
    wait_until(lambda: told and told[-1] > 0.1)
    pid, begun = engine.pid, time.monotonic()
    engine.close()
    assert time.monotonic() - begun < 2
    with pytest.raises(EngineError):
        future.result(0)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


STARTER = """
import os, sys, time
from sayback.engine import AnalysisJob, EngineClient
client = EngineClient()
client.warm_up(AnalysisJob())
while client.state not in ("ready", "warm"):
    time.sleep(0.01)
print(client.pid, flush=True)
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_the_death_of_its_owner_ends_it():
    done = subprocess.run([sys.executable, "-c", STARTER], capture_output=True, text=True)
    pid = int(done.stdout)

    def is_gone():
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        # In a container an orphan that has ended may be collected by nobody.
        stat = Path(f"/proc/{pid}/stat")
        return stat.exists() and stat.read_text().rsplit(")", 1)[1].split()[0] == "Z"

    wait_until(is_gone)
