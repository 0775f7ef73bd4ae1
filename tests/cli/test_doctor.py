"""`sayback doctor`: what is broken makes it fail, what is merely not there does not."""

import json
from collections import namedtuple

import pytest

from sayback import paths
from sayback.audio import devices
from sayback.audio.devices import Device
from sayback.cli import checks
from sayback.cli.app import run
from sayback.errors import DeviceError, ExitCode, VoiceError
from sayback.voice.speak import Speaker


@pytest.fixture(autouse=True)
def machine(monkeypatch):
    """A machine with sound; the voice's own tests let it speak."""
    monkeypatch.setattr(devices, "microphones", lambda: (Device("Headset", True, 48_000),))
    monkeypatch.setattr(devices, "loudspeakers", lambda: (Device("Headset", True, 48_000),))
    monkeypatch.setattr(checks, "_voice", lambda settings: ())


def look(capsys):
    code = run(["doctor", "--json"])
    found = json.loads(capsys.readouterr().out)
    return code, {check["name"]: check for check in found}


def write_config(text):
    paths.config_dir().mkdir(parents=True, exist_ok=True)
    paths.config_file().write_text(text)


def test_a_fresh_machine_is_sound_and_told_how_to_get_a_model(capsys):
    code, found = look(capsys)

    assert code == ExitCode.DONE
    assert {name for name, check in found.items() if check["state"] == "broken"} == set()
    assert found["Whisper model"]["state"] == "note"
    assert "sayback models download" in found["Whisper model"]["todo"]
    assert found["Microphone"]["found"] == "Headset"
    assert found["Takes"]["found"] == str(paths.default_recordings_dir())


def test_the_text_says_the_same(capsys):
    assert run(["doctor"]) == ExitCode.DONE

    out = capsys.readouterr().out
    for name in ("Python", "Configuration", "Takes", "Disk", "Questions", "Whisper model"):
        assert name in out
    assert "BROKEN" not in out


def test_nothing_is_created_by_looking(home, capsys):
    look(capsys)

    assert [path for path in home.rglob("*") if path.is_file() and path.suffix != ".log"] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Configuration", "not toml ["),
        ("Configuration", "[thresholds]\npause_s = 'long'\n"),
        ("Microphone", '[audio]\nmicrophone = "Gone"\n'),
    ],
)
def test_a_setting_that_can_not_be_used_is_broken(name, text, capsys):
    write_config(text)

    code, found = look(capsys)

    assert code == ExitCode.FAILED
    assert found[name]["state"] == "broken"
    assert found[name]["todo"]


def test_a_broken_pack_is_named(capsys):
    paths.user_packs_dir().mkdir(parents=True)
    (paths.user_packs_dir() / "mine.toml").write_text("schema = 1")

    code, found = look(capsys)

    assert code == ExitCode.FAILED
    assert "mine.toml" in found["Question pack"]["found"]
    assert found["Questions"]["state"] == "ok"


def test_missing_portaudio_is_broken_and_says_how_to_get_it(monkeypatch, capsys):
    def missing():
        raise DeviceError(devices.INSTALL_PORTAUDIO)

    monkeypatch.setattr(devices, "microphones", missing)
    code, found = look(capsys)

    assert code == ExitCode.FAILED
    assert "libportaudio2" in found["PortAudio"]["todo"]


def test_no_microphone_is_no_fault(monkeypatch, capsys):
    monkeypatch.setattr(devices, "microphones", tuple)

    code, found = look(capsys)

    assert code == ExitCode.DONE
    assert (found["Microphone"]["state"], found["Microphone"]["found"]) == ("note", "none")


def test_a_folder_of_takes_that_can_not_be_is_broken_and_another_one_is_suggested(
    tmp_path, monkeypatch, capsys
):
    place = tmp_path / "takes"
    place.write_text("")
    monkeypatch.setenv("SAYBACK_RECORDINGS", str(place / "deeper"))

    code, found = look(capsys)

    assert code == ExitCode.FAILED
    assert found["Takes"]["state"] == "broken"
    assert found["Takes"]["found"] == f"{place / 'deeper'}: {place} is a file."
    assert "SAYBACK_RECORDINGS" in found["Takes"]["todo"]


@pytest.mark.parametrize(
    ("free", "state"), [(5_000_000_000, "ok"), (500_000_000, "note"), (1_000_000, "broken")]
)
def test_free_disk_is_judged_by_what_a_recording_takes(monkeypatch, capsys, free, state):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(checks.shutil, "disk_usage", lambda path: usage(9e9, 0, free))

    assert look(capsys)[1]["Disk"]["state"] == state


def test_a_voice_that_fails_is_a_note(monkeypatch):
    from sayback.config import Config

    monkeypatch.undo()

    def fail(self, text):
        raise VoiceError("The voice is gone.")

    monkeypatch.setattr(Speaker, "synthesise", fail)
    (check,) = checks._voice(Config())

    assert (check.state, check.todo) == ("note", "The voice is gone.")
