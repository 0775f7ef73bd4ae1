"""TakeView: a take worked out for the Report screen, once, before it is drawn. No screen."""

from __future__ import annotations

from collections.abc import Iterable

from sayback.analysis.report import Evidence, Report
from sayback.library import Bookmark, Take
from sayback.render.figure import Figure
from sayback.render.figures import figures
from sayback.render.measures import Measure
from sayback.render.star_view import star_view
from sayback.render.units import clock
from sayback.render.words_marked import MarkedSentence, mark_words
from sayback.thresholds import Thresholds
from sayback.tui import take_lines
from sayback.tui.moments import (
    SpokenWords,
    filler_stops,
    filler_stretches,
    part_stops,
    pause_stops,
    sentence_at,
)

STAR = "star"
"""Prefix of the ids of the story's parts in the list of figures."""
STILL_NO_WORDS = "The words are still not known: no model is here that can hear you. F2 gets one."
_SHORT_CELLS = 28
"""What is longer may be cut off in the list, and is told again below it."""


class TakeView:
    """What the screen shows of a take, and what its keys need to know.

    Parameters
    ----------
    take
        A take with or without a report.
    thresholds
        Bands of the figures.
    """

    def __init__(self, take: Take, thresholds: Thresholds) -> None:
        self.take = take
        self.report = take.report or Report()
        self.figures = figures(self.report, thresholds)
        self.star = star_view(self.report, thresholds)
        self.sentences = mark_words(self.report, thresholds)
        self.spoken = SpokenWords(self.report.transcript.words)
        self.stops: dict[str, tuple[float, ...]] = {
            "filler": filler_stops(self.report),
            "long pause": pause_stops(self.report, thresholds),
            "part of the story": part_stops(self.report),
        }
        """Where to go to, by the name of what is there."""
        self.filler_stretches = filler_stretches(self.report)

    @property
    def title(self) -> str:
        """The question."""
        return take_lines.question_text(self.take)

    @property
    def facts(self) -> str:
        """When, how long, which model; warnings about the words."""
        transcript = self.report.transcript
        facts = [take_lines.when(self.take)]
        if self.report.take.duration_s is not None:
            facts.append(clock(self.report.take.duration_s))
        if self.take.recording.device:
            facts.append(self.take.recording.device)
        if transcript.model:
            facts.append(f"words by {transcript.model}")
        if state := take_lines.state(self.take):
            facts.append(state)
        return " · ".join(facts)

    @property
    def kept(self) -> str:
        """What the listener said of it: rating, bookmarks, corrections, notes."""
        take = self.take
        said = [f"rated “{take.rating}”" if take.rating else ""]
        said.append(_count(len(take.bookmarks), "◆ {} bookmark"))
        said.append(_count(len(take.corrections), "{} correction"))
        said.append("✎ " + " ".join(take.notes.split()) if take.notes.strip() else "")
        return " · ".join(one for one in said if one)

    @property
    def caution(self) -> str:
        """One line that must not be overlooked; empty for a sound report."""
        if self.report.transcript.model == "demo":
            return "demo model: words not reliable"
        if self.take.report is None:
            return "This take is not analysed yet; press a."
        if self.take.pending:
            return "The words are not known yet; press a once a model is installed (F2)."
        return ""

    @property
    def no_words(self) -> str:
        """What to say where the transcript would stand."""
        return "The words are not known yet." if self.take.pending else "No words were heard."

    @property
    def no_advice(self) -> str:
        """What to say where the advice would stand."""
        if self.report.transcript.words:
            return "Nothing stands out that you should change."
        return f"{self.no_words} Advice comes with them." if self.take.pending else self.no_words

    def figure(self, figure_id: str | None) -> Figure | None:
        """Return the figure of that id."""
        return next((figure for figure in self.figures if figure.id == figure_id), None)

    def details(self, figure_id: str | None) -> str:
        """Return what the marked figure is judged against, or why it is not known."""
        if figure_id == STAR:
            return as_sentence(self.star.why)
        figure = self.figure(figure_id)
        found = self.measure(figure_id)
        lines = [f"Advised: {found[2]}" if found and not figure and found[2] else ""]
        if figure:
            whole = f"{figure.value}  {figure.verdict}".rstrip()
            lines.append(whole if len(whole) > _SHORT_CELLS else "")
            lines.append(figure.band if figure.is_known else as_sentence(figure.why))
        count = len(figure.moments) if figure else 0
        if count:
            lines.append("Enter plays it." if count == 1 else f"Enter plays the first of {count}.")
        return "\n".join(line for line in lines if line)

    def measure(self, figure_id: str | None) -> tuple[str, Measure, str] | None:
        """Return label, definition and band of what is marked in the list of figures."""
        if figure_id == STAR:
            return "STAR", self.star.measure, ""
        if figure_id and figure_id.startswith(STAR + "."):
            part = next((p for p in self.star.parts if figure_id == f"{STAR}.{p.part}"), None)
            advised = f"{part.advised} of the answer" if part and part.advised else ""
            return "STAR", self.star.measure, advised
        figure = self.figure(figure_id)
        return (figure.label, figure.measure, figure.band) if figure else None

    def first_moment(self, figure_id: str | None) -> Evidence | None:
        """Return where a figure, or a part of the story, can be heard first."""
        if figure_id and figure_id.startswith(STAR + "."):
            part = figure_id.removeprefix(STAR + ".")
            sentences = (s for s in self.report.star.sentences if s.part == part)
            return _first((s.start, s.end) for s in sentences)
        figure = self.figure(figure_id)
        return figure.moments[0] if figure and figure.moments else None

    def sentence(self, word: int | None) -> MarkedSentence | None:
        """Return the sentence that a word stands in."""
        return None if word is None else sentence_at(self.sentences, word)

    def bookmark_near(self, time_s: float, *, within_s: float = 0.75) -> Bookmark | None:
        """Return the bookmark at a moment."""
        near = [mark for mark in self.take.bookmarks if abs(mark.t - time_s) <= within_s]
        return min(near, key=lambda mark: abs(mark.t - time_s)) if near else None

    def word_start_s(self, index: int) -> float | None:
        """Return when a word begins."""
        return self.report.transcript.words[index].start_s


def _count(number: int, text: str) -> str:
    return text.format(number) + ("s" if number != 1 else "") if number else ""


def _first(times: Iterable[tuple[float | None, float | None]]) -> Evidence | None:
    for start, end in times:
        if start is not None and end is not None:
            return Evidence(start, end)
    return None


def as_sentence(why: str) -> str:
    """Return a reason that elsewhere follows a colon as it stands by itself."""
    return why[:1].upper() + why[1:]
