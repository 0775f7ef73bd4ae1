"""`sayback.compare/1`: a comparison as a JSON document."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sayback.analysis.report import PARTS
from sayback.compare.alignment import Span, Stretch
from sayback.compare.compare import Comparison, Side
from sayback.compare.differences import Difference
from sayback.compare.passages import Passage

SCHEMA = "sayback.compare/1"


def as_json(comparison: Comparison) -> dict[str, Any]:
    """Return the document; what is not known is None."""
    return {
        "schema": SCHEMA,
        "a": _side(comparison.a),
        "b": _side(comparison.b),
        "same_question": comparison.same_question,
        "same_words": comparison.same_words,
        "figures": [_figure(each) for each in comparison.differences],
        "passages": [_passage(each, comparison) for each in comparison.passages],
    }


def _side(side: Side) -> dict[str, Any]:
    take, star = side.take, side.report.star
    return {
        "id": take.id,
        "question_id": take.question.id if take.question else None,
        "question": take.question.text if take.question else None,
        "recorded_at": take.recording.started_at,
        "starred": take.starred,
        "words": side.report.transcript.status,
        "star_shares": {p: getattr(star.shares, p) for p in PARTS} if star.applies else None,
        "own_fillers": [asdict(item) for item in side.own_fillers],
    }


def _figure(difference: Difference) -> dict[str, Any]:
    return {
        "id": difference.figure.id,
        "group": difference.figure.group,
        "label": difference.figure.label,
        "unit": difference.figure.unit,
        "a": difference.a,
        "b": difference.b,
        "difference": difference.change,
        "spread": difference.spread,
        "stands_out": difference.stands_out,
        "is_better": difference.is_better,
    }


def _passage(passage: Passage, comparison: Comparison) -> dict[str, Any]:
    return {
        "a_s": passage.a_s,
        "b_s": passage.b_s,
        "stretches": [_stretch(each, comparison) for each in passage.stretches],
    }


def _stretch(stretch: Stretch, comparison: Comparison) -> dict[str, Any]:
    return {
        "kind": stretch.kind,
        "a": _text(comparison.a, stretch.a),
        "b": _text(comparison.b, stretch.b),
    }


def _text(side: Side, span: Span | None) -> str | None:
    if span is None:
        return None
    words = side.report.transcript.words[span[0] : span[1] + 1]
    return " ".join(word.text for word in words)
