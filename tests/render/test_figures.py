"""Each figure has a value with its unit, a verdict in words, a definition, or a reason."""

import dataclasses

import pytest

from sayback.analysis.report import Delivery, NotKnown, Pace, Rate, Report, Star, TakeInfo
from sayback.render.figure import Figure, Gauge
from sayback.render.figures import figures, groups, shown_whys, unknown_together
from sayback.render.measures import MEASURES, measure_of
from sayback.thresholds import Thresholds
from tests.render import reports


def find(report: Report, figure_id: str, thresholds: Thresholds | None = None) -> Figure:
    return next(f for f in figures(report, thresholds) if f.id == figure_id)


@pytest.mark.parametrize("name", reports.ALL)
def test_every_figure_has_a_definition_and_either_a_value_or_the_words_not_known(name):
    for figure in figures(reports.ALL[name]()):
        assert figure.measure.definition
        assert "{" not in figure.measure.definition
        assert figure.is_known == (figure.value != "not known")


def test_ids_are_unique_and_every_measure_belongs_to_a_figure():
    ids = [figure.id for name in reports.ALL for figure in figures(reports.ALL[name]())]
    used = {i for i in ids} | {i.rpartition(".")[0] for i in ids} | {"star.shares", "star.missing"}

    assert len({f.id for f in figures(reports.rich())}) == len(figures(reports.rich()))
    assert set(MEASURES) <= used


@pytest.mark.parametrize(
    ("wpm", "verdict", "words", "tone"),
    [
        (96.0, "slow", "slow", "notice"),
        (120.0, "measured", "measured", "plain"),
        (150.0, "target", "on target", "good"),
        (190.0, "brisk", "brisk", "plain"),
        (230.0, "fast", "fast", "notice"),
        (230.0, None, "too short to judge", "plain"),
    ],
)
def test_pace_is_judged_by_the_report_and_told_in_words(wpm, verdict, words, tone):
    figure = find(Report(pace=Pace(wpm=wpm, verdict=verdict)), "pace.wpm")

    assert (figure.value, figure.verdict, figure.tone) == (f"{wpm:.0f} words/min", words, tone)


def test_the_band_follows_the_configuration():
    figure = find(
        Report(pace=Pace(wpm=125.0, verdict="target")),
        "pace.wpm",
        Thresholds(wpm_measured=100, wpm_target=140),
    )

    assert figure.remark == "on target (at 100–140)"
    assert figure.gauge == Gauge(125.0, 60.0, 250.0, 100.0, 140.0)


def test_definitions_quote_the_thresholds_in_force():
    assert "at least 0.4 s" in measure_of("pauses.count", Thresholds(pause_s=0.4)).definition


@pytest.mark.parametrize(
    ("per_100", "verdict"), [(0.0, "good"), (1.9, "good"), (2.0, "typical"), (4.1, "high")]
)
def test_filled_pauses_are_judged_per_100_words(per_100, verdict):
    report = reports.rich()
    rates = dataclasses.replace(report.fillers, filled_pauses=Rate(3, 2.0, per_100))

    figure = find(dataclasses.replace(report, fillers=rates), "fillers.filled_pauses")

    assert figure.verdict == verdict
    assert figure.value == f"3, {per_100:.1f} per 100 words"


@pytest.mark.parametrize(
    ("per_minute", "verdict"),
    [
        (1.0, "fluent"),
        (5.0, "average"),
        (8.0, "more than average"),
        (12.0, "so many that they hurt"),
    ],
)
def test_markers_are_judged_per_minute(per_minute, verdict):
    report = reports.rich()
    rates = dataclasses.replace(report.fillers, markers=Rate(9, per_minute, 3.0))

    assert find(dataclasses.replace(report, fillers=rates), "fillers.markers").verdict == verdict


def test_possible_hesitations_are_called_a_guess():
    assert find(reports.rich(), "fillers.possible").verdict == "a guess: listen to them"


@pytest.mark.parametrize(
    ("length_s", "verdict"),
    [(40, "short"), (70, "acceptable"), (120, "comfortable"), (170, "acceptable"), (200, "long")],
)
def test_the_length_of_a_story_is_judged(length_s, verdict):
    report = Report(take=TakeInfo(duration_s=float(length_s)), star=Star(applies=True))

    assert find(report, "take.duration_s").verdict == verdict


def test_the_length_of_any_other_answer_is_not():
    report = Report(take=TakeInfo(duration_s=20.0), star=Star(applies=False))

    assert find(report, "take.duration_s").remark == ""


def test_only_a_very_long_pause_in_mid_clause_is_a_fault():
    figure = find(reports.rich(), "pauses.longest_s")

    assert (figure.value, figure.verdict, figure.tone) == (
        "3.0 s", "long in mid-clause", "notice",
    )  # fmt: skip
    assert find(reports.french(), "pauses.longest_s").tone == "plain"


def test_fillers_know_where_they_can_be_heard():
    moments = find(reports.rich(), "fillers.filled_pauses").moments

    assert [round(moment.start, 1) for moment in moments] == [3.6, 22.2, 48.6]


def test_what_was_found_is_quoted_and_knows_its_words_time():
    figure = find(reports.rich(), "content.hedges")

    assert figure.value == "1: “I think”"
    assert len(figure.moments) == 1


def test_a_quantified_result_is_only_looked_for_in_a_story():
    ids = {figure.id for figure in figures(reports.system_design())}

    assert "content.result_quantified" not in ids
    assert "content.design.risks" in ids


def test_a_part_of_a_design_that_nobody_heard_is_named():
    figure = find(reports.system_design(), "content.design.risks")

    assert (figure.value, figure.tone) == ("none heard", "notice")


def test_a_clipped_recording_says_what_to_do():
    figure = find(Report(delivery=Delivery(clipping=True, too_quiet=False)), "delivery.level")

    assert figure.value.startswith("clipped: lower")
    assert figure.tone == "notice"


def test_the_reason_is_the_fields_own_else_that_of_its_part():
    report = Report(
        not_known=(NotKnown("pace", "Nobody speaks."), NotKnown("pace.wpm", "No words."))
    )

    assert find(report, "pace.wpm").why == "No words."
    assert find(report, "pace.articulation_sps").why == "Nobody speaks."


def test_words_that_are_pending_are_the_reason_for_all_that_needs_words():
    report = reports.pending()

    assert find(report, "fillers.markers").why == "The model base.en is not installed."
    assert find(report, "pauses.count").is_known
    assert "The model base.en is not installed." in shown_whys(report)


def test_unknown_figures_of_one_reason_are_told_together():
    members = dict(groups(figures(reports.empty())))

    assert unknown_together(members["Pauses"]) == (("", "Nobody speaks in this recording."),)
    assert unknown_together(members["Pace"]) == (
        (
            "Pace, Articulation, Time spent speaking, In one go: ",
            "Nobody speaks in this recording.",
        ),
    )


def test_a_gauge_never_leaves_its_scale():
    gauge = Gauge(500.0, 60.0, 260.0, 130.0, 180.0)

    assert (gauge.place(500.0), gauge.place(0.0), gauge.place(160.0)) == (1.0, 0.0, 0.5)
