"""Why something is not known: said once, and only where somebody would ask."""

import dataclasses

from sayback.analysis.report import NotKnown, Pauses, Report, Star
from sayback.render.unknown import reasons, spoken_field, why_unknown
from tests.render import reports


def test_fields_of_one_reason_stand_together_under_their_names():
    report = Report(
        not_known=(
            NotKnown("pace.curve", "Too short."),
            NotKnown("delivery", "No voice."),
            NotKnown("pauses.items.place", "Too short."),
        )
    )

    assert reasons(report) == (
        ("Pace over time, Where in the sentence the pauses are", "Too short."),
        ("Delivery", "No voice."),
    )


def test_a_reason_that_was_shown_is_left_out():
    report = Report(not_known=(NotKnown("pace", "Nobody speaks."), NotKnown("star", "No words.")))

    assert reasons(report, shown={"Nobody speaks."}) == (("Story (STAR)", "No words."),)


def test_nobody_asks_for_the_parts_of_a_story_that_is_none():
    fields = tuple(
        NotKnown(name, "No story.") for name in ("star.shares", "content.result_quantified")
    )

    assert reasons(Report(star=Star(applies=False), not_known=fields)) == ()
    assert len(reasons(Report(star=Star(applies=True), not_known=fields))) == 1


def test_nobody_asks_for_the_length_of_pauses_that_were_not_made():
    field = (NotKnown("pauses.mean_s", "There is no pause."),)

    assert reasons(Report(pauses=Pauses(count=0), not_known=field)) == ()


def test_a_field_within_a_figure_has_the_figures_name():
    assert spoken_field("fillers.markers.per_minute") == "Marker words"
    assert spoken_field("something.new_one") == "something: new one"


def test_the_reason_does_not_repeat_that_it_is_not_known():
    why = "The words are not known yet: no model has heard this recording."
    report = dataclasses.replace(reports.pending(), not_known=(NotKnown("fillers", why),))

    assert why_unknown(report, "fillers.markers") == "no model has heard this recording."


def test_the_length_of_words_without_a_recording_has_its_reason():
    assert why_unknown(reports.imported(), "take.duration_s").startswith("There is no recording")
