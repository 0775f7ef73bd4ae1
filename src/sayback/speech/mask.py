"""find_speech: the stretches of a recording in which somebody speaks.

Two witnesses must agree. Silero VAD says where there is a voice, to within some 50 ms; the level
says where exactly it begins and ends: speech ends where the level falls 30 dB under the loudest
moment of its phrase. Both are needed: Silero alone is too coarse, and the level alone takes
every breath and slammed door for speech.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from sayback.audio.samples import ANALYSIS_RATE_HZ, Samples
from sayback.speech.frames import Mask, bridge, dilate, runs
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
from sayback.speech.voice import find_voice, near_speaker, per_frame

SPEECH_RANGE_DB = 30.0
"""Speech ends where the level is this far below the phrase's loudest moment."""
_FLOOR_MARGIN_DB = 3.0
_SURE_VOICE = 0.5
_SURELY_NO_VOICE = 0.2
_REACH_S = 0.15
"""How far from a voice that Silero hears a sound may lie and still be speech."""
_BRIDGE_S = 0.08
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
    mask = _speech_mask(samples)
    # A frame's window reaches beyond the frame, so that sound seems to last one frame longer.
    regions = tuple(
        Region((first + (first > 0)) * HOP_S, min((last - (last < len(mask))) * HOP_S, duration_s))
        for first, last in runs(mask)
    )
    return Speech(regions, duration_s)


def _speech_mask(samples: Samples) -> Mask:
    power = smooth(band_power(samples))
    probability = per_frame(speech_probability(samples), len(power))
    voice = find_voice(probability)
    if not voice.any():
        return voice
    near = near_speaker(power, voice)
    voice &= near
    reach = dilate(voice, round(_REACH_S / HOP_S))
    is_pause = ~dilate((probability >= _SURELY_NO_VOICE) & near, round(_REACH_S / HOP_S))
    mask = _level_mask(power, reach=reach, is_pause=is_pause)
    mask = _fill_where_voiced(mask, near & (probability >= _SURE_VOICE))
    return _keep_voiced(bridge(mask, round(_BRIDGE_S / HOP_S)), voice)


def _level_mask(power: FloatArray, *, reach: Mask, is_pause: Mask) -> Mask:
    """Return where the level is that of speech, once noise and room are taken out."""
    noise = estimate_noise(power, is_pause=is_pause)
    rest = wide_bands(subtract_noise(power, noise))
    level = level_above(rest, noise, is_pause=is_pause)
    mask = _adaptive_mask(level.db, level.floor_db, reach)
    ends = [last - 1 for _, last in runs(bridge(mask, round(_BRIDGE_S / HOP_S)))]
    heard_db = to_db(power.sum(axis=1))
    room = estimate_room(heard_db, rest, ends=ends, floor_db=float(to_db(noise.sum())))
    if room is None:
        return mask
    level = level_above(subtract_tail(rest, room.tail(rest)), noise, is_pause=is_pause)
    return _adaptive_mask(level.db, level.floor_db, reach)


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
