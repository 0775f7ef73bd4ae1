"""Every threshold of the report, in one place; `[thresholds]` in config.toml changes any of them.

Sources: Goldman-Eisler 1968 and De Jong & Bosker 2013 (silent pause of 250 ms); Kahng (mid-clause
pauses); Rodero 2012, Tauroza & Allison 1990 and Microsoft Speaker Coach (bands of pace); Hincks
2005 (pitch variation); Quantified Communications (fillers a minute). The rest is convention.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from sayback.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Numbers that decide what is a pause, fast, much; units in the names."""

    pause_s: float = 0.25
    """Shortest stretch without speech that counts as a silent pause."""
    long_pause_s: float = 1.0
    flagged_mid_clause_pause_s: float = 2.5

    wpm_slow: float = 110.0
    wpm_measured: float = 130.0
    wpm_target: float = 180.0
    wpm_brisk: float = 200.0
    """Upper ends of slow, measured, target and brisk; above is fast."""
    pace_min_speech_s: float = 20.0
    pace_min_words: float = 40.0
    """Below either of the two there is no verdict on pace."""
    curve_window_s: float = 15.0
    curve_hop_s: float = 5.0

    filled_per_100_good: float = 2.0
    filled_per_100_high: float = 4.0
    fillers_per_minute_fluent: float = 1.0
    fillers_per_minute_high: float = 5.0
    fillers_per_minute_hurts: float = 12.0
    markers_per_100_high: float = 4.0
    """Used where the time is unknown, in place of the rate a minute."""
    repetitions_per_100_high: float = 3.0
    hedges_per_100_high: float = 3.0

    answer_min_s: float = 60.0
    answer_comfortable_min_s: float = 90.0
    answer_comfortable_max_s: float = 150.0
    answer_max_s: float = 180.0
    situation_share_max: float = 0.20
    situation_share_flagged: float = 0.35
    """Above what is advised there is advice only from here on: labels are not exact."""
    action_share_min: float = 0.45
    result_share_min: float = 0.10
    confidence_clear: float = 0.5
    """Labels below this are shown as "unclear"."""

    pitch_flat_semitones: float = 2.0
    pitch_lively_semitones: float = 4.0
    too_quiet_dbfs: float = -40.0
    """99th percentile of the 10 ms level below which a recording is too quiet."""
    clipping_fraction: float = 0.0005
    """Share of samples at full scale above which a recording is clipped."""
    min_speech_to_transcribe_s: float = 0.5

    @classmethod
    def from_mapping(cls, values: dict[str, Any]) -> Thresholds:
        """Read the changed ones from a table of the configuration.

        Raises
        ------
        ConfigError
            For an unknown name or a value that is no number.
        """
        known = {field.name for field in fields(cls)}
        for name, value in values.items():
            if name not in known:
                raise ConfigError(
                    f"Unknown threshold '{name}' in [thresholds] of config.toml: "
                    f"remove it, or use one of {', '.join(sorted(known))}."
                )
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise ConfigError(f"Threshold '{name}' in config.toml must be a number.")
        return cls(**{name: float(value) for name, value in values.items()})
