"""Two takes side by side: what differs, and what only seems to."""

import dataclasses

import pytest

from sayback.analysis.report import Design, Pauses
from sayback.compare import compare
from sayback.compare.as_json import as_json
from sayback.compare.differences import Difference
from sayback.library.take_row import row_of
from sayback.library.trend_figures import TREND_FIGURES
from sayback.render.figures import figures
from tests.compare.cut import without_filler
from tests.library.made_takes import put, report, row
from tests.render import reports


@pytest.fixture
def library(tmp_path):
    from sayback.library import Library

    return Library(tmp_path)


@pytest.fixture
def take(library):
    return put(library, "2026-11-22/143205-dive-deep", reports.rich())


def usual(*values: float, figure: str = "pace.wpm"):
    return [row(1 + day, figures={figure: value}) for day, value in enumerate(values)]


def test_a_take_does_not_differ_from_itself(take):
    found = compare(take, take, [row_of(take)] * 5)

    assert found.same_words
    assert {each.change for each in found.differences} == {0.0}
    assert not any(each.stands_out for each in found.differences)
    assert found.a.own_fillers == found.b.own_fillers == ()
    assert all(passage.a_s == passage.b_s for passage in found.passages)


def test_a_copy_without_one_filler_differs_in_exactly_that_one(take):
    cut = dataclasses.replace(take, report=without_filler(reports.rich(), 0))
    gone = reports.rich().fillers.items[0]

    found = compare(take, cut)

    assert [item.text for item in found.a.own_fillers] == [gone.text]
    assert found.a.own_fillers[0].start == gone.start
    assert found.b.own_fillers == ()
    stretches = [s for passage in found.passages for s in passage.stretches if s.kind != "both"]
    assert [(s.kind, s.a) for s in stretches] == [("only_a", (gone.words[0], gone.words[-1]))]


def test_places_after_the_cut_are_aligned(take):
    cut = dataclasses.replace(take, report=without_filler(reports.rich(), 0))
    gone = reports.rich().fillers.items[0]

    last = compare(take, cut).passages[-1]

    assert last.a_s[0] - last.b_s[0] == pytest.approx(gone.end - gone.start)


def test_a_difference_stands_out_only_beyond_the_speakers_own_spread(library):
    slow = put(library, "2026-11-20/100000-a", report("We won.", wpm=120))
    brisk = put(library, "2026-11-21/100000-b", report("We won.", wpm=135))

    def pace(rows):
        found = compare(slow, brisk, rows).differences
        return next(each for each in found if each.figure.id == "pace.wpm")

    assert pace(()).change == 15
    assert not pace(()).stands_out
    assert not pace(usual(110, 120, 130, 140, 150)).stands_out
    assert pace(usual(118, 119, 120, 121, 122)).stands_out
    assert pace(usual(118, 119, 120, 121, 122)).is_better is None


def test_every_number_that_a_report_shows_has_its_difference(take):
    longer = dataclasses.replace(reports.rich(), pauses=Pauses(9, 5.0, 0.8, 3.25, 4))
    other = dataclasses.replace(take, report=longer)

    found = {d.figure.id: d for d in compare(take, other).differences}

    shown = figures(reports.rich())
    assert {f.id for f in shown if any(map(str.isdigit, f.value))} <= set(found)
    before_s = reports.rich().pauses.longest_s
    assert found["pauses.longest_s"].change == pytest.approx(3.25 - before_s, abs=0.051)
    assert found["content.i_count"].change == 0


def test_what_one_design_answer_lacks_is_none_and_a_story_has_no_such_figures(take, library):
    design = put(library, "2026-11-23/100000-b", reports.system_design())
    bare = dataclasses.replace(
        reports.system_design(),
        content=dataclasses.replace(reports.system_design().content, design=Design()),
    )
    without = put(library, "2026-11-23/110000-c", bare)

    found = {d.figure.id: d for d in compare(design, without).differences}
    assert found["content.design.trade_offs"].a > 0
    assert found["content.design.trade_offs"].b == 0
    assert not any(d.figure.group == "Design" for d in compare(take, take).differences)


def test_a_difference_is_that_of_the_numbers_as_they_are_shown():
    rate = next(f for f in TREND_FIGURES.values() if f.decimals == 1)
    assert Difference(rate, a=3.94, b=4.44, spread=None).change == 0.5
    assert Difference(rate, a=3.86, b=4.44, spread=None).change == 0.5
    assert Difference(rate, a=4.44, b=4.42, spread=None).change == 0.0


def test_fewer_fillers_are_better(library):
    first = put(library, "2026-11-20/100000-a", report("We won.", fillers=6.0))
    second = put(library, "2026-11-21/100000-b", report("We won.", fillers=1.0))
    rows = usual(2.0, 2.2, 2.1, 2.3, figure="fillers.filled_pauses")

    there = next(d for d in compare(first, second, rows).differences if d.a == 6.0)
    back = next(d for d in compare(second, first, rows).differences if d.a == 1.0)

    assert (there.change, there.is_better) == (-5.0, True)
    assert (back.change, back.is_better) == (5.0, False)


def test_a_take_whose_words_are_not_known_is_compared_by_its_sound(take, library):
    pending = put(library, "2026-11-23/100000-b", reports.pending())

    found = compare(take, pending)

    assert found.passages == ()
    assert found.same_words is None
    assert {d.figure.id for d in found.differences if d.change == 0.0} >= {"pauses.mean_s"}
    assert next(d for d in found.differences if d.figure.id == "pace.wpm").change is None


def test_the_question_is_one_only_if_both_answer_it(take, library):
    other = put(library, "2026-11-23/100000-b", reports.rich(), question=None)

    assert compare(take, take).same_question
    assert not compare(take, other).same_question
    assert not compare(other, other).same_question


def test_as_json_it_has_sides_figures_and_passages(take):
    cut = dataclasses.replace(take, report=without_filler(reports.rich(), 0))

    document = as_json(compare(take, cut))

    assert document["schema"] == "sayback.compare/1"
    assert document["same_words"] is False
    assert len(document["a"]["own_fillers"]) == 1
    assert document["a"]["star_shares"]["A"] == 0.47
    differing = [s for p in document["passages"] for s in p["stretches"] if s["kind"] != "both"]
    gone = reports.rich().transcript.words[reports.rich().fillers.items[0].words[0]]
    assert differing == [{"kind": "only_a", "a": gone.text, "b": None}]
