"""find_speech: the stretches of a recording in which somebody speaks.

Two witnesses must agree. Silero VAD says where there is a voice, to within some 50 ms; the level
says where exactly it begins and ends: speech ends where the level falls 30 dB under the loudest
moment of its phrase. Both are needed: Silero alone is too coarse, and the level alone takes
every breath and slammed door for speech.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sayback.audio.samples import ANALYSIS_RATE_HZ, Samples
from sayback.speech.level import (
    HOP_S,
    SILENCE_DB,
    FloatArray,
    band_power,
    clean_samples,
    to_db,
    wide_bands,
)
from sayback.speech.noise import estimate_noise, level_above, smooth, subtract_noise, subtract_tail
from sayback.speech.regions import Region, Speech
from sayback.speech.room import estimate_room
from sayback.speech.silero import WINDOW, speech_probability

Mask = npt.NDArray[np.bool_]

SPEECH_RANGE_DB = 30.0
"""Speech ends where the level is this far below the phrase's loudest moment."""
_FLOOR_MARGIN_DB = 3.0
_VOICE = 0.5
_SURE_VOICE = 0.5
_LEAST_VOICE = 0.35
_KEEP_VOICE = 0.25
_CLEAR_PERCENTILE = 95.0
_OF_CLEAR = 0.75
_SURELY_NO_VOICE = 0.2
_REACH_S = 0.15
"""How far from a voice that Silero hears a sound may lie and still be speech."""
_BRIDGE_S = 0.08
_SPEECH_BANDS = slice(2, None)
"""From 300 Hz up, where a rumble does not pass for loudness."""
_SYLLABLES_S = 0.2
_USUAL_PERCENTILE = 75.0
_BACKGROUND_DB = 14.0
"""Nobody but people in the background is this far under the speaker's usual loud moments…"""
_QUIET_PERCENTILE = 5.0
_UNSTEADY_DB = 12.0
"""… and no louder than this above the recording's quietest moments."""
_PHRASE_GAP_S = 0.2
_MIN_REGION_S = 0.03
_ROUNDS = 3


def find_speech(samples_16k: Samples) -> Speech:
    """Find where somebody speaks.

    Parameters
    ----------
    samples_16k
        Shape (n,), mono, 16 kHz, full scale ±1; any length, values that are not finite count
        as 0.

    Returns
    -------
    Speech
        Regions to within 5 ms, dips under 80 ms bridged; none where nobody speaks.
    """
    samples = clean_samples(samples_16k)
    duration_s = len(samples) / ANALYSIS_RATE_HZ
    if len(samples) < WINDOW or float(np.max(np.abs(samples))) < 10 ** (SILENCE_DB / 20):
        return Speech((), duration_s)
    power = smooth(band_power(samples))
    probability = _per_frame(speech_probability(samples), len(power))
    voice = _voice(probability)
    if not voice.any():
        return Speech((), duration_s)
    near = _near_speaker(power, voice)
    voice &= near
    is_pause = ~_dilate((probability >= _SURELY_NO_VOICE) & near, round(_REACH_S / HOP_S))
    reach = _dilate(voice, round(_REACH_S / HOP_S))
    noise = estimate_noise(power, is_pause=is_pause)
    dry = wide_bands(subtract_noise(power, noise))
    level = level_above(dry, noise, is_pause=is_pause)
    mask = _adaptive_mask(level.db, level.floor_db, reach)
    ends = [last - 1 for _, last in runs(bridge(mask, round(_BRIDGE_S / HOP_S)))]
    room = estimate_room(
        to_db(power.sum(axis=1)), dry, ends=ends, floor_db=float(to_db(noise.sum()))
    )
    if room is not None:
        level = level_above(subtract_tail(dry, room.tail(dry)), noise, is_pause=is_pause)
        mask = _adaptive_mask(level.db, level.floor_db, reach)
    mask = _fill_where_voiced(mask, near & (probability >= _SURE_VOICE))
    mask = _keep_voiced(bridge(mask, round(_BRIDGE_S / HOP_S)), voice)
    # A frame's window reaches beyond the frame, so that sound seems to last one frame longer.
    regions = tuple(
        Region((first + (first > 0)) * HOP_S, min((last - (last < len(mask))) * HOP_S, duration_s))
        for first, last in runs(mask)
    )
    return Speech(regions, duration_s)


def runs(mask: Mask) -> list[tuple[int, int]]:
    """Return (first, one past last) of every run of True."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], mask, [False])).astype(np.int8)))
    return [(int(first), int(last)) for first, last in edges.reshape(-1, 2)]


def _per_frame(probability: FloatArray, frames: int) -> FloatArray:
    centre = (np.arange(frames) + 0.5) * HOP_S * ANALYSIS_RATE_HZ
    index = np.minimum(centre // WINDOW, len(probability) - 1).astype(int)
    return np.asarray(probability[index])


def _voice(probability: FloatArray) -> Mask:
    """Return where there is a voice: begun by a high probability, kept up by a lower one.

    A voice that Silero is never quite sure of, over a telephone say, is measured against its
    own best moments.
    """
    usual = float(np.percentile(probability, _CLEAR_PERCENTILE))
    begin = float(np.clip(_OF_CLEAR * usual, _LEAST_VOICE, _VOICE))
    voice = np.zeros(len(probability), dtype=np.bool_)
    for first, last in runs(probability >= min(_KEEP_VOICE, begin)):
        voice[first:last] = bool((probability[first:last] >= begin).any())
    return voice


def _near_speaker(power: FloatArray, voice: Mask) -> Mask:
    """Tell the speaker from people talking in the background, by how loud they get."""
    db = to_db(power[:, _SPEECH_BANDS].sum(axis=1))
    loudest = _local_max(db, round(_SYLLABLES_S / HOP_S))
    usual_db = float(np.percentile(loudest[voice], _USUAL_PERCENTILE))
    quiet_db = float(np.percentile(loudest, _QUIET_PERCENTILE))
    # Somebody who lowers the voice still stands out of the quiet; background talk is the quiet.
    is_background = (loudest < usual_db - _BACKGROUND_DB) & (loudest < quiet_db + _UNSTEADY_DB)
    return ~is_background


def _local_max(values: FloatArray, frames: int) -> FloatArray:
    padded = np.pad(values, frames, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * frames + 1)
    return np.asarray(windows.max(axis=1))


def _adaptive_mask(db: FloatArray, floor_db: float, reach: Mask) -> Mask:
    """Threshold every phrase at its own peak less 30 dB; phrases and thresholds find each other."""
    peak = float(np.percentile(db[reach], 99.0))
    mask = reach & (db > max(peak - SPEECH_RANGE_DB, floor_db + _FLOOR_MARGIN_DB))
    for _ in range(_ROUNDS):
        threshold = np.full(len(db), np.inf)
        phrases = runs(bridge(mask, round(_PHRASE_GAP_S / HOP_S)))
        for number, (first, last) in enumerate(phrases):
            before = (phrases[number - 1][1] + first) // 2 if number else 0
            after = (last + phrases[number + 1][0]) // 2 if number + 1 < len(phrases) else len(db)
            threshold[before:after] = db[first:last].max() - SPEECH_RANGE_DB
        mask = reach & (db > np.maximum(threshold, floor_db + _FLOOR_MARGIN_DB))
    return mask


def _fill_where_voiced(mask: Mask, sure: Mask) -> Mask:
    """Fill the gaps in which a voice is heard all the way, however weak it gets."""
    filled = mask.copy()
    for (_, end), (start, _) in pairwise(runs(mask)):
        filled[end:start] |= bool(sure[end:start].all())
    return filled


def _keep_voiced(mask: Mask, voice: Mask) -> Mask:
    kept = np.zeros_like(mask)
    for first, last in runs(mask):
        if (last - first) * HOP_S >= _MIN_REGION_S and voice[first:last].any():
            kept[first:last] = True
    return kept


def bridge(mask: Mask, longest: int) -> Mask:
    """Fill gaps of fewer than `longest` frames between two runs."""
    filled = mask.copy()
    found = runs(mask)
    for (_, end), (start, _) in pairwise(found):
        if start - end < longest:
            filled[end:start] = True
    return filled


def _dilate(mask: Mask, frames: int) -> Mask:
    total = np.concatenate(([0], np.cumsum(mask)))
    index = np.arange(len(mask))
    upper = np.minimum(index + frames + 1, len(mask))
    lower = np.maximum(index - frames, 0)
    return np.asarray(total[upper] > total[lower])
