"""Corrected takes as labelled data, in the format of `tests/data/labelled`, for the evaluation."""

from __future__ import annotations

from sayback.analysis.report import FillerKind, Report
from sayback.library.take import Take

_MARKS: dict[FillerKind, str] = {"filled_pause": "f", "marker": "m", "repetition": "r"}


def star_block(take: Take) -> str:
    """Return the answer with a part of STAR for each sentence; empty where parts are not known.

    Words that nobody said are left out.
    """
    report = take.report
    if report is None or not report.star.sentences:
        return ""
    question = take.question
    lines = [
        *_head(take, report),
        f"# question: {_line(question.text) if question else 'unknown'}",
        f"# kind: {question.kind if question and question.kind else 'unknown'}",
        f"# applies: {'yes' if report.star.applies else 'no'}",
    ]
    for sentence in report.star.sentences:
        first, last = sentence.words
        text = " ".join(w.text for w in report.transcript.words[first : last + 1] if not w.suspect)
        if text:
            lines.append(f"{sentence.part}| {_line(text)}")
    return "\n".join(lines) + "\n"


def fillers_block(take: Take) -> str:
    """Return the words with a mark on each that is a filler; empty where fillers are not known."""
    report = take.report
    if report is None or report.fillers.filled_pauses.count is None:
        return ""
    marks = {
        index: _MARKS[item.kind]
        for item in report.fillers.items
        if item.kind in _MARKS
        for index in item.words
    }
    tokens = [
        token + (f"/{marks[index]}" if index in marks else "")
        for index, word in enumerate(report.transcript.words)
        if not word.suspect
        for token in word.text.split()
    ]
    return "\n".join([*_head(take, report), " ".join(tokens)]) + "\n" if tokens else ""


def file_name(take: Take) -> str:
    """Return the name of a take's files of labelled data."""
    return f"{_identifier(take)}.txt"


def _identifier(take: Take) -> str:
    return take.id.replace("/", "-")


def _head(take: Take, report: Report) -> list[str]:
    model = report.transcript.model or "unknown"
    number = len(take.corrections)
    return [
        f"# id: {_identifier(take)}",
        f"# person: the speaker of the take, words by {model}, corrections: {number}",
    ]


def _line(text: str) -> str:
    return " ".join(text.split())
