"""The story's parts as shares and seconds beside what coaches advise."""

import dataclasses

from sayback.analysis.report import Shares
from sayback.render.star_view import star_view
from tests.render import reports


def test_each_part_has_its_share_its_seconds_and_a_verdict():
    view = star_view(reports.rich())
    situation, task, action, result, other = view.parts

    assert view.applies
    assert [part.part for part in view.parts] == list("STARO")
    assert (situation.share, situation.advised) == (0.24, "10–20 %")
    assert situation.verdict == "more than advised"
    assert (task.advised, task.verdict) == ("about 10 %", "as advised")
    assert (action.verdict, result.verdict) == ("as advised", "as advised")
    assert (other.advised, other.verdict) == ("", "")


def test_seconds_are_those_of_the_parts_sentences():
    report = reports.rich()
    result = next(s for s in report.star.sentences if s.part == "R")

    assert star_view(report).parts[3].seconds == result.end - result.start


def test_where_times_are_unknown_there_are_no_seconds():
    assert {part.seconds for part in star_view(reports.imported()).parts} == {None}


def test_missing_parts_are_named():
    view = star_view(reports.imported())

    assert view.missing == ("Situation", "Result")
    assert view.parts[0].verdict == "missing"


def test_a_share_is_judged_as_it_is_shown():
    report = reports.rich()
    shares = Shares(S=0.204, T=0.1, A=0.444, R=0.2, O=0.05)
    parts = star_view(dataclasses.replace(
        report, star=dataclasses.replace(report.star, shares=shares)
    )).parts  # fmt: skip

    assert [part.verdict for part in parts[:4]] == [
        "as advised", "as advised", "less than advised", "as advised",
    ]  # fmt: skip


def test_where_star_does_not_apply_there_are_no_parts_but_a_reason():
    view = star_view(reports.system_design())

    assert (view.applies, view.parts) == (False, ())
    assert view.why == "This is a system-design answer: it is no story."


def test_where_it_is_not_known_the_reason_is_the_reports():
    assert star_view(reports.french()).why.startswith("Fillers, STAR and words are judged in")
