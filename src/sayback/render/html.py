"""A report as one HTML file: no network, the audio in it, words that can be clicked."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from markupsafe import Markup

from sayback.analysis.report import Report
from sayback.render.figures import figures, groups, shown_whys, unknown_together
from sayback.render.heading import heading
from sayback.render.html_plots import (
    MARK_NAMES,
    MARK_SHAPES,
    length_of,
    pace_curve,
    pitch_curve,
    timeline,
)
from sayback.render.safe_text import clean
from sayback.render.sound_sketch import SoundSketch
from sayback.render.star_view import PART_NAMES, star_view
from sayback.render.units import clock, percent, short_duration
from sayback.render.unknown import reasons
from sayback.render.words_marked import mark_words, marks_present
from sayback.thresholds import Thresholds

if TYPE_CHECKING:
    from jinja2 import Template


def render_html(
    report: Report,
    *,
    audio: bytes | None = None,
    audio_type: str = "audio/wav",
    sketch: SoundSketch | None = None,
    thresholds: Thresholds | None = None,
) -> str:
    """Return a report as one HTML document that needs nothing beside itself.

    Parameters
    ----------
    report
        What to show; every text in it is escaped.
    audio
        The recording's bytes, which are put into the file; None for a report without a player.
    audio_type
        Media type of `audio`, such as "audio/flac".
    sketch
        Loudness and pitch, drawn where they are given.
    thresholds
        Bands; the defaults where None.
    """
    limits = thresholds or Thresholds()
    sentences = mark_words(report, limits)
    length_s = length_of(report, sketch)
    script = _resource("report.js")
    return _template().render(
        advice=[item for item in report.advice if not item.positive],
        well=[item for item in report.advice if item.positive],
        audio=base64.b64encode(audio).decode("ascii") if audio else "",
        audio_type=audio_type,
        fillers=report.fillers.items,
        groups=groups(figures(report, limits)),
        heading=heading(report),
        language=report.transcript.language or "",
        legend=marks_present(sentences),
        pace=pace_curve(report, length_s, limits),
        pitch=pitch_curve(sketch),
        script=script,
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii"),
        sentences=sentences,
        star=star_view(report, limits),
        status=report.transcript.status,
        style=_resource("report.css"),
        timeline=timeline(report, sentences, sketch, limits),
        unknown=reasons(report, shown=shown_whys(report, limits)),
    )


@cache
def _resource(name: str) -> str:
    return resources.files("sayback.render").joinpath("templates", name).read_text("utf-8")


def _code(text: str) -> Markup:
    """Return escaped text in which `…` is code."""
    pieces = text.split("`")
    shown = [Markup("<code>{}</code>").format(p) if i % 2 else p for i, p in enumerate(pieces)]
    return Markup("").join(shown)


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(
        clean=clean,
        code=_code,
        clock=clock,
        share=percent,
        tenths=short_duration,
        together=unknown_together,
    )
    environment.globals.update(
        mark_names=MARK_NAMES, mark_shapes=MARK_SHAPES, part_names=PART_NAMES
    )
    return environment.from_string(_resource("report.html.j2"))
