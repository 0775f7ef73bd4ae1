"""Hesitations that can be heard but are not in the transcript."""

from __future__ import annotations

from sayback.analysis.pitch import PitchTrack
from sayback.analysis.report import Filler
from sayback.audio.samples import Samples
from sayback.speech.regions import Speech
from sayback.transcript.model import Transcript


def find_possible(
    samples: Samples | None,
    transcript: Transcript,
    speech: Speech | None,
    *,
    pitch: PitchTrack | None = None,
) -> tuple[Filler, ...]:
    """Find hesitations in the audio that no word of the transcript accounts for.

    Parameters
    ----------
    samples
        Shape (n,), 16 kHz; None where there is no audio.
    transcript
        The words, with times where they are known.
    speech
        The speech mask.
    pitch
        The recording's pitch, if it is known already.
    """
    return ()
