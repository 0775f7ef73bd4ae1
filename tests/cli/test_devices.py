"""`sayback devices`: names, the default, and what the configuration chose."""

import json

import pytest

from sayback import paths
from sayback.audio import devices
from sayback.audio.devices import Device
from sayback.cli.app import run
from sayback.errors import DeviceError, ExitCode

MICROPHONES = (Device("Built-in", True, 48_000), Device("Headset", False, 16_000))


@pytest.fixture
def sound(monkeypatch):
    monkeypatch.setattr(devices, "microphones", lambda: MICROPHONES)
    monkeypatch.setattr(devices, "loudspeakers", lambda: ())


def choose(name):
    paths.config_dir().mkdir(parents=True)
    paths.config_file().write_text(f'[audio]\nmicrophone = "{name}"\n')


def test_the_default_and_the_chosen_one_are_marked(sound, capsys):
    choose("Headset")

    assert run(["devices"]) == ExitCode.DONE

    assert capsys.readouterr().out.splitlines() == [
        "Microphones",
        "* Built-in (48000 Hz, default)",
        "> Headset (16000 Hz)",
        "Loudspeakers",
        "  none",
    ]


def test_a_chosen_device_that_is_gone_is_named(sound, capsys):
    choose("Old headset")

    assert run(["devices"]) == ExitCode.DONE
    assert "“Old headset”" in capsys.readouterr().err


def test_json_is_one_document(sound, capsys):
    run(["devices", "--json"])

    assert json.loads(capsys.readouterr().out) == {
        "microphones": [
            {"name": "Built-in", "default": True, "sample_rate_hz": 48_000},
            {"name": "Headset", "default": False, "sample_rate_hz": 16_000},
        ],
        "loudspeakers": [],
    }


def test_without_portaudio_it_says_how_to_get_it(monkeypatch, capsys):
    def missing():
        raise DeviceError(devices.INSTALL_PORTAUDIO)

    monkeypatch.setattr(devices, "microphones", missing)

    assert run(["devices"]) == ExitCode.FAILED
    assert "libportaudio2" in capsys.readouterr().err
