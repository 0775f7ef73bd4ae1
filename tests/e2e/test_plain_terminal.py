"""`sayback practice` in a real terminal: its keys and its line of status."""

from __future__ import annotations

import time

import pytest

from sayback.library import Library

pytestmark = pytest.mark.e2e

QUESTION = "What went wrong last week?"


@pytest.fixture
def library(tmp_path, monkeypatch) -> Library:
    monkeypatch.setenv("SAYBACK_RECORDINGS", str(tmp_path / "recordings"))
    return Library(tmp_path / "recordings")


@pytest.fixture
def terminal(open_terminal, sound_card, library):
    return open_terminal("practice", QUESTION, "--no-voice", "--think", "60", rows=60)


def test_space_starts_and_pauses_and_enter_finishes(terminal, library):
    terminal.wait_for(QUESTION, "think ·")
    terminal.keys("Space")
    terminal.wait_for("● recording 0:01")
    terminal.keys("Space")
    terminal.wait_for("‖ paused")
    time.sleep(1.5)
    terminal.keys("Space")
    terminal.wait_for("● recording 0:02")
    terminal.keys("Enter")
    assert terminal.exit_code() == 0

    (take,) = library.takes()
    assert len(take.recording.cuts) == 1
    assert take.report is not None
    assert take.report.take.duration_s == pytest.approx(2.5, abs=0.8)


def test_d_asks_before_an_answer_is_thrown_away(terminal, library):
    terminal.wait_for("think ·")
    terminal.keys("Enter")
    terminal.wait_for("● recording")
    terminal.keys("d")
    terminal.wait_for("Throw this answer away?")
    terminal.keys("n")
    terminal.wait_for("● recording 0:0")
    assert len(library.takes()) == 1
    terminal.keys("d")
    terminal.wait_for("Throw this answer away?")
    terminal.keys("y")
    assert terminal.exit_code() == 0
    assert library.takes() == ()


def test_on_a_narrow_terminal_the_status_stays_one_line(open_terminal, sound_card, library):
    terminal = open_terminal(
        "practice", QUESTION, "--no-voice", "--think", "0", columns=40, rows=60
    )  # fmt: skip
    screen = terminal.wait_for("● recording 0:02")

    assert screen.count("recording 0:") == 1
    terminal.keys("Enter")
    assert terminal.exit_code() == 0
