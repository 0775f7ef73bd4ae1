"""`sayback practice` with a room, a microphone in it, and a loudspeaker that the room hears."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from sayback.audio.decode import decode
from sayback.library import Library, Take
from tests.e2e.program import Program
from tests.e2e.sound_card import RATE_HZ, VirtualSoundCard, best_match
from tests.e2e.spoken import SpokenAnswer, first_sentences, plain, word_errors

pytestmark = pytest.mark.e2e

# Read at import: every test gets an environment without it.
MODEL = os.environ.get("SAYBACK_TEST_MODEL") or "demo"
"""The packaged demo model, or the folder of a downloaded one: both take the same path."""
QUESTION = "Tell me about a time when you solved a difficult problem for a customer."


@pytest.fixture(scope="module")
def answer(tmp_path_factory) -> SpokenAnswer:
    return first_sentences(tmp_path_factory.mktemp("said"), until_s=18.0)


@pytest.fixture
def library(tmp_path, monkeypatch) -> Library:
    monkeypatch.setenv("SAYBACK_RECORDINGS", str(tmp_path / "recordings"))
    return Library(tmp_path / "recordings")


def sound_of(path: Path):
    return decode(path, sample_rate_hz=RATE_HZ).samples


@pytest.fixture
def practise(start_program) -> Callable[..., Program]:
    def start(card: VirtualSoundCard, *arguments: str) -> Program:
        return start_program(
            "practice", QUESTION, "--json", *arguments, environment=card.environment
        )

    return start


def only_take(library: Library) -> Take:
    (take,) = library.takes()
    return take


def test_a_spoken_answer_becomes_a_take_and_a_true_report(practise, sound_card, library, answer):
    seconds = answer.duration_s + 2.0
    program = practise(
        sound_card, "--no-voice", "--think", "0", "--model", MODEL, "--seconds", str(seconds)
    )
    program.wait_for_line("Recording.")
    sound_card.play_into_room(answer.path)
    report = program.finish_with_report()
    take = only_take(library)

    # The audio is what was said, whole, and as long as the clock says.
    heard = sound_of(take.audio_path)
    at, score = best_match(sound_of(answer.path), heard)
    assert score >= 0.95
    assert report["take"]["duration_s"] == pytest.approx(seconds, abs=0.25)
    assert report["take"]["duration_s"] == pytest.approx(len(heard) / RATE_HZ, abs=0.001)

    # The pauses lie where the voice made them.
    shift_s = at / RATE_HZ
    assert report["pauses"]["count"] == len(answer.pauses)
    for item, (start_s, end_s) in zip(report["pauses"]["items"], answer.pauses, strict=True):
        assert item["start"] == pytest.approx(start_s + shift_s, abs=0.12)
        assert item["end"] == pytest.approx(end_s + shift_s, abs=0.12)

    # The words were recognised from that audio: nothing else in this test knows them.
    assert report["transcript"]["status"] == "done"
    assert report["transcript"]["model"] == Path(MODEL).name
    assert report["transcript"]["engine"].startswith("faster-whisper")
    said = plain([word.text for word in answer.words])
    written = plain([word["text"] for word in report["transcript"]["words"]])
    assert word_errors(said, written) <= 0.1 * len(said)
    assert report["fillers"]["filled_pauses"]["count"] == sum(w in ("um", "uh") for w in said)
    assert take.report is not None
    assert take.report.transcript.text == report["transcript"]["text"]


def test_the_question_is_heard_on_the_loudspeaker_and_not_in_the_take(
    practise, own_sound_card, library, answer, tmp_path
):
    # The microphone hears the loudspeaker, as it does on a desk.
    own_sound_card.pactl(
        "load-module", "module-loopback", "source=speaker.monitor", "sink=room", "latency_msec=20"
    )
    with (
        own_sound_card.record_speaker(tmp_path / "speaker.wav") as speaker,
        own_sound_card.record_room(tmp_path / "room.wav") as room,
    ):
        program = practise(own_sound_card, "--think", "0", "--seconds", "6")
        program.wait_for_line("Asking the question.")
        program.wait_for_line("Recording.")
        playing = own_sound_card.play_into_room(answer.path, wait=False)
        report = program.finish_with_report()
        playing.terminate()
        playing.wait(timeout=10)
    take = only_take(library)

    question = spoken_question()
    assert best_match(question, sound_of(speaker))[1] >= 0.95
    assert best_match(question, sound_of(room))[1] >= 0.5
    assert best_match(question[-RATE_HZ:], sound_of(take.audio_path))[1] < 0.3
    said = sound_of(answer.path)
    assert best_match(said[: 3 * RATE_HZ], sound_of(take.audio_path))[1] >= 0.95
    assert report["take"]["question"] == QUESTION


def spoken_question():
    """The question as the program's own voice speaks it, brought to the card's rate."""
    from sayback.config import VoiceConfig
    from sayback.voice.speak import Speaker

    audio = Speaker(VoiceConfig()).synthesise(QUESTION)
    times_s = np.arange(round(audio.duration_s * RATE_HZ)) / RATE_HZ
    own_times_s = np.arange(len(audio.samples)) / audio.sample_rate_hz
    return np.interp(times_s, own_times_s, audio.samples).astype(np.float32)


def test_ctrl_c_while_answering_finishes_and_keeps_the_answer(practise, sound_card, library):
    program = practise(sound_card, "--no-voice", "--think", "0")
    program.wait_for_line("Recording.")
    time.sleep(1.5)
    program.interrupt()
    report = program.finish_with_report()

    assert only_take(library).recording.complete
    assert report["take"]["duration_s"] == pytest.approx(1.8, abs=0.5)


def test_ctrl_c_before_the_answer_leaves_nothing(practise, sound_card, library):
    program = practise(sound_card, "--no-voice", "--think", "60")
    program.wait_for_line("Time to think.")
    time.sleep(0.5)
    program.interrupt()
    code, _ = program.finish()

    assert code == 1
    assert program.narration[-1] == "Stopped.\n"
    assert library.takes() == ()


def test_without_a_microphone_one_sentence_says_what_to_do(start_program, tmp_path, library):
    nowhere = {"XDG_RUNTIME_DIR": str(tmp_path), "PULSE_SERVER": f"unix:{tmp_path}/none"}
    program = start_program("practice", QUESTION, environment=nowhere)
    code, output = program.finish()

    assert code == 1
    assert output == ""
    assert program.narration[-1].startswith("Error: ")
    assert "microphone" in program.narration[-1].lower()
    assert "Traceback" not in "".join(program.narration)


def test_a_file_stands_in_for_the_microphone(start_program, library, answer):
    program = start_program(
        "practice", QUESTION, "--input-file", str(answer.path), "--fast", "--no-voice",
        "--think", "0", "--json",
    )  # fmt: skip
    report = program.finish_with_report()

    assert report["take"]["duration_s"] == pytest.approx(answer.duration_s, abs=0.001)
    assert report["pauses"]["count"] == len(answer.pauses)
    take = only_take(library)
    assert np.array_equal(decode(take.audio_path).samples, decode(answer.path).samples)
