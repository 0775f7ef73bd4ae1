"""The full screen in a real terminal, with a room, a microphone in it and a loudspeaker."""

from __future__ import annotations

import time

import pytest

from sayback.audio.decode import decode
from sayback.library import Library
from tests.e2e.sound_card import RATE_HZ, best_match
from tests.e2e.spoken import first_sentences

pytestmark = pytest.mark.e2e


@pytest.fixture
def library(tmp_path, monkeypatch) -> Library:
    monkeypatch.setenv("SAYBACK_RECORDINGS", str(tmp_path / "recordings"))
    return Library(tmp_path / "recordings")


def test_from_first_start_to_listening_back(
    open_terminal, sound_card, library, tmp_path_factory, tmp_path
):
    answer = first_sentences(tmp_path_factory.mktemp("said"))
    terminal = open_terminal(columns=100, rows=30)

    # A first start goes through four steps; without a model all else works.
    terminal.wait_for("▶ Microphone", "Speak: the bar must move.")
    terminal.keys("Enter")
    terminal.wait_for("▶ Loudspeaker", "Your loudspeaker")
    terminal.keys("Enter")
    terminal.wait_for("▶ Words", "Enter downloads base.en")
    terminal.keys("s")
    terminal.wait_for("▶ First question", "General interview")
    terminal.keys("Enter")
    terminal.wait_for("Listen to the question")
    terminal.keys("Space")
    terminal.wait_for("▶ Think")
    terminal.keys("Enter")
    terminal.wait_for("● Recording")
    sound_card.play_into_room(answer.path)
    time.sleep(0.3)
    terminal.keys("Enter")
    terminal.wait_for("Report", "Length", "not known yet")

    # What was said is what was kept.
    (take,) = library.takes()
    said = decode(answer.path, sample_rate_hz=RATE_HZ).samples
    heard = decode(take.audio_path, sample_rate_hz=RATE_HZ).samples
    at, score = best_match(said, heard)
    assert score >= 0.95
    assert take.report is not None
    assert take.report.transcript.status == "pending"
    assert take.report.pauses.count == len(answer.pauses)

    # Listening back plays this take.
    with sound_card.record_speaker(tmp_path / "speaker.wav") as speaker:
        terminal.keys("Space")
        time.sleep(at / RATE_HZ + 4)
        terminal.keys("Space")
    played = decode(speaker, sample_rate_hz=RATE_HZ).samples
    assert best_match(said[: 2 * RATE_HZ], played)[1] >= 0.9

    terminal.keys("C-q")
    assert terminal.exit_code() == 0


def test_leaving_while_answering_keeps_the_answer(open_terminal, sound_card, library):
    terminal = open_terminal()
    terminal.wait_for("▶ Microphone")
    terminal.keys("Escape")
    terminal.wait_until_gone("▶ Microphone")
    terminal.wait_for("Search questions", "Amazon")
    terminal.keys("l")
    terminal.keys("Enter")
    terminal.wait_for("Listen to the question")
    terminal.keys("Enter")
    terminal.wait_for("● Recording")
    time.sleep(1.5)
    terminal.keys("C-q")
    terminal.wait_for("Leave in the middle of an answer?")
    terminal.keys("Tab")
    terminal.keys("Enter")
    terminal.wait_for("Length")

    (take,) = library.takes()
    assert take.recording.complete
    assert decode(take.audio_path).duration_s >= 1.5


def test_ctrl_c_leaves_the_first_start_and_it_does_not_come_again(
    open_terminal, sound_card, library
):
    first = open_terminal()
    first.wait_for("▶ Microphone", "Speak: the bar must move.")
    first.keys("C-c")
    assert first.exit_code() == 0

    second = open_terminal()
    second.wait_for("Search questions", "Amazon")
    assert "▶ Microphone" not in second.text()
    second.keys("C-q")
    assert second.exit_code() == 0
    assert not library.folder.exists()
