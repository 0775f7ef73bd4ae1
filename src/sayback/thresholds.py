"""Every threshold of the report, in one place; `[thresholds]` in config.toml changes any of them.

Sources: Goldman-Eisler 1968 and De Jong & Bosker 2013 (silent pause of 250 ms); Kahng (mid-clause
pauses); Rodero 2012, Tauroza & Allison 1990 and Microsoft Speaker Coach (bands of pace); Hincks
2005 (pitch variation); Quantified Communications (fillers a minute). The rest is convention.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from sayback.setting import setting

_NEXT = "from the next analysis on"
_VERDICT = "at once in the band, from the next analysis on in the verdict"
_PAUSES: Callable[..., Any] = partial(setting, group="Pauses", unit="s", least=0.1)
_PACE: Callable[..., Any] = partial(
    setting, group="Pace", unit="words a minute", least=40, most=400
)
_RATES: Callable[..., Any] = partial(setting, group="Fillers", least=0)
_LENGTH: Callable[..., Any] = partial(setting, group="Length", unit="s", least=5, most=3600)
_STORY: Callable[..., Any] = partial(setting, group="Story", unit="share", least=0, most=1)
_SOUND: Callable[..., Any] = partial(setting, group="Sound")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Numbers that decide what is a pause, fast, much; units in the names."""

    pause_s: float = _PAUSES(
        0.25,
        "Pause",
        "Shortest stretch without speech that counts as a silent pause.",
        most=2,
        counts=_NEXT,
    )
    long_pause_s: float = _PAUSES(
        1.0, "Long pause", "From here on a pause counts as long.", most=10, not_below="pause_s"
    )
    flagged_mid_clause_pause_s: float = _PAUSES(
        2.5,
        "Pause to mention",
        "From here on a pause inside a clause is worth advice.",
        most=30,
        not_below="pause_s",
    )

    wpm_slow: float = _PACE(
        110.0, "Slow up to", "Up to here the pace is called slow.", counts=_NEXT
    )
    wpm_measured: float = _PACE(
        130.0,
        "Measured up to",
        "Up to here it is called measured, if not slow; above, on target.",
        not_below="wpm_slow",
        counts=_VERDICT,
    )
    wpm_target: float = _PACE(
        180.0,
        "On target up to",
        "Up to here it is called on target, if not measured; above, brisk.",
        not_below="wpm_measured",
        counts=_VERDICT,
    )
    wpm_brisk: float = _PACE(
        200.0,
        "Brisk up to",
        "Up to here it is called brisk, if not on target; above, fast.",
        not_below="wpm_target",
        counts=_NEXT,
    )
    pace_min_speech_s: float = setting(
        20.0,
        "Speech for a verdict",
        "With less speech than this there is no verdict on pace.",
        group="Pace",
        unit="s",
        least=0,
        most=600,
        counts=_NEXT,
    )
    pace_min_words: float = setting(
        40.0,
        "Words for a verdict",
        "With fewer words than this there is no verdict on pace.",
        group="Pace",
        unit="words",
        least=0,
        most=1000,
        counts=_NEXT,
    )
    curve_window_s: float = setting(
        15.0,
        "Window of the curve",
        "Over how much of the answer the pace curve averages.",
        group="Pace",
        unit="s",
        least=2,
        most=120,
        counts=_NEXT,
    )
    curve_hop_s: float = setting(
        5.0,
        "Step of the curve",
        "How far apart the points of the pace curve lie.",
        group="Pace",
        unit="s",
        least=0.5,
        most=120,
        counts=_NEXT,
    )

    filled_per_100_good: float = _RATES(
        2.0,
        "Few filled pauses",
        "Up to here few words are an um or an uh.",
        unit="in 100 words",
        most=100,
    )
    filled_per_100_high: float = _RATES(
        4.0,
        "Many filled pauses",
        "Above this many words are an um or an uh.",
        unit="in 100 words",
        most=100,
        not_below="filled_per_100_good",
    )
    fillers_per_minute_fluent: float = _RATES(
        1.0,
        "Fillers when fluent",
        "Up to here an answer sounds fluent.",
        unit="a minute",
        most=120,
    )
    fillers_per_minute_high: float = _RATES(
        5.0,
        "Many fillers",
        "Above this fillers are noticed.",
        unit="a minute",
        most=120,
        not_below="fillers_per_minute_fluent",
    )
    fillers_per_minute_hurts: float = _RATES(
        12.0,
        "Fillers that hurt",
        "Above this fillers hurt what you say.",
        unit="a minute",
        most=120,
        not_below="fillers_per_minute_high",
    )
    markers_per_100_high: float = _RATES(
        4.0,
        "Many markers",
        "Above this there are many like, you know, basically; used where "
        "the time is unknown, in place of the rate a minute.",
        unit="in 100 words",
        most=100,
        counts=_NEXT,
    )
    repetitions_per_100_high: float = _RATES(
        3.0,
        "Many repetitions",
        "Above this many words are said twice in a row.",
        unit="in 100 words",
        most=100,
        counts=_NEXT,
    )
    hedges_per_100_high: float = _RATES(
        3.0,
        "Many hedges",
        "Above this there are many I think, maybe, sort of.",
        unit="in 100 words",
        most=100,
        counts=_NEXT,
    )

    answer_min_s: float = _LENGTH(60.0, "Too short below", "Below this an answer is too short.")
    answer_comfortable_min_s: float = _LENGTH(
        90.0,
        "Comfortable from",
        "From here on an answer has a comfortable length.",
        not_below="answer_min_s",
    )
    answer_comfortable_max_s: float = _LENGTH(
        150.0,
        "Comfortable up to",
        "Up to here an answer has a comfortable length.",
        not_below="answer_comfortable_min_s",
    )
    answer_max_s: float = _LENGTH(
        180.0,
        "Too long above",
        "Above this an answer is too long.",
        not_below="answer_comfortable_max_s",
    )
    situation_share_max: float = _STORY(
        0.20, "Situation at most", "Advised share of the answer for the situation."
    )
    situation_share_flagged: float = _STORY(
        0.35,
        "Situation to mention",
        "From here on there is advice on it: labels are not exact.",
        not_below="situation_share_max",
        counts=_NEXT,
    )
    action_share_min: float = _STORY(
        0.45, "Action at least", "Advised share of the answer for what you did."
    )
    result_share_min: float = _STORY(
        0.10, "Result at least", "Advised share of the answer for the result."
    )
    confidence_clear: float = setting(
        0.5,
        "Clear labels",
        'Parts of a story that are less sure are shown as "unclear".',
        group="Story",
        unit="of 1",
        least=0,
        most=1,
    )

    pitch_flat_semitones: float = _SOUND(
        2.0,
        "Flat pitch below",
        "Below this the voice sounds flat.",
        unit="semitones",
        least=0,
        most=24,
        counts=_VERDICT,
    )
    pitch_lively_semitones: float = _SOUND(
        4.0,
        "Lively pitch from",
        "From here on the voice sounds lively.",
        unit="semitones",
        least=0,
        most=24,
        not_below="pitch_flat_semitones",
        counts=_VERDICT,
    )
    too_quiet_dbfs: float = _SOUND(
        -40.0,
        "Too quiet below",
        "99th percentile of the 10 ms level below which a recording is too quiet.",
        unit="dBFS",
        least=-100,
        most=0,
        counts=_NEXT,
    )
    clipping_fraction: float = _SOUND(
        0.0005,
        "Clipped above",
        "Share of samples at full scale above which a recording is clipped.",
        unit="share",
        least=0,
        most=1,
        counts=_NEXT,
    )
    min_speech_to_transcribe_s: float = _SOUND(
        0.5, "Speech to transcribe", "With less speech than this no words are looked for.",
        unit="s", least=0, most=60, counts=_NEXT,
    )  # fmt: skip
