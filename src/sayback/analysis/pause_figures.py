"""Silent pauses: how many, how long, and whether they fall between clauses or inside one."""

from __future__ import annotations

from collections.abc import Sequence

from sayback.analysis.report import Pause, PausePlace, Pauses
from sayback.analysis.timing import per_minute, speaking_time_s
from sayback.speech.pauses import silent_gaps
from sayback.speech.regions import Region, Speech
from sayback.thresholds import Thresholds
from sayback.transcript.model import Transcript

_BOUNDARY_MARKS = (".", "?", "!", ",", ";", ":", "…", "-", "–", "—")
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
    return Pauses(
        count=len(found),
        per_minute=per_minute(len(found), speaking_time_s(speech, cuts)),
        mean_s=sum(lengths) / len(lengths) if lengths else None,
        longest_s=max(lengths, default=None),
        long_count=sum(length >= thresholds.long_pause_s for length in lengths),
        items=tuple(Pause(gap.start_s, gap.end_s, _place(gap, transcript)) for gap in found),
    )


def _place(gap: Region, transcript: Transcript) -> PausePlace | None:
    """Tell whether the last word before a gap ends a clause.

    Whisper's word edges are off by some 100 ms and a word's end often swallows the pause, so
    the word before is the last one whose first half lies before the gap's middle.
    """
    middle_s = (gap.start_s + gap.end_s) / 2
    before = None
    timed = [word for word in transcript.words if word.has_times and not word.suspect]
    for number, word in enumerate(timed):
        assert word.start_s is not None and word.end_s is not None
        anchor_s = min(word.start_s + 0.1, (word.start_s + word.end_s) / 2)
        if anchor_s < middle_s:
            before = number
    if before is None or before == len(timed) - 1:
        return None
    if timed[before].text.rstrip(_CLOSING).endswith(_BOUNDARY_MARKS):
        return "boundary"
    return "boundary" if timed[before + 1].opens_segment else "mid_clause"
