"""Devices, as a sound system with known devices lists them."""

from __future__ import annotations

import sys

import pytest

from sayback.audio import devices
from sayback.audio.devices import Device, find_device, loudspeakers, microphones, rescan
from sayback.errors import DeviceError


class PortAudioError(Exception):
    pass


class FakeDefault:
    hostapi = -1


class FakeSoundDevice:
    """`sounddevice` on a machine with two host interfaces."""

    PortAudioError = PortAudioError
    default = FakeDefault()

    def __init__(self, inputs=("Headset", "Built-in"), broken=False):
        self.inputs = inputs
        self.broken = broken
        self.restarts = 0

    def query_hostapis(self):
        count = len(self.inputs)
        return (
            {
                "devices": list(range(count + 1)),
                "default_input_device": 1 if count else -1,
                "default_output_device": count,
            },
            {"devices": [9], "default_input_device": 9, "default_output_device": -1},
        )

    def query_devices(self, number):
        is_input = number < len(self.inputs)
        return {
            "name": self.inputs[number] if is_input else "Speakers",
            "max_input_channels": int(is_input),
            "max_output_channels": 0 if is_input else 2,
            "default_samplerate": 48_000.0 if is_input else 44_100.0,
        }

    def _terminate(self):
        self.restarts += 1

    def _initialize(self):
        if self.broken:
            raise PortAudioError("no sound server")

    class InputStream:
        def __init__(self, **settings):
            if settings.get("samplerate") == 1:
                raise PortAudioError("Invalid sample rate", -9997)
            self.settings = settings

        def start(self):
            if self.settings.get("samplerate") == 2:
                raise PortAudioError("Unanticipated host error")

        def abort(self, ignore_errors):
            pass

        def close(self, ignore_errors):
            pass


@pytest.fixture
def portaudio(monkeypatch):
    def install(**options):
        fake = FakeSoundDevice(**options)
        monkeypatch.setitem(sys.modules, "sounddevice", fake)
        return fake

    return install


def test_devices_of_the_default_interface_are_listed_once(portaudio):
    portaudio()
    assert microphones() == (Device("Headset", False, 48_000), Device("Built-in", True, 48_000))
    assert loudspeakers() == (Device("Speakers", True, 44_100),)


def test_an_empty_name_is_the_default(portaudio):
    portaudio()
    assert find_device("", "input") == (1, Device("Built-in", True, 48_000))


def test_a_device_is_found_by_its_name(portaudio):
    portaudio()
    assert find_device("Headset", "input")[0] == 0


def test_a_missing_device_is_named_with_those_that_are_there(portaudio):
    portaudio()
    with pytest.raises(DeviceError, match=r"no microphone called “USB”; .* Headset, Built-in"):
        find_device("USB", "input")


def test_no_microphone_at_all(portaudio):
    portaudio(inputs=())
    assert microphones() == ()
    with pytest.raises(DeviceError, match="There is no microphone; plug one in"):
        find_device("", "input")


@pytest.mark.parametrize("missing", [None, "broken"])
def test_without_portaudio_the_message_says_what_to_install(monkeypatch, missing):
    if missing is None:
        monkeypatch.setitem(sys.modules, "sounddevice", None)
    else:
        monkeypatch.delitem(sys.modules, "sounddevice", raising=False)

        class Finder:
            def find_spec(self, name, *_):
                if name == "sounddevice":
                    raise OSError("PortAudio library not found")

        monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    for ask in (microphones, loudspeakers, rescan):
        with pytest.raises(DeviceError, match="sudo apt install libportaudio2"):
            ask()


def test_rescan_starts_portaudio_anew(portaudio):
    fake = portaudio()
    assert rescan()
    assert fake.restarts == 1


def test_rescan_never_ends_an_open_stream(portaudio):
    fake = portaudio()
    stream = devices.open_stream("InputStream", samplerate=48_000)
    assert not rescan()
    assert fake.restarts == 0
    devices.close_stream(stream)
    assert rescan()


def test_rescan_without_a_sound_server(portaudio):
    portaudio(broken=True)
    with pytest.raises(DeviceError, match="does not start: no sound server"):
        rescan()


@pytest.mark.parametrize("refused_at", [1, 2])
def test_a_device_that_refuses_leaves_nothing_open(portaudio, refused_at):
    portaudio()
    with pytest.raises(DeviceError, match="can't be opened: "):
        devices.open_stream("InputStream", samplerate=refused_at)
    with pytest.raises(AttributeError):
        devices.open_stream("NoSuchStream")
    assert rescan()
