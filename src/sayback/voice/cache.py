"""Questions that were spoken before, as WAV files, so that they begin at once."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import wave
from pathlib import Path

import numpy as np

from sayback.audio.samples import Audio


class VoiceCache:
    """A folder of spoken texts that may be deleted at any time.

    Parameters
    ----------
    folder
        Made when something is first kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, *key: object) -> Path:
        """Return the file for what a recording depends on: engine, voice, rate, text."""
        digest = hashlib.sha256(json.dumps(key).encode()).hexdigest()
        return self._folder / f"{digest[:32]}.wav"

    def get(self, *key: object) -> Audio | None:
        """Return what was kept; None if there is nothing, or it is damaged."""
        try:
            with wave.open(str(self.path(*key)), "rb") as file:
                expected = file.getnframes()
                data = file.readframes(expected)
                usable = file.getsampwidth() == 2 and file.getnchannels() == 1
                rate_hz = file.getframerate()
        except (OSError, EOFError, wave.Error):
            return None
        if not usable or not expected or len(data) != 2 * expected:
            return None
        return Audio(np.frombuffer(data, "<i2").astype(np.float32) / np.float32(32768), rate_hz)

    def put(self, audio: Audio, *key: object) -> None:
        """Keep a recording; where the folder can't be written, nothing is kept."""
        path = self.path(*key)
        temporary = path.with_name(f"{path.stem}.{os.getpid()}.tmp")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with wave.open(str(temporary), "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(audio.sample_rate_hz)
                file.writeframes(_as_int16(audio))
            os.replace(temporary, path)


def _as_int16(audio: Audio) -> bytes:
    scaled = np.clip(np.round(audio.samples * 32768), -32768, 32767)
    return scaled.astype("<i2").tobytes()
