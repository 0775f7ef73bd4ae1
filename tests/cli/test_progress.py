"""What a batch narrates of each recording."""

from pathlib import Path

import pytest

from sayback.batch import Outcome, Plan, Work
from sayback.cli.progress import BatchProgress

WORK = Work(Path("/phone/answer.m4a"), Path("/phone/answer.json"), Path("/phone/answer.md"))


@pytest.mark.parametrize(
    "problem", ["/phone/answer.m4a holds no audio.", "The disk is full."], ids=["named", "nameless"]
)
def test_a_failed_recording_is_named_once(problem, capsys):
    progress = BatchProgress(Plan((WORK,)), quiet=True)
    progress.begin(WORK)
    progress.end(Outcome(WORK, None, problem))

    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("Failed: /phone/answer.m4a")
    assert line.count("answer.m4a") == 1
    assert line.endswith(problem.removeprefix(str(WORK.audio_path)))
