"""The system's own voice: `say` on macOS, System.Speech through PowerShell on Windows."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from sayback.audio.decode import decode
from sayback.audio.samples import Audio
from sayback.errors import AudioError, VoiceError

_PREFERRED = ("Samantha", "Alex", "Daniel")
"""English voices of macOS; its default follows the system's language, and questions are English."""
_TIMEOUT_S = 60.0

# Everything variable comes in through the environment: a question must not be run as a command.
_WINDOWS_SPEAK = """
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$s = New-Object System.Speech.Synthesis.SpeechSynthesizer
if ($env:SAYBACK_VOICE) { $s.SelectVoice($env:SAYBACK_VOICE) }
else { try { $s.SelectVoiceByHints('NotSet', 'NotSet', 0,
    [System.Globalization.CultureInfo]::GetCultureInfo('en-US')) } catch { } }
$s.Rate = [int]$env:SAYBACK_RATE
$s.SetOutputToWaveFile($env:SAYBACK_OUT)
$s.Speak($env:SAYBACK_TEXT)
$s.Dispose()
"""
_WINDOWS_VOICES = """
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [System.Text.Encoding]::UTF8
Add-Type -AssemblyName System.Speech
$s = New-Object System.Speech.Synthesis.SpeechSynthesizer
$s.GetInstalledVoices() | ForEach-Object { $_.VoiceInfo.Name }
"""


def is_available(platform: str = sys.platform) -> bool:
    """Whether this system has a voice that Sayback knows how to use."""
    return platform in ("darwin", "win32")


def synthesise(text: str, *, voice: str = "", rate_wpm: int, platform: str = sys.platform) -> Audio:
    """Speak a text into memory.

    Parameters
    ----------
    text
        Plain text.
    voice
        One of `voices`; empty for an English one.
    rate_wpm
        Words a minute.
    platform
        As `sys.platform` names it.

    Raises
    ------
    VoiceError
        When the system has no voice, does not know this one, or speaks nothing.
    """
    with tempfile.TemporaryDirectory(prefix="sayback-") as folder:
        path = Path(folder) / "spoken.wav"
        if platform == "darwin":
            _say(text, path, voice=voice or _english_voice(platform), rate_wpm=rate_wpm)
        elif platform == "win32":
            _speak(text, path, voice=voice, rate_wpm=rate_wpm)
        else:
            raise VoiceError('This system has no voice of its own; use [voice] engine "embedded".')
        try:
            return decode(path, sample_rate_hz=None)
        except AudioError as error:
            raise VoiceError(
                f"The system's voice spoke nothing ({error}); choose another in config.toml, "
                "[voice] name."
            ) from error


def voices(platform: str = sys.platform) -> tuple[str, ...]:
    """Return the names of the system's voices; none where it has no voice."""
    if platform == "darwin":
        lines = _run(["say", "-v", "?"]).splitlines()
        # "Samantha            en_US    # Hello, my name is Samantha."
        return tuple(
            " ".join(words[:-1]) for line in lines if len(words := line.split("#")[0].split()) > 1
        )
    if platform == "win32":
        return tuple(line.strip() for line in _powershell(_WINDOWS_VOICES).splitlines() if line)
    return ()


def _english_voice(platform: str) -> str:
    installed = voices(platform)
    return next((name for name in _PREFERRED if name in installed), "")


def _say(text: str, path: Path, *, voice: str, rate_wpm: int) -> None:
    command = ["say", "-o", str(path), "--file-format=WAVE", "--data-format=LEI16@22050"]
    command += ["-r", str(rate_wpm), *(["-v", voice] if voice else [])]
    # On standard input nothing can be taken for an option; "[[" would begin a command to the voice.
    _run([*command, "-f", "-"], text=text.replace("[[", "[ ["))


def _speak(text: str, path: Path, *, voice: str, rate_wpm: int) -> None:
    _powershell(
        _WINDOWS_SPEAK,
        SAYBACK_TEXT=text,
        SAYBACK_VOICE=voice,
        SAYBACK_RATE=str(_windows_rate(rate_wpm)),
        SAYBACK_OUT=str(path),
    )


def _windows_rate(rate_wpm: int) -> int:
    """Words a minute as System.Speech counts: -10 to 10, each a factor of 3 ** 0.1 from 180."""
    return max(-10, min(10, round(10 * math.log(rate_wpm / 180, 3))))


def _powershell(script: str, **variables: str) -> str:
    command = ["powershell", "-NoProfile", "-NonInteractive", "-Command", script]
    return _run(command, variables=variables)


def _run(command: list[str], *, text: str = "", variables: dict[str, str] | None = None) -> str:
    try:
        done = subprocess.run(
            command,
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, **(variables or {})},
            timeout=_TIMEOUT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise VoiceError(
            f"The system's voice can't be used ({error}); "
            'set [voice] engine to "embedded" in config.toml.'
        ) from error
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        raise VoiceError(
            f"The system's voice failed ({lines[0] if lines else done.returncode}); choose another "
            "in config.toml, [voice] name."
        )
    return done.stdout
