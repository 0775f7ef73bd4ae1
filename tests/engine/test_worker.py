"""The worker's side: its answers to messages, and the guarding of its two streams."""

import io
import subprocess
import sys

import pytest

from sayback.analysis.report import Report, TakeInfo
from sayback.engine import worker as worker_module
from sayback.engine.job import AnalysisJob
from sayback.engine.protocol import Message, read_message
from sayback.engine.wire import from_plain
from sayback.engine.worker import Worker
from sayback.errors import AudioError, ModelError


class Left(BaseException):
    """The process would have ended."""


@pytest.fixture
def answers():
    return io.BytesIO()


def leave():
    raise Left


def handle(answers, message):
    Worker(io.BytesIO(), answers, leave=leave).handle(message)
    answers.seek(0)
    return list(iter(lambda: read_message(answers), None))


def analyse(**fields):
    plain, payload = AnalysisJob(**fields).as_message()
    return Message({"type": "analyse", "id": 7, "job": plain}, payload)


def test_a_job_is_run_and_its_report_sent(answers, monkeypatch):
    def run_job(job, *, on_progress):
        on_progress(0.5)
        return Report(TakeInfo(id=job.model))

    monkeypatch.setattr(worker_module, "run_job", run_job)
    *progress, report = handle(answers, analyse(model="tiny.en"))
    assert [message.fields["done"] for message in progress] == [0.0, 0.5]
    assert report.fields["id"] == 7
    assert from_plain(Report, report.fields["report"]).take.id == "tiny.en"


def test_an_error_keeps_its_kind_and_its_sentence(answers, monkeypatch):
    def run_job(_job, *, on_progress):
        raise AudioError("There is no sound.")

    monkeypatch.setattr(worker_module, "run_job", run_job)
    failed = handle(answers, analyse())[-1].fields
    assert (failed["error"], failed["message"]) == ("AudioError", "There is no sound.")


@pytest.mark.parametrize(
    ("error", "said"),
    [(KeyError("star"), "KeyError"), (MemoryError(), "not enough memory")],
)
def test_a_mistake_is_one_sentence_and_its_traceback_goes_to_the_log(
    answers, monkeypatch, capsys, error, said
):
    def run_job(_job, *, on_progress):
        raise error

    monkeypatch.setattr(worker_module, "run_job", run_job)
    failed = handle(answers, analyse())[-1].fields
    assert failed["error"] == "EngineError"
    assert said in failed["message"]
    assert "\n" not in failed["message"]
    assert "Traceback" in capsys.readouterr().err


def test_warming_up_tells_what_is_missing(answers, monkeypatch):
    def warm_up(_job):
        raise ModelError("No such model.")

    monkeypatch.setattr(worker_module, "warm_up", warm_up)
    plain, _ = AnalysisJob().as_message()
    (warm,) = handle(answers, Message({"type": "warm_up", "job": plain}))
    assert warm.fields == {"type": "warm", "problem": "No such model."}


def test_an_unknown_message_is_passed_over(answers):
    assert handle(answers, Message({"type": "feed", "id": 1}, b"1234")) == []


def test_a_reader_that_is_gone_ends_the_worker(monkeypatch):
    class Broken(io.BytesIO):
        def write(self, _data):
            raise BrokenPipeError

    with pytest.raises(Left):
        Worker(io.BytesIO(), Broken(), leave=leave).handle(analyse())


GUARDED = """
import os, subprocess, sys
from sayback.engine import worker
requests, answers = worker._take_over_streams()
print("from Python", flush=True)
os.write(1, b"from native code\\n")
subprocess.run([sys.executable, "-c", "print('from a child')"])
assert sys.stdin.read() == ""
answers.write(requests.read())
answers.flush()
"""


def test_whatever_prints_cannot_reach_the_messages():
    done = subprocess.run(
        [sys.executable, "-c", GUARDED], input=b"messages", capture_output=True, check=True
    )
    assert done.stdout == b"messages"
    for source in (b"from Python", b"from native code", b"from a child"):
        assert source in done.stderr


def test_the_process_ends_when_its_stdin_does():
    done = subprocess.run(
        [sys.executable, "-m", "sayback.engine"], input=b"", capture_output=True, timeout=30
    )
    assert done.returncode == 0
    stream = io.BytesIO(done.stdout)
    assert read_message(stream).type == "ready"
    assert read_message(stream) is None
