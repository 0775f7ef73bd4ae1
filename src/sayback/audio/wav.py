"""Write WAV so that a killed process loses nothing, and mend what it left behind.

Each block goes straight to the file. Until `close`, the header says 0 bytes of sound; that is
also how a recording that was cut off is known. FFmpeg and libsndfile read such a file to its
end, many other programs do not, so `repair_wav` writes the true sizes.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sayback.errors import AudioError

_BYTES_PER_FRAME = 2


class WavWriter:
    """A mono PCM_16 WAV that grows block by block. Never overwrites a file.

    Raises
    ------
    AudioError
        When the file exists or can't be made.
    """

    def __init__(self, path: Path, sample_rate_hz: int) -> None:
        import soundfile

        self.path = path
        self.sample_rate_hz = sample_rate_hz
        self._failures: tuple[type[Exception], ...] = (soundfile.SoundFileError, OSError)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(exist_ok=False)
        except OSError as error:
            if path.exists():
                raise AudioError(f"{path} exists already; choose another name.") from error
            raise AudioError(
                f"Can't record to {path} ({error.strerror}); choose a folder you may write to."
            ) from error
        try:
            self._file: Any = soundfile.SoundFile(
                path, "w", samplerate=sample_rate_hz, channels=1, subtype="PCM_16", format="WAV"
            )
            _sync_folder(path.parent)
        except self._failures as error:
            path.unlink(missing_ok=True)
            raise AudioError(
                f"Can't record to {path} ({_reason(error, path)}); free some space first."
            ) from error

    def write(self, block: npt.NDArray[np.int16]) -> None:
        """Append a block of samples.

        Raises
        ------
        AudioError
            When the disk takes no more.
        """
        try:
            self._file.write(block)
        except self._failures as error:
            raise AudioError(
                f"The recording can't be written ({_reason(error, self.path)}); "
                "what fitted is kept. Free some space before the next answer."
            ) from error

    def sync(self) -> None:
        """Have the system bring what was written to the disk; survives a power cut."""
        try:
            self._file.flush()
        except self._failures as error:
            raise AudioError(f"{self.path} can't be brought to the disk: {error}.") from error

    def close(self) -> float:
        """Finish the file and return its length in seconds."""
        try:
            self._file.close()
        except self._failures as error:
            raise AudioError(f"{self.path} can't be closed: {error}.") from error
        return duration_s(self.path)


def is_cut_off(path: Path) -> bool:
    """Whether a WAV was never closed: its header says 0 bytes, or more than there are."""
    try:
        data_start, said, _ = _find_data(path)
    except AudioError:
        return False
    return said != _true_bytes(path, data_start, said)


def repair_wav(path: Path) -> float:
    """Write the true sizes into the header of a recording that was cut off.

    The sound itself is not touched; a file that is whole stays as it is.

    Returns
    -------
    float
        Length of the recording in seconds.

    Raises
    ------
    AudioError
        When the file is no mono 16-bit WAV, or can't be written.
    """
    data_start, said, _ = _find_data(path)
    actual = _true_bytes(path, data_start, said)
    if said != actual:
        try:
            with path.open("r+b") as file:
                file.seek(4)
                file.write(struct.pack("<I", data_start + actual - 8))
                file.seek(data_start - 4)
                file.write(struct.pack("<I", actual))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise AudioError(f"Can't mend {path}: {error}; check the file's rights.") from error
    return duration_s(path)


def duration_s(path: Path) -> float:
    """Length of the sound that a WAV really holds, whatever its header says."""
    data_start, said, rate_hz = _find_data(path)
    return _true_bytes(path, data_start, said) / _BYTES_PER_FRAME / rate_hz


def _true_bytes(path: Path, data_start: int, said: int) -> int:
    """Bytes of sound; what follows the promised ones in a closed file is no sound."""
    held = max(0, path.stat().st_size - data_start)
    return said if 0 < said <= held else held - held % _BYTES_PER_FRAME


def _find_data(path: Path) -> tuple[int, int, int]:
    """Return where the sound begins, how many bytes the header promises, and the rate."""
    try:
        with path.open("rb") as file:
            riff, _, kind = struct.unpack("<4sI4s", file.read(12))
            if riff != b"RIFF" or kind != b"WAVE":
                raise AudioError(f"{path} is no WAV file.")
            rate_hz = 0
            while True:
                name, size = struct.unpack("<4sI", file.read(8))
                if name == b"data" and rate_hz:
                    return file.tell(), size, rate_hz
                body = file.read(size + size % 2)
                if name == b"fmt ":
                    _, channels, rate_hz, _, _, bits = struct.unpack("<HHIIHH", body[:16])
                    if (channels, bits) != (1, 16):
                        raise AudioError(f"{path} is no mono 16-bit recording of Sayback's.")
    except OSError as error:
        raise AudioError(f"Can't read {path}: {error}.") from error
    except struct.error as error:
        raise AudioError(f"{path} is no WAV file, or too short to hold sound.") from error


def _reason(error: Exception, path: Path) -> str:
    """Libsndfile gives no errno, so the usual cause is looked up."""
    import shutil

    if shutil.disk_usage(path.parent).free < 1_000_000:
        return "the disk is full"
    return str(error).rstrip(".")


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut; Windows has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
