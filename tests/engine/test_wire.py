from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.analysis.report import Report, TakeInfo
from sayback.engine.job import AnalysisJob
from sayback.engine.wire import as_plain, from_plain
from sayback.questions.model import Question
from sayback.thresholds import Thresholds
from sayback.transcript.model import Transcript, Word

# What JSON can't tell apart from other things would not come back the same.
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@given(st.from_type(Report))
def test_a_report_comes_back_as_it_was(report):
    assert from_plain(Report, as_plain(report)) == report


def test_numpy_numbers_become_plain_ones():
    word = Word("so", np.float64(1.5), np.float64(2.0), np.float32(0.5), suspect=np.bool_(True))
    plain = as_plain(word)
    assert [type(value) for value in plain.values()] == [str, float, float, float, bool, bool]


def test_a_job_comes_back_as_it_was():
    job = AnalysisJob(
        audio_path=Path("takes") / "answer.wav",
        question=Question("deadline", "Tell me about a deadline.", "behavioural", clarify=("a",)),
        transcript=Transcript((Word("so", 1.0, 1.5, 0.9), Word("well")), "imported"),
        model="small.en",
        default_model="tiny.en",
        language="en",
        threads=2,
        cuts=(3.5, 9.0),
        take=TakeInfo(id="2026-11-22/143205-deadline", duration_s=12.0),
        thresholds=Thresholds(pause_s=0.3),
    )
    plain, payload = job.as_message()
    assert payload == b""
    assert AnalysisJob.from_message(plain, payload) == job


@pytest.mark.parametrize("length", [0, 1, 16_000])
def test_samples_travel_as_bytes(length):
    samples = np.linspace(-1, 1, length, dtype=np.float32)
    plain, payload = AnalysisJob(samples=samples).as_message()
    assert plain["samples"] is None
    received = AnalysisJob.from_message(plain, payload).samples
    assert received.dtype == np.float32
    np.testing.assert_array_equal(received, samples)
