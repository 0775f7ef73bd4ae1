"""One question from asking to report, with a fake clock, a fake recorder and a fake voice."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayback.analysis import Report
from sayback.analysis.report import TakeInfo
from sayback.audio.recorder import RecorderState, RecorderStatus, Recording
from sayback.errors import DeviceError, EngineError
from sayback.interview.phases import Phase
from sayback.interview.practice import Practice
from sayback.library import Library, Take, TakeQuestion

QUESTION = TakeQuestion("dive-deep", "What did you find?", "behavioural", 120)


class FakeClock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


class FakeVoice:
    problem: str | None = None

    def __init__(self) -> None:
        self.done = False
        self.skipped = False

    def skip(self) -> None:
        self.skipped = True
        self.done = True


class FakeRecorder:
    """Counts as open once `open` was called; delivers blocks unless told otherwise."""

    def __init__(self) -> None:
        self.state = RecorderState.CLOSED
        self.figures = RecorderStatus(
            elapsed_s=0.0, level_db=-20, peak_db=-10, clipping=False, silent_for_s=0.0,
            blocks_arriving=True, lost_s=0.0,
        )  # fmt: skip
        self.pre_roll_s: float | None = None
        self.path: Path | None = None

    def open(self) -> None:
        self.state = RecorderState.READY

    def start(self, path: Path, *, pre_roll_s: float) -> None:
        self.path, self.pre_roll_s = path, pre_roll_s
        path.write_bytes(b"RIFF")
        self.state = RecorderState.RECORDING

    def pause(self) -> None:
        self.state = RecorderState.PAUSED

    def resume(self) -> None:
        self.state = RecorderState.RECORDING

    def finish(self) -> Recording:
        assert self.path is not None
        self.state = RecorderState.READY
        return Recording(
            path=self.path,
            started_at=datetime(2026, 11, 22, 14, 32, 4, 700_000, tzinfo=UTC),
            duration_s=42.0,
            sample_rate_hz=48_000,
            device="Headset",
            cuts=(10.0,),
            lost_s=0.0,
        )

    def discard(self) -> None:
        assert self.path is not None
        self.path.unlink()
        self.state = RecorderState.READY

    def close(self) -> None:
        self.state = RecorderState.CLOSED

    def status(self) -> RecorderStatus:
        return self.figures


@dataclasses.dataclass
class Stage:
    """A practice run with everything around it."""

    practice: Practice
    recorder: FakeRecorder
    voice: FakeVoice
    clock: FakeClock
    library: Library

    def after(self, seconds: float) -> Phase:
        self.clock.now_s += seconds
        self.practice.tick()
        return self.practice.snapshot().phase

    def to_the_answer(self) -> None:
        self.practice.begin()
        self.voice.done = True
        self.after(1)
        assert self.after(20) is Phase.ANSWERING

    def until_done(self) -> None:
        self.practice.close()
        self.practice.tick()
        assert self.practice.snapshot().phase is Phase.DONE


def report_of(take: Take, on_progress: Callable[[float], None]) -> Report:
    on_progress(1.0)
    return Report(take=TakeInfo(id=take.id, duration_s=42.0))


@pytest.fixture
def set_stage(tmp_path: Path):
    def _set(analyse=report_of, *, think_s: float = 15.0, voice: bool = True) -> Stage:
        recorder, spoken, clock = FakeRecorder(), FakeVoice(), FakeClock()
        library = Library(tmp_path)
        practice = Practice(
            QUESTION,
            recorder=recorder,  # type: ignore[arg-type]
            library=library,
            ask=(lambda: spoken) if voice else None,
            analyse=analyse,
            think_s=think_s,
            clock=clock,
            now=lambda: datetime(2026, 11, 22, 14, 32, 5),
        )
        return Stage(practice, recorder, spoken, clock, library)

    return _set


def test_the_steps_follow_each_other(set_stage):
    stage = set_stage()
    stage.practice.begin()

    assert stage.after(3) is Phase.ASKING
    stage.voice.done = True
    assert stage.after(1) is Phase.THINKING
    assert stage.after(14.9) is Phase.THINKING
    assert stage.after(0.2) is Phase.ANSWERING
    stage.practice.finish()
    assert stage.practice.snapshot().phase is Phase.ANALYSING
    stage.until_done()
    assert stage.practice.report is not None
    assert not stage.practice.failed


def test_without_a_voice_thinking_starts_at_once(set_stage):
    stage = set_stage(voice=False)
    stage.practice.begin()

    assert stage.after(0) is Phase.THINKING


def test_the_countdown_tells_what_is_left(set_stage):
    stage = set_stage(voice=False)
    stage.practice.begin()
    stage.after(5)

    assert stage.practice.snapshot().think_left_s == pytest.approx(10)


def test_skip_ends_the_voice_and_then_the_countdown(set_stage):
    stage = set_stage()
    stage.practice.begin()

    stage.practice.skip()
    assert stage.voice.skipped
    assert stage.after(0) is Phase.THINKING
    stage.practice.skip()
    assert stage.after(0) is Phase.ANSWERING


def test_record_now_skips_both(set_stage):
    stage = set_stage()
    stage.practice.begin()
    stage.practice.record_now()

    assert stage.after(0) is Phase.ANSWERING


def test_nothing_of_the_questions_own_voice_is_recorded(set_stage):
    stage = set_stage(think_s=0)
    stage.practice.begin()
    stage.voice.done = True
    stage.after(0)

    assert stage.recorder.pre_roll_s == 0


def test_a_word_begun_at_the_key_press_is_whole(set_stage):
    stage = set_stage()
    stage.to_the_answer()

    assert stage.recorder.pre_roll_s == 0.3


def test_recording_waits_for_the_microphone(set_stage):
    stage = set_stage(voice=False, think_s=0)
    stage.practice.begin()
    awake = stage.recorder.figures
    stage.recorder.figures = dataclasses.replace(awake, blocks_arriving=False)

    assert stage.after(1) is Phase.THINKING
    stage.recorder.figures = awake
    assert stage.after(1) is Phase.ANSWERING


def test_the_question_lies_beside_the_audio_from_the_first_moment(set_stage):
    stage = set_stage()
    stage.to_the_answer()

    (take,) = stage.library.takes()
    assert take.question == QUESTION
    assert not take.recording.complete


def test_the_finished_take_holds_recording_and_report(set_stage):
    stage = set_stage()
    stage.to_the_answer()
    stage.practice.finish()
    stage.until_done()

    (take,) = stage.library.takes()
    assert take.recording.complete
    assert take.recording.device == "Headset"
    assert take.recording.cuts == (10.0,)
    assert take.recording.started_at == "2026-11-22T14:32:04.700+00:00"
    assert take.report == stage.practice.report


def test_pause_and_resume(set_stage):
    stage = set_stage()
    stage.to_the_answer()

    stage.practice.toggle_pause()
    assert stage.practice.snapshot().phase is Phase.PAUSED
    assert stage.recorder.state is RecorderState.PAUSED
    stage.practice.toggle_pause()
    assert stage.practice.snapshot().phase is Phase.ANSWERING


def test_the_end_of_the_input_file_ends_the_answer(set_stage):
    stage = set_stage()
    stage.to_the_answer()
    stage.practice.end_of_input()

    assert stage.after(0) is Phase.ANALYSING


def test_a_discarded_answer_leaves_nothing(set_stage):
    stage = set_stage()
    stage.to_the_answer()
    stage.practice.discard()

    assert stage.practice.snapshot().phase is Phase.DISCARDED
    assert stage.library.takes() == ()
    assert list(stage.library.folder.rglob("*.json")) == []


def test_closing_in_the_middle_keeps_the_answer(set_stage):
    stage = set_stage()
    stage.to_the_answer()
    stage.practice.close()

    (take,) = stage.library.takes()
    assert take.recording.complete
    assert stage.recorder.state is RecorderState.CLOSED


def test_a_failed_analysis_keeps_the_take_and_says_why(set_stage):
    def fail(take: Take, on_progress: Callable[[float], None]) -> Report:
        raise EngineError("The engine stopped; the take is kept.")

    stage = set_stage(fail)
    stage.to_the_answer()
    stage.practice.finish()
    stage.until_done()

    assert stage.practice.problem == "The engine stopped; the take is kept."
    assert stage.practice.failed
    (take,) = stage.library.takes()
    assert take.recording.complete
    assert take.pending


def test_a_missing_microphone_is_told_at_once(set_stage):
    stage = set_stage()

    def refuse() -> None:
        raise DeviceError("There is no microphone; plug one in.")

    stage.recorder.open = refuse

    with pytest.raises(DeviceError, match="plug one in"):
        stage.practice.begin()


@pytest.mark.parametrize(
    ("figures", "warning"),
    [
        ({"clipping": True}, "Too loud"),
        ({"silent_for_s": 6.0, "elapsed_s": 30.0}, "muted"),
        ({"problem": "The disk is full."}, "The disk is full."),
        ({}, None),
    ],
)
def test_warnings_while_somebody_answers(set_stage, figures, warning):
    stage = set_stage()
    stage.to_the_answer()
    stage.recorder.figures = dataclasses.replace(stage.recorder.figures, **figures)

    shown = stage.practice.snapshot().warning
    assert (shown is None) if warning is None else warning in (shown or "")


def test_silence_is_not_told_of_while_somebody_still_draws_breath(set_stage):
    stage = set_stage()
    stage.to_the_answer()

    def warning(elapsed_s: float, silent_for_s: float) -> str | None:
        stage.recorder.figures = dataclasses.replace(
            stage.recorder.figures, elapsed_s=elapsed_s, silent_for_s=silent_for_s
        )
        return stage.practice.snapshot().warning

    assert warning(3.5, 18.5) is None, "15 s of it were the countdown"
    assert "muted" in (warning(4.5, 19.5) or "")
    assert warning(20.0, 0.0) is None
    stage.practice.toggle_pause()
    stage.practice.toggle_pause()
    assert warning(22.0, 62.0) is None, "a minute of it was the pause"
    assert "muted" in (warning(24.5, 64.5) or "")
