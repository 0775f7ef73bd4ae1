"""run_job with stand-ins for recogniser and analysis: who is called, with what, and when not."""

import sys
from types import ModuleType

import numpy as np
import pytest
import soundfile

from sayback import paths
from sayback.analysis.report import NotKnown, Report, TakeInfo
from sayback.config import WhisperConfig
from sayback.engine.core import run_job
from sayback.engine.job import AnalysisJob
from sayback.errors import AudioError, ModelError
from sayback.questions.model import Question
from sayback.transcript.model import Transcript, Word

SILENCE = np.zeros(16_000 * 3, np.float32)


@pytest.fixture(autouse=True)
def analysed(monkeypatch):
    """What the analysis was given; its report holds the transcript and the take."""
    calls = []

    def analyse(transcript, **options):
        calls.append({"transcript": transcript, **options})
        unknown = (NotKnown("transcript", "no words"), NotKnown("star", "no words"))
        pending = transcript.status == "pending"
        return Report(options["take"], transcript, not_known=unknown if pending else ())

    module = ModuleType("sayback.analysis.analyse")
    module.analyse = analyse
    monkeypatch.setitem(sys.modules, "sayback.analysis.analyse", module)
    return calls


class Recogniser:
    """Hears one word, wherever."""

    def __init__(self):
        self.loaded, self.heard = [], []

    def load(self, folder, threads):
        self.loaded.append((folder.name, threads))
        return self

    def transcribe(self, samples, **options):
        self.heard.append({"samples": samples, **options})
        options["on_progress"](0.5)
        options["on_progress"](1.0)
        word = Word("So,", 0.6, 1.0, 0.9)
        return Transcript((word,), engine="fake 1", model=self.loaded[-1][0], language="en")


@pytest.fixture
def recogniser():
    return Recogniser()


def install(name):
    folder = paths.models_dir() / name
    folder.mkdir(parents=True)
    for file in ("model.bin", "tokenizer.json", "vocabulary.json"):
        (folder / file).write_text("x")
    return folder


def test_the_named_model_transcribes_what_was_decoded(recogniser, random_model, answer):
    job = AnalysisJob(samples=answer, model=str(random_model), language="en", threads=3)
    report = run_job(job, load=recogniser.load)
    assert recogniser.loaded == [(random_model.name, 3)]
    (heard,) = recogniser.heard
    assert heard["language"] == "en"
    assert heard["speech"].start_s == pytest.approx(0.5, abs=0.1)
    assert report.transcript.status == "done"
    assert report.not_known == ()


def test_the_configured_model_is_used_where_none_is_named(recogniser, answer):
    install("small.en")
    job = AnalysisJob(samples=answer).with_settings(WhisperConfig(model="small.en", threads=2))
    run_job(job, load=recogniser.load)
    assert recogniser.loaded == [("small.en", 2)]


def test_without_a_model_the_words_are_pending_and_the_reason_is_told(recogniser, answer, analysed):
    report = run_job(AnalysisJob(samples=answer), load=recogniser.load)
    assert report.transcript.status == "pending"
    assert report.not_known[0].field == "transcript"
    assert "sayback models download base.en" in report.not_known[0].why
    assert [item.field for item in report.not_known] == ["transcript", "star"]
    assert analysed[0]["speech"].phonation_s > 3


def test_a_named_model_that_is_missing_is_an_error_before_any_work(recogniser, tmp_path):
    job = AnalysisJob(audio_path=tmp_path / "missing.wav", model="base.en")
    with pytest.raises(ModelError, match=r"base\.en is not on this machine"):
        run_job(job, load=recogniser.load)


def test_the_demo_model_is_never_used_unless_it_is_named(recogniser, answer, tmp_path):
    folder = install("mine")
    (folder / "config.json").write_text('{"sayback": {"demo": true}}')
    report = run_job(AnalysisJob(samples=answer, default_model="mine"), load=recogniser.load)
    assert report.transcript.status == "pending"
    assert "--model demo" in report.not_known[0].why
    run_job(AnalysisJob(samples=answer, model="mine"), load=recogniser.load)
    assert recogniser.loaded == [("demo", 0)]


def test_given_words_need_no_recogniser(recogniser, answer, analysed):
    words = Transcript((Word("Last", 0.6, 0.9), Word("ghost", 20.0, 21.0)), "imported")
    job = AnalysisJob(samples=answer, transcript=words, model="not-installed")
    report = run_job(job, load=recogniser.load)
    assert recogniser.loaded == []
    assert [(w.text, w.suspect) for w in report.transcript.words] == [
        ("Last", False),
        ("ghost", True),
    ]


def test_words_alone_are_analysed_without_sound(recogniser, analysed):
    run_job(AnalysisJob(transcript=Transcript((Word("So"),), "imported")), load=recogniser.load)
    assert analysed[0]["samples"] is None
    assert analysed[0]["speech"] is None


def test_words_of_a_loop_are_doubtful(answer):
    times = np.linspace(0.6, 6.0, 21)
    text = "we got some " * 6
    words = tuple(
        Word(word, float(start), float(start) + 0.2)
        for word, start in zip(text.split(), times, strict=False)
    )
    report = run_job(AnalysisJob(samples=answer, transcript=Transcript(words, "imported")))
    assert all(word.suspect for word in report.transcript.words[3:])


def test_silence_is_known_to_hold_no_words(recogniser, random_model):
    for model in (None, str(random_model)):
        report = run_job(AnalysisJob(samples=SILENCE, model=model), load=recogniser.load)
        assert (report.transcript.status, report.transcript.words) == ("done", ())
    assert recogniser.loaded == []


def test_the_rest_of_the_job_reaches_the_analysis(answer, analysed):
    question = Question("q", "Why us?", "motivation")
    run_job(AnalysisJob(samples=answer, question=question, cuts=(1.5,)))
    assert analysed[0]["question"] == question
    assert analysed[0]["cuts"] == (1.5,)
    np.testing.assert_array_equal(analysed[0]["samples"], answer)


def test_a_file_gives_its_name_and_length_to_the_report(answer, tmp_path):
    path = tmp_path / "answer.wav"
    soundfile.write(path, np.repeat(answer, 3), 48_000)
    take = run_job(AnalysisJob(audio_path=path)).take
    assert take.audio == "answer.wav"
    assert take.duration_s == pytest.approx(len(answer) / 16_000, abs=0.01)
    known = TakeInfo(audio="take.flac", duration_s=99.0)
    assert run_job(AnalysisJob(audio_path=path, take=known)).take == known


def test_a_recording_that_is_not_there_is_named(tmp_path):
    with pytest.raises(AudioError, match=r"missing\.wav does not exist"):
        run_job(AnalysisJob(audio_path=tmp_path / "missing.wav"))


def test_progress_rises_to_one(recogniser, random_model, answer):
    told = []
    job = AnalysisJob(samples=answer, model=str(random_model))
    run_job(job, on_progress=told.append, load=recogniser.load)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) >= 4
