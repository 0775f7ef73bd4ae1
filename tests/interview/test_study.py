"""What to practise today, and why."""

from datetime import datetime
from pathlib import Path

import pytest

from sayback.interview.study import today
from sayback.interview.weakness import weakness
from sayback.library.trends import yardsticks
from sayback.questions import Catalogue, Pack, Question
from tests.library.made_takes import row

NOW = datetime.fromisoformat("2026-11-23T08:00:00+01:00")


def question(question_id, topic):
    return Question(question_id, f"About {question_id}?", "behavioural", "tpm", topic)


CATALOGUE = Catalogue(
    (
        Pack("tpm", "TPM", "", (question("dive-1", "dive-deep"), question("dive-2", "dive-deep"),
                                question("trust-1", "earn-trust"), question("frugal", "frugality")),
             Path("tpm.toml"), {"dive-deep": "Dive Deep", "earn-trust": "Earn Trust"}),
        Pack("general", "General", "", (Question("why-us", "Why us?", "motivation", "general"),),
             Path("general.toml")),
    )
)  # fmt: skip


def suggested(*rows, **options):
    found = today(rows, CATALOGUE, now=NOW, **options)
    return [(each.why, each.question.id) for each in found]


def reasons(*rows, **options):
    return {e.why: e.reason for e in today(rows, CATALOGUE, now=NOW, **options)}


def test_one_is_due_one_is_weakest_one_is_new_each_with_its_reason():
    rows = (
        row(12, question="dive-1", rating="hard"),
        row(14, question="trust-1", missing=("R",)),
    )

    assert suggested(*rows) == [("due", "dive-1"), ("weakest", "trust-1"), ("new", "frugal")]
    assert reasons(*rows) == {
        "due": "Rated “hard” on 12 November; due again for 10 days.",
        "weakest": "Your last answer to it had no Result.",
        "new": "You have no take on frugality yet.",
    }


def test_whoever_is_new_gets_three_new_ones_of_different_topics():
    assert suggested(pack="tpm") == [("new", "dive-1"), ("new", "trust-1"), ("new", "frugal")]


def test_new_ones_come_from_the_chosen_pack_or_from_the_one_practised_most():
    assert suggested(pack="general") == [("new", "why-us")]
    assert ("new", "trust-1") in suggested(row(10, question="dive-1"))
    assert suggested(pack="no-such-pack")[0][0] == "new"


@pytest.mark.parametrize(
    ("rating", "due_on"), [("again", 2), ("hard", 2), ("good", 3), ("easy", 9)]
)
def test_the_better_it_went_the_later_it_is_due(rating, due_on):
    """FSRS's first intervals: 1, 1, 2 and 8 days."""
    rows = (row(1, question="dive-1", rating=rating),)

    def is_due(day):
        now = NOW.replace(day=day)
        return any(each.why == "due" for each in today(rows, CATALOGUE, now=now))

    assert [is_due(due_on - 1), is_due(due_on)] == [False, True]


def test_answered_well_again_and_again_it_comes_back_later_and_later():
    """Rated good whenever it is due: after 2, 11 and 46 days."""
    days = [(8, 25), (8, 27), (9, 7)]
    rows = [row(day, month=month, question="dive-1", rating="good") for month, day in days]

    def is_due(moment):
        now = datetime.fromisoformat(moment)
        return any(each.why == "due" for each in today(rows, CATALOGUE, now=now))

    assert not is_due("2026-10-22T08:00:00+02:00")
    assert is_due("2026-10-23T08:00:00+02:00")


def test_the_one_most_nearly_forgotten_comes_first():
    rows = (
        row(21, question="dive-1", rating="again"),
        row(1, question="trust-1", rating="again"),
    )

    assert suggested(*rows)[0] == ("due", "trust-1")


def test_what_was_answered_today_is_not_offered():
    assert suggested(row(23, question="dive-1", hour=7, rating="again", missing=("R",))) == [
        ("new", "trust-1"), ("new", "frugal"), ("new", "dive-2"),
    ]  # fmt: skip


def test_a_question_is_offered_once():
    rows = (row(1, question="dive-1", rating="again", missing=("R",)),)

    assert [question_id for _, question_id in suggested(*rows)].count("dive-1") == 1


def test_only_the_last_answer_counts_as_weak():
    rows = (row(1, question="dive-1", missing=("R",)), row(2, question="dive-1"))

    assert "weakest" not in reasons(*rows)


def test_a_last_take_without_words_leaves_the_one_before():
    rows = (row(1, question="dive-1", missing=("R",)), row(2, question="dive-1", pending=True))

    assert "weakest" in reasons(*rows)


def test_questions_in_ones_own_words_and_recordings_without_one_are_left_out():
    assert "due" not in reasons(row(1, question=None, rating="again"))


def test_once_all_of_a_pack_were_tried_new_ones_come_from_the_others():
    assert suggested(row(10, question="why-us"))[0] == ("new", "dive-1")


def test_without_packs_there_is_nothing_new():
    assert today((), Catalogue(()), now=NOW) == ()


def usual(figure_id, *values):
    return yardsticks(
        row(1 + place, figures={figure_id: value}) for place, value in enumerate(values)
    )


def test_a_figure_counts_by_how_far_it_is_out_of_the_usual():
    known = usual("fillers.filled_pauses", 1, 2, 3, 4, 5)

    def of(value):
        return weakness(row(20, figures={"fillers.filled_pauses": value}), known)

    assert of(4) is None, "within the middle half"
    assert of(0) is None, "fewer fillers are no weakness"
    assert of(5).score == pytest.approx(0.5)
    assert of(400).score == 2.0, "one odd figure decides nothing"
    assert of(5).reason == ("Filled pauses last time: 5.0 per 100 words, usually 3.0.")


def test_a_figure_of_which_more_is_better_counts_the_other_way():
    known = usual("delivery.pitch_sd_semitones", 2, 2.5, 3, 3.5, 4)

    def of(value):
        return weakness(row(20, figures={"delivery.pitch_sd_semitones": value}), known)

    assert of(9) is None
    assert of(1).score == pytest.approx(1.5)


def test_figures_that_are_neither_good_nor_bad_are_no_weakness():
    known = usual("pace.wpm", 100, 120, 140, 160)

    assert weakness(row(20, figures={"pace.wpm": 300}), known) is None


def test_several_missing_parts_are_named():
    found = weakness(row(20, missing=("A", "R")), {})

    assert found.reason == "Your last answer to it had no Action and no Result."
