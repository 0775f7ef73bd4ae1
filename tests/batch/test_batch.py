"""Many recordings: found, reported on one after another, and never done twice for nothing."""

from __future__ import annotations

import dataclasses
import json
from datetime import datetime
from pathlib import Path

import pytest

from sayback.analysis import Report
from sayback.analysis.report import TakeInfo
from sayback.batch import Plan, plan_folders, plan_takes, run
from sayback.errors import AudioError, UsageError
from sayback.library import Library, TakeQuestion
from sayback.transcript import Transcript, Word


def report_with(status: str = "done", model: str | None = "base.en") -> Report:
    words = () if status == "pending" else (Word("hello"),)
    return Report(
        take=TakeInfo(duration_s=0.5),
        transcript=Transcript(words, status=status, model=model),  # type: ignore[arg-type]
    )


def plan(folder: Path, *, out: Path | None = None, force=False, model="base.en") -> Plan:
    return plan_folders([folder], out=out, force=force, model=model)


def do(planned: Plan, report: Report | None = None) -> list:
    return list(run(planned, analyse=lambda work: report or report_with()))


def test_recordings_are_found_at_any_depth_and_hidden_folders_are_not(record, tmp_path):
    record("b.wav")
    record("monday/a.flac")
    record(".trash/c.wav")
    (tmp_path / "notes.txt").write_text("no recording")

    found = [work.audio_path.relative_to(tmp_path) for work in plan(tmp_path).todo]

    assert found == [Path("b.wav"), Path("monday/a.flac")]


def test_each_report_lies_beside_its_recording(record, tmp_path):
    record("a.wav")
    do(plan(tmp_path))

    assert json.loads((tmp_path / "a.json").read_text())["schema"] == "sayback.report/1"
    assert (tmp_path / "a.md").read_text().startswith("#")


def test_an_out_folder_is_laid_out_like_the_folder_searched(record, tmp_path):
    record("week/monday/a.wav")
    do(plan(tmp_path / "week", out=tmp_path / "reports"))

    assert (tmp_path / "reports" / "monday" / "a.json").exists()
    assert not (tmp_path / "week" / "monday" / "a.json").exists()


def test_folders_of_one_name_do_not_write_over_each_other(record, tmp_path):
    record("x/week/a.wav")
    record("y/week/a.wav")
    folders = [tmp_path / "x" / "week", tmp_path / "y" / "week"]

    planned = plan_folders(folders, out=tmp_path / "out", force=False, model=None)

    assert len({work.json_path for work in planned.todo}) == 2


def test_recordings_of_one_stem_do_not_write_over_each_other(record, tmp_path):
    record("a.wav")
    record("a.flac")

    names = {work.json_path.name for work in plan(tmp_path).todo}

    assert names == {"a.wav.json", "a.flac.json"}


def test_a_json_that_is_not_ours_is_left_alone(record, tmp_path):
    record("a.wav")
    (tmp_path / "a.json").write_text('{"mine": true}')
    do(plan(tmp_path))

    assert (tmp_path / "a.json").read_text() == '{"mine": true}'
    assert (tmp_path / "a.sayback.json").exists()


def test_what_is_done_and_unchanged_is_skipped(record, tmp_path):
    record("a.wav")
    do(plan(tmp_path))

    again = plan(tmp_path)

    assert again.todo == ()
    assert [work.audio_path.name for work in again.skipped] == ["a.wav"]
    assert len(plan(tmp_path, force=True).todo) == 1


def test_a_recording_that_changed_is_done_again(record, tmp_path):
    record("a.wav")
    do(plan(tmp_path))
    record("a.wav", frequency_hz=440.0)

    assert len(plan(tmp_path).todo) == 1


@pytest.mark.parametrize(
    ("report", "model", "again"),
    [
        (report_with("pending", None), None, False),
        (report_with("pending", None), "base.en", True),
        (report_with("done", "base.en"), "small.en", True),
        (report_with("done", "base.en"), None, False),
    ],
)
def test_words_that_a_model_could_add_are_added(record, tmp_path, report, model, again):
    record("a.wav")
    do(plan(tmp_path), report)

    assert bool(plan(tmp_path, model=model).todo) is again


def test_a_broken_file_is_named_and_the_others_are_done(record, tmp_path):
    record("a.wav")
    record("b.wav")

    def analyse(work):
        if work.audio_path.name == "a.wav":
            raise AudioError("a.wav can't be read; check that it plays elsewhere.")
        return report_with()

    first, second = run(plan(tmp_path), analyse=analyse)

    assert "can't be read" in first.problem
    assert second.report is not None
    assert not (tmp_path / "a.json").exists()


def test_a_batch_that_was_stopped_goes_on_where_it_was(record, tmp_path):
    record("a.wav")
    record("b.wav")

    def analyse(work):
        if work.audio_path.name == "b.wav":
            raise KeyboardInterrupt
        return report_with()

    with pytest.raises(KeyboardInterrupt):
        list(run(plan(tmp_path), analyse=analyse))

    assert [work.audio_path.name for work in plan(tmp_path).todo] == ["b.wav"]


def test_a_missing_folder_is_wrong_usage(tmp_path):
    with pytest.raises(UsageError, match="no folder"):
        plan(tmp_path / "nowhere")


@pytest.fixture
def take(record, tmp_path):
    library = Library(tmp_path / "recordings")
    path = library.new_take_path("dive-deep", datetime(2026, 11, 1, 9, 0, 0))
    record(path.relative_to(tmp_path).as_posix())
    question = TakeQuestion("dive-deep", "What did you find?")
    take = dataclasses.replace(library.take_at(path), question=question, notes="keep me")
    library.save(take)
    return take


def test_a_take_in_the_folder_keeps_all_that_it_holds(take, tmp_path):
    do(plan(tmp_path))

    kept = Library(tmp_path / "recordings").get(take.id)
    assert kept.notes == "keep me"
    assert kept.question == take.question
    assert kept.report is not None
    assert kept.report.transcript.text == "hello"


def test_a_take_that_is_done_is_skipped_too(take, tmp_path):
    do(plan(tmp_path))

    assert plan(tmp_path).todo == ()


def test_without_a_folder_the_pending_takes_are_completed(take, tmp_path, monkeypatch):
    library = Library(tmp_path / "recordings")
    monkeypatch.setattr("sayback.library.store._STILL_RECORDING_S", 0.0)

    planned = plan_takes(library, force=False)
    do(planned)

    assert [work.take.id for work in planned.todo if work.take] == [take.id]
    assert plan_takes(library, force=False).todo == ()
