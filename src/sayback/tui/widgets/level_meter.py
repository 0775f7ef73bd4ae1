"""The level of the microphone as a bar, with words beside it."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

LOWEST_DB = -60.0
_GOOD_FROM_DB = -40.0
_LOUD_FROM_DB = -9.0
_CLIPS_FROM_DB = -1.0
_TEXT_CELLS = 17


def level_word(level_db: float | None, peak_db: float | None) -> str:
    """Return what the level is like, so that colour is never the only sign."""
    if level_db is None or level_db <= LOWEST_DB:
        return "silent"
    if peak_db is not None and peak_db >= _CLIPS_FROM_DB:
        return "too loud"
    if level_db >= _LOUD_FROM_DB:
        return "loud"
    return "good" if level_db >= _GOOD_FROM_DB else "quiet"


def cells(level_db: float | None, width: int) -> int:
    """Return how many of `width` cells a level fills."""
    if level_db is None:
        return 0
    share = (level_db - LOWEST_DB) / -LOWEST_DB
    return round(min(1.0, max(0.0, share)) * width)


class LevelMeter(Widget):
    """One line: a bar from -60 to 0 dB, a mark at the recent peak, the level in words."""

    DEFAULT_CSS = "LevelMeter { height: 1; }"

    level_db: reactive[float | None] = reactive(None)
    peak_db: reactive[float | None] = reactive(None)

    def show(self, level_db: float | None, peak_db: float | None) -> None:
        """Show a level; steps under half a decibel are not worth drawing."""
        self.level_db = None if level_db is None else round(level_db * 2) / 2
        self.peak_db = None if peak_db is None else round(peak_db * 2) / 2

    def render(self) -> Content:
        """Draw the bar."""
        width = max(4, self.size.width - _TEXT_CELLS)
        # Where nobody listens it is not silent.
        word = "" if self.level_db is None else level_word(self.level_db, self.peak_db)
        filled, peak = cells(self.level_db, width), cells(self.peak_db, width)
        bar = ["━"] * filled + ["─"] * (width - filled)
        if peak > 0:
            bar[peak - 1] = "┃"
        style = {"too loud": "$error", "loud": "$warning", "good": "$success"}.get(word, "$primary")
        level = "  –   " if self.level_db is None else f"{max(self.level_db, -99):4.0f} dB"
        drawn = "".join(bar)
        cut = max(filled, peak)
        return Content.assemble(
            (drawn[:cut], style),
            (drawn[cut:], "$foreground 25%"),
            f" {level} ",
            (f"{word:<8}", f"bold {style}"),
        )
