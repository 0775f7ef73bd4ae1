"""Stretches between regions of speech."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayback.speech.regions import Region, Speech


def gaps(speech: Speech) -> tuple[Region, ...]:
    """Return every stretch between two neighbouring regions of speech."""
    return tuple(Region(before.end_s, after.start_s) for before, after in pairwise(speech.regions))


def holds_cut(region: Region, cuts: Sequence[float]) -> bool:
    """Whether the user paused the recorder somewhere in this stretch, edges included."""
    return any(region.start_s <= cut <= region.end_s for cut in cuts)


def silent_gaps(speech: Speech, *, min_s: float, cuts: Sequence[float] = ()) -> tuple[Region, ...]:
    """Return the gaps of at least `min_s` seconds between first and last speech.

    Parameters
    ----------
    speech
        The speech mask.
    min_s
        Shortest gap that counts, in seconds.
    cuts
        Seconds at which the user paused the recorder. A gap that holds one says nothing about
        the speaker and is left out.
    """
    # Region edges are sums of frame lengths: a gap of exactly min_s must not fall to rounding.
    return tuple(
        gap for gap in gaps(speech) if gap.duration_s >= min_s - 1e-9 and not holds_cut(gap, cuts)
    )
