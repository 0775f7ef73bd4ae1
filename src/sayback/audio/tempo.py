"""Slower or faster speech at the same pitch, and other sample rates, by FFmpeg's filters.

`atempo` is WSOLA (Verhelst & Roelands 1993), made for speech.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from sayback.audio.samples import Audio, Samples

SLOWEST, FASTEST = 0.5, 2.0
_PIECE = 8192


def change_tempo(audio: Audio, speed: float) -> Audio:
    """Return the whole sound at `speed` times its tempo, pitch kept.

    Raises
    ------
    ValueError
        When `speed` is outside 0.5 to 2.
    """
    pieces = list(tempo_pieces(audio.samples, audio.sample_rate_hz, speed))
    samples = np.concatenate(pieces) if pieces else np.zeros(0, np.float32)
    return Audio(samples, audio.sample_rate_hz)


def resample(audio: Audio, sample_rate_hz: int) -> Audio:
    """Return the sound at another sample rate; the same object if it has that rate."""
    import av

    if audio.sample_rate_hz == sample_rate_hz:
        return audio
    resampler = av.AudioResampler(format="flt", layout="mono", rate=sample_rate_hz)
    frames: list[Any] = []
    for first in range(0, len(audio.samples), _PIECE):
        piece = audio.samples[first : first + _PIECE]
        frames += resampler.resample(_frame(piece, audio.sample_rate_hz))
    if frames:
        frames += resampler.resample(None)
    pieces = [frame.to_ndarray().reshape(-1) for frame in frames]
    samples = np.concatenate(pieces) if pieces else np.zeros(0, np.float32)
    return Audio(samples, sample_rate_hz)


def tempo_pieces(samples: Samples, sample_rate_hz: int, speed: float) -> Iterator[Samples]:
    """Yield the sound at another tempo piece by piece, so that playing can begin at once.

    `len(samples) / speed` samples come out in all: the filter's own few too many or too few
    at the end are cut or filled with silence.
    """
    if not SLOWEST <= speed <= FASTEST:
        raise ValueError(f"speed {speed} is outside {SLOWEST} to {FASTEST}")
    if speed == 1.0:
        yield samples
        return
    left = round(len(samples) / speed)
    for piece in _filtered(samples, sample_rate_hz, speed):
        piece = piece[:left]
        left -= len(piece)
        if len(piece):
            yield piece
    if left:
        yield np.zeros(left, np.float32)


def _filtered(samples: Samples, sample_rate_hz: int, speed: float) -> Iterator[Samples]:
    import av

    graph = av.filter.Graph()
    source = graph.add_abuffer(sample_rate=sample_rate_hz, format="flt", layout="mono")
    tempo = graph.add("atempo", str(speed))
    sink = graph.add("abuffersink")
    source.link_to(tempo)
    tempo.link_to(sink)
    graph.configure()
    for first in range(0, len(samples), _PIECE):
        frame = _frame(samples[first : first + _PIECE], sample_rate_hz)
        frame.pts = first
        source.push(frame)
        yield from _ready(sink)
    source.push(None)
    yield from _ready(sink)


def _frame(samples: Samples, sample_rate_hz: int) -> Any:
    import av

    row = np.ascontiguousarray(samples, np.float32)[np.newaxis]
    frame = av.AudioFrame.from_ndarray(row, format="flt", layout="mono")
    frame.sample_rate = sample_rate_hz
    return frame


def _ready(sink: Any) -> Iterator[Samples]:
    import av

    while True:
        try:
            frame = sink.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        yield frame.to_ndarray().reshape(-1)
