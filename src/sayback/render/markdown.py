"""A report as Markdown that reads well as plain text, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayback.analysis.report import Advice, Evidence, Report
from sayback.render.figures import figures, groups, shown_whys, unknown_together
from sayback.render.heading import heading
from sayback.render.safe_text import clean, without_tail
from sayback.render.signs import POSSIBLE
from sayback.render.star_view import star_view
from sayback.render.units import clock, percent, short_duration
from sayback.render.unknown import reasons
from sayback.render.words_marked import MarkedSentence, MarkedWord, mark_words, marks_present, runs
from sayback.thresholds import Thresholds

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
# Only at a line's beginning do these open a list, a heading or a rule.
_OPENING = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)])(?=\s|$))")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_MARKS = {"filled_pause": "**", "marker": "*", "repetition": "~~"}
_LEGEND = {
    "filled_pause": "**um** filled pause",
    "marker": "*like* marker",
    "repetition": "~~we~~ repetition",
    "possible": f"{POSSIBLE} heard but not written, a guess",
    "suspect": r"\[word?\] doubtful, nobody was heard",
    "unclear": "? unclear",
}


def render_markdown(report: Report, *, thresholds: Thresholds | None = None) -> str:
    """Return a report as Markdown; words from outside can't break its structure."""
    sections = (
        _heading(report),
        _advice("Change next", [item for item in report.advice if not item.positive]),
        _advice("Went well", [item for item in report.advice if item.positive]),
        _star(report, thresholds),
        _figures(report, thresholds),
        _transcript(report, thresholds),
        _not_known(report, thresholds),
        _measures(report, thresholds),
    )
    return "\n\n".join("\n".join(lines) for lines in map(list, sections) if lines) + "\n"


def escape(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    escaped = _ENTITY.sub("&amp;", _SPECIAL.sub(r"\\\1", clean(text)))
    return _OPENING.sub(_escape_opening, escaped)


def _escape_opening(found: re.Match[str]) -> str:
    space, sign, digits, dot = found.groups()
    return f"{space}\\{sign}" if sign else f"{space}{digits}\\{dot}"


def _heading(report: Report) -> Iterator[str]:
    head = heading(report)
    yield f"# {escape(head.title)}"
    yield ""
    yield escape(" · ".join(head.facts))
    for warning in head.warnings:
        # The commands in a warning are its own words: they stay code.
        yield ""
        yield f"> **Note:** {escape(warning).replace(chr(92) + '`', '`')}"


def _advice(title: str, items: Sequence[Advice]) -> Iterator[str]:
    if not items:
        return
    yield f"## {title}"
    yield ""
    for number, item in enumerate(items, 1):
        yield f"{number}. **{escape(item.headline)}**  "
        yield f"   {escape(item.because)}{_at(item.evidence)}"
        if item.source:
            yield f"   *Source: {escape(item.source)}*"


def _at(moments: Sequence[Evidence]) -> str:
    if not moments:
        return ""
    return f" (at {', '.join(clock(moment.start) for moment in moments)})"


def _star(report: Report, thresholds: Thresholds | None) -> Iterator[str]:
    view = star_view(report, thresholds)
    yield "## Story (STAR)"
    yield ""
    if not view.applies:
        why = f": {escape(view.why)}" if view.why else "."
        yield ("Does not apply" if view.applies is False else "Not known") + why
        return
    yield "| Part | Share | Length | Advised | |"
    yield "|---|---:|---:|---|---|"
    for part in view.parts:
        length = "" if part.seconds is None else short_duration(part.seconds)
        yield (
            f"| {part.part} {part.name} | {percent(part.share)} | {length} | {part.advised} "
            f"| {part.verdict} |"
        )
    if view.missing:
        yield ""
        yield f"**Missing:** {', '.join(view.missing)}"


def _figures(report: Report, thresholds: Thresholds | None) -> Iterator[str]:
    yield "## Figures"
    for name, members in groups(figures(report, thresholds)):
        yield ""
        yield f"### {name}"
        yield ""
        known = [figure for figure in members if figure.is_known]
        if known:
            yield "| | Figure | Value | |"
            yield "|---|---|---|---|"
        for figure in known:
            yield (
                f"| {escape(figure.symbol)} | {escape(figure.label)} | {escape(figure.value)} "
                f"| {escape(figure.remark)} |"
            )
        for labels, why in unknown_together(members):
            if known:
                yield ""
            because = f": {escape(why)}" if why else "."
            yield f"{escape(labels)}{'not' if labels else 'Not'} known{because}"


def _transcript(report: Report, thresholds: Thresholds | None) -> Iterator[str]:
    sentences = mark_words(report, thresholds)
    if not sentences:
        return
    yield "## Transcript"
    for sentence in sentences:
        yield ""
        yield f"{_margin(sentence)}{' '.join(_words(sentence))}"
    present = marks_present(sentences)
    if present:
        yield ""
        yield "Marks: " + " · ".join(text for mark, text in _LEGEND.items() if mark in present)


def _margin(sentence: MarkedSentence) -> str:
    time = "" if sentence.start_s is None else clock(sentence.start_s)
    part = "" if sentence.part is None else sentence.part + ("" if sentence.clear else "?")
    margin = " ".join(item for item in (time, part) if item)
    return f"`{margin}` " if margin else ""


def _words(sentence: MarkedSentence) -> Iterator[str]:
    for run in runs(sentence.words):
        yield from (POSSIBLE for word in run for _ in word.follows)
        yield _marked(run)
        yield from (POSSIBLE for word in run for _ in word.hides)
    yield from (POSSIBLE for _ in sentence.after)


def _marked(run: Sequence[MarkedWord]) -> str:
    bare, tail = without_tail(" ".join(word.text for word in run))
    text, after = escape(bare), escape(tail)
    if run[0].suspect:
        return rf"\[{text}?\]{after}"
    kind = run[0].filler
    if kind is None or not text:
        return text + after
    unclear = "" if run[0].clear else "?"
    return f"{_MARKS[kind]}{text}{unclear}{_MARKS[kind]}{after}"


def _not_known(report: Report, thresholds: Thresholds | None) -> Iterator[str]:
    why = reasons(report, shown=shown_whys(report, thresholds))
    if not why:
        return
    yield "## Also not known"
    yield ""
    for names, sentence in why:
        yield f"- {escape(names)}: {escape(sentence)}"


def _measures(report: Report, thresholds: Thresholds | None) -> Iterator[str]:
    yield "## How this is measured"
    yield ""
    seen: set[str] = set()
    for figure in figures(report, thresholds):
        measure = figure.measure
        if not figure.is_known or measure.definition in seen:
            continue
        seen.add(measure.definition)
        more = [f"Source: {measure.source}." if measure.source else "", measure.accuracy]
        sentence = " ".join(item for item in (measure.definition, *more) if item)
        yield f"- **{escape(figure.label)}:** {escape(sentence)}"
