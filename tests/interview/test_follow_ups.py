"""Follow-up questions dig where the answer left something open."""

from sayback.analysis import Report
from sayback.analysis.report import Content, Star
from sayback.interview.follow_ups import follow_ups
from sayback.questions import Question

QUESTION = Question("late", "What was late?", "behavioural", follow_ups=("Why?", "And then?"))


def texts(report: Report, question: Question | None = QUESTION, **options) -> list[str]:
    return [found.text for found in follow_ups(report, question, **options)]


def answer(*, missing=(), quantified=True, i=5, we=1) -> Report:
    return Report(
        star=Star(applies=True, missing=missing),
        content=Content(result_quantified=quantified, i_count=i, we_count=we),
    )


def test_a_whole_answer_gets_the_packs_own_follow_ups():
    assert texts(answer()) == ["Why?", "And then?"]


def test_a_missing_result_is_asked_for_first():
    assert texts(answer(missing=("R",), quantified=False))[0] == "What came of it in the end?"


def test_a_result_without_a_figure_is_asked_how_it_was_measured():
    assert texts(answer(quantified=False))[0] == "How did you measure that?"


def test_more_we_than_i_is_asked_for_the_speakers_own_part():
    (found, *_) = follow_ups(answer(i=2, we=7), QUESTION)

    assert found.text == "What exactly was your own part?"
    assert found.why == "“We” was said 7 times, “I” 2 times."


def test_what_was_asked_before_is_left_out():
    assert texts(answer(), asked=["Why?"]) == ["And then?"]


def test_nothing_is_read_into_an_answer_whose_words_are_unknown():
    assert texts(Report()) == ["Why?", "And then?"]
    assert texts(Report(), None) == []


def test_star_gaps_are_no_matter_where_star_does_not_apply():
    design = Report(
        star=Star(applies=False), content=Content(result_quantified=False, i_count=1, we_count=9)
    )

    assert texts(design) == ["Why?", "And then?"]
