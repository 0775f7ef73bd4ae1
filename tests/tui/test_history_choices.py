"""What the filters of History offer."""

from datetime import date

from sayback.library.row_filter import RowFilter
from sayback.tui import history_choices
from tests.library.made_takes import row
from tests.tui.stage import CATALOGUE

TODAY = date(2026, 11, 23)


def test_packs_and_their_principles_are_offered():
    assert [value for _, value in history_choices.packs(CATALOGUE)] == ["", "tpm", "general"]
    assert ("Dive Deep", "dive-deep") in history_choices.principles(CATALOGUE, "tpm")
    assert history_choices.principles(CATALOGUE, "general") == (("Any principle", ""),)


def test_questions_with_takes_are_offered_the_latest_first():
    rows = [row(22, question="why-us"), row(21, question="design-queue"),
            row(20, question="why-us"), row(19, question=None)]  # fmt: skip

    def offered(chosen):
        return [value for _, value in history_choices.questions(rows, chosen, CATALOGUE)]

    assert offered(RowFilter()) == ["", "why-us", "design-queue"]
    assert offered(RowFilter(pack="tpm")) == ["", "design-queue"]


def test_days_are_counted_back_from_today_which_counts():
    def since(value):
        return history_choices.in_time(RowFilter(), value, TODAY).since

    values = [value for _, value in history_choices.DATES]
    assert [since(value) for value in values] == [
        None, TODAY, date(2026, 11, 17), date(2026, 10, 25), date(2026, 8, 26),
    ]  # fmt: skip


def test_states_exclude_each_other():
    starred = history_choices.in_state(RowFilter(), "starred")
    pending = history_choices.in_state(starred, "pending")

    assert (starred.starred, starred.pending) == (True, False)
    assert (pending.starred, pending.pending) == (False, True)
    assert history_choices.in_state(pending, "") == RowFilter()


def test_a_range_is_written_short():
    assert history_choices.range_label(TODAY, None) == "From 23 Nov 26"
    assert history_choices.range_label(None, TODAY) == "To 23 Nov 26"
    assert history_choices.range_label(date(2026, 11, 1), TODAY) == "01.11. – 23.11.26"
