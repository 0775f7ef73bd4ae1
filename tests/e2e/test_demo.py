"""`sayback demo` on a machine without sound card, network or downloaded model."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayback.audio.decode import decode
from sayback.demo import ANSWER_PATH, answer_transcript
from sayback.library import Library
from tests.e2e.spoken import plain, word_errors

pytestmark = pytest.mark.e2e


@pytest.fixture
def nowhere(tmp_path) -> dict[str, str]:
    """Variables of a machine that has no sound server."""
    return {"XDG_RUNTIME_DIR": str(tmp_path), "PULSE_SERVER": f"unix:{tmp_path}/none"}


def take_path(narration: list[str]) -> Path:
    (line,) = [line for line in narration if line.startswith("The take is ")]
    return Path(line.removeprefix("The take is ").strip())


def test_the_whole_path_runs_on_a_machine_that_has_nothing(start_program, nowhere):
    program = start_program("demo", "--json", environment=nowhere)
    report = program.finish_with_report()

    # The words come from recognising what was recorded, and mostly right.
    said = plain([word.text for word in answer_transcript().words])
    heard = plain([word["text"] for word in report["transcript"]["words"]])
    assert report["transcript"]["engine"].startswith("faster-whisper")
    assert report["transcript"]["model"] == "demo"
    assert 0 < word_errors(said, heard) <= 0.1 * len(said), "as good as it is, and not copied"
    assert all(word["probability"] is not None for word in report["transcript"]["words"])

    # The recorder wrote what the file holds, into a library of its own.
    path = take_path(program.narration)
    assert decode(path).duration_s == pytest.approx(decode(ANSWER_PATH).duration_s, abs=0.001)
    (take,) = Library(path.parent.parent).takes()
    assert take.report is not None
    assert (path.parent.parent / "question.wav").stat().st_size > 100_000

    # And the report is whole.
    assert report["star"]["applies"] is True
    assert report["star"]["missing"] == []
    assert report["content"]["result_quantified"] is True
    assert report["pauses"]["longest_s"] == pytest.approx(2.8, abs=0.2)
    assert len(report["advice"]) >= 2


def test_the_report_on_the_terminal_says_which_model_it_was(start_program, nowhere):
    program = start_program("demo", environment=nowhere)
    code, output = program.finish()

    assert code == 0
    assert output.startswith("! demo model: words not reliable")
    assert re.search(r"\b\d+ words/min", output)
    assert "Traceback" not in "".join(program.narration)


def test_a_voice_of_the_users_own_is_never_given_to_the_demo_model(start_program, nowhere):
    report = start_program(
        "analyze", str(ANSWER_PATH), "--json", environment=nowhere
    ).finish_with_report()

    assert report["transcript"]["status"] == "pending"
    assert report["transcript"]["words"] == []
