"""The system's voices, with programs of the same name that write down how they were called."""

import json
import stat
import sys

import pytest

from sayback.errors import VoiceError
from sayback.voice import system

SPEAKS = """#!{python}
import json, os, sys, wave
called = {{"arguments": sys.argv[1:], "text": sys.stdin.read(),
          "variables": {{k: v for k, v in os.environ.items() if k.startswith("SAYBACK_")}}}}
json.dump(called, open({log!r}, "w"))
if {code}:
    sys.exit("No such voice.")
if "-v" in sys.argv and sys.argv[-1] == "?":
    print("Bad News            en_US    # Hello!")
    print("Daniel              en_GB    # Hello! My name is Daniel.")
    sys.exit()
out = os.environ.get("SAYBACK_OUT") or sys.argv[sys.argv.index("-o") + 1]
with wave.open(out, "wb") as file:
    file.setparams((1, 2, 22050, 0, "NONE", ""))
    file.writeframes(b"\\1\\1" * 11025)
"""


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Put `say` or `powershell` on the path; returns how it was called."""

    def make(name, code=0):
        log = tmp_path / "called.json"
        path = tmp_path / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(SPEAKS.format(python=sys.executable, log=str(log), code=code))
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", str(path.parent))
        return lambda: json.loads(log.read_text())

    return make


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts")


def test_say_is_given_voice_rate_and_text(program):
    called = program("say")
    audio = system.synthesise("-v is no option", voice="Daniel", rate_wpm=170, platform="darwin")
    assert audio.sample_rate_hz == 22050
    assert audio.duration_s == pytest.approx(0.5)
    arguments = called()["arguments"]
    assert arguments[arguments.index("-v") + 1] == "Daniel"
    assert arguments[arguments.index("-r") + 1] == "170"
    assert called()["text"] == "-v is no option"


def test_say_speaks_english_on_a_system_that_does_not(program):
    called = program("say")
    system.synthesise("Why us?", rate_wpm=170, platform="darwin")
    assert called()["arguments"][-4:-2] == ["-v", "Daniel"]


def test_the_voices_of_macos_may_have_two_words(program):
    program("say")
    assert system.voices("darwin") == ("Bad News", "Daniel")


def test_powershell_is_given_the_text_as_data(program):
    called = program("powershell")
    text = "'; Remove-Item $HOME; '"
    audio = system.synthesise(text, voice="Zira", rate_wpm=180, platform="win32")
    assert audio.duration_s == pytest.approx(0.5)
    variables = called()["variables"]
    assert (variables["SAYBACK_TEXT"], variables["SAYBACK_VOICE"]) == (text, "Zira")
    assert variables["SAYBACK_RATE"] == "0"
    assert text not in " ".join(called()["arguments"])


@pytest.mark.parametrize(("rate_wpm", "expected"), [(60, "-10"), (180, "0"), (540, "10")])
def test_the_rate_is_told_as_windows_counts_it(program, rate_wpm, expected):
    called = program("powershell")
    system.synthesise("Why us?", rate_wpm=rate_wpm, platform="win32")
    assert called()["variables"]["SAYBACK_RATE"] == expected


def test_what_the_voice_complains_of_is_passed_on(program):
    program("say", code=1)
    with pytest.raises(VoiceError, match="No such voice"):
        system.synthesise("Why us?", voice="Nobody", rate_wpm=170, platform="darwin")


def test_a_missing_program_is_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(VoiceError, match="embedded"):
        system.synthesise("Why us?", voice="Daniel", rate_wpm=170, platform="darwin")


def test_linux_has_no_voice_of_its_own():
    assert not system.is_available("linux")
    assert system.voices("linux") == ()
    with pytest.raises(VoiceError, match="embedded"):
        system.synthesise("Why us?", rate_wpm=170, platform="linux")
