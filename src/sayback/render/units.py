"""How numbers are written: the same in the terminal, in Markdown, in HTML and on the screen."""

from __future__ import annotations

NOT_KNOWN = "not known"


def clock(time_s: float) -> str:
    """Return a moment as minutes and seconds, such as "1:07"."""
    whole = int(max(0.0, time_s))
    hours, minutes, seconds = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def duration(length_s: float) -> str:
    """Return a length in words, such as "1 min 52 s"."""
    whole = round(max(0.0, length_s))
    if whole < 60:
        return f"{whole} s"
    hours, minutes, seconds = whole // 3600, whole // 60 % 60, whole % 60
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {seconds} s" if seconds else f"{minutes} min"


def short_duration(length_s: float) -> str:
    """Return a length with its tenths, such as "0.8 s"."""
    return f"{length_s:.1f} s"


def percent(fraction: float) -> str:
    """Return a share, such as "58 %"."""
    return f"{100 * fraction:.0f} %"


def percent_range(low: float, high: float) -> str:
    """Return a range of shares, such as "10–20 %"; a range of one value is that value."""
    if low == high:
        return percent(low)
    return f"{100 * low:.0f}–{percent(high)}"


def number(value: float) -> str:
    """Return a threshold without needless decimals: 2 for 2.0, 0.25 as it is."""
    return f"{value:g}"


def counted(count: int, one: str, many: str = "") -> str:
    """Return a number with its noun, such as "1 pause" or "3 pauses"."""
    return f"{count} {one if count == 1 else many or one + 's'}"
