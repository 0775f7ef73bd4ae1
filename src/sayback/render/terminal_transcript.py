"""The transcript as terminal text: fillers between signs, the STAR part in the margin."""

from __future__ import annotations

from collections.abc import Iterator

from sayback.analysis.report import FillerKind, Report
from sayback.render.page import Page, Span
from sayback.render.safe_text import without_tail
from sayback.render.units import clock
from sayback.render.words_marked import MarkedSentence, MarkedWord, mark_words, marks_present, runs
from sayback.thresholds import Thresholds

SIGNS: dict[FillerKind, tuple[str, str]] = {
    "filled_pause": ("‹", "›"),
    "marker": ("~", "~"),
    "repetition": ("=", "="),
    "possible": ("«", "»"),
}
"""What stands before and after each kind, since colour alone says nothing to some."""
POSSIBLE = "«um?»"
_LEGEND = (
    ("filled_pause", "filled_pause", "‹filled pause›"),
    ("marker", "marker", "~marker~"),
    ("repetition", "repetition", "=repetition="),
    ("possible", "possible", "«um?» heard, not written: a guess"),
    ("suspect", "suspect", "(?word) doubtful, nobody was heard"),
    ("unclear", "dim", "? unclear"),
)


def write_transcript(page: Page, report: Report, thresholds: Thresholds | None = None) -> None:
    """Write the words sentence by sentence with their times."""
    sentences = mark_words(report, thresholds)
    if not sentences:
        if report.transcript.status != "pending":
            page.heading("Transcript")
            page.line(Span("  No words: nobody was heard.", "dim"))
        return
    page.heading("Transcript")
    has_parts = any(sentence.part for sentence in sentences)
    for sentence in sentences:
        time = "" if sentence.start_s is None else clock(sentence.start_s)
        part = f"{sentence.part or ' '}{' ' if sentence.clear else '?'}" if has_parts else ""
        page.flow(
            list(_spans(sentence)),
            first=[Span(f"{time:>7} ", "dim"), Span(part, sentence.part or ""), Span("│ ", "dim")],
            rest=[Span(" " * (8 + len(part))), Span("│ ", "dim")],
        )
    _write_legend(page, sentences, has_parts=has_parts)


def _spans(sentence: MarkedSentence) -> Iterator[Span]:
    for run in runs(sentence.words):
        before, after, style = _signs(run)
        for word in run:
            for _ in word.follows:
                yield Span(f"{POSSIBLE} ", "possible")
            opening = before if word is run[0] else ""
            if word is run[-1] and after:
                bare, tail = without_tail(word.text)
                yield Span(f"{opening}{bare}{after}", style)
                yield Span(f"{tail} ")
            else:
                yield Span(f"{opening}{word.text}", style)
                yield Span(" ")
            for _ in word.hides:
                yield Span(f"{POSSIBLE} ", "possible")
    for _ in sentence.after:
        yield Span(f"{POSSIBLE} ", "possible")


def _signs(run: tuple[MarkedWord, ...]) -> tuple[str, str, str]:
    """Return what stands before and after the words of one mark, and their style."""
    first = run[0]
    if first.suspect:
        return "(?", ")", "suspect"
    if first.filler is None:
        return "", "", ""
    before, after = SIGNS[first.filler]
    return before, after if first.clear else f"?{after}", first.filler


def _write_legend(page: Page, sentences: tuple[MarkedSentence, ...], *, has_parts: bool) -> None:
    present = marks_present(sentences)
    entries = [(text, style) for mark, style, text in _LEGEND if mark in present]
    if not entries:
        return
    parts = [Span(entries[0][0], entries[0][1])]
    for text, style in entries[1:]:
        parts += [Span(" · ", "dim"), Span(text, style)]
    page.blank()
    margin = [Span(" " * (10 + (2 if has_parts else 0)))]
    page.flow(parts, first=margin, rest=margin)
