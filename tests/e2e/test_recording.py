"""A spoken answer is played into a room; the recorder's microphone stands in it."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time
from datetime import datetime

import numpy as np
import pytest
import soundfile

from sayback.audio.decode import decode
from sayback.audio.recorder import Recorder
from sayback.audio.sources import MicrophoneSource
from sayback.audio.wav import is_cut_off, repair_wav
from sayback.errors import DeviceError
from tests.e2e.sound_card import RATE_HZ, best_match, speak

pytestmark = pytest.mark.e2e

ANSWER = "Banana. Last spring our releases took two days, and I was asked to halve that."


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    return speak(ANSWER, tmp_path_factory.mktemp("said") / "answer.wav")


@pytest.fixture
def recorder(sound_card):
    """A recorder whose microphone has been on for half a second."""
    recorder = Recorder(MicrophoneSource())
    recorder.open()
    recorder.wait_until_ready()
    time.sleep(0.5)
    yield recorder
    recorder.close()


def sound_of(path):
    return decode(path, sample_rate_hz=RATE_HZ).samples


def place_of_each_second(said, heard):
    """Where each second of what was said lies in what was heard, and how well it fits."""
    starts = range(0, len(said) - RATE_HZ, RATE_HZ)
    found = [best_match(said[first : first + RATE_HZ], heard) for first in starts]
    shifts_s = [(at - first) / RATE_HZ for (at, _), first in zip(found, starts, strict=True)]
    return np.array(shifts_s), np.array([score for _, score in found])


def test_the_take_holds_what_was_said_and_nothing_is_dropped(
    recorder, sound_card, answer, tmp_path
):
    pressed = time.monotonic()
    recorder.start(tmp_path / "take.wav")
    sound_card.play_into_room(answer)
    time.sleep(0.3)
    lasted_s = time.monotonic() - pressed
    recording = recorder.finish()

    said, heard = sound_of(answer), sound_of(recording.path)
    _, score = best_match(said, heard)
    assert score >= 0.95
    shifts_s, scores = place_of_each_second(said, heard)
    assert scores.min() >= 0.95
    assert np.ptp(shifts_s) < 0.002, "something was dropped or doubled on the way"
    assert recording.duration_s == pytest.approx(lasted_s + 0.3, abs=0.05)
    assert (recording.lost_s, recording.problem, recording.cuts) == (0.0, "", ())


def test_the_file_is_what_the_design_says(recorder, tmp_path):
    before = datetime.now().astimezone()
    recorder.start(tmp_path / "take.wav")
    time.sleep(0.5)
    recording = recorder.finish()

    info = soundfile.info(recording.path)
    assert (info.format, info.subtype, info.channels) == ("WAV", "PCM_16", 1)
    assert info.samplerate == recording.sample_rate_hz == recorder.source.sample_rate_hz
    assert info.frames / info.samplerate == recording.duration_s
    assert (before - recording.started_at).total_seconds() == pytest.approx(0.3, abs=0.1)


def test_a_word_begun_at_the_key_press_is_whole(recorder, sound_card, answer, tmp_path):
    playing = sound_card.play_into_room(answer, wait=False)
    while recorder.status().level_db < -50:
        time.sleep(0.002)
    recorder.start(tmp_path / "take.wav")  # "Ba" has been said
    assert playing.wait(timeout=60) == 0
    time.sleep(0.3)
    recording = recorder.finish()

    first_word = sound_of(answer)[: round(0.6 * RATE_HZ)]
    at, score = best_match(first_word, sound_of(recording.path))
    assert score >= 0.95
    assert at < 0.35 * RATE_HZ


def test_a_pause_is_cut_out_where_it_was(recorder, sound_card, tmp_path):
    tones = {}
    for pitch_hz in (440, 880, 1320):
        time_s = np.arange(RATE_HZ) / RATE_HZ
        tones[pitch_hz] = tmp_path / f"{pitch_hz}.wav"
        soundfile.write(tones[pitch_hz], 0.3 * np.sin(2 * np.pi * pitch_hz * time_s), RATE_HZ)

    recorder.start(tmp_path / "take.wav")
    sound_card.play_into_room(tones[440])
    time.sleep(0.3)
    recorder.pause()
    sound_card.play_into_room(tones[880])
    time.sleep(0.3)
    recorder.resume()
    sound_card.play_into_room(tones[1320])
    time.sleep(0.3)
    recording = recorder.finish()

    heard = sound_of(recording.path)
    (cut_s,) = recording.cuts
    before, after = np.split(heard, [round(cut_s * RATE_HZ)])
    assert loudest_hz(before) == pytest.approx(440, abs=5)
    assert loudest_hz(after) == pytest.approx(1320, abs=5)
    spectrum = np.abs(np.fft.rfft(heard))
    at_880 = round(880 * len(heard) / RATE_HZ)
    assert spectrum[at_880 - 20 : at_880 + 20].max() < 0.01 * spectrum.max()
    assert recording.lost_s == 0


def loudest_hz(samples):
    return float(np.argmax(np.abs(np.fft.rfft(samples)))) * RATE_HZ / len(samples)


def test_the_next_answer_can_follow_at_once(recorder, sound_card, answer, tmp_path):
    for name in ("first.wav", "second.wav"):
        pressed = time.monotonic()
        recorder.start(tmp_path / name)
        time.sleep(0.7)
        lasted_s = time.monotonic() - pressed
        assert recorder.finish().duration_s == pytest.approx(lasted_s + 0.3, abs=0.05)


def test_a_microphone_that_is_suspended_is_seen_and_the_recording_goes_on(
    recorder, sound_card, tmp_path
):
    recorder.start(tmp_path / "take.wav")
    time.sleep(0.5)
    sound_card.pactl("suspend-source", "mic", "1")
    suspended = time.monotonic()
    try:
        while recorder.status().blocks_arriving:
            time.sleep(0.01)
        seen_after_s = time.monotonic() - suspended
        assert "What was said until then is kept" in recorder.status().problem
        time.sleep(0.5)
    finally:
        sound_card.pactl("suspend-source", "mic", "0")
    while not recorder.status().blocks_arriving:
        time.sleep(0.01)
    lost_s = time.monotonic() - suspended
    time.sleep(0.7)
    recording = recorder.finish()

    assert 0.9 < seen_after_s < 1.3
    assert recording.lost_s == pytest.approx(lost_s, abs=0.25)
    assert recording.problem == ""
    assert recording.duration_s == pytest.approx(0.3 + 0.5 + 0.7, abs=0.3)


def test_a_sound_system_that_dies_leaves_the_recording(own_sound_card, answer, tmp_path):
    recorder = Recorder(MicrophoneSource())
    recorder.open()
    recorder.wait_until_ready()
    recorder.start(tmp_path / "take.wav")
    playing = own_sound_card.play_into_room(answer, wait=False)
    time.sleep(3.0)
    own_sound_card.kill()
    playing.wait(timeout=10)
    time.sleep(1.2)
    assert not recorder.status().blocks_arriving
    began = time.monotonic()
    recording = recorder.finish()
    recorder.close()
    assert time.monotonic() - began < 1.0

    assert "No sound comes from" in recording.problem
    assert recording.duration_s > 2.5
    part = sound_of(answer)[: 2 * RATE_HZ]
    assert best_match(part, sound_of(recording.path))[1] >= 0.95
    with pytest.raises(DeviceError, match="no microphone"):
        look_again()

    own_sound_card.start()
    assert look_again().name


def test_a_microphone_that_comes_back_goes_on_in_the_same_take(own_sound_card, answer, tmp_path):
    recorder = Recorder(MicrophoneSource())
    recorder.open()
    recorder.wait_until_ready()
    recorder.start(tmp_path / "take.wav")
    began = time.monotonic()
    time.sleep(0.5)
    own_sound_card.kill()
    time.sleep(0.5)
    own_sound_card.start()
    while not recorder.status().problem:
        time.sleep(0.01)
    while recorder.status().problem:
        assert time.monotonic() - began < 60
        time.sleep(0.01)
    time.sleep(0.5)
    own_sound_card.play_into_room(answer)
    time.sleep(0.3)
    lasted_s = time.monotonic() - began
    recording = recorder.finish()
    recorder.close()

    assert best_match(sound_of(answer), sound_of(recording.path))[1] >= 0.95
    assert recording.problem == ""
    # All that is not in the take is told as lost.
    assert recording.duration_s + recording.lost_s == pytest.approx(lasted_s + 0.3, abs=0.5)
    assert recording.lost_s > 1.5


def look_again():
    from sayback.audio.devices import rescan

    assert rescan()
    return MicrophoneSource()


def test_no_microphone_is_one_sentence(home, monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    with pytest.raises(
        DeviceError, match=r"^There is no microphone; plug one in, then try again\.$"
    ):
        look_again()


RECORD = """
    import sys, time
    from pathlib import Path
    from sayback.audio.recorder import Recorder
    from sayback.audio.sources import MicrophoneSource

    recorder = Recorder(MicrophoneSource())
    recorder.open()
    recorder.wait_until_ready()
    recorder.start(Path(sys.argv[1]))
    while True:
        print(recorder.status().elapsed_s, flush=True)
        time.sleep(0.01)
"""


def test_kill_9_in_mid_sentence_loses_nothing(sound_card, answer, tmp_path):
    take = tmp_path / "take.wav"
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(RECORD), str(take)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        process.stdout.readline()
        playing = sound_card.play_into_room(answer, wait=False)
        written_s = 0.0
        while written_s < 4.0:
            written_s = float(process.stdout.readline())
        process.kill()
    playing.terminate()
    playing.wait(timeout=10)

    assert is_cut_off(take)
    assert repair_wav(take) >= written_s
    part = sound_of(answer)[: 2 * RATE_HZ]
    assert best_match(part, sound_of(take))[1] >= 0.95
