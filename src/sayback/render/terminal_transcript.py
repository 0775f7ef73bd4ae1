"""The transcript as terminal text: fillers between signs, the STAR part in the margin."""

from __future__ import annotations

from collections.abc import Iterator

from sayback.analysis.report import Report
from sayback.render.page import Page, Span
from sayback.render.signs import LEGEND, POSSIBLE, signed
from sayback.render.units import clock
from sayback.render.words_marked import MarkedSentence, MarkedWord, mark_words, marks_present
from sayback.thresholds import Thresholds

_LOOKS = {"unclear": "dim"}
"""Style of a mark in the legend where it has none of its own."""


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
    for word, text, tail in signed(sentence.words):
        for _ in word.follows:
            yield Span(f"{POSSIBLE} ", "possible")
        yield Span(text, _style(word))
        yield Span(f"{tail} ")
        for _ in word.hides:
            yield Span(f"{POSSIBLE} ", "possible")
    for _ in sentence.after:
        yield Span(f"{POSSIBLE} ", "possible")


def _style(word: MarkedWord) -> str:
    return "suspect" if word.suspect else word.filler or ""


def _write_legend(page: Page, sentences: tuple[MarkedSentence, ...], *, has_parts: bool) -> None:
    present = marks_present(sentences)
    entries = [(text, _LOOKS.get(mark, mark)) for mark, text in LEGEND if mark in present]
    if not entries:
        return
    parts = [Span(entries[0][0], entries[0][1])]
    for text, style in entries[1:]:
        parts += [Span(" · ", "dim"), Span(text, style)]
    page.blank()
    margin = [Span(" " * (10 + (2 if has_parts else 0)))]
    page.flow(parts, first=margin, rest=margin)
