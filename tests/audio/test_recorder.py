"""The recorder, driven by a microphone that counts and a clock that only the test moves."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pytest

from sayback.audio.decode import decode
from sayback.audio.recorder import RecorderState
from sayback.audio.wav import WavWriter, is_cut_off
from sayback.errors import AudioError, DeviceError

RATE_HZ = 8_000
BLOCK = 80


@pytest.fixture
def awake(recorder, microphone):
    """A recorder whose microphone has been on for a second."""
    recorder.open()
    microphone.say(1.0)
    return recorder


def test_a_take_begins_0_3_s_before_the_key_press_and_misses_nothing(
    awake, microphone, take_path, counts_in
):
    pressed = microphone.spoken
    awake.start(take_path)
    microphone.say(2.0)
    recording = awake.finish()

    heard = counts_in(take_path)
    assert heard[0] == pytest.approx(pressed - 0.3 * RATE_HZ, abs=BLOCK)
    assert np.all(np.diff(heard) == 1)
    assert heard[-1] == microphone.spoken - 1
    assert recording.duration_s == len(heard) / RATE_HZ
    assert recording.duration_s == pytest.approx(2.3, abs=0.02)


def test_the_recording_tells_what_it_is(awake, microphone, take_path):
    before = datetime.now().astimezone()
    awake.start(take_path)
    microphone.say(1.0)
    recording = awake.finish()

    assert recording.path == take_path
    assert recording.device == "counting microphone"
    assert recording.sample_rate_hz == RATE_HZ
    assert (recording.cuts, recording.lost_s, recording.problem) == ((), 0.0, "")
    assert recording.started_at.tzinfo is not None
    assert abs(recording.started_at - before) < timedelta(seconds=3)


def test_start_is_refused_until_blocks_arrive(recorder, microphone, take_path):
    with pytest.raises(DeviceError, match="not open"):
        recorder.start(take_path)
    recorder.open()
    assert recorder.state is RecorderState.WAKING
    with pytest.raises(DeviceError, match="still waking up"):
        recorder.start(take_path)
    assert not take_path.exists()

    microphone.say(0.02)
    assert recorder.state is RecorderState.READY
    recorder.start(take_path)
    assert recorder.state is RecorderState.RECORDING


def test_a_microphone_that_never_wakes_up_is_named(recorder, microphone, take_path):
    recorder.open()
    with pytest.raises(DeviceError, match="No sound comes from “counting microphone”; check"):
        recorder.wait_until_ready(timeout_s=4.0)


def test_a_microphone_that_has_stopped_refuses_the_next_take(awake, microphone, take_path):
    microphone.falls_silent(1.5)
    with pytest.raises(DeviceError, match="any more"):
        awake.start(take_path)


def test_a_pause_is_left_out_and_its_place_is_kept(awake, microphone, take_path, counts_in):
    awake.start(take_path)
    microphone.say(1.0)
    awake.pause()
    assert awake.state is RecorderState.PAUSED
    paused = microphone.spoken
    microphone.say(5.0)
    awake.resume()
    microphone.say(1.0)
    recording = awake.finish()

    heard = counts_in(take_path)
    (splice,) = np.flatnonzero(np.diff(heard) != 1)
    assert heard[splice] == pytest.approx(paused, abs=BLOCK)
    assert heard[splice + 1] == pytest.approx(paused + 5 * RATE_HZ, abs=BLOCK)
    assert recording.cuts == ((splice + 1) / RATE_HZ,)
    assert recording.duration_s == pytest.approx(2.3, abs=0.02)
    assert recording.lost_s == 0


def test_two_pauses_are_two_cuts_and_one_at_the_end_is_none(awake, microphone, take_path):
    awake.start(take_path)
    for _ in range(2):
        microphone.say(1.0)
        awake.pause()
        microphone.say(1.0)
        awake.resume()
    microphone.say(1.0)
    awake.pause()
    microphone.say(1.0)
    recording = awake.finish()

    assert recording.cuts == pytest.approx((1.3, 2.3), abs=0.02)
    assert recording.duration_s == pytest.approx(3.3, abs=0.02)


def test_the_next_answer_begins_in_the_ring_too(awake, microphone, take_path, counts_in):
    awake.start(take_path)
    microphone.say(1.0)
    # After all that was said: else `finish` waits, and the clock goes on while nobody speaks.
    awake._writer.do(lambda: None)
    awake.finish()
    again = take_path.with_name("again.wav")
    pressed = microphone.spoken
    awake.start(again)
    microphone.say(0.1)
    awake.finish()

    assert counts_in(again)[0] == pytest.approx(pressed - 0.3 * RATE_HZ, abs=BLOCK)


def test_the_pre_roll_is_shorter_right_after_the_question_was_heard(
    awake, microphone, take_path, counts_in
):
    pressed = microphone.spoken
    awake.start(take_path, pre_roll_s=0.1)
    microphone.say(0.5)
    awake.finish()
    assert counts_in(take_path)[0] == pytest.approx(pressed - 0.1 * RATE_HZ, abs=BLOCK)


def test_blocks_that_come_several_at_a_time_are_taken_for_what_they_are(
    awake, microphone, take_path, counts_in
):
    """A device with a large buffer hands over 50 ms at once; both ends are exact all the same."""
    microphone.say_in_bursts(1.0, blocks=5)
    microphone.say_in_bursts(0.02, blocks=5)
    pressed = microphone.spoken
    awake.start(take_path)
    microphone.say_in_bursts(1.03, blocks=5)
    recording = awake.finish()

    heard = counts_in(take_path)
    assert heard[0] == pytest.approx(pressed - 0.3 * RATE_HZ, abs=BLOCK)
    assert np.all(np.diff(heard) == 1)
    assert recording.duration_s == pytest.approx(1.33, abs=0.02)


def test_discard_deletes(awake, microphone, take_path):
    awake.start(take_path)
    microphone.say(1.0)
    assert take_path.exists()
    awake.discard()
    assert not take_path.exists()
    assert awake.state is RecorderState.READY


def test_close_keeps_an_unfinished_answer(awake, microphone, take_path):
    awake.start(take_path)
    microphone.say(1.0)
    awake.close()
    assert awake.state is RecorderState.CLOSED
    assert not is_cut_off(take_path)
    assert decode(take_path).duration_s == pytest.approx(1.3, abs=0.02)


def test_an_existing_file_is_never_overwritten(awake, microphone, take_path):
    take_path.parent.mkdir()
    take_path.write_bytes(b"precious")
    with pytest.raises(AudioError, match="exists already"):
        awake.start(take_path)
    assert take_path.read_bytes() == b"precious"
    assert awake.state is RecorderState.READY


def test_only_one_answer_at_a_time(awake, microphone, take_path):
    awake.start(take_path)
    with pytest.raises(AudioError, match="already"):
        awake.start(take_path.with_name("second.wav"))
    awake.finish()
    with pytest.raises(AudioError, match="Nothing is being recorded"):
        awake.finish()


def test_the_status_is_live(awake, microphone, take_path, eventually):
    awake.start(take_path)
    microphone.say(1.0)
    eventually(lambda: awake.status().elapsed_s > 1.29)
    status = awake.status()
    assert status.elapsed_s == pytest.approx(1.3, abs=0.02)
    assert status.blocks_arriving
    assert (status.lost_s, status.problem) == (0.0, "")
    # The last tenth of a second counted from 15,200 to 16,000.
    assert status.level_db == pytest.approx(20 * np.log10(15_600 / 32_768), abs=0.1)


def test_a_stalled_microphone_is_seen_within_a_second_and_what_it_lost_is_told(
    awake, microphone, take_path, eventually
):
    awake.start(take_path)
    microphone.say(2.0)
    microphone.falls_silent(1.1)
    status = awake.status()
    assert not status.blocks_arriving
    assert "What was said until then is kept" in status.problem
    assert status.lost_s == pytest.approx(1.1, abs=0.02)

    microphone.say(2.0)
    eventually(lambda: awake.status().elapsed_s > 4.2)
    assert awake.status().blocks_arriving
    assert awake.status().problem == ""
    recording = awake.finish()
    assert recording.lost_s == pytest.approx(1.1, abs=0.02)
    assert recording.duration_s == pytest.approx(4.3, abs=0.02)


def test_a_lost_microphone_leaves_the_recording(awake, microphone, take_path, counts_in):
    awake.start(take_path)
    microphone.say(2.0)
    microphone.falls_silent(3.0)
    recording = awake.finish()

    assert len(counts_in(take_path)) / RATE_HZ == recording.duration_s
    assert recording.duration_s == pytest.approx(2.3, abs=0.02)
    assert recording.lost_s == pytest.approx(3.0, abs=0.02)
    assert "counting microphone" in recording.problem


def test_a_pause_loses_nothing_even_when_the_microphone_sleeps(awake, microphone, take_path):
    awake.start(take_path)
    microphone.say(1.0)
    awake.pause()
    microphone.say(0.1)
    microphone.falls_silent(10.0)
    assert awake.status().lost_s == 0
    microphone.say(0.1)
    awake.resume()
    microphone.say(1.0)
    assert awake.finish().lost_s == 0


def test_a_full_disk_ends_the_file_in_good_order(
    awake, microphone, take_path, eventually, monkeypatch
):
    awake.start(take_path)
    microphone.say(1.0)
    eventually(lambda: awake.status().elapsed_s > 1.29)

    def full(*_):
        raise AudioError("The recording can't be written (the disk is full).")

    monkeypatch.setattr(WavWriter, "write", full)
    microphone.say(1.0)
    eventually(lambda: "disk is full" in awake.status().problem)
    recording = awake.finish()

    assert recording.problem == "The recording can't be written (the disk is full)."
    assert recording.duration_s == pytest.approx(1.3, abs=0.02)
    assert not is_cut_off(take_path)
    assert awake.state is RecorderState.READY


def test_listeners_hear_exactly_what_the_file_holds(awake, microphone, take_path, counts_in):
    heard = []
    awake.add_listener(heard.append)
    awake.start(take_path)
    microphone.say(1.0)
    awake.pause()
    microphone.say(1.0)
    awake.resume()
    microphone.say(1.0)
    awake.finish()
    microphone.say(0.5)

    said = np.concatenate(heard).view(np.uint16)
    np.testing.assert_array_equal(said, counts_in(take_path))


def test_a_listener_that_fails_harms_nobody(awake, microphone, take_path, counts_in):
    def broken(_):
        raise RuntimeError("no")

    heard = []
    awake.add_listener(broken)
    awake.add_listener(heard.append)
    awake.start(take_path)
    microphone.say(1.0)
    awake.finish()

    assert len(counts_in(take_path)) == sum(map(len, heard)) > RATE_HZ


def test_the_microphone_is_cued_once_for_each_answer(awake, microphone, take_path):
    assert microphone.cues == 0
    awake.start(take_path)
    assert microphone.cues == 1
