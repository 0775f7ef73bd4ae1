"""The take from its start to its end in a row of cells. No screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayback.analysis.report import Part, Report
from sayback.render.figure import Tone
from sayback.render.star_view import PART_NAMES, PartShare
from sayback.thresholds import Thresholds

FILLER = "▾"
POSSIBLE = "▿"
LONG_PAUSE = "‖"
BOOKMARK = "◆"


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring cells of one part of the story."""

    start: int
    end: int
    """Cell after the last."""
    part: Part | None
    seconds: float = 0.0
    """Length of its sentences."""

    @property
    def label(self) -> str:
        """Name or letter with the seconds, as much as fits, padded to the band."""
        cells = self.end - self.start
        if self.part is None or self.part == "O":
            return " " * cells
        length = f" {self.seconds:.0f} s"
        texts = (PART_NAMES[self.part] + length, self.part + length, self.part)
        text = next((text for text in texts if len(text) + 2 <= cells), self.part)
        return f"▏{text}"[:cells].ljust(cells) if cells > 1 else text[:cells]


def cell_of(time_s: float, duration_s: float, width: int) -> int:
    """Return the cell that a moment falls into."""
    if duration_s <= 0:
        return 0
    share = min(1.0, max(0.0, time_s / duration_s))
    return min(width - 1, int(width * share))


def bands(report: Report, duration_s: float, width: int) -> tuple[Band, ...]:
    """Return the parts of the story from the first cell to the last."""
    parts: list[Part | None] = [None] * width
    lengths_s = [0.0] * width
    for part, start_s, end_s, length_s in _stretches(report):
        first = cell_of(start_s, duration_s, width)
        last = cell_of(end_s, duration_s, width)
        parts[first : last + 1] = [part] * (last + 1 - first)
        lengths_s[first : last + 1] = [length_s] * (last + 1 - first)
    return tuple(_runs(parts, lengths_s))


def _stretches(report: Report) -> Iterator[tuple[Part, float, float, float]]:
    """Yield neighbouring sentences of one part together: start, end, length of the sentences."""
    now: tuple[Part, float, float, float] | None = None
    for sentence in report.star.sentences if report.star.applies else ():
        if sentence.start is None or sentence.end is None:
            continue
        length_s = sentence.end - sentence.start
        if now is not None and now[0] == sentence.part:
            now = (now[0], now[1], sentence.end, now[3] + length_s)
            continue
        if now is not None:
            yield now
        now = (sentence.part, sentence.start, sentence.end, length_s)
    if now is not None:
        yield now


def _runs(parts: list[Part | None], lengths_s: list[float]) -> Iterator[Band]:
    start = 0
    for place in range(1, len(parts) + 1):
        if place == len(parts) or parts[place] != parts[start]:
            yield Band(start, place, parts[start], lengths_s[place - 1])
            start = place


def marks(
    report: Report,
    duration_s: float,
    width: int,
    thresholds: Thresholds | None = None,
    bookmarks: Iterable[float] = (),
) -> str:
    """Return a row of signs: long pauses, over them fillers, over them bookmarks."""
    limits = thresholds or Thresholds()
    row = ["─"] * width
    for pause in report.pauses.items:
        if pause.duration_s >= limits.long_pause_s:
            row[cell_of((pause.start + pause.end) / 2, duration_s, width)] = LONG_PAUSE
    for item in report.fillers.items:
        if item.start is not None:
            sign = POSSIBLE if item.kind == "possible" else FILLER
            row[cell_of(item.start, duration_s, width)] = sign
    for time_s in bookmarks:
        row[cell_of(time_s, duration_s, width)] = BOOKMARK
    return "".join(row)


def shares(parts: Iterable[PartShare], width: int) -> tuple[tuple[str, Tone], ...]:
    """Return each part's seconds and share against the advised one, as fully as fits.

    Parameters
    ----------
    parts
        As `star_view` gives them; Other has no advised share and is left out.
    width
        Cells for all of them, two between neighbours.
    """
    shown = [part for part in parts if part.part != "O"]
    for write in (_in_full, _in_short, _in_brief):
        texts = [write(part) for part in shown]
        if sum(map(len, texts)) + 2 * len(texts) <= width + 2:
            break
    return (
        tuple((text, part.tone) for text, part in zip(texts, shown, strict=True)) if shown else ()
    )


_SIGNS: dict[Tone, str] = {"good": "✓", "notice": "!", "plain": "·", "unknown": "?"}


def _seconds(part: PartShare) -> str:
    return "" if part.seconds is None else f" {part.seconds:.0f} s"


def _in_full(part: PartShare) -> str:
    share = f"{100 * part.share:.0f} %, advised {part.advised}"
    return f"{_SIGNS[part.tone]} {part.part} {part.name}{_seconds(part)}, {share}"


def _in_short(part: PartShare) -> str:
    advised = part.advised.removeprefix("about ")
    return f"{_SIGNS[part.tone]} {part.part}{_seconds(part)} {100 * part.share:.0f} % ({advised})"


def _in_brief(part: PartShare) -> str:
    advised = part.advised.removeprefix("about ").removesuffix(" %")
    return f"{_SIGNS[part.tone]}{part.part}{_seconds(part)} {100 * part.share:.0f}/{advised} %"
