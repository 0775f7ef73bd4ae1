"""A take worked out for the Report screen."""

import dataclasses

from sayback.library import Take
from sayback.thresholds import Thresholds
from sayback.tui.take_view import TakeView, as_sentence
from tests.render import reports


def view_of(report, stage) -> TakeView:
    take: Take = dataclasses.replace(stage.library.get("last"), report=report)
    return TakeView(take, Thresholds())


def test_facts_name_when_how_long_where_and_by_which_model(stage):
    view = view_of(reports.rich(), stage)

    assert view.facts == "22 Nov 2026, 14:32 · 1:05 · Headset [hw:1,0] · words by base.en"
    assert view.caution == ""


def test_the_demo_model_is_cautioned_against(stage):
    assert view_of(reports.demo(), stage).caution == "demo model: words not reliable"


def test_missing_words_and_missing_reports_are_different_things(stage):
    assert "words are not known yet" in view_of(reports.pending(), stage).caution
    assert "not analysed yet" in view_of(None, stage).caution
    assert "not known yet" in view_of(reports.pending(), stage).no_advice
    assert view_of(reports.empty(), stage).no_words == "No words were heard."


def test_a_figure_explains_itself(stage):
    view = view_of(reports.rich(), stage)
    label, measure, band = view.measure("pace.wpm")

    assert label == "Pace"
    assert "words / time" in measure.definition
    assert band
    assert band in view.details("pace.wpm")


def test_a_reason_that_stands_by_itself_is_a_sentence():
    assert as_sentence("no model has heard this recording.") == "No model has heard this recording."
    assert as_sentence("") == ""


def test_what_is_not_known_says_why(stage):
    view = view_of(reports.pending(), stage)

    assert view.details("pace.wpm") == view.figure("pace.wpm").why != ""


def test_parts_of_the_story_explain_themselves_and_can_be_heard(stage):
    view = view_of(reports.rich(), stage)
    sentences = view.report.star.sentences

    assert view.details("star.S") == "Advised: 10–20 % of the answer"
    assert view.first_moment("star.R").start == next(s.start for s in sentences if s.part == "R")


def test_a_figure_is_heard_at_its_first_moment(stage):
    view = view_of(reports.rich(), stage)
    first = next(i for i in view.report.fillers.items if i.kind == "filled_pause")

    assert view.first_moment("fillers.filled_pauses").start == first.start
    assert view.first_moment("pace.words") is None
    assert view.first_moment(None) is None
