"""A room's answer: how fast it dies away, how loud it is, and how much of the sound it explains.

Model: every 5 ms of direct sound leave behind a tail that falls exponentially (Lebart, Boucher
& Denbigh 2001; Habets 2007 for the ratio of direct to reverberant sound).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayback.speech.frames import runs
from sayback.speech.level import HOP_S, FloatArray

_LOOK_BACK_S = 0.3
_LOOK_AHEAD_S = 0.25
_NEAR_TOP_DB = 8.0
_DEEPEST_DB = 40.0
_ABOVE_FLOOR_DB = 4.0
_MIN_FALL_DB = 8.0
_MIN_FRAMES = 4
_MIN_TAILS = 3
_USUAL_PERCENTILE = 75.0
_STEEP_PERCENTILE = 90.0
_DRY_DB_PER_S = 230.0
"""Speech itself falls faster than this somewhere; in a room nothing does."""
_BREAK_S = 0.05
_BREAK_DB = 24.0
_BREAKS = 3
_LOUD_DB = 15.0
_SLOWEST_DB_PER_S = 30.0
_LATE_BELOW_DB = (15.0, 38.0)
_RATIOS_DB = np.arange(18.0, -9.1, -1.5)
_LATE_PERCENTILE = 30.0
_EXPLAINED_DB = 1.5
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Room:
    """How a room answers."""

    fall_db_per_s: float
    """60 dB over this is the reverberation time."""
    direct_db: float
    """Energy of the direct sound over that of its whole tail."""

    @property
    def rt60_s(self) -> float:
        """Seconds in which the tail falls by 60 dB."""
        return 60.0 / self.fall_db_per_s

    def tail(self, power: FloatArray) -> FloatArray:
        """Return what the room adds to each frame, given the power of what is heard.

        Parameters
        ----------
        power
            Shape (frames, bands).
        """
        keep = 10 ** (-self.fall_db_per_s * HOP_S / 10)
        feed = 10 ** (-self.direct_db / 10) * (1 - keep) / keep
        # tail[t+1] = keep · (tail[t] + feed · (power[t] − tail[t])): one pole at keep·(1−feed).
        pole = keep * (1 - min(feed, 1.0))
        length = int(np.ceil(np.log(1e-6) / np.log(max(pole, 1e-6)))) + 1
        kernel = np.concatenate(([0.0], keep * feed * pole ** np.arange(length)))
        tails = [np.convolve(band, kernel)[: len(power)] for band in power.T]
        return np.stack(tails, axis=1)


def estimate_room(
    db: FloatArray, power: FloatArray, *, ends: Sequence[int], floor_db: float
) -> Room | None:
    """Estimate the room from how the sound dies away at the ends of phrases.

    Parameters
    ----------
    db
        Level of each frame.
    power
        Shape (frames, bands).
    ends
        Frames at which speech seems to end.
    floor_db
        Level of the noise.

    Returns
    -------
    Room or None
        None where some sound stops faster than any room lets it, or too few phrases tell.
    """
    if _stops_at_once(db):
        return None
    falls = [fall for end in ends if (fall := _fall(db, end=end, floor_db=floor_db)) is not None]
    if len(falls) < _MIN_TAILS:
        return None
    rate, steep = np.percentile(falls, (_USUAL_PERCENTILE, _STEEP_PERCENTILE)).tolist()
    if rate < _SLOWEST_DB_PER_S or steep > _DRY_DB_PER_S:
        return None
    late = _late_frames(db, ends=ends, floor_db=floor_db)
    if len(late) < _MIN_FRAMES:
        return None
    total = power.sum(axis=1, keepdims=True)
    for ratio_db in _RATIOS_DB:
        room = Room(rate, float(ratio_db))
        unexplained = (total[late, 0] + _TINY) / (room.tail(total)[late, 0] + _TINY)
        if 10 * np.log10(float(np.percentile(unexplained, _LATE_PERCENTILE))) < _EXPLAINED_DB:
            return room
    return room


def _stops_at_once(db: FloatArray) -> bool:
    """Whether loud sound breaks off several times, as before p, t and k, faster than rooms let it.

    In a room the level first loses the direct sound, some 10 dB at most, and then falls slowly.
    """
    frames = round(_BREAK_S / HOP_S)
    if len(db) <= frames:
        return False
    loud = db[:-frames] > float(np.percentile(db, 99.0)) - _LOUD_DB
    drops = loud & (db[:-frames] - db[frames:] >= _BREAK_DB)
    return sum(1 for _ in runs(drops)) >= _BREAKS


def _fall(db: FloatArray, *, end: int, floor_db: float) -> float | None:
    """Return how many dB a second the level falls after the last loud moment before `end`."""
    first = max(end - round(_LOOK_BACK_S / HOP_S), 0)
    stretch = db[first : end + round(_LOOK_AHEAD_S / HOP_S)]
    if len(stretch) < _MIN_FRAMES:
        return None
    top = float(stretch.max())
    begin = int(np.flatnonzero(stretch >= top - _NEAR_TOP_DB)[-1])
    lowest = max(floor_db + _ABOVE_FLOOR_DB, top - _DEEPEST_DB)
    below = np.flatnonzero(stretch[begin:] <= lowest)
    stop = begin + (int(below[0]) if len(below) else int(np.argmin(stretch[begin:])))
    if stop - begin < 1 or stretch[begin] - stretch[stop] < _MIN_FALL_DB:
        return None
    times = np.arange(stop - begin + 1) * HOP_S
    return -float(np.polyfit(times, stretch[begin : stop + 1], 1)[0])


def _late_frames(db: FloatArray, *, ends: Sequence[int], floor_db: float) -> np.ndarray:
    """Return frames that only the room can explain: well below the phrase, above the noise."""
    found: list[int] = []
    for end in ends:
        first = max(end - round(_LOOK_BACK_S / HOP_S), 0)
        top = float(db[first : end + 1].max())
        for frame in range(end, min(end + round(_LOOK_AHEAD_S / HOP_S), len(db))):
            below = top - db[frame]
            if _LATE_BELOW_DB[0] <= below <= _LATE_BELOW_DB[1] and db[frame] > floor_db + 3.0:
                found.append(frame)
    return np.array(found, dtype=int)
