"""Silent pauses: how many, how long, and whether they fall between clauses or inside one."""

from __future__ import annotations

from collections.abc import Sequence

from sayback.analysis.report import Pause, PausePlace, Pauses
from sayback.analysis.timing import per_minute, speaking_time_s
from sayback.speech.pauses import silent_gaps
from sayback.speech.regions import Region, Speech
from sayback.thresholds import Thresholds
from sayback.transcript.model import Transcript, Word

_BOUNDARY_MARKS = (".", "?", "!", ",", ";", ":", "…")
_CLOSING = "\"'”’)]»"


def measure_pauses(
    speech: Speech | None,
    *,
    transcript: Transcript,
    cuts: Sequence[float] = (),
    thresholds: Thresholds | None = None,
) -> Pauses:
    """Measure the silent pauses between first and last speech.

    Parameters
    ----------
    speech
        The speech mask; None where there is no audio. Pauses come from it alone: the gaps
        between a recogniser's words say little, since a word's end is the next one's start.
    transcript
        Its word times tell where a pause falls, nothing else.
    cuts
        Seconds at which the user paused the recorder.
    thresholds
        What is a pause, and what a long one.

    Returns
    -------
    Pauses
        Every figure None where there is no speech; `mean_s` and `longest_s` None where there is
        no pause; `place` None where word times are missing.
    """
    thresholds = thresholds or Thresholds()
    if speech is None or not speech.regions:
        return Pauses()
    found = silent_gaps(speech, min_s=thresholds.pause_s, cuts=cuts)
    lengths = [gap.duration_s for gap in found]
    words = [word for word in transcript.words if word.has_times and not word.suspect]
    centres_s = [_centre_s(word, speech) for word in words]
    return Pauses(
        count=len(found),
        per_minute=per_minute(len(found), speaking_time_s(speech, cuts)),
        mean_s=sum(lengths) / len(lengths) if lengths else None,
        longest_s=max(lengths, default=None),
        long_count=sum(length >= thresholds.long_pause_s for length in lengths),
        items=tuple(Pause(gap.start_s, gap.end_s, _place(gap, words, centres_s)) for gap in found),
    )


def _place(gap: Region, words: Sequence[Word], centres_s: Sequence[float]) -> PausePlace | None:
    """Tell whether the last word before a gap ends a clause."""
    middle_s = (gap.start_s + gap.end_s) / 2
    before = sum(centre_s < middle_s for centre_s in centres_s)
    if not words:
        return None
    if before in (0, len(words)) or words[before].opens_segment:
        return "boundary"
    ends = words[before - 1].text.rstrip(_CLOSING).endswith(_BOUNDARY_MARKS)
    return "boundary" if ends else "mid_clause"


def _centre_s(word: Word, speech: Speech) -> float:
    """Return the middle of the speech under a word.

    A recogniser lets words swallow the silence beside them, so their own middle may lie in it.
    """
    assert word.start_s is not None and word.end_s is not None
    parts = [
        (region.overlap_s(word.start_s, word.end_s), region)
        for region in speech.regions
        if region.start_s < word.end_s and region.end_s > word.start_s
    ]
    spoken_s = sum(length for length, _ in parts)
    if spoken_s <= 0:
        return (word.start_s + word.end_s) / 2
    return (
        sum(
            length * (max(region.start_s, word.start_s) + min(region.end_s, word.end_s)) / 2
            for length, region in parts
        )
        / spoken_s
    )
