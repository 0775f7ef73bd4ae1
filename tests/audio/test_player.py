"""The player, with a loudspeaker that asks for blocks in real time and keeps what it gets."""

from __future__ import annotations

import threading
import time
from types import SimpleNamespace

import numpy as np
import pytest

from sayback.audio import loudspeaker
from sayback.audio.devices import Device
from sayback.audio.player import Player
from sayback.audio.samples import Audio
from sayback.errors import DeviceError

RATE_HZ = 16_000
COUNTING = Audio(np.arange(1, 10 * RATE_HZ + 1, dtype=np.float32), RATE_HZ)
LATENCY_S = 0.02


class FakeStream:
    """Calls back every 10 ms, as PortAudio does."""

    def __init__(self, settings):
        self.settings = settings
        self.heard = []
        self.running = True
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        frames = self.settings["samplerate"] // 100
        times = SimpleNamespace(currentTime=1.0, outputBufferDacTime=1.0 + LATENCY_S)
        due = time.monotonic()
        while self.running:
            block = np.full((frames, self.settings["channels"]), np.nan, np.float32)
            self.settings["callback"](block, frames, times, None)
            self.heard.append(block[:, 0])
            due += 0.01
            time.sleep(max(0.0, due - time.monotonic()))

    def stop(self):
        self.running = False
        if self.thread is not threading.current_thread():
            self.thread.join()

    def is_unplugged(self):
        self.stop()
        self.settings["finished_callback"]()

    def all_heard(self):
        heard = np.concatenate(self.heard)
        return heard[heard != 0]


class FakeMachine:
    def __init__(self):
        self.streams = []
        self.refused = lambda settings: False

    def open_stream(self, kind, **settings):
        assert kind == "OutputStream"
        if self.refused(settings):
            raise DeviceError("refused") from ValueError("Device unavailable")
        self.streams.append(FakeStream(settings))
        return self.streams[-1]

    def close_stream(self, stream):
        stream.stop()


@pytest.fixture
def machine(monkeypatch):
    machine = FakeMachine()
    device = Device("Speakers", True, 48_000)
    monkeypatch.setattr(loudspeaker, "find_device", lambda name, direction: (0, device))
    monkeypatch.setattr(loudspeaker, "open_stream", machine.open_stream)
    monkeypatch.setattr(loudspeaker, "close_stream", machine.close_stream)
    yield machine
    for stream in machine.streams:
        stream.stop()


@pytest.fixture
def player(machine):
    player = Player()
    yield player
    player.close()


def test_a_stretch_is_played_whole_and_then_it_is_over(player, machine):
    player.play(COUNTING, start_s=2.0, end_s=2.5)
    assert player.is_playing
    assert player.wait(5)
    assert not player.is_playing
    assert player.position_s == 2.5
    np.testing.assert_array_equal(
        machine.streams[0].all_heard(), np.arange(2 * RATE_HZ + 1, 2.5 * RATE_HZ + 1)
    )


def test_the_position_goes_with_the_clock(player):
    player.play(COUNTING, start_s=3.0)
    while player.position_s == 3.0:
        time.sleep(0.001)
    began, at = time.monotonic(), player.position_s
    time.sleep(0.4)
    assert player.position_s - at == pytest.approx(time.monotonic() - began, abs=0.03)


def test_done_is_told_once_after_the_end_and_not_after_stop(player, eventually):
    done = []
    player.play(COUNTING, end_s=0.1, on_done=lambda: done.append(player.position_s))
    assert player.wait(5)
    eventually(lambda: bool(done))
    player.play(COUNTING, on_done=lambda: done.append(None))
    time.sleep(0.1)
    player.stop()
    time.sleep(0.1)
    assert done == [pytest.approx(0.1)]


def test_pause_and_resume(player, eventually):
    player.play(COUNTING, start_s=1.0)
    eventually(lambda: player.position_s > 1.1)
    player.pause()
    assert player.is_paused
    assert not player.is_playing
    time.sleep(2 * LATENCY_S)
    place = player.position_s
    time.sleep(0.1)
    assert player.position_s == place
    player.resume()
    eventually(lambda: player.position_s > place + 0.05)
    assert player.is_playing


def test_seek_while_playing_goes_on_from_there(player, eventually):
    player.play(COUNTING, start_s=1.0)
    eventually(lambda: player.position_s > 1.05)
    player.seek(7.0)
    assert player.position_s == 7.0
    eventually(lambda: player.position_s > 7.05)
    assert player.is_playing


def test_seek_while_paused_stays_silent(player, machine, eventually):
    player.play(COUNTING, start_s=1.0)
    eventually(lambda: player.position_s > 1.05)
    player.pause()
    player.seek(7.0)
    time.sleep(0.1)
    assert player.position_s == 7.0
    assert machine.streams[0].all_heard()[-1] < 2 * RATE_HZ
    player.resume()
    eventually(lambda: player.position_s > 7.05)


def test_after_the_end_seek_and_resume_play_again(player, eventually):
    player.play(COUNTING, start_s=1.0, end_s=1.1)
    player.wait(5)
    player.seek(1.05)
    assert player.is_paused
    player.resume()
    assert player.wait(5)
    assert player.position_s == 1.1


def test_the_speed_can_change_while_it_plays(player, eventually):
    tone = Audio(np.sin(np.arange(10 * RATE_HZ) / 5).astype(np.float32), RATE_HZ)
    player.play(tone, start_s=1.0)
    eventually(lambda: player.position_s > 1.1)
    player.set_speed(2.0)
    assert player.speed == 2.0
    at = player.position_s
    eventually(lambda: player.position_s > at + 0.05)
    began, at = time.monotonic(), player.position_s
    time.sleep(0.3)
    assert player.position_s - at == pytest.approx(2 * (time.monotonic() - began), abs=0.06)


def test_a_new_sound_takes_the_place_of_the_old(player, machine, eventually):
    done = []
    player.play(COUNTING, on_done=lambda: done.append("first"))
    eventually(lambda: player.position_s > 0.05)
    player.play(COUNTING, start_s=5.0, end_s=5.2, on_done=lambda: done.append("second"))
    player.wait(5)
    eventually(lambda: bool(done))
    assert done == ["second"]
    assert len(machine.streams) == 1


def test_every_call_returns_at_once_even_if_the_device_takes_its_time(player, machine):
    opened = machine.open_stream

    def slow(kind, **settings):
        time.sleep(0.3)
        return opened(kind, **settings)

    loudspeaker.open_stream = slow
    for call in (
        lambda: player.play(COUNTING, speed=0.75),
        player.pause,
        lambda: player.seek(3.0),
        lambda: player.set_speed(1.5),
        player.resume,
        lambda: player.position_s,
        player.stop,
    ):
        began = time.monotonic()
        call()
        assert time.monotonic() - began < 0.1  # a busy machine alone takes some of it


def test_a_device_that_refuses_the_rate_gets_its_own(player, machine):
    machine.refused = lambda settings: settings["samplerate"] == RATE_HZ
    player.play(COUNTING, end_s=0.2)
    assert player.wait(5)
    assert machine.streams[0].settings["samplerate"] == 48_000
    assert len(machine.streams[0].all_heard()) == pytest.approx(0.2 * 48_000, abs=10)


def test_a_device_without_mono_gets_two_channels(player, machine):
    machine.refused = lambda settings: settings["channels"] == 1
    player.play(COUNTING, end_s=0.1)
    assert player.wait(5)
    assert machine.streams[0].settings["channels"] == 2


def test_a_device_that_cannot_be_opened_is_told_and_nothing_hangs(player, machine, eventually):
    machine.refused = lambda settings: True
    done = []
    player.play(COUNTING, on_done=lambda: done.append(True))
    with pytest.raises(DeviceError, match=r"“Speakers” can't be opened; .*Device unavailable"):
        player.wait(5)
    eventually(lambda: done == [True])
    assert not player.is_playing
    assert "Speakers" in player.problem

    machine.refused = lambda settings: False
    player.play(COUNTING, end_s=0.1)
    assert player.wait(5)
    assert player.problem == ""


def test_a_loudspeaker_that_is_unplugged_ends_the_sound(player, machine, eventually):
    player.play(COUNTING)
    eventually(lambda: player.position_s > 0.05)
    machine.streams[0].is_unplugged()
    with pytest.raises(DeviceError, match="plays no more; check that it is connected"):
        player.wait(5)
    assert not player.is_playing


def test_stop_and_close_before_anything_was_played(player):
    player.stop()
    player.pause()
    player.resume()
    player.seek(1.0)
    assert (player.position_s, player.is_playing, player.is_paused) == (0.0, False, False)
    player.close()


@pytest.mark.parametrize("speed", [0.4, 2.5])
def test_other_speeds_are_refused(player, speed):
    with pytest.raises(ValueError, match=r"outside 0\.5 to 2"):
        player.play(COUNTING, speed=speed)
