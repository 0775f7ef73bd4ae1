"""Read any recording: PyAV opens it, everyone else gets mono samples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from sayback.audio.samples import ANALYSIS_RATE_HZ, Audio, Samples
from sayback.errors import AudioError

AUDIO_SUFFIXES = frozenset({".wav", ".flac", ".mp3", ".m4a", ".ogg", ".opus", ".webm", ".mp4"})
"""Endings of files that are taken for recordings, in lower case."""


def decode(path: Path, *, sample_rate_hz: int | None = ANALYSIS_RATE_HZ) -> Audio:
    """Read a recording of any format that FFmpeg knows, mixed to mono.

    A WAV whose header says 0 bytes (its recorder was killed) is read to its end.

    Parameters
    ----------
    path : Path
        The recording; its first audio stream is read.
    sample_rate_hz : int or None
        Rate to resample to; None keeps the recording's own.

    Raises
    ------
    AudioError
        When the file is missing, empty, has no audio stream or can't be decoded.
    """
    import av

    _check_exists(path)
    try:
        with av.open(str(path)) as container:
            if not container.streams.audio:
                raise AudioError(f"{path} holds no audio; choose a recording.")
            stream = container.streams.audio[0]
            rate = sample_rate_hz or int(stream.rate)
            blocks = list(_mono_blocks(container, stream, rate))
    except (av.FFmpegError, OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise AudioError(
            f"{path} can't be read as audio ({reason}); check that it plays elsewhere."
        ) from error
    samples = np.concatenate(blocks) if blocks else np.zeros(0, np.float32)
    if not len(samples):
        raise AudioError(f"{path} holds no sound, not even silence; record it again.")
    return Audio(samples, rate)


def native_rate_hz(path: Path) -> int:
    """Return the sample rate that a recording is stored at.

    Raises
    ------
    AudioError
        When the file is missing, or no recording.
    """
    import av

    _check_exists(path)
    try:
        with av.open(str(path)) as container:
            if container.streams.audio:
                return int(container.streams.audio[0].rate)
    except (av.FFmpegError, OSError, ValueError) as error:
        raise AudioError(f"{path} can't be read as audio ({error}).") from error
    raise AudioError(f"{path} holds no audio; choose a recording.")


def _check_exists(path: Path) -> None:
    if not path.exists():
        raise AudioError(f"{path} does not exist; check the name.")
    if path.is_dir():
        raise AudioError(f"{path} is a folder; name a recording in it.")
    if path.stat().st_size == 0:
        raise AudioError(f"{path} is empty; nothing was recorded into it.")


def _mono_blocks(container: Any, stream: Any, rate_hz: int) -> Iterator[Samples]:
    """Decode, resample and mix; a file that breaks off late keeps what came before.

    Channels are averaged here, since FFmpeg's own mix makes a mono voice stored as stereo
    3 dB louder and lets it pass full scale.
    """
    import av

    resampler = av.AudioResampler(format="fltp", rate=rate_hz)
    decoded_any = False
    try:
        for frame in container.decode(stream):
            decoded_any = True
            for piece in resampler.resample(frame):
                yield _mean_of_channels(piece)
    except av.FFmpegError:
        if not decoded_any:
            raise
    if decoded_any:
        for piece in resampler.resample(None):
            yield _mean_of_channels(piece)


def _mean_of_channels(frame: Any) -> Samples:
    planes: Samples = frame.to_ndarray()
    mixed: Samples = planes[0] if len(planes) == 1 else planes.mean(axis=0, dtype=np.float32)
    return mixed
