"""Sources: a file that stands in for the microphone, and a microphone's stream."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
import soundfile

from sayback.audio import sources
from sayback.audio.devices import Device
from sayback.audio.recorder import Recorder
from sayback.audio.sources import FileSource, MicrophoneSource
from sayback.errors import AudioError, DeviceError

RATE_HZ = 22_050
SPOKEN = (np.random.default_rng(5).standard_normal(RATE_HZ // 2) * 3000).astype(np.int16)


@pytest.fixture
def answer(tmp_path):
    path = tmp_path / "answer.wav"
    soundfile.write(path, SPOKEN, RATE_HZ)
    return path


def record(answer, take_path, *, fast):
    """Record a file as an answer; return the recording, the sound and the seconds it took."""
    over = threading.Event()
    recorder = Recorder(FileSource(answer, fast=fast, on_end=over.set))
    recorder.open()
    recorder.wait_until_ready()
    began = time.monotonic()
    recorder.start(take_path)
    assert over.wait(10)
    took_s = time.monotonic() - began
    recording = recorder.finish()
    recorder.close()
    samples, rate_hz = soundfile.read(take_path, dtype="int16")
    assert rate_hz == RATE_HZ
    return recording, samples, took_s


@pytest.mark.parametrize("fast", [True, False])
def test_a_take_of_a_file_is_exactly_the_file(answer, take_path, fast):
    recording, samples, _ = record(answer, take_path, fast=fast)
    np.testing.assert_array_equal(samples, SPOKEN)
    assert recording.duration_s == 0.5
    assert recording.device == "answer.wav"
    assert recording.lost_s == 0


def test_real_time_is_kept_by_the_clock(answer, take_path):
    _, _, took_s = record(answer, take_path, fast=False)
    assert 0.5 <= took_s < 0.7


def test_fast_is_much_faster(answer, take_path):
    _, _, took_s = record(answer, take_path, fast=True)
    assert took_s < 0.2


def test_the_second_answer_is_the_file_again(answer, take_path, counts_in):
    over = threading.Event()
    recorder = Recorder(FileSource(answer, fast=True, on_end=over.set))
    recorder.open()
    recorder.wait_until_ready()
    for name in ("first.wav", "second.wav"):
        over.clear()
        recorder.start(take_path.with_name(name))
        assert over.wait(10)
        recorder.finish()
    recorder.close()
    first, second = (take_path.with_name(name) for name in ("first.wav", "second.wav"))
    np.testing.assert_array_equal(counts_in(first), counts_in(second))
    assert len(counts_in(first)) == len(SPOKEN)


def test_nothing_but_signs_of_life_before_the_cue_and_after_the_end(answer, eventually):
    blocks = []
    source = FileSource(answer, fast=True)
    source.start(blocks.append)
    eventually(lambda: len(blocks) > 3)
    assert all(len(block) == 0 for block in blocks)
    source.cue()
    eventually(lambda: sum(map(len, blocks)) == len(SPOKEN))
    count = len(blocks)
    eventually(lambda: len(blocks) > count + 3)
    source.stop()
    assert sum(map(len, blocks)) == len(SPOKEN)


def test_stop_ends_a_file_that_is_playing(answer):
    blocks = []
    source = FileSource(answer)
    source.start(blocks.append)
    source.cue()
    source.stop()
    count = len(blocks)
    time.sleep(0.05)
    assert len(blocks) == count
    assert sum(map(len, blocks)) < len(SPOKEN)


def test_a_file_that_cannot_be_read_is_refused_at_once(tmp_path):
    with pytest.raises(AudioError, match="does not exist"):
        FileSource(tmp_path / "gone.wav")


@pytest.fixture
def machine(monkeypatch):
    """A machine with one microphone that only opens with as many channels as it is told."""

    class Machine:
        channels = 1
        opened: dict = {}  # noqa: RUF012
        closed = 0

        def open_stream(self, kind, **settings):
            assert kind == "InputStream"
            if settings["channels"] != self.channels:
                raise DeviceError("refused") from ValueError("Invalid number of channels")
            self.opened = settings
            return object()

        def close_stream(self, _):
            self.closed += 1

    machine = Machine()
    device = Device("Headset", True, 44_100)
    monkeypatch.setattr(sources, "find_device", lambda name, direction: (3, device))
    monkeypatch.setattr(sources, "open_stream", machine.open_stream)
    monkeypatch.setattr(sources, "close_stream", machine.close_stream)
    return machine


def test_a_microphone_is_opened_at_its_own_rate_in_small_blocks(machine):
    source = MicrophoneSource("Headset")
    source.start(lambda _: None)
    assert (source.name, source.sample_rate_hz) == ("Headset", 44_100)
    assert machine.opened["device"] == 3
    assert machine.opened["samplerate"] == 44_100
    assert machine.opened["blocksize"] == 512
    assert machine.opened["dtype"] == "int16"
    source.stop()
    source.stop()
    assert machine.closed == 1


@pytest.mark.parametrize("channels", [1, 2])
def test_the_first_channel_is_copied_out_of_the_devices_buffer(machine, channels):
    machine.channels = channels
    heard = []
    source = MicrophoneSource()
    source.start(heard.append)
    buffer = np.arange(4 * channels, dtype=np.int16).reshape(4, channels)
    machine.opened["callback"](buffer, 4, None, None)
    buffer[:] = -1
    assert heard[0].tolist() == [0, channels, 2 * channels, 3 * channels]


def test_a_microphone_that_refuses_is_named_with_the_reason(machine):
    machine.channels = 0
    with pytest.raises(DeviceError, match=r"“Headset” can't be opened; .*Invalid number of ch"):
        MicrophoneSource().start(lambda _: None)
