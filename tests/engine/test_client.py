"""EngineClient against small stand-ins for the worker that misbehave in every way."""

import os
import signal
import sys
import time
from concurrent.futures import CancelledError

import pytest

from sayback.engine.client import EngineClient
from sayback.engine.job import AnalysisJob
from sayback.errors import EngineError, ModelError

PRELUDE = """
import os, sys, time
from sayback.analysis.report import Report, TakeInfo
from sayback.engine.protocol import Message, read_message, write_message
from sayback.engine.wire import as_plain

requests, answers = sys.stdin.buffer, sys.stdout.buffer

def answer(payload=b"", **fields):
    write_message(answers, Message(fields, payload))

def report(message, id_):
    return {"type": "report", "id": message.fields["id"], "report": as_plain(Report(TakeInfo(id_)))}

answer(type="ready")
"""
REPORTS = """
while (message := read_message(requests)) is not None:
    if message.type == "analyse":
        answer(type="progress", id=message.fields["id"], done=0.5)
        answer(**report(message, str(len(message.payload))))
    elif message.type == "warm_up":
        answer(type="warm", problem="no model")
"""
WAIT_S = 20


@pytest.fixture
def client_of():
    """Make a client whose worker runs some lines of Python; ends them all."""
    made = []

    def make(script):
        made.append(EngineClient(command=(sys.executable, "-c", PRELUDE + script)))
        return made[-1]

    yield make
    for client in made:
        client.close()


def wait_until(condition):
    end = time.monotonic() + WAIT_S
    while not condition():
        assert time.monotonic() < end, "did not happen"
        time.sleep(0.01)


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_job_gives_a_report_and_progress(client_of):
    client, told = client_of(REPORTS), []
    future = client.analyse(AnalysisJob(), on_progress=told.append)
    assert future.result(WAIT_S).take.id == "0"
    assert told == [0.5]


def test_nothing_is_started_until_it_is_needed(client_of):
    client = client_of(REPORTS)
    assert (client.state, client.pid) == ("off", None)


def test_start_returns_at_once_and_warming_up_is_told(client_of):
    client = client_of("time.sleep(1)\n" + REPORTS)
    begun = time.monotonic()
    client.start()
    client.warm_up()
    assert time.monotonic() - begun < 0.5
    wait_until(lambda: client.state == "warm")
    assert client.problem == "no model"


def test_jobs_are_done_in_turn_by_one_process(client_of):
    client = client_of(REPORTS)
    futures = [client.analyse(AnalysisJob()) for _ in range(5)]
    assert [future.result(WAIT_S).take.id for future in futures] == ["0"] * 5


def test_an_error_arrives_as_what_it_was(client_of):
    client = client_of("""
message = read_message(requests)
answer(type="failed", id=message.fields["id"], error="ModelError", message="No such model.")
read_message(requests)
""")
    with pytest.raises(ModelError, match=r"^No such model\.$"):
        client.analyse(AnalysisJob()).result(WAIT_S)


def test_an_unknown_kind_of_error_is_the_engines(client_of):
    client = client_of("""
message = read_message(requests)
answer(type="failed", id=message.fields["id"], error="ExitCode", message="Strange.")
read_message(requests)
""")
    with pytest.raises(EngineError, match="Strange"):
        client.analyse(AnalysisJob()).result(WAIT_S)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_killed_worker_fails_its_jobs_and_the_next_one_starts_another(client_of):
    client = client_of("""
message = read_message(requests)
if os.path.exists(os.environ["SAYBACK_CACHE_DIR"] + "/second"):
    answer(**report(message, "second"))
    read_message(requests)
open(os.environ["SAYBACK_CACHE_DIR"] + "/second", "w")
time.sleep(60)
""")
    first, waiting = client.analyse(AnalysisJob()), client.analyse(AnalysisJob())
    wait_until(lambda: os.path.exists(os.environ["SAYBACK_CACHE_DIR"] + "/second"))
    os.kill(client.pid, signal.SIGKILL)
    for future in (first, waiting):
        with pytest.raises(EngineError, match=r"signal 9\); the take is kept and will be analysed"):
            future.result(WAIT_S)
    assert client.state == "off"
    assert client.analyse(AnalysisJob()).result(WAIT_S).take.id == "second"


def test_a_worker_that_ends_by_itself_is_noticed(client_of):
    client = client_of("read_message(requests); sys.exit(3)")
    with pytest.raises(EngineError, match="ended with code 3"):
        client.analyse(AnalysisJob()).result(WAIT_S)


def test_nonsense_is_noticed(client_of):
    client = client_of("print('Downloading model...', flush=True); time.sleep(60)")
    with pytest.raises(EngineError, match="nonsense"):
        client.analyse(AnalysisJob()).result(WAIT_S)


def test_a_program_that_cannot_be_started_is_one_sentence():
    client = EngineClient(command=("/nowhere/python",))
    with pytest.raises(EngineError, match="could not be started"):
        client.analyse(AnalysisJob()).result(WAIT_S)
    client.close()


def test_a_mistake_in_a_callback_does_not_end_the_job(client_of):
    def fail(_done):
        raise KeyError("screen is gone")

    future = client_of(REPORTS).analyse(AnalysisJob(), on_progress=fail)
    assert future.result(WAIT_S).take.id == "0"


def test_a_cancelled_job_is_stopped(client_of):
    client = client_of("""
job = read_message(requests)
cancel = read_message(requests)
assert (cancel.type, cancel.fields["id"]) == ("cancel", job.fields["id"])
while (message := read_message(requests)) is not None:
    answer(**report(job, "too late"))
    answer(**report(message, "next"))
""")
    future = client.analyse(AnalysisJob())
    assert future.cancel()
    with pytest.raises(CancelledError):
        future.result(WAIT_S)
    assert client.analyse(AnalysisJob()).result(WAIT_S).take.id == "next"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("script", [REPORTS, "time.sleep(60)"], ids=["willing", "deaf"])
def test_closing_ends_the_process_within_two_seconds(client_of, script):
    client = client_of(script)
    future = client.analyse(AnalysisJob(audio_path=None))
    wait_until(lambda: client.pid and client.state == "ready")
    pid, begun = client.pid, time.monotonic()
    client.close()
    assert time.monotonic() - begun < 2
    assert not is_running(pid)
    if script != REPORTS:
        with pytest.raises(EngineError, match="closed"):
            future.result(WAIT_S)


def test_closing_what_was_never_started_does_nothing():
    EngineClient().close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_large_recording_does_not_hold_up_the_caller(client_of):
    import numpy as np

    client = client_of("time.sleep(1)\n" + REPORTS)
    begun = time.monotonic()
    future = client.analyse(AnalysisJob(samples=np.zeros(16_000 * 180, np.float32)))
    assert time.monotonic() - begun < 0.5
    assert future.result(WAIT_S).take.id == str(16_000 * 180 * 4)


def test_what_the_worker_prints_elsewhere_goes_to_the_log(client_of):
    from sayback import paths

    client = client_of("print('native noise', file=sys.stderr, flush=True)\n" + REPORTS)
    client.analyse(AnalysisJob()).result(WAIT_S)
    assert "native noise" in paths.log_file().read_text()
