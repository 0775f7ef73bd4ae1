"""Importing the audio modules loads no library, so that --help comes at once."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import sayback.audio

HEAVY = {"sounddevice", "soundfile", "av", "scipy", "librosa"}


def test_no_audio_library_is_loaded_at_import():
    names = [
        f"sayback.audio.{module.name}" for module in pkgutil.iter_modules(sayback.audio.__path__)
    ]
    assert "sayback.audio.recorder" in names
    program = f"import sys, {', '.join(names)}; print(*(set(sys.modules) & {HEAVY}))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
